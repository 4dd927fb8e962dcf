"""What every table shares: names for constraints, words that a column may hold, ON CONFLICT."""

import json
from collections.abc import Callable, Sequence
from datetime import time
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ColumnElement,
    Dialect,
    Integer,
    Text,
    Time,
    bindparam,
    func,
    literal,
)
from sqlalchemy import Table as SqlTable
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeEngine
from sqlmodel import SQLModel

from storage.database import Session, plain

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


MORNING, EVENING, NOON = time(7, 30), time(17, 0), time(12, 0)


class _ForgivingTime(sqlite.TIME):
    """A time of day of which SQLite may hold any text: what is none is read as the fallback."""

    cache_ok = True

    def __init__(self, fallback: time | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.fallback = fallback

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], time | None]:
        read: Callable[[Any], time | None] = super().result_processor(dialect, coltype)  # type: ignore[no-untyped-call]

        def process(value: Any) -> time | None:  # noqa: ANN401 - what a broken column may hold
            try:
                return read(value)
            except (TypeError, ValueError):
                return self.fallback

        return process


def time_of_day(fallback: time | None = None) -> TypeEngine[time]:
    """Return the type of a column with a time of day; one broken value stops nobody else."""
    return Time().with_variant(_ForgivingTime(fallback), "sqlite")


DIMENSIONS = ("D1", "D2", "D3", "D4", "D5", "D6")


class Table(SQLModel):
    """Base of all tables; they validate nothing, so their constraints stand in the schema."""


def one_of(column: str, words: type[Enum] | tuple[str, ...]) -> CheckConstraint:
    """Return the CHECK that the column holds one of the words (or is null)."""
    values = words if isinstance(words, tuple) else tuple(str(word.value) for word in words)
    return CheckConstraint(f"{column} IN ({', '.join(map(repr, values))})", name=column)


def table_of(model: type[Table]) -> SqlTable:
    """Return the table behind the class, for statements that need no objects."""
    return cast("SqlTable", model.__table__)  # type: ignore[attr-defined]


def insert_for(session: Session, table: type[Table]) -> "sqlite.Insert | postgresql.Insert":
    """Return the dialect's INSERT into the table, the one that knows ON CONFLICT."""
    return _insert(session.dialect, table)


def read_json(text: str | None) -> dict[str, Any] | None:
    """Return what a column holds as JSON, None if that is broken or no object."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def ids_in(session: Session, ids: Sequence[int]) -> ColumnElement[int]:
    """Return a column with a row for each id, however many; statements take few parameters."""
    as_json = json.dumps(ids)
    if session.dialect == "sqlite":
        return func.json_each(as_json).table_valued("value").c.value
    rows = func.json_array_elements_text(sql_cast(literal(as_json, Text()), JSON)).table_valued(
        "value"
    )
    return sql_cast(rows.c.value, Integer)


def put_for(
    session: Session, table: type[Table], *key: str, values: tuple[str, ...]
) -> "sqlite.Insert | postgresql.Insert":
    """Return the statement that keeps the values under the key in place of earlier ones."""
    return _put(session.dialect, table, key, values)


@cache
def _put(
    dialect: str, table: type[Table], key: tuple[str, ...], values: tuple[str, ...]
) -> "sqlite.Insert | postgresql.Insert":
    statement = _insert(dialect, table_of(table))
    statement = statement.values({name: bindparam(name) for name in key + values})
    kept = {name: statement.excluded[name] for name in values}
    return plain(statement.on_conflict_do_update(index_elements=key, set_=kept))


def _insert(dialect: str, table: type[Table] | SqlTable) -> "sqlite.Insert | postgresql.Insert":
    if dialect == "sqlite":
        return sqlite.insert(table)
    # Imported here: it brings all of PostgreSQL's drivers, which take time and memory.
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415

    return postgresql.insert(table)
