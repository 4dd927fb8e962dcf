from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.programme import (
    CyclePosition,
    block_begins,
    monday_of,
    position,
    week_bounds,
    week_of,
)

HELSINKI = ZoneInfo("Europe/Helsinki")
START = date(2026, 1, 5)
TEN_YEARS = 10 * 53

starts = st.integers(0, 1000).map(lambda weeks: date(2020, 1, 6) + timedelta(weeks=weeks))
zones = st.sampled_from(
    [ZoneInfo(key) for key in ("Europe/Helsinki", "America/Nuuk", "Asia/Beirut", "UTC")]
)


def test_weeks_count_from_zero() -> None:
    assert week_of(START, START) == 0
    assert week_of(START, date(2026, 1, 11)) == 0
    assert week_of(START, date(2026, 1, 12)) == 1


def test_the_year_of_53_weeks_neither_skips_nor_repeats_a_week() -> None:
    last_days = [date(2026, 12, 27), date(2026, 12, 28), date(2027, 1, 3), date(2027, 1, 4)]
    assert [day.isocalendar().week for day in last_days] == [52, 53, 53, 1]
    assert [week_of(START, day) for day in last_days] == [50, 51, 51, 52]


def test_nothing_is_before_the_start_and_the_start_is_a_monday() -> None:
    with pytest.raises(ValueError, match="before the start"):
        week_of(START, START - timedelta(days=1))
    with pytest.raises(ValueError, match="Monday"):
        week_of(date(2026, 1, 6), date(2026, 1, 7))
    with pytest.raises(ValueError, match="Monday"):
        monday_of(date(2026, 1, 6), 0)
    with pytest.raises(ValueError, match="from 0"):
        monday_of(START, -1)
    with pytest.raises(ValueError, match="from 0"):
        position(-1)


@given(starts, st.integers(0, 5000))
def test_a_day_lies_in_the_week_that_begins_on_its_monday(start: date, days: int) -> None:
    day = start + timedelta(days=days)
    monday = monday_of(start, week_of(start, day))
    assert monday.weekday() == 0
    assert timedelta(0) <= day - monday < timedelta(weeks=1)


@pytest.mark.parametrize(
    ("week", "begin", "end", "hours"),
    [
        (0, datetime(2026, 1, 4, 22, tzinfo=UTC), datetime(2026, 1, 11, 22, tzinfo=UTC), 168),
        (11, datetime(2026, 3, 22, 22, tzinfo=UTC), datetime(2026, 3, 29, 21, tzinfo=UTC), 167),
        (41, datetime(2026, 10, 18, 21, tzinfo=UTC), datetime(2026, 10, 25, 22, tzinfo=UTC), 169),
    ],
)
def test_a_week_runs_from_midnight_to_midnight_over_clock_changes(
    week: int, begin: datetime, end: datetime, hours: int
) -> None:
    assert week_bounds(START, week, HELSINKI) == (begin, end)
    assert end - begin == timedelta(hours=hours)


@given(starts, st.integers(0, 300), zones)
def test_one_week_ends_where_the_next_begins(start: date, week: int, zone: ZoneInfo) -> None:
    (begin, end), (next_begin, _) = (
        week_bounds(start, week, zone),
        week_bounds(start, week + 1, zone),
    )
    assert end == next_begin
    assert begin.astimezone(zone).date() == monday_of(start, week)
    last_moment = (end - timedelta(microseconds=1)).astimezone(zone)
    assert week_of(start, last_moment.date()) == week


@pytest.mark.parametrize(
    ("week", "expected"),
    [
        (0, CyclePosition(0, 0, 1, rest=False)),
        (3, CyclePosition(0, 0, 4, rest=False)),
        (4, CyclePosition(0, 1, 1, rest=False)),
        (11, CyclePosition(0, 2, 4, rest=False)),
        (12, CyclePosition(0, None, None, rest=True)),
        (13, CyclePosition(1, 3, 1, rest=False)),
        (24, CyclePosition(1, 5, 4, rest=False)),
        (25, CyclePosition(1, None, None, rest=True)),
    ],
)
def test_three_blocks_and_a_rest_week_make_a_cycle(week: int, expected: CyclePosition) -> None:
    assert position(week) == expected


def test_ten_years_have_no_gap_and_no_double_block() -> None:
    positions = [position(week) for week in range(TEN_YEARS)]
    working = [(p.block, p.week_of_block) for p in positions if not p.rest]
    assert working == [(n // 4, n % 4 + 1) for n in range(len(working))]
    rests = [week for week, p in enumerate(positions) if p.rest]
    assert rests[0] == 12
    assert all(later - earlier == 13 for earlier, later in pairwise(rests))
    assert [p.cycle for p in positions] == [week // 13 for week in range(TEN_YEARS)]


def test_a_block_begins_every_fourth_week_and_a_rest_week_stands_for_itself() -> None:
    begins = [block_begins(week) for week in range(15)]
    assert begins == [0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12, 13, 13]
