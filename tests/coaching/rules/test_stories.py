"""When a story comes and which one, when an author may tell another, and when HR sees it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.choosing import Past
from coaching.rules.formats import Outcome
from coaching.rules.instrument import Dimension
from coaching.rules.stories import AFTER, BETWEEN, MOST, bundle_of, chosen, may_come, welcome_from

MONDAY = date(2026, 1, 12)
A_DAY = timedelta(days=1)


def past(number: int, last: Outcome | None = Outcome.DONE) -> list[Past]:
    outcomes = [*[Outcome.DONE] * (number - 1), last]
    return [
        Past(f"d1-try-{n}", Dimension.LISTENING, outcome, MONDAY - A_DAY)
        for n, outcome in enumerate(outcomes[:number], 1)
    ]


def test_newcomers_get_no_story_yet() -> None:
    assert [may_come(past(n), None, MONDAY) for n in range(AFTER)] == [False] * AFTER
    assert may_come(past(AFTER), None, MONDAY)


def test_a_story_comes_at_most_every_four_weeks() -> None:
    for days in range(60):
        came = may_come(past(9), MONDAY, MONDAY + days * A_DAY)
        assert came == (days >= 28)
    assert timedelta(days=28) == BETWEEN


def test_the_lighter_prompt_that_was_promised_goes_before_it_and_so_does_a_series() -> None:
    assert not may_come(past(9, Outcome.TOO_MUCH), None, MONDAY)
    assert not may_come(past(9), None, MONDAY, in_series=True)
    assert may_come(past(9, None), None, MONDAY)


def test_readers_get_the_same_stories_in_different_orders() -> None:
    stories = list(range(1, 30))
    first = {chosen(stories, str(reader)) for reader in range(200)}
    assert len(first) > 20
    assert chosen([], "1") is None


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_hr_sees_a_story_from_the_monday_after_with_all_of_its_week(day: date) -> None:
    monday = bundle_of(day)
    assert monday.weekday() == 0
    assert day < monday <= day + 7 * A_DAY
    assert {bundle_of(monday - n * A_DAY) for n in range(1, 8)} == {monday}


@given(st.lists(st.integers(0, 200), max_size=30))
def test_nobody_hands_in_more_than_two_in_any_four_weeks(tries: list[int]) -> None:
    bundles: list[date] = []
    for day in sorted(tries):
        today = MONDAY + day * A_DAY
        again = welcome_from(bundles, today)
        if again is None:
            bundles.append(bundle_of(today))
        else:
            assert today < again <= today + 28 * A_DAY
            assert welcome_from(bundles, again) is None, "the day that is told is right"
            assert welcome_from(bundles, again - A_DAY) is not None, "and no day too late"
    for first in bundles:
        within = [each for each in bundles if first <= each < first + timedelta(days=28)]
        assert len(within) <= MOST
