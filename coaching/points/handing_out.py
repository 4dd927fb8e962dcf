"""Handing out what teams chose: looked at for taxes, approved, given, and late if it is not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer
from coaching.points.catalogue import RewardName, name_of, record, require_points
from coaching.points.scheme import Review, review_of
from coaching.rules.programme import WEEKS_IN_CYCLE, monday_of
from coaching.rules.rewards import hand_out_before
from storage import programme, rewards
from storage.database import Database, Session
from storage.rewards import Reward, TeamReward


@dataclass(frozen=True, slots=True)
class Handing:
    """What a team gets for a quarter, and how far HR is; without a name the team still votes.

    `won_by` is the merged team that reached the level, if it was not the team itself.
    """

    id: int
    team_name: str
    won_by: str | None
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


async def handings(database: Database, viewer: Viewer, now: datetime) -> Handings:
    """Return what teams get, and how the points stand that they get it for."""
    require_points(viewer)
    async with database.read() as session:
        return await _handings(session, viewer, now)


async def review_tax(
    database: Database, viewer: Viewer, team_reward_id: int, now: datetime
) -> Handings:
    """Note that somebody looked at what taxes say of it; raises NOT_FOUND."""
    async with database.write() as session:
        given, _ = await _given(session, viewer, team_reward_id)
        if given.tax_reviewed_at is None:
            given.tax_reviewed_at = now
            record(session, viewer, now, "reward tax reviewed", {}, {"reward": given.id})
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
            record(session, viewer, now, "reward approved", {}, {"reward": given.id})
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
            record(session, viewer, now, "reward handed out", {}, {"reward": given.id})
        return await _handings(session, viewer, now)


async def _handings(session: Session, viewer: Viewer, now: datetime) -> Handings:
    quarter = (viewer.local_day(now) - viewer.programme_start).days // (7 * WEEKS_IN_CYCLE)
    rows = {row.id: row for row in await rewards.catalogue(session, viewer.organisation_id)}
    found = await rewards.of_organisation(session, viewer.organisation_id, quarter - 2)
    names = await programme.merged_names(session, viewer.organisation_id)
    organisation = await programme.organisation(session, viewer.organisation_id)
    given = [
        Handing(
            given.id,
            team.name,
            None if given.won_by == team.id else names[given.won_by],
            given.quarter + 1,
            name_of(rows[given.reward_id]) if given.reward_id else None,
            monday_of(viewer.programme_start, hand_out_before(given.quarter)),
            bool(given.reward_id and rows[given.reward_id].needs_tax_review),
            given.tax_reviewed_at is not None,
            given.approved_at is not None,
            given.handed_out_on,
        )
        for given, team in found
    ]
    return Handings(given, review_of(viewer, organisation))


async def _given(
    session: Session, viewer: Viewer, team_reward_id: int
) -> tuple[TeamReward, Reward]:
    require_points(viewer)
    found = await rewards.own_to_change(session, viewer.organisation_id, team_reward_id)
    if found is None or found[0].reward_id is None:
        raise CoachingError(Code.NOT_FOUND)
    return found[0], await session.get_one(Reward, found[0].reward_id)
