"""The queue of updates: waiting, confirming by offset, one poller at a time."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Sequence

from bot.sandbox.bot_api.refusals import JsonObject, second_poller, webhook_active
from bot.sandbox.bot_api.signal import Signal

LONGEST_POLL = 50  # seconds, as Telegram caps it


class UpdateQueue:
    """Updates on their way to the bot; an update leaves when a later offset confirms it."""

    def __init__(self) -> None:
        self._sent: dict[int, JsonObject] = {}
        self._pending: deque[JsonObject] = deque()
        self._again: deque[JsonObject] = deque()
        self._again_delivered = 0
        self._allowed: frozenset[str] = frozenset()
        self.webhook = ""  # while there is one, no poll gets anything
        self._next_id = 1
        self._poll: object = None
        self._ended: object = None
        self._arrivals = Signal()
        self._confirmations = Signal()

    def push(self, kind: str, body: JsonObject) -> int | None:
        """Queue an update and return its id; None if the bot did not ask for this kind."""
        if self._allowed and kind not in self._allowed:
            return None
        return self._queue({kind: body})

    def _queue(self, fields: JsonObject) -> int:
        update_id = self._next_id
        self._next_id += 1
        update: JsonObject = {"update_id": update_id, **fields}
        self._sent[update_id] = update
        self._pending.append(update)
        self._arrivals.bump()
        return update_id

    def push_raw(self, **fields: object) -> int:
        """Queue an update of any shape, as a Bot API of later years may bring it."""
        return self._queue(fields)

    def redeliver(self, update_id: int) -> None:
        """Send an update once more, as after a crash that lost the offset."""
        self._again.append(self._sent[update_id])
        self._arrivals.bump()

    async def fetch(
        self, offset: int, limit: int, seconds: int, allowed: Sequence[str] | None
    ) -> list[JsonObject]:
        """Confirm by offset, wait up to `seconds` for updates and return them."""
        if self.webhook:
            raise webhook_active()
        poll = self._poll = object()
        self._arrivals.bump()
        self._confirm(offset)
        if allowed is not None:
            self._allowed = frozenset(allowed)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(min(seconds, LONGEST_POLL)):
                while self._poll is poll is not self._ended and not self.has_news():
                    await self._arrivals.past(self._arrivals.version)
        if self._poll is not poll:
            raise second_poller()
        return self._take(limit)

    def unconfirmed(self) -> int:
        """Return how many updates the bot has not confirmed yet."""
        return len(self._pending) + len(self._again) + self._again_delivered

    async def confirmed(self) -> None:
        """Wait until every update was confirmed by a later offset."""
        while self.unconfirmed():
            await self._confirmations.past(self._confirmations.version)

    def drop(self) -> None:
        """Forget everything that waits."""
        self._pending.clear()
        self._again.clear()
        self._confirmations.bump()

    def has_news(self) -> bool:
        """Whether a poll would be answered at once."""
        return bool(self._pending or self._again)

    def end_poll(self) -> None:
        """Answer the open poll at once."""
        self._ended = self._poll
        self._arrivals.bump()

    def _confirm(self, offset: int) -> None:
        self._again_delivered = 0
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        else:
            while self._pending and _id_of(self._pending[0]) < offset:
                self._pending.popleft()
        self._confirmations.bump()

    def _take(self, limit: int) -> list[JsonObject]:
        batch: list[JsonObject] = []
        while self._again and len(batch) < limit:
            batch.append(self._again.popleft())
        self._again_delivered = len(batch)
        pending = min(limit - len(batch), len(self._pending))
        return batch + [self._pending[index] for index in range(pending)]


def _id_of(update: JsonObject) -> int:
    update_id = update["update_id"]
    assert isinstance(update_id, int)  # noqa: S101 - `push` numbers every update
    return update_id
