"""HR's `/help` while somebody floods: forwarded bundles, a group, strangers.

Asked half a second after the flood came, and right behind it. In the second case Telegram gives
the whole flood first, a hundred updates an answer, whatever the bot does: that has no aim.
"""

import asyncio
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import monotonic

from benchmarks import bots
from benchmarks.bots.screen import TOKEN
from benchmarks.office import FIRST_STAFF, HR, staffed
from benchmarks.results import Aim, Result, ratio_of, result
from bot.clock import SystemClock
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.server import Server, serve
from storage.database import Database

ROUNDS = 5
GROUP = -700
FIRST_STRANGER = 800_001
STRANGERS = 2000
PAUSE = 1.2  # seconds, for a chat gets one message a second
PATIENCE = 300.0
LATER = 0.5  # seconds
Flood = Callable[[LocalTelegram, int], None]
Case = tuple[str, float]  # a flood, and how long after it HR asks


def measure() -> list[Result]:
    """Return how long HR waits during and behind each flood, beside without any just before."""
    rounds = [asyncio.run(_waits(number)) for number in range(ROUNDS)]
    return [_row(case, [each[case] for each in rounds]) for case in CASES]


def _row(case: Case, waits: list[tuple[float, float]]) -> Result:
    name, later = case
    alone, flooded = zip(*waits, strict=True)
    return result(
        f"HR's /help {'half a second after' if later else 'right behind'} {name}",
        1000 * median(flooded),
        "ms",
        peer=f"without: {1000 * median(alone):.0f}",
        ratio=ratio_of(flooded, alone),
        aim=Aim(at_most=2) if later else None,
    )


async def _waits(number: int) -> dict[Case, tuple[float, float]]:
    """Return the seconds of HR's /help without and with each flood, with a bot of its own."""
    telegram = LocalTelegram(SystemClock(), TOKEN)
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "measured.db"
        await _prepare(f"sqlite:///{path}", telegram)
        async with serve(telegram) as server:
            with bots.cxcoach(_address(server), path):
                await _asked(telegram)  # the first one warms up
                for place, case in enumerate(CASES[:: -1 if number % 2 else 1]):
                    name, later = case
                    await asyncio.sleep(PAUSE)
                    alone = await _asked(telegram)
                    await asyncio.sleep(PAUSE)
                    FLOODS[name](telegram, place)
                    await asyncio.sleep(later)
                    found[case] = alone, await _asked(telegram)
                    await telegram.confirmed()
    return found


def _address(server: Server) -> str:
    return server.base_url.removesuffix("/bot")


async def _prepare(url: str, telegram: LocalTelegram) -> None:
    database = Database(url)
    try:
        await staffed(database, len(CASES))
    finally:
        await database.close()
    staff = range(FIRST_STAFF, FIRST_STAFF + len(CASES))
    strangers = range(FIRST_STRANGER, FIRST_STRANGER + STRANGERS * len(CASES))
    for account in (HR, *staff, *strangers):
        telegram.add_user(account, "Ana")
        telegram.press_start(account)
    telegram.add_group(GROUP, "Everybody")


async def _asked(telegram: LocalTelegram) -> float:
    """Let HR say /help and return how long the answer takes."""
    before, begin = telegram.from_bot(HR), monotonic()
    telegram.say(HR, "/help")
    async with asyncio.timeout(PATIENCE):
        while telegram.from_bot(HR) == before:
            await telegram.changed(HR, telegram.version(HR))
    return monotonic() - begin


def _forwarded(number: int) -> Flood:
    def flood(telegram: LocalTelegram, place: int) -> None:
        for _ in range(number):
            telegram.say(FIRST_STAFF + place, "forwarded")

    return flood


def _by_one_stranger(telegram: LocalTelegram, place: int) -> None:
    for _ in range(300):
        telegram.say(FIRST_STRANGER + place * STRANGERS, "forwarded")


def _in_a_group(telegram: LocalTelegram, place: int) -> None:
    for _ in range(300):
        telegram.say_in_group(GROUP, FIRST_STAFF + place, "/help")


def _by_strangers(telegram: LocalTelegram, place: int) -> None:
    first = FIRST_STRANGER + place * STRANGERS
    for account in range(first, first + STRANGERS):
        telegram.say(account, "/start")


FLOODS: dict[str, Flood] = {
    "300 messages of a member": _forwarded(300),
    "500 messages of a member": _forwarded(500),
    "300 messages of a stranger": _by_one_stranger,
    "300 commands in a group": _in_a_group,
    "2,000 strangers": _by_strangers,
}
CASES: list[Case] = [(name, later) for later in (LATER, 0.0) for name in FLOODS]
