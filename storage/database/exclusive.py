"""One process at a time works on one database, and never two.

On SQLite whoever comes second is refused. On PostgreSQL it may stand by, and takes over when the
one at work ends, is killed or loses its connection.
"""

import asyncio
import fcntl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import BinaryIO

from storage.database import Database, database_url, sqlite_file
from storage.database.locking import LostError, TakenError

__all__ = ["LostError", "TakenError", "exclusive", "is_taken"]

LOOKS, BETWEEN_LOOKS = 5, 0.1  # the latter in seconds


@asynccontextmanager
async def exclusive(url: str, *, wait: bool) -> AsyncIterator[None]:
    """Keep every other process from the work inside; cancel it, as LostError, if that fails.

    While another process is at work, stand by on PostgreSQL if told to wait; else TakenError.
    """
    parsed = database_url(url)
    file = sqlite_file(parsed)
    if parsed.get_backend_name() == "postgresql":
        from storage.database import advisory  # noqa: PLC0415 - with a driver that SQLite need not load

        lock = await (advisory.stand_by(parsed) if wait else advisory.take(parsed))
        if lock is None:
            raise TakenError
        async with advisory.held(lock):
            yield
    elif file is not None:
        async with _beside(file):
            yield
    else:  # in memory: nobody else can come near it
        yield


async def is_taken(database: Database) -> bool:
    """Tell whether a process works on the database now."""
    if database.is_sqlite:
        file = sqlite_file(database.url)
        return file is not None and _is_locked(_lock_file(file))
    from storage.database import advisory  # noqa: PLC0415

    return await advisory.is_taken(database)


def is_another_file(file: Path) -> bool:
    """Tell whether who works on a SQLite database has opened another file than is there now.

    It may have been deleted or replaced meanwhile: then what is written goes nowhere.
    """
    lock = _lock_file(file)
    if not _is_locked(lock):
        return False
    opened = lock.read_text(encoding="ascii", errors="replace").strip()
    return bool(opened) and opened != _identity(file)


@asynccontextmanager
async def _beside(file: Path) -> AsyncIterator[None]:
    """Lock a file beside the database; the operating system frees it however the process ends.

    The file stays: if it were deleted, two processes could each lock one of that name.
    """
    lock = _lock_file(file)
    lock.touch(mode=0o600)
    with lock.open("r+b") as handle:
        for _ in range(LOOKS):  # `is_taken` locks it for an instant, too
            if _locks(handle, fcntl.LOCK_EX):
                break
            await asyncio.sleep(BETWEEN_LOOKS)
        else:
            raise TakenError
        handle.truncate()
        handle.write(_identity(file).encode())
        handle.flush()
        yield


def _identity(file: Path) -> str:
    """Return what tells a file from another one of the same name; nothing if there is none."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return "none"
    return f"{found.st_dev} {found.st_ino}"


def _lock_file(file: Path) -> Path:
    real = file.resolve()  # a database has one lock, whatever path leads to it
    return real.with_name(f"{real.name}-lock")


def _is_locked(lock: Path) -> bool:
    try:
        with lock.open("rb") as handle:
            return not _locks(handle, fcntl.LOCK_SH)
    except FileNotFoundError:
        return False


def _locks(handle: BinaryIO, kind: int) -> bool:
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
