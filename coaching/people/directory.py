"""Who is where: HR's view of units, teams and people, without a word on what they answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError

from coaching.errors import CoachingError, Code
from coaching.people.access_log import PEOPLE, note_look
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action, Role
from coaching.rules.textguard import Finding, findings
from storage import audit, conversation, people, programme
from storage.database import Database
from storage.programme import Team, Unit

QUESTION_UNIT = "unit_name"
QUESTION_TEAM = "team_name"
NAME_LEAST, NAME_LIMIT = 2, 60


@dataclass(frozen=True, slots=True)
class TeamInUnit:
    """A team with its unit."""

    team_id: int
    team_name: str
    unit_id: int
    unit_name: str


@dataclass(frozen=True, slots=True)
class Colleague:
    """A person as the directory shows them."""

    first_name: str
    role: Role


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit to choose."""

    id: int
    name: str


async def places(database: Database, viewer: Viewer) -> list[TeamInUnit]:
    """Return all teams by unit and name."""
    require(viewer, Action.SEE_PEOPLE)
    async with database.read() as session:
        found = await programme.teams(session, viewer.organisation_id)
    return [TeamInUnit(team.id, team.name, unit.id, unit.name) for team, unit in found]


async def place(database: Database, viewer: Viewer, team_id: int) -> TeamInUnit:
    """Return one team with its unit; raises NOT_FOUND."""
    found = [p for p in await places(database, viewer) if p.team_id == team_id]
    if not found:
        raise CoachingError(Code.NOT_FOUND)
    return found[0]


async def units(database: Database, viewer: Viewer) -> list[UnitName]:
    """Return all units by name."""
    require(viewer, Action.SEE_PEOPLE)
    async with database.read() as session:
        found = await programme.units(session, viewer.organisation_id)
    return [UnitName(unit.id, unit.name) for unit in found]


async def people_by_team(
    database: Database, viewer: Viewer, now: datetime
) -> dict[int | None, Sequence[Colleague]]:
    """Return who is in which team now; those without a team (HR) stand under None.

    That HR looked is noted, for everybody to see in /mydata.
    """
    require(viewer, Action.SEE_PEOPLE)
    await note_look(database, viewer, PEOPLE, now)
    async with database.read() as session:
        found = await people.roster(session, viewer.organisation_id)
    listed: dict[int | None, list[Colleague]] = {}
    for person, place in found:
        listed.setdefault(place.team_id, []).append(Colleague(person.first_name, Role(place.role)))
    return dict(listed)


async def ask_unit_name(database: Database, viewer: Viewer) -> None:
    """Let the next text that HR types be the name of a new unit."""
    require(viewer, Action.INVITE)
    async with database.write() as session:
        await conversation.put(session, viewer.person_id, QUESTION_UNIT)


async def ask_team_name(database: Database, viewer: Viewer, unit_id: int) -> None:
    """Let the next text that HR types be the name of a new team of the unit."""
    if unit_id not in [unit.id for unit in await units(database, viewer)]:
        raise CoachingError(Code.NOT_FOUND)
    async with database.write() as session:
        await conversation.put(session, viewer.person_id, QUESTION_TEAM, unit=unit_id)


async def add_unit(database: Database, viewer: Viewer, name: str, now: datetime) -> UnitName:
    """Create a unit; raises NAME_INVALID or NAME_TAKEN."""
    require(viewer, Action.INVITE)
    _check_free(name, [unit.name for unit in await units(database, viewer)])
    unit = Unit(organisation_id=viewer.organisation_id, name=_checked(name))
    await _add(database, viewer, unit, "unit added", now)
    return UnitName(unit.id, unit.name)


async def add_team(
    database: Database, viewer: Viewer, unit_id: int, name: str, now: datetime
) -> int:
    """Create a team in a unit and return its id; raises NAME_INVALID or NAME_TAKEN."""
    if unit_id not in [unit.id for unit in await units(database, viewer)]:
        raise CoachingError(Code.NOT_FOUND)
    here = [p.team_name for p in await places(database, viewer) if p.unit_id == unit_id]
    _check_free(name, here)
    team = Team(unit_id=unit_id, name=_checked(name))
    await _add(database, viewer, team, "team added", now)
    return team.id


async def _add(
    database: Database, viewer: Viewer, row: Unit | Team, action: str, now: datetime
) -> None:
    try:
        async with database.write() as session:
            session.add(row)
            after = {"name": row.name}
            audit.record(session, viewer.organisation_id, viewer.person_id, now, action, {}, after)
            await conversation.clear(session, viewer.person_id, QUESTION_UNIT, QUESTION_TEAM)
    except IntegrityError as error:
        raise CoachingError(Code.NAME_TAKEN, name=row.name) from error


def _check_free(name: str, taken: Sequence[str]) -> None:
    """Raise NAME_TAKEN for a name that differs from another by capitals or spaces only."""
    wanted = " ".join(name.split())
    if wanted.casefold() in [other.casefold() for other in taken]:
        raise CoachingError(Code.NAME_TAKEN, name=wanted)


def _checked(name: str) -> str:
    cleaned = " ".join(name.split())
    if not NAME_LEAST <= len(cleaned) <= NAME_LIMIT or findings(cleaned) - {Finding.HEALTH}:
        raise CoachingError(Code.NAME_INVALID, limit=NAME_LIMIT)
    return cleaned
