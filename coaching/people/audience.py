"""Whom schedules may reach: everybody enrolled, each in the working time of their unit."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from coaching.people.holidays import public_holidays
from coaching.people.known import (
    holidays_of,
    is_zone,
    known_weekdays,
    office_zone,
    zone_of,
)
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.caps import QUIET_WEEKS, Load
from coaching.rules.planning import Addressee, Situation
from coaching.rules.programme import position, week_of
from coaching.rules.schedules import Kind, Seat
from coaching.rules.working_times import OFFICE_DAYS, Hours, Shift, WorkingTime
from storage import checkin, follow_ups, loads, people, programme, shifts
from storage.database import Session
from storage.people import EnrolledPlace, Person, Profile
from storage.programme import Organisation, Unit
from storage.shifts import OwnShift

WEEK = timedelta(weeks=1)
LAPSES_AFTER = timedelta(days=14)  # what was to come back and could not, comes no more


async def zones_of(session: Session, organisation: Organisation) -> tuple[ZoneInfo, ...]:
    """Return every time zone in which somebody of the organisation may work."""
    office = office_zone(organisation).key
    units = [unit for unit in await programme.units(session, organisation.id) if unit.timezone]
    names = {zone_of(unit.timezone, unit.known_timezone, office).key for unit in units}
    own = await people.own_zones(session, organisation.id)
    names |= {office, *(name for name in own if is_zone(name))}
    return tuple(ZoneInfo(name) for name in sorted(names))


@dataclass(frozen=True, slots=True)
class WorkingTimes:
    """The working times of an organisation, by unit and own zone; equal ones are one object."""

    organisation: Organisation
    units: dict[int, Unit]
    years: tuple[int, ...]

    def of(self, unit_id: int | None, own_zone: str | None) -> WorkingTime:
        """Return how somebody of the unit works, or somebody without one."""
        unit = self.units.get(unit_id) if unit_id else None
        return working_time(self.organisation, unit, own_zone, self.years)


def working_time(
    organisation: Organisation, unit: Unit | None, own_zone: str | None, years: Iterable[int]
) -> WorkingTime:
    """Return the working time; a unit narrows the organisation's hours and never widens them.

    For what nobody knows of it (any more) serves the last known value, or what holds outside.
    """
    outer = Hours(organisation.opens, organisation.closes)
    office = office_zone(organisation).key
    days = known_weekdays(organisation.workdays) or OFFICE_DAYS
    if unit is None:
        closed = _holidays(*holidays_of(organisation, organisation), years)
        return WorkingTime(zone_of(own_zone, office), days, outer, closed)
    return WorkingTime(
        zone_of(own_zone, unit.timezone, unit.timezone and unit.known_timezone, office),
        known_weekdays(unit.workdays) or days,
        _narrowed(unit, outer),
        frozenset() if unit.works_holidays else _holidays(*holidays_of(unit, organisation), years),
        unit.in_shifts,
    )


def _narrowed(unit: Unit, outer: Hours) -> Hours | None:
    """Return what is left of the organisation's hours in a unit, None if nothing is."""
    opens, closes = max(unit.opens or outer.opens, outer.opens), unit.closes or outer.closes
    return Hours(opens, min(closes, outer.closes)) if opens < min(closes, outer.closes) else None


def weekdays(words: str) -> frozenset[Weekday]:
    """Return the weekdays that a column holds."""
    return frozenset(Weekday(word) for word in words.split(","))


def _holidays(country: str | None, region: str | None, years: Iterable[int]) -> frozenset[date]:
    if country is None:
        return frozenset()
    return frozenset().union(*(public_holidays(country, region, year) for year in years))


async def everybody(
    session: Session,
    organisation: Organisation,
    first: date,
    last: date,
    role: Role | None = None,
    *,
    settled: bool = False,
) -> list[Addressee]:
    """Return all (of a role) who may be written to, with their working times for the days.

    Of the `settled` alone, those are not among them for whom the days are planned afterwards.
    """
    units = {unit.id: unit for unit in await programme.units(session, organisation.id)}
    years = tuple(range((first - WEEK).year, last.year + 1))  # a reminder looks back
    times = WorkingTimes(organisation, units, years)
    rows = await people.addressees(session, organisation.id, role, settled=settled)
    return await asyncio.to_thread(_addressees, times, rows)


def _addressees(known: WorkingTimes, rows: Sequence[EnrolledPlace]) -> list[Addressee]:
    """Put the places of each person together; they come one after the other."""
    working, places = cache(known.of), cache(_place)
    addressees: list[Addressee] = []
    for row in rows:
        place = places(row.role, row.team_id, row.unit_id)
        if addressees and addressees[-1].person_id == row.person_id:
            addressees[-1] = _with_place(
                addressees[-1], place, working(home((*addressees[-1].places, place)), row.own_zone)
            )
        else:
            times = working(place.unit_id, row.own_zone)
            addressees.append(Addressee(row.person_id, (place,), times, row.slot, row.reachable))
    return addressees


def _place(role: str, team_id: int | None, unit_id: int | None) -> Seat:
    return Seat(Role(role), team_id, unit_id)


def _with_place(person: Addressee, place: Seat, working: WorkingTime) -> Addressee:
    return person._replace(places=(*person.places, place), working=working)


def home(places: Iterable[Seat]) -> int | None:
    """Return the unit in which somebody works: where they are staff before where they lead."""
    order = [Role.STAFF, Role.LEAD, Role.HR]
    return min(places, key=lambda place: order.index(place.role)).unit_id


async def working_time_of(session: Session, person_id: int, day: date) -> WorkingTime:
    """Return the working time of one person; LookupError if there is nobody."""
    rows = await people.profile(session, person_id)
    if not rows:
        raise LookupError("person")
    return await _working_time(session, rows, day)


async def _working_time(session: Session, rows: Sequence[Profile], day: date) -> WorkingTime:
    organisation = await programme.organisation(session, rows[0].organisation_id)
    where = home_of(rows)
    unit_id = where.unit_id if where else None
    unit = await session.get(Unit, unit_id) if unit_id else None
    return working_time(organisation, unit, rows[0].own_timezone, (day.year, day.year + 1))


async def addressee(session: Session, person_id: int, day: date) -> Addressee | None:
    """Return one person as schedules see them, None without a place; LookupError for nobody."""
    rows = await people.profile(session, person_id)
    if not rows:
        raise LookupError("person")
    places = tuple(_place(row.role, row.team_id, row.unit_id) for row in rows if row.role)
    if not places or rows[0].enrolled_at is None:
        return None
    person = await session.get_one(Person, person_id)
    working = await _working_time(session, rows, day)
    return Addressee(person_id, places, working, person.slot, person.unreachable_since is None)


async def situation_of(
    session: Session, organisation: Organisation, person_id: int, day: date, today: date
) -> Situation:
    """Return how things stand with one person on a day, breaks as they are today."""
    mine = await shifts.of_person(session, person_id, day, day)
    away = any(pause.since <= today for pause in await people.pauses(session, person_id, today))
    return Situation(
        away={person_id} if away else frozenset(),
        shifts={person_id: [shift_of(row) for row in mine]},
        crisis=await programme.crisis(session, organisation.id) is not None,
    )


async def working_day_after(session: Session, person_id: int, day: date, days: int) -> date:
    """Return the day on which somebody will have worked so many days after this one."""
    return (await working_time_of(session, person_id, day)).day_after(day, days)


def home_of(rows: Sequence[Profile]) -> Profile | None:
    """Return the row with the unit whose working time is the person's."""
    places = [Seat(Role(row.role), row.team_id, row.unit_id) for row in rows if row.role]
    unit_id = home(places) if places else None
    return next((row for row in rows if unit_id and row.unit_id == unit_id), None)


async def situation(
    session: Session, organisation: Organisation, kind: Kind, day: date
) -> Situation:
    """Return how things stand with people on a day, as far as a kind of message has to know."""
    week = week_of(organisation.programme_start, day)
    rests = [each for each in range(week) if position(each).rest]
    now = Situation(
        away=await people.away_on(session, organisation.id, day),
        shifts={
            row.person_id: [shift_of(row)]
            for row in await shifts.on_days(session, organisation.id, day, day)
        },
        loads=await loads_in(session, organisation, day),
        silence=await loads.silent_weeks(session, organisation.id, week, QUIET_WEEKS, rests),
        crisis=await programme.crisis(session, organisation.id) is not None,
    )
    if now.silence:
        now.pause_asked = await loads.pause_asked(session, organisation.id)
    if kind is Kind.REMINDER:
        turns = await loads.turns_in(session, organisation.id, week)
        answered = await checkin.answered_items(session, organisation.id, week)
        now.asked, now.answered = turns.asked, turns.not_asked.union(answered)
    if kind is Kind.FOLLOW_UP:
        oldest = day - LAPSES_AFTER
        now.come_back = await follow_ups.due(session, organisation.id, oldest, day)
    return now


async def loads_in(
    session: Session, organisation: Organisation, day: date, person_id: int | None = None
) -> dict[int, Load]:
    """Return what people (or one of them) have from the week of a day already."""
    week = week_of(organisation.programme_start, day)
    found = await loads.of_week(session, organisation.id, week, day, person_id)
    return {
        each.person_id: Load(
            each.today,
            each.this_week,
            each.prompts,
            each.checkins,
            each.reminders,
            each.follow_ups,
        )
        for each in found
    }


async def was_anybody_asked(session: Session, organisation: Organisation, day: date) -> bool:
    """Tell whether the week's check-in was sent to anybody, so that a reminder can be due."""
    week = week_of(organisation.programme_start, day)
    return await loads.anybody_asked_in(session, organisation.id, week)


def shift_of(row: OwnShift) -> Shift:
    """Return the span of a shift's row."""
    return Shift(row.begins, row.ends)
