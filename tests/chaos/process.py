"""The bot's process as its keeper sees it: started, told the time, killed."""

import asyncio
import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from bot.clock import Clock
from tests.chaos.runner import ENDLESS
from tests.forked import Forker, Order, Process

ROOT = Path(__file__).parents[2]
PATIENCE = 30  # seconds until a bot that was asked to stop is killed


class BotProcess:
    """One bot at a time, on one database, before one local Telegram."""

    def __init__(
        self, base_url: str, database: Path, clock: Clock, log: Path, forker: Forker | None
    ) -> None:
        self._base_url = base_url
        self._database_url = f"sqlite:///{database}"
        self._clock = clock
        self._log = log
        self._pages = ENDLESS
        self._forker = forker
        self._process: asyncio.subprocess.Process | Process | None = None
        self.off = timedelta(0)  # how wrong its clock is from its next start on
        clock.on_change(self._tell_time)

    @property
    def log(self) -> str:
        """Return everything that the bots wrote, one after another."""
        return self._log.read_text(encoding="utf-8")

    async def start(self) -> None:
        """Start a bot that knows what time it is, without waiting until it listens."""
        now, pages = self._time(), str(self._pages)
        with self._log.open("ab") as log:
            self._process = await self._started(
                (self._base_url, self._database_url, now, pages), log
            )
        # What was told while the process was being made went nowhere.
        self._tell_time()
        self._tell(f"room {self._pages}")

    async def _started(
        self, arguments: tuple[str, ...], log: BinaryIO
    ) -> asyncio.subprocess.Process | Process:
        if self._forker is not None:
            order = Order("tests.chaos.runner", "main", arguments, str(ROOT), dict(os.environ))
            return await self._forker.start(order, log.fileno())
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.chaos.runner", *arguments),
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=log,
            stderr=log,
        )

    async def kill(self) -> None:
        """End it without any warning, as `kill -9` does."""
        process = self._take()
        if process.returncode is None:
            process.kill()
        await process.wait()

    async def end(self) -> None:
        """End whatever still runs; nothing is left behind."""
        if self._process is not None:
            await self.kill()

    async def stop(self) -> int:
        """Let it end in good order and return its exit code."""
        process = self._take()
        assert process.stdin is not None
        process.stdin.close()
        try:
            async with asyncio.timeout(PATIENCE):
                return await process.wait()
        except TimeoutError:
            process.kill()
            return await process.wait()

    def give_room(self, pages: int = ENDLESS) -> None:
        """Say how many pages the database may have from now on."""
        self._pages = pages
        self._tell(f"room {pages}")

    def set_clock(self, off: timedelta) -> None:
        """Let its clock be wrong by so much from now on."""
        self.off = off
        self._tell_time()

    def _time(self) -> str:
        return (self._clock.now() + self.off).isoformat()

    def _tell_time(self) -> None:
        self._tell(f"now {self._time()}")

    @property
    def ended_by_itself(self) -> bool:
        """Tell whether a bot is gone that nobody killed."""
        return self._process is not None and self._process.returncode is not None

    def _take(self) -> asyncio.subprocess.Process | Process:
        assert self._process is not None, "no bot runs"
        process, self._process = self._process, None
        return process

    def _tell(self, order: str) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.write(f"{order}\n".encode())
