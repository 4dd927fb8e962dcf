"""What a team has earned: totals rounded to ten, levels, and what earned them; never shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.points.rewards import TeamsReward, reward_of
from coaching.rules.access import Action, teams_for
from coaching.rules.points import LEVELS, Component, could_come, level_reached, shown
from coaching.rules.programme import WEEKS_IN_CYCLE, block_begins, position, week_of
from storage import points, programme
from storage.database import Database, Session
from storage.points import PointsEntry
from storage.programme import Team


@dataclass(frozen=True, slots=True)
class WeekPoints:
    """One week of the quarter, numbered from 1; `points` is None until the week is closed."""

    number: int
    points: int | None
    rest: bool


@dataclass(frozen=True, slots=True)
class TeamPoints:
    """A team's quarter as everybody entitled may see it, all points rounded to ten.

    `could_come` is what could bring points in the week that follows, nothing in a rest week;
    `reward` what the team chose lately, or may choose now.
    """

    team_id: int
    team_name: str
    quarter: int
    weeks: Sequence[WeekPoints]
    total: int
    level: int
    to_next_level: int | None
    last: WeekPoints | None
    earned_by: Sequence[Component]
    could_come: Sequence[Component]
    reward: TeamsReward | None


@dataclass(frozen=True, slots=True)
class TeamName:
    """A team to choose."""

    id: int
    name: str


async def points_to_see(
    database: Database, viewer: Viewer, action: Action, now: datetime
) -> TeamPoints | list[TeamName]:
    """Return the quarter of the one team within the viewer's reach, or the teams to choose from.

    They stand by name.
    """
    reach = _reach(viewer, action)
    async with database.read() as session:
        teams = await programme.teams_named(session, viewer.organisation_id, reach)
        if len(teams) == 1:
            return await quarter_of(session, viewer, teams[0], now)
    return [TeamName(team.id, team.name) for team in teams]


def _reach(viewer: Viewer, action: Action) -> frozenset[int]:
    require(viewer, action)
    if not viewer.points_used:
        raise CoachingError(Code.POINTS_NOT_USED)
    return teams_for(viewer.standing, action)


async def team_points(
    database: Database, viewer: Viewer, action: Action, team_id: int, now: datetime
) -> TeamPoints:
    """Return the quarter of a team; raises NOT_FOUND for a team out of the viewer's reach."""
    if team_id not in _reach(viewer, action):
        raise CoachingError(Code.NOT_FOUND)
    async with database.read() as session:
        team = await programme.team(session, viewer.organisation_id, team_id)
        if team is None:
            raise CoachingError(Code.NOT_FOUND)
        return await quarter_of(session, viewer, team, now)


async def quarter_of(session: Session, viewer: Viewer, team: Team, now: datetime) -> TeamPoints:
    """Return the quarter of the last closed week (the running one before any was closed)."""
    last_closed = await points.last_closed(session, viewer.organisation_id)
    today = max(viewer.local_day(now), viewer.programme_start)
    shown_week = week_of(viewer.programme_start, today) if last_closed is None else last_closed
    first = shown_week - shown_week % WEEKS_IN_CYCLE
    entries = await points.entries(session, team.id, first, first + WEEKS_IN_CYCLE - 1)
    weeks = [
        _week(entries, week, first, closed=last_closed is not None and week <= last_closed)
        for week in range(first, first + WEEKS_IN_CYCLE)
    ]
    earned_by = _earned_by(entries, last_closed)
    total = sum(entry.points for entry in entries)
    level = level_reached(total)
    return TeamPoints(
        team_id=team.id,
        team_name=team.name,
        quarter=first // WEEKS_IN_CYCLE + 1,
        weeks=weeks,
        total=shown(total),
        level=level,
        to_next_level=None if level == len(LEVELS) else LEVELS[level] - shown(total),
        last=None if last_closed is None else weeks[last_closed - first],
        earned_by=earned_by,
        reward=await reward_of(session, team.id, first // WEEKS_IN_CYCLE),
        could_come=_could_come(entries, shown_week if last_closed is None else last_closed + 1),
    )


def _week(entries: Sequence[PointsEntry], week: int, first: int, *, closed: bool) -> WeekPoints:
    earned = [e.points for e in entries if e.week == week and e.component != points.CARRIED]
    total = sum(earned)
    rest = week - first == WEEKS_IN_CYCLE - 1
    return WeekPoints(week - first + 1, shown(total) if closed else None, rest)


def _earned_by(entries: Sequence[PointsEntry], *weeks: int | None) -> list[Component]:
    """Return what earned points that still stand, in some weeks."""
    reversed_ids = {entry.reverses_id for entry in entries}
    standing = [e for e in entries if e.reverses_id is None and e.id not in reversed_ids]
    earned = [e for e in standing if e.component != points.CARRIED]
    return [Component(entry.component) for entry in earned if entry.week in weeks]


def _could_come(entries: Sequence[PointsEntry], week: int) -> list[Component]:
    if position(week).rest:
        return []
    last_week = set(_earned_by(entries, week - 1))
    return could_come(last_week, set(_earned_by(entries, *range(block_begins(week), week))))
