"""Taking a prompt up again after some days: did the moment come, is it still remembered?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from coaching.errors import CoachingError, Code
from coaching.people import audience
from coaching.people.identity import Viewer, require
from coaching.practice import prompts
from coaching.practice.arranging import by_number, plan_again, recall_again
from coaching.practice.prompts import Note, Offer, go_on, offer_of
from coaching.practice.records import (
    NO_LABELS,
    Labels,
    Taken,
    Talk,
    check_text,
    forget_follow_ups,
    practitioner,
    talk_about,
    talks_of,
)
from coaching.rules.access import Action
from coaching.rules.formats import PromptFormat
from coaching.rules.plans import is_agreement, is_plan
from coaching.rules.returns import (
    AFTERWARDS,
    RESULTS,
    Result,
    note_number,
    time_of,
)
from coaching.rules.scripts import (
    AGREED,
    ANEW,
    IS_A_PLAN,
    SAME,
    WORDS_LIMIT,
    Asks,
    Step,
    bare,
    codes,
    counted,
    is_asked,
    numbered,
    spoken_as,
)
from coaching.rules.small_talk import is_polite
from storage import conversation, follow_ups, practice
from storage.database import Database, Session, Writer
from storage.follow_ups import FollowUp
from storage.practice import Practice, PracticeNote

QUESTION = "follow_up"


@dataclass(frozen=True, slots=True)
class Return:
    """A prompt that comes back: which, with its answers, for which time, on which day.

    `said` is what was said this time about how it went. `plan` is the plan as it is now;
    `obstacle` and `coping` are what got in its way before and what was to be done then, `lesson`
    is what helped. `card` tells whether the card of a recall is open.
    """

    id: int
    offer: Offer
    number: int
    due_on: date
    result: Result | None = None
    next_on: date | None = None
    said: tuple[Note, ...] = ()
    plan: str | None = None
    obstacle: Note | None = None
    coping: str | None = None
    lesson: str | None = None
    card: bool = False

    @property
    def step(self) -> Step | None:
        """Return what is still asked about how it went, None if nothing is."""
        script = AFTERWARDS.get(self.result, ()) if self.result else ()
        step = script[len(self.said)] if len(self.said) < len(script) else None
        said = [note.text for note in self.said]
        return step if step is None or is_asked(step, said) else None

    @property
    def is_over(self) -> bool:
        """Tell whether a recall is known by now, so that it need not come again."""
        return self.result is Result.KNEW and self.next_on is None


async def returns(database: Database, viewer: Viewer, now: datetime) -> list[Return]:
    """Return what is to come back to the person, each prompt by its next time, soonest first."""
    require(viewer, Action.PRACTISE)
    async with database.read() as session:
        waiting = await follow_ups.open_of(session, viewer.person_id)
        talks = await _talks(session, viewer, [row for _, row in waiting])
    oldest = viewer.local_day(now) - audience.LAPSES_AFTER
    following: dict[int, FollowUp] = {}
    for due, row in waiting:
        if due.due_on >= oldest and row.id in talks and _can_come(talks[row.id], now.date()):
            following.setdefault(row.id, due)
    return [_return(talks[practice_id], due) for practice_id, due in following.items()]


async def look_back(database: Database, viewer: Viewer, follow_up_id: int) -> Return:
    """Bring what comes back in front, as it stands; raises NOT_FOUND for anybody else's."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        due, talk = await _own(session, viewer, follow_up_id)
        return await _taken_up(session, talk, due)


async def open_card(database: Database, viewer: Viewer, follow_up_id: int) -> Return:
    """Show the card: from now on a typed number counts the answers below it."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        due, talk = await _own(session, viewer, follow_up_id)
        return await _taken_up(session, talk, due, card=True)


async def answer_typed(
    database: Database,
    viewer: Viewer,
    follow_up_id: int,
    typed: str,
    now: datetime,
    message_id: int,
    labels: Labels = NO_LABELS,
    *,
    anyway: bool = False,
) -> tuple[Return, Taken]:
    """Take a number or the words on a button as that button, other words where they are asked for.

    The same message counts once. Raises TEXT_TOO_LONG, or TEXT_PRIVATE with what was found.
    """
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        due, talk = await _own(session, viewer, follow_up_id)
        _, data = await conversation.where(session, viewer.person_id) or ("", {})
        if data.get("heard", 0) >= message_id:
            return _return(talk, due), Taken.ANSWER
        card = bool(data.get("card", False))
        args = (typed.strip(), labels, talk.viewer.local_day(now))
        taken = await _typed(session, talk, due, *args, card=card, anyway=anyway)
        is_recall = talk.prompt.format is PromptFormat.RECALL
        card = card or (is_recall and taken is not Taken.ANSWER)
        if due.result is None or _return(talk, due).step is not None:
            return await _taken_up(session, talk, due, card=card, heard=message_id), taken
        return await _closed(session, talk, due), taken


async def answer(
    database: Database, viewer: Viewer, follow_up_id: int, result: Result, now: datetime
) -> Return:
    """Keep what came of it, in place of an earlier answer; raises NOT_FOUND if it is none here."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        due, talk = await _own(session, viewer, follow_up_id)
        await _answer(session, talk, due, result, talk.viewer.local_day(now))
        return await _answered(session, talk, due)


async def answer_step(
    database: Database, viewer: Viewer, follow_up_id: int, place: int, code: str, now: datetime
) -> Return:
    """Keep what a button says about how it went; a step answered before stays as it is.

    Raises NOT_FOUND for what the step does not offer.
    """
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        due, talk = await _own(session, viewer, follow_up_id)
        shown = _return(talk, due)
        if place == len(shown.said):
            if shown.step is None or code not in codes(shown.step):
                raise CoachingError(Code.NOT_FOUND)
            await _say(session, talk, due, Note(code), talk.viewer.local_day(now))
        return await _answered(session, talk, due)


async def stop(database: Database, viewer: Viewer, follow_up_id: int) -> Return:
    """Let the prompt come back no more."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        due, talk = await _own(session, viewer, follow_up_id)
        before = _return(talk, due)
        due.result = due.result or Result.LAPSED
        await forget_follow_ups(session, talk)
        return replace(before, result=Result.LAPSED, next_on=None)


async def next_return(
    session: Writer, viewer: Viewer, delivery_id: int, today: date
) -> Return | None:
    """Bring what a delivery brings back, the same when prepared twice; None if nothing waits."""
    again = await follow_ups.of_delivery(session, delivery_id)
    if again is not None:
        due, row = again
        talk = await talk_about(session, await practitioner(session, viewer), row)
        return await _taken_up(session, talk, due)
    waiting = await follow_ups.open_of(session, viewer.person_id)
    talks = await _talks(session, viewer, [row for _, row in waiting])
    for due, row in waiting:
        lapsed = due.due_on < today - audience.LAPSES_AFTER
        if lapsed or row.id not in talks or not _can_come(talks[row.id], today):
            due.result = Result.LAPSED
        elif due.delivery_id is None and due.due_on <= today:
            due.delivery_id = delivery_id
            return await _taken_up(session, talks[row.id], due)
    return None


async def was_answered(session: Session, delivery_id: int) -> bool:
    """Tell whether what the delivery brought back was answered: then it had arrived."""
    brought = await follow_ups.of_delivery(session, delivery_id)
    return brought is not None and brought[0].result not in (None, Result.TAKEN_UP)


async def _talks(session: Session, viewer: Viewer, rows: Sequence[Practice]) -> dict[int, Talk]:
    """Return the talks about the prompts that the library still has, by their practice."""
    if not rows:
        return {}
    who = await practitioner(session, viewer)
    once = list({row.id: row for row in rows}.values())
    return {talk.row.id: talk for talk in await talks_of(session, who, once)}


def _can_come(talk: Talk, today: date) -> bool:
    """Tell whether an open talk can still be answered; one at its end comes back all the same."""
    age = today - talk.row.offered_at.date()
    return not (offer_of(talk).is_open and age >= prompts.LAPSES_AFTER)


async def _taken_up(
    session: Writer, talk: Talk, due: FollowUp, *, card: bool = False, heard: int = 0
) -> Return:
    """Bring it in front: what is typed now is about this."""
    if offer_of(talk).is_open:
        await go_on(session, talk)
    else:
        who = talk.viewer.person_id
        await conversation.put(session, who, QUESTION, follow_up=due.id, card=card, heard=heard)
    return replace(_return(talk, due), card=card)


async def _answered(session: Writer, talk: Talk, due: FollowUp) -> Return:
    """Go on with what is asked about how it went, or close the question."""
    if _return(talk, due).step is not None:
        return await _taken_up(session, talk, due)
    return await _closed(session, talk, due)


async def _closed(session: Writer, talk: Talk, due: FollowUp) -> Return:
    await conversation.clear(session, talk.viewer.person_id, QUESTION)
    return _return(talk, due)


async def _answer(session: Writer, talk: Talk, due: FollowUp, result: Result, today: date) -> None:
    """Keep what came of it; what was said about another result goes with that."""
    if result not in RESULTS.get(talk.prompt.format, ()):
        raise CoachingError(Code.NOT_FOUND)
    if due.result == result:
        return
    due.result = result
    if said := [note for note in talk.later if time_of(note.number) == due.number]:
        await practice.drop_notes(session, talk.row.id, *(note.number for note in said))
        talk.later = [note for note in talk.later if note not in said]
    if talk.prompt.format is PromptFormat.RECALL:
        await recall_again(session, talk, due, today)


async def _typed(
    session: Writer,
    talk: Talk,
    due: FollowUp,
    typed: str,
    labels: Labels,
    today: date,
    *,
    card: bool,
    anyway: bool,
) -> Taken:
    """Take what was typed: a result, an answer about how it went, or neither."""
    if due.result is None:
        results = RESULTS.get(talk.prompt.format, ())
        is_recall = talk.prompt.format is PromptFormat.RECALL
        said = next((r for r in results if bare(labels.get(r, "")) == bare(typed)), None)
        if said is None and (card or not is_recall):
            said = counted(results).get(typed)
        if said is None:
            return Taken.CARD if is_recall and not card else Taken.NO_WORDS
        await _answer(session, talk, due, said, today)
        return Taken.ANSWER
    if (step := _return(talk, due).step) is None:
        return Taken.NO_WORDS
    code = spoken_as(step, typed, labels) or numbered(step).get(typed)
    if code is None and step.asks is Asks.AGREED and is_agreement(typed):
        code = AGREED
    if code is not None:
        await _say(session, talk, due, Note(code), today)
        return Taken.ANSWER
    check_text(typed, WORDS_LIMIT, anyway=anyway)
    if (refused := _no_answer(step, typed)) is not None:
        return refused
    if step.asks is Asks.AGREED:
        await _forget_last(session, talk, due)
    await _say(session, talk, due, Note(None, typed), today)
    return Taken.ANSWER


def _no_answer(step: Step, typed: str) -> Taken | None:
    """Tell what a text is that answers nothing; None if it is an answer."""
    if step.asks in {*IS_A_PLAN, Asks.AGREED}:
        return None if is_plan(typed) else Taken.NO_PLAN
    return Taken.POLITE if is_polite(typed) else None


async def _say(session: Writer, talk: Talk, due: FollowUp, note: Note, today: date) -> None:
    """Keep what is said about how it went; a plan that is agreed on comes back once more."""
    if note.code == ANEW:
        await _forget_last(session, talk, due)
        return
    place = len(_return(talk, due).said)
    number = note_number(due.number, place)
    kept = PracticeNote(practice_id=talk.row.id, number=number, code=note.code, text=note.text)
    session.add(kept)
    talk.later.append(kept)
    if note.code in (AGREED, SAME):
        await plan_again(session, talk, due, today)


async def _forget_last(session: Writer, talk: Talk, due: FollowUp) -> None:
    """Forget the plan just written, so that it is written anew."""
    last = max(note.number for note in talk.later if time_of(note.number) == due.number)
    talk.later = [note for note in talk.later if note.number != last]
    await practice.drop_notes(session, talk.row.id, last)


def _return(talk: Talk, due: FollowUp) -> Return:
    later = [each.due_on for each in talk.to_come if each.number > due.number]
    result = Result(due.result) if due.result else None
    offer, said = offer_of(talk), _said(talk, due.number)
    shown = Return(due.id, offer, due.number, due.due_on, result, min(later, default=None), said)
    return replace(shown, **_from_before(talk, due.number, offer.plan))


def _from_before(talk: Talk, number: int, plan: str | None) -> dict[str, Any]:
    """Return the plan as it is now, with what was said about it at earlier times."""
    found: dict[str, Any] = {"plan": plan}
    for each in sorted(talk.follow_ups, key=by_number):
        said = _said(talk, each.number)
        if each.number >= number or not said:
            continue
        match each.result:
            case Result.CAME:
                found["lesson"] = said[0].text
            case Result.NOT_COME if said[-1].code == AGREED:
                found["plan"] = said[0].text
            case Result.OTHERWISE if said[-1].code == AGREED:
                found |= {"obstacle": said[0], "coping": said[1].text}
    return found


def _said(talk: Talk, number: int) -> tuple[Note, ...]:
    """Return what was said when the prompt came back for this time."""
    notes = sorted((note.number, note.code, note.text) for note in talk.later)
    return tuple(Note(code, text) for n, code, text in notes if time_of(n) == number)


async def _own(session: Session, viewer: Viewer, follow_up_id: int) -> tuple[FollowUp, Talk]:
    """Return one's own follow-up with its talk; raises NOT_FOUND for anybody else's."""
    own = await follow_ups.own(session, viewer.person_id, follow_up_id)
    if own is None:
        raise CoachingError(Code.NOT_FOUND)
    due, row = own
    return due, await talk_about(session, await practitioner(session, viewer), row)
