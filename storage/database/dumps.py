"""Copies of a PostgreSQL database, made and put back by the server's own tools."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy.engine import URL

from storage.database import Database, backups
from storage.database.addresses import libpq_environment

ENDING = ".dump"
ASIDE = "cxcoach_replaced"  # the schema in which a database waits that is being replaced

BACK = ("DROP SCHEMA public CASCADE", f"ALTER SCHEMA {ASIDE} RENAME TO public")


class MissingToolError(Exception):
    """pg_dump or pg_restore is not on this computer; its name is the argument."""


class DumpError(Exception):
    """A tool failed; the argument is the first line of what it said."""


def named(url: URL) -> Path:
    """Return what the copies of a database are named after."""
    return Path(f"{url.database or 'cxcoach'}{ENDING}")


async def dump(url: URL, folder: Path, now: datetime, *, replaced: bool = False) -> Path:
    """Copy the database into the folder, for its owner alone.

    The copy has its name once it is whole and was read again. MissingToolError, DumpError or
    OSError if there is none.
    """
    target = backups.target(named(url), folder, now, replaced=replaced)
    with backups.finished(target) as unfinished:
        await _run(
            url,
            *("pg_dump", "--no-password", "--format=custom", "--no-owner", "--no-privileges"),
            *("--schema=public", f"--file={unfinished}"),
        )
        await check(unfinished)
    return target


async def check(file: Path) -> None:
    """Read the whole copy; MissingToolError, DumpError if it is not sound."""
    await _run(None, "pg_restore", f"--file={os.devnull}", str(file))


async def take_back(database: Database) -> None:
    """Let a database be as it was before a copy that was cut off in the middle."""
    async with database.connect(write=False) as connection:
        query = "SELECT 1 FROM pg_namespace WHERE nspname = $1"
        found = await connection.exec_driver_sql(query, (ASIDE,))
        unfinished = found.first() is not None
    if unfinished:
        await _order(database, *BACK)


@asynccontextmanager
async def in_place_of(database: Database, file: Path) -> AsyncIterator[None]:
    """Put a copy in the place of what the database holds; any error inside takes that back."""
    await _order(database, f"ALTER SCHEMA public RENAME TO {ASIDE}", "CREATE SCHEMA public")
    try:
        await _run(
            database.url,
            *("pg_restore", "--no-password", "--no-owner", "--no-privileges", "--exit-on-error"),
            *("--single-transaction", "--schema=public"),
            *(f"--dbname={database.url.database}", str(file)),
        )
        yield
    except BaseException:
        await _order(database, *BACK)
        raise
    await _order(database, f"DROP SCHEMA {ASIDE} CASCADE")


async def _order(database: Database, *statements: str) -> None:
    async with database.connect(write=True) as connection:
        for statement in statements:
            await connection.exec_driver_sql(statement)


async def _run(url: URL | None, tool: str, *arguments: str) -> None:
    """Run a tool to its end; where the server is and the password stand in its environment."""
    if shutil.which(tool) is None:
        raise MissingToolError(tool)
    process = await asyncio.create_subprocess_exec(
        tool,
        *arguments,
        env=os.environ | (libpq_environment(url) if url is not None else {}),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        _, said = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    if process.returncode:
        lines = said.decode(errors="replace").splitlines()
        raise DumpError(next((line for line in lines if line.strip()), tool))
