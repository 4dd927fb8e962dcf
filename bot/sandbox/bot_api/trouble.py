"""Telegram's bad days: its limits, faults on demand and faults by lot."""

import random
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Literal

from bot.sandbox.bot_api.refusals import too_many

FaultKind = Literal[
    "too_many", "forbidden", "bad_request", "server_error", "slow", "dropped", "unanswered"
]


class ConnectionDroppedError(Exception):
    """The connection ends without an answer."""


@dataclass(slots=True)
class Fault:
    """Something that goes wrong `times` times, for one method or chat or for all.

    "dropped" loses the request before anything happened, "unanswered" loses only the answer.
    """

    kind: FaultKind
    method: str | None = None
    chat_id: int | None = None
    times: int = 1
    retry_after: int = 1
    seconds: float = 1.0

    def hits(self, method: str, chat_id: int | None) -> bool:
        """Whether this call is one that goes wrong."""
        return (self.method is None or self.method.lower() == method.lower()) and (
            self.chat_id is None or self.chat_id == chat_id
        )


class Lot:
    """Faults by lot: each kind strikes its share of the calls, drawn from a seed."""

    def __init__(
        self,
        shares: Mapping[FaultKind, float],
        seed: int,
        *,
        spared: tuple[str, ...] = ("getUpdates",),
        seconds: float = 1.0,
    ) -> None:
        self._shares = shares
        self._spared = {method.lower() for method in spared}
        self._seconds = seconds
        self._random = random.Random(seed)  # noqa: S311 - trouble, not a secret

    def draw(self, method: str) -> Fault | None:
        """Return the fault that hits this call, if one does."""
        if method.lower() in self._spared:
            return None
        drawn = self._random.random()
        for kind, share in self._shares.items():
            drawn -= share
            if drawn < 0:
                return Fault(kind, seconds=self._seconds)
        return None


class Faults:
    """The faults that are still to come, in the order they were added, then those of a lot."""

    def __init__(self) -> None:
        self._coming: list[Fault] = []
        self.lot: Lot | None = None
        self.struck: Counter[FaultKind] = Counter()

    def add(self, fault: Fault) -> None:
        """Let it happen from the next fitting call on."""
        self._coming.append(fault)

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """Return the fault that hits this call, if one does, and count it."""
        fault = self._next(method, chat_id) or (self.lot.draw(method) if self.lot else None)
        if fault:
            self.struck[fault.kind] += 1
        return fault

    def _next(self, method: str, chat_id: int | None) -> Fault | None:
        for fault in self._coming:
            if fault.hits(method, chat_id):
                fault.times -= 1
                if fault.times <= 0:
                    self._coming.remove(fault)
                return fault
        return None


@dataclass(frozen=True, slots=True)
class Limits:
    """How many messages the bot may send in a second of real time."""

    per_bot: float = 30
    per_private_chat: float = 1


@dataclass(slots=True)
class _Bucket:
    rate: float
    tokens: float = field(init=False)
    filled_at: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.tokens = max(1.0, self.rate)

    def wait(self) -> float:
        now = time.monotonic()
        self.tokens = min(max(1.0, self.rate), self.tokens + (now - self.filled_at) * self.rate)
        self.filled_at = now
        return max(0.0, (1 - self.tokens) / self.rate)


class Meter:
    """Counts the messages against the limits."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._bot = _Bucket(limits.per_bot)
        self._chats: dict[int, _Bucket] = {}

    def count(self, chat_id: int) -> None:
        """Count one message, or refuse it and say how long to wait."""
        chat = self._chats.setdefault(chat_id, _Bucket(self._limits.per_private_chat))
        wait = max(self._bot.wait(), chat.wait())
        if wait > 0:
            raise too_many(ceil(wait))
        self._bot.tokens -= 1
        chat.tokens -= 1
