"""When something is asked from memory again: later if it was known, sooner if it was not."""

from collections.abc import Sequence
from enum import StrEnum

KNOWN_IN_A_ROW = 3
AT_MOST = 8  # times: what is still not known then is better read than asked
SHORTEST = 1


class Memory(StrEnum):
    """How well something was remembered."""

    KNEW = "knew"
    PARTLY = "partly"
    DID_NOT_KNOW = "did_not_know"


STEP = {Memory.KNEW: 1, Memory.PARTLY: 0, Memory.DID_NOT_KNOW: -1}


def next_interval(answers: Sequence[Memory], intervals: Sequence[int]) -> int | None:
    """Return after how many days it is asked again; None if it is known, or was asked enough.

    `answers` are all so far, the oldest first; `intervals` are the prompt's own, in days and
    growing. One day stands before them, and the first of them is where everybody begins.
    """
    is_known = list(answers[-KNOWN_IN_A_ROW:]) == [Memory.KNEW] * KNOWN_IN_A_ROW
    if not answers or is_known or len(answers) > AT_MOST:
        return None
    ladder = sorted({SHORTEST, *intervals})
    rung = ladder.index(intervals[0])
    for answer in answers:
        rung = min(max(rung + STEP[answer], 0), len(ladder) - 1)
    return ladder[rung]
