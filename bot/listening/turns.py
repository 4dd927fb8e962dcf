"""Whose turn it is: updates of one chat in order, those of different chats at the same time."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from telegram import Update

from bot.listening.heard import Heard

CHATS_AT_ONCE = 256
HANDFUL = 8  # updates of a chat that may wait
AGAIN = 10.0  # seconds until a chat is told again that it is too much
CANCELLED_WITHIN = 1.0  # seconds
ALBUMS = 512  # remembered, so that each gets one answer
LONG_TEXTS = 512  # remembered, each until its chat says something else
CUT_FROM = 2048  # characters: apps cut a text in two between here and Telegram's limit of 4,096
TOGETHER = 2  # seconds between the pieces of one text


@dataclass(slots=True)
class _Chat:
    waiting: deque[Heard]
    in_hand: list[Heard] = field(default_factory=list)
    overflowed: bool = False


class Turns:
    """Lets each chat's updates wait for one another, and a chat's turn come before its slot."""

    def __init__(
        self,
        process: Callable[[Heard], Awaitable[None]],
        release: Callable[[Heard], None],
        too_many: Callable[[Heard], None],
        at_once: int = CHATS_AT_ONCE,
    ) -> None:
        self._process = process
        self._release = release
        self._too_many = too_many
        self._slots = asyncio.Semaphore(at_once)
        self._chats: dict[int, _Chat] = {}
        self._told: dict[int, float] = {}  # chats that were told lately that it is too much
        self._albums: OrderedDict[str, None] = OrderedDict()
        self._long_texts: OrderedDict[int, int] = OrderedDict()  # of which chat, sent when
        self._tasks: set[asyncio.Task[None]] = set()

    def take(self, heard: Heard) -> None:
        """Let the update wait for its turn, or drop what one person cannot mean to have answered.

        Of an album one picture is answered, and of a text that an app had to cut its first piece.
        Beyond a handful that wait, the first is told so.
        """
        is_tail = self._is_cut_off_a_long_text(heard)
        if is_tail or (heard.album is not None and self._is_of_known_album(heard.album)):
            self._release(heard)
            return
        chat = self._chats.get(heard.chat_id)
        if chat is None:
            chat = self._chats[heard.chat_id] = _Chat(deque([heard]))
            task = asyncio.create_task(self._serve(heard.chat_id, chat))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        elif len(chat.waiting) < HANDFUL and not chat.overflowed:
            chat.waiting.append(heard)
        else:
            self._release(heard)
            self._overflow(chat, heard)

    def _overflow(self, chat: _Chat, heard: Heard) -> None:
        """Say that it is too much, and take nothing until the chat's first few are answered.

        From now on the chat holds up nobody else's updates.
        """
        if chat.overflowed:
            return
        chat.overflowed = True
        for each in (*chat.in_hand, *chat.waiting):
            self._release(each)
        now = asyncio.get_running_loop().time()
        self._told = {chat_id: at for chat_id, at in self._told.items() if at > now - AGAIN}
        if heard.chat_id not in self._told:
            self._told[heard.chat_id] = now
            self._too_many(heard)

    async def stop(self, seconds: float) -> None:
        """Finish what is in hand within so many seconds; what waits is left."""
        for chat in self._chats.values():
            chat.waiting.clear()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=CANCELLED_WITHIN)

    async def at_rest(self) -> None:
        """Wait until nothing waits or is in hand."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def _serve(self, chat_id: int, chat: _Chat) -> None:
        """Take the chat's updates one after the other until none waits."""
        try:
            while chat.waiting:
                heard = chat.waiting.popleft()
                async with self._slots:
                    chat.in_hand = [heard]
                    await self._process(heard)
                    self._release(heard)
        finally:
            del self._chats[chat_id]

    def _is_cut_off_a_long_text(self, heard: Heard) -> bool:
        if heard.kind != Update.MESSAGE or not heard.text:
            return False
        sent_at = self._long_texts.pop(heard.chat_id, None)
        if len(heard.text) >= CUT_FROM:
            self._long_texts[heard.chat_id] = heard.sent_at
            while len(self._long_texts) > LONG_TEXTS:
                self._long_texts.popitem(last=False)
        return sent_at is not None and heard.sent_at - sent_at <= TOGETHER

    def _is_of_known_album(self, album: str) -> bool:
        known = album in self._albums
        self._albums[album] = None
        while len(self._albums) > ALBUMS:
            self._albums.popitem(last=False)
        return known
