"""One database, SQLite or PostgreSQL, opened for reading or for writing in one transaction."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.postgresql import Postgresql
from storage.database.sessions import Session, Writer, plain, short
from storage.database.sqlite import BareConnection, Sqlite

__all__ = ["Database", "Session", "Writer", "database_url", "plain", "short", "sqlite_file"]

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


class Database:
    """Hands out sessions: `read` sees one consistent state, `write` is one transaction."""

    def __init__(self, url: str) -> None:
        self.url = database_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._side: Sqlite | Postgresql = (Sqlite if self.is_sqlite else Postgresql)(self.url)

    def read(self) -> AbstractAsyncContextManager[Session]:
        """Open a session that only reads; the database refuses it any change."""
        return self._side.read()

    def write(self) -> AbstractAsyncContextManager[Writer]:
        """Open a transaction: committed at the end, rolled back by any error."""
        return self._side.write()

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
