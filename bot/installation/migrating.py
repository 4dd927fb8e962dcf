"""`cxcoach migrate`: bring the database to this version, with a copy of the old one beside it."""

import asyncio

import typer

from bot.clock import SystemClock
from bot.installation.backing_up import copied_to
from bot.installation.readiness import (
    alone,
    check_file_exists,
    check_ours,
    database_file,
    opened,
)
from bot.settings import Settings, load_settings
from bot.trouble import Trouble
from storage.database import Database
from storage.database.exclusive import LostError
from storage.migrations import SchemaState, schema_state, upgrade


def migrate() -> None:
    """Migrate the database if it needs it; Trouble if it cannot be done."""
    try:
        asyncio.run(_migrate(load_settings()))
    except LostError:
        raise Trouble(
            "The connection to the database was lost.", "Run `cxcoach migrate` again."
        ) from None


async def _migrate(settings: Settings) -> None:
    check_file_exists(settings)
    async with opened(settings) as database:
        state = await schema_state(database)
        check_ours(state, settings)
        if state is SchemaState.CURRENT:
            typer.echo("The database is current; nothing to do.")
            return
        async with alone(settings, wait=False):
            file = database_file(settings)
            if file is not None:
                copied = copied_to(file, file.absolute().parent, SystemClock().now())
                typer.echo(f"A copy of the database as it was: {copied}")
            await made_current(database)
    typer.echo("The database is current now.")


async def made_current(database: Database) -> None:
    """Bring the schema to this version; Trouble if it cannot be done."""
    # Imported here for the same reason as in `storage.migrations`: it takes a second.
    from alembic.util import CommandError  # noqa: PLC0415

    try:
        await upgrade(database)
    except CommandError as error:
        raise Trouble(
            f"The migration failed ({error}); the database is as it was.",
            "Report this, and go on with the version that you had.",
        ) from None
