"""`cxcoach doctor`: one line for each check, and in words what to do."""

import shutil
import signal
import sqlite3
from collections import namedtuple
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web

from bot.installation import doctor
from bot.installation.doctor import Result
from bot.sandbox.bot_api.telegram import LocalTelegram
from tests.bot.command_line.conftest import TOKEN, Installation, Outcome

HALF_PAST = datetime(2026, 1, 12, 6, 30, tzinfo=UTC)
Usage = namedtuple("Usage", "total used free")


def line(said: Outcome, check: str) -> str:
    """Return what the table says of a check."""
    assert "Traceback" not in said.err
    (found,) = [row for row in said.out.splitlines() if row.startswith(f"{check}  ")]
    return found.removeprefix(check).strip()


def problems(said: Outcome) -> list[str]:
    return [row.split("  ")[0] for row in said.out.splitlines() if "  PROBLEM  " in row]


@asynccontextmanager
async def telegram_at(instant: datetime) -> AsyncIterator[str]:
    """Serve a Bot API whose clock shows the instant; the sandbox tells no time."""

    async def answer(request: web.Request) -> web.Response:
        me = {"id": 1, "is_bot": True, "first_name": "x", "username": "kaarna_bot"}
        webhook = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        result = webhook if request.path.endswith("getWebhookInfo") else me
        date = {"Date": format_datetime(instant, usegmt=True)}
        return web.json_response({"ok": True, "result": result}, headers=date)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/bot"
    finally:
        await runner.cleanup()


async def test_all_is_well(live: Installation) -> None:
    async with telegram_at(datetime.now(UTC)) as base_url:
        said = await live.anew.runs("doctor", CXCOACH_TELEGRAM_BASE_URL=base_url)
    assert said.code == 0, said
    assert problems(said) == []
    assert "not checked" not in said.out
    assert "@kaarna_bot" in line(said, "token")
    assert "City of Kaarna" in line(said, "programme")
    assert "GB free" in line(said, "disk")


async def test_a_clock_that_is_off_is_a_problem(live: Installation) -> None:
    async with telegram_at(datetime.now(UTC) - timedelta(minutes=2)) as base_url:
        said = await live.runs("doctor", CXCOACH_TELEGRAM_BASE_URL=base_url)
    assert said.code == 1
    assert problems(said) == ["clock"]
    assert "NTP" in line(said, "clock")


@pytest.mark.parametrize(
    ("apart", "result"),
    [(30, Result.OK), (-30, Result.OK), (31, Result.PROBLEM), (-31, Result.PROBLEM)],
)
def test_half_a_minute_apart_is_still_well(apart: int, result: Result) -> None:
    there = HALF_PAST + timedelta(seconds=apart)
    assert doctor.clock(HALF_PAST, there).result is result


@pytest.mark.parametrize(
    ("free", "result"), [(500_000_000, Result.OK), (499_999_999, Result.PROBLEM)]
)
def test_a_full_disk_is_a_problem(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, free: int, result: Result
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(free, 0, free))
    assert doctor.disk_space(tmp_path).result is result


async def test_an_empty_folder_gets_every_check_and_no_file(installation: Installation) -> None:
    said = await installation.runs("doctor")
    assert said.code == 1
    assert problems(said) == ["token", "time zone", "database"]
    assert "cxcoach init" in line(said, "token")
    assert "cxcoach init" in line(said, "database")
    assert "First mend" in line(said, "migrations")
    assert installation.files == []


@pytest.mark.parametrize(
    ("name", "value", "check", "words"),
    [
        ("TELEGRAM_TOKEN", "987654321:wrong", "token", "@BotFather"),
        ("TELEGRAM_BASE_URL", "http://127.0.0.1:1/bot", "token", "Check the network"),
        ("TIMEZONE", "Europe/Kaarna", "settings", "CXCOACH_TIMEZONE is wrong"),
        ("TIMEZONE", "Europe/Oslo", "programme's zone", "Europe/Helsinki"),
        ("DATABASE_URL", "sqlite:////proc", "database", "cannot be used"),
        ("DATABASE_URL", "postgresql://u:hidden@127.0.0.1:1/x", "database", "server runs"),
    ],
)
async def test_a_problem_is_named_and_the_rest_checked(
    live: Installation, name: str, value: str, check: str, words: str
) -> None:
    said = await live.runs("doctor", **{f"CXCOACH_{name}": value})
    assert said.code == 1
    assert check in problems(said)
    assert words in line(said, check)
    assert "hidden" not in said.out + said.err
    assert line(said, "time zone data").startswith("ok")
    assert line(said, ".env private").startswith("ok")


@pytest.mark.parametrize(
    ("statement", "check", "words"),
    [
        ("UPDATE alembic_version SET version_num = '0000'", "migrations", "cxcoach migrate"),
        ("UPDATE alembic_version SET version_num = '9999'", "database", "newer version"),
        ("DROP TABLE alembic_version", "database", "is not a database of cxcoach"),
    ],
)
async def test_a_database_of_another_kind_is_a_problem(
    live: Installation, statement: str, check: str, words: str
) -> None:
    with closing(sqlite3.connect(live.database)) as database:
        database.execute(statement)
        database.commit()
    said = await live.runs("doctor")
    assert problems(said) == [check]
    assert words in line(said, check)


async def test_a_programme_that_nobody_set_up_is_a_problem(installation: Installation) -> None:
    installation.database.touch(mode=0o600)
    said = await installation.runs(
        "doctor", CXCOACH_TELEGRAM_TOKEN=TOKEN, CXCOACH_TIMEZONE="Europe/Helsinki"
    )
    assert problems(said) == ["programme"]
    assert "cxcoach init" in line(said, "programme")


async def test_an_env_file_that_others_can_read_is_a_problem(live: Installation) -> None:
    live.env_file.chmod(0o640)
    said = await live.runs("doctor")
    assert problems(said) == [".env private"]
    assert "chmod 600 .env" in line(said, ".env private")


async def test_a_database_that_others_can_read_is_a_problem(live: Installation) -> None:
    copy = live.folder / "cxcoach-2026-11-30T090000Z.db"
    shutil.copy(live.database, copy)
    live.database.chmod(0o644)
    copy.chmod(0o640)
    said = await live.runs("doctor")
    assert problems(said) == ["database private"]
    told = line(said, "database private")
    assert "chmod 600 cxcoach-2026-11-30T090000Z.db cxcoach.db" in told


async def test_a_damaged_page_is_a_problem(live: Installation) -> None:
    content = bytearray(live.database.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xa5" * 4096
    live.database.write_bytes(content)
    said = await live.runs("doctor")
    assert problems(said) == ["soundness"]
    assert "cxcoach restore" in line(said, "soundness")


async def test_a_row_that_leads_nowhere_is_a_problem(live: Installation) -> None:
    with closing(sqlite3.connect(live.database)) as database, database:
        database.execute("UPDATE schedule SET organisation_id = 99 WHERE kind = 'prompt'")
    said = await live.runs("doctor")
    assert problems(said) == ["soundness"]
    assert "1 rows refer" in line(said, "soundness")


@pytest.mark.parametrize("then", ["nothing", "a copy"])
async def test_a_file_deleted_under_a_running_bot_is_a_problem(
    live: Installation, then: str
) -> None:
    async with live.started("run") as running:
        await running.prints("event=started")
        assert problems(await live.runs("doctor")) == []
        elsewhere = shutil.copy(live.database, live.folder / "elsewhere")
        live.database.unlink()
        if then == "a copy":
            shutil.copy(elsewhere, live.database)
            live.database.chmod(0o600)
        said = await live.runs("doctor")
        assert problems(said) == ["database"]
        assert "works on a database file that is gone" in line(said, "database")


async def test_an_env_file_that_is_no_text_is_a_problem(live: Installation) -> None:
    live.env_file.write_bytes(b"\xff\xfe\x00")
    said = await live.runs("doctor")
    assert said.code == 1
    assert "cannot be read" in line(said, "settings")
    assert line(said, ".env private").startswith("ok")


async def test_a_clock_in_doubt_is_a_problem_until_it_is_said_to_be_right(
    live: Installation,
) -> None:
    async with live.started("run") as running:
        await running.prints("event=started")
        running.gets(signal.SIGTERM)
        await running.outcome()
    with closing(sqlite3.connect(live.database)) as database:
        database.execute("UPDATE trusted_time SET in_doubt = 1, at = '2026-01-12 06:30:00'")
        database.commit()
    async with telegram_at(datetime.now(UTC) + timedelta(hours=7)) as base_url:
        said = await live.runs("doctor", CXCOACH_TELEGRAM_BASE_URL=base_url)
        assert "trusted time" in problems(said)
        assert "last right at 2026-01-12 06:30 UTC" in line(said, "trusted time")
        assert "cxcoach trust-clock" in line(said, "trusted time")
        noted = await live.anew.runs("trust-clock", CXCOACH_TELEGRAM_BASE_URL=base_url)
        assert noted.code == 0
        said = await live.runs("doctor", CXCOACH_TELEGRAM_BASE_URL=base_url)
    assert problems(said) == ["clock"]
    with closing(sqlite3.connect(live.database)) as database:
        ((off,),) = database.execute("SELECT telegram_off FROM trusted_time").fetchall()
    assert abs(off - 7 * 3600) < 60


async def test_a_webhook_of_another_tool_is_named_by_its_host(
    live: Installation, telegram: LocalTelegram
) -> None:
    secret = {"url": "https://elsewhere.example/hidden-path"}
    assert (await telegram.call("setWebhook", secret, {})).status == 200
    said = await live.anew.runs("doctor")
    assert "PROBLEM" in line(said, "updates")
    assert "elsewhere.example" in line(said, "updates")
    assert "hidden-path" not in said.out


async def test_the_way_to_telegram_is_shown_without_a_password(live: Installation) -> None:
    assert "without a proxy" in line(await live.anew.runs("doctor"), "network")
    proxied = {"HTTP_PROXY": "http://anna:hidden@127.0.0.1:1"}
    said = await live.anew.runs("doctor", **proxied)
    assert "through the proxy 127.0.0.1:1" in line(said, "network")
    assert "hidden" not in said.out
