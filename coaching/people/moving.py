"""HR moves a member to another team, with the same effect as an invite that the member takes."""

from dataclasses import dataclass
from datetime import datetime

from coaching.errors import CoachingError, Code
from coaching.people.directory import PageOfTeams, TeamInUnit, place_of, places_in
from coaching.people.identity import Viewer, require, viewer_of
from coaching.people.joining import NewPlace, take_place
from coaching.people.places import Somebody, check_right, person_of, somebody_in
from coaching.rules.access import Action, Role
from storage import audit
from storage.database import Database, Session
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Move:
    """A member with the team that they are to join."""

    who: Somebody
    into: TeamInUnit


@dataclass(frozen=True, slots=True)
class Moved:
    """Who moved, as they are now, and where to; `before` says that they were there already."""

    who: Viewer
    into: TeamInUnit
    before: bool = False


async def teams_for(
    database: Database, viewer: Viewer, person_id: int, page: int = 0
) -> tuple[Somebody, PageOfTeams]:
    """Return a member with a page of the teams; raises NOT_FOUND for who is no member."""
    require(viewer, Action.CHANGE_PLACES)
    async with database.read() as session:
        return await _member(session, viewer, person_id), await places_in(session, viewer, page)


async def move_to_be(database: Database, viewer: Viewer, person_id: int, team_id: int) -> Move:
    """Return what a move would do; raises NOT_FOUND."""
    require(viewer, Action.CHANGE_PLACES)
    async with database.read() as session:
        who = await _member(session, viewer, person_id)
        return Move(who, await place_of(session, viewer, team_id))


async def move(
    database: Database, viewer: Viewer, person_id: int, team_id: int, now: datetime
) -> Moved:
    """Let a member be in another team from today on, until somebody else confirms it unconfirmed.

    A second press changes nothing. Raises NOT_FOUND for whoever is no member, OWN_PLACE, and
    ALREADY_MEMBER for who leads that team.
    """
    async with database.write() as session:
        await check_right(session, viewer, person_id)
        who = await person_of(session, viewer.organisation_id, person_id)
        into = await place_of(session, viewer, team_id)
        if team_id in who.standing.staff_in:
            return Moved(who, into, before=True)
        if not who.standing.staff_in:
            raise CoachingError(Code.NOT_FOUND)
        if team_id in who.standing.leads:
            raise CoachingError(Code.ALREADY_MEMBER)
        person = await session.get_one(Person, person_id)
        place = NewPlace(Role.STAFF, team_id, viewer.person_id)
        await take_place(session, person, place, viewer.local_day(now))
        before = {"person": person_id, "teams": sorted(who.standing.staff_in)}
        of = (viewer.organisation_id, viewer.person_id)
        audit.record(session, *of, now, "member moved", before, {"team": team_id})
        await session.flush()
        return Moved(await viewer_of(session, person_id), into)


async def _member(session: Session, viewer: Viewer, person_id: int) -> Somebody:
    found = await somebody_in(session, viewer, person_id)
    if found.works_in is None:
        raise CoachingError(Code.NOT_FOUND)
    return found
