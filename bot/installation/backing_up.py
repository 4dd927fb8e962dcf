"""`cxcoach backup`: a copy of the database, and no copy for longer than an erasure promises."""

import asyncio
from pathlib import Path

import typer

from bot.clock import SystemClock
from bot.installation.readiness import check_file_exists, check_ours, database_file, opened
from bot.settings import Settings, load_settings
from bot.trouble import Trouble
from coaching.rules.retention import BACKUPS
from storage.database.backups import copy, drop_older
from storage.migrations import schema_state


def back_up(folder: Path | None) -> None:
    """Copy the database into the folder; Trouble if that cannot be done."""
    asyncio.run(_back_up(load_settings(), folder))


async def _back_up(settings: Settings, folder: Path | None) -> None:
    file = database_file(settings)
    if file is None:
        raise Trouble(
            "Only a SQLite database is copied by this command.",
            f"Use pg_dump for PostgreSQL, and keep no dump for more than {BACKUPS.days} days.",
        )
    check_file_exists(settings)
    async with opened(settings) as database:
        check_ours(await schema_state(database), settings)
    where, now = folder or file.absolute().parent, SystemClock().now()
    try:
        made = copy(file, where, now)
        dropped = drop_older(file, where, now - BACKUPS)
    except FileExistsError:
        raise Trouble("There is a copy of this very second.", "Try again.") from None
    except OSError as error:
        raise Trouble(
            f"The copy cannot be written ({error.strerror}).",
            f"See that the folder {where} exists and that you may write there.",
        ) from None
    typer.echo(f"A copy of the database: {made}")
    for path in dropped:
        typer.echo(f"Deleted, for it was older than {BACKUPS.days} days: {path.name}")
