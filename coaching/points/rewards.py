"""Rewards: a level unlocks a choice, the team votes, HR approves and hands out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from coaching.content import load_rewards
from coaching.errors import CoachingError, Code
from coaching.guarding import checked_name
from coaching.people.identity import Viewer, require
from coaching.points.scheme import Review, review_of
from coaching.rules.access import Action, teams_for
from coaching.rules.points import LEVELS, level_reached
from coaching.rules.programme import WEEKS_IN_CYCLE, monday_of
from coaching.rules.rewards import (
    Choice,
    RewardKind,
    closes_vote,
    hand_out_before,
    needs_tax_review,
    opens_vote,
    unlocked,
    winner,
)
from storage import audit, conversation, points, programme, rewards
from storage.database import Database, Session, Writer
from storage.programme import Organisation, Team
from storage.rewards import Reward, TeamReward

QUESTION_REWARD = "reward"
TITLE_LIMIT = 80
WITH_COST = re.compile(
    r"^(?P<title>.*?)[,;]?\s*(?P<cost>\d{1,5})\s*(€|eur|euros?|euroa)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class RewardName:
    """A reward by the id of a shipped one, or by HR's own title."""

    content_id: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Vote:
    """What a member can choose from for the team, and the own choice so far."""

    id: int
    team_name: str
    choices: Sequence[tuple[int, RewardName]]
    chosen: int | None


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A reward of the catalogue."""

    id: int
    name: RewardName
    kind: RewardKind
    level: int
    cost: int
    needs_tax_review: bool
    offered: bool


@dataclass(frozen=True, slots=True)
class Handing:
    """What a team gets for a quarter, and how far HR is; without a name the team still votes."""

    id: int
    team_name: str
    quarter: int
    name: RewardName | None
    due: date
    needs_tax_review: bool
    tax_reviewed: bool
    approved: bool
    handed_out_on: date | None

    def is_late(self, today: date) -> bool:
        """Tell whether it should have been handed out by now."""
        return self.handed_out_on is None and today > self.due


@dataclass(frozen=True, slots=True)
class Handings:
    """What teams get for the last two quarters, the newest first, and how the points stand."""

    given: Sequence[Handing]
    review: Review


async def open_vote(database: Database, viewer: Viewer, team_reward_id: int) -> Vote:
    """Return a vote of the viewer's own team; raises NOT_FOUND once it is closed."""
    async with database.read() as session:
        given = await rewards.own(session, viewer.organisation_id, team_reward_id)
        found, name, choices = await _vote(session, viewer, given)
        mine = await rewards.ballot(session, found.id, viewer.person_id)
    return Vote(found.id, name, [(row.id, _name(row)) for row in choices], mine)


async def vote(database: Database, viewer: Viewer, team_reward_id: int, reward_id: int) -> Vote:
    """Keep the viewer's choice in place of an earlier one; raises NOT_FOUND."""
    async with database.write() as session:
        given = await rewards.own_to_change(session, viewer.organisation_id, team_reward_id)
        found, name, choices = await _vote(session, viewer, given)
        if reward_id not in [row.id for row in choices]:
            raise CoachingError(Code.NOT_FOUND)
        await rewards.vote(session, found.id, viewer.person_id, reward_id)
    return Vote(found.id, name, [(row.id, _name(row)) for row in choices], reward_id)


async def settle_votes(session: Writer, organisation: Organisation, week: int) -> None:
    """Open the votes of a quarter whose points are complete, or close them a week later.

    What people chose is deleted as the vote closes; only what won stays.
    """
    if opens_vote(week) and organisation.points_used:
        await _open_votes(session, organisation, week)
    elif closes_vote(week):
        catalogue = await rewards.catalogue(session, organisation.id)
        for open_one in await rewards.open_votes(session, organisation.id):
            choices = unlocked(_choices(catalogue), open_one.level)
            ballots = await rewards.take_ballots(session, open_one.id)
            open_one.reward_id = winner(choices, ballots).id if choices else None


async def catalogue(database: Database, viewer: Viewer) -> list[CatalogueEntry]:
    """Return the organisation's rewards by level."""
    require_points(viewer)
    async with database.write() as session:
        return _entries(await _catalogue(session, viewer.organisation_id))


def _entries(rows: Sequence[Reward]) -> list[CatalogueEntry]:
    return [
        CatalogueEntry(
            row.id,
            _name(row),
            RewardKind(row.kind),
            row.level,
            row.cost,
            row.needs_tax_review,
            row.offered,
        )
        for row in rows
    ]


async def ask_reward(database: Database, viewer: Viewer, kind: RewardKind, level: int) -> None:
    """Let the next text that HR types be a reward of this kind, from a level on."""
    require_points(viewer)
    if not 1 <= level <= len(LEVELS):
        raise CoachingError(Code.NOT_FOUND)
    async with database.write() as session:
        question = (viewer.person_id, QUESTION_REWARD)
        await conversation.put(session, *question, reward_kind=kind, level=level)


async def add_reward(
    database: Database, viewer: Viewer, kind: RewardKind, level: int, typed: str, now: datetime
) -> list[CatalogueEntry]:
    """Put a reward of HR's own into the catalogue; a price may stand behind the title.

    Returns the catalogue; raises NAME_INVALID for a title that is empty, too long or holds
    something private.
    """
    require_points(viewer)
    text = " ".join(typed.split())
    priced = WITH_COST.match(text)
    title = checked_name(priced["title"] if priced else text, TITLE_LIMIT)
    cost = int(priced["cost"]) if priced else 0
    async with database.write() as session:
        session.add(
            Reward(
                organisation_id=viewer.organisation_id,
                title=title,
                kind=kind,
                level=level,
                cost=cost,
                needs_tax_review=needs_tax_review(kind, cost),
            )
        )
        await conversation.clear(session, viewer.person_id, QUESTION_REWARD)
        after = {"title": title, "kind": kind, "level": level, "cost": cost}
        _record(session, viewer, now, "reward added", {}, after)
        await session.flush()
        return _entries(await _catalogue(session, viewer.organisation_id))


async def offer(
    database: Database, viewer: Viewer, reward_id: int, now: datetime, *, offered: bool
) -> list[CatalogueEntry]:
    """Offer a reward, or no more, also in votes that are open; the last of level 1 stays.

    Returns the catalogue; raises NOT_FOUND, or REWARD_NEEDED where a level would have nothing to
    give.
    """
    require_points(viewer)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        rows = await _catalogue(session, viewer.organisation_id)
        row = next((each for each in rows if each.id == reward_id), None)
        if row is None:
            raise CoachingError(Code.NOT_FOUND)
        others = [each for each in rows if each.offered and each.level == 1 and each.id != row.id]
        if not offered and not others:
            raise CoachingError(Code.REWARD_NEEDED)
        if row.offered != offered:
            row.offered = offered
            after = {"reward": row.id, "offered": offered}
            _record(session, viewer, now, "reward offered", {}, after)
        return _entries(rows)


async def handings(database: Database, viewer: Viewer, now: datetime) -> Handings:
    """Return what teams get, and how the points stand that they get it for."""
    require_points(viewer)
    async with database.read() as session:
        return await _handings(session, viewer, now)


async def _handings(session: Session, viewer: Viewer, now: datetime) -> Handings:
    quarter = (viewer.local_day(now) - viewer.programme_start).days // (7 * WEEKS_IN_CYCLE)
    rows = {row.id: row for row in await rewards.catalogue(session, viewer.organisation_id)}
    found = await rewards.of_organisation(session, viewer.organisation_id, quarter - 2)
    organisation = await programme.organisation(session, viewer.organisation_id)
    given = [
        Handing(
            given.id,
            team.name,
            given.quarter + 1,
            _name(rows[given.reward_id]) if given.reward_id else None,
            monday_of(viewer.programme_start, hand_out_before(given.quarter)),
            bool(given.reward_id and rows[given.reward_id].needs_tax_review),
            given.tax_reviewed_at is not None,
            given.approved_at is not None,
            given.handed_out_on,
        )
        for given, team in found
    ]
    return Handings(given, review_of(viewer, organisation))


async def review_tax(
    database: Database, viewer: Viewer, team_reward_id: int, now: datetime
) -> Handings:
    """Note that somebody looked at what taxes say of it; raises NOT_FOUND."""
    async with database.write() as session:
        given, _ = await _given(session, viewer, team_reward_id)
        if given.tax_reviewed_at is None:
            given.tax_reviewed_at = now
            _record(session, viewer, now, "reward tax reviewed", {}, {"reward": given.id})
        return await _handings(session, viewer, now)


async def approve(
    database: Database, viewer: Viewer, team_reward_id: int, now: datetime
) -> Handings:
    """Approve what a team chose; raises TAX_REVIEW_MISSING where that has to come first."""
    async with database.write() as session:
        given, reward = await _given(session, viewer, team_reward_id)
        if reward.needs_tax_review and given.tax_reviewed_at is None:
            raise CoachingError(Code.TAX_REVIEW_MISSING)
        if given.approved_at is None:
            given.approved_at, given.approved_by = now, viewer.person_id
            _record(session, viewer, now, "reward approved", {}, {"reward": given.id})
        return await _handings(session, viewer, now)


async def hand_out(
    database: Database, viewer: Viewer, team_reward_id: int, now: datetime
) -> Handings:
    """Note that the team has got it; raises NOT_FOUND before it was approved."""
    async with database.write() as session:
        given, _ = await _given(session, viewer, team_reward_id)
        if given.approved_at is None:
            raise CoachingError(Code.NOT_FOUND)
        if given.handed_out_on is None:
            given.handed_out_on = viewer.local_day(now)
            _record(session, viewer, now, "reward handed out", {}, {"reward": given.id})
        return await _handings(session, viewer, now)


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
    return TeamsReward(None, _name(reward), given.handed_out_on is not None)


async def _open_votes(session: Writer, organisation: Organisation, week: int) -> None:
    quarter = week // WEEKS_IN_CYCLE
    offered = _choices(await _catalogue(session, organisation.id))
    totals = await points.totals(session, organisation.id, quarter * WEEKS_IN_CYCLE, week)
    for team, total in totals.items():
        level = level_reached(total)
        if level and unlocked(offered, level):
            await rewards.open_vote(session, team, quarter, level)


async def _vote(
    session: Session, viewer: Viewer, found: tuple[TeamReward, Team] | None
) -> tuple[TeamReward, str, list[Reward]]:
    """Return the vote with its team's name and what can be chosen, if the viewer may vote."""
    require(viewer, Action.VOTE_REWARD)
    if found is None or found[0].team_id not in teams_for(viewer.standing, Action.VOTE_REWARD):
        raise CoachingError(Code.NOT_FOUND)
    given, team = found
    if given.reward_id is not None or not viewer.points_used:
        raise CoachingError(Code.NOT_FOUND)
    rows = await rewards.catalogue(session, viewer.organisation_id)
    by_id = {row.id: row for row in rows}
    choices = [by_id[choice.id] for choice in unlocked(_choices(rows), given.level)]
    return given, team.name, choices


async def _given(
    session: Session, viewer: Viewer, team_reward_id: int
) -> tuple[TeamReward, Reward]:
    require_points(viewer)
    found = await rewards.own_to_change(session, viewer.organisation_id, team_reward_id)
    if found is None or found[0].reward_id is None:
        raise CoachingError(Code.NOT_FOUND)
    return found[0], await session.get_one(Reward, found[0].reward_id)


async def _catalogue(session: Writer, organisation_id: int) -> Sequence[Reward]:
    """Return the catalogue, with whatever is shipped and not yet in it."""
    rows = await rewards.catalogue(session, organisation_id)
    known = {row.content_id for row in rows}
    new = [each for each in load_rewards() if each.id not in known]
    for each in new:
        await rewards.ship(session, organisation_id, each.id, each.kind, each.level)
    return await rewards.catalogue(session, organisation_id) if new else rows


def _choices(rows: Sequence[Reward]) -> list[Choice]:
    return [Choice(row.id, row.level) for row in rows if row.offered]


def _name(row: Reward) -> RewardName:
    return RewardName(row.content_id, row.title)


def require_points(viewer: Viewer) -> None:
    """Raise NOT_ALLOWED unless the viewer keeps rewards, POINTS_NOT_USED where there are none."""
    require(viewer, Action.KEEP_REWARDS)
    if not viewer.points_used:
        raise CoachingError(Code.POINTS_NOT_USED)


def _record(
    session: Writer,
    viewer: Viewer,
    now: datetime,
    action: str,
    before: Mapping[str, object],
    after: Mapping[str, object],
) -> None:
    ids = (viewer.organisation_id, viewer.person_id)
    audit.record(session, *ids, now, action, before, after)
