"""HR's crisis pause: everything stops at a press, and runs again at another."""

from datetime import datetime

from telegram import Update

from bot.callbacks.schedules import BeginCrisis, EndCrisis
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import turn_to
from bot.command import Command
from bot.views.schedules import crisis as views
from coaching.rules.access import Action
from coaching.schedules import crisis as crises


async def crisis(update: Update, context: Context) -> None:
    """Say what the pause does, or since when it goes on."""
    since = await crises.since(context.database, context.viewer)
    if since is None:
        await turn_to(update, context, views.offer(context.viewer.organisation_name, context.t))
        return
    await _running(update, context, since)


async def press_begin(update: Update, context: Context) -> None:
    """Pause everything at once."""
    pressed(update, BeginCrisis)
    since = await crises.begin(context.database, context.viewer, context.now)
    await _running(update, context, since)


async def press_end(update: Update, context: Context) -> None:
    """Let everything run again."""
    pressed(update, EndCrisis)
    await crises.end(context.database, context.viewer, context.now)
    await turn_to(update, context, views.ended(context.t))


async def _running(update: Update, context: Context, since: datetime) -> None:
    local = since.astimezone(context.viewer.own_zone)
    await turn_to(update, context, views.running(local, context.t))


ROOM = Room(
    commands={
        Command("crisis", Action.PAUSE_EVERYTHING, rank=21): crisis,
    },
    presses={
        BeginCrisis: press_begin,
        EndCrisis: press_end,
    },
)
