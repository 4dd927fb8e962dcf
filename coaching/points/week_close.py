"""Closing a week: shares of people become points of teams, exactly once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from coaching.checkin.own_history import WEEKS_KEPT
from coaching.points.counting import TeamsWeek, points_of_week, week_at
from coaching.points.moments import note_levels, note_results
from coaching.points.scheme import end_period
from coaching.points.votes import settle_votes
from coaching.results.publication import Publication, look_ahead, publish
from coaching.rules.points import RULE_VERSION
from coaching.rules.programme import WEEKS_IN_BLOCK, block_begins, last_week_of, position, week_of
from storage import checkin, points, programme, results
from storage.database import Database, Session, Writer
from storage.programme import Organisation

PEOPLE_AT_ONCE = 2000  # in one transaction: others get their turn in between


class Foundation(NamedTuple):
    """What counting a week rests on; as long as it is the same, so is what was counted."""

    teams: Sequence[tuple[int, int]]
    merged: Mapping[int, int]
    answers: int


@dataclass(frozen=True, slots=True)
class CountedWeek:
    """What closing a week will enter and publish, counted before: no writer waits for it."""

    number: int
    foundation: Foundation
    points: Mapping[int, TeamsWeek]
    block: Publication | None


async def count_week(database: Database, organisation_id: int, day: date) -> CountedWeek | None:
    """Count the week that is to be closed first on a day, None if there is none."""
    async with database.read() as session:
        organisation = await programme.organisation(session, organisation_id)
        number = next(iter(await _open_weeks(session, organisation, day)), None)
        if number is None:
            return None
        foundation = await _foundation(session, organisation, number)
        points_of = await points_of_week(session, organisation, week_at(organisation, number))
        ends = _block_that_ends(number)
        block = None if ends is None else await look_ahead(session, organisation, *ends)
    return CountedWeek(number, foundation, points_of, block)


async def close_weeks(
    session: Writer,
    organisation: Organisation,
    day: date,
    now: datetime,
    counted: CountedWeek | None = None,
) -> list[int]:
    """Close every week that is over on a day and still open; return those closed by this call.

    What was counted before is taken if it rests on what is there now. A week that ends a block
    publishes it; its answers are deleted by `forget_answers`.
    """
    closed = []
    for number in await _open_weeks(session, organisation, day):
        if await points.claim_week(session, organisation.id, number, now):
            known = await _still_right(session, organisation, number, counted)
            await _enter_points(session, organisation, number, now, known)
            await note_levels(session, organisation, number)
            await settle_votes(session, organisation, number)
            await end_period(session, organisation, number, now)
            ends = _block_that_ends(number)
            if ends is not None:
                await publish(session, organisation, *ends, now, known.block if known else None)
                await note_results(session, organisation, ends[0])
            closed.append(number)
    return closed


async def forget_answers(database: Database, organisation_id: int) -> None:
    """Delete what was answered in blocks that are published, some people at a time.

    What somebody keeps for themselves goes after thirteen months. Being cut off does no harm: the
    daily purge, which begins with each start, goes on.
    """
    async with database.read() as session:
        newest = await results.newest(session, organisation_id)
        ends = await checkin.last_person_with_answers(session)
    if newest is None or ends is None:
        return
    before = last_week_of(newest.block) + 1
    for first in range(0, ends + 1, PEOPLE_AT_ONCE):
        some = range(first, first + PEOPLE_AT_ONCE)
        async with database.write() as session:
            await checkin.delete(session, organisation_id, before, some)
            await checkin.delete_kept(session, organisation_id, before - WEEKS_KEPT, some)


async def _open_weeks(session: Session, organisation: Organisation, day: date) -> range:
    """Return the weeks that are over on a day and not closed yet."""
    start = organisation.programme_start
    this_week = week_of(start, day) if day >= start else 0
    last = await points.last_closed(session, organisation.id)
    return range(0 if last is None else last + 1, this_week)


async def _foundation(session: Session, organisation: Organisation, week: int) -> Foundation:
    teams = [(team.id, unit.id) for team, unit in await programme.teams(session, organisation.id)]
    merged = await programme.merged(session, organisation.id)
    first = block_begins(week)
    return Foundation(
        teams, merged, await results.number_of_ratings(session, organisation.id, first, week)
    )


async def _still_right(
    session: Session, organisation: Organisation, week: int, counted: CountedWeek | None
) -> CountedWeek | None:
    """Return what was counted of the week unless a team or an answer came or went meanwhile."""
    if counted is None or counted.number != week:
        return None
    now = await _foundation(session, organisation, week)
    return counted if counted.foundation == now else None


def _block_that_ends(week: int) -> tuple[int, int] | None:
    """Return the block whose last week this is, and its first week."""
    where = position(week)
    if where.block is None or where.week_of_block != WEEKS_IN_BLOCK:
        return None
    return where.block, week - WEEKS_IN_BLOCK + 1


async def _enter_points(
    session: Writer,
    organisation: Organisation,
    number: int,
    now: datetime,
    counted: CountedWeek | None,
) -> None:
    earned = (
        await points_of_week(session, organisation, week_at(organisation, number))
        if counted is None
        else counted.points
    )
    entries = [
        {"team_id": team, "component": component, "points": amount}
        for team, its in earned.items()
        for component, amount in its.points.items()
    ]
    of_many = {team: its.of_many for team, its in earned.items()}
    await points.note_counted(session, of_many, number)
    await points.enter(session, entries, week=number, rule_version=RULE_VERSION, created_at=now)
