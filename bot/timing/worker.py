"""Something that is done again whenever it is asked for, one round at a time."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from contextvars import ContextVar

import structlog

from bot.logs import kind_of, places_of

log = structlog.get_logger()

# Seconds. Every call has a limit of its own that is far below these; they are for what nobody
# thought of.
SAID_AFTER = 30.0  # without a sign of life
GIVEN_UP_AFTER = 300.0
FINISHED_WITHIN = 3.0  # when it is time to stop
CANCELLED_WITHIN = 1.0

_working: ContextVar["Worker | None"] = ContextVar("working", default=None)


def sign_of_life() -> None:
    """Say that the round under way goes on, however long it takes in all."""
    worker = _working.get()
    if worker is not None:
        worker.is_alive()


class Worker:
    """Does its round when woken; woken meanwhile, it does another one.

    A round that shows no sign of life for too long is given up, and the next one begins anew.
    """

    def __init__(self, name: str, round_: Callable[[], Awaitable[None]]) -> None:
        self._name = name
        self._round = round_
        self._wanted = asyncio.Event()
        self._at_rest = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._limit: asyncio.Timeout | None = None
        self._warning: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Begin to work, and do a first round."""
        self._task = asyncio.create_task(self._work())
        self.wake()

    async def stop(self, within: float = FINISHED_WITHIN) -> None:
        """Finish the round that is under way, or give it up after some seconds; then stop."""
        if self._task is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(within):
                    await self.at_rest()
            self._task.cancel()
            await asyncio.wait({self._task}, timeout=CANCELLED_WITHIN)
            self._task = None

    def wake(self) -> None:
        """Ask for a round."""
        self._at_rest.clear()
        self._wanted.set()

    async def at_rest(self) -> None:
        """Wait until no round is under way or asked for."""
        await self._at_rest.wait()

    def is_alive(self) -> None:
        """Begin to count anew how long the round shows no sign of life."""
        now = asyncio.get_running_loop().time()
        if self._limit is not None and not self._limit.expired():
            self._limit.reschedule(now + GIVEN_UP_AFTER)
        if self._warning is not None:
            self._warning.cancel()
            self._warning = self._warned_later()

    async def _work(self) -> None:
        _working.set(self)
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            try:
                await self._watched()
            except Exception as error:  # noqa: BLE001 - the next tick tries again
                kind, at = kind_of(error), places_of(error)
                log.error("round failed", worker=self._name, kind=kind, at=at)  # noqa: TRY400
            if not self._wanted.is_set():
                self._at_rest.set()

    async def _watched(self) -> None:
        self._warning = self._warned_later()
        try:
            async with asyncio.timeout(GIVEN_UP_AFTER) as self._limit:
                await self._round()
        except TimeoutError:
            if self._limit is None or not self._limit.expired():
                raise
            log.error("round given up", worker=self._name, seconds=GIVEN_UP_AFTER)  # noqa: TRY400
        finally:
            self._warning.cancel()
            self._warning = self._limit = None

    def _warned_later(self) -> asyncio.TimerHandle:
        return asyncio.get_running_loop().call_later(SAID_AFTER, self._warn)

    def _warn(self) -> None:
        log.warning("round takes long", worker=self._name, seconds=SAID_AFTER)
