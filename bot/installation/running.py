"""`cxcoach run`: check what must be, be the only one, then coach until somebody says stop."""

import asyncio
import gc
import signal
from contextlib import suppress

import structlog

from bot.app import build
from bot.clock import SystemClock
from bot.installation.bot_account import require_token, telegram_troubles
from bot.installation.readiness import alone, ready
from bot.logs import set_up_logs
from bot.settings import ENV_FILE, PREFIX, Settings, load_settings
from bot.trouble import Trouble
from coaching.programme.setup import adopt_timezone
from storage.database.exclusive import LostError

log = structlog.get_logger()


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
    try:
        async with ready(settings):
            pass  # who is going to stand by hears of trouble at once, too
        while not told.is_set():
            with suppress(LostError):  # a server that was restarted must not end the service
                async with alone(settings, wait=True):
                    await _work(settings, timezone)
    except asyncio.CancelledError:
        pass
    log.info("stopped")


async def _work(settings: Settings, timezone: str) -> None:
    async with ready(settings) as database:
        if await adopt_timezone(database, timezone, SystemClock().now()):
            log.info("time zone set", timezone=timezone)
    async with telegram_troubles(settings), build(settings) as coach:
        gc.freeze()  # what is loaded stays; only what comes now can become garbage
        gc.enable()
        log.info("started", bot=coach.application.bot.username)
        raise await coach.failure()


def _stop_on_signals() -> asyncio.Event:
    """Cancel this task at the first signal; the event tells whether there was one."""
    running = asyncio.current_task()
    told = asyncio.Event()

    def stop() -> None:
        told.set()
        # A signal must not interrupt an orderly end that began already.
        if running is not None and not running.cancelling():
            running.cancel()

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop)
    return told
