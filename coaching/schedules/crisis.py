"""The crisis pause: nobody is sent anything until HR lets it run again, without a backlog."""

from datetime import datetime

from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.planning import LeftOut
from coaching.schedules.planning import catch_up
from storage import audit, deliveries, programme
from storage.database import Database


async def since(database: Database, viewer: Viewer) -> datetime | None:
    """Return when the crisis pause began that goes on now, None if none does."""
    require(viewer, Action.PAUSE_EVERYTHING)
    async with database.read() as session:
        found = await programme.crisis(session, viewer.organisation_id)
    return found.since if found else None


async def begin(database: Database, viewer: Viewer, now: datetime) -> datetime:
    """Stop everything at once, and cancel what is on its way; return since when that goes on."""
    require(viewer, Action.PAUSE_EVERYTHING)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        current = await programme.crisis(session, viewer.organisation_id)
        if current is not None:
            return current.since
        await programme.begin_crisis(session, viewer.organisation_id, now)
        audit.record(
            session, viewer.organisation_id, viewer.person_id, now, "crisis pause begun", {}, {}
        )
        await deliveries.cancel_all(session, viewer.organisation_id, LeftOut.CRISIS)
        return now


async def end(database: Database, viewer: Viewer, now: datetime) -> None:
    """Let everything run again; what fell due meanwhile is not sent afterwards."""
    require(viewer, Action.PAUSE_EVERYTHING)
    await catch_up(database, now)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        current = await programme.crisis(session, viewer.organisation_id)
        if current is None:
            return
        current.until = now
        audit.record(
            session, viewer.organisation_id, viewer.person_id, now, "crisis pause ended", {}, {}
        )
