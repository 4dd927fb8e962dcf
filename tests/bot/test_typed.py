"""Times, shifts and days as people type them."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.typed import day_of, days_of, shift_of, time_of
from coaching.errors import CoachingError, Code
from tests.refusal import refused

TODAY = date(2026, 12, 1)
MINUTES = st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0))


@pytest.mark.parametrize("typed", ["9:15", "9.15", "09:15", "915", "0915", " 9 . 15 ", "9,15"])
def test_a_time_is_read_however_it_is_written(typed: str) -> None:
    assert time_of(typed) == time(9, 15)


@pytest.mark.parametrize("typed", ["25", "24:01", "9:60", "nine", "", "9:1", "-9", "9:15 pm"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with refused(Code.TIME_INVALID):
        time_of(typed)


@pytest.mark.parametrize(
    ("typed", "shift"),
    [
        ("7-15", (time(7), time(15))),
        ("7–15", (time(7), time(15))),
        ("07.00 - 15.00", (time(7), time(15))),
        ("21.30-7", (time(21, 30), time(7))),
        ("21:30—07:15", (time(21, 30), time(7, 15))),
        ("0700-1500", (time(7), time(15))),
        ("16-24", (time(16), time(0))),
        ("0-8", (time(0), time(8))),
    ],
)
def test_a_shift_is_read_as_on_a_rota(typed: str, shift: tuple[time, time]) -> None:
    assert shift_of(typed) == shift


@pytest.mark.parametrize("typed", ["7", "7-", "7-25", "7 15", "off", "", "7-15-22"])
def test_what_is_no_shift_is_refused(typed: str) -> None:
    with refused(Code.SHIFT_INVALID):
        shift_of(typed)


@given(MINUTES, MINUTES)
def test_every_shift_comes_back_as_it_was_written(begins: time, ends: time) -> None:
    assert shift_of(f"{begins:%H:%M}-{ends:%H.%M}") == (begins, ends)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("22.12.-6.1.", date(2026, 12, 22), date(2027, 1, 6)),
        ("22.12.–6.1.2027", date(2026, 12, 22), date(2027, 1, 6)),
        ("22.12.2026 – 6.1.2027", date(2026, 12, 22), date(2027, 1, 6)),
        ("22.12.26-6.1.27", date(2026, 12, 22), date(2027, 1, 6)),
        ("22.12.2026-6.1.", date(2026, 12, 22), date(2027, 1, 6)),
        ("22/12-6/1", date(2026, 12, 22), date(2027, 1, 6)),
        ("22.12-6.1", date(2026, 12, 22), date(2027, 1, 6)),
        ("22. 12. - 6. 1.", date(2026, 12, 22), date(2027, 1, 6)),
        ("22.-28.12.", date(2026, 12, 22), date(2026, 12, 28)),
        ("22-28.12.2026", date(2026, 12, 22), date(2026, 12, 28)),
        ("22.12.", date(2026, 12, 22), date(2026, 12, 22)),
        ("1.12.", TODAY, TODAY),
        ("30.11.", date(2027, 11, 30), date(2027, 11, 30)),
        ("25.11.-5.12.", date(2026, 11, 25), date(2026, 12, 5)),
    ],
)
def test_days_are_the_next_ones_of_their_dates(typed: str, first: date, last: date) -> None:
    assert days_of(typed, TODAY) == (first, last)


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "22", "22.", "31.2.", "0.1.", "1.13.", "28.-3.1.", "7-15", "1.1.9999", "29.2."],
)
def test_what_names_no_day_is_refused(typed: str) -> None:
    with refused(Code.BREAK_INVALID):
        days_of(typed, TODAY)


@given(st.dates(TODAY, TODAY + timedelta(days=300)), st.integers(0, 60))
def test_a_break_comes_back_as_it_was_written_with_or_without_years(first: date, n: int) -> None:
    last = first + timedelta(days=n)
    for form in ("{0.day}.{0.month}.-{1.day}.{1.month}.", "{0:%d.%m.%Y}–{1:%d.%m.%Y}"):
        assert days_of(form.format(first, last), TODAY) == (first, last)


@given(st.text(max_size=20), st.dates(date(2020, 1, 1), date(2100, 1, 1)))
def test_anything_else_is_refused_in_words(typed: str, today: date) -> None:
    for read in (time_of, shift_of, lambda text: days_of(text, today)):
        try:
            read(typed)
        except CoachingError:
            continue


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1.3.2027", date(2027, 3, 1)),
        (" 01/03/2027 ", date(2027, 3, 1)),
        ("2027-03-01", date(2027, 3, 1)),
        ("30.2.2027", None),
        ("1.3.", None),
        ("1.3.2027 or so", None),
    ],
)
def test_a_typed_day_has_its_year(typed: str, day: date | None) -> None:
    if day is None:
        with refused(Code.DATE_INVALID):
            day_of(typed)
    else:
        assert day_of(typed) == day
