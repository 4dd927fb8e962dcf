"""Whether a group's figures over its blocks show a lasting shift: newer ones against older ones.

A figure is rounded, so it stands for a stretch of means, and two of them differ only where their
stretches do not meet. Each scores one for every figure that it is above, and minus one for every
one that it is below (Gehan 1965). The series is cut where the scores of its newer part lie
farthest out among those of all orders (a rank test for one change, as Pettitt's of 1979), and what
lies too far out to be chance is a shift. `docs/statistics.md` has its false alarms and its power.
"""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from coaching.rules.figures import Stretch

LEAST_POINTS = 12
LEAST_ON_A_SIDE = 6  # half a year is the shortest that is called lasting
# In standard deviations: hardly any unchanged series ever lies so far out, looked at again with
# every block from the twelfth to the 24th.
FAR_OUT = 3.3


class Trend(StrEnum):
    """What can be said of a series."""

    TOO_EARLY = "too_early"
    TOO_FEW = "too_few"
    STEADY = "steady"
    UP = "up"
    DOWN = "down"


def trend(blocks: Sequence[Stretch | None]) -> Trend:
    """Return what blocks show, the oldest first, with None for one without a figure.

    A shift is told only while it lasts: while the newest blocks lie on its side.
    """
    points = [figure for figure in blocks if figure is not None]
    if len(points) < LEAST_POINTS:
        return _so_far(blocks)
    scores = _scores(points)
    newest = sum(scores[-LEAST_ON_A_SIDE:])
    farthest = _farthest(scores)
    if farthest * newest <= 0:
        return Trend.STEADY
    return Trend.UP if farthest > 0 else Trend.DOWN


def _so_far(blocks: Sequence[Stretch | None]) -> Trend:
    """Tell whether there can be enough figures once there are enough blocks."""
    first = next((n for n, figure in enumerate(blocks) if figure is not None), len(blocks))
    return Trend.TOO_EARLY if 0 < len(blocks) - first < LEAST_POINTS else Trend.TOO_FEW


def _scores(points: Sequence[Stretch]) -> list[int]:
    """Return for each figure how many it is above, less how many it is below."""
    number = Counter(points)
    score = {
        one: sum(
            times * (other.is_below(one) - one.is_below(other)) for other, times in number.items()
        )
        for one in number
    }
    return [score[point] for point in points]


def _farthest(scores: Sequence[int]) -> int:
    """Return the newer part's scores at the best cut, 0 where chance may have made them."""
    number, squares = len(scores), sum(score * score for score in scores)
    found, farthest = 0, FAR_OUT**2 * squares / (number * (number - 1))
    newer = sum(scores[number - LEAST_ON_A_SIDE + 1 :])
    for cut in range(number - LEAST_ON_A_SIDE, LEAST_ON_A_SIDE - 1, -1):
        newer += scores[cut]
        # Its square over its variance among all orders, but for what is the same for every cut.
        distance = newer * newer / (cut * (number - cut))
        if distance > farthest:
            found, farthest = newer, distance
    return found
