"""What use cases work with: a session that reads one state, or a writer in one transaction.

Both databases take the same calls, each in its own way. A statement is thought to be long unless
it is marked; see docs/decisions/0010-sqlite-in-the-event-loop.md.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar, TypeVarTuple, overload

from sqlalchemy import Connection, CursorResult, Executable, Result, ScalarResult, UpdateBase
from sqlalchemy.engine import TupleResult
from sqlalchemy.exc import MultipleResultsFound, NoResultFound
from sqlalchemy.orm import Session as Objects
from sqlalchemy.sql.selectable import ForUpdateArg
from sqlmodel import SQLModel
from sqlmodel.sql.expression import Select, SelectOfScalar

# ruff: noqa: ANN401 - a statement may be any

SHORT, PLAIN = "short", "plain"  # options of statements
FEW = 20  # changed objects that are written in a short time

Columns = TypeVarTuple("Columns")
Row = TypeVar("Row", bound=SQLModel)
Returned = TypeVar("Returned")
Statement = TypeVar("Statement", bound=Executable)
Value = TypeVar("Value")
Params = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None


def short(statement: Statement) -> Statement:
    """Mark a statement that looks at few rows however large the organisation is.

    An index must lead it there: by a key, by one person, or to the first rows of an order.
    """
    return statement.execution_options(**{SHORT: True})


def plain(statement: Statement) -> Statement:
    """Mark a short statement of columns alone, which needs nobody who keeps objects."""
    return statement.execution_options(**{SHORT: True, PLAIN: True})


class Runs(Protocol):
    """How a database runs the calls of a session."""

    async def __call__(self, call: Callable[[], Returned], *, short: bool) -> Returned:
        """Return what the call returns; a short one is over at once."""


class Session:
    """Reads one consistent state; whatever would change it is refused by the database.

    What keeps objects is made when the first one is asked for; plain statements need none.
    """

    def __init__(self, connection: Connection, run: Runs) -> None:
        self._connection = connection
        self._run = run
        self._made: Objects | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, _type: object, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Write what is not written yet, unless there was an error, and let go of the objects."""
        try:
            if error is None and self._changes():
                await self._run(self._objects.flush, short=self._is_little())
        finally:
            if self._made is not None:
                self._made.close()

    @property
    def dialect(self) -> str:
        """Return which SQL is spoken: "sqlite" or "postgresql"."""
        return self._connection.dialect.name

    @overload
    async def exec(
        self, statement: SelectOfScalar[Value], *, params: Params = None
    ) -> ScalarResult[Value]: ...
    @overload
    async def exec(
        self, statement: Select[*Columns], *, params: Params = None
    ) -> TupleResult[tuple[*Columns]]: ...

    async def exec(self, statement: Any, *, params: Params = None) -> Any:
        """Return what a query finds, with all its rows."""
        options = statement.get_execution_options()
        execute = self._connection.execute if PLAIN in options else self._objects.execute
        result: Result[*tuple[Any, ...]] | Fetched
        if SHORT in options:
            result = await self._run(partial(execute, statement, params), short=True)
        else:
            result = await self._run(partial(_fetched, execute, statement, params), short=False)
        return result.scalars() if isinstance(statement, SelectOfScalar) else result

    async def get(self, entity: type[Row], key: Any) -> Row | None:
        """Return a row by its key, or None."""
        return await self._run(partial(self._objects.get, entity, key), short=self._is_little())

    async def get_one(self, entity: type[Row], key: Any) -> Row:
        """Return a row by its key; NoResultFound if there is none."""
        call = partial(self._objects.get_one, entity, key)
        return await self._run(call, short=self._is_little())

    @property
    def _objects(self) -> Objects:
        if self._made is None:
            self._made = Objects(self._connection, expire_on_commit=False)
        return self._made

    def _is_little(self) -> bool:
        return self._changes() <= FEW

    def _changes(self) -> int:
        made = self._made
        return 0 if made is None else len(made.new) + len(made.dirty) + len(made.deleted)


class Writer(Session):
    """Reads and writes in one transaction: committed at the end, taken back by any error."""

    @overload
    async def exec(
        self, statement: SelectOfScalar[Value], *, params: Params = None
    ) -> ScalarResult[Value]: ...
    @overload
    async def exec(
        self, statement: Select[*Columns], *, params: Params = None
    ) -> TupleResult[tuple[*Columns]]: ...
    @overload
    async def exec(
        self, statement: UpdateBase, *, params: Params = None
    ) -> CursorResult[*tuple[Any, ...]]: ...

    async def exec(self, statement: Any, *, params: Params = None) -> Any:
        """Return what a query finds, or what an INSERT, UPDATE or DELETE did."""
        await self.flush()  # what it finds may have been changed just now
        return await super().exec(statement, params=params)

    async def get_one(self, entity: type[Row], key: Any, *, with_for_update: bool = False) -> Row:
        """Return a row by its key, locked for a change if told so; NoResultFound without one.

        Rows that only refer to it wait for nobody.
        """
        lock = ForUpdateArg(key_share=True) if with_for_update else None
        call = partial(self._objects.get_one, entity, key, with_for_update=lock)
        return await self._run(call, short=self._is_little())

    def add(self, row: SQLModel) -> None:
        """Let a row be written with the next flush."""
        self._objects.add(row)

    def add_all(self, rows: Iterable[SQLModel]) -> None:
        """Let rows be written with the next flush."""
        self._objects.add_all(rows)

    async def delete(self, row: SQLModel) -> None:
        """Let a row be deleted with the next flush."""
        await self._run(partial(self._objects.delete, row), short=True)

    async def flush(self) -> None:
        """Write what was added, changed and deleted: new rows have their ids then."""
        if self._changes():
            await self._run(self._objects.flush, short=self._is_little())


class Fetched:
    """Rows that were fetched already, asked as a result of SQLAlchemy is."""

    def __init__(self, rows: Sequence[Any]) -> None:
        self._rows = rows

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def all(self) -> Sequence[Any]:
        """Return all rows."""
        return self._rows

    def first(self) -> Any | None:
        """Return the first row, None if there is none."""
        return self._rows[0] if self._rows else None

    def one(self) -> Any:
        """Return the only row; NoResultFound or MultipleResultsFound."""
        if not self._rows:
            raise NoResultFound
        if len(self._rows) > 1:
            raise MultipleResultsFound
        return self._rows[0]

    def scalars(self) -> "Fetched":
        """Return the first column alone."""
        return Fetched([row[0] for row in self._rows])

    def mappings(self) -> "Fetched":
        """Return each row as a mapping by the names of its columns."""
        return Fetched([row._mapping for row in self._rows])


def _fetched(
    execute: Callable[[Executable, Params], Result[*tuple[Any, ...]]],
    statement: Executable,
    params: Params,
) -> Result[*tuple[Any, ...]] | Fetched:
    """Run the statement and fetch its rows in the same call, so that they are no later work."""
    result = execute(statement, params)
    if isinstance(statement, UpdateBase) and not statement.exported_columns:
        return result  # no rows, but how many were changed
    return Fetched(result.all())
