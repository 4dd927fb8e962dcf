"""What the bot says of itself where nobody has written yet: description, picture, /start."""

from pathlib import Path

import structlog
from telegram import BotCommand, BotCommandScopeAllPrivateChats, InputProfilePhotoStatic
from telegram.error import TelegramError

from bot.chat.context import Bot
from bot.i18n import Translator
from coaching.content import FALLBACK, LANGUAGES

PICTURE = Path(__file__).parent / "picture.jpg"

log = structlog.get_logger()


async def introduce(bot: Bot) -> None:
    """Say in each language what the bot is; what Telegram refuses stays as it was."""
    try:
        for language in LANGUAGES:
            await _speak_of_oneself(bot, Translator(language))
        if not (await bot.get_user_profile_photos(bot.id, limit=1)).total_count:
            await bot.set_my_profile_photo(InputProfilePhotoStatic(PICTURE.read_bytes()))
    except TelegramError as error:
        log.warning("introduction not set", kind=type(error).__name__)


async def _speak_of_oneself(bot: Bot, t: Translator) -> None:
    code = None if t.language == FALLBACK else t.language
    menu = [BotCommand("start", t.plain("command.start"))]
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands(menu, scope=scope, language_code=code)
    said = (await bot.get_my_description(code)).description
    if said != t.plain("introduction.description"):  # Telegram lets it change a few times a day
        await bot.set_my_description(t.plain("introduction.description"), code)
        await bot.set_my_short_description(t.plain("introduction.short"), code)
