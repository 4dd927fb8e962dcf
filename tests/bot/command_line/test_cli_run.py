"""`cxcoach run`: it answers, it stops when told, and it says in one line why it cannot run."""

import asyncio
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import AsyncExitStack, closing
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr

from bot.app import build
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.bot_api.trouble import Fault, FaultKind
from bot.sandbox.clock import WindableClock
from bot.sandbox.server import Server, serve
from bot.settings import Settings
from tests.bot.command_line.conftest import AINO, SECRET, TOKEN, Installation, says

Spoil = Callable[[Path], None]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("level", ["info", "debug"])
async def test_it_answers_a_stranger_and_stops_when_told(
    live: Installation, telegram: LocalTelegram, number: signal.Signals, level: str
) -> None:
    place = live.anew if level == "info" else live
    async with place.started("run", CXCOACH_LOG_LEVEL=level) as running:
        log = await running.prints("event=started")
        assert "bot=kaarna_bot" in log
        await says(telegram, "/start")
        assert "invite" in await says(telegram, "hello")
        running.gets(number)
        stopped = await running.outcome()
    assert SECRET not in log
    assert stopped.code == 0
    assert "event=stopped" in stopped.out
    assert stopped.err == ""
    assert telegram.unconfirmed() == 0


async def test_a_second_signal_does_not_disturb_the_orderly_end(live: Installation) -> None:
    async with live.started("run") as running:
        await running.prints("event=started")
        running.gets(signal.SIGTERM)
        running.gets(signal.SIGTERM)
        stopped = await running.outcome()
    assert stopped.code == 0
    assert stopped.err == ""


async def test_it_ends_within_ten_seconds_after_a_flood(
    live: Installation, telegram: LocalTelegram
) -> None:
    async with live.started("run") as running:
        await running.prints("event=started")
        await says(telegram, "/start")
        telegram.press_start(AINO)
        for number in range(400):
            telegram.say(AINO, f"message {number}")
        await says(telegram, "the last one")
        begun = time.monotonic()
        running.gets(signal.SIGTERM)
        stopped = await running.outcome()
    assert time.monotonic() - begun < 10
    assert (stopped.code, stopped.err) == (0, "")
    assert "event=stopped" in stopped.out


async def test_trouble_in_the_network_is_logged_and_overcome(
    live: Installation, telegram: LocalTelegram
) -> None:
    async with live.started("run", CXCOACH_LOG_LEVEL="debug") as running:
        await running.prints("event=started")
        telegram.faults.add(Fault("dropped", "getUpdates", times=2))
        assert "invite" in await says(telegram, "/start")
        assert "hears nothing" in await running.prints("hears nothing")
        running.gets(signal.SIGTERM)
        stopped = await running.outcome()
    assert stopped.code == 0
    assert stopped.err == ""


async def test_it_stops_although_telegram_is_gone(
    live: Installation, telegram: LocalTelegram
) -> None:
    async with AsyncExitStack() as up:
        server = await up.enter_async_context(serve(telegram))
        address = {"CXCOACH_TELEGRAM_BASE_URL": server.base_url}
        async with live.started("run", **address) as running:
            await running.prints("event=started")
            await up.aclose()
            await running.prints("hears nothing")
            running.gets(signal.SIGTERM)
            stopped = await running.outcome()
    assert stopped.code == 0
    assert stopped.err == ""


@pytest.mark.parametrize("kind", ["server_error", "too_many", "dropped"])
@pytest.mark.parametrize("method", ["getMe", "setMyCommands"])
async def test_trouble_at_the_start_does_not_end_it(
    live: Installation, telegram: LocalTelegram, kind: FaultKind, method: str
) -> None:
    telegram.faults.add(Fault(kind, method, times=5))
    async with live.started("run") as running:
        await running.prints("event=started")
        assert "invite" in await says(telegram, "/start")
        running.gets(signal.SIGTERM)
        stopped = await running.outcome()
    assert stopped.code == 0


async def test_it_waits_for_a_network_that_comes_later(
    live: Installation, telegram: LocalTelegram
) -> None:
    async with serve(telegram) as server:
        port, address = server.port, {"CXCOACH_TELEGRAM_BASE_URL": server.base_url}
    async with live.started("run", **address) as running:
        assert "NetworkError" in await running.prints("telegram not reached")
        async with serve(telegram, port=port):
            assert "invite" in await says(telegram, "/start")
            running.gets(signal.SIGTERM)
            stopped = await running.outcome()
    assert stopped.code == 0


async def test_while_it_waits_for_the_network_it_can_be_stopped(live: Installation) -> None:
    address = {"CXCOACH_TELEGRAM_BASE_URL": "http://127.0.0.1:1/bot"}
    async with live.started("run", **address) as running:
        await running.prints("telegram not reached")
        running.gets(signal.SIGTERM)
        stopped = await running.outcome()
    assert stopped.code == 0


async def test_a_revoked_token_ends_it(live: Installation, telegram: LocalTelegram) -> None:
    async with live.started("run") as running:
        await running.prints("event=started")
        telegram.token = "987654321:another"
        telegram.say(AINO, "/start")
        ended = await running.outcome()
    assert "does not accept the token" in ended.complaint


async def test_it_leaves_when_another_process_listens(
    live: Installation, telegram: LocalTelegram, server: Server
) -> None:
    async with live.started("run") as running, aiohttp.ClientSession() as session:
        await running.prints("event=started")
        url = f"{server.base_url}{TOKEN}/getUpdates"
        other = asyncio.create_task(_listen(session, url))
        ended = await running.outcome()
        other.cancel()
    assert "Another process listens" in ended.complaint
    assert "Stop it" in ended.complaint


async def test_who_listened_first_stays(
    live: Installation, telegram: LocalTelegram, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.listening.fetching.NEWCOMER", 0.0)  # this one is there for long
    clock = WindableClock(datetime(2026, 1, 12, 6, 30, tzinfo=UTC))
    settings = Settings(
        telegram_token=SecretStr(TOKEN),
        telegram_base_url=server.base_url,
        database_url=f"sqlite:///{live.database}",
    )
    async with build(settings, clock) as coach:
        failure = asyncio.create_task(coach.failure())
        await says(telegram, "/start")
        async with live.started("run") as newcomer:
            ended = await newcomer.outcome()
        await says(telegram, "/start")
        assert not failure.done()
        failure.cancel()
    assert "Another process listens" in ended.complaint


async def _listen(session: aiohttp.ClientSession, url: str) -> None:
    while True:
        async with session.post(url, json={"timeout": 30}):
            pass


async def test_it_adopts_another_time_zone(live: Installation) -> None:
    async with live.started("run", CXCOACH_TIMEZONE="Europe/Stockholm") as running:
        assert "timezone=Europe/Stockholm" in await running.prints("event=started")
    with closing(sqlite3.connect(live.database)) as database:
        assert database.execute("SELECT timezone FROM organisation").fetchall() == [
            ("Europe/Stockholm",)
        ]


@pytest.mark.parametrize(
    ("name", "value", "what", "mend"),
    [
        ("TELEGRAM_TOKEN", "987654321:wrong", "does not accept the token", "@BotFather"),
        ("TELEGRAM_TOKEN", "no token at all", "does not look like a token", "Correct it"),
        ("TELEGRAM_BASE_URL", "127.0.0.1", "must start with http", "Correct it"),
        ("TIMEZONE", "Europe/Kaarna", "no such zone", "Correct it"),
        ("DATABASE_URL", "mysql://localhost/cx", "only sqlite", "Correct it"),
        ("DATABASE_URL", "sqlite:///elsewhere.db", "no database file", "cxcoach init"),
        ("DATABASE_URL", "sqlite:////proc/cx.db", "no database file", "cxcoach init"),
        ("DATABASE_URL", "sqlite:////tmp", "cannot be used", "you may write there"),
        ("DATABASE_URL", "postgresql://u:hidden@h/cx?x=1", "its option x is not", "Correct it"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL is wrong", "Correct it"),
    ],
)
async def test_a_wrong_setting_is_one_line(
    live: Installation, name: str, value: str, what: str, mend: str
) -> None:
    before = live.files
    said = await live.runs("run", **{f"CXCOACH_{name}": value})
    assert what in said.complaint
    assert mend in said.complaint
    assert "hidden" not in said.complaint
    assert set(live.files) - set(before) <= {"cxcoach.db-lock"}


@pytest.mark.parametrize("missing", ["CXCOACH_TELEGRAM_TOKEN", "CXCOACH_TIMEZONE"])
async def test_a_missing_setting_is_one_line(live: Installation, missing: str) -> None:
    lines = live.env_file.read_text().splitlines()
    live.env_file.write_text("\n".join(line for line in lines if missing not in line))
    said = await live.runs("run")
    assert f"{missing} is not set." in said.complaint


async def test_an_env_file_that_is_no_text_is_one_line(live: Installation) -> None:
    live.env_file.write_bytes(b"\xff\xfe\x00")
    assert ".env cannot be read" in (await live.runs("run")).complaint


def _foreign(path: Path) -> None:
    _order(path, "CREATE TABLE song (title TEXT)")


def _no_database(path: Path) -> None:
    path.write_text("Dear diary, this is certainly not a database of any kind. " * 40)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _newer(path: Path) -> None:
    _order(path, "UPDATE alembic_version SET version_num = '9999'")


def _older(path: Path) -> None:
    _order(path, "UPDATE alembic_version SET version_num = '0000'")


def _order(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute(statement)
        database.commit()


@pytest.mark.parametrize(
    ("spoil", "fresh", "what", "mend"),
    [
        (_foreign, True, "is not a database of cxcoach", "CXCOACH_DATABASE_URL"),
        (_no_database, True, "is not a database of cxcoach", "CXCOACH_DATABASE_URL"),
        (_empty, True, "not set up", "cxcoach init"),
        (_newer, False, "newer version", "Install that version"),
        (_older, False, "older version", "cxcoach migrate"),
    ],
)
async def test_an_unsuitable_database_is_one_line(
    live: Installation, spoil: Spoil, fresh: bool, what: str, mend: str
) -> None:
    if fresh:
        live.database.unlink()
    spoil(live.database)
    said = await live.runs("run")
    assert what in said.complaint
    assert mend in said.complaint
