"""From a fresh process to the first answered update, and the memory it rests in."""

import asyncio
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import monotonic, sleep

from benchmarks import bots
from benchmarks.children import child
from benchmarks.office import presses, staffed
from benchmarks.results import Aim, Result, ratio_of, result
from storage.database import Database

ROUNDS = 7
QUIET = 3.0  # seconds before the memory is read
MEBIBYTE = 2**20
IMPORTS = """
import telegram.ext, sqlmodel, apscheduler, apscheduler.schedulers.asyncio, sys
print("{}", flush=True)
sys.stdin.read()
"""
PEER = "importing telegram.ext, sqlmodel and apscheduler"


@dataclass(frozen=True, slots=True)
class Started:
    """How long it took, in seconds, and the memory then, in MiB."""

    seconds: float
    memory: float


def measure() -> list[Result]:
    """Start both in turn; the first round only warms the disk's cache and is left out."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder, "started.db")
        played = asyncio.run(_prepared(database))
        rounds = [(_bot(database, played), _imports()) for _ in range(ROUNDS + 1)][1:]
    ours, theirs = [o for o, _ in rounds], [t for _, t in rounds]
    times = [s.seconds for s in ours], [s.seconds for s in theirs]
    memory = [s.memory for s in ours], [s.memory for s in theirs]
    return [
        result(
            "start to first answered update",
            median(times[0]),
            "s",
            peer=f"{PEER}: {median(times[1]):.2f}",
            ratio=ratio_of(*times),
            aim=Aim(at_most=1.5),
        ),
        result(
            "memory at idle",
            median(memory[0]),
            "MiB",
            peer=f"{PEER}: {median(memory[1]):.0f}",
            ratio=ratio_of(*memory),
            aim=Aim(at_most=1.3),
        ),
    ]


def _bot(database: Path, played: list[tuple[int, list[str]]]) -> Started:
    with child("-m", "benchmarks.bot_api") as server:
        server.hears({"chats": played})
        address = f"http://127.0.0.1:{server.says()['port']}"
        began = monotonic()
        with bots.cxcoach(address, database) as bot:
            events = {event["event"]: event for event in (server.says() for _ in range(3))}
            sleep(QUIET)
            memory = bot.memory()
    return Started(events["drained"]["first_done_at"] - began, memory / MEBIBYTE)


def _imports() -> Started:
    began = monotonic()
    with child("-c", IMPORTS) as process:
        process.says()
        seconds = monotonic() - began
        return Started(seconds, process.memory() / MEBIBYTE)


async def _prepared(file: Path) -> list[tuple[int, list[str]]]:
    """Enrol one person; return their buttons."""
    database = Database(f"sqlite:///{file}")
    now = datetime.now(UTC)
    try:
        return await presses(database, await staffed(database, 1, now), now)
    finally:
        await database.close()
