"""`cxcoach trust-clock`: technical administration's word that this computer's clock is right."""

import asyncio

import typer

from bot.clock import SystemClock
from bot.installation.bot_account import server_time
from bot.installation.readiness import ready
from bot.settings import Settings, load_settings
from coaching.deliveries.trusted_time import confirm


def trust_clock() -> None:
    """Keep that the clock is right now, whatever Telegram's shows; Trouble without a database."""
    asyncio.run(_trust_clock(load_settings()))


async def _trust_clock(settings: Settings) -> None:
    async with ready(settings) as database:
        telegram, now = await server_time(settings), SystemClock().now()
        await confirm(database, now, telegram)
    typer.echo(f"Noted: it is {now:%Y-%m-%d %H:%M} UTC, as this computer's clock shows.")
    typer.echo("A bot that waited for it goes on within half a minute.")
