"""What a team has earned: totals rounded to ten, levels, and what earned them; never shares.

All figures follow from one rounding, that of the running total, so that what is shown adds up.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.points.votes import TeamsReward, reward_of
from coaching.rules.access import Action, teams_for
from coaching.rules.points import LEVELS, Component, could_come, level_reached, shown, shown_parts
from coaching.rules.programme import WEEKS_IN_CYCLE, block_begins, position, week_of
from storage import points, programme
from storage.database import Database, Session
from storage.points import PointsEntry
from storage.programme import Team


@dataclass(frozen=True, slots=True)
class WeekPoints:
    """One week of the quarter, numbered from 1; `points` is None until the week is closed.

    It stays None in a week that was `not_counted` for the team: too few could take part.
    """

    number: int
    points: int | None
    rest: bool
    not_counted: bool = False


@dataclass(frozen=True, slots=True)
class TeamPoints:
    """A team's quarter as everybody entitled may see it, all points rounded to ten.

    The weeks and what was `carried` over from merged teams add up to the total. What earned the
    points of the last week is named if many people were counted; of `few` it would tell who took
    part. `could_come` is what could bring points in the week that follows, nothing in a rest week;
    `reward` what the team chose lately, or may choose now.
    """

    team_id: int
    team_name: str
    quarter: int
    weeks: Sequence[WeekPoints]
    carried: int
    total: int
    level: int
    to_next_level: int | None
    last: WeekPoints | None
    earned_by: Sequence[Component]
    few: bool
    could_come: Sequence[Component]
    reward: TeamsReward | None


@dataclass(frozen=True, slots=True)
class TeamName:
    """A team to choose."""

    id: int
    name: str


async def points_to_see(
    database: Database, viewer: Viewer, now: datetime
) -> TeamPoints | list[TeamName]:
    """Return the quarter of the one team within the viewer's reach, or the teams to choose from.

    They stand by name.
    """
    reach = reach_of(viewer, Action.SEE_OWN_TEAM_POINTS)
    async with database.read() as session:
        teams = await programme.teams_named(session, viewer.organisation_id, reach)
        if len(teams) == 1:
            return await quarter_of(session, viewer, teams[0], now)
    return [TeamName(team.id, team.name) for team in teams]


def reach_of(viewer: Viewer, action: Action) -> frozenset[int]:
    """Return the teams within an action's reach; raises NOT_ALLOWED or POINTS_NOT_USED."""
    require(viewer, action)
    if not viewer.points_used:
        raise CoachingError(Code.POINTS_NOT_USED)
    return teams_for(viewer.standing, action)


async def team_in_reach(
    session: Session, viewer: Viewer, reach: frozenset[int], team_id: int
) -> Team:
    """Return a team; raises NOT_FOUND for one out of reach."""
    team = await programme.team(session, viewer.organisation_id, team_id)
    if team is None or team_id not in reach:
        raise CoachingError(Code.NOT_FOUND)
    return team


async def team_points(
    database: Database, viewer: Viewer, team_id: int, now: datetime
) -> TeamPoints:
    """Return the quarter of a team; raises NOT_FOUND for a team out of the viewer's reach."""
    reach = reach_of(viewer, Action.SEE_OWN_TEAM_POINTS)
    async with database.read() as session:
        team = await team_in_reach(session, viewer, reach, team_id)
        return await quarter_of(session, viewer, team, now)


async def quarter_of(session: Session, viewer: Viewer, team: Team, now: datetime) -> TeamPoints:
    """Return the quarter of the last closed week (the running one before any was closed)."""
    last_closed = await points.last_closed(session, viewer.organisation_id)
    today = max(viewer.local_day(now), viewer.programme_start)
    shown_week = week_of(viewer.programme_start, today) if last_closed is None else last_closed
    first = shown_week - shown_week % WEEKS_IN_CYCLE
    entries = await points.entries(session, team.id, first, first + WEEKS_IN_CYCLE - 1)
    counted = await points.counted(session, team.id, first, first + WEEKS_IN_CYCLE - 1)
    closed = range(first, first if last_closed is None else last_closed + 1)
    carried, weeks = _weeks(entries, first, closed, counted.keys())
    of_many = last_closed is not None and counted.get(last_closed, False)
    total = sum(entry.points for entry in entries)
    level = level_reached(total)
    return TeamPoints(
        team_id=team.id,
        team_name=team.name,
        quarter=first // WEEKS_IN_CYCLE + 1,
        weeks=weeks,
        carried=carried,
        total=shown(total),
        level=level,
        to_next_level=None if level == len(LEVELS) else LEVELS[level] - shown(total),
        last=None if last_closed is None else weeks[last_closed - first],
        earned_by=_earned_by(entries, last_closed) if of_many else [],
        few=last_closed is not None and last_closed in counted and not of_many,
        reward=await reward_of(session, team.id, first // WEEKS_IN_CYCLE),
        could_come=_could_come(
            entries, shown_week if last_closed is None else last_closed + 1, of_many=of_many
        ),
    )


def _weeks(
    entries: Sequence[PointsEntry], first: int, closed: range, counted: AbstractSet[int]
) -> tuple[int, list[WeekPoints]]:
    """Return what is shown as carried over, and each week of the quarter."""
    carried = sum(e.points for e in entries if e.component == points.CARRIED)
    earned = [e for e in entries if e.component != points.CARRIED]
    quarter = range(first, first + WEEKS_IN_CYCLE)
    by_week = [sum(e.points for e in earned if e.week == week) for week in quarter]
    shown_carried, *shown_weeks = shown_parts([carried, *by_week])
    counts = counted | {e.week for e in earned}
    return shown_carried, [
        _week(week - first, points_, closed=week in closed, counts=week in counts)
        for week, points_ in zip(quarter, shown_weeks, strict=True)
    ]


def _week(index: int, points_: int, *, closed: bool, counts: bool) -> WeekPoints:
    rest = index == WEEKS_IN_CYCLE - 1
    told = closed and (rest or counts)
    return WeekPoints(index + 1, points_ if told else None, rest, not_counted=closed and not told)


def _earned_by(entries: Sequence[PointsEntry], *weeks: int | None) -> list[Component]:
    """Return what earned points that still stand, in some weeks."""
    reversed_ids = {entry.reverses_id for entry in entries}
    standing = [e for e in entries if e.reverses_id is None and e.id not in reversed_ids]
    earned = [e for e in standing if e.component != points.CARRIED]
    return [Component(entry.component) for entry in earned if entry.week in weeks]


def _could_come(entries: Sequence[PointsEntry], week: int, *, of_many: bool) -> list[Component]:
    """Return what could come in a week; of few people what came in the last one is not told."""
    if position(week).rest:
        return []
    last_week = set(_earned_by(entries, week - 1)) if of_many else set[Component]()
    return could_come(last_week, set(_earned_by(entries, *range(block_begins(week), week))))
