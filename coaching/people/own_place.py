"""One's own place in the programme: the name that colleagues see, and leaving."""

from dataclasses import replace
from datetime import datetime

from coaching.errors import CoachingError, Code
from coaching.guarding import checked_name
from coaching.people.identity import Viewer, require, viewer_of
from coaching.rules.access import Action
from storage import audit, conversation, people, programme, rosters, stories
from storage.database import Database, Writer
from storage.people import Person

QUESTION_NAME = "own_name"
NAME_LIMIT = 64


async def ask_name(database: Database, viewer: Viewer) -> None:
    """Let the next text that the person types be their first name."""
    require(viewer, Action.OWN_DATA)
    async with database.write() as session:
        await conversation.put(session, viewer.person_id, QUESTION_NAME)


async def correct_name(database: Database, viewer: Viewer, name: str) -> str:
    """Keep the first name as its owner writes it; raises NAME_INVALID."""
    require(viewer, Action.OWN_DATA)
    cleaned = checked_name(name, NAME_LIMIT)
    async with database.write() as session:
        person = await session.get_one(Person, viewer.person_id)
        person.first_name, person.name_corrected = cleaned, True
        await conversation.clear(session, viewer.person_id, QUESTION_NAME)
    return cleaned


async def follow_name(database: Database, viewer: Viewer, telegram_name: str) -> Viewer:
    """Keep the first name that Telegram shows now, unless its owner corrected it here."""
    name = telegram_name[:NAME_LIMIT]
    if not name or viewer.name_corrected or name == viewer.first_name:
        return viewer
    async with database.write() as session:
        (await session.get_one(Person, viewer.person_id)).first_name = name
    return replace(viewer, first_name=name)


async def check_hr_remains(session: Writer, who: Viewer) -> None:
    """Raise LAST_HR if nobody would be left in HR without them, whoever leaves meanwhile."""
    await programme.organisation_to_change(session, who.organisation_id)
    if await rosters.hr_persons(session, who.organisation_id) == {who.person_id}:
        raise CoachingError(Code.LAST_HR)


async def leave(database: Database, viewer: Viewer, now: datetime) -> Viewer:
    """End all places today; what is held stays the person's own until it is erased.

    Stories that the person told go at once, also those that colleagues read by now.

    Returns who they are now. Raises LAST_HR for HR's last person.
    """
    require(viewer, Action.SET_OWN_PREFERENCES)
    async with database.write() as session:
        await end_places(session, viewer, now)
        roles = sorted(viewer.standing.roles)
        audit.record(
            session, viewer.organisation_id, viewer.person_id, now, "left", {"roles": roles}, {}
        )
        return await viewer_of(session, viewer.person_id)


async def end_places(session: Writer, who: Viewer, now: datetime) -> None:
    """End all places of somebody today, and whatever they were asked; raises LAST_HR."""
    await check_hr_remains(session, who)
    for place in await people.memberships(session, who.person_id):
        place.until = who.local_day(now)
    await conversation.drop_all(session, who.person_id)
    await stories.forget_of(session, who.person_id)
    await session.flush()
