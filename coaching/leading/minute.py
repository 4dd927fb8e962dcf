"""How a team is doing, what is worth a thank-you, what to do next, and what waits."""

from dataclasses import dataclass
from datetime import date, datetime

from coaching.content import Guide, load_guides
from coaching.people.confirming import anybody_waits
from coaching.people.identity import Viewer, require
from coaching.points.summary import TeamName, TeamPoints, quarter_of, reach_of, team_in_reach
from coaching.rules.access import Action
from coaching.rules.instrument import Dimension
from coaching.rules.leads_minute import Doing, doing, guide_of, next_guide, worth_thanks
from coaching.rules.points import Component
from coaching.rules.programme import week_of
from storage import programme, results
from storage.database import Database, Session
from storage.programme import Team


@dataclass(frozen=True, slots=True)
class TeamMinute:
    """A team as its lead sees it in one minute; nothing here tells who did what.

    `published` tells whether a block's results can be looked at; `challenge_until` is the first
    day after a challenge that the team is in; `unconfirmed` whether somebody who came by an
    invite waits for the lead's word.
    """

    points: TeamPoints
    doing: Doing
    thanks: Component | None
    guide: Dimension
    published: bool
    challenge_until: date | None
    unconfirmed: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    """A guide for ten minutes of a meeting, the customer's word in the organisation's own."""

    guide: Guide
    word: str
    following: Dimension


async def minute_to_see(
    database: Database, viewer: Viewer, now: datetime
) -> TeamMinute | list[TeamName]:
    """Return the minute of the one team that the viewer leads, or the teams to choose from."""
    reach = reach_of(viewer, Action.SEE_TEAM_SUMMARY)
    async with database.read() as session:
        teams = await programme.teams_named(session, viewer.organisation_id, reach)
        if len(teams) == 1:
            return await minute_of(session, viewer, teams[0], now)
    return [TeamName(team.id, team.name) for team in teams]


async def team_minute(
    database: Database, viewer: Viewer, team_id: int, now: datetime
) -> TeamMinute:
    """Return the minute of a team; raises NOT_FOUND for one that the viewer does not lead."""
    reach = reach_of(viewer, Action.SEE_TEAM_SUMMARY)
    async with database.read() as session:
        team = await team_in_reach(session, viewer, reach, team_id)
        return await minute_of(session, viewer, team, now)


def meeting(viewer: Viewer, dimension: Dimension) -> Meeting:
    """Return a guide for a meeting, with the one that comes after it."""
    require(viewer, Action.SEE_TEAM_SUMMARY)
    return Meeting(load_guides()[dimension], viewer.customer_word, next_guide(dimension))


async def minute_of(session: Session, viewer: Viewer, team: Team, now: datetime) -> TeamMinute:
    """Return the minute of a team inside a transaction that is open already."""
    organisation = await programme.organisation(session, viewer.organisation_id)
    today = max(viewer.local_day(now), viewer.programme_start)
    points = await quarter_of(session, viewer, team, now)
    challenge = await programme.challenge_of(session, [team.id], today)
    theme = Dimension(organisation.theme) if organisation.theme else None
    return TeamMinute(
        points=points,
        doing=_doing(points),
        thanks=worth_thanks(points.earned_by),
        guide=guide_of(week_of(viewer.programme_start, today), theme),
        published=await results.newest(session, viewer.organisation_id) is not None,
        challenge_until=challenge.ends if challenge else None,
        unconfirmed=await anybody_waits(session, viewer, team.id),
    )


def _doing(points: TeamPoints) -> Doing:
    if points.last is not None and points.last.not_counted:
        return Doing.NOT_COUNTED
    closed = [week.points for week in points.weeks if week.points is not None and not week.rest]
    return doing(closed, resting=points.last is not None and points.last.rest)
