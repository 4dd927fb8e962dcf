"""How long sending takes: so many messages a second, one after the other, as each becomes due."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple


class Batch(NamedTuple):
    """Messages that are due and of use at the same time; `own` are those that are looked at."""

    due: datetime
    useful_until: datetime
    messages: int
    own: bool = True


@dataclass(frozen=True, slots=True)
class Queue:
    """Until when one's own messages take, and how many come too late: own ones, and others."""

    until: datetime | None = None
    late: int = 0
    late_others: int = 0


def sent_by(batches: Iterable[Batch], per_second: float) -> Queue:
    """Return how sending goes; batches of the same instant go in the order in which they come.

    A rate of 0 messages a second sets no limit.
    """
    until, late, late_others = None, 0, 0
    free = datetime.min.replace(tzinfo=UTC)
    for batch in sorted(batches, key=lambda each: each.due):
        begins = max(batch.due, free)
        fitting = _fitting(begins, batch, per_second)
        if per_second:
            free = begins + timedelta(seconds=fitting / per_second)
        if batch.own and fitting:
            until = free if per_second else begins
        late += (batch.messages - fitting) * batch.own
        late_others += (batch.messages - fitting) * (not batch.own)
    return Queue(until, late, late_others)


def _fitting(begins: datetime, batch: Batch, per_second: float) -> int:
    """Return how many of a batch go out while they are of use."""
    if not per_second:
        return batch.messages
    seconds = max(0.0, (batch.useful_until - begins).total_seconds())
    return min(batch.messages, math.floor(seconds * per_second))
