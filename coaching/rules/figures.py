"""What a published figure stands for: the means that are rounded to it, their bands, and how sure.

All of it follows from the figure and the class of its number of answers, so it tells no more.
"""

from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from coaching.rules.confidentiality import BOTTOM, TOP, ZONES, Band, least_of_class

LOWEST, HIGHEST = 100, 500  # the ends of the scale, in hundredths as all means here
BORDERS = (250, 350, 450)  # between the bands
# The steps to which a class of numbers can have been rounded, the coarsest first.
STEPS = {10: (50,), 15: (50, 20), 25: (20, 10)}
# As far as chance and rounding move a figure in at least 19 of 20 cases, if answers are spread by
# 1.3 and whatever their mean: `python -m tests.simulations.figures` prints what it covers.
UNCERTAINTY = {10: 1.0, 15: 0.9, 25: 0.6}


class Stretch(NamedTuple):
    """The means from `low` up to just below `high` that one figure stands for, in hundredths."""

    low: int
    high: int

    def is_below(self, other: "Stretch") -> bool:
        """Tell whether every mean of the one is lower than every mean of the other."""
        return self.high <= other.low


@cache
def stretch(tenths: int, people: str) -> Stretch:
    """Return the means that are rounded to a figure, by the coarsest step that made it."""
    figure, steps = tenths * 10, STEPS[least_of_class(people)]
    half = next((step for step in steps if figure % step == 0), steps[0]) // 2
    low = LOWEST if tenths <= BOTTOM * 10 else figure - half
    return Stretch(low, HIGHEST if tenths >= TOP * 10 else figure + half)


def bands_of(means: Stretch) -> list[Band]:
    """Return the bands that a mean of the stretch can be in, the lowest first."""
    lowest, highest = bisect_right(BORDERS, means.low), bisect_left(BORDERS, means.high)
    return list(ZONES[lowest : highest + 1])


def uncertainty(people: str) -> float:
    """Return what is printed beside a figure: fixed, since one from the answers would disclose."""
    return UNCERTAINTY[least_of_class(people)]


def rounding(people: str) -> float:
    """Return the variance that rounding adds to a figure, by the coarsest step of its class."""
    return (STEPS[least_of_class(people)][0] / 100) ** 2 / 12
