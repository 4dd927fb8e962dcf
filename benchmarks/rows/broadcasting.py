"""A broadcast to 3,000 people: at Telegram's limit, with replies meanwhile, and without one."""

import asyncio
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from time import monotonic

from pydantic import SecretStr
from sqlmodel import col, update

from benchmarks.office import Office, staffed
from benchmarks.results import Aim, Result, result
from bot.app import build
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.bot_api.trouble import Limits
from bot.sandbox.clock import WindableClock
from bot.sandbox.server import serve
from bot.settings import Settings
from coaching.rules.schedules import Kind
from storage.database import Database
from storage.schedules import Schedule

PEOPLE = 3000
LIMIT = 30  # messages a second
TOKEN = "4242:measured"
MONDAY = datetime(2026, 1, 12, 6, tzinfo=UTC)
PROMPT = datetime(2026, 1, 13, 7, 30, tzinfo=UTC)  # Tuesday, 9:30 in Helsinki
BETWEEN_REPLIES = 0.7
PATIENCE = 180.0
TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class Course:
    """How a broadcast went: messages a second, refusals for haste, and how long replies took."""

    rate: float
    refusals: int
    replies: list[float]


def measure() -> list[Result]:
    """Return the share of the limit that was reached, the refusals, the replies, the free rate."""
    limited = asyncio.run(_broadcast(LIMIT))
    free = asyncio.run(_broadcast(0))
    share = limited.rate / LIMIT
    waits = quantiles(limited.replies, n=20)[-1]
    name = f"broadcast to {PEOPLE:,}"
    return [
        result(
            f"{name} at {LIMIT}/s",
            limited.rate,
            "messages/s",
            peer="the limit",
            ratio=share,
            aim=Aim(at_least=0.98),
        ),
        result(f"{name}: refusals (429)", limited.refusals, "", aim=Aim(at_most=0)),
        result(
            f"{name}: a reply meanwhile, 95th percentile of {len(limited.replies)}",
            waits,
            "s",
            aim=Aim(at_most=1),
        ),
        result(f"{name} without a limit, Telegram played by the same process", free.rate, "/s"),
    ]


async def _broadcast(limit: int) -> Course:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'measured.db'}"
        office = await _office(url)
        clock = WindableClock(PROMPT - timedelta(seconds=3))
        limits = Limits(per_bot=limit) if limit else None
        telegram = LocalTelegram(clock, TOKEN, limits=limits)
        for account in office.staff:
            telegram.add_user(account, "Ana")
            telegram.press_start(account)
        async with serve(telegram) as server:
            settings = Settings(
                _env_file=None,
                telegram_token=SecretStr(TOKEN),
                telegram_base_url=server.base_url,
                database_url=url,
                messages_per_second=limit,
            )
            async with build(settings, clock):
                clock.run()
                return await _course(telegram, office, with_replies=bool(limit))


async def _office(url: str) -> Office:
    database = Database(url)
    office = await staffed(database, PEOPLE, MONDAY)
    async with database.write() as session:
        prompts = col(Schedule.kind) == Kind.PROMPT
        await session.exec(update(Schedule).where(prompts).values(paused=False))
    await database.close()
    return office


async def _course(telegram: LocalTelegram, office: Office, *, with_replies: bool) -> Course:
    """Wait until everybody has got the prompt; let some ask for help meanwhile."""
    asker, version = Asker(telegram, office), 0
    async with asyncio.timeout(PATIENCE):
        while not _sent(telegram):  # replies before the broadcast are none of its messages
            version = await telegram.anything_changed(version)
        asking = asyncio.create_task(asker.ask()) if with_replies else None
        while len(sent := _sent(telegram)) < PEOPLE + len(asker.waits):
            version = await telegram.anything_changed(version)
    if asking is not None:
        asking.cancel()
    refusals = sum(call.status == TOO_MANY for call in telegram.transcript)
    return Course((len(sent) - 1) / (sent[-1] - sent[0]).total_seconds(), refusals, asker.waits)


def _sent(telegram: LocalTelegram) -> list[datetime]:
    """Return when each message came, prompts and replies alike: both count against the limit."""
    return [call.at for call in telegram.transcript if call.sent_a_message]


@dataclass(slots=True)
class Asker:
    """One person after another, from the end of the line, writes something and waits."""

    telegram: LocalTelegram
    office: Office
    waits: list[float] = field(default_factory=list)

    async def ask(self) -> None:
        """Ask for help now and then, and note how long the answer took."""
        for account in reversed(self.office.staff):
            await asyncio.sleep(BETWEEN_REPLIES)
            before, began = self.telegram.from_bot(account), monotonic()
            version = self.telegram.version(account)
            self.telegram.say(account, "/help")
            while self.telegram.from_bot(account) == before:
                version = await self.telegram.changed(account, version)
            self.waits.append(monotonic() - began)
