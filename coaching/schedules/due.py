"""What is due: a day of a schedule, found again under a lock before it is planned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from coaching.people.audience import zones_of
from coaching.people.known import office_zone
from coaching.rules.schedules import Kind
from storage import programme, schedules
from storage.database import Session, Writer
from storage.programme import Organisation
from storage.schedules import PlanningFailure, Schedule

KINDS = [kind.value for kind in Kind]


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be planned: the next day of a schedule, or a day of it that failed before."""

    schedule: Schedule
    due: datetime
    failed_day: date | None = None

    @property
    def key(self) -> tuple[int, datetime]:
        """Tell this day from every other one."""
        return self.schedule.id, self.due

    @property
    def turn(self) -> tuple[datetime, int, int]:
        """Order what is due as it is planned."""
        return turn_of(self.due, self.schedule)


def turn_of(due: datetime, schedule: Schedule) -> tuple[datetime, int, int]:
    """Order by time, then by kind, then by age: whoever comes first fills the limits first."""
    return due, KINDS.index(schedule.kind), schedule.id


async def locked(session: Writer, found: Due) -> tuple[Schedule, Organisation] | None:
    """Return the schedule and its organisation as they are now, with no change of HR's between.

    None for a schedule that is no more.
    """
    organisation_id = found.schedule.organisation_id
    organisation = await programme.organisation_to_change(session, organisation_id)
    schedule = await schedules.one_to_change(session, organisation_id, found.schedule.id)
    return None if schedule is None else (schedule, organisation)


async def is_still_due(session: Session, schedule: Schedule, found: Due) -> bool:
    """Tell whether nobody planned it meanwhile, and nobody paused or moved it."""
    if found.failed_day is None:
        return not schedule.paused and schedule.next_due == found.due
    return await session.get(PlanningFailure, (schedule.id, found.due)) is not None


async def zones_for(
    session: Session, schedule: Schedule, organisation: Organisation
) -> Sequence[ZoneInfo]:
    """Return the zones in which the schedule may be due; weeks end in the office's alone."""
    if schedule.kind == Kind.CLOSE:
        return [office_zone(organisation)]
    return await zones_of(session, organisation)
