"""Weeks, blocks and cycles of the programme, counted from its first Monday, never by ISO week."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from coaching.rules.calendar import Weekday, instant

WEEKS_IN_BLOCK = 4
BLOCKS_IN_CYCLE = 3
WEEKS_IN_CYCLE = BLOCKS_IN_CYCLE * WEEKS_IN_BLOCK + 1


@dataclass(frozen=True, slots=True)
class CyclePosition:
    """Where a week stands: cycle and block run on from 0, the week of the block from 1 to 4."""

    cycle: int
    block: int | None
    week_of_block: int | None
    rest: bool


def week_of(start: date, day: date) -> int:
    """Return the programme week (0-based) in which a day lies."""
    _check_start(start)
    if day < start:
        raise ValueError("the day is before the start of the programme")
    return (day - start).days // 7


def monday_of(start: date, week: int) -> date:
    """Return the first day of a programme week."""
    _check_start(start)
    _check_week(week)
    return start + timedelta(weeks=week)


def week_bounds(start: date, week: int, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the week's first instant and the next week's first instant, in UTC."""
    monday = monday_of(start, week)
    next_monday = monday + timedelta(weeks=1)
    return instant(monday, time.min, zone), instant(next_monday, time.min, zone)


def position(week: int) -> CyclePosition:
    """Return where a programme week stands: three blocks of four weeks, then one rest week."""
    _check_week(week)
    cycle, week_of_cycle = divmod(week, WEEKS_IN_CYCLE)
    block_of_cycle, week_of_block = divmod(week_of_cycle, WEEKS_IN_BLOCK)
    if block_of_cycle == BLOCKS_IN_CYCLE:
        return CyclePosition(cycle, block=None, week_of_block=None, rest=True)
    block = cycle * BLOCKS_IN_CYCLE + block_of_cycle
    return CyclePosition(cycle, block, week_of_block + 1, rest=False)


def block_begins(week: int) -> int:
    """Return the first week of the block in which a week lies; a rest week stands for itself."""
    return week - (position(week).week_of_block or 1) + 1


def last_week_of(block: int) -> int:
    """Return the last week of a block."""
    cycle, block_of_cycle = divmod(block, BLOCKS_IN_CYCLE)
    return cycle * WEEKS_IN_CYCLE + (block_of_cycle + 1) * WEEKS_IN_BLOCK - 1


def _check_start(start: date) -> None:
    if Weekday.of(start) is not Weekday.MON:
        raise ValueError("a programme starts on a Monday")


def _check_week(week: int) -> None:
    if week < 0:
        raise ValueError("programme weeks are counted from 0")
