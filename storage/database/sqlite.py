"""SQLite called right from the event loop: a trip to a thread costs many times a statement.

What is long goes to a thread all the same, and in a long transaction others get their turn now and
then. See docs/decisions/0010-sqlite-in-the-event-loop.md.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from time import monotonic
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy import Connection, CursorResult, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool
from sqlmodel import Session
from sqlmodel.ext.asyncio.session import AsyncSession

# ruff: noqa: ANN401 - SQLAlchemy's signatures are pages long

CALLS_IN_A_ROW = 16  # of one session
MANY_ROWS = 200  # to write by one call
MANY_CHANGES = 4000  # rows, until they are brought from the log into the file
PATIENCE = 5.0  # seconds to wait for another program that writes
LOOK_AGAIN = 0.01
PRAGMAS = (
    "synchronous=NORMAL",
    "busy_timeout=20",  # ms in which the loop stands still; who waits longer waits in `_begin`
    "foreign_keys=ON",
    "secure_delete=ON",
    "wal_autocheckpoint=0",  # it waits for the disk: see `_checkpoint`
)
PLAIN = "plain"  # the execution option of statements that return no objects
Given = ParamSpec("Given")
Returned = TypeVar("Returned")


class SqliteSession(AsyncSession):
    """The asynchronous session without what it does to wait: SQLite answers at once.

    What keeps objects is made when the first one is asked for; plain statements need none.
    """

    def __init__(self, connection: Connection, *, long: bool) -> None:
        self._connection = connection
        self._long = long
        self._objects: Session | None = None
        self._calls = 0

    @property
    def sync_session(self) -> Session:  # type: ignore[override]
        """Return what keeps objects, in the transaction of the connection."""
        if self._objects is None:
            self._objects = Session(self._connection, expire_on_commit=False)
        return self._objects

    _proxied = sync_session  # under this name the base class asks

    def get_bind(self, *_: Any, **__: Any) -> Any:
        """Return what knows the dialect."""
        return self._connection

    async def exec(self, statement: Any, *, params: Any = None, **options: Any) -> Any:
        """Run a statement."""
        if statement.get_execution_options().get(PLAIN):
            await self.flush()  # what it finds may have been changed just now
            return await self._run(partial(self._connection.execute, statement, params))
        many = isinstance(params, Sequence) and len(params) > MANY_ROWS
        call = partial(self.sync_session.exec, statement, params=params, **options)
        return await self._run(call, long=many)

    async def get(self, entity: Any, ident: Any, **options: Any) -> Any:
        """Return a row by its key, or None."""
        return await self._run(partial(self.sync_session.get, entity, ident, **options))

    async def get_one(self, entity: Any, ident: Any, **options: Any) -> Any:
        """Return a row by its key; NoResultFound if there is none."""
        return await self._run(partial(self.sync_session.get_one, entity, ident, **options))

    async def flush(self, objects: Sequence[Any] | None = None) -> None:
        """Write what was added and changed."""
        if self._objects is not None:
            many = len(self._objects.new) > MANY_ROWS
            await self._run(partial(self._objects.flush, objects), long=many)

    def leave(self) -> None:
        """Let go of the objects, after the commit or what takes its place."""
        if self._objects is not None:
            self._objects.close()

    async def _run(self, call: Callable[[], Returned], *, long: bool = False) -> Returned:
        if long or self._long:
            return await _in_thread(call)
        self._calls += 1
        if self._calls % CALLS_IN_A_ROW == 0:
            await asyncio.sleep(0)
        return call()


class BareConnection:
    """A connection for work on the schema."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def run_sync(
        self,
        call: Callable[Concatenate[Connection, Given], Returned],
        *args: Given.args,
        **options: Given.kwargs,
    ) -> Returned:
        """Run a function on the connection."""
        return call(self._connection, *args, **options)

    async def exec_driver_sql(self, statement: str, given: Any = None) -> CursorResult[Any]:
        """Run a statement as it is written."""
        return self._connection.exec_driver_sql(statement, given)


class Sqlite:
    """A database in a file: many may read it while one writes."""

    def __init__(self, url: URL) -> None:
        # The driver's own transactions would lose updates; ours begin in `_begin`.
        options = {"isolation_level": None, "check_same_thread": False}
        self._engine = create_engine(
            url, connect_args=options, poolclass=QueuePool, max_overflow=-1
        )
        event.listen(self._engine, "connect", _set_up)
        # Waiting in line here is fair, SQLite's own busy handler is not.
        self._turn = asyncio.Lock()
        self._changes = 0

    @asynccontextmanager
    async def read(self, *, long: bool) -> AsyncIterator[AsyncSession]:
        """Open a session that sees one state."""
        with self._engine.begin() as connection:
            _driver(connection).execute("BEGIN DEFERRED")
            session = SqliteSession(connection, long=long)
            try:
                yield session
            finally:
                session.leave()

    @asynccontextmanager
    async def write(self, *, long: bool) -> AsyncIterator[AsyncSession]:
        """Open a session whose changes are committed at the end."""
        async with self._turn:
            with self._engine.begin() as connection:
                driver = await _begin(connection)
                before = driver.total_changes
                session = SqliteSession(connection, long=long)
                try:
                    yield session
                    await session.flush()
                finally:
                    session.leave()
            self._changes += driver.total_changes - before
            if self._changes > MANY_CHANGES:
                self._changes = 0
                await _in_thread(self._checkpoint)

    @asynccontextmanager
    async def connect(self, *, write: bool) -> AsyncIterator[BareConnection]:
        """Open a connection in one transaction.

        A writing one checks foreign keys at its end only: a table that others refer to could not
        be built anew otherwise. IntegrityError if any leads nowhere then.
        """
        with self._engine.connect() as connection:
            driver = _driver(connection)
            if write:
                driver.execute("PRAGMA foreign_keys=OFF")
            try:
                with connection.begin():
                    if write:
                        await _begin(connection)
                    yield BareConnection(connection)
                    if write:
                        _check_foreign_keys(connection)
            finally:
                driver.execute("PRAGMA foreign_keys=ON")

    async def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    async def forget(self) -> None:
        """Empty the log, so that what was deleted is in no file any more."""
        async with self._turn:
            await _in_thread(self._empty_log)

    def _empty_log(self) -> None:
        with self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _checkpoint(self) -> None:
        """Bring what was written from the log into the file, as far as readers let us."""
        with self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")


def _set_up(driver: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    for pragma in PRAGMAS:
        driver.execute(f"PRAGMA {pragma}")


def _check_foreign_keys(connection: Connection) -> None:
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if lost:
        raise IntegrityError("PRAGMA foreign_key_check", None, ValueError(f"{len(lost)} rows"))


def _driver(connection: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", connection.connection.dbapi_connection)


async def _begin(connection: Connection) -> sqlite3.Connection:
    """Begin to write as soon as no other program does."""
    driver = _driver(connection)
    if "wal" not in connection.info:  # not on connect: looking changes no file
        await _patiently(driver, "PRAGMA journal_mode=WAL")
        connection.info["wal"] = True
    await _patiently(driver, "BEGIN IMMEDIATE")
    return driver


async def _patiently(driver: sqlite3.Connection, statement: str) -> None:
    until = monotonic() + PATIENCE
    while True:
        try:
            driver.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise OperationalError(statement, {}, error) from error
        else:
            return
        await asyncio.sleep(LOOK_AGAIN)


async def _in_thread(call: Callable[[], Returned]) -> Returned:
    """Wait for the call even when cancelled: nobody may use its connection meanwhile."""
    done = asyncio.ensure_future(asyncio.to_thread(call))
    try:
        return await asyncio.shield(done)
    except asyncio.CancelledError:
        await asyncio.wait([done])
        raise
