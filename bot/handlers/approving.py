"""What waits for a second HR person: shown, approved or declined."""

from telegram import Update

from bot.callbacks import Approve, ShowApprovals
from bot.context import Context
from bot.pressed import pressed
from bot.screen import acknowledge, show
from bot.views import approving as views
from coaching import approving


async def press_show(update: Update, context: Context) -> None:
    """Show what waits."""
    pressed(update, ShowApprovals)
    await _show(update, context)


async def press_approve(update: Update, context: Context) -> None:
    """Approve or decline one, and show what is left."""
    wanted = pressed(update, Approve)
    decide = approving.approve if wanted.yes else approving.decline
    await decide(context.database, context.viewer, wanted.invite_id, context.now)
    await _show(update, context)


async def _show(update: Update, context: Context) -> None:
    found = await approving.waiting(context.database, context.viewer, context.now)
    await acknowledge(update)
    await show(update, context, views.waiting(found, context.t))
