"""The content owner's desk on the screen: releases, their difference, faults, and a trial."""

from collections.abc import Iterator, Sequence

from bot.callbacks.content import AnswerTrial, DeskPage, SettleDraft, ShowDesk, TryPrompt
from bot.callbacks.practice import AnswerPrompt, Face, TurnPrompt
from bot.i18n import Translator
from bot.screen import Button, Screen
from bot.sheet.layout import BOUNDS
from bot.views.practice import talks
from bot.views.practice.fault_words import fault_in_words, language_in_words, part_in_words
from coaching.content import Prompt
from coaching.content.faults import Fault
from coaching.practice.desk import Desk, Draft, HandedIn
from coaching.practice.difference import Change, Changed, Older
from coaching.practice.trying import Trial

MOST_LETTERS = 2500  # of one message, so that what stands around it has room
FEW_LETTERS = 800  # of what stands beside something longer
MOST_NAMES = 20  # of prompts or texts in a row
MOST_PAGES = 5  # messages in a row
MOST_OF_A_TEXT = 160
MOST_OF_A_BEGINNING = 60
LED_IN = 40  # letters before the first that differs


def desk(shown: Desk, t: Translator) -> Screen:
    """Show the present release, and what the draft would change."""
    parts = [_present(shown, t)]
    if shown.older:
        parts.append(t("desk.older", keys=_listed(sorted(shown.older), t)))
    if shown.unserved:
        said = [fault_in_words(fault, t) for fault in shown.unserved]
        most = MOST_LETTERS if shown.draft is None else FEW_LETTERS
        parts.append(t("desk.unserved", faults=_cut(said, t, most)))
    sheet = [Button(t.plain("desk.get_sheet"), ShowDesk(DeskPage.SHEET))]
    if shown.draft is None:
        return Screen("\n\n".join(parts), [sheet])
    parts.append(_draft(shown, shown.draft, t))
    return Screen("\n\n".join(parts), [*_draft_rows(shown.draft, t), sheet])


def handed_in(outcome: HandedIn, t: Translator) -> Screen:
    """Say what became of a sheet without a fault."""
    said, waiting = desk(outcome.desk, t), outcome.desk.draft is not None
    notes = []
    if not waiting:
        number = outcome.desk.number
        notes.append(t("desk.same", number=number) if number else t("desk.nothing_written"))
    if outcome.replaced:
        notes.append(t("desk.replaced" if waiting else "desk.draft_gone"))
    return Screen("\n\n".join([*notes, said.text]), said.rows)


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
    ids = _listed([prompt.id for prompt in shown.prompts], t) or "–"
    return t("desk.present", number=shown.number, day=t.day(shown.at.date()), ids=ids)


def _listed(names: Sequence[str], t: Translator) -> str:
    left = len(names) - MOST_NAMES
    more = [t.plain("desk.more", count=left)] if left > 0 else []
    return ", ".join([*names[:MOST_NAMES], *more])


def _draft(shown: Desk, waiting: Draft, t: Translator) -> str:
    said = [line for each in waiting.difference for line in _difference(each, t)]
    said += [t.plain("desk.fitting", text=text) for text in _marked(waiting.fitting)]
    said += [t.plain("desk.growing_old", text=text) for text in _marked(waiting.older)]
    most = MOST_LETTERS - (FEW_LETTERS if shown.unserved else 0)
    parts = [t("desk.draft", number=shown.number + 1, changes=_cut(said, t, most))]
    if any(each.before is not None for each in waiting.difference):
        parts.append(t("desk.begun"))
    return "\n\n".join(parts)


def _draft_rows(waiting: Draft, t: Translator) -> list[list[Button]]:
    rows = [
        [Button(t.plain("desk.release"), SettleDraft(waiting.id, 1))],
        [Button(t.plain("desk.discard"), SettleDraft(waiting.id, 0))],
    ]
    if waiting.to_try:
        rows.insert(0, [Button(t.plain("desk.try"), TryPrompt(waiting.id, 0, Face.AGAIN))])
    return rows


def _marked(marks: Older) -> Iterator[str]:
    for key, languages in marks.items():
        yield f"{key} ({', '.join(map(language_in_words, languages))})"


def _difference(changed: Changed, t: Translator) -> Iterator[str]:
    name = changed.prompt.id
    beginning = _beginning(changed.prompt, t)
    if changed.before is None:
        yield t.plain("desk.added", id=name, beginning=beginning)
    elif changed.after is None:
        yield t.plain("desk.removed", id=name, beginning=beginning)
    else:
        yield t.plain("desk.changed", id=name, version=changed.after.version)
        yield from (_change(each, t) for each in changed.changes)


def _beginning(prompt: Prompt, t: Translator) -> str:
    """Return how a prompt begins, so that nobody has to know its id."""
    text = prompt.texts[prompt.language_for(t.language)].text
    return text if len(text) <= MOST_OF_A_BEGINNING else f"{text[:MOST_OF_A_BEGINNING]} […]"


def _change(change: Change, t: Translator) -> str:
    language = f" ({language_in_words(change.language)})" if change.language else ""
    before, after = _where_they_differ(change.before or "–", change.after or "–")
    part = f"{part_in_words(change.part, t)}{language}"
    return t.plain("desk.change", part=part, before=before, after=after)


def _where_they_differ(before: str, after: str) -> tuple[str, str]:
    """Return two texts from a little before their first difference on, as far as there is room."""
    same = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    fits = max(len(before), len(after)) <= MOST_OF_A_TEXT
    begin = 0 if fits or same <= LED_IN else same - LED_IN
    return _excerpt(before, begin), _excerpt(after, begin)


def _excerpt(text: str, begin: int) -> str:
    end = begin + MOST_OF_A_TEXT
    return f"{'[…] ' * bool(begin)}{text[begin:end]}{' […]' * (end < len(text))}"


def _cut(said: Sequence[str], t: Translator, most: int) -> str:
    """Return as many lines as fit into so many letters, and how many there are besides."""
    shown: list[str] = []
    for line in said:
        if sum(map(len, shown)) + len(line) > most:
            return "\n".join([*shown, t.plain("desk.more", count=len(said) - len(shown))])
        shown.append(line)
    return "\n".join(shown)
