"""How a planned message stands now: schedules, places and times may have changed since."""

from datetime import date, datetime

from coaching.deliveries.contents import LeasedDelivery
from coaching.deliveries.moments import order_for
from coaching.deliveries.occurrences import order_of, recurrence_of
from coaching.people.audience import addressee, situation_of
from coaching.people.identity import Viewer
from coaching.rules.calendar import Occurrence
from coaching.rules.planning import LeftOut, Order, standing
from coaching.rules.programme import week_of
from coaching.rules.schedules import Kind, takes_place
from coaching.rules.working_times import Span
from storage import programme, schedules
from storage.database import Session
from storage.moments import Moment
from storage.programme import Organisation
from storage.schedules import Schedule


async def as_it_stands(
    session: Session, viewer: Viewer, waiting: LeasedDelivery, now: datetime
) -> Span | LeftOut:
    """Return when a planned message is due by what holds now, or why it is not sent any more."""
    organisation = await programme.organisation(session, viewer.organisation_id)
    schedule = await schedules.in_force(session, waiting.schedule_id)
    person = await addressee(session, viewer.person_id, waiting.day)
    if schedule.paused:
        return LeftOut.PAUSED
    if person is None:
        return LeftOut.CHANGED
    today = viewer.local_day(now)
    situation = await situation_of(session, organisation, person.person_id, waiting.day, today)
    if waiting.kind is Kind.ALERT:  # it has no days of its own
        if situation.crisis or situation.away:
            return LeftOut.CRISIS if situation.crisis else LeftOut.AWAY
        return Span(now, waiting.useful_until)
    order = await _order(session, organisation, schedule, waiting, now)
    return LeftOut.CHANGED if order is None else standing(order, person, situation)


async def _order(
    session: Session,
    organisation: Organisation,
    schedule: Schedule,
    waiting: LeasedDelivery,
    now: datetime,
) -> Order | None:
    """Return what is to be done on a day of a schedule, or of a moment, as things are now."""
    if waiting.moment_id is not None:
        moment = await session.get_one(Moment, waiting.moment_id)
        return order_for(schedule, moment, waiting.day)
    if not has_day(schedule, organisation, waiting.day):
        return None
    running = await schedules.running_of_kind(session, organisation.id, schedule.kind)
    return order_of(schedule, running, Occurrence(waiting.day, now))


def has_day(schedule: Schedule, organisation: Organisation, day: date) -> bool:
    """Tell whether a day is one of the schedule's as it is now."""
    start = organisation.programme_start
    return (
        recurrence_of(schedule).includes(day)
        and day >= start
        and takes_place(Kind(schedule.kind), week_of(start, day))
    )
