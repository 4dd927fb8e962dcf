"""Learnings that the champion can thank for, one at a time, on HR's screen."""

from bot.callbacks.learnings import ShowCardToThank, Thank
from bot.callbacks.practice import ShowTheme, ThemePage
from bot.i18n import Translator
from bot.screen import Button, Screen
from coaching.learnings.thanks import Thankable


def card(card: Thankable | None, number: int, t: Translator) -> Screen:
    """Show a card with the button to thank for it, or from when that is possible again."""
    back = [Button(t.plain("back"), ShowTheme(ThemePage.ALL))]
    if card is None:
        key = "thanks.none" if number == 0 else "thanks.end"
        again = [] if number == 0 else [Button(t.plain("learnings.again"), ShowCardToThank(0))]
        return Screen(t(key), [again, back])
    parts = [t("thanks.why"), t("learnings.card", text=card.text)]
    parts.append(t("thanks.author", author=card.author) if card.author else t("learnings.unnamed"))
    rows = [[Button(t.plain("learnings.next"), ShowCardToThank(number + 1))], back]
    if card.thanked:
        parts.append(t("learnings.thanked"))
    elif card.not_before is not None:
        parts.append(t("thanks.not_before", day=t.full_date(card.not_before)))
    else:
        rows.insert(0, [Button(t.plain("thanks.thank"), Thank(card.id, number))])
    return Screen("\n\n".join(parts), rows)
