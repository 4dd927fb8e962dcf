"""The teams' ledger: append-only, signed integers, no person in it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, insert, text
from sqlmodel import Field, col, func, select

from storage.database import Session, Writer, short
from storage.programme import Team, Unit
from storage.types import Table, insert_for, one_of, table_of

CARRIED = "carried"  # from the team `carried_from`, which was merged into this one
COMPONENTS = ("took_part", "practised", "shared", "tried_across", "customer_voice", CARRIED)
REASONS = ("withdrawn",)
EARNED = text("reverses_id IS NULL AND component <> 'carried'")


class WeekClose(Table, table=True):
    """A week of the programme that was closed; its key makes the closing happen once."""

    __tablename__ = "week_close"
    __table_args__ = (UniqueConstraint("organisation_id", "week"),)

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id")
    week: int
    closed_at: datetime


class CountedWeek(Table, table=True):
    """A week in which a team was counted, whatever it earned; without a row it was not.

    What it was earned by may be named where it was counted `of_many` people.
    """

    __tablename__ = "counted_week"

    team_id: int = Field(primary_key=True, foreign_key="team.id")
    week: int = Field(primary_key=True)
    of_many: bool


class PointsEntry(Table, table=True):
    """Points that a team earned in a week by one component, or an entry that reverses one.

    What a merged team brings stands in the first week that was still open, once for each team.
    """

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
    carried_from: int | None = Field(default=None, foreign_key="team.id", unique=True)


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
    """Return what each team that exists has in the weeks, both ends included.

    Teams without entries are absent.
    """
    query = (
        select(PointsEntry.team_id, func.sum(PointsEntry.points))
        .join(Team, col(PointsEntry.team_id) == col(Team.id))
        .join(Unit, col(Team.unit_id) == col(Unit.id))
        .where(
            Unit.organisation_id == organisation_id,
            col(Team.merged_into).is_(None),
            PointsEntry.week >= first,
            PointsEntry.week <= last,
        )
        .group_by(col(PointsEntry.team_id))
    )
    return dict((await session.exec(query)).all())


async def enter(
    session: Writer, entries: Sequence[Mapping[str, object]], **shared: object
) -> None:
    """Write entries that have some values in common, all at once: there may be thousands."""
    if entries:
        await session.exec(
            insert(table_of(PointsEntry)), params=[{**e, **shared} for e in entries]
        )


async def note_counted(session: Writer, of_many: Mapping[int, bool], week: int) -> None:
    """Note for which teams a week was counted, and for which of many people."""
    rows = [{"team_id": team, "week": week, "of_many": many} for team, many in of_many.items()]
    if rows:
        await session.exec(insert(table_of(CountedWeek)), params=rows)


async def counted(session: Session, team_id: int, first: int, last: int) -> dict[int, bool]:
    """Return in which of the weeks, both ends included, the team was counted, and if of many."""
    query = select(CountedWeek.week, CountedWeek.of_many).where(
        CountedWeek.team_id == team_id, CountedWeek.week >= first, CountedWeek.week <= last
    )
    return dict((await session.exec(short(query))).all())


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
