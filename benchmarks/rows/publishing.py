"""Publishing a block of 100,000 people in 8,000 groups, beside the bare aggregation in SQL."""

import asyncio
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from benchmarks.office import let_answer, spread, staffed
from benchmarks.results import Aim, Result, ratio_of, result
from coaching.results.publication import publish
from storage import programme
from storage.database import Database

PEOPLE, UNITS, TEAMS = 100_000, 800, 8_000
ROUNDS = 3
MONDAY = datetime(2026, 1, 12, 6, tzinfo=UTC)
AFTER = MONDAY + timedelta(weeks=4)
BARE = """
    WITH first AS (
        SELECT person_id, dimension, value, MIN(week) FROM rating
        WHERE value IS NOT NULL AND week BETWEEN 0 AND 3 GROUP BY person_id, dimension
    )
    SELECT team.unit_id, place.team_id, first.dimension, COUNT(*), AVG(first.value)
    FROM first
    JOIN membership AS place ON place.person_id = first.person_id
    JOIN team ON team.id = place.team_id
    GROUP BY {by} first.dimension
"""
LEVELS = ("place.team_id,", "team.unit_id,", "")


def measure() -> list[Result]:
    """Return the time that a publication takes, and its ratio to the aggregation alone."""
    with tempfile.TemporaryDirectory() as folder:
        begun = Path(folder) / "begun.db"
        asyncio.run(_begin(begun))
        ours, theirs = [], []
        for number in range(ROUNDS):
            copied = Path(shutil.copy(begun, begun.with_name(f"block{number}.db")))
            theirs.append(_aggregate(copied))
            ours.append(asyncio.run(_publish(copied)))
            copied.unlink()
    name = f"publishing a block for {PEOPLE:,} people in {TEAMS:,} groups"
    value = sorted(ours)[ROUNDS // 2]
    peer = "the same sums in plain SQL"
    aim = Aim(at_most=5)
    return [result(name, value, "s", peer=peer, ratio=ratio_of(ours, theirs), aim=aim)]


async def _begin(file: Path) -> None:
    """Enrol everybody, spread them over the teams, and let seven of ten answer."""
    database = Database(f"sqlite:///{file}")
    office = await staffed(database, PEOPLE, MONDAY)
    await database.close()
    with closing(sqlite3.connect(file)) as raw, raw:
        spread(raw, office, UNITS, TEAMS)
        let_answer(raw)


def _aggregate(file: Path) -> float:
    """Count and average per team, unit and organisation; no rule, no rounding, no writing."""
    with closing(sqlite3.connect(file)) as raw:
        began = perf_counter()
        rows = [raw.execute(BARE.format(by=by)).fetchall() for by in LEVELS]
        took = perf_counter() - began
    assert len(rows[0]) > TEAMS * 5
    return took


async def _publish(file: Path) -> float:
    database = Database(f"sqlite:///{file}")
    began = perf_counter()
    async with database.write() as session:
        organisation = await programme.the_organisation(session)
        assert organisation is not None
        assert await publish(session, organisation, 0, 0, AFTER)
    took = perf_counter() - began
    await database.close()
    return took
