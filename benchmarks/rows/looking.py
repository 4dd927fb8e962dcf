"""Looking what is due when nothing is: it must not depend on how many people there are."""

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlmodel import update

from benchmarks.office import staffed
from benchmarks.results import Aim, Result, ratio_of, result
from coaching.deliveries.sending import lease, next_attempt
from coaching.schedules.planning import next_due, plan_due
from storage.database import Database
from storage.schedules import Schedule

FEW, MANY = 100, 100_000
ROUNDS, LOOKS = 15, 100
MONDAY = datetime(2026, 1, 12, 6, tzinfo=UTC)
MICROSECONDS = 1e6


def measure() -> list[Result]:
    """Return the time of one look with many people, and its ratio to one with few."""
    few, many = asyncio.run(_measure())
    aim = Aim(at_most=1.2)
    name = f"looking what is due, {MANY:,} people"
    peer = f"the same with {FEW} people"
    value = median(many) / LOOKS * MICROSECONDS
    return [result(name, value, "µs", peer=peer, ratio=ratio_of(many, few), aim=aim)]


async def _measure() -> tuple[list[float], list[float]]:
    with tempfile.TemporaryDirectory() as folder:
        offices = [await _office(Path(folder) / f"{number}.db", number) for number in (FEW, MANY)]
        few, many = [], []
        for _ in range(ROUNDS):
            few.append(await _look(offices[0]))
            many.append(await _look(offices[1]))
        for database in offices:
            await database.close()
    return few, many


async def _office(file: Path, number: int) -> Database:
    """Enrol people and send them a prompt, so that there is a history of deliveries."""
    database = Database(f"sqlite:///{file}")
    await staffed(database, number, MONDAY)
    async with database.write() as session:
        await session.exec(update(Schedule).values(paused=False))
    due = await next_due(database)
    assert due is not None
    await plan_due(database, due.at)
    return database


async def _look(database: Database) -> float:
    """Do what the timetable does at every tick."""
    began = perf_counter()
    for _ in range(LOOKS):
        assert await plan_due(database, MONDAY) == 0
        await next_due(database)
        assert await lease(database, MONDAY, 32) == []
        await next_attempt(database, MONDAY)
    return perf_counter() - began
