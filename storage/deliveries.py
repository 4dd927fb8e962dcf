"""Occurrences of schedules and their deliveries, each person of one in exactly one state."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Index, UniqueConstraint, insert, literal, text, true, update
from sqlalchemy import select as select_rows
from sqlmodel import Field, col, func, or_, select

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
    "paused",
    "changed",
)
OF_SCHEDULE = text("moment_id IS NULL")
WAITING = text("state = 'planned'")
LEASED = text("leased_until IS NOT NULL")


class Occurrence(Table, table=True):
    """One day of a schedule, claimed once, in a week of the programme, for so many people.

    Of what a team is told once when it happens, it is the day on which some of them are told.
    """

    __table_args__ = (
        Index(
            "uq_occurrence_of_schedule",
            "schedule_id",
            "day",
            unique=True,
            sqlite_where=OF_SCHEDULE,
            postgresql_where=OF_SCHEDULE,
        ),
        UniqueConstraint("moment_id", "day"),
        Index("ix_occurrence_day", "day"),
    )

    id: int = Field(default=None, primary_key=True)
    schedule_id: int = Field(foreign_key="schedule.id")
    day: date
    week: int
    due: datetime
    audience: int = 0
    moment_id: int | None = Field(default=None, foreign_key="moment.id")


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
    question, whether to pause, in the place of the schedule's message. `reason` says why it was
    called off, if things had changed since it was planned; one that is planned with a reason is
    held back at its moment.
    """

    __table_args__ = (
        UniqueConstraint("occurrence_id", "person_id"),
        one_of("state", DeliveryState),
        one_of("reason", REASONS),
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
    reason: str | None = Field(default=None, max_length=11)


async def claim(
    session: Writer,
    schedule_id: int,
    day: date,
    week: int,
    due: datetime,
    moment_id: int | None = None,
) -> int | None:
    """Claim the day of a schedule (or a moment); return the occurrence's id, None if it was."""
    values = {"schedule_id": schedule_id, "day": day, "week": week, "due": due}
    statement = (
        insert_for(session, Occurrence)
        .values(**values, audience=0, moment_id=moment_id)
        .on_conflict_do_nothing()
        .returning(col(Occurrence.id))
    )
    return (await session.exec(short(statement))).scalar_one_or_none()


async def newest_claim(session: Session) -> int | None:
    """Return the id of the occurrence that was claimed last."""
    return (await session.exec(short(select(func.max(Occurrence.id))))).one()


class Promise(NamedTuple):
    """What the deliveries of several people have in common when they are planned."""

    state: DeliveryState
    not_before: datetime
    useful_until: datetime
    asks_pause: bool = False
    reason: str | None = None


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


async def add(
    session: Writer,
    occurrence_id: int,
    person_id: int,
    promise: Promise,
) -> None:
    """Take somebody into an occurrence that was planned without them; once is enough."""
    statement = (
        insert_for(session, Delivery)
        .values(
            occurrence_id=occurrence_id,
            person_id=person_id,
            attempts=0,
            **promise._asdict(),
        )
        .on_conflict_do_nothing()
        .returning(col(Delivery.id))
    )
    if (await session.exec(short(statement))).scalar_one_or_none() is not None:
        grown = update(Occurrence).where(col(Occurrence.id) == occurrence_id)
        await session.exec(short(grown.values(audience=Occurrence.audience + 1)))


async def has_one(session: Session, occurrence_id: int, person_id: int) -> bool:
    """Tell whether somebody has a delivery of the occurrence, in whatever state."""
    query = select(Delivery.id).where(
        Delivery.occurrence_id == occurrence_id, Delivery.person_id == person_id
    )
    return (await session.exec(short(query))).first() is not None


async def planned_since(
    session: Session, organisation_id: int, day: date
) -> Sequence[tuple[Occurrence, Schedule]]:
    """Return the occurrences of a day and later ones with their schedules, the earliest first."""
    query = (
        select(Occurrence, Schedule)
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(Schedule.organisation_id == organisation_id, Occurrence.day >= day)
        .order_by(col(Occurrence.due), col(Occurrence.id))
    )
    return (await session.exec(query)).all()


async def missed_since(session: Session, organisation_id: int, day: date) -> dict[int, set[int]]:
    """Return for whom the occurrences of a day and later ones were planned too late."""
    query = (
        select(col(Delivery.occurrence_id), col(Delivery.person_id))
        .join(Occurrence, col(Delivery.occurrence_id) == col(Occurrence.id))
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(
            Schedule.organisation_id == organisation_id,
            Occurrence.day >= day,
            Delivery.state == DeliveryState.MISSED,
        )
    )
    missed: dict[int, set[int]] = defaultdict(set)
    for occurrence_id, person_id in (await session.exec(query)).all():
        missed[occurrence_id].add(person_id)
    return missed


async def look_again(
    session: Writer,
    now: datetime,
    *,
    schedule_id: int | None = None,
    person_id: int | None = None,
    organisation_id: int | None = None,
) -> None:
    """Let what is on its way be looked at now: what it was planned by has changed.

    The sender finds out whether and when each is sent; alerts wait for the time found for them.
    """
    theirs = (
        select(Occurrence.id)
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(Schedule.kind != "alert")
    )
    if schedule_id is not None:
        theirs = theirs.where(Schedule.id == schedule_id)
    if organisation_id is not None:
        theirs = theirs.where(Schedule.organisation_id == organisation_id)
    waiting = update(Delivery).where(
        col(Delivery.state) == DeliveryState.PLANNED,
        col(Delivery.not_before) > now,
        col(Delivery.occurrence_id).in_(theirs),
    )
    mine = true() if person_id is None else col(Delivery.person_id) == person_id
    await session.exec(waiting.where(mine).values(not_before=now))


async def any_waiting(session: Session, now: datetime) -> bool:
    """Tell whether a delivery waits to be tried."""
    query = select(Delivery.id).where(
        Delivery.state == DeliveryState.PLANNED,
        Delivery.not_before <= now,
        or_(col(Delivery.leased_until).is_(None), col(Delivery.leased_until) <= now),
    )
    return (await session.exec(short(query.limit(1)))).first() is not None


async def next_planned(session: Session, after: datetime) -> tuple[datetime, str] | None:
    """Return when the next planned delivery may go out after an instant, and of which kind."""
    query = (
        select(col(Delivery.not_before), col(Schedule.kind))
        .join(Occurrence, col(Delivery.occurrence_id) == col(Occurrence.id))
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(
            Delivery.state == DeliveryState.PLANNED,
            Delivery.not_before > after,
            col(Delivery.reason).is_(None),
        )
        .order_by(col(Delivery.not_before), col(Delivery.id))
        .limit(1)
    )
    return (await session.exec(query)).first()


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
) -> Sequence[tuple[Delivery, Schedule, Occurrence]]:
    """Take waiting deliveries that nobody else may take before the lease ends, with their days.

    Those in `held` are in the sender's hands already, whatever the clock says of their lease.
    """
    query = (
        select(Delivery, Schedule, Occurrence)
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
    for delivery, _, _ in taken:
        delivery.leased_until = until
        delivery.attempts += 1
    return taken


async def settle(
    session: Writer,
    delivery_ids: Sequence[int],
    state: DeliveryState,
    sent_at: datetime | None = None,
    reason: str | None = None,
) -> None:
    """Bring planned deliveries into their final state; settled ones stay as they are."""
    await session.exec(
        short(
            update(Delivery)
            .where(
                col(Delivery.id).in_(delivery_ids), col(Delivery.state) == DeliveryState.PLANNED
            )
            .values(state=state, sent_at=sent_at, leased_until=None, reason=reason)
        )
    )


async def postpone(
    session: Writer,
    delivery_id: int,
    not_before: datetime,
    attempts: int,
    useful_until: datetime | None = None,
) -> None:
    """Let a planned delivery wait until the instant, after so many attempts that count.

    It may be of use until another instant than before.
    """
    values = {"not_before": not_before, "leased_until": None, "attempts": attempts}
    if useful_until is not None:
        values["useful_until"] = useful_until
    await session.exec(
        short(
            update(Delivery)
            .where(col(Delivery.id) == delivery_id, col(Delivery.state) == DeliveryState.PLANNED)
            .values(values)
        )
    )


async def try_anew(
    session: Writer, now: datetime, last_lease: datetime, last_wait: datetime
) -> None:
    """End leases after an instant; let what failed and waits until after another be tried now."""
    await session.exec(
        update(Delivery).where(col(Delivery.leased_until) > last_lease).values(leased_until=None)
    )
    await session.exec(
        update(Delivery)
        .where(
            col(Delivery.state) == DeliveryState.PLANNED,
            col(Delivery.attempts) > 0,
            col(Delivery.not_before) > last_wait,
        )
        .values(not_before=now)
    )


async def cancel_all(
    session: Writer, organisation_id: int, reason: str, schedule_id: int | None = None
) -> int:
    """Cancel what the organisation's people are still owed (of a schedule); return how many."""
    occurrences = (
        select(Occurrence.id)
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(Schedule.organisation_id == organisation_id)
    )
    if schedule_id is not None:
        occurrences = occurrences.where(Schedule.id == schedule_id)
    done = await session.exec(
        update(Delivery)
        .where(
            col(Delivery.state) == DeliveryState.PLANNED,
            col(Delivery.occurrence_id).in_(occurrences),
        )
        .values(state=DeliveryState.CANCELLED, leased_until=None, reason=reason)
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
