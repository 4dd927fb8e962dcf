"""How long a point scheme runs before it is decided anew: two quarters, then recognition only."""

from enum import StrEnum

from coaching.rules.programme import WEEKS_IN_CYCLE

QUARTERS = 2
WEEKS = QUARTERS * WEEKS_IN_CYCLE


class Decision(StrEnum):
    """What HR can decide about the points."""

    CONTINUE = "continue"
    RECOGNITION = "recognition"
    END = "end"


DEFAULT = Decision.RECOGNITION


def last_week(first: int) -> int:
    """Return the last week of a period of points that begins with a week."""
    return first + WEEKS - 1
