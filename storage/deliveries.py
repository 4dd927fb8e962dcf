"""Occurrences of schedules and their deliveries, each person of one in exactly one state."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Index, UniqueConstraint, insert, literal, text, update
from sqlalchemy import select as select_rows
from sqlmodel import Field, col, or_, select

from storage.database import Session, Writer, short
from storage.schedules import Schedule
from storage.types import Table, ids_in, insert_for, one_of


class DeliveryState(StrEnum):
    """Where a delivery stands; all but `planned` are final."""

    PLANNED = "planned"
    SENT = "sent"
    FAILED = "failed"
    UNREACHABLE = "unreachable"
    EXPIRED = "expired"
    MISSED = "missed"
    CANCELLED = "cancelled"


UNDELIVERED = (DeliveryState.FAILED, DeliveryState.EXPIRED, DeliveryState.MISSED)
REASONS = (
    "holiday",
    "day_off",
    "quiet_hours",
    "off_shift",
    "away",
    "silent",
    "cap",
    "crisis",
    "not_needed",
)
WAITING = text("state = 'planned'")
LEASED = text("leased_until IS NOT NULL")


class Occurrence(Table, table=True):
    """One day of a schedule, claimed once, in a week of the programme, for so many people."""

    __table_args__ = (UniqueConstraint("schedule_id", "day"), Index("ix_occurrence_day", "day"))

    id: int = Field(default=None, primary_key=True)
    schedule_id: int = Field(foreign_key="schedule.id")
    day: date
    week: int
    due: datetime
    audience: int = 0


class LeftOutCount(Table, table=True):
    """How many people an occurrence left out for one reason; nobody is named."""

    __tablename__ = "left_out"
    __table_args__ = (one_of("reason", REASONS),)

    occurrence_id: int = Field(primary_key=True, foreign_key="occurrence.id")
    reason: str = Field(primary_key=True, max_length=11)
    people: int


class DeliveryCount(Table, table=True):
    """How many people an occurrence of long ago left in one state; nobody is named."""

    __tablename__ = "delivery_count"
    __table_args__ = (one_of("state", DeliveryState),)

    occurrence_id: int = Field(primary_key=True, foreign_key="occurrence.id")
    state: str = Field(primary_key=True, max_length=11)
    people: int


class Delivery(Table, table=True):
    """One message owed to one person, tried from `not_before` on as long as it is useful.

    While it is being sent it is leased, so that nobody else sends it. `asks_pause` puts one
    question, whether to pause, in the place of the schedule's message.
    """

    __table_args__ = (
        UniqueConstraint("occurrence_id", "person_id"),
        one_of("state", DeliveryState),
        Index(
            "ix_delivery_waiting",
            "not_before",
            sqlite_where=WAITING,
            postgresql_where=WAITING,
        ),
        Index(
            "ix_delivery_leased",
            "leased_until",
            sqlite_where=LEASED,
            postgresql_where=LEASED,
        ),
    )

    id: int = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrence.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    state: str = Field(default=DeliveryState.PLANNED, max_length=11)
    not_before: datetime
    useful_until: datetime
    leased_until: datetime | None = None
    attempts: int = 0
    asks_pause: bool = False
    sent_at: datetime | None = None


async def claim(
    session: Writer, schedule_id: int, day: date, week: int, due: datetime
) -> int | None:
    """Claim the day of a schedule; return the occurrence's id, or None if it was claimed."""
    statement = (
        insert_for(session, Occurrence)
        .values(schedule_id=schedule_id, day=day, week=week, due=due, audience=0)
        .on_conflict_do_nothing()
        .returning(col(Occurrence.id))
    )
    return (await session.exec(short(statement))).scalar_one_or_none()


class Promise(NamedTuple):
    """What the deliveries of several people have in common when they are planned."""

    state: DeliveryState
    not_before: datetime
    useful_until: datetime
    asks_pause: bool = False


async def plan(
    session: Writer,
    occurrence_id: int,
    promised: Mapping[Promise, Sequence[int]],
    left_out: Mapping[str, int],
    audience: int,
) -> None:
    """Write the occurrence's deliveries, by what is promised to whom, and how many it left out."""
    for promise, person_ids in promised.items():
        # One statement for all who share a promise: a row each would take most of the time.
        shared = {"occurrence_id": occurrence_id, "attempts": 0, **promise._asdict()}
        columns = [Delivery.__table__.c[name] for name in shared]  # type: ignore[attr-defined]
        values = [
            literal(value, c.type) for c, value in zip(columns, shared.values(), strict=True)
        ]
        person_id = ids_in(session, person_ids)
        await session.exec(
            insert(Delivery).from_select(["person_id", *shared], select_rows(person_id, *values))
        )
    if left_out:
        counts = [
            {"occurrence_id": occurrence_id, "reason": reason, "people": people}
            for reason, people in left_out.items()
        ]
        await session.exec(insert(LeftOutCount), params=counts)
    await session.exec(
        update(Occurrence).where(col(Occurrence.id) == occurrence_id).values(audience=audience)
    )


async def any_waiting(session: Session, now: datetime) -> bool:
    """Tell whether a delivery waits to be tried."""
    query = select(Delivery.id).where(
        Delivery.state == DeliveryState.PLANNED,
        Delivery.not_before <= now,
        or_(col(Delivery.leased_until).is_(None), col(Delivery.leased_until) <= now),
    )
    return (await session.exec(short(query.limit(1)))).first() is not None


async def any_planned(session: Session, schedule_id: int) -> bool:
    """Tell whether something of a schedule is on its way."""
    query = (
        select(Delivery.id)
        .join(Occurrence, col(Delivery.occurrence_id) == col(Occurrence.id))
        .where(Occurrence.schedule_id == schedule_id, Delivery.state == DeliveryState.PLANNED)
    )
    return (await session.exec(query.limit(1))).first() is not None


async def lease(
    session: Writer, now: datetime, until: datetime, limit: int, held: Sequence[int] = ()
) -> Sequence[tuple[Delivery, Schedule]]:
    """Take waiting deliveries that nobody else may take before the lease ends.

    Those in `held` are in the sender's hands already, whatever the clock says of their lease.
    """
    query = (
        select(Delivery, Schedule)
        .where(
            col(Delivery.occurrence_id) == col(Occurrence.id),
            col(Occurrence.schedule_id) == col(Schedule.id),
            Delivery.state == DeliveryState.PLANNED,
            Delivery.not_before <= now,
            or_(col(Delivery.leased_until).is_(None), col(Delivery.leased_until) <= now),
            col(Delivery.id).not_in(held),
        )
        .order_by(col(Delivery.not_before), col(Delivery.id))
        .limit(limit)
        .with_for_update(skip_locked=True, of=Delivery)
    )
    taken = (await session.exec(short(query))).all()
    for delivery, _ in taken:
        delivery.leased_until = until
        delivery.attempts += 1
    return taken


async def settle(
    session: Writer,
    delivery_ids: Sequence[int],
    state: DeliveryState,
    sent_at: datetime | None = None,
) -> None:
    """Bring planned deliveries into their final state; settled ones stay as they are."""
    await session.exec(
        short(
            update(Delivery)
            .where(
                col(Delivery.id).in_(delivery_ids), col(Delivery.state) == DeliveryState.PLANNED
            )
            .values(state=state, sent_at=sent_at, leased_until=None)
        )
    )


async def postpone(session: Writer, delivery_id: int, not_before: datetime, attempts: int) -> None:
    """Let a planned delivery wait until the instant, after so many attempts that count."""
    await session.exec(
        short(
            update(Delivery)
            .where(col(Delivery.id) == delivery_id, col(Delivery.state) == DeliveryState.PLANNED)
            .values(not_before=not_before, leased_until=None, attempts=attempts)
        )
    )


async def cancel_all(session: Writer, organisation_id: int) -> int:
    """Cancel whatever the organisation's people are still owed; return how many it were."""
    occurrences = (
        select(Occurrence.id)
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(Schedule.organisation_id == organisation_id)
    )
    done = await session.exec(
        update(Delivery)
        .where(
            col(Delivery.state) == DeliveryState.PLANNED,
            col(Delivery.occurrence_id).in_(occurrences),
        )
        .values(state=DeliveryState.CANCELLED, leased_until=None)
    )
    return int(done.rowcount)


async def revive_failed(session: Writer, occurrence_id: int, now: datetime) -> int:
    """Let the failed deliveries of an occurrence that are still useful be tried anew."""
    done = await session.exec(
        update(Delivery)
        .where(
            col(Delivery.occurrence_id) == occurrence_id,
            col(Delivery.state) == DeliveryState.FAILED,
            col(Delivery.useful_until) > now,
        )
        .values(state=DeliveryState.PLANNED, attempts=0, not_before=now)
    )
    return int(done.rowcount)


async def next_attempt(session: Session, now: datetime) -> datetime | None:
    """Return the earliest instant at which a planned delivery may be tried.

    A leased one may be tried again when its lease ends.
    """
    free = (
        select(Delivery.not_before)
        .where(
            Delivery.state == DeliveryState.PLANNED,
            or_(col(Delivery.leased_until).is_(None), col(Delivery.leased_until) <= now),
        )
        .order_by(col(Delivery.not_before))
    )
    leased = (
        select(Delivery.leased_until)
        .where(col(Delivery.leased_until).is_not(None), col(Delivery.leased_until) > now)
        .order_by(col(Delivery.leased_until))
    )
    found = [(await session.exec(short(query.limit(1)))).first() for query in (free, leased)]
    return min((instant for instant in found if instant is not None), default=None)
