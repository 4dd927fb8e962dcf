"""When somebody may be written to: working days, public holidays, quiet hours, own shifts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from coaching.rules.calendar import Weekday, instant

OFFICE_DAYS = frozenset((Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI))

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """A span of the local day, its end not included."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if not self.opens < self.closes:
            raise ValueError("hours open before they close")

    def includes(self, at: time) -> bool:
        """Tell whether a local time lies within."""
        return self.opens <= at < self.closes

    def within(self, outer: "Hours") -> "Hours | None":
        """Return what is left of these hours inside wider ones, None if nothing is."""
        opens, closes = max(self.opens, outer.opens), min(self.closes, outer.closes)
        return Hours(opens, closes) if opens < closes else None


OUTER_HOURS = Hours(time(7, 30), time(17, 0))


@dataclass(frozen=True, slots=True)
class Shift:
    """One stretch of work, in UTC; it belongs to the local day on which it begins."""

    begins: datetime
    ends: datetime


class DayOff(StrEnum):
    """Why nobody of a working time is written to on a day, or at its time."""

    HOLIDAY = "holiday"
    NOT_A_WORKING_DAY = "day_off"
    QUIET_HOURS = "quiet_hours"
    OFF_SHIFT = "off_shift"


@dataclass(frozen=True, slots=True)
class Span:
    """From when on a message may go out, and until when it is of use."""

    due: datetime
    useful_until: datetime


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """The frame of somebody's work; no hours where a unit's and a person's have none in common.

    `holidays` are the days on which the unit is closed. In shifts, only the shifts count.
    """

    zone: ZoneInfo
    days: frozenset[Weekday] = OFFICE_DAYS
    hours: Hours | None = OUTER_HOURS
    holidays: frozenset[date] = frozenset()
    in_shifts: bool = False

    def works_on(self, day: date) -> bool:
        """Tell whether a day is a working day."""
        return (self.in_shifts or Weekday.of(day) in self.days) and day not in self.holidays

    def day_after(self, day: date, working_days: int) -> date:
        """Return the day on which so many working days after this one will have passed."""
        while working_days:
            day += _DAY
            working_days -= self.works_on(day)
        return day

    def working_days(self, after: date, until: date) -> int:
        """Count the working days after one day, up to and including another."""
        return sum(self.works_on(after + n * _DAY) for n in range(1, (until - after).days + 1))


def span_on(
    working: WorkingTime, day: date, at: time, window: timedelta, shifts: Sequence[Shift] = ()
) -> Span | DayOff:
    """Return when a message for a local time of a day may go out, or why it may not.

    Before the hours (or the shift) begin it waits for them; after they end it is left out.
    """
    due = instant(day, at, working.zone)
    if day in working.holidays:
        return DayOff.HOLIDAY
    if working.in_shifts:
        ahead = [shift for shift in shifts if due < shift.ends]
        return _within(ahead[0], due, window) if ahead else DayOff.OFF_SHIFT
    if not working.works_on(day) or due.astimezone(working.zone).date() != day:
        return DayOff.NOT_A_WORKING_DAY
    if working.hours is None:
        return DayOff.QUIET_HOURS
    opens, closes = (
        instant(day, edge, working.zone) for edge in (working.hours.opens, working.hours.closes)
    )
    return _within(Shift(opens, closes), due, window) if due < closes else DayOff.QUIET_HOURS


def _within(work: Shift, due: datetime, window: timedelta) -> Span:
    begins = max(due, work.begins)
    return Span(begins, min(begins + window, work.ends))
