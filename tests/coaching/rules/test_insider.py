"""An insider knows the own answers, and looks at what is shown of the own group.

All that can have been answered is gone through: whoever knows how many people answered, the own
answer and the result may exclude some of it, but is never left with one way for the others.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement

import pytest

from coaching.rules.confidentiality import K_FULL, K_MIN, band_alone, band_of, mean_of, rounded

GRADES = range(1, 6)
BELOW_A_FIGURE = range(K_MIN, K_FULL)
LEAST_GRADES = 3  # of each single other person, that stay possible

Told = Callable[[Sequence[int]], Hashable]


def known(told: Told, people: int) -> Iterator[tuple[int, Hashable, list[tuple[int, ...]]]]:
    """Yield for each own answer and result all that the others can have answered.

    Others have no order: what is possible for one of them is possible for each of them.
    """
    for own in GRADES:
        left: dict[Hashable, list[tuple[int, ...]]] = {}
        for others in combinations_with_replacement(GRADES, people - 1):
            left.setdefault(told((own, *others)), []).append(others)
        for result, possible in left.items():
            yield own, result, possible


def as_band(answers: Sequence[int]) -> Hashable:
    """Return what a group of five to nine is told."""
    return band_alone(mean_of(answers))


def in_four_bands(answers: Sequence[int]) -> Hashable:
    """Return what was told before the top was coded."""
    return band_of(mean_of(answers))


def as_figure(answers: Sequence[int]) -> Hashable:
    """Return what a group from ten on is told."""
    figure = rounded(mean_of(answers), len(answers))
    return figure, band_of(figure)


@pytest.mark.parametrize("people", BELOW_A_FIGURE)
def test_no_insider_knows_what_the_others_answered(people: int) -> None:
    for own, band, possible in known(as_band, people):
        assert len(possible) > 1, f"{own} and {band}: all the others answered {possible}"
        grades = {grade for others in possible for grade in others}
        assert len(grades) >= LEAST_GRADES, f"{own} and {band}: each of the others in {grades}"


def test_four_bands_would_tell_whoever_gave_three_that_four_others_gave_five() -> None:
    told = {(own, band): others for own, band, others in known(in_four_bands, 5)}
    assert told[3, "strong"] == [(5, 5, 5, 5)]
    assert told[4, "strong"] == [(4, 5, 5, 5), (5, 5, 5, 5)]


@pytest.mark.parametrize("people", range(K_FULL, K_FULL + 3))
def test_nor_does_an_insider_beside_a_figure(people: int) -> None:
    for own, figure, possible in known(as_figure, people):
        assert len(possible) > 1, f"{own} and {figure}: all the others answered {possible}"


def test_the_form_follows_from_the_number_of_people_alone() -> None:
    lowest, highest = Fraction(1), Fraction(5)
    assert {band_alone(lowest), band_alone(highest)} == {"first_steps", "regular_up"}
