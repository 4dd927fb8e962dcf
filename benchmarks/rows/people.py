"""HR's `/people` and one of its teams at 100,000 people, beside the same screens at 1,000."""

import asyncio
import sqlite3
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.office import FIRST_SPREAD, HR, spread, staffed
from benchmarks.results import Aim, Result, ratio_of, result
from benchmarks.waiting import Meanwhile, meanwhile
from coaching.people import directory, identity
from coaching.people.identity import Viewer
from coaching.results.staffing import staffing
from storage.database import Database

FEW, MANY = 1_000, 100_000
UNITS, TEAMS = 20, 199
ROUNDS = 5
MONDAY = datetime(2026, 1, 12, 6, tzinfo=UTC)
Screen = Callable[[Database, Viewer], Awaitable[object]]


def measure() -> list[Result]:
    """Return how long each screen takes and keeps others waiting, and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (Path(folder) / f"{number}.db" for number in (FEW, MANY))
        asyncio.run(_begin(few, FEW))
        asyncio.run(_begin(many, MANY))
        found = []
        for name, screen in (("/people", _all_teams), ("one of its teams", _one_team)):
            rounds = [(_look(many, screen), _look(few, screen)) for _ in range(ROUNDS)]
            found += _results(name, [a for a, _ in rounds], [b for _, b in rounds])
    return found


def _results(name: str, many: list[Meanwhile], few: list[Meanwhile]) -> list[Result]:
    beside = f"{FEW:,} people"
    took, took_beside = [each.took for each in many], [each.took for each in few]
    waits, waits_beside = [each.longest_wait for each in many], [each.longest_wait for each in few]
    return [
        result(
            f"{name} at {MANY:,} people",
            sorted(took)[ROUNDS // 2] * 1000,
            "ms",
            peer=beside,
            ratio=ratio_of(took, took_beside),
        ),
        result(
            f"somebody else's longest wait for {name}",
            sorted(waits)[ROUNDS // 2] * 1000,
            "ms",
            peer=beside,
            ratio=ratio_of(waits, waits_beside),
            aim=Aim(at_most=5),
        ),
    ]


def _look(file: Path, screen: Screen) -> Meanwhile:
    async def run() -> Meanwhile:
        database = Database(f"sqlite:///{file}")
        hr = await identity.identify(database, HR)
        assert hr is not None
        found = await meanwhile(database, MONDAY, screen(database, hr))
        await database.close()
        return found

    return asyncio.run(run())


async def _all_teams(database: Database, hr: Viewer) -> None:
    await staffing(database, hr, MONDAY)


async def _one_team(database: Database, hr: Viewer) -> None:
    await directory.people_of(database, hr, FIRST_SPREAD + 1, MONDAY)


async def _begin(file: Path, number: int) -> None:
    database = Database(f"sqlite:///{file}")
    office = await staffed(database, number, MONDAY)
    await database.close()
    with closing(sqlite3.connect(file)) as raw, raw:
        spread(raw, office, UNITS, TEAMS)
