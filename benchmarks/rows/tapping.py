"""A rating tapped: from the update over its commit to the answered press and the edited screen."""

import asyncio
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import bots
from benchmarks.bots import Bot
from benchmarks.children import child
from benchmarks.office import Office, presses, staffed
from benchmarks.results import Aim, Result, ratio_of, result
from storage.database import Database

CHATS = 256
LATENCIES = (0.0, 0.05)
ROUNDS = 5
SLOW_ROUNDS = 2  # for the peer that needs long to come to rest
WARM_UP, SECONDS = 1.0, 3.0
BOTS: dict[str, Bot] = {"cxcoach": bots.cxcoach, "aiogram": bots.aiogram, "ptb": bots.ptb}
NO_BOT: dict[str, Bot] = {"flood": bots.flood}
AIMS = {"aiogram": Aim(at_least=1.0), "ptb": Aim(at_least=5.0)}
PEERS = {"aiogram": "bare aiogram 3, no database", "ptb": "bare PTB with httpx, no database"}


@dataclass(frozen=True, slots=True)
class Measured:
    """How many updates a second were answered, and the processor time of each."""

    rate: float
    cpu: float


def measure() -> list[Result]:
    """Let 256 chats press at once, at each latency, one bot after the other, round by round."""
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, "template.db")
        played = asyncio.run(_prepared(template))
        found = [row for latency in LATENCIES for row in _at(latency, template, played)]
        return [*found, _capacity(template, played)]


def _at(latency: float, template: Path, played: list[tuple[int, list[str]]]) -> list[Result]:
    found: dict[str, list[Measured]] = {name: [] for name in BOTS}
    for number in range(ROUNDS):
        for name in _in_turn(number):
            found[name].append(_measured(name, latency, template, played))
    rates = {name: [m.rate for m in runs] for name, runs in found.items()}
    times = {name: [m.cpu for m in runs] for name, runs in found.items()}
    where = f"{CHATS} chats, API {latency * 1000:.0f} ms away"
    rows = [
        result(
            f"a rating tapped, {where}",
            median(rates["cxcoach"]),
            "updates/s",
            peer=f"{PEERS[peer]}: {median(rates[peer]):.0f}",
            ratio=ratio_of(rates["cxcoach"], rates[peer]),
            aim=aim,
        )
        for peer, aim in AIMS.items()
    ]
    spent = result(
        f"processor time of a tap, {where}",
        1e6 * median(times["cxcoach"]),
        "µs",
        peer=f"{PEERS['aiogram']}: {1e6 * median(times['aiogram']):.0f}",
        ratio=ratio_of(times["cxcoach"], times["aiogram"]),
    )
    return [*rows, spent]


def _capacity(template: Path, played: list[tuple[int, list[str]]]) -> Result:
    """Show that the server itself is not what limits the bots."""
    runs = [_measured("flood", 0.0, template, played) for _ in range(ROUNDS)]
    return result("what the measuring server bears", median(r.rate for r in runs), "updates/s")


def _in_turn(number: int) -> list[str]:
    """Return who is measured in this round, every other round the other way round."""
    names = [name for name in BOTS if name != "ptb" or number < SLOW_ROUNDS]
    return names[:: -1 if number % 2 else 1]


def _measured(
    name: str, latency: float, template: Path, played: list[tuple[int, list[str]]]
) -> Measured:
    """Run one bot against a server of its own; RuntimeError if it lost a press."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(shutil.copy(template, folder))
        return _measured_on(database, name, latency, played)


def _measured_on(
    database: Path, name: str, latency: float, played: list[tuple[int, list[str]]]
) -> Measured:
    play = {"chats": played, "latency": latency, "warm_up": WARM_UP, "seconds": SECONDS}
    with child("-m", "benchmarks.bot_api") as server:
        server.hears(play)
        address = f"http://127.0.0.1:{server.says()['port']}"
        with (BOTS | NO_BOT)[name](address, database) as bot:
            server.says()
            before = bot.cpu_seconds()
            window = server.says()
            spent = bot.cpu_seconds() - before
            drained = server.says()
    _check_answered(drained)
    if name == "cxcoach":
        _check_kept(database, played, drained["presses"])
    return Measured(window["count"] / window["seconds"], spent / window["count"])


def _check_answered(drained: dict[str, Any]) -> None:
    pressed = sum(drained["presses"].values())
    calls = drained["calls"]
    if (calls["answerCallbackQuery"], calls["editMessageText"]) != (pressed, pressed):
        raise RuntimeError(f"{pressed} presses got {calls}")
    if drained["alerts"]:
        raise RuntimeError(f"{drained['alerts']} presses were answered with an error")


def _check_kept(
    database: Path, played: list[tuple[int, list[str]]], counts: dict[str, int]
) -> None:
    """Compare what everybody pressed last with what the database holds."""
    query = (
        "SELECT telegram_id, week, dimension, response, value"
        " FROM rating JOIN person ON person.id = person_id"
    )
    with closing(sqlite3.connect(database)) as connection:
        kept = {
            (account, f"ci:{week}:{dimension}:{response}:{value}")
            for account, week, dimension, response, value in connection.execute(query)
        }
    pressed = set()
    for account, data in played:
        count = counts[str(account)]
        pressed |= {(account, data[n % len(data)]) for n in range(max(count - 2, 0), count)}
    if kept != pressed:
        raise RuntimeError(f"{len(pressed - kept)} ratings of {len(pressed)} are not kept")


async def _prepared(template: Path) -> list[tuple[int, list[str]]]:
    database = Database(f"sqlite:///{template}")
    now = datetime.now(UTC)
    try:
        office: Office = await staffed(database, CHATS, now)
        return await presses(database, office, now)
    finally:
        await database.close()
