"""SQLite called right from the event loop: a trip to a thread costs many times a statement.

That is for what is known to be short. Everything else goes to a thread, and after some short calls
in a row others get their turn. See docs/decisions/0010-sqlite-in-the-event-loop.md.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager, suppress
from time import monotonic
from typing import Any, Concatenate, ParamSpec, cast

from sqlalchemy import Connection, CursorResult, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from storage.database.addresses import sqlite_file
from storage.database.sessions import Returned, Session, Writer

# ruff: noqa: ANN401 - SQLAlchemy's signatures are pages long

CALLS_IN_A_ROW = 16  # of one session
MANY_CHANGES = 4000  # rows, until they are brought from the log into the file
PATIENCE = 5.0  # seconds to wait for another program that writes
LOOK_AGAIN = 0.01
FORGETTING, BETWEEN_FORGETTING = 5, 0.1  # attempts, seconds; most readers are done by then
MOST_IDLE = 5  # connections
MOST_THREADS = 8  # our own: those of everybody may be busy drawing
PRAGMAS = (
    "synchronous=NORMAL",
    "busy_timeout=20",  # ms in which the loop stands still; who waits longer waits in `_begin`
    "foreign_keys=ON",
    "secure_delete=ON",
    "wal_autocheckpoint=0",  # it waits for the disk: see `_checkpoint`
)
Given = ParamSpec("Given")


class InTurn:
    """Runs a session's calls: short ones here and now, the others in a thread."""

    def __init__(self, threads: Executor) -> None:
        self._threads = threads
        self._calls = 0

    async def __call__(self, call: Callable[[], Returned], *, short: bool) -> Returned:
        """Return what the call returns."""
        if not short:
            return await _in_thread(self._threads, call)
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


class Connections:
    """Open connections: the one that was used last comes first, for it knows the file's pages."""

    def __init__(self, url: URL, opened: Callable[[], sqlite3.Connection], *pragmas: str) -> None:
        self._engine = create_engine(url, creator=opened, poolclass=NullPool)
        self._idle: list[Connection] = []

        def set_up(driver: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
            for pragma in pragmas:
                driver.execute(f"PRAGMA {pragma}")

        event.listen(self._engine, "connect", set_up)

    @contextmanager
    def one(self) -> Iterator[Connection]:
        """Lend one that is in no transaction."""
        connection = self._idle.pop() if self._idle else self._engine.connect()
        try:
            yield connection
        finally:
            if len(self._idle) < MOST_IDLE:
                self._idle.append(connection)
            else:
                connection.close()

    def close(self) -> None:
        """Close those that nobody uses."""
        while self._idle:
            self._idle.pop().close()


class Sqlite:
    """A database in a file: many may read it while one writes."""

    def __init__(self, url: URL) -> None:
        self._file = sqlite_file(url)
        self._may_create = True
        self._readers = Connections(url, self._opened, *PRAGMAS, "query_only=ON")
        self._writers = Connections(url, self._opened, *PRAGMAS)
        self._threads = ThreadPoolExecutor(MOST_THREADS, "sqlite")
        # Waiting in line here is fair, SQLite's own busy handler is not.
        self._turn = asyncio.Lock()
        self._changes = 0
        self._to_forget = False

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Session]:
        """Open a session that sees one state."""
        with self._readers.one() as connection, connection.begin():
            _driver(connection).execute("BEGIN DEFERRED")
            async with Session(connection, InTurn(self._threads)) as session:
                yield session

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Writer]:
        """Open a writer whose changes are committed at the end."""
        async with self._turn:
            with self._writers.one() as connection, connection.begin():
                driver = await _begin(connection)
                before = driver.total_changes
                async with Writer(connection, InTurn(self._threads)) as session:
                    yield session
            self._changes += driver.total_changes - before
            if self._changes > MANY_CHANGES:
                self._changes = 0
                await _in_thread(self._threads, self._checkpoint)

    @asynccontextmanager
    async def connect(self, *, write: bool) -> AsyncIterator[BareConnection]:
        """Open a connection in one transaction.

        A writing one checks foreign keys at its end only: a table that others refer to could not
        be built anew otherwise. IntegrityError if any leads nowhere then.
        """
        with (self._writers if write else self._readers).one() as connection:
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
        self._threads.shutdown()
        self._readers.close()
        self._writers.close()

    async def forget(self) -> bool:
        """Empty the log, so that what was deleted is in no file any more.

        False while somebody, also of another program, reads what is in it: `forget_again` later.
        """
        self._to_forget = True
        for attempt in range(FORGETTING):
            if attempt:
                await asyncio.sleep(BETWEEN_FORGETTING)  # whoever writes is not kept waiting
            if await self.forget_again():
                return True
        return False

    async def forget_again(self) -> bool:
        """Try once more what could not be forgotten; True if nothing is left of it."""
        if self._to_forget:
            async with self._turn:
                self._to_forget = not await _in_thread(self._threads, self._empty_log)
        return not self._to_forget

    def _opened(self) -> sqlite3.Connection:
        """Open the file; one that was deleted since the first time is not made anew and empty."""
        if self._file is None:
            raise ValueError("a database in memory ends with each connection")
        uri = f"{self._file.absolute().as_uri()}?mode={'rwc' if self._may_create else 'rw'}"
        # The driver's own transactions would lose updates; ours begin in `_begin`.
        opened = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        self._may_create = False
        return opened

    def _empty_log(self) -> bool:
        """Empty the log; return whether nobody kept it from being emptied."""
        with self._writers.one() as connection:
            found = _driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        busy, in_the_log, brought = found
        return not busy and in_the_log == brought  # no log at all: both are -1

    def _checkpoint(self) -> None:
        """Bring what was written from the log into the file, as far as readers let us."""
        with self._writers.one() as connection:
            _driver(connection).execute("PRAGMA wal_checkpoint(PASSIVE)")


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


async def _in_thread(threads: Executor, call: Callable[[], Returned]) -> Returned:
    """Wait for the call even when cancelled: nobody may use its connection meanwhile."""
    done = asyncio.get_running_loop().run_in_executor(threads, call)
    try:
        return await asyncio.shield(done)
    except asyncio.CancelledError:
        while not done.done():
            with suppress(asyncio.CancelledError):  # told twice, it waits all the same
                await asyncio.wait([done])
        raise
