"""Where a group's figure stands among the others: below, within or above their middle half.

It is made of what is published alone, so it tells nobody more than the figures do.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import NormalDist
from typing import TypeVar

from coaching.rules.confidentiality import least_of_class
from coaching.rules.figures import rounding

K = TypeVar("K")

LEAST_GROUPS, LEAST_PEOPLE = 5, 50
WITHIN = 1.7  # the variance of single answers: what real ratings have at most
SURE = 0.9  # a group is called below or above if nine of ten such groups are
QUARTILE = NormalDist().inv_cdf(0.75)


class Comparison(StrEnum):
    """Where a figure stands among those of the other groups."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure with the class of the number of its answers."""

    tenths: int
    people: str

    @property
    def value(self) -> float:
        """Return the figure on the scale of answers."""
        return self.tenths / 10

    @property
    def least(self) -> int:
        """Return the least number of answers that it can rest on."""
        return least_of_class(self.people)

    @property
    def noise(self) -> float:
        """Return the variance that chance and rounding give to it."""
        return WITHIN / self.least + rounding(self.people)


def compared(figures: Mapping[K, Figure]) -> dict[K, Comparison]:
    """Return each group's place among the others; none where they are too few.

    Chance alone hardly ever makes a group anything but "within".
    """
    people = sum(figure.least for figure in figures.values())
    if len(figures) <= LEAST_GROUPS:
        return {}
    everybody = _Moments.of(figures.values())
    return {
        group: _place(figure, everybody)
        for group, figure in figures.items()
        if people - figure.least >= LEAST_PEOPLE
    }


@dataclass(frozen=True, slots=True)
class _Moments:
    """Of several figures: their number, sum and sum of squares, and the noise in all of them."""

    number: int
    total: float
    squares: float
    noise: float

    @classmethod
    def of(cls, figures: Collection[Figure]) -> "_Moments":
        values = [figure.value for figure in figures]
        noise = sum(figure.noise for figure in figures)
        return cls(len(values), sum(values), sum(value**2 for value in values), noise)

    def without(self, own: Figure) -> "_Moments":
        value = own.value
        less = (self.total - value, self.squares - value**2, self.noise - own.noise)
        return _Moments(self.number - 1, *less)

    @property
    def mean(self) -> float:
        return self.total / self.number

    @property
    def between(self) -> float:
        """Return the variance between groups that chance and rounding do not explain."""
        spread = (self.squares - self.number * self.mean**2) / (self.number - 1)
        return max(spread - self.noise / self.number, 0.0)


def _place(own: Figure, everybody: _Moments) -> Comparison:
    """Draw a figure to the others' mean (empirical Bayes) and ask where its group likely lies."""
    others = everybody.without(own)
    trust = everybody.between / (everybody.between + own.noise)
    if trust == 0:
        return Comparison.WITHIN
    likely = NormalDist(trust * (own.value - others.mean), sqrt(trust * own.noise))
    border = QUARTILE * sqrt(others.between)
    if likely.cdf(-border) > SURE:
        return Comparison.BELOW
    return Comparison.ABOVE if 1 - likely.cdf(border) > SURE else Comparison.WITHIN
