"""`cxcoach run` and a PostgreSQL server that is not there yet, goes away, or falls silent."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import asyncpg
import pytest

from bot.clock import SystemClock
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.clock import WindableClock
from coaching.deliveries import sending
from tests.bot.command_line.conftest import TOKEN, Installation, Running, says
from tests.chaos.installed import (
    BROADCAST_AT,
    a_broadcast,
    arrived,
    on_that_morning,
    states,
    until,
)
from tests.postgresql import Reused, Server
from tests.proxy import Proxy, proxy

PEOPLE = 30
ENDS_WITHIN = 10  # seconds after SIGTERM, in every state
BACK_WITHIN = 40  # seconds after the server is back


@dataclass
class Remote:
    """An installation whose database is reached through a proxy."""

    installation: Installation
    proxy: Proxy
    url: str

    async def ends(self, running: Running) -> None:
        begun = time.monotonic()
        running.gets(signal.SIGTERM)
        ended = await running.outcome()
        assert time.monotonic() - begun < ENDS_WITHIN
        assert (ended.code, ended.err) == (0, "")


@pytest.fixture
def telegram(request: pytest.FixtureRequest) -> LocalTelegram:
    """Give a Telegram of today, or of another time."""
    at: datetime | None = getattr(request, "param", None)
    clock = WindableClock(at, running=True) if at else SystemClock()
    return LocalTelegram(clock, TOKEN, "kaarna_bot")


@pytest.fixture
def emptied(reused: Reused) -> str:
    reused.empty()
    return reused.url


@pytest.fixture
async def remote(
    installation: Installation, postgresql_server: Server, emptied: str
) -> AsyncIterator[Remote]:
    await installation.set_up(url=emptied)
    async with proxy(postgresql_server.folder) as way:
        address = f"CXCOACH_DATABASE_URL={way.url('migrated')}"
        lines = installation.env_file.read_text().splitlines()
        kept = [line for line in lines if "DATABASE_URL" not in line]
        installation.env_file.write_text("\n".join([*kept, address]) + "\n")
        yield Remote(installation, way, emptied)


async def test_a_start_waits_for_a_server_that_is_not_there_yet(
    remote: Remote, telegram: LocalTelegram
) -> None:
    remote.proxy.go_away()
    async with remote.installation.anew.started("run") as running:
        said = await running.prints('event="waiting for the database"')
        said += await running.prints("seconds=2.0")
        remote.proxy.pass_on()
        await running.prints("event=started")
        assert "invite" in await says(telegram, "/start")
        await remote.ends(running)
    assert "Traceback" not in said


async def test_waiting_for_a_server_ends_when_told(remote: Remote) -> None:
    remote.proxy.go_away()
    async with remote.installation.started("run") as running:
        await running.prints('event="waiting for the database"')
        await remote.ends(running)


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [("nothing", "disable", "does not exist"), ("migrated", "require", "rejected SSL")],
)
async def test_what_waiting_does_not_mend_ends_in_a_sentence(
    remote: Remote, name: str, options: str, words: str
) -> None:
    url = remote.proxy.url(name).replace("sslmode=disable", f"sslmode={options}")
    said = await remote.installation.runs("run", CXCOACH_DATABASE_URL=url)
    assert words in said.complaint


async def test_a_wrong_password_is_one_sentence_without_it(
    remote: Remote, postgresql_server: Server
) -> None:
    rules = postgresql_server.folder / "data" / "pg_hba.conf"
    rules.write_text(f"local all town scram-sha-256\n{rules.read_text()}")
    connection = await asyncpg.connect(postgresql_server.url("migrated"))
    try:
        await connection.execute(
            "CREATE ROLE town LOGIN PASSWORD 'right'; SELECT pg_reload_conf()"
        )
        url = remote.proxy.url("migrated").replace("postgres@", "town:wr%40ng-one@")
        assert "wr%40ng-one" in url
        said = await remote.installation.runs("run", CXCOACH_DATABASE_URL=url)
    finally:
        await connection.execute("DROP ROLE town")
        await connection.close()
    assert "password authentication failed" in said.complaint
    assert not [word for word in ("wr%40ng", "wr@ng", "ng-one") if word in said.err + said.out]


async def test_it_comes_back_by_itself_after_a_silence(
    remote: Remote, telegram: LocalTelegram
) -> None:
    async with remote.installation.started("run") as running:
        await running.prints("event=started")
        assert "invite" in await says(telegram, "/start")
        remote.proxy.swallow(new=True)
        await running.prints('event="left the work"')
        await running.prints('event="standing by"')
        remote.proxy.pass_on()
        async with asyncio.timeout(BACK_WITHIN):
            await running.prints("event=started")
            assert "invite" in await says(telegram, "/start")
        await remote.ends(running)


async def test_it_ends_in_time_in_the_middle_of_a_silence(
    remote: Remote, telegram: LocalTelegram
) -> None:
    async with remote.installation.started("run") as running:
        await running.prints("event=started")
        remote.proxy.swallow(new=True)
        telegram.add_user(7, "Aino")
        telegram.say(7, "/start")
        await asyncio.sleep(1)
        await remote.ends(running)


async def test_whoever_writes_while_a_table_is_locked_is_answered(
    remote: Remote, telegram: LocalTelegram
) -> None:
    """More people than there are connections; each hears something while it is still locked."""
    people = range(9001, 9041)
    async with remote.installation.started("run") as running:
        await running.prints("event=started")
        other = await asyncpg.connect(remote.url)
        async with other.transaction():
            await other.execute("LOCK TABLE person")
            for user_id in people:
                telegram.add_user(user_id, "Somebody")
                telegram.say(user_id, "/start")
            assert await until(lambda: all(telegram.from_bot(each) for each in people), 45)
        await other.close()
        assert "invite" in await says(telegram, "/start")
        await remote.ends(running)


def begin_with_short_leases() -> None:
    """Be `cxcoach`, without the minute in which nobody takes up what was in hand."""
    sending.LEASE = timedelta(seconds=5)
    on_that_morning()


@pytest.mark.parametrize("telegram", [BROADCAST_AT], indirect=True)
async def test_a_server_gone_in_the_middle_of_a_broadcast_loses_and_doubles_nothing(
    remote: Remote, telegram: LocalTelegram
) -> None:
    await empties(remote.url)
    people = await a_broadcast(remote.url, telegram, PEOPLE)
    hasty = replace(remote.installation, main=(__name__, begin_with_short_leases.__name__))
    async with hasty.started("run", CXCOACH_MESSAGES_PER_SECOND="10") as running:
        await running.prints("event=started")
        assert await until(lambda: sum(arrived(telegram, people).values()) >= PEOPLE // 3)
        remote.proxy.go_away()
        await running.prints('event="standing by"')
        await asyncio.sleep(2)
        assert sum(arrived(telegram, people).values()) < PEOPLE
        remote.proxy.pass_on()
        assert await until(lambda: len(arrived(telegram, people)) == PEOPLE)
        await remote.ends(running)
    assert set(arrived(telegram, people).values()) == {1}
    assert (await states(remote.url))["sent"] == PEOPLE
    assert "planned" not in await states(remote.url)


async def empties(url: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute("TRUNCATE organisation CASCADE")
    await connection.close()
