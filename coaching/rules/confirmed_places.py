"""Whether a team may be one real person among accounts that one person of HR made."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from coaching.rules.programme import WEEKS_IN_BLOCK

A_BLOCK = timedelta(weeks=WEEKS_IN_BLOCK)


class MadePlace(NamedTuple):
    """A place by an invite that nobody else has confirmed: who made it, if known, and when."""

    by: int | None
    since: date


def of_one_hand(people: int, unconfirmed: Sequence[MadePlace]) -> bool:
    """Tell whether one person made most of so many people's places within a block's time."""

    def made_with(first: MadePlace) -> int:
        after = first.since + A_BLOCK
        return sum(p.by == first.by and first.since <= p.since < after for p in unconfirmed)

    return any(2 * made_with(first) > people for first in set(unconfirmed))
