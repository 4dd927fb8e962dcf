"""The champion's thanks for a learning, reached from HR's /theme."""

from telegram import Update

from bot.callbacks import ShowCardToThank, Thank
from bot.context import Context
from bot.pressed import pressed
from bot.screen import acknowledge, show
from bot.views import thanks as views
from coaching import thanking


async def press_show(update: Update, context: Context) -> None:
    """Show a shared learning."""
    await _show(update, context, pressed(update, ShowCardToThank).number)


async def press_thank(update: Update, context: Context) -> None:
    """Thank for it, and show it."""
    wanted = pressed(update, Thank)
    await thanking.thank(context.database, context.viewer, wanted.learning_id, context.now)
    await _show(update, context, wanted.number)


async def _show(update: Update, context: Context, number: int) -> None:
    card = await thanking.card_to_thank(context.database, context.viewer, number, context.now)
    await acknowledge(update)
    await show(update, context, views.card(card, number, context.t))
