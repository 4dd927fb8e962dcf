"""A team that has reached a level votes in secret on what it gets for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.points.catalogue import RewardName, all_rewards, choices_in, name_of
from coaching.rules.access import Action, Role, teams_for
from coaching.rules.moments import MomentKind
from coaching.rules.points import level_reached
from coaching.rules.programme import WEEKS_IN_CYCLE, monday_of
from coaching.rules.rewards import closes_vote, opens_vote, unlocked, vote_over, winner
from storage import moments, points, rewards, rosters
from storage.database import Database, Session, Writer
from storage.programme import Organisation, Team
from storage.rewards import Reward, TeamReward


@dataclass(frozen=True, slots=True)
class Vote:
    """What a member can choose from for the team, and the own choice so far.

    It is for a `level` that the team (or the merged one `won_by`) has reached, open until the day
    `closes` is over. Once it is closed there are no choices, and `result` is what the team gets.
    """

    id: int
    team_name: str
    won_by: str | None
    level: int
    closes: date
    choices: Sequence[tuple[int, RewardName]]
    chosen: int | None = None
    result: RewardName | None = None


async def look_at_vote(database: Database, viewer: Viewer, team_reward_id: int) -> Vote:
    """Return a vote of the viewer's own team, open or closed; raises NOT_FOUND."""
    async with database.read() as session:
        given = await rewards.own(session, viewer.organisation_id, team_reward_id)
        found = await _vote(session, viewer, given)
        mine = await rewards.ballot(session, found.id, viewer.person_id)
    return replace(found, chosen=mine)


async def vote(database: Database, viewer: Viewer, team_reward_id: int, reward_id: int) -> Vote:
    """Keep the viewer's choice in place of an earlier one; raises NOT_FOUND.

    Whoever comes after the close is told the result, and nothing is kept.
    """
    async with database.write() as session:
        given = await rewards.own_to_change(session, viewer.organisation_id, team_reward_id)
        found = await _vote(session, viewer, given)
        if found.result is not None:
            return found
        if reward_id not in [known for known, _ in found.choices]:
            raise CoachingError(Code.NOT_FOUND)
        await rewards.vote(session, found.id, viewer.person_id, reward_id)
    return replace(found, chosen=reward_id)


async def settle_votes(session: Writer, organisation: Organisation, week: int) -> None:
    """Open the votes of a quarter whose points are complete, or close them a week later.

    What people chose is deleted as the vote closes; only what won stays. Only a team that has
    people in it votes, and gets anything.
    """
    if opens_vote(week) and organisation.points_used:
        await _open_votes(session, organisation, week)
    elif closes_vote(week):
        await _close_votes(session, organisation, week)


@dataclass(frozen=True, slots=True)
class TeamsReward:
    """A team's newest vote (`open_id` while it is open), or what it decided."""

    open_id: int | None
    name: RewardName | None
    handed_out: bool


async def reward_of(session: Session, team_id: int, quarter: int) -> TeamsReward | None:
    """Return the reward of a quarter counted from 0, or of the one before, if there is one."""
    given = await rewards.of_team(session, team_id)
    if given is None or given.quarter < quarter - 1:
        return None
    if given.reward_id is None:
        return TeamsReward(given.id, None, handed_out=False)
    reward = await session.get_one(Reward, given.reward_id)
    return TeamsReward(None, name_of(reward), given.handed_out_on is not None)


async def _open_votes(session: Writer, organisation: Organisation, week: int) -> None:
    quarter = week // WEEKS_IN_CYCLE
    offered = choices_in(await all_rewards(session, organisation.id))
    totals = await points.totals(session, organisation.id, quarter * WEEKS_IN_CYCLE, week)
    people = await rosters.count_by_team(session, organisation.id, Role.STAFF)
    for team, total in totals.items():
        level = level_reached(total)
        if level and team in people and unlocked(offered, level):
            vote_id = await rewards.open_vote(session, team, quarter, level)
            if vote_id is not None:
                day = monday_of(organisation.programme_start, week + 1)
                what = {"team_reward_id": vote_id}
                await moments.note(session, MomentKind.VOTE_OPENED, team, day, **what)


async def _close_votes(session: Writer, organisation: Organisation, week: int) -> None:
    day = monday_of(organisation.programme_start, week + 1)
    catalogue = await rewards.catalogue(session, organisation.id)
    people = await rosters.count_by_team(session, organisation.id, Role.STAFF)
    for open_one in await rewards.open_votes(session, organisation.id):
        choices = unlocked(choices_in(catalogue), open_one.level)
        ballots = await rewards.take_ballots(session, open_one.id)
        if open_one.team_id in people and choices:
            open_one.reward_id = winner(choices, ballots).id
            what = {"team_reward_id": open_one.id}
            await moments.note(session, MomentKind.VOTE_CLOSED, open_one.team_id, day, **what)
        else:
            await session.delete(open_one)


async def _vote(session: Session, viewer: Viewer, found: tuple[TeamReward, Team] | None) -> Vote:
    """Return the vote with what can be chosen, or its result, if it is of the viewer's team."""
    require(viewer, Action.VOTE_REWARD)
    if found is None or found[0].team_id not in teams_for(viewer.standing, Action.VOTE_REWARD):
        raise CoachingError(Code.NOT_FOUND)
    given, team = found
    winner_team = await session.get_one(Team, given.won_by)
    open_one = Vote(
        given.id,
        team.name,
        None if winner_team.id == team.id else winner_team.name,
        given.level,
        monday_of(viewer.programme_start, vote_over(given.quarter)) - timedelta(days=1),
        [],
    )
    if given.reward_id is not None:
        return replace(open_one, result=name_of(await session.get_one(Reward, given.reward_id)))
    if not viewer.points_used:
        raise CoachingError(Code.NOT_FOUND)
    rows = await rewards.catalogue(session, viewer.organisation_id)
    names = {row.id: name_of(row) for row in rows}
    choices = unlocked(choices_in(rows), given.level)
    return replace(open_one, choices=[(choice.id, names[choice.id]) for choice in choices])
