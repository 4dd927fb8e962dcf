"""Telling HR what did not arrive: at most one message a day, in working hours."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coaching.deliveries import report
from coaching.deliveries.occurrences import claim, order_of, plan_for, write
from coaching.people.audience import everybody
from coaching.people.known import office_zone
from coaching.rules.access import Role
from coaching.rules.calendar import Occurrence
from coaching.rules.schedules import Kind
from storage import deliveries, delivery_report, programme, schedules
from storage.database import Session, Writer
from storage.deliveries import UNDELIVERED, DeliveryState

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
    """Return what did not arrive in the last seven days, the oldest first.

    It is what HR may see of it in the account.
    """
    people: Counter[tuple[date, Kind, DeliveryState]] = Counter()
    for line in await report.lines_in(session, organisation_id, today - LOOKS_BACK):
        for state in UNDELIVERED:
            people[line.day, line.kind, state] += line.states.get(state, 0)
    return [
        Undelivered(kind, day, state, n) for (day, kind, state), n in sorted(people.items()) if n
    ]


async def warn_of(session: Writer, delivery_id: int, organisation_id: int, now: datetime) -> None:
    """Let HR be told if a delivery that did not arrive is among what HR may see."""
    found = await delivery_report.account_of(session, organisation_id, delivery_id)
    if found is not None and report.line_of(found).undelivered:
        await warn_hr(session, organisation_id, now)


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
        local = now.astimezone(office_zone(organisation))
        last = local.date() + timedelta(days=DAYS_AHEAD)
        hr = await everybody(session, organisation, local.date(), last, Role.HR)
        if not any(person.reachable for person in hr):
            return False  # `/deliveries` and `cxcoach deliveries` tell it all the same
        for n in range(DAYS_AHEAD + 1):
            occurrence = Occurrence(local.date() + timedelta(days=n), now)
            at = alert.at if n else max(alert.at, local.time().replace(second=0, microsecond=0))
            made = await plan_for(
                session, organisation, order_of(alert, [alert], occurrence, at), hr, now
            )
            if not made.messages:
                continue
            claimed = await claim(session, organisation, alert, occurrence)
            if claimed is not None:
                await write(session, claimed, made, now)
                return True
    return False
