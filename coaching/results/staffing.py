"""HR's view of all teams: who is in them and who will see nothing, also after a merger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.people.directory import Colleague, TeamInUnit, colleagues_in, places_in
from coaching.people.identity import Viewer, require
from coaching.people.mergers import merge
from coaching.results.team_groups import Reporting, reporting_of
from coaching.rules.access import Action
from storage.database import Database, Writer


@dataclass(frozen=True, slots=True)
class Staffing:
    """All teams, who is in them (those without a team under None), and the forecast."""

    places: Sequence[TeamInUnit]
    people: Mapping[int | None, Sequence[Colleague]]
    reporting: Reporting


async def staffing(database: Database, viewer: Viewer, now: datetime) -> Staffing:
    """Return who is where with who will see nothing, and note that HR looked."""
    _require_look(viewer)
    async with database.write() as session:
        return await _staffing(session, viewer, now)


async def merge_teams(
    database: Database, viewer: Viewer, team_id: int, into_id: int, now: datetime
) -> Staffing:
    """Merge a team into another and return who is where then; raises NOT_FOUND."""
    _require_look(viewer)
    async with database.write() as session:
        await merge(session, viewer, team_id, into_id, now)
        return await _staffing(session, viewer, now)


def _require_look(viewer: Viewer) -> None:
    for action in (Action.SEE_PEOPLE, Action.SET_REPORTING):
        require(viewer, action)


async def _staffing(session: Writer, viewer: Viewer, now: datetime) -> Staffing:
    places = await places_in(session, viewer)
    listed = await colleagues_in(session, viewer, now)
    return Staffing(places, listed, await reporting_of(session, viewer))
