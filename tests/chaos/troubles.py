"""The troubles: killed at any moment, a failing Telegram, wrong clocks, a full disk."""

import asyncio
import random
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta

from bot.sandbox.bot_api.signal import Signal
from bot.sandbox.bot_api.trouble import FaultKind, Lot
from tests.chaos.play import Play
from tests.chaos.week import CLOSE, FRIDAY, MONDAY, THURSDAY, TUESDAY, WEDNESDAY, WEEK, Sending

SHARES: Mapping[FaultKind, float] = {
    "too_many": 0.04,
    "forbidden": 0.02,
    "server_error": 0.04,
    "slow": 0.04,
    "dropped": 0.03,
    "unanswered": 0.03,
}
IDLE = 1.5  # seconds without enough calls after which the trouble comes all the same
AWAY = timedelta(minutes=5)  # a killed bot stays away at most so long
FAR = timedelta(hours=3)
A_WHILE = timedelta(minutes=15)
A_LONG_WHILE = timedelta(minutes=30)


class Kills:
    """The bot is killed so many times in all, at moments drawn from a seed."""

    def __init__(self, times: int, calls: int, seed: int) -> None:
        self._calls = calls  # how many calls a life lasts at most
        self._lot = random.Random(seed)
        share, rest = divmod(times, len((*WEEK, *MONDAY)))
        self._times = {s: share + (n < rest) for n, s in enumerate((*WEEK, *MONDAY))}

    async def __call__(self, play: Play, sending: Sending) -> None:
        """Kill it again and again, mostly while it talks with Telegram."""
        await play.until(sending.due)
        for _ in range(self._times[sending]):
            if sending is CLOSE or self._lot.random() < 0.1:
                await asyncio.sleep(self._lot.uniform(0, 2))  # perhaps before it listens
            else:
                await play.listens()
                await _some(play.telegram.talk, self._lot.randrange(self._calls))
                await asyncio.sleep(self._lot.choice((0, self._lot.uniform(0, 0.05))))
            await play.kill(self._lot.random() * AWAY)


class Faults:
    """A fifth of the Bot API's calls goes wrong, in every way there is."""

    def __init__(self, seed: int) -> None:
        self._lot = Lot(SHARES, seed, seconds=0.3)

    async def __call__(self, play: Play, sending: Sending) -> None:
        """Let it rain from now on."""
        play.telegram.faults.lot = self._lot


class Jumps:
    """The clock jumps three hours ahead: before a sending, within it, and out of its window."""

    def __init__(self, sent: int) -> None:
        self._sent = sent  # messages after which it jumps, with others under way

    async def __call__(self, play: Play, sending: Sending) -> None:
        """Jump; on Wednesday twice, on Thursday far enough to leap over the window."""
        if sending is THURSDAY:
            await play.jump(2 * FAR)
        elif sending is CLOSE:
            await play.jump(FAR)
        else:
            await play.until(sending.due)
            await self._jump_among_messages(play)
            if sending is WEDNESDAY:
                await self._jump_among_messages(play)

    async def _jump_among_messages(self, play: Play) -> None:
        await _some(play.telegram.sendings, self._sent)
        await play.jump(FAR)


class WrongClock:
    """The bot's own clock is wrong for a while: months ahead, a day or some hours back."""

    AHEAD, A_DAY_BACK, BACK = timedelta(days=60), timedelta(days=-1), -FAR

    def __init__(self, sent: int) -> None:
        self._sent = sent  # messages after which it is set, with others under way

    async def __call__(self, play: Play, sending: Sending) -> None:
        """Set it, while messages are under way or the bot is away, and set it right again."""
        if sending in (TUESDAY, FRIDAY):
            await play.until(sending.due)
            await _some(play.telegram.sendings, self._sent)
            play.bot.set_clock(self.AHEAD if sending is TUESDAY else self.BACK)
        else:
            play.bot.off = self.A_DAY_BACK if sending is THURSDAY else self.AHEAD
            await play.kill()
        await play.until(max(sending.due, play.clock.now()) + A_WHILE)
        play.bot.set_clock(timedelta(0))


class FullDisk:
    """The database may not grow for a while, from before a sending on or from within it."""

    def __init__(self, sent: int) -> None:
        self._sent = sent  # messages after which the disk is full

    async def __call__(self, play: Play, sending: Sending) -> None:
        """Fill the disk, wait, make room; on Friday the bot is killed while it is full."""
        if sending in (WEDNESDAY, THURSDAY):
            await play.until(sending.due)
            await _some(play.telegram.sendings, self._sent)
        play.bot.give_room(play.rows.pages())
        if sending is FRIDAY:
            await play.kill()
        enough = A_LONG_WHILE if sending is WEDNESDAY else A_WHILE
        await play.until(max(sending.due, play.clock.now()) + enough)
        play.bot.give_room()


async def _some(calls: Signal, number: int) -> None:
    """Wait for so many calls, but not for ever."""
    with suppress(TimeoutError):
        async with asyncio.timeout(IDLE):
            await calls.past(calls.version + number)
