"""When somebody works and wants to be written to: own time of day, own zone, own shifts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from coaching.errors import CoachingError, Code
from coaching.people.audience import working_time_of
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.calendar import instant
from coaching.rules.working_times import OUTER_HOURS, Hours
from coaching.schedules.days import reschedule
from coaching.schedules.planning import catch_up
from storage import conversation, deliveries, programme, shifts
from storage.database import Database, Session, Writer
from storage.people import Person
from storage.schedules import leaving_the_time

QUESTION_ZONE = "own_zone"
QUESTION_SLOT = "own_slot"
QUESTION_SHIFT = "own_shift"
DAYS_SHOWN = 14
LONGEST_SHIFT = timedelta(hours=16)


@dataclass(frozen=True, slots=True)
class OwnTime:
    """Somebody's own time of day, if chosen, the zone, and the hours in which it must lie.

    In shifts there are no hours: messages come inside the shifts. `left_to_people` tells whether
    any schedule for this person leaves the time to them: else a time of their own has no effect.
    """

    slot: time | None
    zone: ZoneInfo
    is_own_zone: bool
    hours: Hours
    in_shifts: bool
    left_to_people: bool

    @property
    def slot_fits(self) -> bool:
        """Tell whether an own time was chosen that the working hours have room for."""
        return self.slot is not None and (self.in_shifts or self.hours.includes(self.slot))


@dataclass(frozen=True, slots=True)
class DayOfShifts:
    """A coming day with the local times of the shift that begins on it, if there is one."""

    day: date
    begins: time | None
    ends: time | None


async def own_time(database: Database, viewer: Viewer, now: datetime) -> OwnTime:
    """Return the person's own time of day and zone."""
    require(viewer, Action.RECEIVE)
    async with database.read() as session:
        return await _own_time(session, viewer, now)


async def set_slot(
    database: Database, viewer: Viewer, slot: time | None, now: datetime
) -> OwnTime:
    """Choose the own time of day, or leave it to the schedules; raises TIME_OUTSIDE_HOURS."""
    require(viewer, Action.RECEIVE)
    async with database.write() as session:
        known = await _own_time(session, viewer, now)
        hours = known.hours
        if slot is not None and not (known.in_shifts or hours.includes(slot)):
            raise CoachingError(Code.TIME_OUTSIDE_HOURS, earliest=hours.opens, latest=hours.closes)
        person = await session.get_one(Person, viewer.person_id)
        person.slot = slot
        await conversation.clear(session, viewer.person_id, QUESTION_SLOT)
        await session.flush()
        await deliveries.look_again(session, now, person_id=viewer.person_id)
        return await _own_time(session, viewer, now)


def zones_like(typed: str) -> list[str]:
    """Return the IANA zones that a typed city or name means, an exact name first."""
    wanted = typed.strip().replace(" ", "_").casefold()
    names = sorted(name for name in available_timezones() if "/" in name or name == "UTC")
    exact = [name for name in names if wanted == name.casefold()]
    cities = [name for name in names if wanted == name.rpartition("/")[2].casefold()]
    return exact or [name for name in cities if not name.startswith(("Etc/", "posix/", "right/"))]


async def set_own_zone(
    database: Database, viewer: Viewer, zone: str | None, now: datetime
) -> OwnTime:
    """Work in another time zone than the unit, from the next messages on; raises ZONE_UNKNOWN."""
    require(viewer, Action.RECEIVE)
    if zone is not None and zone not in available_timezones():
        raise CoachingError(Code.ZONE_UNKNOWN)
    await catch_up(database, now)
    async with database.write() as session:
        organisation = await programme.organisation_to_change(session, viewer.organisation_id)
        person = await session.get_one(Person, viewer.person_id)
        person.timezone = zone
        await conversation.clear(session, viewer.person_id, QUESTION_ZONE)
        await session.flush()
        await reschedule(session, organisation, now)
        await deliveries.look_again(session, now, person_id=viewer.person_id)
        return await _own_time(session, viewer, now)


async def ask(database: Database, viewer: Viewer, question: str, now: datetime) -> OwnTime:
    """Let the next text that the person types be a time or a zone; return how it is now."""
    require(viewer, Action.RECEIVE)
    async with database.write() as session:
        known = await _own_time(session, viewer, now)
        if known.left_to_people or question != QUESTION_SLOT:
            await conversation.put(session, viewer.person_id, question)
        return known


async def own_shifts(database: Database, viewer: Viewer, now: datetime) -> Sequence[DayOfShifts]:
    """Return the next two weeks, each day with its shift; raises NO_SHIFTS outside such units."""
    require(viewer, Action.RECEIVE)
    async with database.read() as session:
        return await _own_shifts(session, viewer, now)


async def open_day(
    database: Database, viewer: Viewer, day: date, now: datetime
) -> Sequence[DayOfShifts]:
    """Let the next text that the person types be the shift of a day, if it is one of the next.

    Returns these; raises NO_SHIFTS.
    """
    require(viewer, Action.RECEIVE)
    async with database.write() as session:
        return await _asked(session, viewer, day, await _own_shifts(session, viewer, now))


async def set_shift(
    database: Database, viewer: Viewer, day: date, span: tuple[time, time] | None, now: datetime
) -> Sequence[DayOfShifts]:
    """Enter the shift that begins on a day, past midnight if it ends earlier; None: a day off.

    The next text that the person types is the shift of the day after it. Raises NO_SHIFTS,
    QUESTION_CLOSED for a day not shown (any more), SHIFT_INVALID for more than 16 hours.
    """
    require(viewer, Action.RECEIVE)
    async with database.write() as session:
        shown = await _own_shifts(session, viewer, now)
        if day not in [each.day for each in shown]:
            raise CoachingError(Code.QUESTION_CLOSED)
        working = await working_time_of(session, viewer.person_id, viewer.local_day(now))
        instants = None if span is None else _instants(day, *span, working.zone)
        await shifts.put(session, viewer.person_id, day, instants)
        await deliveries.look_again(session, now, person_id=viewer.person_id)
        await conversation.clear(session, viewer.person_id, QUESTION_SHIFT)
        shown = await _own_shifts(session, viewer, now)
        return await _asked(session, viewer, day + timedelta(days=1), shown)


async def _asked(
    session: Writer, viewer: Viewer, day: date, shown: Sequence[DayOfShifts]
) -> Sequence[DayOfShifts]:
    if day in [each.day for each in shown]:
        asked = (viewer.person_id, QUESTION_SHIFT)
        await conversation.put(session, *asked, day=day.isoformat())
    return shown


def _instants(day: date, begins: time, ends: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    first = instant(day, begins, zone)
    last = instant(day if begins < ends else day + timedelta(days=1), ends, zone)
    if not timedelta(0) < last - first <= LONGEST_SHIFT:
        raise CoachingError(Code.SHIFT_INVALID)
    return first.astimezone(UTC), last.astimezone(UTC)


async def _own_time(session: Session, viewer: Viewer, now: datetime) -> OwnTime:
    person = await session.get_one(Person, viewer.person_id)
    working = await working_time_of(session, viewer.person_id, viewer.local_day(now))
    hours = working.hours or OUTER_HOURS
    own = person.timezone is not None
    left = await _left_to(session, viewer)
    return OwnTime(person.slot, working.zone, own, hours, working.in_shifts, left)


async def _left_to(session: Session, viewer: Viewer) -> bool:
    """Tell whether a schedule that comes at people's own time is for this person."""
    schedules = await leaving_the_time(session, viewer.organisation_id)
    if not schedules:
        return False
    standing = viewer.standing
    teams = standing.staff_in | standing.leads
    named = await programme.teams_named(session, viewer.organisation_id, sorted(teams))
    units = {team.unit_id for team in named}
    return any(
        (each.role is None or each.role in standing.roles)
        and (each.team_id is None or each.team_id in teams)
        and (each.unit_id is None or each.unit_id in units)
        for each in schedules
    )


async def _own_shifts(session: Session, viewer: Viewer, now: datetime) -> Sequence[DayOfShifts]:
    today = viewer.local_day(now)
    working = await working_time_of(session, viewer.person_id, today)
    if not working.in_shifts:
        raise CoachingError(Code.NO_SHIFTS)
    days = [today + timedelta(days=n) for n in range(DAYS_SHOWN)]
    rows = await shifts.of_person(session, viewer.person_id, days[0], days[-1])
    known = {row.day: row for row in rows}

    def local(at: datetime) -> time:
        return at.astimezone(working.zone).time()

    return [
        DayOfShifts(day, local(known[day].begins), local(known[day].ends))
        if day in known
        else DayOfShifts(day, None, None)
        for day in days
    ]
