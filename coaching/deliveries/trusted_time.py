"""Is the clock right? What is known of it from before, and who of HR is to be told of a doubt."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.people.audience import everybody
from coaching.people.identity import Viewer, viewer_of
from coaching.rules.access import Role
from coaching.rules.trusted_time import is_near
from coaching.rules.working_times import Span, WorkingTime, span_on
from storage import programme, trusted_time
from storage.database import Database

AT_WORK = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Known:
    """When the clock was last right, how far Telegram's may be ahead, and if it is in doubt."""

    at: datetime
    telegram_off: timedelta
    in_doubt: bool
    told: bool


async def known(database: Database) -> Known | None:
    """Return what is known of the time; None where nothing has happened yet."""
    async with database.read() as session:
        row = await trusted_time.trusted(session)
        if row is not None:
            return Known(row.at, timedelta(seconds=row.telegram_off), row.in_doubt, row.told)
        newest = await trusted_time.newest_instant(session)
        return Known(newest, timedelta(0), in_doubt=False, told=False) if newest else None


async def may_be_wrong(database: Database, now: datetime) -> bool:
    """Tell whether a clock is in doubt, or far from when a bot last found it right."""
    async with database.read() as session:
        row = await trusted_time.trusted(session)
        return row is not None and (row.in_doubt or not is_near(now, row.at))


async def trust(database: Database, now: datetime) -> Known:
    """Keep that the clock is right; a doubt is over."""
    async with database.write() as session:
        row = await trusted_time.keep(session, now)
        return Known(now, timedelta(seconds=row.telegram_off), in_doubt=False, told=False)


async def confirm(database: Database, now: datetime, telegram: datetime | None) -> None:
    """Keep technical administration's word that the clock is right, whatever Telegram's shows."""
    async with database.write() as session:
        row = await trusted_time.keep(session, now)
        far = telegram is not None and not is_near(now, telegram)
        row.telegram_off = round((telegram - now).total_seconds()) if telegram and far else 0


async def doubt(database: Database, at: datetime) -> None:
    """Keep that the clock is in doubt since it was right at an instant."""
    async with database.write() as session:
        if await trusted_time.trusted(session) is None:
            await trusted_time.keep(session, at)
        await trusted_time.note_doubt(session)


async def hr_at_work(database: Database, at: datetime) -> list[Viewer]:
    """Return who of HR may be written to at an instant: whoever is at work then."""
    async with database.read() as session:
        organisation = await programme.the_organisation(session)
        if organisation is None:
            return []
        days = at.date() - timedelta(days=1), at.date() + timedelta(days=1)
        hr = await everybody(session, organisation, *days, Role.HR)
        there = [each for each in hr if each.reachable and _works(each.working, at)]
        return [await viewer_of(session, each.person_id) for each in there]


def _works(working: WorkingTime, at: datetime) -> bool:
    local = at.astimezone(working.zone).replace(second=0, microsecond=0)
    span = span_on(working, local.date(), local.time(), AT_WORK)
    return isinstance(span, Span) and span.due <= at


async def note_told(database: Database) -> None:
    """Keep that HR was told of the doubt."""
    async with database.write() as session:
        await trusted_time.note_told(session)
