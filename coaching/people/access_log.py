"""Who looked at data about persons: noted when it happens, shown to everybody whom it is about."""

from collections.abc import Sequence
from datetime import date, datetime

from coaching.people.identity import Viewer, require
from coaching.rules.access import Action, Role
from storage import access_log
from storage.access_log import AccessEntry
from storage.database import Database

PEOPLE = access_log.KINDS[0]


async def note_look(database: Database, viewer: Viewer, kind: str, now: datetime) -> None:
    """Note that somebody of HR looks at this kind of data today."""
    entry = AccessEntry(
        organisation_id=viewer.organisation_id,
        day=viewer.local_day(now),
        role=Role.HR,
        kind=kind,
    )
    async with database.read() as session:
        if await access_log.is_noted(session, entry):
            return
    async with database.write() as session:
        await access_log.note(session, entry)


async def looks(database: Database, viewer: Viewer) -> Sequence[date]:
    """Return the days on which HR looked at who is where, the newest first."""
    require(viewer, Action.SET_OWN_PREFERENCES)
    async with database.read() as session:
        return [entry.day for entry in await access_log.days(session, viewer.organisation_id)]
