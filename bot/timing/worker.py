"""Something that is done again whenever it is asked for, one round at a time."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.logs import kind_of, places_of

log = structlog.get_logger()


class Worker:
    """Does its round when woken; woken meanwhile, it does another one."""

    def __init__(self, name: str, round_: Callable[[], Awaitable[None]]) -> None:
        self._name = name
        self._round = round_
        self._wanted = asyncio.Event()
        self._at_rest = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to work, and do a first round."""
        self._task = asyncio.create_task(self._work())
        self.wake()

    async def stop(self) -> None:
        """Finish the round that is under way, then stop."""
        if self._task is not None:
            await self.at_rest()
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    def wake(self) -> None:
        """Ask for a round."""
        self._at_rest.clear()
        self._wanted.set()

    async def at_rest(self) -> None:
        """Wait until no round is under way or asked for."""
        await self._at_rest.wait()

    async def _work(self) -> None:
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            try:
                await self._round()
            except Exception as error:  # noqa: BLE001 - the next tick tries again
                kind, at = kind_of(error), places_of(error)
                log.error("round failed", worker=self._name, kind=kind, at=at)  # noqa: TRY400
            if not self._wanted.is_set():
                self._at_rest.set()
