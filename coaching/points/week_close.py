"""Closing a week: shares of people become points of teams, exactly once."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from coaching.checkin.own_history import WEEKS_KEPT
from coaching.points.rewards import settle_votes
from coaching.points.scheme import end_period
from coaching.results.publication import publish
from coaching.rules.access import Role
from coaching.rules.formats import Outcome
from coaching.rules.points import (
    RULE_VERSION,
    WEEKS_TO_SETTLE_IN,
    Activity,
    Completion,
    Component,
    Mark,
    counted,
    counted_together,
    is_active,
    score,
    tried_across,
)
from coaching.rules.programme import (
    WEEKS_IN_BLOCK,
    block_begins,
    monday_of,
    position,
    week_bounds,
    week_of,
)
from coaching.rules.small_teams import TeamSize
from storage import checkin, learnings, people, points, practice, programme
from storage.database import Session, Writer
from storage.points import PointsEntry
from storage.programme import Organisation


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the programme with its days and instants, both half-open."""

    number: int
    first: date
    after_last: date
    opens: datetime
    closes: datetime


async def close_weeks(
    session: Writer, organisation: Organisation, day: date, now: datetime
) -> list[int]:
    """Close every week that is over on a day and still open; return those closed by this call."""
    start = organisation.programme_start
    this_week = week_of(start, day) if day >= start else 0
    last = await points.last_closed(session, organisation.id)
    closed = []
    for number in range(0 if last is None else last + 1, this_week):
        if await points.claim_week(session, organisation.id, number, now):
            await _enter_points(session, organisation, _week(organisation, number), now)
            await settle_votes(session, organisation, number)
            await end_period(session, organisation, number, now)
            await _end_block(session, organisation, number, now)
            closed.append(number)
    return closed


async def _end_block(
    session: Writer, organisation: Organisation, week: int, now: datetime
) -> None:
    """Publish a block once its last week is closed, and delete what people answered in it.

    What somebody keeps for themselves goes after thirteen months.
    """
    where = position(week)
    if where.block is not None and where.week_of_block == WEEKS_IN_BLOCK:
        first = week - WEEKS_IN_BLOCK + 1
        await publish(session, organisation, where.block, first, now)
        await checkin.delete(session, organisation.id, before=week + 1)
        await checkin.delete_kept(session, organisation.id, before=week + 1 - WEEKS_KEPT)


def _week(organisation: Organisation, number: int) -> Week:
    first = monday_of(organisation.programme_start, number)
    zone = ZoneInfo(organisation.timezone)
    opens, closes = week_bounds(organisation.programme_start, number, zone)
    return Week(number, first, first + timedelta(days=7), opens, closes)


async def _enter_points(
    session: Writer, organisation: Organisation, week: Week, now: datetime
) -> None:
    if not organisation.points_used or position(week.number).rest:
        return
    took_part = set(await checkin.answered_items(session, organisation.id, week.number))
    practised, voices = await _practice(session, organisation, week)
    sharing = await learnings.teams_sharing(session, organisation.id, week.number)
    marks, earlier = await _marks(session, organisation, week.number)
    active = await _active_members(session, organisation, week, took_part | practised)
    units = {team.id: unit.id for team, unit in await programme.teams(session, organisation.id)}
    groups = [TeamSize(team, unit, len(active.get(team, ()))) for team, unit in units.items()]
    for team, together in counted_together(groups).items():
        members = set().union(*(active.get(other, set()) for other in together))
        activity = Activity(
            active=len(members),
            took_part=len(members & took_part),
            practised=len(members & practised),
            shared=bool(together & sharing),
            tried_across=tried_across(together, marks, earlier),
            customer_voice=bool(members & voices)
            and not await _voice_counted(session, team, week),
        )
        session.add_all(_entries(team, week, score(activity), now))


def _entries(
    team: int, week: Week, earned: Mapping[Component, int], now: datetime
) -> list[PointsEntry]:
    return [
        PointsEntry(
            team_id=team,
            week=week.number,
            component=component,
            points=amount,
            rule_version=RULE_VERSION,
            created_at=now,
        )
        for component, amount in earned.items()
    ]


async def _active_members(
    session: Session, organisation: Organisation, week: Week, acted: AbstractSet[int]
) -> dict[int, set[int]]:
    """Return the members who count this week by team, without those away or just come."""
    span = (week.first, week.after_last)
    paused: dict[int, set[date]] = {}
    for pause in await people.pauses_between(session, organisation.id, *span):
        days = _days(pause.since, pause.until, week)
        paused[pause.person_id] = paused.get(pause.person_id, set()) | days
    active: dict[int, set[int]] = {}
    staff = await people.members_between(session, organisation.id, Role.STAFF, *span)
    for place, person in staff:
        enrolled = _days(place.since, place.until, week)
        # Whoever acted stays counted: nobody's pause may take back what was done.
        away = set() if person.id in acted else enrolled & paused.get(person.id, set())
        settled = _weeks_since_joining(organisation, place.since, week)
        if is_active(len(enrolled), len(away), settled) and place.team_id:
            active.setdefault(place.team_id, set()).add(person.id)
    return active


def _days(since: date, until: date | None, week: Week) -> set[date]:
    first, end = max(since, week.first), min(until or week.after_last, week.after_last)
    return {first + timedelta(days=n) for n in range((end - first).days)}


def _weeks_since_joining(organisation: Organisation, since: date, week: Week) -> int:
    """Count the weeks since somebody came; founders have nothing to settle into."""
    start = organisation.programme_start
    joined = week_of(start, since) if since >= start else 0
    return week.number - joined if joined > 0 else week.number + WEEKS_TO_SETTLE_IN


async def _practice(
    session: Session, organisation: Organisation, week: Week
) -> tuple[set[int], set[int]]:
    """Return who completed a practice step in the week, and who brought a customer's voice."""
    steps = await practice.completed_between(session, organisation.id, week.opens, week.closes)
    completions = [
        Completion(step.person_id, step.offered_at, step.completed_at)
        for step in steps
        if step.completed_at
    ]
    voices = {step.person_id for step in steps if step.outcome == Outcome.HEARD}
    return counted(completions), voices


async def _voice_counted(session: Session, team: int, week: Week) -> bool:
    """Tell whether a customer's voice earned points earlier in this block."""
    first = block_begins(week.number)
    return await points.has_component(
        session, team, Component.CUSTOMER_VOICE, first, week.number - 1
    )


async def _marks(
    session: Session, organisation: Organisation, week: int
) -> tuple[list[Mark], list[Mark]]:
    """Return the marks of the week, and those of the block before it."""
    found = await learnings.trials_between(session, organisation.id, block_begins(week), week)
    marks = [
        (trial.week, Mark(trial.team_id, card.team_id, card_counts=card.week is not None))
        for trial, card in found
    ]
    return [m for n, m in marks if n == week], [m for n, m in marks if n != week]


async def week_that_counts(
    session: Session, organisation_id: int, person_id: int, team_id: int, now: datetime
) -> int | None:
    """Return the week in which what the person does now counts for the team, if in any."""
    organisation = await programme.organisation(session, organisation_id)
    today = now.astimezone(ZoneInfo(organisation.timezone)).date()
    if today < organisation.programme_start:
        return None
    week = _week(organisation, week_of(organisation.programme_start, today))
    active = await _active_members(session, organisation, week, {person_id})
    counts = person_id in active.get(team_id, ()) and not position(week.number).rest
    return week.number if counts else None
