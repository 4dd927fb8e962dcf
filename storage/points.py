"""The teams' ledger: append-only, signed integers, no person in it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, col, func, select

from storage.database import Session, Writer, short
from storage.programme import Team, Unit
from storage.types import Table, insert_for, one_of

CARRIED = "carried"  # from a team that was merged into this one
COMPONENTS = ("took_part", "practised", "shared", "tried_across", "customer_voice", CARRIED)
REASONS = ("withdrawn",)
EARNED = text("reverses_id IS NULL")


class WeekClose(Table, table=True):
    """A week of the programme that was closed; its key makes the closing happen once."""

    __tablename__ = "week_close"
    __table_args__ = (UniqueConstraint("organisation_id", "week"),)

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id")
    week: int
    closed_at: datetime


class PointsEntry(Table, table=True):
    """Points that a team earned in a week by one component, or an entry that reverses one."""

    __tablename__ = "points_entry"
    __table_args__ = (
        Index(
            "uq_points_entry_earned",
            "team_id",
            "week",
            "component",
            unique=True,
            sqlite_where=EARNED,
            postgresql_where=EARNED,
        ),
        Index("ix_points_entry_team_id_week", "team_id", "week"),
        one_of("component", COMPONENTS),
        one_of("reason", REASONS),
        CheckConstraint("week >= 0", name="week"),
        CheckConstraint("(reverses_id IS NULL) = (reason IS NULL)", name="reversal"),
    )

    id: int = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    week: int
    component: str = Field(max_length=14)
    points: int
    rule_version: int
    created_at: datetime
    reverses_id: int | None = Field(default=None, foreign_key="points_entry.id", unique=True)
    reason: str | None = Field(default=None, max_length=9)


async def claim_week(session: Writer, organisation_id: int, week: int, now: datetime) -> bool:
    """Close the week; False if it was closed before."""
    statement = (
        insert_for(session, WeekClose)
        .values(organisation_id=organisation_id, week=week, closed_at=now)
        .on_conflict_do_nothing()
        .returning(col(WeekClose.id))
    )
    return (await session.exec(short(statement))).scalar_one_or_none() is not None


async def last_closed(session: Session, organisation_id: int) -> int | None:
    """Return the last week that was closed."""
    query = select(func.max(WeekClose.week)).where(WeekClose.organisation_id == organisation_id)
    return (await session.exec(short(query))).one()


async def entries(session: Session, team_id: int, first: int, last: int) -> Sequence[PointsEntry]:
    """Return the team's entries of the weeks, both ends included."""
    query = (
        select(PointsEntry)
        .where(PointsEntry.team_id == team_id, PointsEntry.week >= first, PointsEntry.week <= last)
        .order_by(col(PointsEntry.week), col(PointsEntry.id))
    )
    return (await session.exec(short(query))).all()


async def totals(session: Session, organisation_id: int, first: int, last: int) -> dict[int, int]:
    """Return what each team has in the weeks, both ends included; without entries it is absent."""
    query = (
        select(PointsEntry.team_id, func.sum(PointsEntry.points))
        .join(Team, col(PointsEntry.team_id) == col(Team.id))
        .join(Unit, col(Team.unit_id) == col(Unit.id))
        .where(
            Unit.organisation_id == organisation_id,
            PointsEntry.week >= first,
            PointsEntry.week <= last,
        )
        .group_by(col(PointsEntry.team_id))
    )
    return dict((await session.exec(query)).all())


async def carry(session: Writer, entry: PointsEntry) -> None:
    """Enter what a merged team brings, added to what another one brought in the same week."""
    before = await earned(session, entry.team_id, CARRIED, entry.week)
    while before is not None:  # one entry a week and component: a later merger takes the next week
        entry.week += 1
        before = await earned(session, entry.team_id, CARRIED, entry.week)
    session.add(entry)


async def has_component(
    session: Session, team_id: int, component: str, first: int, last: int
) -> bool:
    """Tell whether the component earned something in the weeks, both ends included."""
    query = select(PointsEntry.id).where(
        PointsEntry.team_id == team_id,
        PointsEntry.component == component,
        PointsEntry.week >= first,
        PointsEntry.week <= last,
    )
    return (await session.exec(short(query.limit(1)))).first() is not None


async def earned(session: Session, team_id: int, component: str, week: int) -> PointsEntry | None:
    """Return the entry by which the team earned the component in the week, reversed or not."""
    query = select(PointsEntry).where(
        PointsEntry.team_id == team_id,
        PointsEntry.component == component,
        PointsEntry.week == week,
        col(PointsEntry.reverses_id).is_(None),
    )
    return (await session.exec(short(query))).first()
