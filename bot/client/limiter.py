"""The rate limiter: how fast new messages go out, whose turn it is, and what is tried again.

Three rules hold for every new message. The bot as a whole sends so many a second, evenly spread.
A private chat gets one a second, a group twenty a minute. And what Telegram told to wait waits.
Of those that may go, replies come before broadcasts, and the oldest comes first.

What somebody in front of the chat waits for (a reply, an edit, a spinner to stop) is tried again
when Telegram or the network fails. A broadcast is not: the sender writes down how it went.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from enum import IntEnum
from heapq import heappop, heappush
from itertools import chain, count
from math import ceil, inf
from typing import Any
from weakref import WeakValueDictionary

from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

Answer = bool | dict[str, Any] | list[dict[str, Any]]
ChatId = int | str

PRIVATE = (1, 1.0)  # messages, seconds
GROUP = (20, 60.0)
BURST = 0.1  # seconds whose messages may go at once after a pause
CATCH_UP = 0.5  # seconds whose messages may go at once when the computer was busy elsewhere
MARGIN = 1.01  # longer than Telegram counts, for not all are under way equally long
PATIENCE = 60.0  # seconds that a message may wait because Telegram said so
PAUSES = (0.3, 1.0, 3.0)  # seconds between the tries of what somebody waits for
TOGETHER = 5.0  # seconds; when two chats are told to wait within them, the whole bot is meant


class Lane(IntEnum):
    """Who goes first; PTB hands it on as `rate_limit_args`, and leaves out what is 0."""

    REPLY = 0
    BROADCAST = 1


class Limiter(BaseRateLimiter[Lane]):
    """Lets new messages wait for their turn, and everything else straight through."""

    def __init__(self, messages_per_second: float) -> None:
        self._queue = _Queue(messages_per_second) if messages_per_second else None
        self._over = asyncio.Event()

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Let nobody wait any longer because something failed; turns still come."""
        self._over.set()
        if self._queue is not None:
            self._queue.lose_patience()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,  # noqa: ANN401 - the signature is PTB's
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Lane | None,
    ) -> Answer:
        """Make the request when it may be made; what somebody waits for is tried again."""
        lane = rate_limit_args or Lane.REPLY
        counted = endpoint.startswith("send") and endpoint != "sendChatAction"
        turn = self._queue.turn(data.get("chat_id", 0), lane) if self._queue and counted else None
        pauses = iter(() if lane is Lane.BROADCAST else PAUSES)
        while True:
            try:
                return await self._when_its_turn(turn, callback, args, kwargs)
            except (NetworkError, RetryAfter) as error:
                pause = _pause_after(error, next(pauses, None), queued=turn is not None)
                if pause is None or await self._is_over(pause):
                    raise

    async def _when_its_turn(
        self,
        turn: "_Turn | None",
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,  # noqa: ANN401
        kwargs: dict[str, Any],
    ) -> Answer:
        queue = self._queue
        if queue is None or turn is None:
            return await callback(*args, **kwargs)
        await queue.wait(turn)
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as refusal:
            queue.halt(turn.chat, told(refusal).total_seconds())
            raise
        finally:
            queue.leave(turn)

    async def _is_over(self, seconds: float) -> bool:
        """Wait before the next try; tell whether the bot stops meanwhile."""
        if seconds and not self._over.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._over.wait(), seconds)
        return self._over.is_set()


def _pause_after(
    error: NetworkError | RetryAfter, planned: float | None, *, queued: bool
) -> float | None:
    """Return the seconds until the next try; None if there is none, or if it would not help."""
    if planned is None or isinstance(error, BadRequest):  # PTB counts it to the network's errors
        return None
    if isinstance(error, RetryAfter):
        wait = told(error).total_seconds()
        # The queue itself lets a message wait for as long as it was told.
        return 0.0 if queued else wait if wait <= PATIENCE else None
    return planned


def told(refusal: RetryAfter) -> timedelta:
    """Return how long to wait; PTB gives seconds, or a timedelta where it is told to."""
    wait = refusal.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)


@dataclass(slots=True)
class _Slots:
    """So many messages in any stretch of so many seconds."""

    most: int
    seconds: float
    under_way: int = 0
    free_at: deque[float] = field(default_factory=deque)  # for those that have arrived

    def ready_at(self) -> float:
        """Return when the next may go; while too many are under way nobody knows."""
        if self.under_way + len(self.free_at) < self.most:
            return -inf
        return self.free_at[0] if self.free_at else inf

    def rested_at(self) -> float:
        """Return when all are free."""
        if self.under_way:
            return inf
        return self.free_at[-1] if self.free_at else -inf

    def take(self, now: float) -> None:
        while self.free_at and self.free_at[0] <= now:
            self.free_at.popleft()
        self.under_way += 1

    def give_back(self) -> None:
        """Free the slot of what was not sent after all."""
        self.under_way -= 1

    def arrived(self, now: float) -> None:
        """Free the slot when its time is over."""
        self.under_way -= 1
        self.free_at.append(now + self.seconds)


class _Pace:
    """The bot as a whole: the slots of a second, and an even spread with a small burst.

    It counts when messages would have gone if the computer had always been on time. So what was
    held up is caught up, while the bot as a whole stays at its pace.
    """

    def __init__(self, per_second: float) -> None:
        most = max(1, int(per_second))
        self._slots = _Slots(most, most / per_second * MARGIN)
        self._step = 1 / per_second
        self._lead = max(0.0, BURST - self._step)
        self._last_at = self._even_at = -inf  # the next goes then if all go evenly
        self.halted_until = -inf

    def ready_at(self) -> float:
        return max(self._slots.ready_at(), self._even_at - self._lead, self.halted_until)

    def begin(self, now: float) -> None:
        """Begin anew after a time in which nobody waited: that is not caught up."""
        self._last_at = max(self._last_at, now)

    def take(self, now: float) -> None:
        at = self._last_at = max(self.ready_at(), self._last_at, now - CATCH_UP)
        self._even_at = max(self._even_at, at) + self._step
        # Waiting for each to arrive would cost throughput; the margin covers the difference.
        self._slots.take(at)
        self._slots.arrived(at)

    def give_back(self) -> None:
        self._even_at -= self._step
        self._slots.free_at.pop()


@dataclass(slots=True, eq=False, weakref_slot=True)
class _Chat:
    """A chat that somebody waits for or that rests; others are not remembered."""

    slots: _Slots
    told_at: float = -inf
    halted_until: float = -inf
    parked: "list[_Turn]" = field(default_factory=list)  # a heap of those that wait for the chat
    rests_until: float = inf

    def ready_at(self) -> float:
        return max(self.slots.ready_at(), self.halted_until)

    def rested_at(self) -> float:
        return max(self.slots.rested_at(), self.halted_until, self.told_at + TOGETHER)


@dataclass(slots=True, order=True)
class _Turn:
    """A message that waits; the smallest goes first."""

    lane: Lane
    number: int
    chat: _Chat = field(compare=False)
    # Done when it may go, then 0, or when it is refused, then the seconds to wait.
    go: asyncio.Future[float] = field(init=False, compare=False)


class _Queue:
    """All that wait, woken by one timer: they are ready, or parked until their chat is."""

    def __init__(self, messages_per_second: float) -> None:
        self._pace = _Pace(messages_per_second)
        self._patience = PATIENCE
        self._numbers = count()
        self._ready: list[_Turn] = []  # a heap; that a chat is not ready is noticed at its turn
        self._resting: list[tuple[float, int, _Chat]] = []  # a heap, the first to wake up first
        self._chats: WeakValueDictionary[ChatId, _Chat] = WeakValueDictionary()
        self._timer: asyncio.TimerHandle | None = None

    def turn(self, chat_id: ChatId, lane: Lane) -> _Turn:
        """Return the turn of a new message."""
        chat = self._chats.get(chat_id)
        if chat is None:
            private = isinstance(chat_id, int) and chat_id >= 0
            chat = self._chats[chat_id] = _Chat(_Slots(*(PRIVATE if private else GROUP)))
        return _Turn(lane, next(self._numbers), chat)

    async def wait(self, turn: _Turn) -> None:
        """Return when it is this one's turn; RetryAfter where Telegram asks too much patience."""
        told_to_wait = self._too_long(turn)
        if not told_to_wait:
            turn.go = asyncio.get_running_loop().create_future()
            self._line_up(turn, _now())
            self._advance()
            try:
                told_to_wait = await turn.go
            except asyncio.CancelledError:
                if not turn.go.cancelled() and not turn.go.result():
                    self._give_back(turn)  # cancelled between its turn and its request
                raise
        if told_to_wait:
            raise RetryAfter(ceil(told_to_wait))

    def leave(self, turn: _Turn) -> None:
        """Note that Telegram has the message, or never will."""
        turn.chat.slots.arrived(_now())
        self._rest(turn.chat)
        self._advance()

    def halt(self, chat: _Chat, seconds: float) -> None:
        """Let the chat wait as Telegram told it, or everybody when it told several chats."""
        now = _now()
        chat.halted_until = max(chat.halted_until, now + seconds)
        chat.told_at = now
        lately = [each for each in self._chats.values() if each.told_at >= now - TOGETHER]
        if len(lately) > 1:
            longest = max(each.halted_until for each in lately)
            self._pace.halted_until = max(self._pace.halted_until, longest)
        self._refuse_the_impatient()

    def lose_patience(self) -> None:
        """Refuse from now on whatever would wait because Telegram said so."""
        self._patience = 0.0
        self._refuse_the_impatient()

    def _refuse_the_impatient(self) -> None:
        parked = (chat.parked for chat in self._chats.values())
        for turn in chain(self._ready, *parked):
            if not turn.go.done() and (told_to_wait := self._too_long(turn)):
                turn.go.set_result(told_to_wait)

    def _too_long(self, turn: _Turn) -> float:
        """Return the seconds for which Telegram forbids it if that is too long to wait, else 0.

        A broadcast never waits for a chat that was told to: those after it would wait as well.
        """
        now = _now()
        chat, everybody = turn.chat.halted_until - now, self._pace.halted_until - now
        patience = self._patience if turn.lane is Lane.REPLY else 0.0
        if chat > patience or everybody > self._patience:
            return max(chat, everybody)
        return 0.0

    def _line_up(self, turn: _Turn, now: float) -> None:
        if not self._ready:
            self._pace.begin(now)
        heappush(self._ready, turn)

    def _give_back(self, turn: _Turn) -> None:
        self._pace.give_back()
        turn.chat.slots.give_back()
        self._rest(turn.chat)
        self._advance()

    def _advance(self) -> None:
        """Let everybody go whose turn it is, and be woken when the next one's comes."""
        now = _now()
        self._wake(now)
        while self._ready and self._pace.ready_at() <= now:
            self._call(heappop(self._ready), now)
            self._wake(now)
        self._set_timer()

    def _call(self, turn: _Turn, now: float) -> None:
        chat = turn.chat
        if turn.go.done():
            pass  # it was cancelled or refused
        elif chat.ready_at() > now:
            heappush(chat.parked, turn)
        else:
            self._pace.take(now)
            chat.slots.take(now)
            turn.go.set_result(0.0)
        self._rest(chat)

    def _rest(self, chat: _Chat) -> None:
        """See that the chat wakes up when its next may go, or when it can be forgotten."""
        at = chat.ready_at() if chat.parked else chat.rested_at()
        if at < chat.rests_until:
            chat.rests_until = at
            heappush(self._resting, (at, next(self._numbers), chat))

    def _wake(self, now: float) -> None:
        """Take up what waits for chats that have rested; one at a time, for it may use them up."""
        while self._resting and self._resting[0][0] <= now:
            at, _, chat = heappop(self._resting)
            if at != chat.rests_until:
                continue  # it woke up earlier
            chat.rests_until = inf
            if chat.parked and chat.ready_at() <= now:
                self._line_up(heappop(chat.parked), now)
            elif chat.rested_at() > now:
                self._rest(chat)

    def _set_timer(self) -> None:
        at = min(
            self._resting[0][0] if self._resting else inf,
            self._pace.ready_at() if self._ready else inf,
        )
        if at < inf and (self._timer is None or at < self._timer.when()):
            if self._timer is not None:
                self._timer.cancel()
            self._timer = asyncio.get_running_loop().call_at(at, self._on_time)

    def _on_time(self) -> None:
        self._timer = None
        self._advance()


def _now() -> float:
    return asyncio.get_running_loop().time()
