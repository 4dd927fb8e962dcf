"""The composition root: everything is built here, from settings and a clock."""

import asyncio
import os
from typing import Self, cast

import structlog
from telegram.error import TelegramError
from telegram.ext import Application, ContextTypes

from bot.chat.context import App, Bot, Context, Services
from bot.chat.introduction import introduce
from bot.client.limiter import Limiter
from bot.client.proxies import proxy_for
from bot.client.server_time import ServerTime
from bot.client.transport import AiohttpRequest
from bot.clock import Clock, SystemClock
from bot.listening.fetching import is_token_refused
from bot.listening.listener import Listener
from bot.pictures import Pictures
from bot.routes import route, routes
from bot.settings import Settings
from bot.timing.timetable import Timetable

log = structlog.get_logger()
PAUSE, LONGEST_PAUSE = 1.0, 60.0  # seconds between the tries of a start
PATIENCE = 3.0  # seconds for each step of the end
HURRIED = 0.5


class Coach:
    """The running product: the bot that listens, and the timetable that speaks first."""

    def __init__(self, application: App, polls: AiohttpRequest) -> None:
        self.application = application
        self.services = application.bot_data
        self.listener = Listener(application, polls)
        self.timetable = Timetable(application)
        self._introduction: asyncio.Task[None] | None = None
        self._patience = PATIENCE

    async def __aenter__(self) -> Self:
        try:
            await self._start()
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def _start(self) -> None:
        await self._reach_telegram()
        await self.application.start()
        self._listening = self.listener.start()
        self.timetable.start()
        self._introduction = asyncio.create_task(introduce(self.application.bot))

    async def _reach_telegram(self) -> None:
        """Wait until Telegram knows who this bot is; only a refused token ends it."""
        pause = PAUSE
        while True:
            try:
                await self.application.initialize()
            except TelegramError as error:
                if is_token_refused(error):
                    raise
                if pause == PAUSE:
                    log.warning("telegram not reached", kind=type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            else:
                return

    async def __aexit__(self, *_: object) -> None:
        """End in order, and within ten seconds whatever hangs: each step has its limit."""
        limiter = self.application.bot.rate_limiter
        if limiter is not None:
            await limiter.shutdown()  # before all that may wait for it
        if self._introduction is not None:
            self._introduction.cancel()
        await asyncio.gather(
            self.listener.stop(self._patience), self.timetable.stop(self._patience)
        )
        if self.application.running:
            await self.application.stop()
        await self.application.shutdown()
        await self.application.bot.shutdown()  # also where the application never got ready
        self.services.pictures.close()
        await self.services.database.close()

    def hurry(self) -> None:
        """Leave sooner: somebody else may be about to take over the work."""
        self._patience = HURRIED

    async def failure(self) -> TelegramError:
        """Wait until the bot cannot go on: another process listens, or the token was revoked."""
        await asyncio.wait([self._listening])
        error = self._listening.exception()
        return error if isinstance(error, TelegramError) else TelegramError("hears nothing")

    async def settled(self) -> None:
        """Wait until every update that arrived was answered and everything due was sent."""
        if self._introduction is not None:
            await self._introduction
        await self.listener.at_rest()
        await self.timetable.at_rest()


def build(
    settings: Settings, clock: Clock | None = None, unsettled: list[int] | None = None
) -> Coach:
    """Build the product; nothing is connected before it is entered.

    `unsettled` are deliveries that an earlier one could not note any more, and outlives this one.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # else PTB warns at every "retry after"
    rooms = routes()
    services = Services(
        database=settings.database(),
        clock=clock or SystemClock(),
        pictures=Pictures(),
        commands=list(rooms.commands),
        privacy_contact=settings.privacy_contact,
        unsettled=[] if unsettled is None else unsettled,
    )
    polls = way_to_telegram(settings, services.server_time, connections=2)
    # PTB calls this "type" to make its bot data; ours is built already.
    hand_out = cast("type[Services]", lambda: services)
    application = (
        Application.builder()
        .bot(telegram_bot(settings, services.server_time, polls))
        .context_types(ContextTypes(context=Context, bot_data=hand_out))
        .updater(None)
        .build()
    )
    route(cast("App", application), rooms)
    return Coach(cast("App", application), polls)


def telegram_bot(
    settings: Settings, server_time: ServerTime | None = None, polls: AiohttpRequest | None = None
) -> Bot:
    """Build the client of the Bot API; nothing is connected yet."""
    token, base_url = settings.telegram_token, settings.telegram_base_url
    return Bot(
        token.get_secret_value() if token else "",
        base_url=base_url,
        base_file_url=base_url.removesuffix("/bot") + "/file/bot",
        request=way_to_telegram(settings, server_time),
        get_updates_request=polls or way_to_telegram(settings, server_time, connections=2),
        rate_limiter=Limiter(settings.messages_per_second),
    )


def way_to_telegram(
    settings: Settings, server_time: ServerTime | None = None, connections: int = 256
) -> AiohttpRequest:
    """Build a pool of connections to the Bot API, through the environment's proxy if any."""
    return AiohttpRequest(connections, server_time, proxy_for(settings.telegram_base_url))
