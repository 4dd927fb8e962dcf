"""A server that hangs is worse than one that is gone: nobody waits for it longer than said."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import func, select

from storage.database import Writer, database_url, postgresql
from storage.database.postgresql import Postgresql
from storage.people import Person
from tests.postgresql import Reused, Server
from tests.proxy import Proxy, proxy

ANSWER = 1.0  # seconds for a statement
SIGN = 0.3  # seconds for a sign of life
SOON = 2.5  # seconds; what hangs takes far longer
ONE = select(func.length("a"))


@dataclass
class Behind:
    """A database behind a proxy, by pooled connections."""

    database: Postgresql
    proxy: Proxy
    url: str

    async def asks(self) -> int:
        async with self.database.read() as session:
            return int((await session.exec(ONE)).one())

    async def asks_often(self, times: int) -> list[int | BaseException]:
        return await asyncio.gather(*(self.asks() for _ in range(times)), return_exceptions=True)


@pytest.fixture
def emptied(reused: Reused) -> str:
    reused.empty()
    return reused.url


@pytest.fixture
async def behind(
    monkeypatch: pytest.MonkeyPatch, postgresql_server: Server, emptied: str
) -> AsyncIterator[Behind]:
    monkeypatch.setattr(postgresql, "SIGN_OF_LIFE_WITHIN", SIGN)
    monkeypatch.setattr(postgresql, "FREE_WITHIN", 1.0)
    monkeypatch.setattr(postgresql, "LOCK", "1s")
    async with proxy(postgresql_server.folder) as way:
        database = Postgresql(database_url(way.url("migrated")), answer_within=ANSWER)
        yield Behind(database, way, emptied)
        way.hang_up()
        await database.close()


async def test_when_only_idle_connections_are_silent_new_ones_are_taken(
    behind: Behind,
) -> None:
    assert set(await behind.asks_often(10)) == {1}
    behind.proxy.swallow()
    begun = time.monotonic()
    assert set(await behind.asks_often(10)) == {1}
    assert time.monotonic() - begun < SOON


async def falls_silent(behind: Behind, then: Callable[[Writer], Awaitable[object]]) -> None:
    """Write, and do the last thing when the way has fallen silent."""
    async with behind.database.write() as session:
        await session.exec(ONE)
        behind.proxy.swallow()
        await then(session)


async def asks_on(session: Writer) -> None:
    await session.exec(ONE)


async def commits(_: Writer) -> None:
    """Do nothing more."""


async def errs(_: Writer) -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("then", "error"),
    [(asks_on, TimeoutError), (commits, TimeoutError), (errs, ZeroDivisionError)],
)
async def test_a_silence_within_a_transaction_ends_in_an_error(
    behind: Behind, then: Callable[[Writer], Awaitable[object]], error: type[Exception]
) -> None:
    begun = time.monotonic()
    with pytest.raises(error):
        await falls_silent(behind, then)
    assert time.monotonic() - begun < SOON
    assert await behind.asks() == 1, "and the next one is not held up"


async def test_whoever_is_told_to_stop_waits_for_no_answer(behind: Behind) -> None:
    await behind.asks()
    behind.proxy.swallow(new=True)
    asking = asyncio.create_task(behind.asks())
    await asyncio.sleep(SIGN / 3)
    begun = time.monotonic()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    await behind.database.close()
    assert time.monotonic() - begun < SOON


async def test_nobody_waits_for_ever_for_a_table_that_is_locked(behind: Behind) -> None:
    """Twenty at once, more than there are connections: each gets an answer or an error."""
    other = await asyncpg.connect(behind.url)
    try:
        async with other.transaction():
            await other.execute("LOCK TABLE person")
            people = (_look_at_people(behind.database) for _ in range(20))
            begun = time.monotonic()
            met = await asyncio.gather(*people, return_exceptions=True)
            assert time.monotonic() - begun < SOON
        assert all(isinstance(each, SQLAlchemyError | TimeoutError) for each in met), met
    finally:
        await other.close()
    assert await _look_at_people(behind.database) == 0


async def _look_at_people(database: Postgresql) -> int:
    async with database.read() as session:
        return len((await session.exec(select(Person))).all())


async def test_the_server_too_gives_a_silent_connection_up(behind: Behind) -> None:
    async with behind.database.connect(write=False) as connection:
        for name, value in postgresql.UNHEARD.items():
            shown = (await connection.execute(text(f"SHOW {name}"))).scalar_one()
            assert shown in (value, "0", "10s"), "0 where the way is no TCP"
