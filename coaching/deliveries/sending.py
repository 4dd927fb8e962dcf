"""Taking what waits to be sent, under a lease, and noting what became of it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.deliveries.alerts import warn_of
from coaching.deliveries.contents import Content, LeasedDelivery, content_of
from coaching.deliveries.standing import as_it_stands
from coaching.people.identity import Viewer, viewer_of
from coaching.practice.follow_ups import was_answered
from coaching.rules.planning import LeftOut
from coaching.rules.schedules import Kind
from coaching.rules.working_times import Span
from storage import deliveries, practice
from storage.database import Database, Session, Writer
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
                schedule_id=schedule.id,
                day=occurrence.day,
                asks_pause=delivery.asks_pause,
                held=LeftOut(delivery.reason) if delivery.reason else None,
                moment_id=occurrence.moment_id,
            )
            for delivery, schedule, occurrence in taken
        ]


async def prepare(database: Database, waiting: LeasedDelivery, now: datetime) -> Parcel | None:
    """Return what to send now; None when it is settled without sending, or due later by now.

    Preparing twice gives the same message: what was offered is kept under the delivery.
    """
    async with database.write() as session:
        viewer = await viewer_of(session, waiting.person_id)
        found = await _looked_at(session, viewer, waiting, now)
        if isinstance(found, Span) and found.due > now:
            times = (found.due, waiting.attempts - 1, found.useful_until)
            await deliveries.postpone(session, waiting.delivery_id, *times)
            return None
        content = (
            await content_of(session, viewer, waiting, now) if isinstance(found, Span) else None
        )
        if content is None:
            await _settle(session, viewer, waiting, found, now)
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

    Without a wait asked for, the sixth attempt is the last, and HR is told if it may be.
    """
    async with database.write() as session:
        if wait is None and parcel.attempts >= MAX_ATTEMPTS:
            await _give_up(session, parcel.delivery_id, parcel.addressee.organisation_id, now)
            return
        # Being told to wait is no failure, so it does not count as an attempt.
        attempts = parcel.attempts if wait is None else parcel.attempts - 1
        pause = wait or wait_after(parcel.attempts, random.random())  # noqa: S311 - no secret
        await deliveries.postpone(session, parcel.delivery_id, now + pause, attempts)


async def broke(database: Database, waiting: LeasedDelivery, now: datetime) -> None:
    """Note an attempt that a fault of our own ended; it is tried again as a failed one is."""
    async with database.write() as session:
        if waiting.attempts >= MAX_ATTEMPTS:
            person = await session.get_one(Person, waiting.person_id)
            await _give_up(session, waiting.delivery_id, person.organisation_id, now)
            return
        pause = wait_after(waiting.attempts, random.random())  # noqa: S311 - no secret
        await deliveries.postpone(session, waiting.delivery_id, now + pause, waiting.attempts)


async def _give_up(session: Writer, delivery_id: int, organisation_id: int, now: datetime) -> None:
    await deliveries.settle(session, [delivery_id], DeliveryState.FAILED)
    await warn_of(session, delivery_id, organisation_id, now)


def wait_after(attempts: int, lot: float) -> timedelta:
    """Return the wait after so many failed attempts; a lot of 0 to 1 spreads it by a quarter."""
    factor: int = 4 ** (attempts - 1)
    return min(FIRST_WAIT * factor, LONGEST_WAIT) * (1 + JITTER * lot)


async def try_anew(database: Database, now: datetime) -> None:
    """End leases and waits that last longer than any: the clock that set them was ahead."""
    async with database.write() as session:
        longest = now + LONGEST_WAIT * (1 + JITTER)
        await deliveries.try_anew(session, now, now + LEASE, longest)


async def next_attempt(database: Database, now: datetime) -> datetime | None:
    """Return when a delivery waits to be tried next."""
    async with database.read() as session:
        return await deliveries.next_attempt(session, now)


async def _looked_at(
    session: Session, viewer: Viewer, waiting: LeasedDelivery, now: datetime
) -> Span | LeftOut | DeliveryState:
    """Return when a delivery is due as things are now, or how it ends without being sent."""
    if await _was_answered(session, waiting):
        return DeliveryState.SENT  # it arrived, although a crash kept that from being noted
    found = await as_it_stands(session, viewer, waiting, now)
    if isinstance(found, Span) and found.useful_until <= now:
        return DeliveryState.EXPIRED
    if isinstance(found, Span) and viewer.unreachable:
        return DeliveryState.UNREACHABLE
    return waiting.held if waiting.held and isinstance(found, Span) and found.due <= now else found


async def _settle(
    session: Writer,
    viewer: Viewer,
    waiting: LeasedDelivery,
    found: Span | LeftOut | DeliveryState,
    now: datetime,
) -> None:
    """Note how a delivery ends that is not sent: a span of one that has nothing to say."""
    state = found if isinstance(found, DeliveryState) else DeliveryState.CANCELLED
    reason = found if isinstance(found, LeftOut) else None
    sent_at = now if state is DeliveryState.SENT else None
    await deliveries.settle(session, [waiting.delivery_id], state, sent_at, reason)
    if state is DeliveryState.EXPIRED:
        await warn_of(session, waiting.delivery_id, viewer.organisation_id, now)


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
