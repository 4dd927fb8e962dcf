"""Who comes after a day was planned gets its messages too, or stands in its account."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from coaching.deliveries.occurrences import is_readable, order_of
from coaching.deliveries.standing import has_day
from coaching.people.audience import addressee, loads_in, situation_of
from coaching.rules.access import Role
from coaching.rules.calendar import Occurrence
from coaching.rules.planning import ANSWERS_CHOOSE, Addressee, Order, Situation, plan
from coaching.rules.schedules import LOOKS_BACK, WHEN_IT_HAPPENS, Kind, Seat, chosen
from storage import deliveries, people, programme, schedules
from storage.database import Database, Session, Writer
from storage.deliveries import DeliveryState, Promise
from storage.people import Membership, Person
from storage.programme import Organisation

A_DAY = timedelta(days=1)
OF_NOBODY = (Kind.CLOSE, *LOOKS_BACK, *WHEN_IT_HAPPENS)


async def plan_for_newcomer(database: Database, person_id: int, now: datetime) -> None:
    """Take somebody into the days that were planned before they came to where they are.

    Whatever was over by then, or was planned for them in the place that they left, stays.
    """
    async with database.write() as session:
        await _plan(session, person_id, now)


async def _plan(session: Writer, person_id: int, now: datetime) -> None:
    person = await session.get(Person, person_id)
    if person is None or not person.newly_placed:
        return
    organisation = await programme.organisation_to_change(session, person.organisation_id)
    person.newly_placed = False
    planned = await deliveries.planned_since(session, organisation.id, now.date() - A_DAY)
    who = await addressee(session, person_id, now.date()) if planned else None
    if who is None:
        return
    running = await schedules.running(session, organisation.id)
    places = await people.places_of(session, person_id)
    for found, schedule in planned:
        kind = Kind(schedule.kind)
        if schedule not in running or kind in (*OF_NOBODY, *ANSWERS_CHOOSE):
            continue
        if not is_readable(schedule):
            continue
        order = order_of(schedule, running, Occurrence(found.day, found.due))
        was_meant = chosen(kind, order.rivals, _places_before(places, found.day)) == order.reach
        if was_meant or not has_day(schedule, organisation, found.day):
            continue
        situation = await _situation(session, organisation, who, found.day, now)
        await _take_in(session, found.id, order, who, situation, now)


async def _situation(
    session: Session, organisation: Organisation, who: Addressee, day: date, now: datetime
) -> Situation:
    found = await situation_of(session, organisation, who.person_id, day, now.date())
    found.loads = await loads_in(session, organisation, day, who.person_id)
    return found


async def _take_in(
    session: Writer,
    occurrence_id: int,
    order: Order,
    who: Addressee,
    situation: Situation,
    now: datetime,
) -> None:
    """Write down what comes of the day for them, unless it was over before they came."""
    if await deliveries.has_one(session, occurrence_id, who.person_id):
        return
    made = plan(order, [who], situation)
    for message in made.messages:
        if message.span.useful_until > now:
            state = DeliveryState.PLANNED if message.reachable else DeliveryState.UNREACHABLE
            promise = Promise(state, message.span.due, message.span.useful_until)
            await deliveries.add(session, occurrence_id, who.person_id, promise)
    for reason in made.left_out:
        promise = Promise(DeliveryState.CANCELLED, now, now, reason=reason)
        await deliveries.add(session, occurrence_id, who.person_id, promise)


def _places_before(places: Sequence[tuple[Membership, int | None]], day: date) -> tuple[Seat, ...]:
    """Return where somebody was when the day was planned: in what began earlier."""
    return tuple(
        Seat(Role(place.role), place.team_id, unit_id)
        for place, unit_id in places
        if place.since < day and (place.until is None or place.until >= day)
    )
