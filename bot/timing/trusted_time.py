"""Is the clock right? Nothing that cannot be taken back is done while that is in doubt."""

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta
from time import monotonic

import structlog
from telegram.error import TelegramError

from bot.chat.context import Bot, Services
from bot.chat.showing import send
from bot.client.limiter import Lane
from bot.i18n import Translator
from bot.views.deliveries.contents import time_in_doubt
from coaching.content import FALLBACK
from coaching.deliveries import trusted_time
from coaching.deliveries.trusted_time import Known
from coaching.rules.trusted_time import is_near

log = structlog.get_logger()
PATIENCE = 5  # seconds that Telegram has to tell the time
KEPT_EVERY = timedelta(minutes=30)


class TrustedTime:
    """Holds the clock against Telegram's, or else against when it was last right.

    What passes meanwhile is measured by a clock that nobody can set. After a start it is not
    known how long the bot was away, so that only Telegram can say that it was long.
    """

    def __init__(self, bot: Bot, services: Services) -> None:
        self._bot = bot
        self._services = services
        self._known: Known | None = None
        self._since = 0.0
        self._kept: datetime | None = None
        self._looking = asyncio.Lock()

    def now(self) -> datetime | None:
        """Return what time it is, None if the clock is far from what it should show.

        Whoever acts on it takes this very instant: a moment later the clock may be set.
        """
        now, expected = self._services.clock.now(), self._expected()
        return now if expected is not None and is_near(now, expected) else None

    async def look(self) -> datetime | None:
        """Return what time it is; ask Telegram if the clock does not seem right.

        A doubt is kept and told; when it is over, everything goes on.
        """
        async with self._looking:
            if self._known is None:
                await self._remember()
            if self.now() is None:
                await self._ask()
                await self._remember()
            now = self.now()
            if now is not None:
                await self._trust(now)
            else:
                await self._doubt()
            return now

    def _expected(self) -> datetime | None:
        """Return what time it must be by now, None if nothing is known of it."""
        known, told = self._known, self._services.server_time.now()
        if told is not None or known is None:
            return told
        return known.at + timedelta(seconds=monotonic() - self._since)

    async def _ask(self) -> None:
        """Hear the time at Telegram: every answer tells it."""
        with suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._bot.get_me()

    async def _remember(self) -> None:
        """Learn what the database knows, also of a word of technical administration."""
        known = await trusted_time.known(self._services.database)
        if self._known is None or known is None or known.at != self._known.at:
            self._since = monotonic()
        self._known = known
        self._services.server_time.ahead = known.telegram_off if known else timedelta(0)

    async def _trust(self, now: datetime) -> None:
        """Keep that the clock is right, at a start and now and then."""
        known = self._known
        if known and known.in_doubt:
            log.info("the clock is trusted again")
        elif self._kept and abs(now - self._kept) < KEPT_EVERY:
            return
        self._known, self._since = (
            await trusted_time.trust(self._services.database, now),
            monotonic(),
        )
        self._kept = now

    async def _doubt(self) -> None:
        """Hold everything back; say so once, in the log and to HR."""
        known, expected = self._known, self._expected()
        if expected is None or known is None:
            return
        if not known.in_doubt:
            here = self._services.clock.now().isoformat(timespec="seconds")
            should = expected.isoformat(timespec="seconds")
            log.error("the clock is in doubt", clock=here, expected=should, mend="cxcoach doctor")
            await trusted_time.doubt(self._services.database, known.at)
        if not known.told:
            await self._tell_hr(expected)

    async def _tell_hr(self, now: datetime) -> None:
        """Tell HR once, when they are at work: they can ask those who run the bot."""
        told = False
        for viewer in await trusted_time.hr_at_work(self._services.database, now):
            screen = time_in_doubt(Translator(viewer.language or FALLBACK))
            with suppress(TelegramError):
                await send(self._bot, viewer.telegram_id, screen, lane=Lane.BROADCAST)
                told = True
        if told:
            await trusted_time.note_told(self._services.database)
