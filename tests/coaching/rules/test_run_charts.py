"""Run rules: a lasting shift is found, chance is not, and nothing is said too early.

Run as a program, it prints how often a shift is found from exact means and from published figures.
"""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.confidentiality import mean_of, rounded
from coaching.rules.run_charts import Trend, fewest_crossings, longest_by_chance, moved, trend

figures = st.lists(st.integers(15, 45), max_size=40)
OPPOSITE = {Trend.UP: Trend.DOWN, Trend.DOWN: Trend.UP}


@pytest.mark.parametrize(
    ("useful", "run", "crossings"),
    [(10, 6, 2), (12, 7, 3), (15, 7, 4), (20, 7, 6), (24, 8, 8)],
)
def test_the_limits_are_those_of_the_published_table(
    useful: int, run: int, crossings: int
) -> None:
    assert (longest_by_chance(useful), fewest_crossings(useful)) == (run, crossings)


@pytest.mark.parametrize(
    ("points", "found"),
    [
        ([30, 32] * 6, Trend.STEADY),
        ([30, 29, 31, 30, 29, 31, 35, 36, 34, 37, 35, 36], Trend.UP),
        ([35, 36, 34, 37, 35, 36, 30, 29, 31, 30, 29, 31], Trend.DOWN),
        ([30, 29, 31, 30, 29, 31, 35, 36, 34, 37, 35], Trend.TOO_EARLY),
        ([30] * 11 + [35], Trend.TOO_EARLY),
        ([30, 29, 31, 35, 36, 34, 37, 35, 36, 35, 36, 34, 29, 30, 28], Trend.STEADY),
    ],
    ids=["to and fro", "up", "down", "eleven blocks", "always alike", "a shift that is over"],
)
def test_known_series(points: list[int], found: Trend) -> None:
    assert trend(points) is found


@given(figures)
def test_nothing_is_said_before_twelve_blocks(points: list[int]) -> None:
    if len(points) < 12:
        assert trend(points) is Trend.TOO_EARLY


@given(figures)
def test_the_scale_turned_over_turns_the_verdict_over(points: list[int]) -> None:
    there = trend(points)
    assert trend([60 - point for point in points]) is OPPOSITE.get(there, there)


def test_chance_is_hardly_ever_called_a_shift() -> None:
    lot = random.Random(3)
    series = [[round(lot.gauss(35, 2.5)) for _ in range(24)] for _ in range(2_000)]
    called = sum(trend(points) in OPPOSITE for points in series)
    assert called < 0.03 * len(series)


def test_a_clear_shift_is_mostly_found() -> None:
    lot = random.Random(4)
    found = sum(
        trend([round(lot.gauss(mean, 1.5)) for mean in [33] * 8 + [38] * 8]) is Trend.UP
        for _ in range(500)
    )
    assert found > 400


@pytest.mark.parametrize(
    ("bands", "now"),
    [
        (["a", "b", "b"], "b"),
        (["b", "a", "b"], None),
        (["a", "a", "b"], None),
        (["b", "b", "b"], None),
        ([None, "b", "b"], None),
        (["a", None, "b"], None),
        (["b", "b"], None),
    ],
)
def test_a_band_has_changed_once_two_blocks_agree(
    bands: list[str | None], now: str | None
) -> None:
    assert moved(bands) == now


def shares_found(people: int, shift: float, runs: int = 400) -> tuple[float, float]:
    """Return how often a shift after ten of twenty blocks is found: from means, from figures."""
    lot = random.Random(f"{people} {shift}")
    exact = published = 0
    for _ in range(runs):
        means = [block(lot, 3.3 + shift * (n >= 10), people) for n in range(20)]
        tenths = [int(rounded(mean, people) * 10) for mean in means]
        exact += trend([int(mean * 1000) for mean in means]) is Trend.UP
        published += trend(tenths) is Trend.UP
    return exact / runs, published / runs


def block(lot: random.Random, level: float, people: int) -> Fraction:
    return mean_of([min(max(round(lot.gauss(level, 0.85)), 1), 5) for _ in range(people)])


def test_published_figures_find_nearly_as_much_as_exact_means() -> None:
    exact, published = shares_found(25, 0.5, runs=100)
    assert published > exact - 0.1
    assert shares_found(45, 0.0, runs=100)[1] < 0.05


if __name__ == "__main__":
    for people in (12, 25, 45):
        for shift in (0.0, 0.3, 0.5):
            print(people, shift, *shares_found(people, shift))  # noqa: T201 - what was asked for
