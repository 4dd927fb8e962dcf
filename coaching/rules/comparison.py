"""Where a group's figure stands among the others: below, within or above their middle half.

It is made of what is published alone, so it tells nobody more than the figures do.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

K = TypeVar("K")

LEAST_GROUPS, LEAST_PEOPLE = 5, 50
# The variance of single answers behind the printed uncertainty as well: 0.85 squared.
WITHIN = Fraction(85, 100) ** 2


class Comparison(StrEnum):
    """Where a figure stands among those of the other groups."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure, with the least number of people that its class of numbers means."""

    value: Fraction
    people: int


def compared(figures: Mapping[K, Figure]) -> dict[K, Comparison]:
    """Return each group's place among the others; none where they are too few.

    Small groups' figures are drawn towards the mean of all, by how much of the differences between
    groups is more than chance (empirical Bayes), so that chance alone makes nobody last.
    """
    people = sum(figure.people for figure in figures.values())
    drawn = _drawn_together(figures)
    ordered = sorted(drawn.values())
    return {
        group: _place(value, ordered)
        for group, value in drawn.items()
        if len(figures) > LEAST_GROUPS and people - figures[group].people >= LEAST_PEOPLE
    }


def _drawn_together(figures: Mapping[K, Figure]) -> dict[K, Fraction]:
    if len(figures) <= LEAST_GROUPS:
        return {}
    values = [figure.value for figure in figures.values()]
    mean = sum(values, Fraction(0)) / len(values)
    spread = sum(((value - mean) ** 2 for value in values), Fraction(0)) / (len(values) - 1)
    chance = sum((WITHIN / f.people for f in figures.values()), Fraction(0)) / len(values)
    between = max(spread - chance, Fraction(0))
    return {
        group: mean + (figure.value - mean) * between / (between + WITHIN / figure.people)
        for group, figure in figures.items()
    }


def _place(own: Fraction, ordered: Sequence[Fraction]) -> Comparison:
    """Compare with the quartiles of the others; on one of them is within."""
    at = bisect_left(ordered, own)

    def other(rank: int) -> Fraction:
        return ordered[rank if rank < at else rank + 1]

    last = len(ordered) - 2
    if own < _between(other, Fraction(last, 4)):
        return Comparison.BELOW
    return Comparison.ABOVE if own > _between(other, Fraction(3 * last, 4)) else Comparison.WITHIN


def _between(value_at: Callable[[int], Fraction], rank: Fraction) -> Fraction:
    """Return the value at a rank, between two neighbours in proportion."""
    low = int(rank)
    if low == rank:
        return value_at(low)
    return value_at(low) + (value_at(low + 1) - value_at(low)) * (rank - low)
