"""A lasting shift is found, chance and rounding make none, and nothing is said too early."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.figures import Stretch, stretch
from coaching.rules.run_charts import Trend, trend
from tests.simulations import run_charts as simulation
from tests.simulations.answers import form

OPPOSITE = {Trend.UP: Trend.DOWN, Trend.DOWN: Trend.UP}
CLASSES = st.sampled_from(["10+", "15+", "25+"])
published = st.builds(stretch, st.integers(15, 45), CLASSES)
histories = st.lists(st.none() | published, max_size=40)


def figures(*tenths: int, people: str = "25+") -> list[Stretch]:
    return [stretch(each, people) for each in tenths]


@pytest.mark.parametrize(
    ("points", "found"),
    [
        ([30, 32] * 6, Trend.STEADY),
        ([30, 29, 31, 30, 29, 31, 35, 36, 34, 37, 35, 36], Trend.STEADY),
        ([30, 29, 31, 30, 29, 31, 30, 35, 36, 34, 37, 35, 36, 35, 36], Trend.UP),
        ([35, 36, 34, 37, 35, 36, 35, 36, 30, 29, 31, 30, 29, 31, 30], Trend.DOWN),
        ([30] * 24, Trend.STEADY),
        ([30] * 23 + [45], Trend.STEADY),
        ([30] * 6 + [36] * 14 + [30] * 4, Trend.STEADY),
    ],
    ids=[
        "to and fro",
        "too short to be sure",
        "up",
        "down",
        "always alike",
        "one block",
        "a shift that is over",
    ],
)
def test_known_series(points: list[int], found: Trend) -> None:
    assert trend(figures(*points)) is found


@pytest.mark.parametrize("people", ["10+", "15+", "25+"])
@pytest.mark.parametrize(("one", "other"), [(30, 35), (35, 30), (40, 45), (15, 20), (25, 30)])
@pytest.mark.parametrize("blocks", range(12, 41))
def test_figures_that_change_between_two_steps_are_no_shift(
    people: str, one: int, other: int, blocks: int
) -> None:
    points = ([one, other] * 20)[:blocks]
    assert trend(figures(*points, people=people)) is Trend.STEADY


def test_another_step_alone_is_no_shift() -> None:
    """3.3 is 3.5 where twelve answer, and 3.2 or 3.4 where 24 do."""
    twelve, many = figures(*[35] * 12, people="10+"), figures(*[32, 34] * 6, people="15+")
    assert trend(twelve + many) is trend(many + twelve) is Trend.STEADY


def test_too_early_is_said_only_while_it_is_true() -> None:
    eleven = figures(*[30] * 11)
    assert trend(eleven) is trend([None, *eleven]) is Trend.TOO_EARLY
    assert trend([*eleven, None]) is Trend.TOO_FEW, "twelve blocks, and one of them is hidden"
    assert trend([None] * 24) is trend([]) is Trend.TOO_FEW, "there may never be a figure"
    assert trend([*eleven, None, *figures(30)]) is Trend.STEADY


@given(histories)
def test_something_is_judged_from_twelve_figures_on(points: list[Stretch | None]) -> None:
    enough = sum(point is not None for point in points) >= 12
    assert (trend(points) not in (Trend.TOO_EARLY, Trend.TOO_FEW)) == enough


@given(histories)
def test_the_scale_turned_over_turns_the_verdict_over(points: list[Stretch | None]) -> None:
    over = [point and Stretch(600 - point.high, 600 - point.low) for point in points]
    there = trend(points)
    assert trend(over) is OPPOSITE.get(there, there)


@given(histories, st.integers(0, 40))
def test_hidden_blocks_between_change_no_verdict(points: list[Stretch | None], at: int) -> None:
    there = trend(points)
    if there not in (Trend.TOO_EARLY, Trend.TOO_FEW):
        assert trend([*points[:at], None, *points[at:]]) is there


@pytest.mark.parametrize("plan", simulation.PLANS)
def test_at_most_one_unchanged_series_in_twenty_ever_shows_a_shift(plan: str) -> None:
    """Whatever the mean, the spread, the number of answers and the steps, mixed ones too."""
    alarms = simulation.false_alarms(simulation.PLANS[plan], 60)
    assert len(alarms) >= 20
    assert max(alarms.values()) <= 0.05 + 2.6 * (0.05 * 0.95 / 60) ** 0.5, "2.6: one in 200"
    assert sum(alarms.values()) / len(alarms) <= 0.02


def test_what_is_left_to_find_it_with() -> None:
    plans = simulation.PLANS
    assert simulation.power(plans["12"], 3.3, 4.1, 0.85, 100) == pytest.approx(1, abs=0.05)
    assert simulation.power(plans["22"], 3.3, 2.8, 0.85, 100) == pytest.approx(0.9, abs=0.1)
    assert simulation.power(plans["30"], 3.3, 3.8, 1.3, 100) == pytest.approx(0.85, abs=0.12)


def test_the_rules_taken_over_from_exact_values_saw_shifts_everywhere() -> None:
    """Why they are gone: the same series, judged by runs and crossings of the median."""
    lot = random.Random(5)
    of = form(3.3, 0.85)
    assert of is not None
    plan = simulation.PLANS["18"]
    runs = list(simulation.series(lot, [of] * simulation.BLOCKS, plan, 100))
    assert sum(simulation.signals(each, simulation.anhoej) for each in runs) > 30
    assert sum(simulation.signals(each, simulation.ours) for each in runs) <= 5
