"""The catalogue of rewards that teams can choose from: what is shipped, and HR's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.content import load_rewards
from coaching.errors import CoachingError, Code
from coaching.guarding import checked_name
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.points import LEVELS
from coaching.rules.prices import priced
from coaching.rules.rewards import Choice, RewardKind, needs_tax_review
from storage import audit, conversation, programme, rewards
from storage.database import Database, Writer
from storage.rewards import Reward

QUESTION_REWARD = "reward"
TITLE_LIMIT = 80


@dataclass(frozen=True, slots=True)
class RewardName:
    """A reward by the id of a shipped one, or by HR's own title."""

    content_id: str | None
    title: str | None


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


async def catalogue(database: Database, viewer: Viewer) -> list[CatalogueEntry]:
    """Return the organisation's rewards by level."""
    require_points(viewer)
    async with database.write() as session:
        return _entries(await all_rewards(session, viewer.organisation_id))


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
) -> tuple[list[CatalogueEntry], int]:
    """Put a reward of HR's own into the catalogue; a price may stand behind the title.

    Returns the catalogue and the new one's id; raises NAME_INVALID for a title that is empty, too
    long or holds something private, PRICE_INVALID where it is not clear what it costs.
    """
    require_points(viewer)
    read = priced(typed)
    if read is None:
        raise CoachingError(Code.PRICE_INVALID)
    title, cost = checked_name(read.title, TITLE_LIMIT), read.euros
    async with database.write() as session:
        new = Reward(
            organisation_id=viewer.organisation_id,
            title=title,
            kind=kind,
            level=level,
            cost=cost,
            needs_tax_review=needs_tax_review(kind, cost),
        )
        session.add(new)
        await conversation.clear(session, viewer.person_id, QUESTION_REWARD)
        after = {"title": title, "kind": kind, "level": level, "cost": cost}
        record(session, viewer, now, "reward added", {}, after)
        await session.flush()
        return _entries(await all_rewards(session, viewer.organisation_id)), new.id


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
        rows = await all_rewards(session, viewer.organisation_id)
        row = next((each for each in rows if each.id == reward_id), None)
        if row is None:
            raise CoachingError(Code.NOT_FOUND)
        others = [each for each in rows if each.offered and each.level == 1 and each.id != row.id]
        if not offered and not others:
            raise CoachingError(Code.REWARD_NEEDED)
        if row.offered != offered:
            row.offered = offered
            after = {"reward": row.id, "offered": offered}
            record(session, viewer, now, "reward offered", {}, after)
        return _entries(rows)


async def all_rewards(session: Writer, organisation_id: int) -> Sequence[Reward]:
    """Return the catalogue, with whatever is shipped and not yet in it."""
    rows = await rewards.catalogue(session, organisation_id)
    known = {row.content_id for row in rows}
    new = [each for each in load_rewards() if each.id not in known]
    for each in new:
        await rewards.ship(session, organisation_id, each.id, each.kind, each.level)
    return await rewards.catalogue(session, organisation_id) if new else rows


def choices_in(rows: Sequence[Reward]) -> list[Choice]:
    """Return what of the catalogue is offered."""
    return [Choice(row.id, row.level) for row in rows if row.offered]


def name_of(row: Reward) -> RewardName:
    """Return how a reward is called."""
    return RewardName(row.content_id, row.title)


def require_points(viewer: Viewer) -> None:
    """Raise NOT_ALLOWED unless the viewer keeps rewards, POINTS_NOT_USED where there are none."""
    require(viewer, Action.KEEP_REWARDS)
    if not viewer.points_used:
        raise CoachingError(Code.POINTS_NOT_USED)


def record(
    session: Writer,
    viewer: Viewer,
    now: datetime,
    action: str,
    before: Mapping[str, object],
    after: Mapping[str, object],
) -> None:
    """Put what HR did with rewards into the trail."""
    ids = (viewer.organisation_id, viewer.person_id)
    audit.record(session, *ids, now, action, before, after)


def _entries(rows: Sequence[Reward]) -> list[CatalogueEntry]:
    return [
        CatalogueEntry(
            row.id,
            name_of(row),
            RewardKind(row.kind),
            row.level,
            row.cost,
            row.needs_tax_review,
            row.offered,
        )
        for row in rows
    ]
