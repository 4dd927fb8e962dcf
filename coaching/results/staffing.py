"""HR's view of all teams: who is in them and who will see nothing, also after a merger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.people.access_log import PEOPLE, note_look
from coaching.people.directory import PageOfTeams, hr_named, places_in
from coaching.people.identity import Viewer, require
from coaching.people.mergers import merge
from coaching.results.team_groups import Reporting, reporting_of
from coaching.rules.access import Action
from storage import rosters
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Staffing:
    """A page of the teams, how many people are in each of them, who is in HR, and the forecast."""

    places: PageOfTeams
    people: Mapping[int, int]
    hr: Sequence[str]
    reporting: Reporting


async def staffing(database: Database, viewer: Viewer, now: datetime, page: int = 0) -> Staffing:
    """Return how many are where with who will see nothing, and note that HR looked."""
    _require_look(viewer)
    async with database.write() as session:
        await note_look(session, viewer, PEOPLE, now)
    return await _staffing(database, viewer, page)


async def merge_teams(
    database: Database, viewer: Viewer, team_id: int, into_id: int, now: datetime
) -> Staffing:
    """Merge a team into another and return who is where then; raises NOT_FOUND."""
    _require_look(viewer)
    async with database.write() as session:
        await merge(session, viewer, team_id, into_id, now)
        await note_look(session, viewer, PEOPLE, now)
    return await _staffing(database, viewer, 0)


def _require_look(viewer: Viewer) -> None:
    for action in (Action.SEE_PEOPLE, Action.SET_REPORTING):
        require(viewer, action)


async def _staffing(database: Database, viewer: Viewer, page: int) -> Staffing:
    """Fetch what the page shows, and no more; nobody who writes waits for it."""
    async with database.read() as session:
        places = await places_in(session, viewer, page)
        numbers = await rosters.numbers_in(session, [each.team_id for each in places.here])
        hr = await hr_named(session, viewer)
        return Staffing(places, numbers, hr, await reporting_of(session, viewer))
