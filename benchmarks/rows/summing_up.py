"""What `/team` asks: with 100,000 people and three years of history as with 100 people."""

import asyncio
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.office import FIRST_SPREAD, FIRST_STAFF, spread, staffed
from benchmarks.results import Aim, Result, ratio_of, result
from coaching.leading.minute import team_minute
from coaching.people.identity import identify
from coaching.results.blocks import block_results
from storage.database import Database

FEW, MANY = 100, 100_000
WEEKS = 156
BLOCKS = 36
ROUNDS, LOOKS = 15, 20
MONDAY = datetime(2026, 1, 12, 6, tzinfo=UTC)
NOW = MONDAY + timedelta(weeks=WEEKS, hours=4)
MICROSECONDS = 1e6


def measure() -> list[Result]:
    """Return the time of one look with many people, and its ratio to one with few."""
    few, many = asyncio.run(_measure())
    name = f"/team, {MANY:,} people, three years"
    peer = f"the same with {FEW} people"
    value = median(many) / LOOKS * MICROSECONDS
    aim = Aim(at_most=1.2)
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
    """Enrol people in teams of about twelve, and write three years of points and results."""
    database = Database(f"sqlite:///{file}")
    office = await staffed(database, number, MONDAY)
    await database.close()
    teams = number * 8 // 100
    with closing(sqlite3.connect(file)) as raw, raw:
        spread(raw, office, max(teams // 10, 1), teams)
        raw.execute(
            "UPDATE membership SET role = 'lead', team_id = ? WHERE person_id ="
            " (SELECT id FROM person WHERE telegram_id = ?)",
            (FIRST_SPREAD, FIRST_STAFF),
        )
        raw.executemany(
            "INSERT INTO points_entry (team_id, week, component, points, rule_version, created_at)"
            " VALUES (?, ?, 'practised', 40, 1, ?)",
            (
                (FIRST_SPREAD + team, week, "2026-01-12 00:00:00.000000")
                for week in range(WEEKS)
                for team in range(teams)
            ),
        )
        raw.executemany(
            "INSERT INTO week_close (organisation_id, week, closed_at) VALUES (?, ?, ?)",
            ((office.organisation_id, w, "2026-01-12 00:00:00.000000") for w in range(WEEKS)),
        )
        raw.executemany(
            "INSERT INTO block_publication (id, organisation_id, block, instrument, published_at)"
            " VALUES (?, ?, ?, '1', ?)",
            (
                (block + 1, office.organisation_id, block, "2026-01-12 00:00:00.000000")
                for block in range(BLOCKS)
            ),
        )
        raw.executemany(
            "INSERT INTO block_result (publication_id, node, node_id, dimension, form, band,"
            " tenths, people, reliability) VALUES (?, 'team', ?, ?, 'figure', 'regular', 35,"
            " '10-14', 'good')",
            (
                (block + 1, FIRST_SPREAD + team, f"D{dimension}")
                for block in range(BLOCKS)
                for team in range(teams)
                for dimension in range(1, 7)
            ),
        )
    return Database(f"sqlite:///{file}")


async def _look(database: Database) -> float:
    """Ask what a lead's command and its button ask, without the drawing."""
    began = perf_counter()
    for _ in range(LOOKS):
        lead = await identify(database, FIRST_STAFF)
        assert lead is not None
        minute = await team_minute(database, lead, FIRST_SPREAD, NOW)
        results = await block_results(database, lead, "team", FIRST_SPREAD)
        assert minute.points.total
        assert results is not None
    return perf_counter() - began
