"""Whom somebody works with: the team they speak for, and names that a text should not hold."""

from coaching.people.identity import Viewer
from coaching.rules.namings import namings
from storage import programme, rosters
from storage.database import Session

MOST_COLLEAGUES = 500


def team_of(viewer: Viewer) -> int:
    """Return the team for which somebody shares and tries; who only leads speaks for that one."""
    return min(viewer.standing.staff_in or viewer.standing.leads)


async def namings_in(session: Session, viewer: Viewer, text: str) -> tuple[str, ...]:
    """Return what in a text may show who somebody is, for the author to look at."""
    of, team_id = viewer.organisation_id, team_of(viewer)
    rows = await programme.teams(session, of)
    places = [name for team, unit in rows for name in (team.name, unit.name)]
    in_team = await rosters.roster(session, of, team_id, 0, MOST_COLLEAGUES)
    colleagues = [each.first_name for each in in_team if each.first_name != viewer.first_name]
    return namings(text, colleagues, [viewer.organisation_name, *places])
