"""The exit review: HR decides whether points go on after two quarters."""

from telegram import Update

from bot.callbacks import DecidePoints
from bot.context import Context
from bot.pressed import pressed
from bot.screen import acknowledge, show
from bot.views import exit_review as views
from coaching import exit_review


async def review(update: Update, context: Context) -> None:
    """Show how the points stand, and what can be decided."""
    found = await exit_review.review(context.database, context.viewer)
    await show(update, context, views.review(found, context.t))


async def press_decide(update: Update, context: Context) -> None:
    """Keep the decision; it can be changed until the period is over."""
    wanted = pressed(update, DecidePoints).decision
    found = await exit_review.decide(context.database, context.viewer, wanted, context.now)
    await acknowledge(update)
    await show(update, context, views.review(found, context.t))
