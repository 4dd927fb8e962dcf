"""The schema's history: what a database has, what this version needs, and the way there."""

import sqlite3
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DatabaseError

from storage.database import Database

HERE = Path(__file__).parent
HEAD = max([path.name[:4] for path in (HERE / "versions").glob("[0-9]*.py")], default="0000")


class SchemaState(Enum):
    """How a database's schema relates to this version."""

    EMPTY = "empty"
    CURRENT = "current"
    BEHIND = "behind"
    NEWER = "newer"
    FOREIGN = "foreign"


async def schema_state(database: Database) -> SchemaState:
    """Tell whether the database is empty, ours and current, older, newer, or somebody else's."""
    try:
        async with database.connect(write=False) as connection:
            return await connection.run_sync(_schema_state)
    except DatabaseError as error:
        if getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
            return SchemaState.FOREIGN
        raise


def _schema_state(connection: Connection) -> SchemaState:
    tables = set(inspect(connection).get_table_names())
    if not tables - {"alembic_version"}:  # a downgrade leaves this one, without a row
        return SchemaState.EMPTY
    if not {"alembic_version", "organisation", "person"} <= tables:
        return SchemaState.FOREIGN
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if revision == HEAD:
        return SchemaState.CURRENT
    known = isinstance(revision, str) and revision < HEAD
    return SchemaState.BEHIND if known else SchemaState.NEWER


async def upgrade(database: Database) -> None:
    """Bring the database to this version's schema in one transaction."""
    async with database.connect(write=True) as connection:
        await connection.run_sync(alembic, "upgrade", revision="head")


def alembic(connection: Connection, command: str, /, **options: object) -> None:
    """Run one of Alembic's commands on the connection."""
    # Imported here: Alembic takes a second and 45 MiB, and a running bot needs neither.
    from alembic import command as commands  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    getattr(commands, command)(config, **options)
