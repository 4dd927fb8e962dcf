"""A town that lives through time before a bot that can be killed."""

import asyncio
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.sandbox.bot_api.signal import Signal
from bot.sandbox.clock import WindableClock
from bot.sandbox.server import serve
from tests.chaos.account import Account, Message
from tests.chaos.crowd import Crowd
from tests.chaos.process import BotProcess
from tests.chaos.rows import Rows
from tests.chaos.telegram import WatchedTelegram
from tests.chaos.town import Citizen, settle
from tests.forked import Forker
from tests.organisation import FIRST_MORNING

NOTICED = 0.25  # seconds until the bot surely knows of a jump
QUIET = 0.7  # seconds without a word from the bot until it counts as quiet


@dataclass(frozen=True, slots=True)
class Pace:
    """How much of the town's time passes at every tick: less while there is something to see."""

    seconds: float  # of ours, between two ticks
    step: timedelta
    leap: timedelta


@dataclass(slots=True)
class Play:
    """Everybody and everything of one run."""

    people: list[Citizen]
    clock: WindableClock
    telegram: WatchedTelegram
    crowd: Crowd
    bot: BotProcess
    rows: Rows
    pace: Pace
    folder: Path
    kills: int = 0
    kills_while_sending: int = 0
    deaths: int = 0
    answered_in_time: set[int] = field(default_factory=set)
    _ticks: Signal = field(default_factory=Signal)
    _polls_before: int = 0
    _taken_before: Counter[Message] = field(default_factory=Counter)

    @property
    def account(self) -> Account:
        """Return what was seen from outside."""
        return self.telegram.account

    async def live_until(
        self, end: datetime, trouble: asyncio.Task[None], is_done: Callable[[], bool]
    ) -> None:
        """Let time pass until an instant, until the trouble is over and all is done."""
        while True:
            slowly = not (trouble.done() and is_done())
            if self.clock.now() >= end and not slowly:
                return
            await self.tick(slowly=slowly)

    async def calm_down(self) -> None:
        """Live on until nobody has anything more to do."""
        while not await self._quiet():
            await self.tick(slowly=self.rows.waiting() > 0)

    async def until(self, instant: datetime) -> None:
        """Wait, while others let time pass, until it is so late."""
        while self.clock.now() < instant:
            await self._ticks.past(self._ticks.version)

    async def listens(self) -> None:
        """Wait until the bot that was started last listens."""
        await self.telegram.polls.past(self._polls_before)

    async def tick(self, *, slowly: bool) -> None:
        """Let a little time pass, but none while a bot starts: our seconds are long in the town.

        A bot that ended by itself is started again, as systemd does.
        """
        if self.telegram.polls.version > self._polls_before:
            step = self.pace.step if slowly else self.pace.leap
            self.clock.wind_to(self.clock.now() + step)
            self.crowd.act()
        self._ticks.bump()
        await asyncio.sleep(self.pace.seconds)
        if self.bot.ended_by_itself:
            self.deaths += 1
            await self._start()

    async def kill(self, away: timedelta = timedelta(0)) -> None:
        """Kill the bot, note what it had in its hands, and start another one after a while."""
        await self.bot.kill()
        self.kills += 1
        taken = self.rows.taken()
        in_hand = (taken - self._taken_before).keys()
        self.kills_while_sending += bool(in_hand)
        self.account.in_flight.update(in_hand)
        self._taken_before = taken
        self.clock.wind_to(self.clock.now() + away)
        await self._start()

    async def jump(self, ahead: timedelta) -> None:
        """Let the clock jump, and excuse what is under way until the bot has noticed."""
        account = self.account
        account.jumped.update(message for message, n in self.rows.taken().items() if n)
        before = {message: len(at) for message, at in account.arrivals.items()}
        self.clock.wind_to(self.clock.now() + ahead)
        await asyncio.sleep(NOTICED)
        account.jumped.update(
            m for m, at in account.arrivals.items() if len(at) > before.get(m, 0)
        )

    def remember_who_answered(self) -> None:
        """Note who has seen an answer to the check-in kept by now."""
        self.answered_in_time = {
            question.user_id
            for question, presses in self.account.presses.items()
            if question.is_of_checkin
            and any(self.crowd.is_kept(question, press) for press in presses)
        }

    async def _start(self) -> None:
        self._polls_before = self.telegram.polls.version
        await self.bot.start()

    async def _quiet(self) -> bool:
        """Tell whether there is nothing to do, and the bot says nothing for a while."""
        if not self.crowd.at_rest or self.telegram.unconfirmed() or self.rows.waiting():
            return False
        before, until = self.telegram.talk.version, time.monotonic() + QUIET
        while time.monotonic() < until:
            await self.tick(slowly=True)
        return self.telegram.talk.version == before


@asynccontextmanager
async def opened(
    people: int, seed: int, pace: Pace, page_size: int, forker: Forker | None
) -> AsyncIterator[Play]:
    """Found a town in a folder of its own, and start the bot before it, forked or anew."""
    with tempfile.TemporaryDirectory(prefix="chaos-") as name:
        path = Path(name) / "town.db"
        citizens = await settle(path, page_size, people, seed)
        clock = WindableClock(FIRST_MORNING)
        telegram = WatchedTelegram(clock, Account(), citizens)
        async with serve(telegram) as server:
            bot = BotProcess(server.base_url, path, clock, Path(name) / "bot.log", forker)
            crowd = Crowd(telegram, clock, citizens, seed)
            try:
                await bot.start()
                await telegram.polls.past(0)
                yield Play(citizens, clock, telegram, crowd, bot, Rows(path), pace, Path(name))
            finally:
                await bot.end()
