"""Occurrences of schedules and their deliveries, each person of one in exactly one state."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint, insert, text, update
from sqlmodel import Field, col, func, or_, select

from storage.database import Session
from storage.schedules import Schedule
from storage.types import Table, insert_for, one_of


class DeliveryState(StrEnum):
    """Where a delivery stands; all but `planned` are final."""

    PLANNED = "planned"
    SENT = "sent"
    FAILED = "failed"
    UNREACHABLE = "unreachable"
    EXPIRED = "expired"
    MISSED = "missed"
    CANCELLED = "cancelled"


class Occurrence(Table, table=True):
    """One day of a schedule, claimed once; it stays useful until an instant."""

    __table_args__ = (UniqueConstraint("schedule_id", "day"),)

    id: int = Field(default=None, primary_key=True)
    schedule_id: int = Field(foreign_key="schedule.id")
    day: date
    due: datetime
    useful_until: datetime


class Delivery(Table, table=True):
    """One message owed to one person, with its lease while it is being sent."""

    __table_args__ = (
        UniqueConstraint("occurrence_id", "person_id"),
        one_of("state", DeliveryState),
        Index(
            "ix_delivery_waiting",
            "not_before",
            sqlite_where=text("state = 'planned'"),
            postgresql_where=text("state = 'planned'"),
        ),
    )

    id: int = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrence.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    state: str = Field(default=DeliveryState.PLANNED, max_length=11)
    not_before: datetime
    attempts: int = 0
    sent_at: datetime | None = None


async def claim(session: Session, schedule: Schedule, day: date, **when: datetime) -> int | None:
    """Claim the day of a schedule; return the occurrence's id, or None if it was claimed."""
    statement = (
        insert_for(session, Occurrence)
        .values(schedule_id=schedule.id, day=day, **when)
        .on_conflict_do_nothing()
        .returning(col(Occurrence.id))
    )
    return (await session.exec(statement)).scalar_one_or_none()


async def plan(
    session: Session,
    occurrence_id: int,
    person_ids: Sequence[int],
    state: DeliveryState,
    not_before: datetime,
) -> None:
    """Write a delivery for each person of the occurrence."""
    rows = [
        {
            "occurrence_id": occurrence_id,
            "person_id": person_id,
            "state": state,
            "not_before": not_before,
            "attempts": 0,
        }
        for person_id in person_ids
    ]
    if rows:
        await session.exec(insert(Delivery), params=rows)


async def lease(
    session: Session, now: datetime, until: datetime, limit: int
) -> Sequence[tuple[Delivery, Occurrence, Schedule]]:
    """Take waiting deliveries that nobody else may take before the lease ends."""
    query = (
        select(Delivery, Occurrence, Schedule)
        .where(
            col(Delivery.occurrence_id) == col(Occurrence.id),
            col(Occurrence.schedule_id) == col(Schedule.id),
            Delivery.state == DeliveryState.PLANNED,
            Delivery.not_before <= now,
        )
        .order_by(col(Delivery.not_before), col(Delivery.id))
        .limit(limit)
        .with_for_update(skip_locked=True, of=Delivery)
    )
    taken = (await session.exec(query)).all()
    for delivery, _, _ in taken:
        delivery.not_before = until
        delivery.attempts += 1
    return taken


async def settle(
    session: Session, delivery_id: int, state: DeliveryState, sent_at: datetime | None = None
) -> None:
    """Bring a planned delivery into its final state; a settled one stays as it is."""
    await session.exec(
        update(Delivery)
        .where(col(Delivery.id) == delivery_id, col(Delivery.state) == DeliveryState.PLANNED)
        .values(state=state, sent_at=sent_at)
    )


async def postpone(session: Session, delivery_id: int, not_before: datetime) -> None:
    """Let a planned delivery wait until the instant."""
    await session.exec(
        update(Delivery)
        .where(col(Delivery.id) == delivery_id, col(Delivery.state) == DeliveryState.PLANNED)
        .values(not_before=not_before)
    )


async def next_attempt(session: Session) -> datetime | None:
    """Return the earliest instant at which a planned delivery may be tried."""
    query = select(func.min(Delivery.not_before)).where(Delivery.state == DeliveryState.PLANNED)
    return (await session.exec(query)).one()


async def states(session: Session, organisation_id: int) -> dict[str, int]:
    """Return how many deliveries of the organisation are in each state."""
    query = (
        select(Delivery.state, func.count())
        .join(Occurrence, col(Delivery.occurrence_id) == col(Occurrence.id))
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(Schedule.organisation_id == organisation_id)
        .group_by(Delivery.state)
    )
    return dict((await session.exec(query)).all())


async def sent_of_kind(
    session: Session, organisation_id: int, kind: str, since: datetime
) -> set[int]:
    """Return the people who were sent a message of the kind at or after the instant."""
    query = (
        select(Delivery.person_id)
        .join(Occurrence, col(Delivery.occurrence_id) == col(Occurrence.id))
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(
            Schedule.organisation_id == organisation_id,
            Schedule.kind == kind,
            or_(Delivery.state == DeliveryState.SENT, Delivery.state == DeliveryState.PLANNED),
            Occurrence.due >= since,
        )
    )
    return set((await session.exec(query)).all())
