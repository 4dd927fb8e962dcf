"""PostgreSQL: another machine's work, waited for, but not for ever."""

import asyncio
import socket
import warnings
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Any, cast

from sqlalchemy import Connection, NullPool, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import InvalidatePoolError, SAWarning
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.database.addresses import driver_arguments
from storage.database.sessions import Returned, Runs, Session, Writer

# Where a connection is given up, SQLAlchemy hears of the end of its transaction twice.
warnings.filterwarnings("ignore", "transaction already deassociated", SAWarning)

# Seconds. A server may be gone without a word, and answer nothing on old connections or on any.
ANSWER_WITHIN = 20.0  # for a statement; planning and the purge have the longest
SIGN_OF_LIFE_WITHIN = 3.0  # for whoever takes a connection that lay idle
FREE_WITHIN = 10.0  # for a connection, where all are in use
CLOSE_WITHIN = 1.0
LOCK = "10s"  # for a row or table that somebody else has locked
# After about ten seconds without a sign of life each side gives the connection up.
UNHEARD = {
    "tcp_keepalives_idle": "4",
    "tcp_keepalives_interval": "3",
    "tcp_keepalives_count": "2",
    "tcp_user_timeout": "10000",
}
KEEPALIVE = (
    (socket.SOL_SOCKET, "SO_KEEPALIVE", 1),
    (socket.IPPROTO_TCP, "TCP_KEEPIDLE", 4),
    (socket.IPPROTO_TCP, "TCP_KEEPINTVL", 3),
    (socket.IPPROTO_TCP, "TCP_KEEPCNT", 2),
    (socket.IPPROTO_TCP, "TCP_USER_TIMEOUT", 10_000),  # ms
)


class Postgresql:
    """A database on a server; TimeoutError if a statement takes longer than `answer_within`."""

    def __init__(self, url: URL, answer_within: float = ANSWER_WITHIN) -> None:
        bare = url.set(query={})
        self._engine = create_async_engine(
            bare,
            async_creator=partial(
                connect, url, answer_within=answer_within, settings={"lock_timeout": LOCK}
            ),
            pool_timeout=FREE_WITHIN,
        )
        event.listen(self._engine.sync_engine, "checkout", _look)
        # Readers have to ask for it to see one state.
        self._readers = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        # A change of the schema takes as long as it takes.
        self._patient = create_async_engine(
            bare, async_creator=partial(connect, url), poolclass=NullPool
        )

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Session]:
        """Open a session that sees one state."""
        async with (
            _transaction(self._readers) as connection,
            Session(*_on(connection)) as session,
        ):
            yield session

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Writer]:
        """Open a writer whose changes are committed at the end."""
        async with _transaction(self._engine) as connection, Writer(*_on(connection)) as session:
            yield session

    @asynccontextmanager
    async def connect(self, *, write: bool) -> AsyncIterator[AsyncConnection]:
        """Open a connection in one transaction."""
        async with _transaction(self._patient if write else self._readers) as connection:
            yield connection

    async def forget(self) -> bool:
        """Leave it to the server, which cleans up by itself."""
        return True

    async def forget_again(self) -> bool:
        """Leave this to it, too."""
        return True

    async def close(self) -> None:
        """Close every connection; what does not close in time is left to the system."""
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_WITHIN):
                await self._engine.dispose()
                await self._patient.dispose()


async def connect(
    url: URL,
    *_: object,
    within: float | None = None,
    answer_within: float | None = None,
    settings: dict[str, str] | None = None,
) -> Any:  # noqa: ANN401 - asyncpg's connection, which has no types
    """Open a connection of the driver that notices within seconds when the server is gone."""
    import asyncpg  # noqa: PLC0415 - SQLite need not load it

    arguments = driver_arguments(url)
    arguments["server_settings"] |= UNHEARD | (settings or {})
    arguments["timeout"] = within or arguments["timeout"]
    parts = url.translate_connect_args(username="user")
    connection = await asyncpg.connect(**parts, **arguments, command_timeout=answer_within)
    transport = connection._transport  # there is no other way to its socket
    _keep_alive(transport.get_extra_info("socket"))
    return connection


def _keep_alive(channel: socket.socket | None) -> None:
    if channel is not None and channel.family != socket.AF_UNIX:
        for level, name, value in KEEPALIVE:
            if hasattr(socket, name):  # not every system has each of them
                channel.setsockopt(level, getattr(socket, name), value)


def _look(connection: Any, _record: object, _proxy: object) -> None:  # noqa: ANN401
    """Take no connection that is dead: the server restarted, or the way there swallows all.

    Then the others of its age are not taken either.
    """
    try:
        connection.run_async(
            lambda driver: driver.execute("SELECT 1", timeout=SIGN_OF_LIFE_WITHIN)
        )
    except Exception:  # noqa: BLE001 - whatever it is, this connection is of no use
        connection.driver_connection.terminate()
        raise InvalidatePoolError from None


@asynccontextmanager
async def _transaction(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Commit at the end, or take all back; never wait for an answer that does not come."""
    async with engine.connect() as connection:
        transaction = await connection.begin()
        try:
            yield connection
            await transaction.commit()
        except (TimeoutError, asyncio.CancelledError):
            await _give_up(connection)
            raise
        except BaseException:
            try:
                await transaction.rollback()
            except BaseException:  # noqa: BLE001 - what went wrong first is what matters
                await _give_up(connection)
            raise


async def _give_up(connection: AsyncConnection) -> None:
    """Drop a connection on which something may be under way: asyncpg would wait for its end."""
    if not connection.invalidated:
        (await connection.get_raw_connection()).driver_connection.terminate()  # type: ignore[union-attr]
        await connection.invalidate()


def _on(connection: AsyncConnection) -> tuple[Connection, Runs]:
    """Return what a session works on, and how its calls get there."""

    async def run(call: Callable[[], Returned], *, short: bool) -> Returned:  # noqa: ARG001
        return await connection.run_sync(lambda _: call())

    return cast("Connection", connection.sync_connection), run
