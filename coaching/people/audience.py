"""Whom schedules may reach: everybody enrolled, each in the working time of their unit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from coaching.people.holidays import public_holidays
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.caps import QUIET_WEEKS, Load
from coaching.rules.planning import Addressee, Situation
from coaching.rules.programme import position, week_of
from coaching.rules.schedules import Kind, Seat
from coaching.rules.working_times import Hours, Shift, WorkingTime
from storage import checkin, follow_ups, loads, people, programme, shifts
from storage.database import Session
from storage.people import Profile
from storage.programme import Organisation, Unit
from storage.shifts import OwnShift

WEEK = timedelta(weeks=1)
LAPSES_AFTER = timedelta(days=14)  # what was to come back and could not, comes no more


async def zones_of(session: Session, organisation: Organisation) -> tuple[ZoneInfo, ...]:
    """Return every time zone in which somebody of the organisation may work."""
    units = await programme.units(session, organisation.id)
    names = {organisation.timezone, *(unit.timezone for unit in units if unit.timezone)}
    names |= set(await people.own_zones(session, organisation.id))
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
    """Return the working time; a unit narrows the organisation's hours and never widens them."""
    outer = Hours(organisation.opens, organisation.closes)
    zone = ZoneInfo(own_zone or (unit and unit.timezone) or organisation.timezone)
    if unit is None:
        closed = _holidays(organisation.country, organisation.region, years)
        return WorkingTime(zone, weekdays(organisation.workdays), outer, closed)
    inner = Hours(unit.opens or outer.opens, unit.closes or outer.closes)
    where = (
        (unit.country, unit.region)
        if unit.country
        else (
            organisation.country,
            unit.region or organisation.region,
        )
    )
    return WorkingTime(
        zone,
        weekdays(unit.workdays or organisation.workdays),
        inner.within(outer),
        frozenset() if unit.works_holidays else _holidays(*where, years),
        unit.in_shifts,
    )


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
) -> list[Addressee]:
    """Return all (of a role) who may be written to, with their working times for the days."""
    units = {unit.id: unit for unit in await programme.units(session, organisation.id)}
    years = tuple(range((first - WEEK).year, last.year + 1))  # a reminder looks back
    working, places = cache(WorkingTimes(organisation, units, years).of), cache(_place)
    addressees: list[Addressee] = []
    for row in await people.addressees(session, organisation.id, role):
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
    organisation = await programme.organisation(session, rows[0].organisation_id)
    where = home_of(rows)
    unit_id = where.unit_id if where else None
    unit = await session.get(Unit, unit_id) if unit_id else None
    return working_time(organisation, unit, rows[0].own_timezone, (day.year, day.year + 1))


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
        loads={
            each.person_id: Load(
                each.today,
                each.this_week,
                each.prompts,
                each.checkins,
                each.reminders,
                each.follow_ups,
            )
            for each in await loads.of_week(session, organisation.id, week, day)
        },
        silence=await loads.silent_weeks(session, organisation.id, week, QUIET_WEEKS, rests),
        crisis=await programme.crisis(session, organisation.id) is not None,
    )
    if now.silence:
        now.pause_asked = await loads.pause_asked(session, organisation.id)
    if kind is Kind.REMINDER:
        turns = await loads.turns_in(session, organisation.id, week)
        answered = await checkin.answered_items(session, organisation.id, week)
        now.asked, now.answered = turns.asked, turns.called_off.union(answered)
    if kind is Kind.FOLLOW_UP:
        oldest = day - LAPSES_AFTER
        now.come_back = await follow_ups.due(session, organisation.id, oldest, day)
    return now


async def was_anybody_asked(session: Session, organisation: Organisation, day: date) -> bool:
    """Tell whether the week's check-in was sent to anybody, so that a reminder can be due."""
    week = week_of(organisation.programme_start, day)
    return await loads.anybody_asked_in(session, organisation.id, week)


def shift_of(row: OwnShift) -> Shift:
    """Return the span of a shift's row."""
    return Shift(row.begins, row.ends)
