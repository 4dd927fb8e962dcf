"""Telling somebody else what was done about them, at once and in their language."""

from collections.abc import Callable

import structlog
from telegram.error import Forbidden, TelegramError

from bot.chat.context import Context
from bot.chat.menu import set_menu
from bot.chat.showing import send
from bot.i18n import Translator
from bot.screen import Screen
from coaching.people.identity import Viewer
from coaching.people.preferences import set_reachable

log = structlog.get_logger()


async def tell(context: Context, whom: Viewer, screen_in: Callable[[Translator], Screen]) -> None:
    """Send it, with the menu that is theirs now, unless their chat takes no messages."""
    if whom.unreachable:
        return
    t = Translator(whom.language or whom.languages[0])
    try:
        await send(context.bot, whom.telegram_id, screen_in(t))
    except Forbidden:
        await set_reachable(context.database, whom.person_id, context.now, reachable=False)
        return
    except TelegramError as error:
        log.warning("not told", kind=type(error).__name__)
    await set_menu(context, whom, t)
