"""What is due: claimed once, with a delivery for each person that it concerns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from coaching.closing import close_weeks
from coaching.rules.calendar import Occurrence, Recurrence, Weekday
from coaching.rules.programme import week_bounds, week_of
from coaching.rules.sendings import Kind, Reach, addressed, sendings, useful_until
from storage import checkins, deliveries, people, programme, schedules
from storage.database import Database, Session
from storage.deliveries import DeliveryState
from storage.programme import Organisation
from storage.schedules import Schedule


@dataclass(frozen=True, slots=True)
class NextDue:
    """The next thing that will happen by itself."""

    at: datetime
    kind: Kind


async def next_due(database: Database) -> NextDue | None:
    """Return when something is due next, and what."""
    async with database.read() as session:
        found = await schedules.next_due(session)
    return NextDue(found[0], Kind(found[1])) if found else None


async def plan_due(database: Database, now: datetime) -> int:
    """Claim whatever is due, write its deliveries, and return how many occurrences there were.

    Several runs at the same time do it once; an occurrence that is not useful any more is written
    down as missed for everybody whom it concerned.
    """
    async with database.write() as session:
        due = await schedules.due(session, now)
        return sum([await _plan(session, schedule, now) for schedule in due])


def recurrence_of(schedule: Schedule) -> Recurrence:
    """Return the calendar pattern of a schedule's row."""
    return Recurrence(
        weekdays=frozenset(Weekday(word) for word in schedule.weekdays.split(",")),
        at=schedule.at,
        every_weeks=schedule.every_weeks,
        anchor=schedule.anchor,
    )


def following(schedule: Schedule, organisation: Organisation, after: datetime) -> datetime | None:
    """Return when the schedule is due next after an instant."""
    return next((o.due for o in _sendings(schedule, organisation, after)), None)


def _sendings(
    schedule: Schedule, organisation: Organisation, after: datetime
) -> Iterator[Occurrence]:
    zone, start = ZoneInfo(organisation.timezone), organisation.programme_start
    return sendings(Kind(schedule.kind), recurrence_of(schedule), zone, start, after)


async def _plan(session: Session, schedule: Schedule, now: datetime) -> int:
    organisation = await programme.organisation(session, schedule.organisation_id)
    if schedule.next_due is None:
        return 0
    since = schedule.next_due - timedelta(microseconds=1)
    coming = _sendings(schedule, organisation, since)
    due = list(takewhile(lambda occurrence: occurrence.due <= now, coming))
    for occurrence in due:
        await _plan_occurrence(session, schedule, organisation, occurrence, now)
    schedule.next_due = following(schedule, organisation, now)
    return len(due)


async def _plan_occurrence(
    session: Session,
    schedule: Schedule,
    organisation: Organisation,
    occurrence: Occurrence,
    now: datetime,
) -> None:
    zone, kind = ZoneInfo(organisation.timezone), Kind(schedule.kind)
    window = timedelta(minutes=schedule.window_minutes)
    end = useful_until(kind, occurrence, window, zone)
    claimed = await deliveries.claim(
        session, schedule, occurrence.day, due=occurrence.due, useful_until=end
    )
    if claimed is None:
        return
    if kind is Kind.CLOSE:
        await close_weeks(session, organisation, now)
        return
    audience = await _audience(session, schedule, organisation, occurrence)
    for state, ids in _first_states(audience, useful=end > now).items():
        await deliveries.plan(session, claimed, ids, state, not_before=occurrence.due)


async def _audience(
    session: Session, schedule: Schedule, organisation: Organisation, occurrence: Occurrence
) -> dict[int, bool]:
    """Return the people whom the occurrence concerns, and whether each can be reached."""
    units = {t.id: u.id for t, u in await programme.teams(session, organisation.id)}
    others = [
        Reach(other.unit_id, other.team_id)
        for other in await schedules.all_of(session, organisation.id)
        if other.kind == schedule.kind and not other.paused
    ]
    reach = Reach(schedule.unit_id, schedule.team_id)
    audience = {
        person.id: person.unreachable_since is None
        for person, place in await people.addressees(session, organisation.id)
        if place.team_id and addressed(reach, others, units[place.team_id], place.team_id)
    }
    if schedule.kind == Kind.REMINDER:
        silent = await _asked_and_silent(session, organisation, occurrence)
        return {person: audience[person] for person in audience.keys() & silent}
    return audience


async def _asked_and_silent(
    session: Session, organisation: Organisation, occurrence: Occurrence
) -> set[int]:
    """Return who got this week's check-in and has not responded at all."""
    start = organisation.programme_start
    week = week_of(start, occurrence.day)
    opened, _ = week_bounds(start, week, ZoneInfo(organisation.timezone))
    asked = await deliveries.sent_of_kind(session, organisation.id, Kind.CHECKIN, opened)
    return asked - (await checkins.answered_items(session, organisation.id, week)).keys()


def _first_states(
    audience: dict[int, bool], *, useful: bool
) -> dict[DeliveryState, Sequence[int]]:
    if not useful:
        return {DeliveryState.MISSED: sorted(audience)}
    return {
        DeliveryState.PLANNED: sorted(p for p, reachable in audience.items() if reachable),
        DeliveryState.UNREACHABLE: sorted(p for p, reachable in audience.items() if not reachable),
    }
