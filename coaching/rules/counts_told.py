"""As how many people a group is told, so that nothing said of it names the exact number.

Form, class, rounding step and label all follow from the number of respondents, and who knows the
roster can put them together. So all are taken from one number that at least two numbers share.
"""

from functools import cache
from math import ceil

from coaching.rules.confidentiality import (
    CLASSES,
    FAIR_FROM,
    GOOD_FROM,
    K_FULL,
    K_MIN,
    STEPS,
    Thresholds,
)

SMALL_ROSTER = 8  # below it, that there is a result says already that nearly everybody answered
ALIKE = 2  # so many numbers are told alike at least


def told_as(respondents: int, roster: int, thresholds: Thresholds) -> int:
    """Return the number from which all is taken that is said of a group; 0 to say nothing."""
    cuts = _cuts(max(roster, respondents), thresholds)
    return max((cut for cut in cuts if cut <= respondents), default=0)


@cache
def _cuts(roster: int, thresholds: Thresholds) -> tuple[int, ...]:
    """Return the numbers from which on something else is said.

    What is placed first stays. A number too close to one that stands is moved up, so that nothing
    is said too early, and left out where the roster ends.
    """
    placed: list[int] = []
    highest = roster - ALIKE + 1
    if roster < SMALL_ROSTER or thresholds.band <= highest:
        placed.append(thresholds.band)
    for wanted in _wanted(roster, thresholds):
        cut = wanted
        while cut not in placed and any(abs(cut - other) < ALIKE for other in placed):
            cut += 1
        if thresholds.band < cut <= highest and cut not in placed:
            placed.append(cut)
    return tuple(placed)


def _wanted(roster: int, thresholds: Thresholds) -> list[int]:
    return [
        thresholds.figure,
        *(least for least, _ in STEPS),
        *(least for least, _ in CLASSES),
        max(ceil(GOOD_FROM * roster), K_FULL),
        max(ceil(FAIR_FROM * roster), K_MIN),
    ]
