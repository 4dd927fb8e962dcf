"""Telegram's menu of commands, in the person's language."""

import structlog
from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import TelegramError

from bot.chat.context import Bot, Context
from bot.command import commands_for
from bot.i18n import Translator
from coaching.content import FALLBACK, LANGUAGES
from coaching.people.identity import Viewer

log = structlog.get_logger()


async def set_menu(context: Context, viewer: Viewer, t: Translator) -> None:
    """Show the person's commands in Telegram's menu; without it they can be typed all the same."""
    theirs = commands_for(viewer, context.bot_data.commands)
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


async def set_strangers_menu(bot: Bot) -> None:
    """Show those who have not joined that there is /start, in their Telegram's language."""
    for language in LANGUAGES:
        menu = [BotCommand("start", Translator(language).plain("command.start"))]
        code = None if language == FALLBACK else language
        scope = BotCommandScopeAllPrivateChats()
        try:
            await bot.set_my_commands(menu, scope=scope, language_code=code)
        except TelegramError as error:
            log.warning("menu not set", kind=type(error).__name__)
