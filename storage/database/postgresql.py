"""PostgreSQL: another machine's work, waited for, but not for ever."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import cast

from sqlalchemy import Connection, NullPool
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from storage.database.sessions import Returned, Runs, Session, Writer

CONNECT_WITHIN = 10.0  # seconds
ANSWER_WITHIN = 60.0  # seconds for a statement; planning and the purge have the longest


class Postgresql:
    """A database on a server; TimeoutError if a statement takes longer than `answer_within`."""

    def __init__(self, url: URL, answer_within: float = ANSWER_WITHIN) -> None:
        connecting = {"timeout": CONNECT_WITHIN}
        # The server closes idle connections when it restarts: whoever takes one asks it first.
        self._engine = create_async_engine(
            url,
            connect_args={**connecting, "command_timeout": answer_within},
            pool_pre_ping=True,
        )
        # Readers have to ask for it to see one state.
        self._readers = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        # A change of the schema takes as long as it takes.
        self._patient = create_async_engine(url, connect_args=connecting, poolclass=NullPool)

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
        async with (self._patient if write else self._readers).begin() as connection:
            yield connection

    async def forget(self) -> None:
        """Leave it to the server, which cleans up by itself."""

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()
        await self._patient.dispose()


def _on(connection: AsyncConnection) -> tuple[Connection, Runs]:
    """Return what a session works on, and how its calls get there."""

    async def run(call: Callable[[], Returned], *, short: bool) -> Returned:  # noqa: ARG001
        return await connection.run_sync(lambda _: call())

    return cast("Connection", connection.sync_connection), run
