"""Claiming one day of a schedule: its plan becomes deliveries, in the same transaction."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain

from coaching.people.audience import situation, weekdays
from coaching.rules.access import Role
from coaching.rules.calendar import Occurrence, Recurrence
from coaching.rules.planning import Addressee, LeftOut, Order, Plan, plan
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


def is_readable(schedule: Schedule) -> bool:
    """Tell whether a schedule's days can be found; one that is broken stops no other."""
    try:
        recurrence_of(schedule)
    except ValueError:
        return False
    return True


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
    session: Session,
    organisation: Organisation,
    order: Order,
    cast: Sequence[Addressee],
    now: datetime,
) -> Plan:
    """Plan an order as things stand with people now, in a thread: they may be very many."""
    standing = await situation(session, organisation, order.kind, order.day)
    standing.at = now
    return await asyncio.to_thread(plan, order, cast, standing)


async def write(session: Writer, occurrence_id: int, made: Plan, now: datetime) -> int:
    """Keep a plan: a delivery for each message, a number for each reason to leave somebody out.

    Return for how many people it comes too late to be of use.
    """
    promised = await asyncio.to_thread(_promised, made, now)
    held = Counter(message.held for message in made.held)  # they have deliveries, too
    left_out = {
        reason.value: number - held[reason]
        for reason, number in made.left_out.items()
        if number > held[reason]
    }
    await deliveries.plan(session, occurrence_id, promised, left_out, made.audience)
    if any(promise.asks_pause for promise in promised):
        await loads.note_pause_asked(session, occurrence_id)
    missed = DeliveryState.MISSED
    return sum(len(ids) for promise, ids in promised.items() if promise.state is missed)


def _promised(made: Plan, now: datetime) -> dict[Promise, list[int]]:
    """Return what is promised to whom."""
    alike: dict[tuple[Span, bool, bool, LeftOut | None], list[int]] = defaultdict(list)
    for person_id, span, reachable, asks_pause, held in chain(made.messages, made.held):
        alike[span, reachable, asks_pause, held].append(person_id)
    promised: dict[Promise, list[int]] = defaultdict(list)
    for (span, reachable, asks_pause, held), person_ids in alike.items():
        state = _state(span, now, reachable=reachable)
        promised[Promise(state, span.due, span.useful_until, asks_pause, held)] += person_ids
    return promised


def _state(span: Span, now: datetime, *, reachable: bool) -> DeliveryState:
    """Return how a delivery begins: too late is too late, reachable or not."""
    if span.useful_until <= now:
        return DeliveryState.MISSED
    return DeliveryState.PLANNED if reachable else DeliveryState.UNREACHABLE
