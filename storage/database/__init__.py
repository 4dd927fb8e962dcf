"""One database, SQLite or PostgreSQL, opened for reading or for writing in one transaction."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.addresses import database_url, sqlite_file
from storage.database.postgresql import Postgresql
from storage.database.sessions import Session, Writer, plain, short
from storage.database.sqlite import BareConnection, Sqlite

__all__ = ["Database", "Session", "Writer", "database_url", "plain", "short", "sqlite_file"]


class Database:
    """Hands out sessions: `read` sees one consistent state, `write` is one transaction.

    `erased` is the list of whom erasures concerned, by default beside a SQLite file.
    """

    def __init__(self, url: str, erased: Path | None = None) -> None:
        self.url = database_url(url)
        file = sqlite_file(self.url)
        beside = file.with_name(f"{file.name}-erased") if file is not None else None
        self.erased = erased or beside
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

    async def forget(self) -> bool:
        """Leave nothing of what was deleted in the files of a SQLite database; tell if it is so.

        Who reads what was there keeps it in the log: then `forget_again` has to be tried later.
        """
        return await self._side.forget()

    async def forget_again(self) -> bool:
        """Try again what could not be forgotten; tell if nothing is left. Mostly nothing is."""
        return await self._side.forget_again()

    async def close(self) -> None:
        """Close every connection."""
        await self._side.close()
