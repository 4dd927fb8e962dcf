"""What a schedule is for, on which days of the programme it takes place, and whom it reaches."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from coaching.rules.access import Role
from coaching.rules.calendar import Occurrence, Recurrence, first_occurrences
from coaching.rules.programme import position, week_of


class Kind(StrEnum):
    """What a schedule is for.

    An alert tells HR what did not arrive, a moment a team what just happened to it.
    """

    PROMPT = "prompt"
    CHECKIN = "checkin"
    REMINDER = "reminder"
    FOLLOW_UP = "follow_up"
    CLOSE = "close"
    POINTS_POST = "points_post"
    LEAD_SUMMARY = "lead_summary"
    CHAMPION = "champion"
    ALERT = "alert"
    MOMENT = "moment"


ROLES_FOR = {
    Kind.CLOSE: frozenset[Role](),
    Kind.POINTS_POST: frozenset({Role.STAFF}),
    Kind.LEAD_SUMMARY: frozenset({Role.LEAD}),
    Kind.ALERT: frozenset({Role.HR}),
}
SEVERAL = (Kind.PROMPT, Kind.CHAMPION)  # of one kind for the same people say something else each
LOOKS_BACK = (Kind.POINTS_POST, Kind.LEAD_SUMMARY)  # tell of a week to who was there in it
WHEN_IT_HAPPENS = (Kind.ALERT, Kind.MOMENT)  # without days of their own
WITH_POINTS = (Kind.POINTS_POST, Kind.LEAD_SUMMARY)
IN_TEAMS = frozenset({Role.STAFF, Role.LEAD})


class Seat(NamedTuple):
    """A role in a team of a unit; HR has neither team nor unit."""

    role: Role
    team_id: int | None = None
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a schedule is for: the organisation, a unit or a team, and there all or one role."""

    unit_id: int | None = None
    team_id: int | None = None
    role: Role | None = None

    def covers(self, place: Seat) -> bool:
        """Tell whether a place lies within reach."""
        return (
            self.unit_id in (None, place.unit_id)
            and self.team_id in (None, place.team_id)
            and self.role in (None, place.role)
        )

    @property
    def nearness(self) -> tuple[int, int, int]:
        """Order by nearness: organisation, unit, team, then role; ties by the lower id."""
        breadth = 2 if self.team_id else 1 if self.unit_id else 0
        return 3 * (self.role is not None) + breadth, -(self.team_id or 0), -(self.unit_id or 0)


def chosen(kind: Kind, reaches: Iterable[Reach], places: Sequence[Seat]) -> Reach | None:
    """Return the nearest of the schedules' reaches of a kind for somebody, None without any."""
    roles = ROLES_FOR.get(kind, IN_TEAMS)
    mine = [place for place in places if place.role in roles]
    covering = [reach for reach in reaches if any(reach.covers(place) for place in mine)]
    return max(covering, key=lambda reach: reach.nearness, default=None)


def left_without(kind: Kind, reaches: Sequence[Reach], people: Iterable[tuple[Seat, ...]]) -> int:
    """Count the people, each by their places, whom none of a kind's schedules is for."""
    roles = ROLES_FOR.get(kind, IN_TEAMS)
    return sum(
        number
        for places, number in Counter(people).items()
        if any(place.role in roles for place in places) and chosen(kind, reaches, places) is None
    )


def can_be_deleted(kind: Kind, reach: Reach, others: Iterable[Reach]) -> bool:
    """Tell whether the programme runs without one, as long as others of its kind are there.

    The last one for everybody stays, and can be paused; a champion's message is nobody's habit.
    """
    return kind is Kind.CHAMPION or reach != Reach() or Reach() in others


def sendings(
    kind: Kind, recurrence: Recurrence, zones: Sequence[ZoneInfo], start: date, after: datetime
) -> Iterator[Occurrence]:
    """Yield the days that the programme has room for, each due where it comes first on earth.

    Alerts and moments have no days of their own: they come when there is something to tell.
    """
    if kind in WHEN_IT_HAPPENS:
        return
    for occurrence in first_occurrences(recurrence, zones, after):
        if occurrence.day >= start and takes_place(kind, week_of(start, occurrence.day)):
            yield occurrence


def takes_place(kind: Kind, week: int) -> bool:
    """Nothing is asked in the rest week; points are told of a week before it that earned some."""
    match kind:
        case Kind.CLOSE:
            return week > 0
        case Kind.POINTS_POST | Kind.LEAD_SUMMARY:
            return week > 0 and not position(week - 1).rest
        case Kind.CHAMPION:
            return True
        case _:
            return not position(week).rest
