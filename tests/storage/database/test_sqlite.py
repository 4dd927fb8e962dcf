"""SQLite in the event loop: nobody has to wait who need not."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import func, insert, literal, select
from sqlmodel.sql.expression import SelectOfScalar

from coaching.checkin.week import Response, open_checkin, respond
from coaching.people.identity import identify
from coaching.rules.calendar import Weekday
from storage.database import Database, short, sqlite
from storage.people import Person
from tests.organisation import founded
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


def how_many_numbers(last: int) -> SelectOfScalar[int]:
    """Return a query that takes as long as there are numbers."""
    first = select(literal(1).label("n")).cte(recursive=True)
    numbers = first.union_all(select(first.c.n + 1).where(first.c.n < last))
    return select(func.count()).select_from(numbers)


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


async def test_a_long_query_leaves_the_loop_to_others(database: Database) -> None:
    async def count() -> None:
        async with database.read() as session:
            assert (await session.exec(how_many_numbers(200_000))).one() == 200_000

    assert await turns_during(asyncio.create_task(count())) > 20


async def test_the_objects_that_a_query_finds_are_made_beside_the_loop(
    database: Database,
) -> None:
    rows = await written(database)
    await add(database, rows, MANY)

    async def find() -> None:
        async with database.read() as session:
            assert len((await session.exec(select(Person))).all()) == MANY + 1

    assert await turns_during(asyncio.create_task(find())) > 20


async def test_what_is_known_to_be_short_is_over_at_once(database: Database) -> None:
    async def look() -> None:
        async with database.read() as session:
            await session.exec(short(select(Person)))
            await session.get(Person, 1)

    assert await turns_during(asyncio.create_task(look())) <= 2


async def test_a_tap_makes_no_trip_to_a_thread(database: Database) -> None:
    programme = await founded(database)
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    now = programme.is_now(0, Weekday.WED)

    async def tap() -> None:
        viewer = await identify(database, ana.telegram_id)
        assert viewer is not None
        shown = await open_checkin(database, viewer, now)
        item = shown.items[0].dimension
        await respond(database, viewer, shown.week, item, Response.RATED, now, 4)

    assert await turns_during(asyncio.create_task(tap())) <= 2


async def test_many_short_statements_in_a_row_let_others_have_their_turn(
    database: Database,
) -> None:
    async def ask_often() -> None:
        async with database.read() as session:
            for _ in range(10 * sqlite.CALLS_IN_A_ROW):
                await session.exec(short(select(Person.id)))

    assert await turns_during(asyncio.create_task(ask_often())) >= 10


async def test_many_objects_are_written_beside_the_loop(database: Database) -> None:
    rows = await written(database)

    async def add_objects() -> None:
        async with database.write() as session:
            session.add_all([Person.model_validate(each) for each in people(rows, 2000)])

    assert await turns_during(asyncio.create_task(add_objects())) > 20
    assert await how_many(database) == 2001


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
    await asyncio.sleep(0)
    adding.cancel()  # being told again changes nothing
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


async def test_a_file_that_was_deleted_meanwhile_is_not_made_anew_and_empty(
    database: Database, file: Path
) -> None:
    assert await how_many(database) == 0
    file.unlink()  # noqa: ASYNC240 - over at once
    async with database.read():
        with pytest.raises(OperationalError, match="unable to open"):
            await how_many(database)
    assert not file.exists()  # noqa: ASYNC240 - over at once
