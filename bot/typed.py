"""Times, spans and days as people type them: "9:15", "21.30-7", "22.12.-6.1."."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time

from coaching.errors import CoachingError, Code

CLOCK = r"(\d{1,2})\s*[.:,]?\s*(\d{2})?"
DASH = r"\s*[-–—]\s*"
TIME = re.compile(CLOCK)
SPAN = re.compile(CLOCK + DASH + CLOCK)
DAY = r"(\d{1,2})\s*(?:[./]\s*(\d{1,2})?\s*(?:[./]\s*(\d{4}|\d{2})?)?)?"
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
FULL_DAY = re.compile(r"(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{4})")
CENTURY = 2000
DAYS = re.compile(f"{DAY}(?:{DASH}{DAY})?")


def time_of(typed: str) -> time:
    """Return a typed time of day such as 9:15; raises TIME_INVALID."""
    clock = TIME.fullmatch(typed.strip())
    if clock is None:
        raise CoachingError(Code.TIME_INVALID)
    return _time(clock[1], clock[2], Code.TIME_INVALID)


def shift_of(typed: str) -> tuple[time, time]:
    """Return a typed shift such as 7-15 or 21.30-7; raises SHIFT_INVALID."""
    span = SPAN.fullmatch(typed.strip())
    if span is None:
        raise CoachingError(Code.SHIFT_INVALID)
    begins = _time(span[1], span[2], Code.SHIFT_INVALID)
    return begins, _time(span[3], span[4], Code.SHIFT_INVALID)


def days_of(typed: str, today: date) -> tuple[date, date]:
    """Return the first and the last of typed days such as 22.12.-6.1.; raises BREAK_INVALID.

    Without a year the last day is the next one of its date, and the first one comes before it.
    """
    days = DAYS.fullmatch(typed.strip())
    if days is None:
        raise CoachingError(Code.BREAK_INVALID)
    parts = [int(part) if part else None for part in days.groups()]
    first, last = _Typed(*parts[:3]), _Typed(*parts[3:])
    if last.day is None:
        day = first.next_from(today)
        return day, day
    if first.month is None and (first.day or 0) <= last.day:  # 22.-28.12.
        first = _Typed(first.day, last.month, None)
    if last.year is None and first.year is not None:
        begins = first.next_from(today)
        return begins, last.next_from(begins)
    ends = last.next_from(today)
    return first.last_until(ends), ends


def day_of(typed: str) -> date:
    """Return a typed day with its year such as 1.3.2027 or 2027-03-01; raises DATE_INVALID."""
    text = typed.strip()
    if found := ISO_DAY.fullmatch(text):
        year, month, day = found.groups()
    elif found := FULL_DAY.fullmatch(text):
        day, month, year = found.groups()
    else:
        raise CoachingError(Code.DATE_INVALID)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise CoachingError(Code.DATE_INVALID) from None


@dataclass(frozen=True, slots=True)
class _Typed:
    """A date as it was typed, perhaps without a year, or even a month."""

    day: int | None
    month: int | None
    year: int | None

    def next_from(self, day: date) -> date:
        """Return the first such date from a day on; a typed year holds."""
        return _first(each for each in self._around(day) if self.year or each >= day)

    def last_until(self, day: date) -> date:
        """Return the last such date up to a day; a typed year holds."""
        known = [each for each in self._around(day) if self.year or each <= day]
        return _first(reversed(known))

    def _around(self, day: date) -> Iterator[date]:
        years = [day.year + n for n in (-1, 0, 1)]
        for year in (each for each in years if self._year in (None, each)):
            try:
                yield date(year, self.month or 0, self.day or 0)
            except ValueError:  # there is no such day, or only in a leap year
                continue

    @property
    def _year(self) -> int | None:
        return self.year if self.year is None or self.year >= CENTURY else CENTURY + self.year


def _first(days: Iterable[date]) -> date:
    earliest = next(iter(days), None)
    if earliest is None:
        raise CoachingError(Code.BREAK_INVALID)
    return earliest


def _time(hour: str, minute: str | None, code: Code) -> time:
    """Return a time of day; 24 is the midnight at a day's end."""
    try:
        return time(0 if (hour, int(minute or 0)) == ("24", 0) else int(hour), int(minute or 0))
    except ValueError:
        raise CoachingError(code) from None
