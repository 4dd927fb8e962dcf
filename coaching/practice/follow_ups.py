"""Taking a prompt up again after some days: did the moment come, is it still remembered?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from coaching.errors import CoachingError, Code
from coaching.people import audience
from coaching.people.identity import Viewer, require
from coaching.practice import prompts
from coaching.practice.library import library_with
from coaching.practice.prompts import Offer, go_on, offer_of
from coaching.practice.records import (
    Talk,
    forget_follow_ups,
    practitioner,
    talk_about,
    talks_of,
)
from coaching.rules.access import Action
from coaching.rules.formats import COMPLETES, Outcome, PromptFormat
from coaching.rules.scripts import counted
from storage import conversation, follow_ups
from storage.database import Database, Session, Writer
from storage.follow_ups import FollowUp
from storage.practice import Practice

QUESTION = "follow_up"


class Result(StrEnum):
    """What came of a prompt when it was taken up again."""

    CAME = "came"
    OTHERWISE = "otherwise"
    NOT_COME = "not_come"
    KNEW = "knew"
    PARTLY = "partly"
    DID_NOT_KNOW = "did_not_know"
    TAKEN_UP = "taken_up"
    LAPSED = "lapsed"


RESULTS: dict[PromptFormat, tuple[Result, ...]] = {
    PromptFormat.PLAN: (Result.CAME, Result.OTHERWISE, Result.NOT_COME),
    PromptFormat.RECALL: (Result.KNEW, Result.PARTLY, Result.DID_NOT_KNOW),
}


@dataclass(frozen=True, slots=True)
class Return:
    """A prompt that comes back: which, with its answers, for which time, on which day."""

    id: int
    offer: Offer
    number: int
    due_on: date
    result: Result | None = None
    next_on: date | None = None


async def arrange(session: Writer, talk: Talk, today: date) -> None:
    """Arrange when the prompt comes back, once for each of its follow-ups."""
    arranged = {each.number for each in talk.follow_ups}
    wanted = {n: days for n, days in _turns(talk).items() if n not in arranged}
    if not wanted:
        return
    if talk.prompt.format is PromptFormat.RECALL:  # memory fades on every day
        due = {n: today + timedelta(days=days) for n, days in wanted.items()}
    else:
        working = await audience.working_time_of(session, talk.viewer.person_id, today)
        due = {n: working.day_after(today, days) for n, days in wanted.items()}
    added = [FollowUp(practice_id=talk.row.id, number=n, due_on=day) for n, day in due.items()]
    session.add_all(added)
    talk.follow_ups += added


def _turns(talk: Talk) -> dict[int, int]:
    """Return after how many days the prompt comes back, by the number of the follow-up."""
    outcome, days = offer_of(talk).outcome, talk.prompt.follow_ups
    match talk.prompt.format:
        case PromptFormat.PLAN if outcome is Outcome.DONE:
            return dict(enumerate(days))
        case PromptFormat.RECALL if outcome in COMPLETES:
            return dict(enumerate(days))
        case PromptFormat.TRY if outcome is Outcome.NOT_YET:
            return {0: days[0]}
        case PromptFormat.GROW if outcome is None:
            return {len(talk.notes): days[0]}
        case _:
            return {}


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


async def answer_typed(
    database: Database, viewer: Viewer, follow_up_id: int, typed: str
) -> tuple[Return, bool]:
    """Take a typed number as the button that it counts; tell whether it counted one.

    What counts none brings the question in front once more.
    """
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        due, talk = await _own(session, viewer, follow_up_id)
        result = counted(RESULTS.get(talk.prompt.format, ())).get(typed)
        if result is None:
            return await _taken_up(session, talk, due), False
        return await _answered(session, talk, due, result), True


async def answer(database: Database, viewer: Viewer, follow_up_id: int, result: Result) -> Return:
    """Keep what came of it, in place of an earlier answer; raises NOT_FOUND if it is none here."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        due, talk = await _own(session, viewer, follow_up_id)
        if result not in RESULTS.get(talk.prompt.format, ()):
            raise CoachingError(Code.NOT_FOUND)
        return await _answered(session, talk, due, result)


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
    library = await library_with(session, viewer.organisation_id, [r.prompt_id for r in rows])
    once = list({row.id: row for row in rows}.values())
    return {talk.row.id: talk for talk in await talks_of(session, who, library, once)}


def _can_come(talk: Talk, today: date) -> bool:
    """Tell whether an open talk can still be answered; one at its end comes back all the same."""
    age = today - talk.row.offered_at.date()
    return not (offer_of(talk).is_open and age >= prompts.LAPSES_AFTER)


async def _taken_up(session: Writer, talk: Talk, due: FollowUp) -> Return:
    """Bring it in front: what is typed now is about this."""
    if offer_of(talk).is_open:
        await go_on(session, talk)
    else:
        who = talk.viewer.person_id
        await conversation.put(session, who, QUESTION, follow_up=due.id)
    return _return(talk, due)


async def _answered(session: Writer, talk: Talk, due: FollowUp, result: Result) -> Return:
    """Keep what came of it, and close the question about it."""
    due.result = result
    await conversation.clear(session, talk.viewer.person_id, QUESTION)
    return _return(talk, due)


def _return(talk: Talk, due: FollowUp) -> Return:
    later = [each.due_on for each in talk.to_come if each.number > due.number]
    result = Result(due.result) if due.result else None
    return Return(due.id, offer_of(talk), due.number, due.due_on, result, min(later, default=None))


async def _own(session: Session, viewer: Viewer, follow_up_id: int) -> tuple[FollowUp, Talk]:
    """Return one's own follow-up with its talk; raises NOT_FOUND for anybody else's."""
    own = await follow_ups.own(session, viewer.person_id, follow_up_id)
    if own is None:
        raise CoachingError(Code.NOT_FOUND)
    due, row = own
    return due, await talk_about(session, await practitioner(session, viewer), row)
