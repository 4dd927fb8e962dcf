"""Answers from a seed, spread as real ratings are, and the figures that are published of them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import accumulate
from math import exp, sqrt
from typing import NamedTuple

from coaching.rules.confidentiality import count_class, rounded
from coaching.rules.figures import Stretch, stretch

GRADES = range(1, 6)


class Form(NamedTuple):
    """How likely each grade from one to five is."""

    one: float
    two: float
    three: float
    four: float
    five: float

    @property
    def mean(self) -> float:
        """Return the mean of all answers."""
        return sum(grade * share for grade, share in zip(GRADES, self, strict=True))

    @property
    def spread(self) -> float:
        """Return the standard deviation of answers."""
        mean = self.mean
        return sqrt(sum((g - mean) ** 2 * share for g, share in zip(GRADES, self, strict=True)))

    def answers(self, lot: random.Random, number: int) -> list[int]:
        """Draw answers of as many people."""
        return lot.choices(GRADES, self, k=number)


# Real ratings of teaching (InstEval, 73,421 of them) are spread by 1.3; teams are often lenient.
FLAT = Form(0.14, 0.18, 0.24, 0.23, 0.21)
J_SHAPED = Form(0.13, 0.05, 0.07, 0.21, 0.54)
LENIENT = Form(0.02, 0.05, 0.13, 0.35, 0.45)


@cache
def form(mean: float, spread: float) -> Form | None:
    """Return the smoothest form with a mean and a spread, None where five grades have none."""
    tilt, bend = 0.0, -0.3
    for _ in range(200):
        found = _tilted(tilt, bend)
        first = found.mean - 3
        deviations = [grade - 3 for grade in GRADES]
        moments = [
            sum(share * d**power for share, d in zip(found, deviations, strict=True))
            for power in range(5)
        ]
        off = (mean - 3 - first, spread**2 + (mean - 3) ** 2 - moments[2])
        if max(map(abs, off)) < 1e-9:
            return found
        a, b = moments[2] - first**2, moments[3] - first * moments[2]
        d = moments[4] - moments[2] ** 2
        determinant = a * d - b * b + 1e-12
        tilt += min(max((d * off[0] - b * off[1]) / determinant, -1), 1)
        bend += min(max((a * off[1] - b * off[0]) / determinant, -1), 1)
    return None


def leaning(of: Sequence[float], by: float) -> Form:
    """Return a form tilted towards the higher grades, or the lower ones."""
    weights = [share * exp(by * grade) for grade, share in zip(GRADES, of, strict=True)]
    return Form(*(weight / sum(weights) for weight in weights))


def _tilted(tilt: float, bend: float) -> Form:
    powers = [tilt * (grade - 3) + bend * (grade - 3) ** 2 for grade in GRADES]
    weights = [exp(power - max(powers)) for power in powers]
    return Form(*(weight / sum(weights) for weight in weights))


class Published(NamedTuple):
    """A figure as it is published, with the exact mean behind it."""

    tenths: int
    people: str
    mean: Fraction

    @property
    def stretch(self) -> Stretch:
        """Return what the figure stands for."""
        return stretch(self.tenths, self.people)


@dataclass(frozen=True, slots=True)
class Block:
    """What may be published of one block: each possible figure, and how likely it is."""

    figures: Sequence[Published]
    at: Sequence[float]

    def draw(self, lot: random.Random, number: int) -> list[Published]:
        """Draw as many figures."""
        return lot.choices(self.figures, cum_weights=self.at, k=number)


@cache
def block(of: Form, people: range) -> Block:
    """Return what is published if so many people answer, each number of the range alike often."""
    pairs = [pair for number in people for pair in _sums(of, number)]
    return Block([figure for figure, _ in pairs], list(accumulate(share for _, share in pairs)))


@cache
def _sums(of: Form, people: int) -> list[tuple[Published, float]]:
    """Return each possible figure of so many answers with its probability."""
    shares = [1.0]
    for _ in range(people):
        longer = [0.0] * (len(shares) + 4)
        for total, share in enumerate(shares):
            for grade in range(5):
                longer[total + grade] += share * of[grade]
        shares = longer
    found = []
    for total, share in enumerate(shares):
        mean = Fraction(total + people, people)
        tenths = int(rounded(mean, people) * 10)
        found.append((Published(tenths, count_class(people), mean), share))
    return [pair for pair in found if pair[1] > 1e-9]
