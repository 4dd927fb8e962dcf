"""Practising with a prompt: it is talked through step by step, and counts at its end."""

from dataclasses import replace
from datetime import datetime

from coaching.errors import CoachingError, Code
from coaching.guarding import guard
from coaching.people.identity import Viewer, require
from coaching.practice.follow_ups import arrange
from coaching.practice.library import prompts_of
from coaching.practice.prompts import (
    LAPSES_AFTER,
    QUESTION,
    Note,
    Offer,
    go_on,
    let_type,
    offer_of,
    own_practice,
    prompt_of,
)
from coaching.rules.access import Action
from coaching.rules.formats import COMPLETES, WAYS_OUT, Outcome, PromptFormat, is_open
from coaching.rules.scripts import (
    TAKES_WORDS,
    WORDS_LIMIT,
    Asks,
    codes,
    numbered,
    outcome_of,
    step_at,
)
from storage import conversation, follow_ups, practice
from storage.database import Database, Session
from storage.practice import Practice, PracticeNote

LINE_LIMIT = 160  # three lines make one learning


def limit_of(prompt_format: PromptFormat) -> int:
    """Return how many characters an answer may have."""
    return LINE_LIMIT if prompt_format is PromptFormat.SHARE else WORDS_LIMIT


async def take_up(database: Database, viewer: Viewer, practice_id: int, now: datetime) -> Offer:
    """Go on with the talk about a prompt: what is typed now is about this one."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        return await go_on(session, viewer, await _answerable(session, viewer, practice_id, now))


async def begin_again(
    database: Database, viewer: Viewer, practice_id: int, now: datetime
) -> Offer:
    """Ask from the first step once more; what was answered stays until there is another answer."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        row = await _answerable(session, viewer, practice_id, now)
        await let_type(session, viewer.person_id, row.id, again=True)
        return replace(await offer_of(session, viewer, row), outcome=None, notes=(), draft=None)


async def answer(
    database: Database,
    viewer: Viewer,
    practice_id: int,
    step: int,
    code: str,
    now: datetime,
) -> Offer:
    """Keep what a button says about the step that waits, or anew about the one just answered.

    Raises NOT_FOUND for what this step does not offer, STEP_ANSWERED for any other step, and
    PROMPT_LAPSED after four weeks.
    """
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        return await _answer(session, viewer, practice_id, step, code, now)


async def answer_by_number(
    database: Database,
    viewer: Viewer,
    practice_id: int,
    typed: str,
    now: datetime,
    message_id: int,
) -> Offer | None:
    """Take a typed number as the button that it counts, each message once; None if none."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        row = await _answerable(session, viewer, practice_id, now)
        heard, _ = await _typed_before(session, row)
        offer = await offer_of(session, viewer, row)
        if message_id <= heard:
            return offer
        step = offer.step or step_at(offer.prompt.format, 0)
        code = numbered(step, offer.choices).get(typed) if step else None
        if code is None:
            return None
        place = len(offer.notes) if offer.step else 0
        shown = await _answer(session, viewer, practice_id, place, code, now)
        if await _is_in_front(session, row):
            await let_type(session, viewer.person_id, row.id, heard=message_id)
        return shown


async def answer_in_words(
    database: Database,
    viewer: Viewer,
    practice_id: int,
    text: str,
    now: datetime,
    message_id: int,
    *,
    anyway: bool = False,
) -> Offer:
    """Keep a text as the answer to the step that waits; the same message counts once.

    `anyway` says that its author wants it kept although something private was found. Raises
    TEXT_TOO_LONG, or TEXT_PRIVATE with what was found; then nothing is kept.
    """
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        row = await _answerable(session, viewer, practice_id, now)
        heard, again = await _typed_before(session, row)
        offer = await offer_of(session, viewer, row)
        if message_id <= heard:
            return offer
        _check(text, offer.prompt.format, anyway=anyway)
        first = step_at(offer.prompt.format, 0)
        if again and first and first.asks in {*TAKES_WORDS, Asks.TRIED}:
            await _start_over(session, viewer, row, 0)
            offer = await offer_of(session, viewer, row)
        if offer.step is None:
            return await _add_sentence(session, viewer, row, text)
        await let_type(session, viewer.person_id, row.id, heard=message_id)
        match offer.step.asks:
            case Asks.TRIED:
                return await _keep(session, viewer, row, Note(Outcome.DONE, text), now)
            case asks if asks in TAKES_WORDS:
                return await _keep(session, viewer, row, Note(None, text), now)
            case _:
                return offer  # a recall or a coded answer still needs its button; no text is kept


async def _answer(
    session: Session, viewer: Viewer, practice_id: int, step: int, code: str, now: datetime
) -> Offer:
    row = await _answerable(session, viewer, practice_id, now)
    await _start_over(session, viewer, row, step, code)
    offer = await offer_of(session, viewer, row)
    if offer.outcome == code and code in WAYS_OUT:
        return offer
    if code in WAYS_OUT and offer.is_open:
        return await _leave(session, viewer, row, Outcome(code))
    if code in WAYS_OUT:
        raise CoachingError(Code.STEP_ANSWERED)
    asked = step_at(offer.prompt.format, step)
    if asked is None or code not in codes(asked, offer.choices):
        raise CoachingError(Code.NOT_FOUND)
    if step == len(offer.notes) - 1 and offer.outcome not in WAYS_OUT:
        return await _correct(session, viewer, row, step, code)
    if offer.step is None or step != len(offer.notes):
        raise CoachingError(Code.STEP_ANSWERED)
    return await _keep(session, viewer, row, Note(code, None), now)


async def _keep(
    session: Session, viewer: Viewer, row: Practice, note: Note, now: datetime
) -> Offer:
    """Keep the answer to the step that waits, and close the talk at its end."""
    offer = await offer_of(session, viewer, row)
    if offer.step is None:
        return offer
    outcome: Outcome | None = outcome_of(offer.step, note.code or "")
    if outcome is not Outcome.NOT_YET:
        number = len(offer.notes)
        session.add(
            PracticeNote(practice_id=row.id, number=number, code=note.code, text=note.text)
        )
        following = step_at(offer.prompt.format, number + 1)
        if following is not None and not (following.asks is Asks.ADDED and not offer.why):
            outcome = None
    row.outcome = outcome
    if outcome in COMPLETES:  # a step once completed stays so: it counts in one week only
        row.completed_at = row.completed_at or now
    await session.flush()
    if outcome is not None:
        await follow_ups.forget_open(session, row.id)
    await arrange(session, viewer, row, offer.prompt, viewer.local_day(now))
    shown = await offer_of(session, viewer, row)
    if _is_typed_out(shown, note):
        await _close_question(session, row)
    return shown


async def _correct(session: Session, viewer: Viewer, row: Practice, step: int, code: str) -> Offer:
    """Put another answer in the place of the one just given; own words stay as they are."""
    note = (await practice.notes_of(session, row.id))[step]
    if note.text is None:
        note.code = code
    await session.flush()
    return await offer_of(session, viewer, row)


def _is_typed_out(shown: Offer, note: Note) -> bool:
    """Tell whether no more words are awaited now; after a try one sentence is still welcome."""
    if shown.prompt.format is PromptFormat.TRY and not note.text:
        return False
    return not shown.is_open or bool(shown.next_turn_on or shown.draft)


async def _leave(session: Session, viewer: Viewer, row: Practice, way: Outcome) -> Offer:
    """Note that the prompt is not for this person, or too much; own words go with it."""
    row.outcome = way
    await follow_ups.forget_open(session, row.id)
    await practice.forget_notes(session, row.id)
    await _close_question(session, row)
    await session.flush()
    return await offer_of(session, viewer, row)


async def _start_over(
    session: Session, viewer: Viewer, row: Practice, step: int, code: str | None = None
) -> None:
    """Forget an earlier answer where its author said so, or where one press was all of it."""
    if row.outcome is None or is_open(Outcome(row.outcome)) or step != 0:
        return
    library = await prompts_of(session, viewer.organisation_id)
    _, again = await _typed_before(session, row)
    same = code in [note.code for note in await practice.notes_of(session, row.id)]
    if same and not again:
        return  # the same answer once more, perhaps with own words that stay
    if again or step_at(prompt_of(library, row).format, 1) is None:
        row.outcome = None
        await follow_ups.forget_open(session, row.id)
        await practice.forget_notes(session, row.id)
        if again:
            await let_type(session, viewer.person_id, row.id)
        await session.flush()


async def _add_sentence(session: Session, viewer: Viewer, row: Practice, text: str) -> Offer:
    """Keep the sentence that is welcome after a try."""
    offer = await offer_of(session, viewer, row)
    if offer.prompt.format is not PromptFormat.TRY:
        return offer
    for note in await practice.notes_of(session, row.id):
        note.text = text
    await _close_question(session, row)
    await session.flush()
    return await offer_of(session, viewer, row)


def _check(text: str, prompt_format: PromptFormat, *, anyway: bool) -> None:
    limit = limit_of(prompt_format)
    if len(text) > limit:
        raise CoachingError(Code.TEXT_TOO_LONG, limit=limit, length=len(text))
    guard(text, anyway=anyway)


async def _typed_before(session: Session, row: Practice) -> tuple[int, bool]:
    """Return the last message heard about the prompt, and whether it is being answered anew."""
    match await conversation.where(session, row.person_id):
        case (str(question), data) if question == QUESTION and data["practice"] == row.id:
            return data.get("heard", 0), data.get("again", False)
        case _:
            return 0, False


async def _close_question(session: Session, row: Practice) -> None:
    """Close the question that a text would answer, unless it is about another prompt by now."""
    if await _is_in_front(session, row):
        await conversation.clear(session, row.person_id, QUESTION)


async def _is_in_front(session: Session, row: Practice) -> bool:
    """Tell whether what is typed now would be about this prompt."""
    match await conversation.where(session, row.person_id):
        case (str(question), data):
            return question == QUESTION and data["practice"] == row.id
        case _:
            return False


async def _answerable(
    session: Session, viewer: Viewer, practice_id: int, now: datetime
) -> Practice:
    """Return one's own prompt, unless it has lain open for too long to be asked about still."""
    row = await own_practice(session, viewer, practice_id)
    if now - row.offered_at > LAPSES_AFTER:
        raise CoachingError(Code.PROMPT_LAPSED)
    return row
