"""Closing the last week of a block of 100,000 people, and how long it keeps somebody waiting."""

import asyncio
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlmodel import col, update

from benchmarks.office import let_answer, spread, staffed
from benchmarks.results import Aim, Result, ratio_of, result
from benchmarks.waiting import Meanwhile, meanwhile
from coaching.rules.schedules import Kind
from coaching.schedules.planning import plan_due
from storage import points
from storage.database import Database
from storage.schedules import Schedule

PEOPLE, UNITS, TEAMS = 100_000, 20, 199
ROUNDS = 3
MONDAY = datetime(2026, 1, 12, 6, tzinfo=UTC)
AFTER = MONDAY + timedelta(weeks=4)


def measure() -> list[Result]:
    """Return the time of the close, and somebody else's longest wait as a share of it."""
    with tempfile.TemporaryDirectory() as folder:
        begun = Path(folder) / "begun.db"
        asyncio.run(_begin(begun))
        rounds = []
        for number in range(ROUNDS):
            copied = Path(shutil.copy(begun, begun.with_name(f"closed{number}.db")))
            rounds.append(asyncio.run(_close(copied)))
            copied.unlink()
    waits, took = [each.longest_wait for each in rounds], [each.took for each in rounds]
    return [
        result(f"closing a block's last week, {PEOPLE:,} people", sorted(took)[ROUNDS // 2], "s"),
        result(
            "somebody else's longest wait while it is closed",
            sorted(waits)[ROUNDS // 2],
            "s",
            peer="the whole close",
            ratio=ratio_of(waits, took),
            aim=Aim(at_most=0.25),
        ),
    ]


async def _begin(file: Path) -> None:
    """Enrol everybody, let seven of ten answer, and close all weeks but the block's last."""
    database = Database(f"sqlite:///{file}")
    office = await staffed(database, PEOPLE, MONDAY)
    async with database.write() as session:
        for week in range(3):
            await points.claim_week(session, office.organisation_id, week, MONDAY)
        closes = col(Schedule.kind) == Kind.CLOSE
        due = {"paused": False, "next_due": AFTER - timedelta(hours=7, minutes=55)}
        await session.exec(update(Schedule).where(closes).values(due))
    await database.close()
    with closing(sqlite3.connect(file)) as raw, raw:
        spread(raw, office, UNITS, TEAMS)
        let_answer(raw)


async def _close(file: Path) -> Meanwhile:
    database = Database(f"sqlite:///{file}")
    found = await meanwhile(database, AFTER, plan_due(database, AFTER))
    async with database.read() as session:
        organisation_id = 1
        assert await points.last_closed(session, organisation_id) == 3
    await database.close()
    return found
