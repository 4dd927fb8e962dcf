"""One's own data: /mydata shows it, sends it as files, and erases it; one's name, and leaving."""

from telegram import Update

from bot.callbacks.own_data import OwnDataPage, ShowOwnData
from bot.chat.context import Context
from bot.chat.menu import drop_menu, set_menu
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import acknowledge, show, turn_to
from bot.client.limiter import Lane
from bot.command import Command
from bot.screen import Screen
from bot.views.own_data import page as own_page
from bot.views.own_data import record as views
from bot.views.people.joining import after_leaving, whom_to_ask
from coaching.own_data.erasure import erase
from coaching.own_data.record import held
from coaching.people import own_place
from coaching.people.access_log import looks
from coaching.rules.access import Action


async def mydata(update: Update, context: Context) -> None:
    """Show what is held about oneself."""
    own = await held(context.database, context.viewer)
    await show(update, context, views.overview(own, context.viewer, context.t))


async def press_page(update: Update, context: Context) -> None:
    """Show it again, or one of its pages; erase it, or leave, after one question."""
    match pressed(update, ShowOwnData).page:
        case OwnDataPage.ALL:
            await acknowledge(update)
            await mydata(update, context)
        case OwnDataPage.FILE:
            await acknowledge(update)
            await _send_files(update, context)
        case OwnDataPage.ERASE_NOW:
            await erase(context.database, context.viewer, context.now)
            await turn_to(update, context, views.erased(context.t))
            await drop_menu(context, context.viewer)
        case OwnDataPage.LEAVE_NOW:
            context.viewer = await own_place.leave(context.database, context.viewer, context.now)
            await turn_to(update, context, after_leaving(context.t))
            await set_menu(context, context.viewer, context.t)
        case page:
            screen = await _page(context, page)
            await turn_to(update, context, screen)


async def typed_name(update: Update, context: Context, typed: Typed) -> None:
    """Take the corrected first name."""
    name = await own_place.correct_name(context.database, context.viewer, typed.text)
    await show(update, context, views.profile(name, context.viewer, context.t))


async def _page(context: Context, page: OwnDataPage) -> Screen:
    match page:
        case OwnDataPage.LOOKED:
            return views.looked(await looks(context.database, context.viewer), context.t)
        case OwnDataPage.PROFILE:
            return views.profile(context.viewer.first_name, context.viewer, context.t)
        case OwnDataPage.NAME:
            await own_place.ask_name(context.database, context.viewer)
            return views.ask_name(context.t)
        case OwnDataPage.LEAVE:
            return views.confirm_leaving(context.t)
        case _:
            return views.confirm(context.t)


async def _send_files(update: Update, context: Context) -> None:
    own = await held(context.database, context.viewer)
    whom = whom_to_ask(context.viewer, context.bot_data.privacy_contact, context.t)
    files = {
        "cxcoach.json": own_page.as_json(own),
        "cxcoach.html": own_page.as_page(own, whom, context.t),
    }
    for name, content in files.items():
        if update.effective_chat is not None:
            await context.bot.send_document(
                update.effective_chat.id, content, filename=name, rate_limit_args=Lane.REPLY
            )


ROOM = Room(
    commands={
        Command("mydata", Action.OWN_DATA, rank=27): mydata,
    },
    presses={
        ShowOwnData: press_page,
    },
    typed={
        own_place.QUESTION_NAME: typed_name,
    },
)
