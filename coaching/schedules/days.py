"""The days of a schedule: which are to come, and when each is due by the clocks of today."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from itertools import dropwhile
from zoneinfo import ZoneInfo

from coaching.deliveries.occurrences import recurrence_of
from coaching.people.audience import zones_of
from coaching.people.known import office_zone
from coaching.rules.calendar import Occurrence
from coaching.rules.schedules import Kind, sendings
from storage import programme, schedules
from storage.database import Database, Session, Writer
from storage.programme import Organisation
from storage.schedules import Schedule

A_MOMENT, A_DAY = timedelta(microseconds=1), timedelta(days=1)


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
    places = [office_zone(organisation)] if kind is Kind.CLOSE else list(zones)
    return sendings(kind, pattern, places, organisation.programme_start, after)


def owed(
    schedule: Schedule, organisation: Organisation, zones: Iterable[ZoneInfo]
) -> Iterator[Occurrence]:
    """Yield the days that have yet to be planned, each when it is due by the clocks of today.

    The day is what stays: a law that moves the clock moves its instant.
    """
    if schedule.next_day is not None:
        first = schedule.next_day
        eve = datetime.combine(first - 2 * A_DAY, time.min, UTC)  # nowhere on earth is it the day
        yield from dropwhile(
            lambda each: each.day < first, coming(schedule, organisation, zones, eve)
        )
    elif schedule.next_due is not None:  # an earlier version kept the instant alone
        yield from coming(schedule, organisation, zones, schedule.next_due - A_MOMENT)


def let_come(schedule: Schedule, occurrence: Occurrence | None) -> None:
    """Let a day be the next of a schedule, or none."""
    schedule.next_day = occurrence.day if occurrence else None
    schedule.next_due = occurrence.due if occurrence else None


async def follow(
    session: Session, schedule: Schedule, organisation: Organisation, now: datetime
) -> None:
    """Let a schedule go on with its first day from now; what has yet to be planned stays due."""
    if schedule.next_due is None or schedule.next_due > now:
        zones = await zones_of(session, organisation)
        let_come(schedule, next(coming(schedule, organisation, zones, now), None))


async def reschedule(session: Writer, organisation: Organisation, now: datetime) -> None:
    """Find anew when each schedule is due: a zone, the working hours or a law have changed.

    Each goes on with the day that comes next, even if that should have begun by now.
    """
    zones = await zones_of(session, organisation)
    for schedule in await schedules.all_of(session, organisation.id):
        with suppress(ValueError, LookupError):  # its days cannot be found: planning says so
            first = next(coming(schedule, organisation, zones, now), None)
            let_come(schedule, next(owed(schedule, organisation, zones), first))


async def renew(database: Database, now: datetime) -> None:
    """Find anew when everything is due, as at a start: nothing derived from a clock is kept.

    Days that a clock let go by which was ahead come back.
    """
    async with database.read() as session:
        found = await programme.the_organisation(session)
    if found is None:
        return
    async with database.write() as session:
        organisation = await programme.organisation_to_change(session, found.id)
        await reschedule(session, organisation, now)
        zones = await zones_of(session, organisation)
        for schedule in await schedules.all_of(session, organisation.id):
            with suppress(ValueError, LookupError):
                first = next(coming(schedule, organisation, zones, now), None)
                if first and schedule.next_day and first.day < schedule.next_day:
                    let_come(schedule, first)
