"""PostgreSQL's advisory lock: it ends with the connection that took it."""

import asyncio
import os
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import asyncpg
import structlog
from sqlalchemy.engine import URL

from storage.database import Database
from storage.database.locking import LostError
from storage.database.postgresql import connect

log = structlog.get_logger()

KEY = int.from_bytes(b"cxcoach", "big")  # PostgreSQL keeps it apart in each of its databases
OURS = """
    SELECT pid = pg_backend_pid() FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND objsubid = 1
    AND (classid::bigint << 32 | objid::bigint) = $1
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""

# Seconds. The server frees the lock when it has closed the connection, or heard nothing on it for
# UNHEARD (in `postgresql.py`). The one at work notices a closed connection at once, a silent one
# within CHECK_EVERY + ANSWER_WITHIN, and is gone LEAVE_WITHIN later. So it is gone when the next
# one begins: HANDOVER after it got the lock. That one asks every POLL_EVERY; all of it together
# stays below 30.
POLL_EVERY = 5
CHECK_EVERY = 2
ANSWER_WITHIN = 5
LEAVE_WITHIN = 4
HANDOVER = LEAVE_WITHIN + 1
CLOSE_WITHIN = 2
UNREACHABLE = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)


async def stand_by(url: URL) -> asyncpg.Connection:
    """Ask again and again; a server that cannot be reached may come back, so it is asked, too."""
    said = ""
    while True:
        reason = "another process works on this database"
        try:
            connection = await take(url)
        except UNREACHABLE as error:
            reason = f"the database cannot be reached ({type(error).__name__})"
        else:
            if connection is not None:
                return connection
        if reason != said:
            log.info("standing by", reason=reason)
            said = reason
        await asyncio.sleep(POLL_EVERY)


async def take(url: URL) -> asyncpg.Connection | None:
    """Return a connection that has the lock; None if another one has it."""
    connection = await connect(url, within=ANSWER_WITHIN)
    taken = False
    try:
        question = "SELECT pg_try_advisory_lock($1)"
        taken = await connection.fetchval(question, KEY, timeout=ANSWER_WITHIN)
    finally:
        if not taken:
            await _close(connection)
    return connection if taken else None


@asynccontextmanager
async def held(connection: asyncpg.Connection) -> AsyncIterator[None]:
    """Watch over the lock and free it at the end; if it is lost, cancel what is inside: LostError.

    What is inside begins when whoever lost the lock before us has left for sure.
    """
    worker = asyncio.current_task()
    last_resort = threading.Timer(LEAVE_WITHIN, _end_the_process)
    last_resort.daemon = True

    async def watch() -> None:
        await _until_lost(connection)
        log.error("lost the database", consequence="leaving the work")
        last_resort.start()
        if worker is not None and not worker.cancelling():  # else it is leaving already
            work.reschedule(0)

    try:
        async with asyncio.timeout(None) as work:
            watcher = asyncio.create_task(watch())
            try:
                await asyncio.sleep(HANDOVER)
                yield
            finally:
                watcher.cancel()
                await asyncio.gather(watcher, return_exceptions=True)
    except Exception:
        if work.expired():  # whatever fails then fails because of it
            log.info("left the work")
            raise LostError from None
        raise
    finally:
        last_resort.cancel()
        await _close(connection)


async def is_taken(database: Database) -> bool:
    """Tell whether any connection has the lock."""
    async with database.connect(write=False) as connection:
        return (await connection.exec_driver_sql(OURS, (KEY,))).first() is not None


async def _until_lost(connection: asyncpg.Connection) -> None:
    closed = asyncio.Event()
    with suppress(Exception):  # whatever goes wrong here, there is no proof
        connection.add_termination_listener(lambda _: closed.set())
        while await connection.fetchval(OURS, KEY, timeout=ANSWER_WITHIN):
            with suppress(TimeoutError):
                async with asyncio.timeout(CHECK_EVERY):
                    await closed.wait()
    connection.terminate()


def _end_the_process() -> None:
    """Leave nothing behind that might work on; what hangs cannot be asked to end."""
    log.critical("the work did not end in time", consequence="ending the process")
    os._exit(1)


async def _close(connection: asyncpg.Connection) -> None:
    with suppress(*UNREACHABLE):
        async with asyncio.timeout(CLOSE_WITHIN):
            await connection.close()
