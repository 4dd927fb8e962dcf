"""One database, SQLite or PostgreSQL, opened for reading or for writing in one transaction."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, async_sessionmaker, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel.ext.asyncio.session import AsyncSession as Session

__all__ = ["Database", "Session", "database_url", "sqlite_file"]

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
IN_MEMORY = (None, "", ":memory:")
PRAGMAS = (
    "synchronous=NORMAL",
    "busy_timeout=5000",
    "foreign_keys=ON",
    "secure_delete=ON",
)


def database_url(text: str) -> URL:
    """Return the URL with our driver; ValueError unless it is SQLite or PostgreSQL."""
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise ValueError("not the URL of a database") from error
    name = url.get_backend_name()
    if name not in DRIVERS:
        raise ValueError(name)
    return url.set(drivername=DRIVERS[name])


def sqlite_file(url: URL) -> Path | None:
    """Return the file of a SQLite database; None for a database without a file."""
    if url.get_backend_name() != "sqlite" or url.database in IN_MEMORY:
        return None
    return Path(url.database or "")


class Database:
    """Hands out sessions: `read` sees one consistent state, `write` is one transaction."""

    def __init__(self, url: str) -> None:
        self.url = database_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._engine = create_async_engine(self.url)
        if self.is_sqlite:
            event.listen(self._engine.sync_engine, "connect", _set_up_sqlite)
            event.listen(self._engine.sync_engine, "begin", _begin_sqlite)
        # SQLite's readers see one state anyway; PostgreSQL's have to ask for it.
        readers = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        self._readers = _sessions(self._engine.execution_options(**readers))
        self._writers = _sessions(self._engine.execution_options(write=True))
        # SQLite has one writer: waiting in line here is fair, its own busy handler is not.
        self._turn = asyncio.Lock() if self.is_sqlite else nullcontext()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Session]:
        """Open a session that only reads."""
        async with self._readers() as session:
            yield session

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Session]:
        """Open a transaction: committed at the end, rolled back by any error."""
        async with self._turn, self._writers() as session, session.begin():
            yield session

    @asynccontextmanager
    async def connect(self, *, write: bool) -> AsyncIterator[AsyncConnection]:
        """Open a bare connection in one transaction, for looking at or changing the schema."""
        async with self._engine.connect() as connection:
            await connection.execution_options(write=write)
            async with connection.begin():
                yield connection

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()


def _sessions(engine: Any) -> async_sessionmaker[Session]:  # noqa: ANN401
    return async_sessionmaker(engine, class_=Session, expire_on_commit=False)


def _set_up_sqlite(connection: Any, _entry: ConnectionPoolEntry) -> None:  # noqa: ANN401
    connection.isolation_level = None  # the driver's own implicit BEGIN would lose updates
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("write", False)
    if writes and "wal" not in connection.info:  # not on connect: looking changes no file
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        connection.info["wal"] = True
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN DEFERRED")
