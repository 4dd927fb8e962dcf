"""PostgreSQL: another machine's work, waited for."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import cast

from sqlalchemy import Connection
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from storage.database.sessions import Returned, Runs, Session, Writer


class Postgresql:
    """A database on a server."""

    def __init__(self, url: URL) -> None:
        self._engine = create_async_engine(url)
        # Readers have to ask for it to see one state.
        self._readers = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Session]:
        """Open a session that sees one state."""
        async with self._readers.begin() as connection, Session(*_on(connection)) as session:
            yield session

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Writer]:
        """Open a writer whose changes are committed at the end."""
        async with self._engine.begin() as connection, Writer(*_on(connection)) as session:
            yield session

    @asynccontextmanager
    async def connect(self, *, write: bool) -> AsyncIterator[AsyncConnection]:
        """Open a connection in one transaction."""
        engine = self._engine if write else self._readers
        async with engine.begin() as connection:
            yield connection

    async def forget(self) -> None:
        """Leave it to the server, which cleans up by itself."""

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()


def _on(connection: AsyncConnection) -> tuple[Connection, Runs]:
    """Return what a session works on, and how its calls get there."""

    async def run(call: Callable[[], Returned], *, short: bool) -> Returned:  # noqa: ARG001
        return await connection.run_sync(lambda _: call())

    return cast("Connection", connection.sync_connection), run
