"""The bot in a process of its own, made to be killed: the real bot, on a clock that it is told.

Every line on its standard input is an order: `now INSTANT` sets the clock, `room PAGES` says
how large the database may grow. The end of the input ends it.
"""

import asyncio
import sys
from collections.abc import Callable
from datetime import datetime

import structlog
from pydantic import SecretStr
from sqlalchemy import Connection, Engine, event

from bot.app import build
from bot.logs import set_up_logs
from bot.settings import Settings

TOKEN = "4242:chaos-TOKEN"
ENDLESS = 2**30 - 1  # pages, as many as SQLite ever allows by default

log = structlog.get_logger()


class ToldClock:
    """Shows what it was told last, which may be wrong, and earlier than before."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._listeners: list[Callable[[], None]] = []

    def now(self) -> datetime:
        return self._now

    def on_change(self, listener: Callable[[], None]) -> None:
        self._listeners.append(listener)

    def set(self, now: datetime) -> None:
        self._now = now
        for listener in self._listeners:
            listener()


class Disk:
    """The room that the database has; beyond it every SQLite connection finds its disk full."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        event.listen(Engine, "begin", self._fit)

    def _fit(self, connection: Connection) -> None:
        cursor = connection.connection.cursor()  # below SQLAlchemy, which would begin once more
        cursor.execute(f"PRAGMA max_page_count={self.pages}")
        cursor.close()


async def run(base_url: str, database_url: str, now: str, pages: str) -> None:
    clock, disk = ToldClock(datetime.fromisoformat(now)), Disk(int(pages))
    settings = Settings(
        _env_file=None,
        telegram_token=SecretStr(TOKEN),
        telegram_base_url=base_url,
        database_url=database_url,
        messages_per_second=0,  # the town lives faster than we do
    )
    async with build(settings, clock) as coach:
        log.info("started")
        failure = asyncio.create_task(coach.failure())
        orders = asyncio.create_task(_obey(clock, disk))
        await asyncio.wait({failure, orders}, return_when=asyncio.FIRST_COMPLETED)
        if failure.done():
            raise failure.result()
        failure.cancel()
        orders.result()


async def _obey(clock: ToldClock, disk: Disk) -> None:
    orders = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(orders)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    while line := (await orders.readline()).decode().split():
        word, value = line
        if word == "now":
            clock.set(datetime.fromisoformat(value))
        else:
            disk.pages = int(value)


def main() -> None:
    """Run the bot as the arguments say."""
    set_up_logs("info", TOKEN)
    asyncio.run(run(*sys.argv[1:]))


if __name__ == "__main__":
    main()
