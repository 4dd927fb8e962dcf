"""Who has no place here: strangers and groups get a sentence once in a while, behind members."""

import asyncio
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from math import inf

import structlog
from telegram import ChatMember, Update
from telegram.constants import ChatType
from telegram.error import ChatMigrated, TelegramError

from bot.chat.context import Bot
from bot.chat.showing import send
from bot.client.limiter import Lane
from bot.i18n import Translator, nearest_language
from bot.listening.heard import Heard
from bot.logs import kind_of
from bot.screen import Screen
from coaching.errors import Code

log = structlog.get_logger()
AGAIN = 60.0  # seconds until the same chat is answered again
REMEMBERED = 10_000  # chats
WAITING = 100  # chats; whoever comes while so many wait gets no answer
AT_ONCE = 5  # answers after a quiet time
EACH = 1.0  # seconds from one answer to the next, a small part of what the bot may send
GONE = (ChatMember.LEFT, ChatMember.BANNED)


@dataclass(frozen=True, slots=True)
class _Waiting:
    heard: Heard
    refusal: Code | None
    gets_a_sentence: bool


class Outsiders:
    """Answers each chat once in a while, and leaves every group."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._waiting: asyncio.Queue[_Waiting] = asyncio.Queue(WAITING)
        self._answered: OrderedDict[int, float] = OrderedDict()
        self._next_at = 0.0
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to answer."""
        self._task = asyncio.create_task(self._work())

    async def stop(self) -> None:
        """Leave whoever waits without an answer."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def at_rest(self) -> None:
        """Wait until nobody waits for an answer."""
        await self._waiting.join()

    def take(self, heard: Heard, refusal: Code | None = None) -> None:
        """Let the chat be answered unless it was lately; `refusal` tells what a link lacks."""
        if not _asks_for_an_answer(heard):
            return
        is_new = self._is_new(heard.chat_id)
        if not is_new and heard.query_id is None:
            return
        try:
            self._waiting.put_nowait(_Waiting(heard, refusal, gets_a_sentence=is_new))
        except asyncio.QueueFull:
            if is_new:
                del self._answered[heard.chat_id]

    async def _work(self) -> None:
        while True:
            waiting = await self._waiting.get()
            try:
                if waiting.heard.query_id is not None:
                    await self._bot.answer_callback_query(waiting.heard.query_id)
                if waiting.gets_a_sentence:
                    await self._keep_pace()
                    await self._answer(waiting.heard, waiting.refusal)
            except Exception as error:  # noqa: BLE001 - one chat stops no other
                log.info("outsider not answered", kind=kind_of(error))
            finally:
                self._waiting.task_done()

    def _is_new(self, chat_id: int) -> bool:
        """Tell whether the chat was not answered lately, and note that it is now."""
        now = asyncio.get_running_loop().time()
        if now < self._answered.get(chat_id, -inf) + AGAIN:
            return False
        self._answered[chat_id] = now
        self._answered.move_to_end(chat_id)
        while len(self._answered) > REMEMBERED:
            self._answered.popitem(last=False)
        return True

    async def _keep_pace(self) -> None:
        now = asyncio.get_running_loop().time()
        self._next_at = max(self._next_at, now - AT_ONCE * EACH) + EACH
        await asyncio.sleep(self._next_at - now)

    async def _answer(self, heard: Heard, refusal: Code | None) -> None:
        t = Translator(nearest_language(heard.language))
        if heard.private:
            key = f"error.{refusal}" if refusal else "start.stranger"
            await send(self._bot, heard.chat_id, Screen(t(key)), lane=Lane.BROADCAST)
            return
        if heard.chat_type != ChatType.CHANNEL:
            with suppress(TelegramError):  # it may not be allowed to write there
                screen = Screen(t("start.private_only"))
                await send(self._bot, heard.chat_id, screen, lane=Lane.BROADCAST)
        await self._leave(heard.chat_id)

    async def _leave(self, chat_id: int) -> None:
        try:
            await self._bot.leave_chat(chat_id)
        except ChatMigrated as moved:
            await self._bot.leave_chat(moved.new_chat_id)


def _asks_for_an_answer(heard: Heard) -> bool:
    """Tell whether somebody speaks to the bot, or has taken it into a group."""
    if heard.status is not None:
        return heard.status not in GONE and not heard.private
    return heard.kind in (Update.MESSAGE, Update.CALLBACK_QUERY)
