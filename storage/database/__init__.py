"""One database, SQLite or PostgreSQL, opened for reading or for writing in one transaction."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, async_sessionmaker, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession as Session

from storage.database.sqlite import BareConnection, Sqlite

__all__ = ["Database", "Session", "database_url", "sqlite_file"]

DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+asyncpg"}
IN_MEMORY = (None, "", ":memory:")


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


class Postgresql:
    """A database on a server."""

    def __init__(self, url: URL) -> None:
        self._engine = create_async_engine(url)
        # Readers have to ask for it to see one state.
        readers = self._engine.execution_options(isolation_level="REPEATABLE READ")
        self._readers = async_sessionmaker(readers, class_=Session, expire_on_commit=False)
        self._writers = async_sessionmaker(self._engine, class_=Session, expire_on_commit=False)

    def read(self, *, long: bool) -> AbstractAsyncContextManager[Session]:  # noqa: ARG002
        """Open a session that sees one state."""
        return self._readers()

    def write(self, *, long: bool) -> AbstractAsyncContextManager[Session]:  # noqa: ARG002
        """Open a session whose changes are committed at the end."""
        return self._writers.begin()

    @asynccontextmanager
    async def connect(self, *, write: bool) -> AsyncIterator[AsyncConnection]:  # noqa: ARG002
        """Open a connection in one transaction."""
        async with self._engine.begin() as connection:
            yield connection

    async def forget(self) -> None:
        """Leave it to the server, which cleans up by itself."""

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()


class Database:
    """Hands out sessions: `read` sees one consistent state, `write` is one transaction."""

    def __init__(self, url: str) -> None:
        self.url = database_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._side: Sqlite | Postgresql = (Sqlite if self.is_sqlite else Postgresql)(self.url)

    def read(self, *, long: bool = False) -> AbstractAsyncContextManager[Session]:
        """Open a session that only reads; a long one lets others go on meanwhile."""
        return self._side.read(long=long)

    def write(self, *, long: bool = False) -> AbstractAsyncContextManager[Session]:
        """Open a transaction: committed at the end, rolled back by any error.

        A long one lets others go on meanwhile, as far as they do not write.
        """
        return self._side.write(long=long)

    def connect(
        self, *, write: bool
    ) -> (
        AbstractAsyncContextManager[BareConnection] | AbstractAsyncContextManager[AsyncConnection]
    ):
        """Open a bare connection in one transaction, for looking at or changing the schema."""
        return self._side.connect(write=write)

    async def forget(self) -> None:
        """Leave nothing of what was deleted in the files of a SQLite database."""
        await self._side.forget()

    async def close(self) -> None:
        """Close every connection."""
        await self._side.close()
