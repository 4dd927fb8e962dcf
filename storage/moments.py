"""What a team is told once when it happens: a level, a vote, a challenge, results."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Exists, Index, UniqueConstraint, exists, text
from sqlmodel import Field, col, func, select

from storage.database import Session, Writer, short
from storage.programme import Challenge, Team, Unit
from storage.types import Table, insert_for, one_of

KINDS = (
    "level",
    "vote_opened",
    "vote_closed",
    "challenge_begun",
    "challenge_ended",
    "results",
)
WAITS = text("NOT planned")  # asked in the words of the index: SQLite takes no other for them


class Moment(Table, table=True):
    """Something that happened to a team on a day, told once; its keys make it happen once.

    A vote that ended with a merger leaves a moment that has nothing to say any more.
    """

    __table_args__ = (
        one_of("kind", KINDS),
        UniqueConstraint("team_id", "quarter", "level"),
        UniqueConstraint("kind", "team_reward_id"),
        UniqueConstraint("kind", "challenge_id"),
        UniqueConstraint("team_id", "block"),
        Index("ix_moment_waits", "id", sqlite_where=WAITS, postgresql_where=WAITS),
    )

    id: int = Field(default=None, primary_key=True)
    kind: str = Field(max_length=15)
    team_id: int = Field(foreign_key="team.id")
    day: date
    quarter: int | None = None
    level: int | None = None
    team_reward_id: int | None = Field(
        default=None, foreign_key="team_reward.id", ondelete="SET NULL"
    )
    challenge_id: int | None = Field(default=None, foreign_key="challenge.id")
    block: int | None = None
    planned: bool = False


async def note(session: Writer, kind: str, team_id: int, day: date, **what: int) -> None:
    """Note that something happened to a team, once."""
    values = {"kind": kind, "team_id": team_id, "day": day, "planned": False, **what}
    await session.exec(short(insert_for(session, Moment).values(values).on_conflict_do_nothing()))


async def highest_levels(session: Session, organisation_id: int, quarter: int) -> dict[int, int]:
    """Return the highest level of the quarter that each team was told of."""
    query = (
        select(Moment.team_id, func.max(Moment.level))
        .join(Team, col(Moment.team_id) == col(Team.id))
        .join(Unit, col(Team.unit_id) == col(Unit.id))
        .where(Unit.organisation_id == organisation_id, Moment.quarter == quarter)
        .group_by(col(Moment.team_id))
    )
    return {team: level or 0 for team, level in (await session.exec(query)).all()}


async def is_anything_new(session: Session, since: date, until: date) -> bool:
    """Tell whether something was noted and not planned, or a challenge ended and is not noted."""
    waits = select(Moment.id).where(WAITS).exists()
    over = exists().where(
        col(Challenge.team_id) == col(Team.id),
        col(Team.merged_into).is_(None),
        col(Challenge.ends) >= since,
        col(Challenge.ends) <= until,
        ~_noted(),
    )
    return bool((await session.exec(select(waits | over))).one())


def _noted() -> Exists:
    end = (col(Moment.challenge_id) == col(Challenge.id)) & (Moment.kind == "challenge_ended")
    return exists().where(end).correlate(Challenge)


async def waiting(session: Writer, organisation_id: int, most: int) -> Sequence[Moment]:
    """Return so many that have yet to be planned, the oldest first, locked until the end."""
    query = (
        select(Moment)
        .join(Team, col(Moment.team_id) == col(Team.id))
        .join(Unit, col(Team.unit_id) == col(Unit.id))
        .where(Unit.organisation_id == organisation_id, WAITS)
        .order_by(col(Moment.id))
        .limit(most)
        .with_for_update(of=Moment)
    )
    return (await session.exec(query)).all()


async def challenges_over(
    session: Session, organisation_id: int, since: date, today: date
) -> Sequence[Challenge]:
    """Return the challenges that ended since a day, of teams that exist, and are not noted yet."""
    query = (
        select(Challenge)
        .join(Team, col(Challenge.team_id) == col(Team.id))
        .join(Unit, col(Team.unit_id) == col(Unit.id))
        .where(
            Unit.organisation_id == organisation_id,
            col(Team.merged_into).is_(None),
            Challenge.ends >= since,
            Challenge.ends <= today,
            ~_noted(),
        )
        .order_by(col(Challenge.id))
    )
    return (await session.exec(query)).all()
