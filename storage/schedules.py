"""Schedules that HR configures, each with the instant at which it is due next."""

from collections.abc import Sequence
from datetime import date, datetime, time

from sqlalchemy import CheckConstraint
from sqlmodel import Field, col, select

from storage.database import Session
from storage.types import Table, one_of

KINDS = ("prompt", "checkin", "reminder", "close", "points_post")


class Schedule(Table, table=True):
    """What is sent to whom on which weekdays, and how many minutes it stays useful."""

    __table_args__ = (
        one_of("kind", KINDS),
        CheckConstraint("every_weeks BETWEEN 1 AND 4", name="every_weeks"),
        CheckConstraint("window_minutes BETWEEN 15 AND 10080", name="window_minutes"),
        CheckConstraint("unit_id IS NULL OR team_id IS NULL", name="one_audience"),
    )

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    kind: str = Field(max_length=12)
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    team_id: int | None = Field(default=None, foreign_key="team.id")
    weekdays: str = Field(max_length=27)
    at: time
    every_weeks: int = 1
    anchor: date
    window_minutes: int
    paused: bool = False
    next_due: datetime | None = Field(default=None, index=True)
    version: int = 1


async def all_of(session: Session, organisation_id: int) -> Sequence[Schedule]:
    """Return the organisation's schedules in the order in which they were made."""
    query = (
        select(Schedule)
        .where(Schedule.organisation_id == organisation_id)
        .order_by(col(Schedule.id))
    )
    return (await session.exec(query)).all()


async def one(session: Session, organisation_id: int, schedule_id: int) -> Schedule | None:
    """Return the schedule if it belongs to the organisation, locked for a change."""
    query = (
        select(Schedule)
        .where(Schedule.id == schedule_id, Schedule.organisation_id == organisation_id)
        .with_for_update()
    )
    return (await session.exec(query)).first()


async def due(session: Session, now: datetime) -> Sequence[Schedule]:
    """Return the running schedules that are due, the earliest first, locked for planning."""
    query = (
        select(Schedule)
        .where(col(Schedule.paused).is_(False), col(Schedule.next_due) <= now)
        .order_by(col(Schedule.next_due), col(Schedule.id))
        .with_for_update()
    )
    return (await session.exec(query)).all()


async def next_due(session: Session) -> tuple[datetime, str] | None:
    """Return when the next schedule is due and its kind."""
    query = (
        select(Schedule)
        .where(col(Schedule.paused).is_(False), col(Schedule.next_due).is_not(None))
        .order_by(col(Schedule.next_due), col(Schedule.id))
        .limit(1)
    )
    row = (await session.exec(query)).first()
    return (row.next_due, row.kind) if row and row.next_due else None
