"""New names of units and teams on HR's screen."""

from bot.callbacks.people import ShowPeople
from bot.i18n import Translator
from bot.screen import Button, Screen


def ask(name: str, t: Translator) -> Screen:
    """Ask for the new name of what is called so now."""
    return Screen(t("renaming.ask", name=name), [[Button(t.plain("back"), ShowPeople())]])


def renamed(name: str, t: Translator) -> Screen:
    """Say how it is called now."""
    every = Button(t.plain("people.all"), ShowPeople())
    return Screen(t("renaming.done", name=name), [[every]])
