"""What may help somebody keep going, as buttons: at the welcome, and later by /focus."""

from bot.callbacks.practice import SetMotivation
from bot.i18n import Translator
from bot.screen import Button
from coaching.rules.choosing import Motivation


def motivations(t: Translator) -> list[list[Button]]:
    """Return one button for each, and one for those who would rather not say."""
    rows = [[Button(t.plain(f"motivation.{m}"), SetMotivation(m))] for m in Motivation]
    return [*rows, [Button(t.plain("focus.rather_not"), SetMotivation(None))]]
