"""What waits for a second HR person: shown, approved or declined."""

from telegram import Update

from bot.callbacks.people import Approve, ShowApprovals
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import turn_to
from bot.views.people import approvals as views
from coaching.people import approvals
from coaching.people.approvals import Waiting


async def press_show(update: Update, context: Context) -> None:
    """Show what waits."""
    pressed(update, ShowApprovals)
    found = await approvals.waiting(context.database, context.viewer, context.now)
    await _show(update, context, found)


async def press_approve(update: Update, context: Context) -> None:
    """Approve or decline one, and show what is left."""
    wanted = pressed(update, Approve)
    decide = approvals.approve if wanted.yes else approvals.decline
    found = await decide(context.database, context.viewer, wanted.invite_id, context.now)
    await _show(update, context, found)


async def _show(update: Update, context: Context, waits: Waiting) -> None:
    await turn_to(update, context, views.waiting(waits, context.t))


ROOM = Room(
    presses={
        ShowApprovals: press_show,
        Approve: press_approve,
    },
)
