"""The composition root: everything is built here, from settings and a clock."""

import asyncio
import os
from contextlib import suppress
from datetime import timedelta
from typing import Self, cast

import structlog
from telegram import Update
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes, ExtBot

from bot.chat.context import App, Bot, Context, Services
from bot.chat.menu import set_strangers_menu
from bot.client.limiter import Limiter
from bot.client.ordering import ChatByChat
from bot.client.transport import AiohttpRequest
from bot.clock import Clock, SystemClock
from bot.pictures import Pictures
from bot.routes import route, routes
from bot.settings import Settings
from bot.timing.timetable import Timetable
from storage.database import Database

log = structlog.get_logger()
CHATS_AT_ONCE = 256
POLL_SECONDS = 30
POLLING = "Updater:start_polling:polling_task"  # PTB's name of its task
NEWCOMER = timedelta(minutes=1)
PATIENCE = 3  # seconds for each step of the end of polling
HEARD = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
]


class Coach:
    """The running product: the bot that listens, and the timetable that speaks first."""

    def __init__(self, application: App) -> None:
        self.application = application
        self.services = application.bot_data
        self.timetable = Timetable(application)

    async def __aenter__(self) -> Self:
        try:
            await self._start()
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def _start(self) -> None:
        self._failure: asyncio.Future[TelegramError] = asyncio.Future()
        self._since = self.services.clock.now()
        await self.application.initialize()
        await self.application.start()
        if self.application.updater is not None:
            await self.application.updater.start_polling(
                timeout=POLL_SECONDS,
                allowed_updates=HEARD,
                bootstrap_retries=0,
                error_callback=self._on_poll_error,
            )
            for task in asyncio.all_tasks():
                if task.get_name() == POLLING:
                    task.add_done_callback(self._on_poll_end)
        self.timetable.start()
        await set_strangers_menu(self.application.bot)  # last: whoever waits is answered first

    async def __aexit__(self, *_: object) -> None:
        await self._stop_listening()
        limiter = self.application.bot.rate_limiter
        if limiter is not None:
            await limiter.shutdown()  # before all that may wait for it
        await self.timetable.stop()
        if self.application.running:
            await self.application.stop()
        await self.application.shutdown()
        await self.application.bot.shutdown()  # also where the application never got ready
        self.services.pictures.close()
        await self.services.database.close()

    async def failure(self) -> TelegramError:
        """Wait until the bot cannot go on: another process listens, or the token was revoked."""
        return await self._failure

    def _on_poll_error(self, error: TelegramError) -> None:
        """Of two that listen with one token, the newcomer leaves; all else is tried again."""
        newcomer = self.services.clock.now() - self._since < NEWCOMER
        if isinstance(error, Conflict) and newcomer:
            self._fail(error)
        else:
            log.warning("polling failed", kind=type(error).__name__)

    def _on_poll_end(self, task: asyncio.Task[None]) -> None:
        error = None if task.cancelled() else task.exception()
        if isinstance(error, TelegramError):
            self._fail(error)

    def _fail(self, error: TelegramError) -> None:
        if not self._failure.done():
            self._failure.set_result(error)

    async def _stop_listening(self) -> None:
        updater = self.application.updater
        if updater is None or not updater.running:
            return
        # Without a network PTB sleeps up to 30 s between polls and swallows the first timeout.
        with suppress(TimeoutError, InvalidToken):
            async with asyncio.timeout(2 * PATIENCE), asyncio.timeout(PATIENCE):
                await updater.stop()

    async def settled(self) -> None:
        """Wait until every update that arrived was answered and everything due was sent."""
        await self.application.update_queue.join()
        await self.timetable.at_rest()


def build(settings: Settings, clock: Clock | None = None) -> Coach:
    """Build the product; nothing is connected before it is entered."""
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # else PTB warns at every "retry after"
    rooms = routes()
    services = Services(
        database=Database(settings.database_url),
        clock=clock or SystemClock(),
        pictures=Pictures(),
        commands=list(rooms.commands),
        privacy_contact=settings.privacy_contact,
    )
    # PTB calls this "type" to make its bot data; ours is built already.
    hand_out = cast("type[Services]", lambda: services)
    application = (
        Application.builder()
        .bot(telegram_bot(settings))
        .context_types(ContextTypes(context=Context, bot_data=hand_out))
        .concurrent_updates(ChatByChat(CHATS_AT_ONCE))
        .build()
    )
    route(cast("App", application), rooms)
    return Coach(cast("App", application))


def telegram_bot(settings: Settings) -> Bot:
    """Build the client of the Bot API; nothing is connected yet."""
    token, base_url = settings.telegram_token, settings.telegram_base_url
    return ExtBot(
        token.get_secret_value() if token else "",
        base_url=base_url,
        base_file_url=base_url.removesuffix("/bot") + "/file/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(connections=2),
        rate_limiter=Limiter(settings.messages_per_second),
    )
