"""The content owner's desk on the screen: releases, their difference, faults, and a trial."""

from collections.abc import Iterator, Sequence

from bot.callbacks.content import AnswerTrial, DeskPage, SettleDraft, ShowDesk, TryPrompt
from bot.callbacks.practice import AnswerPrompt, Face, TurnPrompt
from bot.i18n import Translator
from bot.screen import Button, Screen
from bot.sheet import BOUNDS
from bot.views.practice import talks
from bot.views.practice.fault_words import fault_in_words, language_in_words, part_in_words
from coaching.content.faults import Fault
from coaching.practice.desk import Change, Changed, Desk, Draft
from coaching.practice.trying import Trial

MOST_LETTERS = 3000  # of one message, so that what stands around it has room
MOST_PAGES = 5  # messages in a row
MOST_OF_A_TEXT = 160


def desk(shown: Desk, t: Translator) -> Screen:
    """Show the present release, and what the draft would change."""
    parts = [_present(shown, t)]
    if shown.older:
        parts.append(t("desk.older", keys=", ".join(sorted(shown.older)[:10])))
    if shown.unserved:
        said = [fault_in_words(fault, t) for fault in shown.unserved]
        parts.append(t("desk.unserved", faults=_cut(said, t)))
    sheet = [Button(t.plain("desk.get_sheet"), ShowDesk(DeskPage.SHEET))]
    if shown.draft is None:
        return Screen("\n\n".join(parts), [sheet])
    parts.append(_draft(shown.draft, shown.number, t))
    return Screen("\n\n".join(parts), [*_draft_rows(shown.draft, t), sheet])


def faults(found: Sequence[Fault], t: Translator) -> list[Screen]:
    """Say everything that has to be mended, in as many messages as it takes."""
    pages: list[list[str]] = [[]]
    for line in (f"• {fault_in_words(fault, t)}" for fault in found):
        if sum(map(len, pages[-1])) + len(line) > MOST_LETTERS:
            pages.append([])
        pages[-1].append(line)
    shown = pages[:MOST_PAGES]
    if left := sum(map(len, pages[MOST_PAGES:])):
        shown[-1].append(t.plain("desk.more", count=left))
    return [Screen(t("desk.faults", faults="\n".join(p), count=len(found))) for p in shown]


def too_big(t: Translator) -> Screen:
    """Say that the file is too big to be looked at."""
    return Screen(t("fault.too_big", **BOUNDS))


def trial(shown: Trial, t: Translator, *, why: bool = False) -> Screen:
    """Show a prompt that is tried, with buttons that keep nothing."""
    offer = shown.offer
    head = t("desk.trial", number=shown.number + 1, of=shown.of)
    if offer.asks_to_share:
        screen = Screen(t("desk.trial_shared"))
    else:
        screen = talks.why(offer, t) if why else talks.prompt(offer, t)
    rows = [[_tried(button, shown) for button in row] for row in screen.rows]
    last = [Button(t.plain("back"), ShowDesk(DeskPage.ALL))]
    if shown.number + 1 < shown.of:
        following = TryPrompt(shown.draft_id, shown.number + 1, Face.AGAIN)
        last.insert(0, Button(t.plain("desk.try_next"), following))
    return Screen(f"{head}\n\n{screen.text}", [*rows, last])


def _tried(button: Button, shown: Trial) -> Button:
    """Return the same button, about what is tried."""
    match button.data:
        case AnswerPrompt(_, step, code):
            data = AnswerTrial(shown.draft_id, shown.number, step, code)
            return Button(button.label, data)
        case TurnPrompt(_, face):
            return Button(button.label, TryPrompt(shown.draft_id, shown.number, face))
        case _:
            return button


def _present(shown: Desk, t: Translator) -> str:
    if shown.at is None:
        return t("desk.none")
    ids = ", ".join(prompt.id for prompt in shown.prompts) or "–"
    return t("desk.present", number=shown.number, day=t.day(shown.at.date()), ids=ids)


def _draft(waiting: Draft, number: int, t: Translator) -> str:
    said = [line for each in waiting.difference for line in _difference(each, t)]
    if not said:
        return t("desk.same", number=number)
    return t("desk.draft", number=number + 1, changes=_cut(said, t))


def _draft_rows(waiting: Draft, t: Translator) -> list[list[Button]]:
    if not waiting.difference:
        return [[Button(t.plain("desk.discard"), SettleDraft(waiting.id, 0))]]
    rows = [
        [Button(t.plain("desk.release"), SettleDraft(waiting.id, 1))],
        [Button(t.plain("desk.discard"), SettleDraft(waiting.id, 0))],
    ]
    if waiting.to_try:
        rows.insert(0, [Button(t.plain("desk.try"), TryPrompt(waiting.id, 0, Face.AGAIN))])
    return rows


def _difference(changed: Changed, t: Translator) -> Iterator[str]:
    name = changed.prompt.id
    if changed.before is None:
        yield t.plain("desk.added", id=name)
    elif changed.after is None:
        yield t.plain("desk.removed", id=name)
    else:
        yield t.plain("desk.changed", id=name, version=changed.after.version)
        yield from (_change(each, t) for each in changed.changes)


def _change(change: Change, t: Translator) -> str:
    language = f" ({language_in_words(change.language)})" if change.language else ""
    before, after = (_short(each or "–") for each in (change.before, change.after))
    part = f"{part_in_words(change.part, t)}{language}"
    return t.plain("desk.change", part=part, before=before, after=after)


def _short(text: str) -> str:
    return text if len(text) <= MOST_OF_A_TEXT else f"{text[:MOST_OF_A_TEXT]} […]"


def _cut(said: Sequence[str], t: Translator) -> str:
    """Return as many lines as a message holds, and how many there are besides."""
    shown: list[str] = []
    for line in said:
        if sum(map(len, shown)) + len(line) > MOST_LETTERS:
            return "\n".join([*shown, t.plain("desk.more", count=len(said) - len(shown))])
        shown.append(line)
    return "\n".join(shown)
