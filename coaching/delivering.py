"""Preparing what a delivery says at the moment it is sent, and noting what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.checking_in import QUESTION as CHECKIN_QUESTION
from coaching.checking_in import CheckIn, current_week, week_as_it_stands
from coaching.errors import CoachingError
from coaching.identity import Viewer, viewer_of
from coaching.practising import QUESTION as PRACTICE_QUESTION
from coaching.practising import Offer, offer_new, offer_of
from coaching.rules.sendings import Kind
from coaching.summaries import TeamPoints, quarter_of
from storage import deliveries, positions, practice, programme
from storage.database import Database, Session
from storage.deliveries import DeliveryState
from storage.people import Person

LEASE = timedelta(minutes=2)
MAX_ATTEMPTS = 5
FIRST_WAIT = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A kind word about a check-in that waits."""

    checkin: CheckIn


Content = Offer | CheckIn | Reminder | Sequence[TeamPoints]


@dataclass(frozen=True, slots=True)
class Parcel:
    """What to send to whom, and under which delivery."""

    delivery_id: int
    attempts: int
    useful_until: datetime
    addressee: Viewer
    content: Content


@dataclass(frozen=True, slots=True)
class Waiting:
    """A delivery that was leased to the sender."""

    delivery_id: int
    person_id: int
    attempts: int
    kind: Kind
    useful_until: datetime


async def lease(database: Database, now: datetime, limit: int) -> list[Waiting]:
    """Take up to `limit` deliveries that are due; nobody else gets them for two minutes."""
    async with database.write() as session:
        taken = await deliveries.lease(session, now, now + LEASE, limit)
        return [
            Waiting(d.id, d.person_id, d.attempts, Kind(s.kind), o.useful_until)
            for d, o, s in taken
        ]


async def prepare(database: Database, waiting: Waiting, now: datetime) -> Parcel | None:
    """Return what to send now; None when it is settled without sending (expired, cancelled).

    Preparing twice gives the same message: what was offered is kept under the delivery.
    """
    async with database.write() as session:
        if waiting.useful_until <= now:
            await deliveries.settle(session, waiting.delivery_id, DeliveryState.EXPIRED)
            return None
        viewer = await viewer_of(session, waiting.person_id)
        content = await _content(session, viewer, waiting, now)
        if content is None:
            await deliveries.settle(session, waiting.delivery_id, DeliveryState.CANCELLED)
            return None
        return Parcel(waiting.delivery_id, waiting.attempts, waiting.useful_until, viewer, content)


async def sent(database: Database, parcel: Parcel, now: datetime) -> None:
    """Note that the message went out."""
    async with database.write() as session:
        await deliveries.settle(session, parcel.delivery_id, DeliveryState.SENT, sent_at=now)


async def refused(database: Database, parcel: Parcel, now: datetime) -> None:
    """Note that the person's chat takes no messages; there are no more attempts."""
    async with database.write() as session:
        await deliveries.settle(session, parcel.delivery_id, DeliveryState.UNREACHABLE)
        person = await session.get_one(Person, parcel.addressee.person_id)
        person.unreachable_since = person.unreachable_since or now


async def failed(
    database: Database, parcel: Parcel, now: datetime, wait: timedelta | None = None
) -> None:
    """Note a failed attempt: try again after a wait that doubles, or after the one asked for.

    Without a wait asked for, the fifth attempt is the last.
    """
    async with database.write() as session:
        if wait is None and parcel.attempts >= MAX_ATTEMPTS:
            await deliveries.settle(session, parcel.delivery_id, DeliveryState.FAILED)
            return
        pause = wait or FIRST_WAIT * 2 ** (parcel.attempts - 1)
        await deliveries.postpone(session, parcel.delivery_id, now + pause)


async def next_attempt(database: Database) -> datetime | None:
    """Return when a delivery waits to be tried next."""
    async with database.read() as session:
        return await deliveries.next_attempt(session)


async def report(database: Database, organisation_id: int) -> dict[DeliveryState, int]:
    """Return how many deliveries are in each state, all states named."""
    async with database.read() as session:
        counts = await deliveries.states(session, organisation_id)
    return {state: counts.get(state, 0) for state in DeliveryState}


async def _content(
    session: Session, viewer: Viewer, waiting: Waiting, now: datetime
) -> Content | None:
    """Return what the delivery says now, or None if there is nothing to say any more."""
    if viewer.paused or viewer.unreachable or not viewer.standing.roles:
        return None
    try:
        match waiting.kind:
            case Kind.PROMPT:
                return await _prompt(session, viewer, waiting, now)
            case Kind.CHECKIN | Kind.REMINDER:
                return await _checkin(session, viewer, waiting.kind, now)
            case _:
                return await _points(session, viewer, now)
    except CoachingError:
        return None


async def _prompt(session: Session, viewer: Viewer, waiting: Waiting, now: datetime) -> Offer:
    row = await practice.of_delivery(session, waiting.delivery_id)
    offer = offer_of(row) if row else await offer_new(session, viewer, now, waiting.delivery_id)
    await positions.put(session, viewer.person_id, PRACTICE_QUESTION, practice=offer.practice_id)
    return offer


async def _checkin(
    session: Session, viewer: Viewer, kind: Kind, now: datetime
) -> CheckIn | Reminder | None:
    checkin = await week_as_it_stands(session, viewer, current_week(viewer, now))
    if any(item.response for item in checkin.items) or checkin.asked is None:
        return None
    await positions.put(
        session,
        viewer.person_id,
        CHECKIN_QUESTION,
        week=checkin.week,
        dimension=checkin.asked,
    )
    return Reminder(checkin) if kind is Kind.REMINDER else checkin


async def _points(session: Session, viewer: Viewer, now: datetime) -> Sequence[TeamPoints] | None:
    if not viewer.points_used:
        return None
    mine = viewer.standing.staff_in | viewer.standing.leads
    found = await programme.teams(session, viewer.organisation_id)
    return [await quarter_of(session, viewer, team, now) for team, _ in found if team.id in mine]
