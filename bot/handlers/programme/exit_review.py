"""The exit review: HR decides whether points go on after two quarters."""

from telegram import Update

from bot.callbacks.programme import DecidePoints
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import show, turn_to
from bot.command import Command
from bot.views.programme import exit_review as views
from coaching.programme import exit_review
from coaching.rules.access import Action


async def review(update: Update, context: Context) -> None:
    """Show how the points stand, and what can be decided."""
    pending = await exit_review.review(context.database, context.viewer)
    await show(update, context, views.review(pending, context.t))


async def press_decide(update: Update, context: Context) -> None:
    """Keep the decision; it can be changed until the period is over."""
    wanted = pressed(update, DecidePoints).decision
    decided = await exit_review.decide(context.database, context.viewer, wanted, context.now)
    await turn_to(update, context, views.review(decided, context.t))


ROOM = Room(
    commands={
        Command("review", Action.DECIDE_POINTS, rank=16, needs_points=True): review,
    },
    presses={
        DecidePoints: press_decide,
    },
)
