"""A Telegram for the limiter's tests: counts strictly, and refuses when it is told to."""

import asyncio
import random
from collections import deque
from typing import Any

from bot.client.limiter import Lane, Limiter
from tests.bot.fast_time import now

TRAVEL = 0.02


class Telegram:
    """Counts strictly: so many in any second, one in a chat; and refuses what it is told to."""

    def __init__(self, limiter: Limiter, per_second: int = 30) -> None:
        self.limiter = limiter
        self.arrived: list[tuple[float, int, str]] = []
        self.refused: list[tuple[float, int]] = []
        self.troubles: dict[int, list[Exception]] = {}
        self._second: deque[float] = deque(maxlen=per_second)
        self._lot = random.Random(4)

    async def send(
        self, chat: int, lane: Lane = Lane.REPLY, text: str = "", method: str = "sendMessage"
    ) -> Any:
        """Send through the limiter, as PTB does."""
        data = {"chat_id": chat, "text": text}
        return await self.limiter.process_request(
            self._answer, (chat, text), {"counts": method == "sendMessage"}, method, data, lane
        )

    def sends(self, chat: int, lane: Lane = Lane.REPLY, text: str = "") -> asyncio.Task[Any]:
        """Begin to send."""
        return asyncio.create_task(self.send(chat, lane, text))

    async def _answer(self, chat: int, text: str, *, counts: bool) -> bool:
        await asyncio.sleep(TRAVEL + self._lot.uniform(0, 0.008))
        if self.troubles.get(chat):
            self.refused.append((now(), chat))
            raise self.troubles[chat].pop(0)
        if counts:
            self._count(chat)
        self.arrived.append((now(), chat, text))
        await asyncio.sleep(TRAVEL)
        return True

    def _count(self, chat: int) -> None:
        second, at = self._second, now()
        assert len(second) < (second.maxlen or 0) or at - second[0] >= 1, "too many in a second"
        second.append(at)
        earlier = [when for when, where, _ in self.arrived if where == chat]
        assert chat < 0 or not earlier or at - earlier[-1] >= 1, "too many in a chat"

    @property
    def chats(self) -> list[int]:
        """The chats in which messages arrived, in order."""
        return [chat for _, chat, _ in self.arrived]

    def when(self, chat: int) -> list[float]:
        """When the chat's messages arrived."""
        return [at for at, where, _ in self.arrived if where == chat]

    @property
    def remembered(self) -> int:
        """How many chats the limiter keeps in mind."""
        queue = self.limiter._queue
        assert queue is not None
        return len(queue._chats)
