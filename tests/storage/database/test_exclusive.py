"""One process at a time: who comes second is refused or stands by, who is cut off leaves."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from stat import S_IMODE

import asyncpg
import pytest
from structlog.testing import capture_logs

from storage.database import Database, advisory, database_url
from storage.database.advisory import KEY, held, take
from storage.database.exclusive import LostError, TakenError, exclusive, is_taken
from tests import postgresql

pytestmark = pytest.mark.usefixtures("prompt")
on_postgresql = pytest.mark.parametrize("url", ["postgresql"], indirect=True)
HOLDER = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted"
LONGEST = 30  # seconds until another process has taken over
LEAVES_AFTER = 1  # seconds in which one that was cut off still works

CLINGING = """
import asyncio, sys
from storage.database import advisory
from storage.database.exclusive import exclusive

advisory.HANDOVER, advisory.LEAVE_WITHIN = 0, 1

async def cling():
    async with exclusive(sys.argv[1], wait=False):
        print("at work", flush=True)
        try:
            await asyncio.sleep(600)
        finally:
            await asyncio.sleep(600)

asyncio.run(cling())
"""


@pytest.fixture
def prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask and look often, and let the next one begin at once, where nobody is leaving."""
    monkeypatch.setattr(advisory, "POLL_EVERY", 0.2)
    monkeypatch.setattr(advisory, "CHECK_EVERY", 0.2)
    monkeypatch.setattr(advisory, "HANDOVER", 0)


async def is_refused(url: str) -> bool:
    try:
        async with exclusive(url, wait=False):
            return False
    except TakenError:
        return True


@asynccontextmanager
async def administrator(url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


async def cut_off(url: str) -> None:
    """End the connection of whoever is at work."""
    async with administrator(url) as connection:
        assert await connection.fetchval(f"SELECT pg_terminate_backend(({HOLDER}))")


async def work(url: str, started: asyncio.Event) -> None:
    async with exclusive(url, wait=True):
        started.set()
        await asyncio.sleep(600)


async def test_a_second_one_is_refused_until_the_first_has_ended(url: str) -> None:
    async with exclusive(url, wait=False):
        assert await is_refused(url)
        assert await is_refused(url)  # nor does being refused free anything
    assert not await is_refused(url)


async def test_an_error_of_the_work_passes_and_the_next_one_may_begin(url: str) -> None:
    with pytest.raises(ZeroDivisionError):
        async with exclusive(url, wait=True):
            raise ZeroDivisionError
    assert not await is_refused(url)


async def test_a_cancelled_work_is_over(url: str) -> None:
    started = asyncio.Event()
    worker = asyncio.create_task(work(url, started))
    await started.wait()
    worker.cancel()
    with pytest.raises(asyncio.CancelledError):
        await worker
    assert not await is_refused(url)


async def test_whether_one_is_at_work_can_be_seen(url: str, database: Database) -> None:
    assert not await is_taken(database)
    async with exclusive(url, wait=False):
        assert await is_taken(database)
        assert await is_taken(database)
    assert not await is_taken(database)


async def test_on_sqlite_nobody_stands_by(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'cx.db'}"
    async with exclusive(url, wait=True):
        with pytest.raises(TakenError):
            async with exclusive(url, wait=True):
                pass


async def test_the_lock_lies_beside_the_database_for_its_owner_alone(tmp_path: Path) -> None:
    lock = tmp_path / "cx.db-lock"
    old = os.umask(0)
    try:
        async with exclusive(f"sqlite:///{tmp_path / 'cx.db'}", wait=False):
            assert S_IMODE(lock.stat().st_mode) == 0o600
    finally:
        os.umask(old)


async def test_every_path_to_a_file_leads_to_one_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cx.db").touch()
    (tmp_path / "link.db").symlink_to("cx.db")
    monkeypatch.chdir(tmp_path)
    async with exclusive("sqlite:///cx.db", wait=False):
        assert await is_refused(f"sqlite:///{tmp_path}/cx.db")
        assert await is_refused("sqlite:///link.db")
        assert not await is_refused("sqlite:///other.db")


async def test_two_databases_in_memory_are_two() -> None:
    async with exclusive("sqlite://", wait=False):
        assert not await is_refused("sqlite://")


@on_postgresql
async def test_two_databases_on_one_server_are_two(
    url: str, postgresql_server: postgresql.Server
) -> None:
    async with exclusive(url, wait=False):
        assert not await is_refused(postgresql_server.url("postgres"))


@on_postgresql
async def test_who_stands_by_says_so_once_and_is_next(url: str) -> None:
    started = asyncio.Event()
    with capture_logs() as logs:
        async with exclusive(url, wait=False):
            waiting = asyncio.create_task(work(url, started))
            await asyncio.sleep(1)  # it asks several times
            assert not started.is_set()
        async with asyncio.timeout(LONGEST):
            await started.wait()
    assert [entry["event"] for entry in logs] == ["standing by"]
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)


@on_postgresql
async def test_standing_by_ends_at_once_when_told(url: str) -> None:
    async with exclusive(url, wait=False):
        waiting = asyncio.create_task(work(url, asyncio.Event()))
        await asyncio.sleep(1)
        waiting.cancel()
        async with asyncio.timeout(2):
            await asyncio.gather(waiting, return_exceptions=True)
    assert waiting.cancelled()


@on_postgresql
async def test_a_server_that_is_away_is_asked_again(url: str) -> None:
    nowhere = "postgresql://ana:secret@127.0.0.1:1/cx"
    with capture_logs() as logs:
        waiting = asyncio.create_task(work(nowhere, asyncio.Event()))
        await asyncio.sleep(1)
        assert not waiting.done()
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    assert [entry["event"] for entry in logs] == ["standing by"]
    assert "cannot be reached" in logs[0]["reason"]
    assert "secret" not in str(logs)


@on_postgresql
async def test_who_is_cut_off_leaves_the_work(url: str) -> None:
    started = asyncio.Event()
    worker = asyncio.create_task(work(url, started))
    await started.wait()
    await cut_off(url)
    async with asyncio.timeout(LONGEST):
        with pytest.raises(LostError):
            await worker
    assert not await is_refused(url)


@on_postgresql
async def test_the_next_one_begins_when_who_was_cut_off_has_left(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, left = asyncio.Event(), asyncio.Event()

    async def leave_slowly() -> None:
        async with exclusive(url, wait=False):
            started.set()
            try:
                await asyncio.sleep(600)
            finally:
                await asyncio.sleep(LEAVES_AFTER)
                left.set()

    worker = asyncio.create_task(leave_slowly())
    await started.wait()
    monkeypatch.setattr(advisory, "HANDOVER", LEAVES_AFTER + 1)
    await cut_off(url)
    async with exclusive(url, wait=True):
        assert left.is_set()
    with pytest.raises(LostError):
        await worker


@on_postgresql
async def test_who_gets_no_answer_leaves_the_work(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = asyncio.Event()
    worker = asyncio.create_task(work(url, started))
    await started.wait()
    async with administrator(url) as connection:
        pid = await connection.fetchval(HOLDER)
    os.kill(pid, signal.SIGSTOP)
    try:
        with monkeypatch.context() as impatient:
            impatient.setattr(advisory, "ANSWER_WITHIN", 1)
            async with asyncio.timeout(LONGEST):
                with pytest.raises(LostError):
                    await worker
        assert await is_refused(url)  # the server does not know it yet
    finally:
        os.kill(pid, signal.SIGCONT)


@on_postgresql
async def test_who_has_no_lock_any_more_leaves_the_work(url: str) -> None:
    """As behind a pooler that hands out another connection for every question."""
    connection = await take(database_url(url))
    assert connection is not None
    await connection.execute("SELECT pg_advisory_unlock($1)", KEY)

    async def go_on() -> None:
        async with held(connection):
            await asyncio.sleep(600)

    async with asyncio.timeout(LONGEST):
        with pytest.raises(LostError):
            await go_on()


@on_postgresql
async def test_who_is_cut_off_and_clings_to_its_work_is_ended(url: str) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", CLINGING, url),
        cwd=Path(__file__).parents[3],
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        await process.stdout.readline()
        await cut_off(url)
        async with asyncio.timeout(LONGEST):
            said = await process.stdout.read()
            assert await process.wait() == 1
    finally:
        if process.returncode is None:
            process.kill()
    assert b"did not end in time" in said
