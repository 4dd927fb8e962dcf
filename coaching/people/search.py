"""HR finds a team or a person by a part of the name, where lists are too long to be turned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.people.access_log import PEOPLE, note_look
from coaching.people.directory import PER_PAGE, TeamInUnit, place_of, team_in_unit
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action, Role
from storage import conversation, programme, rosters
from storage.database import Database, Session
from storage.rosters import Placed

QUESTION_SEARCH = "search"
LONGEST_PART = 60


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody with the place that they have; HR people have no team."""

    first_name: str
    role: Role
    place: TeamInUnit | None


@dataclass(frozen=True, slots=True)
class Found:
    """What bears a name that holds the part: the first of each, and whether there are others."""

    teams: Sequence[TeamInUnit]
    people: Sequence[FoundPerson]
    more: bool


async def ask_search(
    database: Database, viewer: Viewer, purpose: str, team_id: int | None
) -> None:
    """Let the next text that HR types be a part of a name; `purpose` is what it is sought for.

    Raises NOT_FOUND for a team that is not there.
    """
    require(viewer, Action.SEE_PEOPLE)
    async with database.write() as session:
        if team_id is not None:
            await place_of(session, viewer, team_id)
        await conversation.put(
            session, viewer.person_id, QUESTION_SEARCH, purpose=purpose, team=team_id
        )


async def search(
    database: Database, viewer: Viewer, typed: str, now: datetime, *, people_too: bool
) -> Found:
    """Return the teams, and if wanted the people, that are called so; note that HR looked."""
    require(viewer, Action.SEE_PEOPLE)
    part = part_of(typed)
    if people_too:
        async with database.write() as session:
            await note_look(session, viewer, PEOPLE, now)
    async with database.read() as session:
        teams = await teams_called(session, viewer, part)
        people = (
            await rosters.named(session, viewer.organisation_id, part, PER_PAGE + 1)
            if people_too
            else []
        )
    return Found(
        teams[:PER_PAGE],
        [_person(each) for each in people[:PER_PAGE]],
        more=max(len(teams), len(people)) > PER_PAGE,
    )


def part_of(typed: str) -> str:
    """Return what is sought: one line, no longer than a name."""
    return " ".join(typed.split())[:LONGEST_PART]


async def teams_called(session: Session, viewer: Viewer, part: str) -> list[TeamInUnit]:
    """Return the first teams that are called so, or whose unit is, and one more than a page."""
    found = await programme.teams_called(session, viewer.organisation_id, part, PER_PAGE + 1)
    return [team_in_unit(team, unit) for team, unit in found]


def _person(found: Placed) -> FoundPerson:
    place = team_in_unit(found.team, found.unit) if found.team and found.unit else None
    return FoundPerson(found.first_name, Role(found.role), place)
