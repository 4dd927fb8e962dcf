"""`cxcoach restore`: a copy takes the place of the database, is made current and erased again."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import SystemClock
from bot.installation.backing_up import dump_troubles
from bot.installation.migrating import made_current
from bot.installation.readiness import alone, database_file, opened
from bot.settings import Settings, load_settings
from bot.trouble import Trouble
from coaching.own_data.restoring import Memory, any_noted, erase_since, memory
from coaching.programme.setup import is_set_up, organisation_and_zone
from coaching.rules.retention import BACKUPS
from storage.database import Database, backups, dumps
from storage.database.backups import DamagedError
from storage.database.exclusive import LostError
from storage.migrations import SchemaState, schema_state

ANOTHER = "Nothing changed; take another copy."
REFUSED = {
    SchemaState.EMPTY: "holds no programme",
    SchemaState.FOREIGN: "is not a database of cxcoach",
    SchemaState.NEWER: "was made by a newer version of cxcoach",
}


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of a copy: what it knows, whom it was erased of, and what could not be done."""

    until: datetime | None
    zone: ZoneInfo
    erased: int
    unmatched: bool


def restore(copied: Path) -> None:
    """Put a copy in the place of the database and say what was lost; Trouble if it cannot be."""
    settings = load_settings()
    if not copied.is_file():
        raise Trouble(f"There is no file {copied}.", "Name a copy that `cxcoach backup` made.")
    file = database_file(settings)
    if file is not None and file.exists() and copied.samefile(file):
        raise Trouble(f"{copied} is the database itself.", ANOTHER)
    try:
        asyncio.run(_restore(settings, copied))
    except LostError:
        raise Trouble(
            "The connection to the database was lost.", "Run `cxcoach restore` again."
        ) from None


async def _restore(settings: Settings, copied: Path) -> None:
    async with alone(settings, wait=False):
        now, present = SystemClock().now(), await _present(settings)
        if file := database_file(settings):
            restored, replaced = await _file(settings, copied, file, present)
        else:
            restored, replaced = await _dump(settings, copied, present)
    typer.echo(f"The database is restored from {copied}.")
    report(restored, present.until if present else None, now)
    if replaced is not None:
        typer.echo(f"What was there before is kept for {BACKUPS.days} days: {replaced}")


async def _file(
    settings: Settings, copied: Path, file: Path, present: Memory | None
) -> tuple[Restored, Path | None]:
    """Prepare the copy beside the SQLite file, and let it take its place when all is well."""
    fetched = _fetched(copied, file)
    there = settings.model_copy(
        update={"database_url": f"sqlite:///{fetched}", "erased_list": settings.database().erased}
    )
    try:
        async with opened(there) as database:
            restored = await prepared(database, copied, present)
            await database.forget()
        return restored, backups.put_in_place(fetched, file, SystemClock().now())
    finally:
        backups.remove(fetched)


async def _dump(settings: Settings, copied: Path, present: Memory | None) -> tuple[Restored, Path]:
    """Keep a dump of what there is; then let the copy take its place, or all be as it was."""
    async with opened(settings) as database:
        with dump_troubles(Path()):
            await dumps.check(copied)
            await dumps.take_back(database)
            now = SystemClock().now()
            replaced = await dumps.dump(database.url, Path(), now, replaced=True)
            async with dumps.in_place_of(database, copied):
                return await prepared(database, copied, present), replaced


async def _present(settings: Settings) -> Memory | None:
    """Return what the database remembers that is replaced, if it can still be read."""
    file = database_file(settings)
    if file is not None and (not file.exists() or not file.stat().st_size):
        return None
    database = settings.database()
    try:
        with suppress(SQLAlchemyError, OSError):
            return await memory(database)
        return None
    finally:
        await database.close()


def _fetched(copied: Path, file: Path) -> Path:
    """Bring the copy beside the database, whole and sound; Trouble if it is not."""
    try:
        fetched = backups.fetch(copied, file)
        backups.check(fetched)
    except OSError as error:
        reason, mend = f"cannot be copied ({error.strerror})", "See that there is room."
    except DamagedError as error:
        reason, mend = f"is damaged ({error})", ANOTHER
    else:
        return fetched
    backups.remove(backups.fetched_from(file))
    raise Trouble(f"{copied} {reason}.", mend)


async def prepared(database: Database, copied: Path, present: Memory | None) -> Restored:
    """Make what a copy held current, and erase again whoever was erased since it was made."""
    state = await schema_state(database)
    if state in REFUSED:
        raise Trouble(f"{copied} {REFUSED[state]}.", ANOTHER)
    keyed = present is not None or await _has_key(database)
    await made_current(database)
    if not await is_set_up(database):
        raise Trouble(f"{copied} {REFUSED[SchemaState.EMPTY]}.", ANOTHER)
    known = await memory(database)
    _, zone = await organisation_and_zone(database)
    erased = await erase_since(database, present)
    unmatched = not keyed and any_noted(database)
    return Restored(known.until if known else None, zone, erased, unmatched)


async def _has_key(database: Database) -> bool:
    with suppress(SQLAlchemyError):  # no such column yet
        return await memory(database) is not None
    return False


def report(restored: Restored, until: datetime | None, now: datetime) -> None:
    """Say what is lost, from when to when, and who was erased again."""
    first, last = (
        f"{at.astimezone(restored.zone):%Y-%m-%d %H:%M}" if at else "the beginning"
        for at in (restored.until, until or now)
    )
    typer.echo(
        f"Lost is what happened from {first} to {last} ({restored.zone.key}): answers, texts,"
        " points, settings, and who joined or left."
    )
    typer.echo("Messages that went out in that time may come once more while they are of use.")
    typer.echo(f"Erased again, for they had been erased since: {restored.erased} people.")
    if restored.unmatched:
        typer.echo(
            "The list of erasures cannot be compared with a copy of this age:"
            " erase anew whoever was erased after it was made."
        )
