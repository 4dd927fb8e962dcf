"""The listener: fetches what people do, and lets each of it be answered or left on purpose."""

import asyncio
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress

import structlog
from telegram import Update
from telegram.error import TelegramError

from bot.chat.context import App
from bot.chat.gate import WITH_TOKEN
from bot.chat.showing import send
from bot.client.transport import AiohttpRequest
from bot.i18n import Translator, nearest_language
from bot.listening.fetching import Fetcher
from bot.listening.heard import Heard, Raw, read
from bot.listening.outsiders import Outsiders
from bot.listening.turns import Turns
from bot.listening.window import Window
from bot.logs import kind_of, places_of
from bot.screen import Screen
from coaching.people.identity import identify, known_accounts
from coaching.people.joining import refusal_of

log = structlog.get_logger()
# Seconds until the next poll while something is in hand: it brings all that once more.
LOOK_AGAIN, FOR_EACH = 0.02, 0.001
PATIENCE = 2.0  # seconds that it may take to tell members from strangers


class Listener:
    """Hears everybody: members in turn, strangers and groups now and then."""

    def __init__(self, application: App, polls: AiohttpRequest) -> None:
        self._application = application
        self._services = application.bot_data
        self._polls = polls
        self._window = Window()
        self._outsiders = Outsiders(application.bot)
        self._turns = Turns(self._process, self._release, self._tell_too_many)
        self._known: set[int] = set()
        self._skipped: Counter[str] = Counter()
        self._telling: set[asyncio.Task[None]] = set()
        self._listening: asyncio.Task[None] | None = None

    def start(self) -> asyncio.Task[None]:
        """Begin to listen; the task ends only with what makes it impossible."""
        self._fetcher = Fetcher(self._application.bot, self._polls)
        self._outsiders.start()
        self._listening = asyncio.create_task(self._listen())
        return self._listening

    async def stop(self, within: float) -> None:
        """Hear nothing more, finish what is in hand within some seconds, leave the rest.

        What was not finished is not confirmed, so it comes again at the next start.
        """
        if self._listening is None:
            return
        self._listening.cancel()
        await asyncio.gather(self._listening, return_exceptions=True)
        await self._outsiders.stop()
        await self._turns.stop(within)
        for task in self._telling:
            task.cancel()
        with suppress(TimeoutError, TelegramError):
            async with asyncio.timeout(within):
                await self._fetcher.confirm(self._window.offset())

    async def at_rest(self) -> None:
        """Wait until everything that came was answered."""
        await self._turns.at_rest()
        await self._outsiders.at_rest()
        if self._telling:
            await asyncio.wait(set(self._telling))

    async def _listen(self) -> None:
        while True:
            came = await self._fetcher.fetch(self._window.offset())
            await self._hand_out(self._readable(came))
            if self._window.number:
                await self._window.progress(LOOK_AGAIN + self._window.number * FOR_EACH)

    def _readable(self, came: Iterable[Raw]) -> list[Heard]:
        """Return what is new and can be understood; the rest is left behind for good."""
        found = []
        for raw in came:
            update_id = raw.get("update_id")
            if not isinstance(update_id, int) or not self._window.take(update_id):
                continue
            try:
                heard = read(raw)
            except (KeyError, TypeError, AttributeError) as error:
                self._skip(raw, error)
                heard = None
            if heard is None:
                self._window.release(update_id)
            else:
                found.append(heard)
        return found

    async def _hand_out(self, found: list[Heard]) -> None:
        members = await self._members({each.sender_id for each in found if each.private})
        for heard in found:
            if heard.private and heard.sender_id in members:
                self._turns.take(heard)
        for heard in found:
            if not (heard.private and heard.sender_id in members):
                await self._hear_outsider(heard)

    async def _hear_outsider(self, heard: Heard) -> None:
        """Let whoever comes with a good link in; answer others once in a while."""
        try:
            if await self._opens_link(heard):
                self._turns.take(heard)
                return
        except Exception as error:  # noqa: BLE001 - no stranger keeps the bot from hearing
            log.warning("outsider not heard", kind=kind_of(error))
        self._window.release(heard.update_id)

    async def _members(self, accounts: set[int]) -> set[int]:
        """Return those who are no strangers; nobody counts as one while the database is away."""
        unknown = accounts - self._known
        if unknown:
            try:
                async with asyncio.timeout(PATIENCE):  # nobody hears anything meanwhile
                    self._known |= await known_accounts(self._services.database, list(unknown))
            except Exception as error:  # noqa: BLE001 - the gate will say what is wrong
                log.warning("senders not looked up", kind=kind_of(error))
                return accounts
        return self._known

    async def _opens_link(self, heard: Heard) -> bool:
        """Tell whether a stranger comes with a link that lets somebody in; answer others later."""
        refusal = None
        link = WITH_TOKEN.match(heard.text) if heard.kind == Update.MESSAGE else None
        if link is not None and heard.private:
            now = self._services.clock.now()
            refusal = await refusal_of(self._services.database, link["token"], now)
            if refusal is None:
                return True
        self._outsiders.take(heard, refusal)
        return False

    async def _process(self, heard: Heard) -> None:
        try:
            update = Update.de_json(heard.raw, self._application.bot)
        except Exception as error:  # noqa: BLE001 - the library raises many kinds
            self._skip(heard.raw, error)
            return
        try:
            await self._application.process_update(update)
        except Exception as error:  # noqa: BLE001 - one update stops no other
            log.error("update broke", kind=kind_of(error), at=places_of(error))  # noqa: TRY400

    def _release(self, heard: Heard) -> None:
        self._window.release(heard.update_id)

    def _skip(self, raw: Raw, error: Exception) -> None:
        """Count what cannot be read: fetched again, it would keep the bot from everything else."""
        kind = next((name for name in raw if name != "update_id"), "nothing")
        self._skipped[kind] += 1
        log.warning("update skipped", what=kind, kind=kind_of(error), count=self._skipped[kind])

    def _tell_too_many(self, heard: Heard) -> None:
        task = asyncio.create_task(self._say_too_many(heard))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def _say_too_many(self, heard: Heard) -> None:
        """Say once that only the first few are answered."""
        bot = self._application.bot
        try:
            viewer = await identify(self._services.database, heard.sender_id)
            t = Translator((viewer and viewer.language) or nearest_language(heard.language))
            if heard.query_id is not None:
                text = t.plain("error.too_many")
                await bot.answer_callback_query(heard.query_id, text, show_alert=True)
            else:
                await send(bot, heard.chat_id, Screen(t("error.too_many")))
        except Exception as error:  # noqa: BLE001 - a courtesy
            log.info("too many, not told", kind=kind_of(error))
