"""A text that was not kept, on the screen: what was found, and what its author can do."""

from bot.callbacks import DropText, KeepText
from bot.i18n import Translator
from bot.screen import Button, Screen


def refused_text(sentence: str, t: Translator, *, overridable: bool) -> Screen:
    """Say what was found; one tap takes the message away, another keeps it after all."""
    rows = [[Button(t.plain("guarded.drop"), DropText())]]
    if overridable:
        rows.append([Button(t.plain("guarded.keep"), KeepText())])
    return Screen(t("plain", text=sentence), rows)
