"""What is due: claimed once, with a delivery for each person that it concerns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from coaching.deliveries.alerts import warn_hr
from coaching.deliveries.occurrences import claim, order_of, plan_for, recurrence_of, write
from coaching.people.audience import everybody, was_anybody_asked, zones_of
from coaching.points.week_close import close_weeks
from coaching.rules.calendar import Occurrence
from coaching.rules.planning import Addressee
from coaching.rules.schedules import Kind, sendings
from storage import programme, schedules, shifts
from storage.database import Database, Session
from storage.programme import Organisation
from storage.schedules import Schedule

KINDS = [kind.value for kind in Kind]
A_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class NextDue:
    """The next thing that will happen by itself."""

    at: datetime
    kind: Kind


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One day of a schedule whose time has come."""

    schedule: Schedule
    occurrence: Occurrence

    @property
    def turn(self) -> tuple[datetime, int, int]:
        """Order by time, then by kind, then by age: whoever comes first fills the limits first."""
        return self.occurrence.due, KINDS.index(self.schedule.kind), self.schedule.id


async def next_due(database: Database) -> NextDue | None:
    """Return when something is due next, and what."""
    return next(iter(await agenda(database, at_most=1)), None)


async def agenda(database: Database, at_most: int | None = None) -> list[NextDue]:
    """Return when each running schedule is due next, the earliest first."""
    async with database.read() as session:
        found = await schedules.agenda(session, at_most)
    return [NextDue(at, Kind(kind)) for at, kind in found]


async def plan_due(database: Database, now: datetime) -> int:
    """Claim whatever is due, write its deliveries, and return how many occurrences there were.

    Several runs at the same time do it once; what is not useful any more is written down as missed
    for everybody whom it concerned.
    """
    async with database.read() as session:  # mostly nothing is: then nobody has to wait for it
        if not await schedules.any_due(session, now):
            return 0
    async with database.write(long=True) as session:
        closes = any(each.kind == Kind.CLOSE for each in await schedules.due(session, now))
        planned = await catch_up(session, now)
    if closes:
        await database.forget()
    return planned


async def catch_up(session: Session, now: datetime) -> int:
    """Plan what is due inside a transaction that is open already."""
    due = await schedules.due(session, now)
    planned = 0
    for organisation_id in {schedule.organisation_id for schedule in due}:
        organisation = await programme.organisation(session, organisation_id)
        zones = await zones_of(session, organisation)
        own = [schedule for schedule in due if schedule.organisation_id == organisation_id]
        steps = [step for schedule in own for step in _steps(schedule, organisation, zones, now)]
        await _plan_steps(session, organisation, sorted(steps, key=lambda step: step.turn), now)
        for schedule in own:
            schedule.next_due = _next(schedule, organisation, zones, now)
        planned += len(steps)
    return planned


def coming(
    schedule: Schedule, organisation: Organisation, zones: Iterable[ZoneInfo], after: datetime
) -> Iterator[Occurrence]:
    """Yield the days of a schedule after an instant, each with the instant of planning it.

    That is the earliest at which anybody may be due, wherever they work and whatever time of day
    they chose.
    """
    kind, pattern = Kind(schedule.kind), recurrence_of(schedule)
    if schedule.own_slot:  # in shifts that can be any time of the day
        pattern = pattern.starting_at(time.min)
    places = [ZoneInfo(organisation.timezone)] if kind is Kind.CLOSE else list(zones)
    return sendings(kind, pattern, places, organisation.programme_start, after)


async def following(
    session: Session, schedule: Schedule, organisation: Organisation, after: datetime
) -> datetime | None:
    """Return when the schedule is to be planned next after an instant."""
    return _next(schedule, organisation, await zones_of(session, organisation), after)


async def reschedule(session: Session, organisation: Organisation, now: datetime) -> None:
    """Find anew when each schedule is due: a zone or the working hours have changed."""
    zones = await zones_of(session, organisation)
    for schedule in await schedules.all_of(session, organisation.id):
        schedule.next_due = _next(schedule, organisation, zones, now)


def _next(
    schedule: Schedule, organisation: Organisation, zones: Iterable[ZoneInfo], after: datetime
) -> datetime | None:
    return next((o.due for o in coming(schedule, organisation, zones, after)), None)


def _steps(
    schedule: Schedule, organisation: Organisation, zones: Iterable[ZoneInfo], now: datetime
) -> Iterator[Step]:
    if schedule.next_due is not None:
        days = coming(schedule, organisation, zones, schedule.next_due - A_MOMENT)
        for occurrence in takewhile(lambda each: each.due <= now, days):
            yield Step(schedule, occurrence)


async def _plan_steps(
    session: Session, organisation: Organisation, steps: list[Step], now: datetime
) -> None:
    running = await schedules.running(session, organisation.id)
    cast: list[Addressee] | None = None
    missed = 0
    for step in steps:
        claimed = await claim(session, organisation, step.schedule, step.occurrence)
        if claimed is None:
            continue
        if step.schedule.kind == Kind.CLOSE:
            await close_weeks(session, organisation, now)
            await shifts.forget_before(session, step.occurrence.day - timedelta(weeks=1))
            continue
        nobody_asked = step.schedule.kind == Kind.REMINDER and not await was_anybody_asked(
            session, organisation, step.occurrence.day
        )
        if nobody_asked:
            continue  # most days have nothing to remind of: then nobody has to be looked at
        if cast is None:
            days = [each.occurrence.day for each in steps]
            cast = await everybody(session, organisation, min(days), max(days))
        order = order_of(step.schedule, running, step.occurrence)
        made = await plan_for(session, organisation, order, cast)
        missed += await write(session, claimed, made, now)
    if missed:
        await warn_hr(session, organisation.id, now)
