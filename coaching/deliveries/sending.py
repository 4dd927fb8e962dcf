"""Taking what waits to be sent, under a lease, and noting what became of it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.deliveries.alerts import warn_hr
from coaching.deliveries.contents import Content, LeasedDelivery, content_of
from coaching.people.identity import Viewer, viewer_of
from coaching.practice.follow_ups import was_answered
from coaching.rules.schedules import Kind
from storage import deliveries, people, practice, programme
from storage.database import Database, Session
from storage.deliveries import DeliveryState
from storage.people import Person

LEASE = timedelta(minutes=1)
MAX_ATTEMPTS = 6
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=10), timedelta(minutes=20)
JITTER = 0.25


@dataclass(frozen=True, slots=True)
class Parcel:
    """What to send to whom, and under which delivery."""

    delivery_id: int
    attempts: int
    addressee: Viewer
    content: Content


async def lease(
    database: Database, now: datetime, limit: int, held: Sequence[int] = ()
) -> list[LeasedDelivery]:
    """Take up to `limit` deliveries that are due; nobody else gets them while the lease lasts.

    Those in `held` are in the caller's hands already: a clock that jumps does not double them.
    """
    async with database.read() as session:  # mostly nothing waits: then no writer has to
        if not await deliveries.any_waiting(session, now):
            return []
    async with database.write() as session:
        taken = await deliveries.lease(session, now, now + LEASE, limit, held)
        return [
            LeasedDelivery(
                delivery_id=delivery.id,
                person_id=delivery.person_id,
                attempts=delivery.attempts,
                kind=Kind(schedule.kind),
                useful_until=delivery.useful_until,
                asks_pause=delivery.asks_pause,
                texts=schedule.texts,
            )
            for delivery, schedule in taken
        ]


async def prepare(database: Database, waiting: LeasedDelivery, now: datetime) -> Parcel | None:
    """Return what to send now; None when it is settled without sending.

    Preparing twice gives the same message: what was offered is kept under the delivery.
    """
    async with database.write() as session:
        viewer = await viewer_of(session, waiting.person_id)
        state = await _hindrance(session, viewer, waiting, now)
        content = None if state else await content_of(session, viewer, waiting, now)
        if content is None:
            final = state or DeliveryState.CANCELLED
            sent_at = now if final is DeliveryState.SENT else None
            await deliveries.settle(session, [waiting.delivery_id], final, sent_at)
            if final is DeliveryState.EXPIRED:
                await warn_hr(session, viewer.organisation_id, now)
            return None
        return Parcel(waiting.delivery_id, waiting.attempts, viewer, content)


async def sent(database: Database, delivery_ids: Sequence[int], now: datetime) -> None:
    """Note that the messages went out."""
    async with database.write() as session:
        await deliveries.settle(session, delivery_ids, DeliveryState.SENT, sent_at=now)


async def refused(database: Database, parcel: Parcel, now: datetime) -> None:
    """Note that the person's chat takes no messages; there are no more attempts."""
    async with database.write() as session:
        await deliveries.settle(session, [parcel.delivery_id], DeliveryState.UNREACHABLE)
        person = await session.get_one(Person, parcel.addressee.person_id)
        person.unreachable_since = person.unreachable_since or now


async def failed(
    database: Database, parcel: Parcel, now: datetime, wait: timedelta | None = None
) -> None:
    """Note a failed attempt: try again after a growing wait, or after the one asked for.

    Without a wait asked for, the sixth attempt is the last, and HR is told.
    """
    async with database.write() as session:
        if wait is None and parcel.attempts >= MAX_ATTEMPTS:
            await deliveries.settle(session, [parcel.delivery_id], DeliveryState.FAILED)
            await warn_hr(session, parcel.addressee.organisation_id, now)
            return
        # Being told to wait is no failure, so it does not count as an attempt.
        attempts = parcel.attempts if wait is None else parcel.attempts - 1
        pause = wait or wait_after(parcel.attempts, random.random())  # noqa: S311 - no secret
        await deliveries.postpone(session, parcel.delivery_id, now + pause, attempts)


def wait_after(attempts: int, lot: float) -> timedelta:
    """Return the wait after so many failed attempts; a lot of 0 to 1 spreads it by a quarter."""
    factor: int = 4 ** (attempts - 1)
    return min(FIRST_WAIT * factor, LONGEST_WAIT) * (1 + JITTER * lot)


async def next_attempt(database: Database, now: datetime) -> datetime | None:
    """Return when a delivery waits to be tried next."""
    async with database.read() as session:
        return await deliveries.next_attempt(session, now)


async def _hindrance(
    session: Session, viewer: Viewer, waiting: LeasedDelivery, now: datetime
) -> DeliveryState | None:
    """Return the state of a delivery that is not sent any more, None if nothing stands against."""
    if await _was_answered(session, waiting):
        return DeliveryState.SENT  # it arrived, although a crash kept that from being noted
    if waiting.useful_until <= now:
        return DeliveryState.EXPIRED
    if viewer.unreachable:
        return DeliveryState.UNREACHABLE
    away = await people.pauses(session, viewer.person_id, today := viewer.local_day(now))
    paused = any(pause.since <= today for pause in away)
    crisis = await programme.crisis(session, viewer.organisation_id) is not None
    gone = paused or crisis or not viewer.standing.roles
    return DeliveryState.CANCELLED if gone else None


async def _was_answered(session: Session, waiting: LeasedDelivery) -> bool:
    """Tell whether somebody has answered what the delivery brings."""
    match waiting.kind:
        case Kind.PROMPT:
            offered = await practice.of_delivery(session, waiting.delivery_id)
            return offered is not None and await practice.is_begun(session, offered)
        case Kind.FOLLOW_UP:
            return await was_answered(session, waiting.delivery_id)
        case _:
            return False
