"""`cxcoach run`: check what must be, be the only one, then coach until somebody says stop."""

import asyncio
import gc
import os
import signal
import threading
from contextlib import suppress

import structlog

from bot.app import build
from bot.clock import SystemClock
from bot.installation.bot_account import require_token, telegram_troubles
from bot.installation.readiness import alone, ready
from bot.logs import set_up_logs
from bot.settings import ENV_FILE, PREFIX, Settings, load_settings
from bot.trouble import AwayTrouble, Trouble
from coaching.own_data.erasure import erase_again
from coaching.programme.setup import adopt_pace, adopt_timezone
from storage.database.exclusive import LostError

log = structlog.get_logger()
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds between two looks for the database
ENDED_WITHIN = 9.5  # seconds after the first signal, whatever hangs


def run() -> None:
    """Run the bot by long polling until SIGINT or SIGTERM; Trouble if it cannot run."""
    settings = load_settings()
    token = require_token(settings)
    if settings.timezone is None:
        raise Trouble(
            f"{PREFIX}TIMEZONE is not set.", f"Add {PREFIX}TIMEZONE=Europe/Helsinki to {ENV_FILE}."
        )
    set_up_logs(settings.log_level, token)
    asyncio.run(_run(settings, settings.timezone))


async def _run(settings: Settings, timezone: str) -> None:
    told = _stop_on_signals()
    unsettled: list[int] = []
    try:
        await _until_ready(settings)  # who is going to stand by hears of trouble at once, too
        while not told.is_set():
            # A server that was restarted must not end the service.
            with suppress(LostError, AwayTrouble):
                async with alone(settings, wait=True):
                    await _work(settings, timezone, told, unsettled)
    except asyncio.CancelledError:
        pass
    log.info("stopped")


async def _until_ready(settings: Settings) -> None:
    """Wait for a server that is not there yet; Trouble for all that waiting does not mend."""
    pause = SHORTEST_PAUSE
    while True:
        try:
            async with ready(settings):
                return
        except AwayTrouble as trouble:
            log.warning("waiting for the database", reason=trouble.what, seconds=pause)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)


async def _work(
    settings: Settings, timezone: str, told: asyncio.Event, unsettled: list[int]
) -> None:
    async with ready(settings) as database:
        if await adopt_timezone(database, timezone, SystemClock().now()):
            log.info("time zone set", timezone=timezone)
        await adopt_pace(database, settings.messages_per_second)
        if erased := await erase_again(database):  # an older copy is in use, however it came back
            log.warning("erased again", people=erased)
    async with telegram_troubles(settings), build(settings, unsettled=unsettled) as coach:
        gc.freeze()  # what is loaded stays; only what comes now can become garbage
        gc.enable()
        log.info("started", bot=coach.application.bot.username)
        try:
            raise await coach.failure()
        except asyncio.CancelledError:
            if not told.is_set():  # the database is lost, and whoever takes over expects nobody
                coach.hurry()
            raise


def _stop_on_signals() -> asyncio.Event:
    """Cancel this task at the first signal; the event tells whether there was one."""
    running = asyncio.current_task()
    told = asyncio.Event()

    def stop() -> None:
        if not told.is_set():
            last_resort = threading.Timer(ENDED_WITHIN, _end_the_process)
            last_resort.daemon = True
            last_resort.start()
        told.set()
        # A signal must not interrupt an orderly end that began already.
        if running is not None and not running.cancelling():
            running.cancel()

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop)
    return told


def _end_the_process() -> None:
    """End as if killed, as whoever stops us would do soon anyway; all is prepared for it."""
    log.critical("did not end in time", consequence="ending the process")
    os._exit(1)
