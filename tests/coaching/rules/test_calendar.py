from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.calendar import (
    Occurrence,
    Recurrence,
    Weekday,
    instant,
    occurrences,
)

HELSINKI = ZoneInfo("Europe/Helsinki")
APIA = ZoneInfo("Pacific/Apia")
NUUK = ZoneInfo("America/Nuuk")
MONDAY = date(2026, 1, 5)
WORKDAYS = frozenset(Weekday) - {Weekday.SAT, Weekday.SUN}


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]


def daily(at: time, first: date | None = None, last: date | None = None) -> Recurrence:
    return Recurrence(frozenset(Weekday), at, anchor=MONDAY, first=first, last=last)


def following(recurrence: Recurrence, zone: ZoneInfo, after: datetime) -> Occurrence | None:
    return next(occurrences(recurrence, zone, after), None)


def test_weekdays_are_known_by_name() -> None:
    assert [Weekday.of(MONDAY + timedelta(days=n)) for n in range(7)] == list(Weekday)


@pytest.mark.parametrize(
    ("day", "at", "due"),
    [
        (date(2026, 1, 15), time(9, 0), utc(2026, 1, 15, 7, 0)),
        (date(2026, 7, 15), time(9, 0), utc(2026, 7, 15, 6, 0)),
        (date(2026, 3, 29), time(2, 59), utc(2026, 3, 29, 0, 59)),
        (date(2026, 3, 29), time(3, 0), utc(2026, 3, 29, 1, 0)),
        (date(2026, 3, 29), time(3, 45), utc(2026, 3, 29, 1, 0)),
        (date(2026, 3, 29), time(4, 0), utc(2026, 3, 29, 1, 0)),
        (date(2026, 3, 29), time(4, 1), utc(2026, 3, 29, 1, 1)),
        (date(2026, 10, 25), time(3, 30), utc(2026, 10, 25, 0, 30)),
        (date(2026, 10, 25), time(4, 0), utc(2026, 10, 25, 2, 0)),
    ],
)
def test_helsinki_keeps_its_local_time_over_both_changes(
    day: date, at: time, due: datetime
) -> None:
    assert instant(day, at, HELSINKI) == due


def test_a_repeated_time_is_the_first_one_even_when_asked_for_the_second() -> None:
    second = time(3, 30, fold=1)
    assert instant(date(2026, 10, 25), second, HELSINKI) == utc(2026, 10, 25, 0, 30)


def test_after_a_gap_across_midnight_yesterday_is_due_today() -> None:
    saturday_night = daily(time(23, 30), first=date(2026, 3, 27), last=date(2026, 3, 30))
    assert list(occurrences(saturday_night, NUUK, utc(2026, 3, 29, 0, 59))) == [
        Occurrence(date(2026, 3, 28), utc(2026, 3, 29, 1, 0)),
        Occurrence(date(2026, 3, 29), utc(2026, 3, 30, 0, 30)),
        Occurrence(date(2026, 3, 30), utc(2026, 3, 31, 0, 30)),
    ]
    assert following(saturday_night, NUUK, utc(2026, 3, 29, 1, 0)) == Occurrence(
        date(2026, 3, 29), utc(2026, 3, 30, 0, 30)
    )


@pytest.mark.parametrize("at", [time(0, 0), time(8, 0), time(23, 59)])
def test_a_day_that_the_zone_skipped_has_no_occurrence(at: time) -> None:
    around = daily(at, first=date(2011, 12, 28), last=date(2012, 1, 1))
    found = list(occurrences(around, APIA, utc(2011, 12, 1)))
    assert [occurrence.day for occurrence in found] == [
        date(2011, 12, 28),
        date(2011, 12, 29),
        date(2011, 12, 31),
        date(2012, 1, 1),
    ]
    assert all(o.due.astimezone(APIA).date() == o.day for o in found)


def test_a_time_on_a_skipped_day_is_the_first_instant_after_it() -> None:
    assert instant(date(2011, 12, 30), time(8, 0), APIA) == utc(2011, 12, 30, 10, 0)


def test_only_the_chosen_weekdays_of_every_second_week() -> None:
    recurrence = Recurrence(
        frozenset({Weekday.TUE, Weekday.FRI}), time(9, 0), every_weeks=2, anchor=MONDAY
    )
    found = islice(occurrences(recurrence, HELSINKI, utc(2026, 1, 5)), 5)
    assert [occurrence.day for occurrence in found] == [
        date(2026, 1, 6),
        date(2026, 1, 9),
        date(2026, 1, 20),
        date(2026, 1, 23),
        date(2026, 2, 3),
    ]


def test_what_is_due_now_is_not_after_now() -> None:
    every_day = daily(time(9, 0))
    due = instant(date(2026, 5, 4), time(9, 0), HELSINKI)
    assert following(every_day, HELSINKI, due - timedelta(microseconds=1)) == Occurrence(
        date(2026, 5, 4), due
    )
    assert following(every_day, HELSINKI, due) == Occurrence(
        date(2026, 5, 5), due + timedelta(days=1)
    )


def test_first_and_last_are_included_and_then_it_ends() -> None:
    bounded = daily(time(9, 0), first=date(2026, 5, 4), last=date(2026, 5, 6))
    found = list(occurrences(bounded, HELSINKI, utc(2026, 1, 1)))
    assert [occurrence.day.day for occurrence in found] == [4, 5, 6]
    assert following(bounded, HELSINKI, found[-1].due) is None


def test_weeks_are_counted_back_from_a_later_anchor_too() -> None:
    recurrence = Recurrence(frozenset({Weekday.MON}), time(9), every_weeks=3, anchor=MONDAY)
    found = following(recurrence, HELSINKI, utc(2025, 12, 1, 12))
    assert found is not None
    assert found.day == MONDAY - timedelta(weeks=3)


@pytest.mark.parametrize(
    ("weekdays", "at", "every_weeks", "anchor"),
    [
        (frozenset[Weekday](), time(9), 1, MONDAY),
        (WORKDAYS, time(9), 0, MONDAY),
        (WORKDAYS, time(9), 53, MONDAY),
        (WORKDAYS, time(9, 0, 1), 1, MONDAY),
        (WORKDAYS, time(9, 0, 0, 1), 1, MONDAY),
        (WORKDAYS, time(9, tzinfo=UTC), 1, MONDAY),
        (WORKDAYS, time(9), 1, date(2026, 1, 6)),
    ],
)
def test_a_recurrence_that_makes_no_sense_is_refused(
    weekdays: frozenset[Weekday], at: time, every_weeks: int, anchor: date
) -> None:
    with pytest.raises(ValueError, match=r"recurrence"):
        Recurrence(weekdays, at, every_weeks=every_weeks, anchor=anchor)


recurrences = st.builds(
    Recurrence,
    st.frozensets(st.sampled_from(Weekday), min_size=1),
    st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    every_weeks=st.integers(1, 8),
    anchor=st.integers(-200, 200).map(lambda weeks: MONDAY + timedelta(weeks=weeks)),
)
moments = st.integers(0, 18 * 365 * 24 * 60).map(lambda n: utc(2011, 12, 1) + timedelta(minutes=n))
zones = st.sampled_from([HELSINKI, APIA, NUUK, ZoneInfo("Africa/Casablanca")])


@given(recurrences, zones, moments)
def test_occurrences_are_in_order_on_their_days_and_resume_where_they_were(
    recurrence: Recurrence, zone: ZoneInfo, after: datetime
) -> None:
    found = list(islice(occurrences(recurrence, zone, after), 20))
    instants = [after, *(occurrence.due for occurrence in found)]
    assert all(earlier < later for earlier, later in pairwise(instants))
    for occurrence in found:
        monday = occurrence.day - timedelta(days=occurrence.day.weekday())
        assert Weekday.of(occurrence.day) in recurrence.weekdays
        assert (monday - recurrence.anchor).days % (7 * recurrence.every_weeks) == 0
    assert following(recurrence, zone, found[9].due) == found[10]
