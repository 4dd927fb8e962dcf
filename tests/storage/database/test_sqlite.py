"""SQLite in the event loop: nobody has to wait who need not."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import func, insert, select

from storage.database import Database, sqlite
from storage.people import Person
from tests.storage.rows import Rows, written

MANY = 20_000


@pytest.fixture
def file(migrated_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(migrated_file, tmp_path / "test.db"))


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    opened = Database(f"sqlite:///{file}")
    yield opened
    await opened.close()


def people(rows: Rows, number: int) -> list[dict[str, object]]:
    return [
        {"organisation_id": rows.organisation, "telegram_id": n, "first_name": str(n)}
        for n in range(1, number + 1)
    ]


async def add(database: Database, rows: Rows, number: int) -> None:
    async with database.write() as session:
        await session.exec(insert(Person), params=people(rows, number))


async def how_many(database: Database) -> int:
    async with database.read() as session:
        return (await session.exec(select(func.count()).select_from(Person))).one()


async def turns_during(task: asyncio.Task[None]) -> int:
    """Return how often another coroutine got its turn before the task ended."""
    turns = 0
    while not task.done():
        await asyncio.sleep(0)
        turns += 1
    await task
    return turns


def size(file: Path) -> int:
    return file.stat().st_size


@contextmanager
def another_program_writes(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


async def test_writing_many_rows_leaves_the_loop_to_others(database: Database) -> None:
    rows = await written(database)
    assert await turns_during(asyncio.create_task(add(database, rows, MANY))) > 20
    assert await how_many(database) == MANY + 1


async def test_a_long_transaction_lets_others_have_their_turn(database: Database) -> None:
    async def ask_often() -> None:
        async with database.read() as session:
            for _ in range(10 * sqlite.CALLS_IN_A_ROW):
                await session.exec(select(Person.id))

    assert await turns_during(asyncio.create_task(ask_often())) >= 10


async def test_whoever_waits_for_another_program_waits_alone(
    database: Database, file: Path
) -> None:
    rows = await written(database)
    with another_program_writes(file) as other:
        adding = asyncio.create_task(add(database, rows, 1))
        await asyncio.sleep(0.2)
        assert not adding.done()
        assert await how_many(database) == 1
        other.execute("COMMIT")
        await adding
    assert await how_many(database) == 2


async def test_another_program_that_does_not_end_becomes_an_error(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = await written(database)
    monkeypatch.setattr(sqlite, "PATIENCE", 0.1)
    with another_program_writes(file), pytest.raises(OperationalError, match="locked"):
        await add(database, rows, 1)
    await add(database, rows, 1)  # and the next writer is not held up
    assert await how_many(database) == 2


async def test_a_cancelled_write_is_taken_back_when_its_thread_is_done(database: Database) -> None:
    rows = await written(database)
    adding = asyncio.create_task(add(database, rows, MANY))
    await asyncio.sleep(0.01)
    adding.cancel()
    with pytest.raises(asyncio.CancelledError):
        await adding
    assert await how_many(database) == 1
    await add(database, rows, 1)


async def test_what_was_written_comes_from_the_log_into_the_file(
    database: Database, file: Path
) -> None:
    rows = await written(database)
    before = size(file)
    await add(database, rows, 2 * sqlite.MANY_CHANGES)
    assert size(file) > before
