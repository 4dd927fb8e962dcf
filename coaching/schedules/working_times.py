"""HR's working times: zone, days, hours, public holidays and shifts, for all or for a unit."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, time
from zoneinfo import available_timezones

from coaching.errors import CoachingError, Code
from coaching.people.audience import working_time
from coaching.people.holidays import regions_of
from coaching.people.identity import Viewer, require
from coaching.people.known import UnknownValue, known_weekdays, note_known, unknown_in
from coaching.rules.access import Action
from coaching.rules.calendar import Weekday
from coaching.rules.working_times import Hours, WorkingTime
from coaching.schedules.days import reschedule
from coaching.schedules.planning import catch_up
from storage import audit, conversation, deliveries, programme
from storage.database import Database, Session
from storage.programme import Organisation, Unit

QUESTION_ZONE = "unit_zone"
QUESTION_HOURS = "unit_hours"
QUESTION_COUNTRY = "unit_country"
QUESTIONS = (QUESTION_ZONE, QUESTION_HOURS, QUESTION_COUNTRY)
UNITS_ONLY = frozenset({"timezone", "works_holidays", "in_shifts"})
HOURS = frozenset({"opens", "closes"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What was set for the organisation or a unit; None in a unit means: as the organisation.

    `opens` and `closes` come together; a unit's lie within the organisation's.
    """

    timezone: str | None = None
    workdays: tuple[Weekday, ...] | None = None
    opens: time | None = None
    closes: time | None = None
    country: str | None = None
    region: str | None = None
    works_holidays: bool = False
    in_shifts: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """The organisation (no id) or a unit: its name, what was set, and what holds in the end."""

    unit_id: int | None
    name: str
    settings: Settings
    working: WorkingTime
    unknown: tuple[UnknownValue, ...] = ()


async def sites(database: Database, viewer: Viewer, now: datetime) -> list[Site]:
    """Return the organisation and its units by name, each with its working time."""
    require(viewer, Action.SET_WORKING_TIMES)
    async with database.read() as session:
        organisation = await programme.organisation(session, viewer.organisation_id)
        units = await programme.units(session, organisation.id)
        year = viewer.local_day(now).year
        return [_site(organisation, unit, year) for unit in (None, *units)]


async def site(database: Database, viewer: Viewer, unit_id: int | None, now: datetime) -> Site:
    """Return the organisation or one unit; raises NOT_FOUND."""
    require(viewer, Action.SET_WORKING_TIMES)
    async with database.read() as session:
        organisation = await programme.organisation(session, viewer.organisation_id)
        unit = await _unit(session, organisation, unit_id)
        return _site(organisation, unit, viewer.local_day(now).year)


async def ask(
    database: Database, viewer: Viewer, question: str, unit_id: int | None, now: datetime
) -> Site:
    """Let the next text that HR types be a zone, hours or a country of the site; return the site.

    The organisation's zone is not HR's to set, so nobody is asked for it. Raises NOT_FOUND.
    """
    require(viewer, Action.SET_WORKING_TIMES)
    async with database.write() as session:
        organisation = await programme.organisation(session, viewer.organisation_id)
        unit = await _unit(session, organisation, unit_id)
        if question != QUESTION_ZONE or unit is not None:
            await conversation.put(session, viewer.person_id, question, unit=unit_id)
    return _site(organisation, unit, viewer.local_day(now).year)


async def set_day(
    database: Database,
    viewer: Viewer,
    unit_id: int | None,
    day: Weekday,
    now: datetime,
    *,
    works: bool,
) -> Site:
    """Make a weekday a working day or not; raises LAST_DAY for the only one."""

    def changed(known: AbstractSet[Weekday]) -> Mapping[str, object]:
        days = known | {day} if works else known - {day}
        return {"workdays": tuple(weekday for weekday in Weekday if weekday in days)}

    return await _change(database, viewer, unit_id, now, changed)


async def change(
    database: Database, viewer: Viewer, unit_id: int | None, now: datetime, **values: object
) -> Site:
    """Change settings of the organisation or a unit, from the next messages on.

    Raises NOT_FOUND (also for what only a unit has), LAST_DAY, ZONE_UNKNOWN, HOURS_INVALID,
    TIME_OUTSIDE_HOURS for a unit's hours outside the organisation's, or HOLIDAYS_UNKNOWN.
    """
    return await _change(database, viewer, unit_id, now, lambda _: values)


async def _change(
    database: Database,
    viewer: Viewer,
    unit_id: int | None,
    now: datetime,
    changed: Callable[[AbstractSet[Weekday]], Mapping[str, object]],
) -> Site:
    """Change what follows from the working days now, with no colleague's change in between.

    No holidays are looked up before: whoever mends a country that no library knows gets here.
    """
    require(viewer, Action.SET_WORKING_TIMES)
    await catch_up(database, now)
    year = viewer.local_day(now).year
    async with database.write() as session:
        organisation = await programme.organisation_to_change(session, viewer.organisation_id)
        unit = await _unit(session, organisation, unit_id)
        row = organisation if unit is None else unit
        known = _settings(row)
        days = known_weekdays(row.workdays) or known_weekdays(organisation.workdays)
        values = changed(days)
        wanted = replace(known, **values)  # type: ignore[arg-type]
        _check(wanted, values, organisation, unit_id)
        row.sqlmodel_update(_columns(wanted, unit_id))
        note_known(row, organisation)
        session.add(row)
        await conversation.clear(session, viewer.person_id, *QUESTIONS)
        await session.flush()
        await reschedule(session, organisation, now)
        await deliveries.look_again(session, now, organisation_id=organisation.id)
        after = {"unit": unit_id, **_columns(wanted, unit_id)}
        before = {"unit": unit_id, **_columns(known, unit_id)}
        audit.record(
            session, organisation.id, viewer.person_id, now, "working time set", before, after
        )
    return _site(organisation, unit, year)


def country_and_region(typed: str) -> tuple[str, str | None]:
    """Return the country and region that typed codes such as "se" or "de-by" mean.

    Raises HOLIDAYS_UNKNOWN.
    """
    country, _, region = typed.strip().upper().replace(" ", "-").partition("-")
    regions = regions_of(country)
    known = {name.upper(): name for name in regions or ()}
    if regions is None or (region and region not in known):
        raise CoachingError(Code.HOLIDAYS_UNKNOWN)
    return country, known.get(region)


async def _unit(session: Session, organisation: Organisation, unit_id: int | None) -> Unit | None:
    """Return the unit, None for the organisation itself."""
    if unit_id is None:
        return None
    found = await programme.unit(session, organisation.id, unit_id)
    if found is None:
        raise CoachingError(Code.NOT_FOUND)
    return found


def _check(
    wanted: Settings, values: Iterable[str], organisation: Organisation, unit_id: int | None
) -> None:
    """Check what is to be changed; a unit's hours that do not fit any more stop nothing else."""
    if unit_id is None and not UNITS_ONLY.isdisjoint(values):
        raise CoachingError(Code.NOT_FOUND)
    if wanted.workdays == () or (unit_id is None and wanted.workdays is None):
        raise CoachingError(Code.LAST_DAY)
    if "timezone" in values and wanted.timezone not in (None, *available_timezones()):
        raise CoachingError(Code.ZONE_UNKNOWN)
    if not HOURS.isdisjoint(values):
        _check_hours(wanted, organisation if unit_id else None)
    if {"country", "region"}.isdisjoint(values):
        return
    country = wanted.country or (organisation.country if unit_id else None)
    regions = regions_of(country) if country else ()
    if regions is None or (wanted.region is not None and wanted.region not in regions):
        raise CoachingError(Code.HOLIDAYS_UNKNOWN)


def _check_hours(wanted: Settings, organisation: Organisation | None) -> None:
    """A unit narrows the organisation's hours and never widens them."""
    opens, closes = wanted.opens, wanted.closes
    if opens is None or closes is None:
        if organisation is None or opens is not closes:
            raise CoachingError(Code.HOURS_INVALID)
        return
    if opens >= closes:
        raise CoachingError(Code.HOURS_INVALID)
    if organisation is not None:
        outer = Hours(organisation.opens, organisation.closes)
        if Hours(opens, closes).within(outer) != Hours(opens, closes):
            raise CoachingError(Code.TIME_OUTSIDE_HOURS, earliest=outer.opens, latest=outer.closes)


def _columns(wanted: Settings, unit_id: int | None) -> dict[str, object]:
    columns: dict[str, object] = {
        "workdays": ",".join(wanted.workdays) if wanted.workdays else None,
        "opens": wanted.opens,
        "closes": wanted.closes,
        "country": wanted.country,
        "region": wanted.region,
    }
    if unit_id is not None:
        columns |= {
            "timezone": wanted.timezone,
            "works_holidays": wanted.works_holidays,
            "in_shifts": wanted.in_shifts,
        }
    return columns


def _settings(row: Organisation | Unit) -> Settings:
    days = known_weekdays(row.workdays)
    return Settings(
        timezone=row.timezone,
        workdays=tuple(day for day in Weekday if day in days) or None,
        opens=row.opens,
        closes=row.closes,
        country=row.country,
        region=row.region,
        works_holidays=isinstance(row, Unit) and row.works_holidays,
        in_shifts=isinstance(row, Unit) and row.in_shifts,
    )


def _site(organisation: Organisation, unit: Unit | None, year: int) -> Site:
    row = unit or organisation
    working = working_time(organisation, unit, None, (year, year + 1))
    unknown = tuple(unknown_in(row, organisation))
    return Site(unit.id if unit else None, row.name, _settings(row), working, unknown)
