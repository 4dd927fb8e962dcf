"""One's own history, reached from /mydata: shown, kept from now on, or erased."""

from telegram import Update

from bot.callbacks.checkin import HistoryPage, ShowHistory
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import acknowledge, show
from bot.views.checkin import own_history as views
from coaching.checkin.own_history import drop_history, keep_history, own_history


async def press_page(update: Update, context: Context) -> None:
    """Do what was pressed, and show what is kept now."""
    match pressed(update, ShowHistory).page:
        case HistoryPage.KEEP:
            shown = await keep_history(context.database, context.viewer)
        case HistoryPage.DROP:
            shown = await drop_history(context.database, context.viewer, context.now)
        case HistoryPage.SHOW:
            shown = await own_history(context.database, context.viewer)
    await acknowledge(update)
    png = None
    if shown.blocks:
        png = await context.bot_data.pictures.own_history(views.picture(shown, context.t))
    await show(update, context, views.history(shown, png, context.t))


ROOM = Room(
    presses={
        ShowHistory: press_page,
    },
)
