"""The gate: who is this? It runs before every handler, and strangers stop here."""

import re

from telegram import ChatMember, Update, User
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop

from bot.callbacks.base import SEPARATOR, BadCallbackError
from bot.callbacks.guarding import DropText, GoOnAnswering, KeepText, LeaveQuestion
from bot.callbacks.own_data import OwnTextData, ShowOwnData, ShowOwnTexts
from bot.callbacks.people import AcceptNotice, ChooseLanguage, ShowNotice
from bot.chat.context import Context
from bot.chat.showing import turn_to
from bot.command import commands_for
from bot.i18n import Translator, nearest_language
from bot.screen import Screen
from bot.views.people.joining import first_screen
from coaching.conversation import stop_typing
from coaching.people.identity import Viewer, identify
from coaching.people.joining import offered_place
from coaching.people.own_place import follow_name
from coaching.people.preferences import heard, set_reachable

ABOUT_THE_TEXT = {b.prefix for b in (KeepText, DropText, GoOnAnswering, LeaveQuestion)}
JOINING = (ChooseLanguage, AcceptNotice, ShowNotice)
OF_ONES_OWN = (ShowOwnData, ShowOwnTexts, OwnTextData)
FOR_A_BOT = re.compile(r"^/\w+@(\w+)")
COMMAND = re.compile(r"^/(\w+)")
WITH_TOKEN = re.compile(r"^/start(@\w+)?\s+(?P<token>\S+)")


async def gate(update: Update, context: Context) -> None:
    """Identify the person and let them through, or tell them what to do and stop."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None or user.is_bot or chat.type != ChatType.PRIVATE:
        raise ApplicationHandlerStop
    if _is_for_another_bot(update, context):
        raise ApplicationHandlerStop
    viewer = await recognise(user, context)
    if update.my_chat_member is not None:
        if viewer is not None:
            blocked = update.my_chat_member.new_chat_member.status == ChatMember.BANNED
            await note_reachable(context, viewer, reachable=not blocked)
        raise ApplicationHandlerStop
    if viewer is not None:
        await note_reachable(context, viewer, reachable=True)
        viewer = await follow_name(context.database, viewer, user.first_name)
        context.viewer = viewer
    if not _may_pass(update, context, viewer):
        await turn_to(update, context, await _next_step(context, viewer))
        raise ApplicationHandlerStop
    if viewer is not None:
        await heard(context.database, viewer, context.now)
    if viewer is not None and _turns_away(update):
        await stop_typing(context.database, viewer)


async def note_reachable(context: Context, viewer: Viewer, *, reachable: bool) -> None:
    """Write down whether the person's chat takes messages, where that is news."""
    if viewer.unreachable == reachable:
        await set_reachable(context.database, viewer.person_id, context.now, reachable=reachable)


def _is_for_another_bot(update: Update, context: Context) -> bool:
    """Tell whether a command names another bot."""
    named = FOR_A_BOT.match((update.message.text if update.message else None) or "")
    return named is not None and named[1].lower() != context.bot.username.lower()


def _turns_away(update: Update) -> bool:
    """Tell whether somebody goes on to something else than what a typed text would answer."""
    if update.callback_query is not None:
        prefix = (update.callback_query.data or "").partition(SEPARATOR)[0]
        return prefix not in ABOUT_THE_TEXT
    return update.message is not None and (update.message.text or "").startswith("/")


async def _next_step(context: Context, viewer: Viewer | None) -> Screen:
    """Return what somebody who has not joined can do."""
    if viewer is None:
        return Screen(context.t("start.stranger"))
    offered = await offered_place(context.database, viewer)
    return first_screen(viewer, offered, context.t)


async def recognise(user: User, context: Context) -> Viewer | None:
    """Fill in who speaks and in which language; None for a stranger, who has Telegram's."""
    context.t = Translator(nearest_language(user.language_code))
    viewer = await identify(context.database, user.id)
    if viewer is not None:
        context.viewer = viewer
    return viewer


def _may_pass(update: Update, context: Context, viewer: Viewer | None) -> bool:
    """Members pass; who left, to what is theirs; others only with an invite, or to join."""
    enrolled = viewer is not None and viewer.enrolled
    if viewer is not None and enrolled and viewer.standing.roles:
        return True
    text = (update.message.text if update.message else None) or ""
    if update.callback_query is None:
        if viewer is None or not enrolled:
            return WITH_TOKEN.match(text) is not None
        return _is_of_ones_own(text, context, viewer)
    return viewer is not None and _is_open_to(viewer, update.callback_query.data or "")


def _is_of_ones_own(text: str, context: Context, viewer: Viewer) -> bool:
    """Tell whether somebody who left asks for what is theirs, or comes back by an invite."""
    named = COMMAND.match(text)
    if named is None:
        return bool(text) and viewer.asked is not None
    theirs = {command.name for command in commands_for(viewer, context.bot_data.commands)}
    return named[1].lower() in theirs or WITH_TOKEN.match(text) is not None


def _is_open_to(viewer: Viewer, data: str) -> bool:
    """Tell whether a press is a step of joining, or about what belongs to somebody who left."""
    for step in (*JOINING, *OF_ONES_OWN) if viewer.enrolled else JOINING:
        try:
            step.parse(data)
        except BadCallbackError:
            continue
        return True
    return False
