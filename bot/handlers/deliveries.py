"""HR's account of deliveries: the days, one day, and trying again what failed."""

from telegram import Update

from bot.callbacks import Resend, ShowDelivery
from bot.context import Context
from bot.pressed import pressed
from bot.screen import acknowledge, show
from bot.views import deliveries as views
from coaching import accounting


async def deliveries(update: Update, context: Context, page: int = 0) -> None:
    """Show a page of the account, the newest first."""
    lines = await accounting.lines(context.database, context.viewer, context.now)
    await acknowledge(update)
    await show(update, context, views.overview(lines, page, context.t))


async def press_show(update: Update, context: Context) -> None:
    """Show what became of everybody on one day."""
    wanted = pressed(update, ShowDelivery).occurrence_id
    line = await accounting.look_at(context.database, context.viewer, wanted, context.now)
    await acknowledge(update)
    await show(update, context, views.one(line, context.t))


async def press_resend(update: Update, context: Context) -> None:
    """Try the failed ones again, and show how things stand."""
    wanted = pressed(update, Resend).occurrence_id
    await accounting.resend(context.database, context.viewer, wanted, context.now)
    line = await accounting.look_at(context.database, context.viewer, wanted, context.now)
    await acknowledge(update, context.t.plain("deliveries.resent"))
    await show(update, context, views.one(line, context.t))
