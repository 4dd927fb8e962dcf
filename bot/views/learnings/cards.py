"""Learnings on the screen: the question, the preview, and one card at a time."""

from bot.callbacks.learnings import (
    DropLearning,
    ShareLearning,
    ShowLearning,
    TryLearning,
    WithdrawLearning,
)
from bot.i18n import Translator
from bot.screen import Button, Screen
from coaching.content import KNOWN
from coaching.learnings.cards import TEXT_LIMIT, LearningCard, LearningDraft


def ask(t: Translator) -> Screen:
    """Ask for a learning; unfinished is welcome."""
    return Screen(t("learnings.ask", limit=TEXT_LIMIT))


def preview(draft: LearningDraft, t: Translator) -> Screen:
    """Show what the others would see, and let the author choose."""
    return Screen(draft_text(draft, t), draft_buttons(draft, t))


def draft_text(draft: LearningDraft, t: Translator) -> str:
    """Return a draft as the others would see it."""
    shown = t("learnings.preview", text=draft.text, name=draft.first_name, team=draft.team_name)
    parts = [shown]
    if draft.points_used:
        parts.append(t("learnings.no_points"))
    if draft.namings:
        found = t.listed(t.plain("schedules.quoted", text=each) for each in draft.namings)
        parts.append(t("learnings.namings", found=found))
    return "\n\n".join(parts)


def draft_buttons(draft: LearningDraft, t: Translator) -> list[list[Button]]:
    """Return what can become of a draft."""
    return [
        [Button(t.plain("learnings.with_name"), ShareLearning(draft.key, 1))],
        [Button(t.plain("learnings.without_name"), ShareLearning(draft.key, 0))],
        [Button(t.plain("learnings.drop"), DropLearning(draft.key))],
    ]


def shared(t: Translator) -> Screen:
    """Thank, and say where the card is and how it is withdrawn."""
    return Screen(t("learnings.shared"), [[Button(t.plain("learnings.see_all"), ShowLearning(0))]])


def card(card: LearningCard | None, number: int, t: Translator) -> Screen:
    """Show a card with what can be done about it; after the last one, say so."""
    if card is None:
        return _end(number, t)
    parts = [t("learnings.card", text=card.text), _author(card, t)]
    if card.language:
        parts.append(t("learnings.language", language=KNOWN[card.language].name))
    parts += _marks(card, t)
    onward = Button(t.plain("learnings.next"), ShowLearning(number + 1))
    return Screen(
        "\n\n".join(part for part in parts if part), [_actions(card, number, t), [onward]]
    )


def _end(number: int, t: Translator) -> Screen:
    if number == 0:
        return Screen(t("learnings.none"))
    return Screen(t("learnings.end"), [[Button(t.plain("learnings.again"), ShowLearning(0))]])


def _author(card: LearningCard, t: Translator) -> str:
    if card.first_name is None:
        return t("learnings.unnamed")
    return t("learnings.author", name=card.first_name, team=card.team_name)


def _marks(card: LearningCard, t: Translator) -> list[str]:
    told = {
        "learnings.own": card.own,
        "learnings.tried": card.tried,
        "learnings.tried_elsewhere": card.tried_elsewhere,
        "learnings.thanked": card.thanked,
    }
    return [t(key) for key, holds in told.items() if holds]


def _actions(card: LearningCard, number: int, t: Translator) -> list[Button]:
    if card.own:
        return [Button(t.plain("learnings.withdraw"), WithdrawLearning(card.id, number))]
    if card.tried:
        return []
    return [Button(t.plain("learnings.we_tried"), TryLearning(card.id, number))]
