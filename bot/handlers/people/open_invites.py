"""HR's links that nobody has used yet: listed, and taken back."""

from telegram import Update

from bot.callbacks.people import ShowInvites, TakeBack
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import turn_to
from bot.views.people import open_invites as views
from coaching.people import open_invites


async def press_show(update: Update, context: Context) -> None:
    """Show a page of them."""
    args = (context.database, context.viewer, context.now, pressed(update, ShowInvites).page)
    found = await open_invites.open_invites(*args)
    await turn_to(update, context, views.listed(found, context.viewer.zone, context.t))


async def press_take_back(update: Update, context: Context) -> None:
    """Take one back, and show what is open still."""
    args = (context.database, context.viewer, pressed(update, TakeBack).invite_id, context.now)
    found = await open_invites.take_back(*args)
    await turn_to(update, context, views.listed(found, context.viewer.zone, context.t))


ROOM = Room(presses={ShowInvites: press_show, TakeBack: press_take_back})
