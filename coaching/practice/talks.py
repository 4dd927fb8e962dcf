"""Practising with a prompt: it is talked through step by step, and counts at its end."""

from dataclasses import dataclass, replace
from datetime import datetime

from coaching.content import spoken
from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.practice.acquaintance import Aside, aside_after
from coaching.practice.arranging import arrange
from coaching.practice.prompts import (
    LAPSES_AFTER,
    Note,
    Offer,
    go_on,
    offer_of,
    offer_with_draft_kept,
)
from coaching.practice.records import (
    NO_LABELS,
    Labels,
    Taken,
    Talk,
    check_text,
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
from coaching.rules.plans import is_agreement, is_plan
from coaching.rules.scripts import (
    AGREED,
    ANEW,
    IS_A_PLAN,
    TAKES_WORDS,
    WORDS_LIMIT,
    Asks,
    Step,
    codes,
    counted,
    numbered,
    spoken_as,
    step_at,
)
from coaching.rules.small_talk import is_polite
from coaching.rules.undone import tried
from storage import practice
from storage.database import Database, Session, Writer
from storage.practice import PracticeNote

LINE_LIMIT = 160  # three lines make one learning
ANSWERED_IN_WORDS = {*TAKES_WORDS, Asks.TRIED}
DECIDES = {Asks.RECALLED, Asks.TRIED, Asks.CODED}  # one press says what came of it
MORE_THAN_ONE = 2
CARD = "card"


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
    labels: Labels = NO_LABELS,
    *,
    anyway: bool = False,
) -> Answered:
    """Take a number or the words on a button as that button, anything else as the answer in words.

    `labels` are the words on the buttons in the person's language, by what they answer. The same
    message counts once. `anyway` says that the author of a text wants it kept although something
    private was found. Raises TEXT_TOO_LONG, or TEXT_PRIVATE with what was found; then nothing is
    kept.
    """
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        talk = await _answerable(session, viewer, practice_id, now)
        taken: Taken | None = Taken.ANSWER
        if message_id > talk.heard:
            taken = await _press(session, talk, text, now, message_id, labels)
        if taken is None:
            taken = await _take_words(session, talk, text, now, message_id, anyway=anyway)
        offer = await offer_with_draft_kept(session, talk)
        return Answered(offer, taken, await aside_after(session, talk, now))


async def _press(
    session: Writer, talk: Talk, typed: str, now: datetime, message_id: int, labels: Labels
) -> Taken | None:
    """Press the button that a typed number counts or that bears the words; None if none does."""
    offer = offer_of(talk)
    step = offer.step or step_at(offer.prompt.format, 0)
    code = pressed_by(offer, step, typed, labels) if step else None
    if code == CARD:
        await let_type(session, talk, heard=message_id, card=True)
        return Taken.CARD
    if code is None:
        return None
    taken = await _answer(session, talk, len(offer.notes) if offer.step else 0, code, now)
    if talk.in_front and taken is Taken.ANSWER:
        await let_type(session, talk, heard=message_id)
    return taken


def pressed_by(offer: Offer, step: Step, typed: str, labels: Labels) -> str | None:
    """Return the answer that was typed as a number or in the words of its button."""
    word = offer.customer_word
    for language, texts in offer.prompt.texts.items():
        own = {code: spoken(text, language, word) for code, text in (texts.choices or {}).items()}
        if (code := spoken_as(step, typed, {**labels, **own}, offer.choices)) is not None:
            return code
    if step.asks is Asks.RECALLED and offer.step is not None and not offer.card:
        return counted((CARD, *WAYS_OUT)).get(typed)
    return numbered(step, offer.choices).get(typed)


async def _take_words(
    session: Writer, talk: Talk, text: str, now: datetime, message_id: int, *, anyway: bool
) -> Taken:
    """Keep a text as the answer to the step that waits, if it takes words."""
    offer, first = offer_of(talk), step_at(talk.prompt.format, 0)
    may_begin_again = talk.again and not offer.is_gone
    anew = may_begin_again and first is not None and first.asks in ANSWERED_IN_WORDS
    step = first if anew else offer.step
    taken = await _take_short(session, talk, step, text, now, message_id)
    if taken is not None:
        return taken
    check_text(text, limit_of(talk.prompt.format), anyway=anyway)
    if step is None:
        await _add_sentence(session, talk, text)
        return Taken.ANSWER
    if step.asks not in {*ANSWERED_IN_WORDS, Asks.AGREED}:
        is_recall = step.asks is Asks.RECALLED
        await let_type(session, talk, heard=message_id, card=is_recall)
        return Taken.CARD if is_recall and not offer.card else Taken.NO_WORDS
    if step.asks in {*IS_A_PLAN, Asks.AGREED} and not is_plan(text):
        await let_type(session, talk, heard=message_id, again=talk.again)
        return Taken.NO_PLAN
    if anew:
        await _start_over(session, talk, 0)
    if step.asks is Asks.AGREED:
        talk.notes[-1].text = text
    note = Note(Outcome.DONE if step.asks is Asks.TRIED else None, text)
    if step.asks is not Asks.AGREED:
        await _keep(session, talk, note, now)
    if _is_typed_out(talk, note):
        await close_question(session, talk)
    else:
        await let_type(session, talk, heard=message_id)
    return Taken.ANSWER


async def _take_short(
    session: Writer, talk: Talk, step: Step | None, text: str, now: datetime, message_id: int
) -> Taken | None:
    """Take what is a number, a nod or "not yet" in words as that; None if it is an answer."""
    asks = step.asks if step else None
    if text.isdecimal() and asks is not None and asks not in TAKES_WORDS:
        return Taken.NO_BUTTON
    if asks is Asks.AGREED and is_agreement(text):
        return await _answer(session, talk, len(offer_of(talk).notes), AGREED, now)
    if is_polite(text) and asks not in {*IS_A_PLAN, Asks.AGREED}:
        return Taken.POLITE
    if asks is Asks.TRIED and tried(text) is Outcome.NOT_YET:
        await let_type(session, talk, heard=message_id, again=talk.again)
        return await _answer(session, talk, 0, Outcome.NOT_YET, now)
    return None


async def _answer(session: Writer, talk: Talk, step: int, code: str, now: datetime) -> Taken:
    await _start_over(session, talk, step, code)
    if code in WAYS_OUT:
        return await _way_out(session, talk, Outcome(code))
    offer = offer_of(talk)
    asked = step_at(offer.prompt.format, step)
    if asked is None or code not in codes(asked, offer.choices):
        raise CoachingError(Code.NOT_FOUND)
    waits = offer.step is not None and step == len(offer.notes)
    if waits and code == ANEW:
        await _write_anew(session, talk)
    elif waits:
        note = Note(code)
        await _keep(session, talk, note, now)
        if _is_typed_out(talk, note):
            await close_question(session, talk)
    elif step == len(offer.notes) - 1 and offer.outcome not in WAYS_OUT and code != ANEW:
        _correct(talk, step, code)
    else:
        return Taken.TOO_LATE
    return Taken.ANSWER


async def _way_out(session: Writer, talk: Talk, way: Outcome) -> Taken:
    offer = offer_of(talk)
    if offer.is_open:
        await _leave(session, talk, way)
    return Taken.ANSWER if offer.is_open or offer.outcome is way else Taken.TOO_LATE


async def _keep(session: Writer, talk: Talk, note: Note, now: datetime) -> None:
    """Keep the answer to the step that waits, and end the talk after the last."""
    offer, row = offer_of(talk), talk.row
    if offer.step is None:
        return
    outcome = offer.outcome_with(note)
    if outcome is not Outcome.NOT_YET:
        number = len(talk.notes)
        kept = PracticeNote(practice_id=row.id, number=number, code=note.code, text=note.text)
        session.add(kept)
        talk.notes.append(kept)
    row.outcome = outcome
    if outcome in COMPLETES:  # a step once completed stays so: it counts in one week only
        row.completed_at = row.completed_at or now
    if outcome is not None:
        await forget_follow_ups(session, talk)
    await arrange(session, talk, talk.viewer.local_day(now))


async def _write_anew(session: Writer, talk: Talk) -> None:
    """Forget a plan that its author wants to write otherwise, and wait for it again."""
    await practice.drop_notes(session, talk.row.id, talk.notes.pop().number)
    await let_type(session, talk, heard=talk.heard)


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
    return shown.step is None or bool(shown.next_turn_on) or shown.asks_to_share


async def _leave(session: Writer, talk: Talk, way: Outcome) -> None:
    """Note that the prompt is not for this person, or too much; own words go with it."""
    talk.row.outcome = way
    await forget_follow_ups(session, talk)
    await forget_notes(session, talk)
    await close_question(session, talk)


async def _start_over(session: Writer, talk: Talk, step: int, code: str | None = None) -> None:
    """Forget an earlier answer where its author said so, or where one press was all of it."""
    outcome, again = outcome_so_far(talk.row), talk.again
    if is_open(outcome) or step != 0 or offer_of(talk).is_gone:
        return
    if code in [note.code for note in talk.notes] and not again:
        return  # the same answer once more, perhaps with own words that stay
    first = step_at(talk.prompt.format, 0)
    if again or (first and first.asks in DECIDES and len(talk.notes) < MORE_THAN_ONE):
        talk.row.outcome = None
        await forget_follow_ups(session, talk)
        await forget_notes(session, talk)
        if again:
            await let_type(session, talk)


async def _add_sentence(session: Writer, talk: Talk, text: str) -> None:
    """Keep the sentence that is welcome after a try; a story that is gone waits for nothing."""
    is_try = talk.prompt.format is PromptFormat.TRY
    for note in talk.notes if is_try else ():
        note.text = text
    if is_try or offer_of(talk).is_gone:
        await close_question(session, talk)


async def _answerable(session: Session, viewer: Viewer, practice_id: int, now: datetime) -> Talk:
    """Return the talk about one's own prompt, unless it has lain open for too long."""
    row = await own_practice(session, viewer, practice_id)
    if now - row.offered_at > LAPSES_AFTER:
        raise CoachingError(Code.PROMPT_LAPSED)
    return await talk_about(session, await practitioner(session, viewer), row)
