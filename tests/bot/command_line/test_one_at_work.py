"""Two processes and one database: one works, the other is refused or stands by, and takes over."""

import asyncio
import signal
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime

import asyncpg
import pytest

from bot.cli import main
from bot.sandbox.bot_api.telegram import LocalTelegram
from storage.database import advisory
from tests.bot.command_line.conftest import Installation, Running, says

on_postgresql = pytest.mark.parametrize("url", ["postgresql"], indirect=True)
TAKE_OVER = 30  # seconds
CUT_OFF = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"


@pytest.fixture
async def shared(installation: Installation, url: str) -> Installation:
    """Give an installation whose database other machines can reach, too."""
    await installation.set_up(url=url)
    return installation


def begin_at_once() -> None:
    """Be `cxcoach`, without the seconds for one that may be leaving."""
    advisory.HANDOVER = 0
    main()


def prompt(installation: Installation) -> Installation:
    """Return it with commands that do not wait for one that may be leaving: there is none."""
    return replace(installation, main=(__name__, begin_at_once.__name__))


def conflicts(telegram: LocalTelegram) -> int:
    """Count how often two listened at the same time."""
    return sum(call.status == 409 for call in telegram.transcript)


def time_of(event: str, log: str) -> datetime:
    """Return when an event was logged."""
    (line,) = [line for line in log.splitlines() if event in line]
    return datetime.fromisoformat(line.partition("timestamp=")[2].split()[0])


async def order(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(statement)
    await connection.close()


async def is_killed(running: Running) -> None:
    running.gets(signal.SIGKILL)
    await running.outcome()


async def test_on_sqlite_the_second_says_so_and_the_first_goes_on(
    live: Installation, telegram: LocalTelegram
) -> None:
    async with live.started("run") as first:
        await first.prints("event=started")
        second = await live.runs("run")
        assert "Another cxcoach is running on the database cxcoach.db" in second.complaint
        assert "stop that one" in second.complaint
        assert "invite" in await says(telegram, "/start")
        assert conflicts(telegram) == 0
        await is_killed(first)
    async with live.started("run") as third:
        await third.prints("event=started")
        assert "invite" in await says(telegram, "/start")


@on_postgresql
async def test_on_postgresql_the_second_stands_by_and_takes_over(
    shared: Installation, telegram: LocalTelegram
) -> None:
    async with shared.started("run") as first:
        await first.prints("event=started")
        async with shared.started("run") as second:
            seen = await second.prints('event="standing by"')
            assert "invite" in await says(telegram, "/start")
            assert conflicts(telegram) == 0
            await is_killed(first)
            async with asyncio.timeout(TAKE_OVER):
                assert "invite" in await says(telegram, "/start")
            assert "event=started" not in seen
            seen += await second.prints("event=started")
            second.gets(signal.SIGTERM)
            assert (await second.outcome()).code == 0
    assert seen.count("standing by") == 1


@on_postgresql
async def test_who_is_cut_off_leaves_before_anyone_begins(
    shared: Installation, telegram: LocalTelegram, url: str
) -> None:
    async with shared.started("run") as first:
        await first.prints("event=started")
        async with shared.started("run") as second:
            await second.prints('event="standing by"')
            await order(url, CUT_OFF)
            left = time_of("left the work", await first.prints('event="left the work"'))
            async with asyncio.timeout(TAKE_OVER):  # by either of the two
                assert "invite" in await says(telegram, "/start")
            first.gets(signal.SIGTERM)
            second.gets(signal.SIGTERM)
            for outcome in (await first.outcome(), await second.outcome()):
                assert (outcome.code, outcome.err) == (0, "")
    beginnings = [call.at for call in telegram.transcript if call.method == "getMe"]
    assert len(beginnings) == 2
    assert beginnings[0] < left < beginnings[1]


@on_postgresql
async def test_standing_by_ends_at_once_and_does_not_touch_telegram(
    shared: Installation, telegram: LocalTelegram
) -> None:
    async with prompt(shared).started("run") as first:
        await first.prints("event=started")
        async with shared.started("run") as second:
            await second.prints('event="standing by"')
            second.gets(signal.SIGTERM)
            async with asyncio.timeout(5):
                ended = await second.outcome()
    assert (ended.code, ended.err) == (0, "")
    assert "event=stopped" in ended.out
    assert [call.method for call in telegram.transcript].count("getMe") == 1


async def test_a_database_at_work_is_not_migrated(live: Installation) -> None:
    async with live.started("run") as running:
        await running.prints("event=started")
        with closing(sqlite3.connect(live.database)) as database:
            database.execute("UPDATE alembic_version SET version_num = '0000'")
            database.commit()
        said = await live.runs("migrate")
    assert "Another cxcoach is running on the database" in said.complaint
    assert list(live.folder.glob("cxcoach-*.db")) == []


@on_postgresql
async def test_a_shared_database_at_work_is_not_migrated(shared: Installation, url: str) -> None:
    async with prompt(shared).started("run") as running:
        await running.prints("event=started")
        await order(url, "UPDATE alembic_version SET version_num = '0000'")
        said = await shared.runs("migrate")
    assert "Another cxcoach is running on the database" in said.complaint


async def test_doctor_says_whether_one_is_at_work(installation: Installation, url: str) -> None:
    await installation.set_up(url=url)
    assert "No cxcoach works" in (await installation.runs("doctor")).out
    async with prompt(installation).started("run") as running:
        await running.prints("event=started")
        assert "A cxcoach works" in (await installation.runs("doctor")).out
