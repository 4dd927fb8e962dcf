"""Planning one day of a prompt for 100,000 people, beside raw inserts of the very same rows."""

import asyncio
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from sqlmodel import col, select, update

from benchmarks.office import staffed
from benchmarks.results import Aim, Result, ratio_of, result
from coaching.rules.schedules import Kind
from coaching.schedules.planning import plan_due
from storage.database import Database
from storage.schedules import Schedule

PEOPLE = 100_000
ROUNDS = 3
MONDAY = datetime(2026, 1, 12, 6, tzinfo=UTC)
COLUMNS = (
    "occurrence_id, person_id, state, not_before, useful_until, leased_until, attempts, "
    "asks_pause, sent_at"
)


def measure() -> list[Result]:
    """Return the time that planning takes, and its ratio to the inserts alone."""
    with tempfile.TemporaryDirectory() as folder:
        begun = Path(folder) / "begun.db"
        due = asyncio.run(_begin(begun))
        ours, theirs = [], []
        for number in range(ROUNDS):
            planned = Path(shutil.copy(begun, begun.with_name(f"planned{number}.db")))
            ours.append(asyncio.run(_plan(planned, due)))
            theirs.append(_insert(planned))
            planned.unlink()
    name = f"planning an occurrence for {PEOPLE:,} people"
    return [
        result(
            name,
            sorted(ours)[ROUNDS // 2],
            "s",
            peer="raw sqlite3, same rows",
            ratio=ratio_of(ours, theirs),
            aim=Aim(at_most=3),
        )
    ]


async def _begin(file: Path) -> datetime:
    """Enrol everybody; return the instant at which the first prompt is due."""
    database = Database(f"sqlite:///{file}")
    await staffed(database, PEOPLE, MONDAY)
    async with database.write() as session:
        prompts = col(Schedule.kind) == Kind.PROMPT
        await session.exec(update(Schedule).where(prompts).values(paused=False))
        due = (await session.exec(select(Schedule.next_due).where(prompts))).one()
    async with database.connect(write=False) as connection:
        await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    await database.close()
    assert due is not None
    return due


async def _plan(file: Path, due: datetime) -> float:
    database = Database(f"sqlite:///{file}")
    began = perf_counter()
    assert await plan_due(database, due) == 1
    took = perf_counter() - began
    await database.close()
    return took


def _insert(planned: Path) -> float:
    """Insert the planned rows into an empty table of the same shape, in one transaction."""
    raw = planned.with_name("raw.db")
    with closing(sqlite3.connect(planned)) as source:
        rows = source.execute(f"SELECT {COLUMNS} FROM delivery").fetchall()
        shape = source.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name = 'delivery' AND sql IS NOT NULL"
        ).fetchall()
    assert len(rows) == PEOPLE
    with closing(sqlite3.connect(raw, isolation_level=None)) as target:
        target.execute("PRAGMA journal_mode=WAL")
        target.execute("PRAGMA synchronous=NORMAL")
        for (statement,) in shape:
            target.execute(statement)
        holes = ", ".join("?" * len(rows[0]))
        began = perf_counter()
        target.execute("BEGIN IMMEDIATE")
        target.executemany(f"INSERT INTO delivery ({COLUMNS}) VALUES ({holes})", rows)
        target.execute("COMMIT")
        took = perf_counter() - began
    raw.unlink()
    return took
