"""What a published figure stands for: tried for every sum of answers that there can be."""

from collections.abc import Iterator
from fractions import Fraction

import pytest

from coaching.rules.confidentiality import (
    STEPS,
    Band,
    band_of,
    count_class,
    least_of_class,
    rounded,
)
from coaching.rules.figures import STEPS as OF_CLASS
from coaching.rules.figures import bands_of, stretch, uncertainty
from tests.simulations import figures as simulation

NUMBERS = (*range(10, 46), 60, 85)


def means(answers: int) -> Iterator[Fraction]:
    return (Fraction(total, answers) for total in range(answers, 5 * answers + 1))


def tenths(mean: Fraction, answers: int) -> int:
    return int(rounded(mean, answers) * 10)


@pytest.mark.parametrize("answers", NUMBERS)
def test_every_mean_lies_in_the_stretch_of_its_figure(answers: int) -> None:
    for mean in means(answers):
        stands_for = stretch(tenths(mean, answers), count_class(answers))
        assert stands_for.low <= 100 * mean < stands_for.high or mean == 5


@pytest.mark.parametrize("answers", NUMBERS)
def test_the_band_of_the_mean_is_always_among_those_named(answers: int) -> None:
    for mean in means(answers):
        named = bands_of(stretch(tenths(mean, answers), count_class(answers)))
        assert band_of(mean) in named
        assert len(named) <= 2


@pytest.mark.parametrize("answers", range(10, 20))
def test_two_bands_are_named_only_where_the_step_straddles(answers: int) -> None:
    named: dict[int, set[Band]] = {}
    for mean in (Fraction(n, 1000) for n in range(1000, 5001)):
        named.setdefault(tenths(mean, answers), set()).add(band_of(mean))
    for figure, bands in named.items():
        assert set(bands_of(stretch(figure, count_class(answers)))) == bands


@pytest.mark.parametrize("answers", [9, 12, 22])
def test_three_point_three_is_under_way_with_any_number_of_people(answers: int) -> None:
    mean = Fraction(33, 10)
    if answers == 9:
        assert band_of(mean) is Band.UNDER_WAY
    else:
        named = bands_of(stretch(tenths(mean, answers), count_class(answers)))
        assert Band.UNDER_WAY in named


def test_the_bands_follow_from_the_figure_and_its_class_alone() -> None:
    """Nothing else is learnt: whatever is shown alike is said alike."""
    said: dict[tuple[int, str], set[tuple[Band, ...]]] = {}
    for answers in NUMBERS:
        for mean in means(answers):
            shown = tenths(mean, answers), count_class(answers)
            said.setdefault(shown, set()).add(tuple(bands_of(stretch(*shown))))
    assert {len(bands) for bands in said.values()} == {1}


def test_the_steps_of_a_class_are_those_that_figures_are_rounded_to() -> None:
    found: dict[int, set[int]] = {}
    for answers in range(10, 100):
        step = next(step for least, step in STEPS if answers >= least)
        found.setdefault(least_of_class(count_class(answers)), set()).add(int(step * 100))
    assert {people: tuple(sorted(steps, reverse=True)) for people, steps in found.items()} == dict(
        OF_CLASS
    )


def test_the_uncertainty_comes_from_a_table_and_not_from_the_answers() -> None:
    assert [uncertainty(people) for people in ("10+", "15+", "25+")] == [1.0, 0.9, 0.6]


def test_the_uncertainty_covers_nineteen_of_twenty_figures() -> None:
    """For every form of answers up to a spread of 1.35, J-shaped and lenient ones too."""
    for name, people, covered in simulation.coverage():
        assert covered >= 0.95, (name, people)
