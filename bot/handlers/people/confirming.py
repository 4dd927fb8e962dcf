"""A lead, or a second person of HR, confirms who works in a team."""

from telegram import Update

from bot.callbacks.people import ConfirmPlaces
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import acknowledge, show, turn_to
from bot.command import Command
from bot.views.people import confirming as views
from coaching.errors import CoachingError, Code
from coaching.people import confirming
from coaching.rules.access import Action


async def confirm(update: Update, context: Context) -> None:
    """Show the teams in which somebody waits to be confirmed."""
    found = await confirming.waiting(context.database, context.viewer)
    await show(update, context, views.teams(found, context.t))


async def press_confirm(update: Update, context: Context) -> None:
    """Show who waits in a team, or confirm them all."""
    wanted, database, viewer = pressed(update, ConfirmPlaces), context.database, context.viewer
    if wanted.sure:
        left = await confirming.confirm(database, viewer, wanted.team_id, context.now)
        await acknowledge(update, context.t.plain("confirming.done"))
        await show(update, context, views.teams(left, context.t))
        return
    for each in await confirming.waiting(database, viewer):
        if each.team_id == wanted.team_id:
            await turn_to(update, context, views.team(each, context.t))
            return
    raise CoachingError(Code.NOT_FOUND)


ROOM = Room(
    commands={
        Command("confirm", Action.CONFIRM_PLACES, rank=29): confirm,
    },
    presses={
        ConfirmPlaces: press_confirm,
    },
)
