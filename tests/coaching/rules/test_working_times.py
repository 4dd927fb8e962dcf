from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.calendar import Weekday
from coaching.rules.working_times import (
    OUTER_HOURS,
    DayOff,
    Hours,
    Shift,
    Span,
    WorkingTime,
    span_on,
)

HELSINKI, APIA = ZoneInfo("Europe/Helsinki"), ZoneInfo("Pacific/Apia")
TUESDAY = date(2026, 1, 13)
FOUR_HOURS = timedelta(hours=4)
OFFICE = WorkingTime(HELSINKI)
ZONES = [HELSINKI, APIA, ZoneInfo("America/St_Johns"), ZoneInfo("Australia/Lord_Howe")]

times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
days = st.dates(date(2026, 1, 1), date(2030, 12, 31))
windows = st.integers(15, 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


@st.composite
def spans_of_hours(draw: st.DrawFn) -> Hours:
    edges = draw(st.lists(times, min_size=2, max_size=2, unique=True).map(sorted))
    return Hours(*edges)


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 1, day, hour, minute, tzinfo=UTC)


def test_on_a_working_day_it_is_due_at_the_local_time_for_its_window() -> None:
    found = span_on(OFFICE, TUESDAY, time(9, 30), FOUR_HOURS)
    assert found == Span(utc(13, 7, 30), utc(13, 11, 30))


def test_a_window_ends_with_the_hours() -> None:
    found = span_on(OFFICE, TUESDAY, time(16, 0), FOUR_HOURS)
    assert found == Span(utc(13, 14), utc(13, 15))


def test_before_the_hours_it_waits_for_them_and_after_them_it_is_left_out() -> None:
    narrow = WorkingTime(HELSINKI, hours=Hours(time(10, 0), time(12, 0)))
    assert span_on(narrow, TUESDAY, time(8, 0), FOUR_HOURS) == Span(utc(13, 8), utc(13, 10))
    assert span_on(narrow, TUESDAY, time(12, 0), FOUR_HOURS) is DayOff.QUIET_HOURS


def test_without_common_hours_nothing_is_sent() -> None:
    nowhere = WorkingTime(HELSINKI, hours=None)
    assert span_on(nowhere, TUESDAY, time(9, 0), FOUR_HOURS) is DayOff.QUIET_HOURS


def test_holidays_and_weekends_are_left_out() -> None:
    closed = WorkingTime(HELSINKI, holidays=frozenset({TUESDAY}))
    saturday = TUESDAY + timedelta(days=4)
    assert span_on(closed, TUESDAY, time(9, 0), FOUR_HOURS) is DayOff.HOLIDAY
    assert span_on(OFFICE, saturday, time(9, 0), FOUR_HOURS) is DayOff.NOT_A_WORKING_DAY


def test_a_date_that_a_zone_skips_is_no_working_day() -> None:
    skipped = date(2011, 12, 30)  # a Friday that Samoa never had
    apia = WorkingTime(APIA, frozenset(Weekday))
    assert span_on(apia, skipped, time(9, 0), FOUR_HOURS) is DayOff.NOT_A_WORKING_DAY


NIGHT = Shift(utc(13, 19), utc(14, 5))
IN_SHIFTS = WorkingTime(HELSINKI, in_shifts=True)


@pytest.mark.parametrize(
    ("shift", "at", "expected"),
    [
        (Shift(utc(13, 5), utc(13, 13)), time(9, 30), Span(utc(13, 7, 30), utc(13, 11, 30))),
        (Shift(utc(13, 12), utc(13, 20)), time(9, 30), Span(utc(13, 12), utc(13, 16))),
        (NIGHT, time(9, 30), Span(utc(13, 19), utc(13, 23))),
        (Shift(utc(13, 5), utc(13, 7)), time(9, 30), DayOff.OFF_SHIFT),
        (Shift(utc(13, 5), utc(13, 9)), time(9, 30), Span(utc(13, 7, 30), utc(13, 9))),
    ],
)
def test_in_shifts_it_comes_inside_the_own_shift_only(
    shift: Shift, at: time, expected: Span | DayOff
) -> None:
    assert span_on(IN_SHIFTS, TUESDAY, at, FOUR_HOURS, [shift]) == expected


def test_without_a_shift_nothing_is_sent_and_weekends_are_like_other_days() -> None:
    saturday = TUESDAY + timedelta(days=4)
    shift = Shift(utc(17, 5), utc(17, 13))
    assert span_on(IN_SHIFTS, TUESDAY, time(9, 0), FOUR_HOURS) is DayOff.OFF_SHIFT
    assert isinstance(span_on(IN_SHIFTS, saturday, time(9, 0), FOUR_HOURS, [shift]), Span)


@given(day=days, at=times, window=windows, inner=spans_of_hours(), zone=st.sampled_from(ZONES))
def test_nobody_is_ever_written_to_outside_the_hours(
    day: date, at: time, window: timedelta, inner: Hours, zone: ZoneInfo
) -> None:
    working = WorkingTime(zone, hours=inner.within(OUTER_HOURS))
    found = span_on(working, day, at, window)
    if isinstance(found, Span):
        local = [moment.astimezone(zone) for moment in (found.due, found.useful_until)]
        assert {moment.date() for moment in local} == {day}
        assert local[0].time() >= max(inner.opens, OUTER_HOURS.opens)
        assert local[1].time() <= min(inner.closes, OUTER_HOURS.closes)
        assert timedelta(0) < found.useful_until - found.due <= window


@given(inner=spans_of_hours(), outer=spans_of_hours())
def test_narrowing_never_widens(inner: Hours, outer: Hours) -> None:
    both = inner.within(outer)
    for hour in range(24):
        at = time(hour)
        inside = both is not None and both.includes(at)
        assert inside == (inner.includes(at) and outer.includes(at))


def test_working_days_are_counted_after_a_day_up_to_another() -> None:
    wednesday = date(2026, 1, 14)
    friday, monday = wednesday + timedelta(days=2), wednesday + timedelta(days=5)
    assert OFFICE.working_days(wednesday, wednesday) == 0
    assert OFFICE.working_days(wednesday, friday) == 2
    assert OFFICE.working_days(wednesday, monday) == 3
    closed = WorkingTime(HELSINKI, holidays=frozenset({friday}))
    assert closed.working_days(wednesday, friday) == 1
    assert OFFICE.day_after(wednesday, 0) == wednesday
    assert OFFICE.day_after(wednesday, 2) == friday
    assert OFFICE.day_after(friday, 1) == monday
    assert closed.day_after(wednesday, 2) == monday


def test_hours_open_before_they_close() -> None:
    with pytest.raises(ValueError, match="open before they close"):
        Hours(time(9), time(9))
