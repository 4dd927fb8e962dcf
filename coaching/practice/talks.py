"""Practising with a prompt: it is talked through step by step, and counts at its end."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from coaching.errors import CoachingError, Code
from coaching.guarding import guard
from coaching.people.identity import Viewer, require
from coaching.practice.acquaintance import Aside, aside_after
from coaching.practice.follow_ups import arrange
from coaching.practice.prompts import (
    LAPSES_AFTER,
    Note,
    Offer,
    go_on,
    offer_of,
    offer_with_draft_kept,
)
from coaching.practice.records import (
    Talk,
    close_question,
    forget_follow_ups,
    forget_notes,
    let_type,
    outcome_so_far,
    own_practice,
    practitioner,
    talk_about,
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
from storage.database import Database, Session, Writer
from storage.practice import PracticeNote

LINE_LIMIT = 160  # three lines make one learning
ANSWERED_IN_WORDS = {*TAKES_WORDS, Asks.TRIED}


class Taken(StrEnum):
    """How a press or a typed text was taken; only an answer was kept."""

    ANSWER = "answer"
    TOO_LATE = "too_late"  # the step was answered, and others after it
    NO_BUTTON = "no_button"  # a number that counts none
    NO_WORDS = "no_words"  # where only a button answers


@dataclass(frozen=True, slots=True)
class Answered:
    """How a press or a text was taken, where the talk stands now, and what is asked beside it."""

    offer: Offer
    taken: Taken = Taken.ANSWER
    aside: Aside | None = None


def limit_of(prompt_format: PromptFormat) -> int:
    """Return how many characters an answer may have."""
    return LINE_LIMIT if prompt_format is PromptFormat.SHARE else WORDS_LIMIT


async def take_up(database: Database, viewer: Viewer, practice_id: int, now: datetime) -> Offer:
    """Go on with the talk about a prompt: what is typed now is about this one."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        return await go_on(session, await _answerable(session, viewer, practice_id, now))


async def begin_again(
    database: Database, viewer: Viewer, practice_id: int, now: datetime
) -> Offer:
    """Ask from the first step once more; what was answered stays until there is another answer."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        talk = await _answerable(session, viewer, practice_id, now)
        await let_type(session, talk, again=True)
        return replace(offer_of(talk), outcome=None, notes=())


async def answer(
    database: Database,
    viewer: Viewer,
    practice_id: int,
    step: int,
    code: str,
    now: datetime,
) -> Answered:
    """Keep what a button says about the step that waits, or anew about the one just answered.

    Any other step is answered TOO_LATE. Raises NOT_FOUND for what this step does not offer, and
    PROMPT_LAPSED after four weeks.
    """
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        talk = await _answerable(session, viewer, practice_id, now)
        taken = await _answer(session, talk, step, code, now)
        offer = await offer_with_draft_kept(session, talk)
        return Answered(offer, taken, await aside_after(session, talk, now))


async def answer_typed(
    database: Database,
    viewer: Viewer,
    practice_id: int,
    text: str,
    now: datetime,
    message_id: int,
    *,
    anyway: bool = False,
) -> Answered:
    """Take a number as the button that it counts, and anything else as the answer in words.

    The same message counts once. `anyway` says that the author of a text wants it kept although
    something private was found. Raises TEXT_TOO_LONG, or TEXT_PRIVATE with what was found; then
    nothing is kept.
    """
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        talk = await _answerable(session, viewer, practice_id, now)
        taken: Taken | None = Taken.ANSWER
        if message_id > talk.heard:
            taken = await _press(session, talk, text, now, message_id)
        if taken is None:
            taken = await _take_words(session, talk, text, now, message_id, anyway=anyway)
        offer = await offer_with_draft_kept(session, talk)
        return Answered(offer, taken, await aside_after(session, talk, now))


async def _press(
    session: Writer, talk: Talk, typed: str, now: datetime, message_id: int
) -> Taken | None:
    """Press the button that a typed number counts; None if there is none."""
    offer = offer_of(talk)
    step = offer.step or step_at(offer.prompt.format, 0)
    code = numbered(step, offer.choices).get(typed) if step else None
    if code is None:
        return None
    taken = await _answer(session, talk, len(offer.notes) if offer.step else 0, code, now)
    if talk.in_front and taken is Taken.ANSWER:
        await let_type(session, talk, heard=message_id)
    return taken


async def _take_words(
    session: Writer, talk: Talk, text: str, now: datetime, message_id: int, *, anyway: bool
) -> Taken:
    """Keep a text as the answer to the step that waits, if it takes words."""
    waiting, first = offer_of(talk).step, step_at(talk.prompt.format, 0)
    if text.isdecimal() and waiting is not None and waiting.asks not in TAKES_WORDS:
        return Taken.NO_BUTTON
    _check(text, talk.prompt.format, anyway=anyway)
    if talk.again and first and first.asks in ANSWERED_IN_WORDS:
        await _start_over(session, talk, 0)
    step = offer_of(talk).step
    if step is None:
        await _add_sentence(session, talk, text)
        return Taken.ANSWER
    if step.asks not in ANSWERED_IN_WORDS:
        await let_type(session, talk, heard=message_id)
        return Taken.NO_WORDS
    note = Note(Outcome.DONE if step.asks is Asks.TRIED else None, text)
    await _keep(session, talk, note, now)
    if _is_typed_out(talk, note):
        await close_question(session, talk)
    else:
        await let_type(session, talk, heard=message_id)
    return Taken.ANSWER


async def _answer(session: Writer, talk: Talk, step: int, code: str, now: datetime) -> Taken:
    await _start_over(session, talk, step, code)
    offer = offer_of(talk)
    if offer.outcome == code and code in WAYS_OUT:
        return Taken.ANSWER
    if code in WAYS_OUT and offer.is_open:
        await _leave(session, talk, Outcome(code))
        return Taken.ANSWER
    if code in WAYS_OUT:
        return Taken.TOO_LATE
    asked = step_at(offer.prompt.format, step)
    if asked is None or code not in codes(asked, offer.choices):
        raise CoachingError(Code.NOT_FOUND)
    if step == len(offer.notes) - 1 and offer.outcome not in WAYS_OUT:
        _correct(talk, step, code)
        return Taken.ANSWER
    if offer.step is None or step != len(offer.notes):
        return Taken.TOO_LATE
    note = Note(code, None)
    await _keep(session, talk, note, now)
    if _is_typed_out(talk, note):
        await close_question(session, talk)
    return Taken.ANSWER


async def _keep(session: Writer, talk: Talk, note: Note, now: datetime) -> None:
    """Keep the answer to the step that waits, and end the talk after the last."""
    offer, row = offer_of(talk), talk.row
    if offer.step is None:
        return
    outcome: Outcome | None = outcome_of(offer.step, note.code or "")
    if outcome is not Outcome.NOT_YET:
        number = len(talk.notes)
        kept = PracticeNote(practice_id=row.id, number=number, code=note.code, text=note.text)
        session.add(kept)
        talk.notes.append(kept)
        following = step_at(offer.prompt.format, number + 1)
        if following is not None and not (following.asks is Asks.ADDED and not offer.why):
            outcome = None
    row.outcome = outcome
    if outcome in COMPLETES:  # a step once completed stays so: it counts in one week only
        row.completed_at = row.completed_at or now
    if outcome is not None:
        await forget_follow_ups(session, talk)
    await arrange(session, talk, talk.viewer.local_day(now))


def _correct(talk: Talk, step: int, code: str) -> None:
    """Put another answer in the place of the one just given; own words stay as they are."""
    note = talk.notes[step]
    if note.text is None:
        note.code = code


def _is_typed_out(talk: Talk, note: Note) -> bool:
    """Tell whether no more words are awaited now; after a try one sentence is still welcome."""
    shown = offer_of(talk)
    if shown.prompt.format is PromptFormat.TRY and not note.text:
        return False
    return not shown.is_open or bool(shown.next_turn_on) or shown.asks_to_share


async def _leave(session: Writer, talk: Talk, way: Outcome) -> None:
    """Note that the prompt is not for this person, or too much; own words go with it."""
    talk.row.outcome = way
    await forget_follow_ups(session, talk)
    await forget_notes(session, talk)
    await close_question(session, talk)


async def _start_over(session: Writer, talk: Talk, step: int, code: str | None = None) -> None:
    """Forget an earlier answer where its author said so, or where one press was all of it."""
    outcome, again = outcome_so_far(talk.row), talk.again
    if is_open(outcome) or step != 0:
        return
    if code in [note.code for note in talk.notes] and not again:
        return  # the same answer once more, perhaps with own words that stay
    if again or step_at(talk.prompt.format, 1) is None:
        talk.row.outcome = None
        await forget_follow_ups(session, talk)
        await forget_notes(session, talk)
        if again:
            await let_type(session, talk)


async def _add_sentence(session: Writer, talk: Talk, text: str) -> None:
    """Keep the sentence that is welcome after a try."""
    if talk.prompt.format is PromptFormat.TRY:
        for note in talk.notes:
            note.text = text
        await close_question(session, talk)


def _check(text: str, prompt_format: PromptFormat, *, anyway: bool) -> None:
    limit = limit_of(prompt_format)
    if len(text) > limit:
        raise CoachingError(Code.TEXT_TOO_LONG, limit=limit, length=len(text))
    guard(text, anyway=anyway)


async def _answerable(session: Session, viewer: Viewer, practice_id: int, now: datetime) -> Talk:
    """Return the talk about one's own prompt, unless it has lain open for too long."""
    row = await own_practice(session, viewer, practice_id)
    if now - row.offered_at > LAPSES_AFTER:
        raise CoachingError(Code.PROMPT_LAPSED)
    return await talk_about(session, await practitioner(session, viewer), row)
