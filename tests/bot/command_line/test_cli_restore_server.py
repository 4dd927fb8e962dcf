"""`cxcoach backup` and `restore` with PostgreSQL's own tools."""

import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from coaching.own_data.erasure import erase
from coaching.people import identity
from coaching.people.identity import Viewer
from storage.database import Database
from tests.bot.command_line.conftest import TOKEN, Installation
from tests.bot.command_line.test_one_at_work import prompt
from tests.lacking import needs
from tests.organisation import Programme, founded

pytestmark = pytest.mark.parametrize("empty_url", ["postgresql"], indirect=True)


@pytest.fixture(autouse=True)
def _tools() -> None:
    needs("pg_dump")


@dataclass
class Remote:
    """An installation on PostgreSQL with people in it, and a copy of them."""

    installation: Installation
    programme: Programme
    people: list[Viewer]
    copy: Path

    async def knows(self, who: Viewer) -> bool:
        return await identity.identify(self.programme.database, who.telegram_id) is not None


@pytest.fixture
async def remote(installation: Installation, empty_url: str) -> AsyncIterator[Remote]:
    installation = replace(prompt(installation))
    lines = [f"CXCOACH_TELEGRAM_TOKEN={TOKEN}", "CXCOACH_TIMEZONE=Europe/Helsinki"]
    installation.env_file.write_text("\n".join([*lines, f"CXCOACH_DATABASE_URL={empty_url}"]))
    installation.env_file.chmod(0o600)
    migrated = await installation.runs("migrate")
    assert migrated.code == 0, migrated
    database = Database(empty_url, installation.folder / "cxcoach-erased")
    programme = await founded(database, now=SystemClock().now() - timedelta(weeks=1))
    people = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    said = await installation.runs("backup")
    assert said.code == 0, said
    (copy,) = installation.folder.glob("test_*.dump")
    assert copy.stat().st_mode & 0o077 == 0
    await database.close()
    yield Remote(installation, programme, people, copy)
    await database.close()


async def test_a_dump_comes_back_and_is_erased_again(remote: Remote) -> None:
    programme, (ana, bo) = remote.programme, remote.people
    late = await programme.joins("Gil", await programme.team("Phone"))
    await erase(programme.database, ana, programme.now)
    await programme.database.close()
    for _ in range(2):  # also into what was restored once
        said = await remote.installation.runs("restore", str(remote.copy))
        assert said.code == 0, said
        assert "since: 1 people" in said.out
        assert "Lost is what happened from " in said.out
        assert [await remote.knows(each) for each in (ana, bo, late)] == [False, True, False]
        await programme.database.close()
    replaced = list(remote.installation.folder.glob("test_*-replaced-*.dump"))
    assert replaced
    assert all(each.stat().st_mode & 0o077 == 0 for each in replaced)
    assert "No cxcoach works" in (await remote.installation.runs("doctor")).out
    async with remote.installation.started("run") as running:
        await running.prints("event=started")
        said = await remote.installation.runs("restore", str(remote.copy))
        assert "Another cxcoach is running" in said.complaint


async def test_a_restore_that_was_cut_off_is_taken_back_by_the_next(remote: Remote) -> None:
    async with remote.programme.database.connect(write=True) as connection:
        await connection.exec_driver_sql("ALTER SCHEMA public RENAME TO cxcoach_replaced")
        await connection.exec_driver_sql("CREATE SCHEMA public")
    said = await remote.installation.runs("restore", str(remote.copy))
    assert said.code == 0, said
    assert await remote.knows(remote.people[0])


@pytest.mark.parametrize("how", ["random", "cut", "sqlite"])
async def test_a_dump_of_no_use_changes_nothing(remote: Remote, how: str) -> None:
    bad = remote.copy.with_name("bad.dump")
    content = remote.copy.read_bytes()
    match how:
        case "random":
            bad.write_bytes(os.urandom(10_000))
        case "cut":
            bad.write_bytes(content[: len(content) // 2])
        case _:
            bad.write_bytes(remote.installation.migrated_file.read_bytes())
    said = await remote.installation.runs("restore", str(bad))
    assert "It did not work: pg_restore" in said.complaint
    assert await remote.knows(remote.people[0])
    assert not list(remote.installation.folder.glob("*replaced*"))


async def test_without_the_tools_it_says_what_is_missing(remote: Remote, tmp_path: Path) -> None:
    for command in (
        f"backup {tmp_path}",
        f"restore {remote.copy}",
    ):  # not beside a copy of this second
        said = await remote.installation.runs(*command.split(), PATH=str(tmp_path))
        assert "is not on this computer. Install PostgreSQL's client programs" in said.complaint
