"""Which updates are dealt with: Telegram forgets an update as soon as it is confirmed.

An update is confirmed when it and all before it are dealt with, so what a killed bot had not
answered comes again. Confirmed sooner is only what is in hand for very long, for Telegram gives no
more than a hundred updates behind the last confirmed one.
"""

import asyncio
from contextlib import suppress

MOST = 100  # updates that Telegram gives at once
CROWDED = 80
LONGEST = 10.0  # seconds that an update may hold back the confirmation of others
LONGEST_IN_A_CROWD = 1.0


class Window:
    """The updates from the last confirmed one on."""

    def __init__(self) -> None:
        self._open: dict[int, float] = {}  # update ids, with when they came
        self._seen: set[int] = set()
        self._next = 0
        self._changed = asyncio.Event()

    def take(self, update_id: int) -> bool:
        """Note that the update came; False if it is known already."""
        if update_id in self._seen:
            return False
        self._seen.add(update_id)
        self._open[update_id] = _now()
        self._next = update_id + 1
        return True

    def release(self, update_id: int) -> None:
        """Note that nothing would be lost if the update did not come again."""
        self._open.pop(update_id, None)
        self._changed.set()

    @property
    def number(self) -> int:
        """Return how many updates wait or are in hand."""
        return len(self._open)

    def offset(self) -> int:
        """Return the first update that is to come again, 0 before the first."""
        longest = LONGEST_IN_A_CROWD if len(self._seen) >= CROWDED else LONGEST
        too_old = _now() - longest
        for update_id in [each for each, since in self._open.items() if since < too_old]:
            del self._open[update_id]
        first = min(self._open, default=self._next)
        self._seen = {each for each in self._seen if each >= first}
        return first

    async def progress(self, seconds: float) -> None:
        """Wait until all is dealt with, but no longer than so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._open:
                    self._changed.clear()
                    await self._changed.wait()


def _now() -> float:
    return asyncio.get_running_loop().time()
