"""A counter that can be awaited: how pages and simulated staff learn that something changed."""

import asyncio


class Signal:
    """Counts changes and wakes everyone who waits for the next one."""

    def __init__(self) -> None:
        self.version = 0
        self._waiters: list[asyncio.Future[None]] = []

    def bump(self) -> None:
        """Count one change and wake the waiters."""
        self.version += 1
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def past(self, after: int) -> int:
        """Wait until the version is greater than `after`, then return it."""
        while self.version <= after:
            waiter = asyncio.get_running_loop().create_future()
            self._waiters.append(waiter)
            await waiter
        return self.version
