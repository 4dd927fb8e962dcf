"""Telling HR what did not arrive: at most one message a day, in working hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from coaching.deliveries.occurrences import claim, order_of, plan_for, write
from coaching.deliveries.report import SMALLEST_GROUP
from coaching.people.audience import everybody
from coaching.rules.access import Role
from coaching.rules.calendar import Occurrence
from coaching.rules.schedules import Kind
from storage import deliveries, delivery_report, programme, schedules
from storage.database import Session, Writer
from storage.deliveries import DeliveryState

LOOKS_BACK = timedelta(days=7)
DAYS_AHEAD = 14  # Christmas and New Year fit in


@dataclass(frozen=True, slots=True)
class Undelivered:
    """How many people a message did not reach, and how it ended."""

    kind: Kind
    day: date
    state: DeliveryState
    people: int


@dataclass(frozen=True, slots=True)
class Unplanned:
    """A message, or the close of a week, that could not be planned on its day."""

    kind: Kind
    day: date


async def undelivered(
    session: Session, organisation_id: int, today: date
) -> Sequence[Undelivered]:
    """Return what did not arrive in the last seven days, the oldest first."""
    since = today - LOOKS_BACK
    found = await delivery_report.undelivered_since(
        session, organisation_id, since, SMALLEST_GROUP
    )
    return [
        Undelivered(Kind(kind), day, DeliveryState(state), people)
        for kind, day, state, people in found
    ]


async def unplanned(session: Session, organisation_id: int) -> Sequence[Unplanned]:
    """Return what could not be planned and is being tried again, the oldest first."""
    found = await schedules.failures_of(session, organisation_id)
    return [Unplanned(Kind(kind), day) for kind, day in found]


async def warn_hr(session: Writer, organisation_id: int, now: datetime) -> bool:
    """Plan an alert for the next moment at which HR may be written to; tell whether one waits.

    One that still waits says everything at the moment at which it is sent.
    """
    for alert in await schedules.of_kind(session, organisation_id, Kind.ALERT):
        if await deliveries.any_planned(session, alert.id):
            return True
        organisation = await programme.organisation(session, organisation_id)
        local = now.astimezone(ZoneInfo(organisation.timezone))
        last = local.date() + timedelta(days=DAYS_AHEAD)
        hr = await everybody(session, organisation, local.date(), last, Role.HR)
        if not any(person.reachable for person in hr):
            return False  # `/deliveries` and `cxcoach deliveries` tell it all the same
        for n in range(DAYS_AHEAD + 1):
            occurrence = Occurrence(local.date() + timedelta(days=n), now)
            at = alert.at if n else max(alert.at, local.time().replace(second=0, microsecond=0))
            made = await plan_for(
                session, organisation, order_of(alert, [alert], occurrence, at), hr
            )
            if not made.messages:
                continue
            claimed = await claim(session, organisation, alert, occurrence)
            if claimed is not None:
                await write(session, claimed, made, now)
                return True
    return False
