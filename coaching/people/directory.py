"""Who is where: HR's view of units, teams and people, without a word on what they answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.errors import CoachingError, Code
from coaching.guarding import checked_name
from coaching.people.access_log import PEOPLE, note_look
from coaching.people.confirming import publishes_nothing
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action, Role
from storage import audit, conversation, programme, rosters
from storage.database import Database, Session, Writer
from storage.programme import Team, Unit

QUESTION_UNIT = "unit_name"
QUESTION_TEAM = "team_name"
NAME_LEAST, NAME_LIMIT = 2, 60
PER_PAGE = 20
NAMES_A_PAGE = 45  # of the longest that Telegram allows, these still fit into one message


def pages_of(number: int, per_page: int = PER_PAGE) -> int:
    """Return how many pages so many items fill; an empty list is one."""
    return max(1, -(-number // per_page))


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

    person_id: int
    first_name: str
    role: Role


@dataclass(frozen=True, slots=True)
class PageOfTeams:
    """A page of the teams, counted from 0, and how many pages there are."""

    here: Sequence[TeamInUnit]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class TeamPage:
    """A team, or HR, with a page of its people, counted from 0, and how many pages there are.

    HR is no `place`. A team publishes nothing while it is `unconfirmed`.
    """

    place: TeamInUnit | None
    members: Sequence[Colleague]
    page: int
    pages: int
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit to choose."""

    id: int
    name: str


async def places(database: Database, viewer: Viewer, page: int = 0) -> PageOfTeams:
    """Return a page of the teams by unit and name."""
    require(viewer, Action.SEE_PEOPLE)
    async with database.read() as session:
        return await places_in(session, viewer, page)


async def places_in(
    session: Session, viewer: Viewer, page: int, *, beside: TeamInUnit | None = None
) -> PageOfTeams:
    """Return the same inside a transaction that is open already.

    Those `beside` a team are all others, the ones of its unit first.
    """
    number = await programme.number_of_teams(session, viewer.organisation_id)
    pages = pages_of(number - (beside is not None))
    here = min(page, pages - 1)
    found = await programme.some_teams(
        session,
        viewer.organisation_id,
        here * PER_PAGE,
        PER_PAGE,
        without=beside.team_id if beside else None,
        unit_first=beside.unit_id if beside else None,
    )
    return PageOfTeams([team_in_unit(team, unit) for team, unit in found], here, pages)


async def place(database: Database, viewer: Viewer, team_id: int) -> TeamInUnit:
    """Return one team with its unit; raises NOT_FOUND."""
    require(viewer, Action.SEE_PEOPLE)
    async with database.read() as session:
        return await place_of(session, viewer, team_id)


async def place_of(session: Session, viewer: Viewer, team_id: int) -> TeamInUnit:
    """Return the same inside a transaction that is open already."""
    found = await programme.team_with_unit(session, viewer.organisation_id, team_id)
    if found is None:
        raise CoachingError(Code.NOT_FOUND)
    return team_in_unit(*found)


async def units(database: Database, viewer: Viewer) -> list[UnitName]:
    """Return all units by name."""
    require(viewer, Action.SEE_PEOPLE)
    async with database.read() as session:
        found = await programme.units(session, viewer.organisation_id)
    return [UnitName(unit.id, unit.name) for unit in found]


async def hr_named(session: Session, viewer: Viewer) -> Sequence[str]:
    """Return who is in HR now, by name; of very many the first ones."""
    hr = await rosters.roster(session, viewer.organisation_id, None, 0, NAMES_A_PAGE)
    return [person.first_name for person in hr]


async def people_of(
    database: Database, viewer: Viewer, team_id: int | None, now: datetime, page: int = 0
) -> TeamPage:
    """Return a page of who is in a team (or in HR), and note that HR looked; raises NOT_FOUND."""
    require(viewer, Action.SEE_PEOPLE)
    async with database.write() as session:
        place = None if team_id is None else await place_of(session, viewer, team_id)
        await note_look(session, viewer, PEOPLE, now)
    async with database.read() as session:
        number = await rosters.number_in(session, viewer.organisation_id, team_id)
        pages = pages_of(number, NAMES_A_PAGE)
        here = min(page, pages - 1)
        listed = await rosters.roster(
            session, viewer.organisation_id, team_id, here * NAMES_A_PAGE, NAMES_A_PAGE
        )
        unconfirmed = team_id is not None and await publishes_nothing(session, team_id)
    members = [Colleague(each.person_id, each.first_name, Role(each.role)) for each in listed]
    return TeamPage(place, members, here, pages, unconfirmed)


async def ask_unit_name(database: Database, viewer: Viewer) -> None:
    """Let the next text that HR types be the name of a new unit."""
    require(viewer, Action.INVITE)
    async with database.write() as session:
        await conversation.put(session, viewer.person_id, QUESTION_UNIT)


async def ask_team_name(database: Database, viewer: Viewer, unit_id: int) -> None:
    """Let the next text that HR types be the name of a new team of the unit; raises NOT_FOUND."""
    require(viewer, Action.INVITE)
    async with database.write() as session:
        await unit_of(session, viewer, unit_id)
        await conversation.put(session, viewer.person_id, QUESTION_TEAM, unit=unit_id)


async def add_unit(
    database: Database, viewer: Viewer, name: str, now: datetime, heard: int | None = None
) -> UnitName:
    """Create a unit and let the next text be its first team's name; `heard` is this one.

    Raises NAME_INVALID or NAME_TAKEN.
    """
    require(viewer, Action.INVITE)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        taken = [unit.name for unit in await programme.units(session, viewer.organisation_id)]
        unit = Unit(organisation_id=viewer.organisation_id, name=new_name(name, taken))
        await _add(session, viewer, unit, "unit added", now)
        await conversation.put(session, viewer.person_id, QUESTION_TEAM, unit=unit.id, heard=heard)
    return UnitName(unit.id, unit.name)


async def first_team(
    database: Database,
    viewer: Viewer,
    unit: int,
    name: str,
    now: datetime,
    message_id: int,
    heard: int | None,
) -> TeamInUnit | UnitName:
    """Create the team that a text names; the unit whose name was `heard` in it is no team.

    Raises as `add_team` does.
    """
    if heard is None or message_id > heard:
        return await add_team(database, viewer, unit, name, now)
    require(viewer, Action.INVITE)
    async with database.read() as session:
        found = await unit_of(session, viewer, unit)
    return UnitName(found.id, found.name)


async def add_team(
    database: Database, viewer: Viewer, unit_id: int, name: str, now: datetime
) -> TeamInUnit:
    """Create a team in a unit; raises NOT_FOUND, NAME_INVALID or NAME_TAKEN."""
    require(viewer, Action.INVITE)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        unit = await unit_of(session, viewer, unit_id)
        taken = await programme.team_names(session, unit.id)
        team = Team(unit_id=unit.id, name=new_name(name, taken))
        await _add(session, viewer, team, "team added", now)
        await conversation.clear(session, viewer.person_id, QUESTION_TEAM)
    return team_in_unit(team, unit)


async def _add(
    session: Writer, viewer: Viewer, row: Unit | Team, action: str, now: datetime
) -> None:
    session.add(row)
    after = {"name": row.name}
    audit.record(session, viewer.organisation_id, viewer.person_id, now, action, {}, after)
    await session.flush()


async def unit_of(session: Session, viewer: Viewer, unit_id: int) -> Unit:
    """Return a unit of the organisation; raises NOT_FOUND."""
    found = await programme.unit(session, viewer.organisation_id, unit_id)
    if found is None:
        raise CoachingError(Code.NOT_FOUND)
    return found


def team_in_unit(team: Team, unit: Unit) -> TeamInUnit:
    """Return a team with its unit as screens show them."""
    return TeamInUnit(team.id, team.name, unit.id, unit.name)


def new_name(name: str, taken: Sequence[str]) -> str:
    """Return the name as it is kept; NAME_TAKEN if capitals or spaces alone tell it apart."""
    cleaned = checked_name(name, NAME_LIMIT, NAME_LEAST)
    if cleaned.casefold() in [other.casefold() for other in taken]:
        raise CoachingError(Code.NAME_TAKEN, name=cleaned)
    return cleaned
