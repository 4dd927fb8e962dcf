"""Confirming who works in a team: a lead, or somebody of HR who did not invite them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.confirmed_places import MadePlace, of_one_hand
from storage import audit, programme, rosters
from storage.database import Database, Session, Writer


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """A team with the first names of those who came by somebody else's invites."""

    team_id: int
    team_name: str
    first_names: Sequence[str]


async def waiting(database: Database, viewer: Viewer) -> list[ToConfirm]:
    """Return the teams within the viewer's reach in which somebody waits to be confirmed."""
    require(viewer, Action.CONFIRM_PLACES)
    async with database.read() as session:
        return await _waiting(session, viewer)


async def confirm(
    database: Database, viewer: Viewer, team_id: int, now: datetime
) -> list[ToConfirm]:
    """Confirm everybody of a team who was shown; return what waits still. Raises NOT_FOUND.

    Nobody confirms whom they invited themselves.
    """
    require(viewer, Action.CONFIRM_PLACES)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        if team_id not in {each.team_id for each in await _waiting(session, viewer)}:
            raise CoachingError(Code.NOT_FOUND)
        await rosters.confirm_places(session, team_id, viewer.person_id)
        _record(session, viewer, team_id, now)
        return await _waiting(session, viewer)


async def anybody_waits(session: Session, viewer: Viewer, team_id: int) -> bool:
    """Tell whether somebody of a team waits to be confirmed by its lead."""
    rows = await rosters.to_confirm(session, viewer.organisation_id, viewer.person_id, {team_id})
    return bool(rows)


async def publishes_nothing(session: Session, team_id: int) -> bool:
    """Tell whether a team, as it is now, publishes nothing until somebody confirms it."""
    staff = await rosters.number_of_staff(session, team_id)
    places = await rosters.unconfirmed_in(session, team_id)
    return of_one_hand(staff, [MadePlace(by, since) for by, since in places])


async def _waiting(session: Session, viewer: Viewer) -> list[ToConfirm]:
    reach = None if viewer.standing.hr else viewer.standing.leads
    rows = await rosters.to_confirm(session, viewer.organisation_id, viewer.person_id, reach)
    names: dict[tuple[str, int], list[str]] = defaultdict(list)
    for team_id, team_name, first_name in rows:
        names[team_name, team_id].append(first_name)
    return [ToConfirm(team_id, name, found) for (name, team_id), found in names.items()]


def _record(session: Writer, viewer: Viewer, team_id: int, now: datetime) -> None:
    of = (viewer.organisation_id, viewer.person_id)
    audit.record(session, *of, now, "places confirmed", {}, {"team": team_id})
