"""What all tests share: both databases, migrated and empty for each test, and a programme."""

import asyncio
import gc
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

import asyncpg
import pytest
from hypothesis import settings

from storage.database import Database, sqlite_file
from storage.migrations import upgrade
from tests import forked, postgresql
from tests.compiled_once import compile_once
from tests.lacking import lacking
from tests.organisation import Programme, founded, founded_in

# A busy machine would break Hypothesis's time limit per example.
settings.register_profile("untimed", deadline=None)
# A change is judged by itself: the same examples each time, and new ones in `make test`.
settings.register_profile("judging", deadline=None, derandomize=True, database=None)
settings.load_profile("untimed")

compile_once()

# What is loaded stays; looking through it again and again took a fourteenth of the whole run.
gc.freeze()
gc.set_threshold(100_000, 50, 100)

LONGEST = ("tests/chaos/", "tests/sandbox/test_demo.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that nobody waits for it at the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


NUMBERS = count()


def pytest_xdist_auto_num_workers() -> int:
    """Have one process more than there are cores: some tests wait for real processes."""
    return len(os.sched_getaffinity(0)) + 1


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a SQLite file with the newest schema and nothing in it, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    asyncio.run(_migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.Server]:
    """Run a PostgreSQL server for as long as this process tests."""
    programs = postgresql.binaries()
    if programs is None:
        lacking("no PostgreSQL server binaries in /usr/lib/postgresql or on PATH")
    with postgresql.running(programs) as server:
        yield server


@pytest.fixture(scope="session")
def reused(postgresql_server: postgresql.Server) -> Iterator[postgresql.Reused]:
    """Give one PostgreSQL database with the newest schema: making one per test takes too long."""
    asyncio.run(_order(postgresql_server, "CREATE DATABASE migrated"))
    url = postgresql_server.url("migrated")
    asyncio.run(_migrate(url))
    with postgresql.reusing(url) as database:
        yield database


@pytest.fixture(scope="session")
def forker() -> Iterator[forked.Forker]:
    """Give what starts processes that need not import anything any more."""
    with forked.forking() as forker:
        yield forker


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of a database without any table, on both kinds."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    with _fresh(request.getfixturevalue("postgresql_server")) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a database with the newest schema and nothing in it, on both kinds."""
    if request.param == "sqlite":
        path = shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "test.db")
        return f"sqlite:///{path}"
    database: postgresql.Reused = request.getfixturevalue("reused")
    database.empty()
    return database.url


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """Give a migrated database with nothing in it, on both kinds."""
    opened = Database(url)
    yield opened
    await opened.close()


@pytest.fixture(scope="session")
def founded_once(reused: postgresql.Reused) -> tuple[Programme, str]:
    """Give a programme on PostgreSQL with the content of its database."""
    reused.empty()
    return asyncio.run(_found(reused.url)), reused.content()


@pytest.fixture
def programme(request: pytest.FixtureRequest, database: Database) -> Programme:
    """Give a programme that was set up on its first Monday, with one HR person, Hanna."""
    file = sqlite_file(database.url)
    if file is not None:
        programme = asyncio.run(founded_in(file))
    else:
        programme, content = request.getfixturevalue("founded_once")
        request.getfixturevalue("reused").fill(content)
    return replace(programme, database=database, _units={})


@contextmanager
def _fresh(server: postgresql.Server) -> Iterator[str]:
    name = f"test_{next(NUMBERS)}"
    asyncio.run(_order(server, f"CREATE DATABASE {name} TEMPLATE template0"))
    try:
        yield server.url(name)
    finally:
        asyncio.run(_order(server, f"DROP DATABASE {name}"))


async def _order(server: postgresql.Server, statement: str) -> None:
    connection = await asyncpg.connect(server.url("postgres"))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def _migrate(url: str) -> None:
    database = Database(url)
    await upgrade(database)
    await database.close()


async def _found(url: str) -> Programme:
    database = Database(url)
    programme = await founded(database)
    await database.close()
    return programme
