"""What every table shares: names for constraints, words that a column may hold, ON CONFLICT."""

from enum import Enum

from sqlalchemy import CheckConstraint
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel

from storage.database import Session

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(SQLModel):
    """Base of all tables; they validate nothing, so their constraints stand in the schema."""


def one_of(column: str, words: type[Enum] | tuple[str, ...]) -> CheckConstraint:
    """Return the CHECK that the column holds one of the words (or is null)."""
    values = words if isinstance(words, tuple) else tuple(str(word.value) for word in words)
    return CheckConstraint(f"{column} IN ({', '.join(map(repr, values))})", name=column)


def insert_for(session: Session, table: type[Table]) -> sqlite.Insert | postgresql.Insert:
    """Return the dialect's INSERT into the table, the one that knows ON CONFLICT."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)
