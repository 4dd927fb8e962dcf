"""HR's account of deliveries: the days, one day, and trying again what failed."""

from telegram import Update

from bot.callbacks.deliveries import Resend, ShowDelivery
from bot.callbacks.lists import Listing
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import acknowledge, show, turn_to
from bot.command import Command
from bot.views.deliveries import report as views
from coaching.deliveries import report
from coaching.rules.access import Action, Role


async def deliveries(update: Update, context: Context, page: int = 0) -> None:
    """Show a page of the account, the newest first."""
    args = (context.database, context.viewer, context.now)
    found = await report.page_of_lines(*args, page)
    await turn_to(update, context, views.overview(found, context.t))


async def press_show(update: Update, context: Context) -> None:
    """Show what became of everybody on one day."""
    wanted = pressed(update, ShowDelivery).occurrence_id
    line = await report.look_at(context.database, context.viewer, wanted, context.now)
    await turn_to(update, context, views.one(line, context.t))


async def press_resend(update: Update, context: Context) -> None:
    """Try the failed ones again, and show how things stand."""
    wanted = pressed(update, Resend).occurrence_id
    line = await report.resend(context.database, context.viewer, wanted, context.now)
    await acknowledge(update, context.t.plain("deliveries.resent"))
    await show(update, context, views.one(line, context.t))


ROOM = Room(
    commands={
        Command(
            "deliveries", Action.SEE_DELIVERIES, rank=20, first=frozenset({Role.HR})
        ): deliveries,
    },
    presses={
        ShowDelivery: press_show,
        Resend: press_resend,
    },
    lists={
        Listing.DELIVERIES: deliveries,
    },
)
