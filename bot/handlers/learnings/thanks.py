"""The champion's thanks for a learning, reached from HR's /theme."""

from telegram import Update

from bot.callbacks.learnings import ShowCardToThank, Thank
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import acknowledge, show
from bot.views.learnings import thanks as views
from coaching.learnings import thanks


async def press_show(update: Update, context: Context) -> None:
    """Show a shared learning."""
    await _show(update, context, pressed(update, ShowCardToThank).number)


async def press_thank(update: Update, context: Context) -> None:
    """Thank for it, and show it."""
    wanted = pressed(update, Thank)
    await thanks.thank(context.database, context.viewer, wanted.learning_id, context.now)
    await _show(update, context, wanted.number)


async def _show(update: Update, context: Context, number: int) -> None:
    card = await thanks.card_to_thank(context.database, context.viewer, number, context.now)
    await acknowledge(update)
    await show(update, context, views.card(card, number, context.t))


ROOM = Room(
    presses={
        ShowCardToThank: press_show,
        Thank: press_thank,
    },
)
