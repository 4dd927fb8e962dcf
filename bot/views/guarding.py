"""A text that was not kept, on the screen: what was found, and what its author can do."""

from bot.callbacks.guarding import DropText, KeepText
from bot.i18n import Translator
from bot.screen import Button, Screen


def refused_text(sentence: str, t: Translator, about: str | None) -> Screen:
    """Say what was found; one tap takes the message away, another keeps it after all.

    `about` is the question that it was to answer, None where it may not be kept.
    """
    rows = [[Button(t.plain("guard.refused.drop"), DropText())]]
    if about is not None:
        rows.append([Button(t.plain("guard.refused.keep"), KeepText(about))])
    return Screen(t("plain", text=sentence), rows)
