"""HR gives a unit or a team another name; whatever is kept of it stays."""

from datetime import datetime

from coaching.people.directory import (
    TeamInUnit,
    UnitName,
    new_name,
    place_of,
    team_in_unit,
    unit_of,
)
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from storage import audit, conversation, programme
from storage.database import Database, Writer
from storage.programme import Team, Unit

QUESTION_RENAME_UNIT = "unit_rename"
QUESTION_RENAME_TEAM = "team_rename"


async def ask_unit_name(database: Database, viewer: Viewer, unit_id: int) -> UnitName:
    """Let the next text that HR types be the unit's new name; raises NOT_FOUND."""
    require(viewer, Action.REORGANISE)
    async with database.write() as session:
        unit = await unit_of(session, viewer, unit_id)
        await conversation.put(session, viewer.person_id, QUESTION_RENAME_UNIT, unit=unit_id)
        return UnitName(unit.id, unit.name)


async def ask_team_name(database: Database, viewer: Viewer, team_id: int) -> TeamInUnit:
    """Let the next text that HR types be the team's new name; raises NOT_FOUND."""
    require(viewer, Action.REORGANISE)
    async with database.write() as session:
        place = await place_of(session, viewer, team_id)
        await conversation.put(session, viewer.person_id, QUESTION_RENAME_TEAM, team=team_id)
        return place


async def rename_unit(
    database: Database, viewer: Viewer, unit_id: int, name: str, now: datetime
) -> UnitName:
    """Give the unit another name; raises NOT_FOUND, NAME_INVALID or NAME_TAKEN."""
    require(viewer, Action.REORGANISE)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        unit = await unit_of(session, viewer, unit_id)
        others = await programme.units(session, viewer.organisation_id)
        taken = [other.name for other in others if other.id != unit.id]
        _rename(session, viewer, unit, "unit renamed", new_name(name, taken), now)
        await conversation.clear(session, viewer.person_id, QUESTION_RENAME_UNIT)
        return UnitName(unit.id, unit.name)


async def rename_team(
    database: Database, viewer: Viewer, team_id: int, name: str, now: datetime
) -> TeamInUnit:
    """Give the team another name; raises NOT_FOUND, NAME_INVALID or NAME_TAKEN."""
    require(viewer, Action.REORGANISE)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        place = await place_of(session, viewer, team_id)
        team = await session.get_one(Team, team_id)
        names = await programme.team_names(session, place.unit_id)
        taken = [other for other in names if other != team.name]
        _rename(session, viewer, team, "team renamed", new_name(name, taken), now)
        await conversation.clear(session, viewer.person_id, QUESTION_RENAME_TEAM)
        return team_in_unit(team, await unit_of(session, viewer, place.unit_id))


def _rename(
    session: Writer, viewer: Viewer, row: Unit | Team, action: str, name: str, now: datetime
) -> None:
    before, row.name = {"id": row.id, "name": row.name}, name
    of = (viewer.organisation_id, viewer.person_id)
    audit.record(session, *of, now, action, before, {"name": name})
