"""Is the database there, ours and current? Whatever is wrong with it becomes Trouble."""

import os
import sqlite3
import ssl
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.settings import PREFIX, Settings
from bot.trouble import AwayTrouble, Trouble
from coaching.programme.setup import is_set_up
from storage.database import Database, database_url, sqlite_file
from storage.database.addresses import shown
from storage.database.exclusive import TakenError, exclusive
from storage.migrations import SchemaState, schema_state

FROM_A_COPY = "Stop the bot and run `cxcoach restore` with the last copy, and keep this file."
NO_TLS = "rejected SSL"  # the driver's words for a server without it
# SQLSTATE: connection lost, too many connections, shutting down or starting up
COMING_OR_GOING = ("08", "53300", "57P01", "57P02", "57P03")
ELSEWHERE = f"Point {PREFIX}DATABASE_URL at another database."


def database_file(settings: Settings) -> Path | None:
    """Return the SQLite file that the settings name; None for a database without a file."""
    return sqlite_file(database_url(settings.database_url))


def database_name(settings: Settings) -> str:
    """Return what to call the database in a sentence, without its password."""
    file = database_file(settings)
    return str(file) if file else shown(database_url(settings.database_url))


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """Open the database for the checks and steps inside; what goes wrong is Trouble."""
    database = settings.database()
    try:
        with _troubles(settings):
            _check_writable(database_file(settings))
            yield database
    finally:
        await database.close()


@asynccontextmanager
async def alone(settings: Settings, *, wait: bool) -> AsyncIterator[None]:
    """Be the only process at work on the database, at once or after waiting; else Trouble."""
    async with AsyncExitStack() as held:
        with _troubles(settings):
            try:
                await held.enter_async_context(exclusive(settings.database_url, wait=wait))
            except TakenError:
                raise Trouble(
                    f"Another cxcoach is running on the database {database_name(settings)}.",
                    "Only one can work on it: stop that one first.",
                ) from None
        yield


def check_file_exists(settings: Settings) -> None:
    """Trouble if the SQLite file is missing; merely opening it would create an empty one."""
    file = database_file(settings)
    if file is not None and not file.exists():
        raise Trouble(
            f"There is no database file {file}.",
            f"Run `cxcoach init` here, or set {PREFIX}DATABASE_URL.",
        )


def check_ours(state: SchemaState, settings: Settings) -> None:
    """Trouble if the database is somebody else's or a newer version's."""
    name = database_name(settings)
    if state is SchemaState.FOREIGN:
        raise Trouble(f"{name} is not a database of cxcoach.", ELSEWHERE)
    if state is SchemaState.NEWER:
        raise Trouble(
            f"The database {name} was made by a newer version of cxcoach.", "Install that version."
        )


def check_current(state: SchemaState) -> None:
    """Trouble if the database needs a migration."""
    if state is SchemaState.BEHIND:
        raise Trouble("The database is of an older version.", "Run `cxcoach migrate`.")


async def check_set_up(database: Database, state: SchemaState) -> None:
    """Trouble if nobody has set the programme up."""
    if state is SchemaState.EMPTY or not await is_set_up(database):
        raise Trouble("The programme is not set up in this database.", "Run `cxcoach init`.")


@asynccontextmanager
async def ready(settings: Settings) -> AsyncIterator[Database]:
    """Open a database that is ours, current and set up; Trouble if it is not."""
    check_file_exists(settings)
    async with opened(settings) as database:
        state = await schema_state(database)
        check_ours(state, settings)
        check_current(state)
        await check_set_up(database, state)
        yield database


def _is_of_server(error: Exception) -> bool:
    """Tell whether the driver of PostgreSQL complains; it is loaded only where it is used."""
    driver = sys.modules.get("asyncpg")
    if driver is None:
        return False
    return isinstance(
        error, (driver.PostgresError, driver.InterfaceError, driver.InternalClientError)
    )


def _check_writable(file: Path | None) -> None:
    """OSError if SQLite could not write; its driver's thread would complain behind our back."""
    if file is None:
        return
    if not os.access(file.absolute().parent, os.W_OK | os.X_OK):
        raise PermissionError(f"no right to write in {file.absolute().parent}")
    if file.exists():
        file.open("r+b").close()


@contextmanager
def _troubles(settings: Settings) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise _trouble(error, settings) from None
    except Exception as error:
        if not _is_of_server(error):
            raise
        raise _trouble(error, settings) from None


def _trouble(error: Exception, settings: Settings) -> Trouble:
    cause = getattr(error, "orig", None) or error
    name, file = database_name(settings), database_file(settings)
    mend = (
        f"See that the folder {file.absolute().parent} exists and that you may write there."
        if file
        else f"See that the server runs and {PREFIX}DATABASE_URL is right."
    )
    # The first line only: the next ones quote statements.
    reason = next(iter(str(cause).splitlines()), type(cause).__name__)
    if getattr(cause, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT:
        return Trouble(
            f"The database {name} is damaged ({reason}).",
            FROM_A_COPY,
        )
    kind = AwayTrouble if file is None and _is_away(cause) else Trouble
    return kind(f"The database {name} cannot be used ({reason}).", mend)


def _is_away(cause: BaseException) -> bool:
    """Tell whether a server is not there yet or no more, rather than that it refuses us."""
    if isinstance(cause, OSError):
        return not isinstance(cause, ssl.SSLError) and NO_TLS not in str(cause)
    state = str(getattr(cause, "sqlstate", None) or "")
    return state.startswith(COMING_OR_GOING)
