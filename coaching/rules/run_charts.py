"""Whether a group's figures over its blocks show a lasting shift: the run rules of Anhøj.

Points are compared with their median; those on it say nothing. A series that runs on one side for
too long, or crosses the median too seldom, is not chance alone (Anhøj and Olesen 2014).
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby
from math import comb, log2
from statistics import median
from typing import TypeVar

LEAST_POINTS = 12
LEAST_USEFUL = 10
RARE = 0.05
BLOCKS_TO_MOVE = 3  # one in the old band, two in the new one

T = TypeVar("T")


class Trend(StrEnum):
    """What can be said of a series."""

    TOO_EARLY = "too_early"
    STEADY = "steady"
    UP = "up"
    DOWN = "down"


def trend(points: Sequence[int]) -> Trend:
    """Return what a series, the oldest first, shows against its median.

    A shift is told only while it lasts: where two thirds of the newer half lie on its side.
    """
    if len(points) < LEAST_POINTS:
        return Trend.TOO_EARLY
    middle = median(points)
    useful = [point > middle for point in points if point != middle]
    if len(useful) < LEAST_USEFUL:
        return Trend.TOO_EARLY
    runs = [len(list(run)) for _, run in groupby(useful)]
    newer = useful[len(useful) // 2 :]
    if not _is_signal(len(useful), runs):
        return Trend.STEADY
    if sum(newer) * 3 >= len(newer) * 2:
        return Trend.UP
    return Trend.DOWN if sum(newer) * 3 <= len(newer) else Trend.STEADY


def moved(bands: Sequence[T | None]) -> T | None:
    """Return the band in which the last two blocks both are, if the one before was in another."""
    if len(bands) < BLOCKS_TO_MOVE:
        return None
    before, first, second = bands[-BLOCKS_TO_MOVE:]
    return second if first == second and before is not None and before != second else None


def longest_by_chance(useful: int) -> int:
    """Return how long the longest run of so many useful points may be."""
    return round(log2(useful) + 3)


def fewest_crossings(useful: int) -> int:
    """Return how often so many useful points cross the median at least: a 5 % quantile."""
    pairs = useful - 1
    below = 0
    for crossings in range(useful):
        below += comb(pairs, crossings)
        if below >= RARE * 2**pairs:
            return crossings
    raise ValueError("no points")


def _is_signal(useful: int, runs: Sequence[int]) -> bool:
    return max(runs) > longest_by_chance(useful) or len(runs) - 1 < fewest_crossings(useful)
