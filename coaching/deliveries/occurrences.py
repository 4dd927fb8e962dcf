"""Claiming one day of a schedule: its plan becomes deliveries, in the same transaction."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from coaching.people.audience import situation, weekdays
from coaching.rules.access import Role
from coaching.rules.calendar import Occurrence, Recurrence
from coaching.rules.planning import Addressee, Order, Plan, plan
from coaching.rules.programme import week_of
from coaching.rules.schedules import Kind, Reach
from coaching.rules.working_times import Span
from storage import deliveries, loads
from storage.database import Session, Writer
from storage.deliveries import DeliveryState, Promise
from storage.programme import Organisation
from storage.schedules import Schedule


def recurrence_of(schedule: Schedule) -> Recurrence:
    """Return the calendar pattern of a schedule's row."""
    return Recurrence(
        weekdays=weekdays(schedule.weekdays),
        at=schedule.at,
        every_weeks=schedule.every_weeks,
        anchor=schedule.anchor,
        first=schedule.first,
        last=schedule.last,
    )


def reach_of(schedule: Schedule) -> Reach:
    """Return whom a schedule's row is for."""
    role = Role(schedule.role) if schedule.role else None
    return Reach(schedule.unit_id, schedule.team_id, role)


def order_of(
    schedule: Schedule, running: Iterable[Schedule], occurrence: Occurrence, at: time | None = None
) -> Order:
    """Return what is to be planned for a day, at the schedule's time or another."""
    return Order(
        kind=Kind(schedule.kind),
        reach=reach_of(schedule),
        day=occurrence.day,
        at=at or schedule.at,
        window=timedelta(minutes=schedule.window_minutes),
        own_slot=schedule.own_slot,
        rivals=[
            reach_of(other)
            for other in running
            if other.kind == schedule.kind and _holds_on(other, occurrence.day)
        ],
    )


def _holds_on(schedule: Schedule, day: date) -> bool:
    """Before its first day and after its last, a schedule takes no wider one's place."""
    return (schedule.first or day) <= day <= (schedule.last or day)


async def claim(
    session: Writer, organisation: Organisation, schedule: Schedule, occurrence: Occurrence
) -> int | None:
    """Claim the day; return the occurrence's id, or None if somebody has done it before."""
    week = week_of(organisation.programme_start, occurrence.day)
    return await deliveries.claim(session, schedule.id, occurrence.day, week, occurrence.due)


async def plan_for(
    session: Session, organisation: Organisation, order: Order, cast: Sequence[Addressee]
) -> Plan:
    """Plan an order as things stand with people now."""
    return plan(order, cast, await situation(session, organisation, order.kind, order.day))


async def write(session: Writer, occurrence_id: int, made: Plan, now: datetime) -> int:
    """Keep a plan: a delivery for each message, a number for each reason to leave somebody out.

    Return for how many people it comes too late to be of use.
    """
    alike: dict[tuple[Span, bool, bool], list[int]] = defaultdict(list)
    for person_id, span, reachable, asks_pause in made.messages:
        alike[span, reachable, asks_pause].append(person_id)
    promised: dict[Promise, list[int]] = defaultdict(list)
    for what, person_ids in alike.items():  # too late is too late, reachable or not
        promised[_promise(*what, now)] += person_ids
    left_out = {reason.value: number for reason, number in made.left_out.items()}
    await deliveries.plan(session, occurrence_id, promised, left_out, made.audience)
    if any(promise.asks_pause for promise in promised):
        await loads.note_pause_asked(session, occurrence_id)
    missed = DeliveryState.MISSED
    return sum(len(ids) for promise, ids in promised.items() if promise.state is missed)


def _promise(span: Span, reachable: bool, asks_pause: bool, now: datetime) -> Promise:  # noqa: FBT001
    if span.useful_until <= now:
        state = DeliveryState.MISSED
    else:
        state = DeliveryState.PLANNED if reachable else DeliveryState.UNREACHABLE
    return Promise(state, span.due, span.useful_until, asks_pause)
