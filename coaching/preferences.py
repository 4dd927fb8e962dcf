"""A person's own switches: pausing without a reason, coming back, being reachable again."""

from datetime import datetime

from coaching.identity import Viewer, require, viewer_of
from coaching.rules.access import Action
from storage import people
from storage.database import Database
from storage.people import Pause, Person


async def pause(database: Database, viewer: Viewer, now: datetime) -> Viewer:
    """Stop all messages begun by the bot from today on; pausing twice is one pause."""
    require(viewer, Action.SET_OWN_PREFERENCES)
    async with database.write() as session:
        if await people.current_pause(session, viewer.person_id) is None:
            session.add(Pause(person_id=viewer.person_id, since=viewer.local_day(now)))
            await session.flush()
        return await viewer_of(session, viewer.person_id)


async def resume(database: Database, viewer: Viewer, now: datetime) -> Viewer:
    """End the pause; today counts as a day of the pause only if it began earlier."""
    require(viewer, Action.SET_OWN_PREFERENCES)
    async with database.write() as session:
        current = await people.current_pause(session, viewer.person_id)
        if current is not None:
            current.until = viewer.local_day(now)
            await session.flush()
        return await viewer_of(session, viewer.person_id)


async def set_reachable(
    database: Database, person_id: int, now: datetime, *, reachable: bool
) -> None:
    """Note that the person's chat refuses messages, or takes them again."""
    async with database.write() as session:
        person = await session.get_one(Person, person_id)
        person.unreachable_since = None if reachable else person.unreachable_since or now
