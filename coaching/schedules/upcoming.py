"""What people will notice next of the timetable: found by planning it, as things stand now."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from coaching.deliveries.occurrences import order_of, plan_for
from coaching.people.audience import everybody, zones_of
from coaching.rules.calendar import Occurrence
from coaching.rules.schedules import Kind
from coaching.schedules.days import owed
from coaching.schedules.due import turn_of
from coaching.schedules.planning import NextDue
from storage import deliveries, programme, schedules
from storage.database import Database, Session
from storage.schedules import Schedule

HORIZON = timedelta(weeks=3)  # no programme is silent for longer


@dataclass(frozen=True, slots=True)
class _Step:
    schedule: Schedule
    day: Occurrence

    @property
    def turn(self) -> tuple[datetime, int, int]:
        return turn_of(self.day.due, self.schedule)


async def next_planned(database: Database, after: datetime) -> NextDue | None:
    """Return which message that was planned may go out next after an instant."""
    async with database.read() as session:
        return await _planned(session, after)


async def _planned(session: Session, after: datetime) -> NextDue | None:
    found = await deliveries.next_planned(session, after)
    return NextDue(found[0], Kind(found[1])) if found else None


async def next_noticed(database: Database, now: datetime) -> NextDue | None:
    """Return what comes next: a message that reaches somebody, or the close of a week.

    A day of a schedule that would reach nobody, such as one of follow-ups with nothing to come
    back, is passed over.
    """
    async with database.read() as session:
        organisation = await programme.the_organisation(session)
        if organisation is None:
            return None
        found = await _planned(session, now)
        running = await schedules.running(session, organisation.id)
        zones, end = await zones_of(session, organisation), now + HORIZON
        cast = await everybody(session, organisation, now.date(), end.date())

        def steps(schedule: Schedule) -> Iterator[_Step]:
            days = takewhile(lambda day: day.due <= end, owed(schedule, organisation, zones))
            return (_Step(schedule, day) for day in days)

        for step in heapq.merge(*map(steps, running), key=lambda step: step.turn):
            kind, due = Kind(step.schedule.kind), max(step.day.due, now)
            if found is not None and found.at <= due:
                break
            if kind is Kind.CLOSE:
                return NextDue(due, kind)
            order = order_of(step.schedule, running, step.day)
            made = await plan_for(session, organisation, order, cast, now)
            first = min((message.span.due for message in made.messages), default=None)
            if first is not None and (found is None or first < found.at):
                found = NextDue(max(first, now), kind)
        return found
