"""When a schedule is due: weekdays and a local time become instants, over every clock change."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

MAX_WEEKS_APART = 52

_DAY = timedelta(days=1)


class Weekday(StrEnum):
    """A day of the week by name, because libraries disagree on its number."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @classmethod
    def of(cls, day: date) -> "Weekday":
        """Return the weekday of a date."""
        return tuple(cls)[day.weekday()]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A local time on some weekdays of every n-th week, counted from the Monday `anchor`.

    `first` and `last` are the outermost local dates, both included.
    """

    weekdays: frozenset[Weekday]
    at: time
    _: KW_ONLY
    every_weeks: int = 1
    anchor: date
    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if not self.weekdays:
            raise ValueError("a recurrence needs at least one weekday")
        if not 1 <= self.every_weeks <= MAX_WEEKS_APART:
            raise ValueError("a recurrence comes every 1 to 52 weeks")
        if self.at.tzinfo is not None or self.at.second or self.at.microsecond:
            raise ValueError("a recurrence has a local time in whole minutes")
        if Weekday.of(self.anchor) is not Weekday.MON:
            raise ValueError("the anchor of a recurrence is a Monday")

    def starting_at(self, at: time) -> "Recurrence":
        """Return the same pattern at another time of the day."""
        return replace(self, at=at)

    def includes(self, day: date) -> bool:
        """Tell whether the pattern has this date."""
        weeks_from_anchor = (day - self.anchor).days // 7
        return (
            Weekday.of(day) in self.weekdays
            and weeks_from_anchor % self.every_weeks == 0
            and (self.first is None or day >= self.first)
            and (self.last is None or day <= self.last)
        )


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One local date of a recurrence and the instant, in UTC, at which it is due."""

    day: date
    due: datetime


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the UTC instant of a local time: the first of two, or the first after a gap."""
    wall = datetime.combine(day, at.replace(fold=0))
    due = _utc(wall, zone)
    return due if _wall(due, zone) == wall else _end_of_gap(wall, zone)


def occurrences(recurrence: Recurrence, zone: ZoneInfo, after: datetime) -> Iterator[Occurrence]:
    """Yield what is due strictly after an instant, in order, one per local date."""
    return first_occurrences(recurrence, (zone,), after)


def first_occurrences(
    recurrence: Recurrence, zones: Sequence[ZoneInfo], after: datetime
) -> Iterator[Occurrence]:
    """Yield each date with the instant at which it is due in the first of several zones."""
    day = min(after.astimezone(zone).date() for zone in zones)
    if recurrence.first is not None:
        day = max(day, recurrence.first)
    while recurrence.last is None or day <= recurrence.last:
        if recurrence.includes(day):
            dues = [instant(day, recurrence.at, zone) for zone in zones if _exists(day, zone)]
            if dues and min(dues) > after:
                yield Occurrence(day, min(dues))
        day += _DAY


def _exists(day: date, zone: ZoneInfo) -> bool:
    """Tell whether the zone has this date: crossing the date line can skip a whole day."""
    return _wall(instant(day, time.min, zone), zone).date() == day


def _end_of_gap(wall: datetime, zone: ZoneInfo) -> datetime:
    """Find the clock change that skips a local time; the two offsets around it enclose it."""
    before, after = _utc(wall.replace(fold=1), zone), _utc(wall, zone)
    seconds = range(int((after - before).total_seconds()))
    to_change = bisect_left(
        seconds, x=True, key=lambda s: _wall(before + timedelta(seconds=s), zone) > wall
    )
    return before + timedelta(seconds=to_change)


def _utc(wall: datetime, zone: ZoneInfo) -> datetime:
    return wall.replace(tzinfo=zone).astimezone(UTC)


def _wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)
