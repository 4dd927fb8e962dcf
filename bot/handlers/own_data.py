"""One's own data: /mydata shows it, sends it as files, and erases it."""

from telegram import BotCommandScopeChat, Update

from bot.callbacks import OwnDataPage, ShowOwnData
from bot.context import Context
from bot.limiter import Lane
from bot.pressed import pressed
from bot.screen import Screen, acknowledge, show
from bot.views import own_data as views
from coaching.own_data import OwnData, erase, held
from coaching.rules.access import Action, may


async def mydata(update: Update, context: Context) -> None:
    """Show what is held about oneself."""
    answers = may(context.viewer.standing, Action.CHECK_IN)
    screen = views.overview(await _held(context), answers=answers, t=context.t)
    await show(update, context, screen)


async def press_page(update: Update, context: Context) -> None:
    """Show it again, send it as files, ask before erasing, or erase."""
    match pressed(update, ShowOwnData).page:
        case OwnDataPage.ALL:
            await acknowledge(update)
            await mydata(update, context)
        case OwnDataPage.FILE:
            await acknowledge(update)
            await _send_files(update, context)
        case OwnDataPage.ERASE:
            await acknowledge(update)
            await show(update, context, views.confirm(context.t))
        case OwnDataPage.ERASE_NOW:
            await erase(context.database, context.viewer)
            await acknowledge(update)
            scope = BotCommandScopeChat(context.viewer.telegram_id)
            await context.bot.delete_my_commands(scope=scope)
            await show(update, context, Screen(context.t("mydata.erased")))


async def _held(context: Context) -> OwnData:
    return await held(context.database, context.viewer)


async def _send_files(update: Update, context: Context) -> None:
    own = await _held(context)
    files = {
        "cxcoach.json": views.as_json(own),
        "cxcoach.html": views.as_page(own, context.t),
    }
    for name, content in files.items():
        if update.effective_chat is not None:
            await context.bot.send_document(
                update.effective_chat.id, content, filename=name, rate_limit_args=Lane.REPLY
            )
