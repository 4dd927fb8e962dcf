"""Setting a programme up: the organisation, its decision on points, the usual schedules."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from coaching.people.known import office_zone
from coaching.rules.calendar import Weekday
from coaching.rules.exit_review import last_week
from coaching.rules.schedules import WITH_POINTS, Kind
from coaching.schedules.days import reschedule
from coaching.schedules.planning import catch_up
from storage import audit
from storage.database import Database
from storage.programme import Organisation, organisation_to_change, the_organisation
from storage.schedules import Schedule


@dataclass(frozen=True, slots=True)
class SetUp:
    """What is asked of whoever sets the programme up."""

    name: str
    timezone: str
    languages: tuple[str, ...]
    points_used: bool
    decided_by: str
    country: str | None = None  # ISO 3166, for public holidays; none without


@dataclass(frozen=True, slots=True)
class Usual:
    """A schedule that every programme starts with."""

    kind: Kind
    weekdays: tuple[Weekday, ...]
    at: time
    window: timedelta


WORKDAYS = (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI)
USUAL_SCHEDULES = (
    Usual(Kind.PROMPT, (Weekday.TUE, Weekday.THU), time(9, 30), timedelta(hours=4)),
    Usual(Kind.CHECKIN, (Weekday.WED,), time(13, 0), timedelta(hours=4)),
    Usual(Kind.REMINDER, WORKDAYS, time(10, 0), timedelta(hours=4)),
    Usual(Kind.FOLLOW_UP, WORKDAYS, time(14, 0), timedelta(hours=3)),
    Usual(Kind.CLOSE, (Weekday.MON,), time(0, 5), timedelta(days=7)),
    Usual(Kind.POINTS_POST, (Weekday.MON,), time(9, 0), timedelta(hours=8)),
    Usual(Kind.LEAD_SUMMARY, (Weekday.MON,), time(9, 0), timedelta(hours=8)),
    Usual(Kind.ALERT, WORKDAYS, time(8, 30), timedelta(hours=8)),
)


async def set_up(database: Database, wanted: SetUp, now: datetime) -> int:
    """Create the organisation with the usual schedules and return its id."""
    zone = ZoneInfo(wanted.timezone)
    start = first_monday(now.astimezone(zone).date())
    async with database.write() as session:
        organisation = Organisation(
            name=wanted.name,
            timezone=wanted.timezone,
            known_timezone=wanted.timezone,
            languages=",".join(wanted.languages),
            programme_start=start,
            points_used=wanted.points_used,
            points_decided_by=wanted.decided_by,
            points_decided_at=now,
            country=wanted.country,
            points_review_week=last_week(0) if wanted.points_used else None,
        )
        session.add(organisation)
        await session.flush()
        for usual in USUAL_SCHEDULES:
            if usual.kind not in WITH_POINTS or wanted.points_used:
                session.add(_schedule(organisation, usual))
        await session.flush()
        await reschedule(session, organisation, now)
        decision = {"points_used": wanted.points_used, "decided_by": wanted.decided_by}
        audit.record(session, organisation.id, None, now, "programme set up", {}, decision)
        return organisation.id


def first_monday(day: date) -> date:
    """Return the Monday on which a programme starts that is set up on the day."""
    return day - timedelta(days=day.weekday())


def _schedule(organisation: Organisation, usual: Usual) -> Schedule:
    return Schedule(
        organisation_id=organisation.id,
        kind=usual.kind,
        weekdays=",".join(usual.weekdays),
        at=usual.at,
        anchor=organisation.programme_start,
        window_minutes=int(usual.window.total_seconds() // 60),
    )


async def adopt_timezone(database: Database, timezone: str, now: datetime) -> bool:
    """Move the programme to another zone, from each schedule's next occurrence on."""
    async with database.read() as session:
        organisation = await the_organisation(session)
    if organisation is None or organisation.timezone == timezone:
        return False
    await catch_up(database, now)
    async with database.write() as session:
        organisation = await organisation_to_change(session, organisation.id)
        before = {"timezone": organisation.timezone}
        organisation.timezone = organisation.known_timezone = timezone
        await reschedule(session, organisation, now)
        after = {"timezone": timezone}
        audit.record(session, organisation.id, None, now, "time zone set", before, after)
        return True


async def adopt_pace(database: Database, per_second: float) -> None:
    """Keep how fast the bot sends, for whoever looks ahead; 0 means without a limit."""
    async with database.read() as session:
        organisation = await the_organisation(session)
    if organisation is None or organisation.messages_per_second == per_second:
        return
    async with database.write() as session:
        organisation = await organisation_to_change(session, organisation.id)
        organisation.messages_per_second = per_second


async def organisation_and_zone(database: Database) -> tuple[int, ZoneInfo]:
    """Return the id and the time zone of the organisation; LookupError before it was set up."""
    async with database.read() as session:
        organisation = await the_organisation(session)
    if organisation is None:
        raise LookupError("organisation")
    return organisation.id, office_zone(organisation)


async def is_set_up(database: Database) -> bool:
    """Tell whether the programme was set up in this database."""
    async with database.read() as session:
        return await the_organisation(session) is not None
