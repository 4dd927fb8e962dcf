"""Who looked at data about persons: noted when it happens, shown to everybody whom it is about."""

from collections.abc import Sequence
from datetime import date, datetime

from coaching.people.identity import Viewer, require
from coaching.rules.access import Action, Role
from storage import access_log
from storage.access_log import AccessEntry
from storage.database import Database, Session, Writer

PEOPLE = access_log.KINDS[0]


async def note_look(session: Writer, viewer: Viewer, kind: str, now: datetime) -> None:
    """Note that somebody of HR looks at this kind of data today."""
    day = viewer.local_day(now)
    of = viewer.organisation_id
    await access_log.note(
        session, AccessEntry(organisation_id=of, day=day, role=Role.HR, kind=kind)
    )


async def looks(database: Database, viewer: Viewer) -> Sequence[date]:
    """Return the days on which HR looked at who is where, the newest first."""
    require(viewer, Action.OWN_DATA)
    async with database.read() as session:
        return await looks_in(session, viewer)


async def looks_in(session: Session, viewer: Viewer) -> Sequence[date]:
    """Return the same inside a transaction that is open already."""
    return [entry.day for entry in await access_log.days(session, viewer.organisation_id)]
