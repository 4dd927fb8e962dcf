"""Taking a prompt up again after some days: did the moment come, is it still remembered?"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from coaching.content import Prompt
from coaching.errors import CoachingError, Code
from coaching.people.audience import LAPSES_AFTER, working_day_after
from coaching.people.identity import Viewer, require
from coaching.practice.library import prompts_of
from coaching.practice.prompts import LAPSES_AFTER as TALK_LAPSES_AFTER
from coaching.practice.prompts import Offer, go_on, offer_of
from coaching.rules.access import Action
from coaching.rules.formats import COMPLETES, Outcome, PromptFormat, is_open
from storage import conversation, follow_ups, practice
from storage.database import Database, Session
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


async def arrange(
    session: Session, viewer: Viewer, row: Practice, prompt: Prompt, today: date
) -> None:
    """Arrange when the prompt comes back, once for each of its follow-ups."""
    arranged = {each.number for each in await follow_ups.of_practice(session, row.id)}
    outcome = Outcome(row.outcome) if row.outcome else None
    match prompt.format:
        case PromptFormat.PLAN if outcome is Outcome.DONE:
            wanted = list(enumerate(prompt.follow_ups))
        case PromptFormat.RECALL if outcome in COMPLETES:
            wanted = list(enumerate(prompt.follow_ups))
        case PromptFormat.TRY if outcome is Outcome.NOT_YET:
            wanted = [(0, prompt.follow_ups[0])]
        case PromptFormat.GROW if outcome is None:
            turns = len(await practice.notes_of(session, row.id))
            wanted = [(turns, prompt.follow_ups[0])]
        case _:
            return
    for number, days in wanted:
        if number not in arranged:
            due_on = await _day_of(session, viewer, prompt.format, today, days)
            session.add(FollowUp(practice_id=row.id, number=number, due_on=due_on))
    await session.flush()


async def returns(database: Database, viewer: Viewer, now: datetime) -> list[Return]:
    """Return what is to come back to the person, each prompt by its next time, soonest first."""
    require(viewer, Action.PRACTISE)
    oldest = viewer.local_day(now) - LAPSES_AFTER
    async with database.write() as session:
        following: dict[int, tuple[FollowUp, Practice]] = {}
        for row, talk in await follow_ups.open_of(session, viewer.person_id):
            if row.due_on >= oldest and await _can_come(session, viewer, talk, now.date()):
                following.setdefault(talk.id, (row, talk))
        return [await _return(session, viewer, *found) for found in following.values()]


async def look_back(database: Database, viewer: Viewer, follow_up_id: int) -> Return:
    """Return what comes back, as it stands; raises NOT_FOUND for anybody else's."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        row, talk = await _own(session, viewer, follow_up_id)
        return await _taken_up(session, viewer, row, talk)


async def answer_by_number(
    database: Database, viewer: Viewer, follow_up_id: int, typed: str
) -> Return | None:
    """Take a typed number as the button that it counts; None if it counts none."""
    found = await look_back(database, viewer, follow_up_id)
    results = RESULTS.get(found.offer.prompt.format, ())
    if typed not in [str(n) for n in range(1, len(results) + 1)]:
        return None
    return await answer(database, viewer, follow_up_id, results[int(typed) - 1])


async def answer(database: Database, viewer: Viewer, follow_up_id: int, result: Result) -> Return:
    """Keep what came of it, in place of an earlier answer; raises NOT_FOUND if it is none here."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        row, talk = await _own(session, viewer, follow_up_id)
        found = await _return(session, viewer, row, talk)
        if result not in RESULTS.get(found.offer.prompt.format, ()):
            raise CoachingError(Code.NOT_FOUND)
        row.result = result
        await conversation.clear(session, viewer.person_id, QUESTION)
        await session.flush()
        return await _return(session, viewer, row, talk)


async def stop(database: Database, viewer: Viewer, follow_up_id: int) -> Return:
    """Let the prompt come back no more."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        row, talk = await _own(session, viewer, follow_up_id)
        found = await _return(session, viewer, row, talk)
        row.result = row.result or Result.LAPSED
        await session.flush()
        await follow_ups.forget_open(session, talk.id)
        return Return(found.id, found.offer, found.number, found.due_on, Result.LAPSED)


async def next_return(
    session: Session, viewer: Viewer, delivery_id: int, today: date
) -> Return | None:
    """Return what a delivery brings back, the same when prepared twice; None if nothing waits."""
    again = await follow_ups.of_delivery(session, delivery_id)
    if again is not None:
        talk = await session.get_one(Practice, again.practice_id)
        return await _taken_up(session, viewer, again, talk)
    for row, talk in await follow_ups.open_of(session, viewer.person_id):
        if row.due_on < today - LAPSES_AFTER or not await _can_come(session, viewer, talk, today):
            row.result = Result.LAPSED
        elif row.delivery_id is None and row.due_on <= today:
            row.delivery_id = delivery_id
            await session.flush()
            return await _taken_up(session, viewer, row, talk)
    return None


async def _can_come(session: Session, viewer: Viewer, talk: Practice, today: date) -> bool:
    """Tell whether the library still has the prompt, and an open talk can still be answered."""
    library = await prompts_of(session, viewer.organisation_id)
    waits = is_open(Outcome(talk.outcome) if talk.outcome else None)
    age = today - talk.offered_at.date()
    return talk.prompt_id in library and not (waits and age >= TALK_LAPSES_AFTER)


async def was_answered(session: Session, delivery_id: int) -> bool:
    """Tell whether what the delivery brought back was answered: then it had arrived."""
    row = await follow_ups.of_delivery(session, delivery_id)
    return row is not None and row.result not in (None, Result.TAKEN_UP)


async def _taken_up(session: Session, viewer: Viewer, row: FollowUp, talk: Practice) -> Return:
    """Bring it in front: what is typed now is about this."""
    offer = await offer_of(session, viewer, talk)
    if offer.is_open:
        await go_on(session, viewer, talk)
    else:
        await conversation.put(session, viewer.person_id, QUESTION, follow_up=row.id)
    return await _return(session, viewer, row, talk)


async def _return(session: Session, viewer: Viewer, row: FollowUp, talk: Practice) -> Return:
    later = [
        each.due_on
        for each in await follow_ups.of_practice(session, talk.id)
        if each.number > row.number and each.result is None
    ]
    return Return(
        row.id,
        await offer_of(session, viewer, talk),
        row.number,
        row.due_on,
        Result(row.result) if row.result else None,
        min(later, default=None),
    )


async def _own(session: Session, viewer: Viewer, follow_up_id: int) -> tuple[FollowUp, Practice]:
    row = await follow_ups.own(session, viewer.person_id, follow_up_id)
    if row is None:
        raise CoachingError(Code.NOT_FOUND)
    return row, await session.get_one(Practice, row.practice_id)


async def _day_of(
    session: Session, viewer: Viewer, prompt_format: PromptFormat, today: date, days: int
) -> date:
    """Count working days; memory fades on every day, so a recall counts them all."""
    if prompt_format is PromptFormat.RECALL:
        return today + timedelta(days=days)
    return await working_day_after(session, viewer.person_id, today, days)
