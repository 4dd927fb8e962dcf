"""Telegram's menu of commands, in the person's language."""

import structlog
from telegram import BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from bot.chat.context import Context
from bot.command import menu_for
from bot.i18n import Translator
from coaching.people.identity import Viewer

log = structlog.get_logger()


async def set_menu(context: Context, viewer: Viewer, t: Translator) -> None:
    """Show the person's first commands in Telegram's menu; all of them can be typed."""
    theirs = menu_for(viewer, context.bot_data.commands)
    menu = [BotCommand(c.name, t.plain(f"command.{c.name}")) for c in theirs]
    try:
        await context.bot.set_my_commands(menu, scope=BotCommandScopeChat(viewer.telegram_id))
    except TelegramError as error:
        log.warning("menu not set", kind=type(error).__name__)


async def drop_menu(context: Context, viewer: Viewer) -> None:
    """Show the menu of strangers to somebody of whom nothing is left."""
    try:
        await context.bot.delete_my_commands(scope=BotCommandScopeChat(viewer.telegram_id))
    except TelegramError as error:
        log.warning("menu not dropped", kind=type(error).__name__)
