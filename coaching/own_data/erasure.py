"""Erasure: everything that is held about oneself is deleted on request."""

from coaching.people.identity import Viewer, require
from coaching.people.own_place import check_hr_remains
from coaching.rules.access import Action
from storage import own_data
from storage.database import Database


async def erase(database: Database, viewer: Viewer) -> None:
    """Delete everything that is held about the person, also from the file's free pages.

    Raises LAST_HR for HR's last person: nobody else could let anybody in.
    """
    require(viewer, Action.SET_OWN_PREFERENCES)
    async with database.write() as session:
        await check_hr_remains(session, viewer)
        await own_data.erase(session, viewer.person_id)
    await database.forget()
