"""`cxcoach backup`: a copy of the database, and no copy for longer than an erasure promises."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import typer

from bot.clock import SystemClock
from bot.installation.readiness import (
    FROM_A_COPY,
    check_file_exists,
    check_ours,
    database_file,
    opened,
)
from bot.settings import Settings, load_settings
from bot.trouble import Trouble
from coaching.deliveries.trusted_time import may_be_wrong
from coaching.rules.retention import BACKUPS
from storage.database import dumps
from storage.database.backups import DamagedError, copy, drop_older
from storage.database.dumps import DumpError, MissingToolError
from storage.migrations import SchemaState, schema_state

AGAIN = "There is a copy of this very second."


def back_up(folder: Path | None) -> None:
    """Copy the database into the folder; Trouble if that cannot be done."""
    asyncio.run(_back_up(load_settings(), folder))


async def _back_up(settings: Settings, folder: Path | None) -> None:
    file, now = database_file(settings), SystemClock().now()
    check_file_exists(settings)
    async with opened(settings) as database:
        state = await schema_state(database)
        check_ours(state, settings)
        doubtful = state is SchemaState.CURRENT and await may_be_wrong(database, now)
        if file is None:
            named, where = dumps.named(database.url), folder or Path()
            with dump_troubles(where):
                made = await dumps.dump(database.url, where, now)
        else:
            named, where = file, folder or file.absolute().parent
            made = copied_to(file, where, now)
    typer.echo(f"A copy of the database: {made}")
    if doubtful:
        typer.echo("Older copies stay: no `cxcoach run` has found lately that the clock is right.")
        return
    for path in drop_older(named, where, now - BACKUPS):
        typer.echo(f"Deleted, for it was older than {BACKUPS.days} days: {path.name}")


@contextmanager
def dump_troubles(folder: Path) -> Iterator[None]:
    """Turn what goes wrong with PostgreSQL's tools into Trouble."""
    try:
        yield
    except MissingToolError as error:
        raise Trouble(
            f"{error} is not on this computer.",
            "Install PostgreSQL's client programs, of the server's version or newer.",
        ) from None
    except DumpError as error:
        raise Trouble(f"It did not work: {error}.", "Nothing was changed.") from None
    except FileExistsError:
        raise Trouble(AGAIN, "Try again.") from None
    except OSError as error:
        raise _not_written(folder, error) from None


def copied_to(file: Path, folder: Path, now: datetime) -> Path:
    """Copy the database into the folder and return the copy; Trouble if there is no sound one."""
    try:
        return copy(file, folder, now)
    except FileExistsError:
        raise Trouble(AGAIN, "Try again.") from None
    except DamagedError as error:
        raise Trouble(
            f"The database {file} is damaged ({error}); no copy was made.",
            FROM_A_COPY,
        ) from None
    except (OSError, sqlite3.Error) as error:
        raise _not_written(folder, error) from None


def _not_written(folder: Path, error: Exception) -> Trouble:
    return Trouble(
        f"The copy cannot be written ({getattr(error, 'strerror', None) or error}).",
        f"See that the folder {folder.absolute()} exists, has room, and that you may write there.",
    )
