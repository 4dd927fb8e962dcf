"""A server that ends connections or does not answer: nobody has to notice, or wait for ever."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest
from sqlmodel import func, select

from storage.database import Database, database_url
from storage.database.postgresql import Postgresql
from storage.people import Person
from tests.storage.rows import written

pytestmark = pytest.mark.parametrize("url", ["postgresql"], indirect=True)
END = """
    SELECT bool_and(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND application_name <> 'emptying'
"""
LONGEST = 10  # seconds; far more than any of this takes


@pytest.fixture
async def impatient(url: str) -> AsyncIterator[Postgresql]:
    opened = Postgresql(database_url(url), answer_within=0.2)
    yield opened
    await opened.close()


async def end_connections(url: str) -> None:
    """End every connection but the one that does it, as a server does that restarts."""
    connection = await asyncpg.connect(url)
    try:
        assert await connection.fetchval(END)
    finally:
        await connection.close()


async def test_nobody_meets_a_connection_that_was_closed_while_idle(
    url: str, database: Database
) -> None:
    rows = await written(database)
    await end_connections(url)
    async with database.read() as session:
        assert (await session.get_one(Person, rows.person)).first_name == "Ana"
    await end_connections(url)
    async with database.write() as session:
        (await session.get_one(Person, rows.person)).first_name = "Anna"


async def test_a_statement_without_an_answer_becomes_an_error(impatient: Postgresql) -> None:
    async with asyncio.timeout(LONGEST):
        with pytest.raises(TimeoutError):
            async with impatient.read() as session:
                await session.exec(select(func.pg_sleep(2 * LONGEST)))
        async with impatient.read() as session:  # and the next one is not held up
            assert (await session.exec(select(func.length("Ana")))).one() == 3


async def test_a_change_of_the_schema_may_take_longer(impatient: Postgresql) -> None:
    async with impatient.connect(write=True) as connection:
        await connection.exec_driver_sql("SELECT pg_sleep(0.5)")
