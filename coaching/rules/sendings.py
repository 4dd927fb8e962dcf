"""Which occurrences of a schedule are sent, to whom, and how long they stay useful."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from coaching.rules.calendar import OUTER_HOURS, Occurrence, Recurrence, instant, occurrences
from coaching.rules.programme import position, week_of


class Kind(StrEnum):
    """What a schedule is for."""

    PROMPT = "prompt"
    CHECKIN = "checkin"
    REMINDER = "reminder"
    CLOSE = "close"
    POINTS_POST = "points_post"


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a schedule is for: the organisation, or one unit, or one team."""

    unit_id: int | None = None
    team_id: int | None = None

    def covers(self, unit_id: int, team_id: int) -> bool:
        """Tell whether a team of a unit lies within reach."""
        return self.unit_id in (None, unit_id) and self.team_id in (None, team_id)

    @property
    def nearness(self) -> int:
        """Return 0 for the organisation, 1 for a unit, 2 for a team."""
        return 2 if self.team_id else 1 if self.unit_id else 0


def addressed(reach: Reach, others: Iterable[Reach], unit_id: int, team_id: int) -> bool:
    """Tell whether a schedule applies to a team: no nearer one of its kind takes its place."""
    return reach.covers(unit_id, team_id) and not any(
        other.nearness > reach.nearness and other.covers(unit_id, team_id) for other in others
    )


def sendings(
    kind: Kind, recurrence: Recurrence, zone: ZoneInfo, start: date, after: datetime
) -> Iterator[Occurrence]:
    """Yield the occurrences after an instant that the programme's calendar does not leave out."""
    for occurrence in occurrences(recurrence, zone, after):
        if occurrence.day >= start and _takes_place(kind, week_of(start, occurrence.day)):
            yield occurrence


def useful_until(
    kind: Kind, occurrence: Occurrence, window: timedelta, zone: ZoneInfo
) -> datetime:
    """Return when a sending is of no use any more: after its window or the day's outer hours."""
    end = occurrence.due + window
    if kind is Kind.CLOSE:
        return end
    return min(end, instant(occurrence.day, OUTER_HOURS[1], zone))


def _takes_place(kind: Kind, week: int) -> bool:
    """Nothing is asked in the rest week; a post needs a week before it that earned points."""
    if kind is Kind.CLOSE:
        return week > 0
    if kind is Kind.POINTS_POST:
        return week > 0 and not position(week - 1).rest
    return not position(week).rest
