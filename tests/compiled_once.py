"""SQL is compiled once in a process: engines share what they compiled, as long as it is one kind.

Every test opens engines of its own, and compiling anew in each of them took most of their time.
"""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

COMPILED: dict[Any, Any] = {}


class _SharesCompiled:
    """A dialect that is as good as any other of its class, as a key of what was compiled."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=COMPILED)


class Sqlite(_SharesCompiled, SQLiteDialect_pysqlite):
    """SQLite for tests."""

    supports_statement_cache = True


class Postgresql(_SharesCompiled, PGDialect_asyncpg):
    """PostgreSQL for tests."""

    supports_statement_cache = True


def compile_once() -> None:
    """Let every engine that is created from now on share."""
    registry.register("sqlite", __name__, "Sqlite")
    registry.register("postgresql.asyncpg", __name__, "Postgresql")
