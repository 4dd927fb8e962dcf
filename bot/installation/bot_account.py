"""The bot's own account: does the Bot API accept the token, and what time is it there?"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import aiohttp
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.app import telegram_bot
from bot.chat.introduction import introduce
from bot.client.proxies import proxy_for
from bot.settings import PREFIX, Settings
from bot.trouble import Trouble

PATIENCE = aiohttp.ClientTimeout(total=20)


def require_token(settings: Settings) -> str:
    """Return the token; Trouble if there is none."""
    if settings.telegram_token is None:
        raise Trouble(
            f"{PREFIX}TELEGRAM_TOKEN is not set.",
            "Get a token from @BotFather in Telegram and run `cxcoach init`.",
        )
    return settings.telegram_token.get_secret_value()


async def own_username(settings: Settings) -> str:
    """Return the bot's name at Telegram; Trouble if the token is missing or not accepted."""
    require_token(settings)
    bot = telegram_bot(settings)
    async with telegram_troubles(settings):
        try:
            await bot.initialize()
            return bot.username
        finally:
            await bot.shutdown()


async def introduce_itself(settings: Settings) -> None:
    """Let the bot say at Telegram what it is; what cannot be said now is said when it runs."""
    bot = telegram_bot(settings)
    try:
        with suppress(TelegramError):
            await bot.initialize()
            await introduce(bot)
    finally:
        await bot.shutdown()


async def webhook_host(settings: Settings) -> str | None:
    """Return where another tool lets the updates go, None if they come to us; Trouble as above."""
    require_token(settings)
    bot = telegram_bot(settings)
    async with telegram_troubles(settings):
        try:
            await bot.initialize()
            url = (await bot.get_webhook_info()).url
        finally:
            await bot.shutdown()
    return urlsplit(url).hostname or "an unreadable address" if url else None


async def server_time(settings: Settings) -> datetime | None:
    """Return the Bot API server's time, asked for without the token; None if it tells none."""
    parts = urlsplit(settings.telegram_base_url)
    server = f"{parts.scheme}://{parts.netloc}"
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE, proxy=proxy_for(f"{server}/")) as session,
            session.head(f"{server}/", allow_redirects=False) as response,
        ):
            return parsedate_to_datetime(response.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, LookupError, ValueError, Trouble):
        return None


@asynccontextmanager
async def telegram_troubles(settings: Settings) -> AsyncIterator[None]:
    """Turn what the Bot API refuses into Trouble; its own words may hold the token."""
    try:
        yield
    except TelegramError as error:
        raise trouble_with(error, settings) from None


def trouble_with(error: TelegramError, settings: Settings) -> Trouble:
    """Return what the error means for whoever runs the bot."""
    host = urlsplit(settings.telegram_base_url).hostname
    if isinstance(error, InvalidToken):
        return Trouble(
            f"The Bot API at {host} does not accept the token.",
            f"Copy it anew from @BotFather into {PREFIX}TELEGRAM_TOKEN.",
        )
    if isinstance(error, Conflict):
        return Trouble(
            "Another process listens with the same token already.",
            "Stop it, or give this one a bot of its own.",
        )
    return Trouble(
        f"The Bot API at {host} cannot be reached or does not answer as it should"
        f" ({type(error).__name__}).",
        f"Check the network and {PREFIX}TELEGRAM_BASE_URL.",
    )
