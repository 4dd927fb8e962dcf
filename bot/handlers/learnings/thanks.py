"""The champion's thanks for a learning, reached from HR's /theme."""

from telegram import Update

from bot.callbacks.learnings import ShowCardToThank, Thank
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import turn_to
from bot.views.learnings import thanks as views
from coaching.learnings import thanks
from coaching.learnings.thanks import Thankable


async def press_show(update: Update, context: Context) -> None:
    """Show a shared learning."""
    number = pressed(update, ShowCardToThank).number
    card = await thanks.card_to_thank(context.database, context.viewer, number, context.now)
    await _show(update, context, card, number)


async def press_thank(update: Update, context: Context) -> None:
    """Thank for it, and show it."""
    wanted = pressed(update, Thank)
    about = (wanted.learning_id, context.now, wanted.number)
    card = await thanks.thank(context.database, context.viewer, *about)
    await _show(update, context, card, wanted.number)


async def _show(update: Update, context: Context, card: Thankable | None, number: int) -> None:
    await turn_to(update, context, views.card(card, number, context.t))


ROOM = Room(
    presses={
        ShowCardToThank: press_show,
        Thank: press_thank,
    },
)
