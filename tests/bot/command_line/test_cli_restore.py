"""`cxcoach restore`: the way back, after everything that may be wrong with it."""

import os
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from coaching.own_data.erasure import erase
from coaching.own_data.restoring import memory
from coaching.people.identity import Viewer
from storage.database import Database
from storage.migrations import alembic
from tests.bot.command_line.conftest import Installation, Outcome
from tests.chaos.installed import goes_by, knows, points
from tests.organisation import Programme, founded


@dataclass
class Lived:
    """An installation in which a copy was made, and then a week went by."""

    installation: Installation
    programme: Programme
    people: list[Viewer]
    copy: Path

    async def restores(self, copy: Path | None = None) -> Outcome:
        await self.programme.database.close()
        said = await self.installation.runs("restore", str(copy or self.copy))
        self.programme.database = Database(f"sqlite:///{self.installation.database}")
        return said

    async def knows(self, who: Viewer) -> bool:
        return await knows(self.programme.database, who)

    async def points(self) -> list[tuple[int, int]]:
        return await points(self.programme.database)


@pytest.fixture
async def lived(live: Installation, migrated_file: Path) -> AsyncIterator[Lived]:
    shutil.copy(migrated_file, live.database)
    database = Database(f"sqlite:///{live.database}")
    programme = await founded(database, now=SystemClock().now() - timedelta(weeks=3))
    people = await programme.join(await programme.team("Desk"), *"ABCDEF")
    await goes_by(programme, people, 0)
    said = await live.runs("backup")
    assert said.code == 0, said
    (copy,) = live.folder.glob("cxcoach-2*.db")
    lived = Lived(live, programme, people, copy)
    yield lived
    await lived.programme.database.close()


async def test_a_copy_a_week_a_kill_and_back(lived: Lived) -> None:
    """Everything adds up afterwards, and whoever was erased in that week stays erased."""
    programme, people = lived.programme, lived.people
    erased, *others = people
    known, before = await memory(programme.database), await lived.points()
    await goes_by(programme, people, 1)
    after = await lived.points()
    late = await programme.joins("Gil", await programme.team("Phone"))
    await erase(programme.database, erased, programme.now)
    await erase(programme.database, late, programme.now)
    async with lived.installation.started("run") as running:
        await running.prints("event=started")  # killed when it is left
    said = await lived.restores()
    assert said.code == 0, said
    assert "Erased again, for they had been erased since: 1 people." in said.out
    assert known is not None
    assert known.until is not None
    (line,) = [each for each in said.out.splitlines() if each.startswith("Lost is")]
    lost_from, lost_to = (
        f"{at.astimezone(programme.hanna.zone):%Y-%m-%d %H:%M}"
        for at in (known.until, programme.now)
    )
    assert f"from {lost_from} to {lost_to} (Europe/Helsinki)" in line
    assert await lived.points() == before != after
    assert not await lived.knows(erased)
    assert not await lived.knows(late)
    assert all([await lived.knows(each) for each in others])
    programme.is_now(1)
    await goes_by(programme, others, 1)
    assert await lived.points() == after, "the week is lived again, and its points are the same"
    await programme.database.close()
    account = await lived.installation.runs("deliveries")
    assert account.code == 0, account
    async with lived.installation.started("run") as running:
        await running.prints("event=started")


async def test_whoever_came_anew_after_an_erasure_stays(lived: Lived) -> None:
    programme, (ana, *_) = lived.programme, lived.people
    await erase(programme.database, ana, programme.now)
    again = await programme.joins("Ana", await programme.team("Phone"), account=ana.telegram_id)
    said = await lived.installation.runs("backup", str(lived.installation.folder.parent))
    assert said.code == 0
    (copy,) = lived.installation.folder.parent.glob("cxcoach-2*.db")
    said = await lived.restores(copy)
    assert "since: 0 people" in said.out
    assert await lived.knows(again)


async def test_a_copy_that_came_back_by_hand_is_erased_again_at_the_start(lived: Lived) -> None:
    programme, (ana, bo, *_) = lived.programme, lived.people
    await erase(programme.database, ana, programme.now)
    await programme.database.close()
    shutil.copy(lived.copy, lived.installation.database)
    async with lived.installation.started("run") as running:
        assert "people=1" in await running.prints("event=started")
    programme.database = Database(f"sqlite:///{lived.installation.database}")
    assert not await lived.knows(ana)
    assert await lived.knows(bo)


async def test_what_is_left_of_an_old_log_is_moved_away(lived: Lived) -> None:
    """A log beside the file would undo the copy, or damage it weeks later."""
    folder, file = lived.installation.folder, lived.installation.database
    await goes_by(lived.programme, lived.people, 1)
    log, journal = (file.with_name(f"{file.name}-{each}") for each in ("wal", "journal"))
    old_log = log.read_bytes()
    assert old_log, "the log of a database in use"
    await lived.programme.database.close()
    log.write_bytes(old_log)  # as a kill leaves it
    journal.write_bytes(b"of another time")
    said = await lived.restores()
    assert said.code == 0, said
    left = {path.name for path in folder.iterdir() if path.name.startswith("cxcoach.db")}
    assert left == {"cxcoach.db", "cxcoach.db-lock"}
    (replaced,) = folder.glob("cxcoach-replaced-*.db")
    assert replaced.name in said.out
    assert replaced.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA quick_check").fetchall() == [("ok",)]


async def test_it_is_refused_while_a_bot_runs(lived: Lived) -> None:
    await lived.programme.database.close()
    async with lived.installation.started("run") as running:
        await running.prints("event=started")
        said = await lived.restores()
        assert "Another cxcoach is running" in said.complaint
        assert not list(lived.installation.folder.glob("*replaced*"))


async def test_it_needs_no_database_to_be_there(lived: Lived) -> None:
    await lived.programme.database.close()
    lived.installation.database.unlink()
    said = await lived.restores()
    assert said.code == 0, said
    assert await lived.knows(lived.people[0])


async def test_a_database_that_is_damaged_can_be_replaced(lived: Lived) -> None:
    await lived.programme.database.close()
    lived.installation.database.write_bytes(os.urandom(100_000))
    said = await lived.restores()
    assert said.code == 0, said
    assert await lived.knows(lived.people[0])


def spoiled(copy: Path, how: str) -> Path:
    """Return another copy that is of no use."""
    bad = copy.with_name("bad.db")
    content = copy.read_bytes()
    match how:
        case "empty":
            bad.write_bytes(b"")
        case "cut":
            bad.write_bytes(content[: len(content) // 2])
        case "page":
            middle = len(content) // 2 // 4096 * 4096
            bad.write_bytes(content[:middle] + b"\xa5" * 8192 + content[middle + 8192 :])
        case "text":
            bad.write_text("a shopping list\n" * 1000)
        case statement:
            bad.write_bytes(content)
            with closing(sqlite3.connect(bad)) as database, database:
                database.execute(statement)
    return bad


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("empty", "holds no programme"),
        ("cut", "is damaged"),
        ("page", "is damaged"),
        ("text", "is damaged (file is not a database)"),
        ("UPDATE person SET organisation_id = 99", "is damaged"),
        ("UPDATE alembic_version SET version_num = '9999'", "newer version"),
        ("DROP TABLE alembic_version", "is not a database of cxcoach"),
        ("DELETE FROM organisation", "is damaged"),
    ],
)
async def test_a_copy_of_no_use_changes_nothing(lived: Lived, how: str, words: str) -> None:
    bad = spoiled(lived.copy, how)
    await lived.programme.database.close()
    before = lived.installation.database.read_bytes(), lived.installation.files
    said = await lived.restores(bad)
    assert words in said.complaint
    assert "Nothing changed" in said.complaint
    after = lived.installation.database.read_bytes(), lived.installation.files
    assert after == (before[0], sorted({*before[1], "cxcoach.db-lock"}))


async def test_a_copy_of_an_older_version_is_migrated(lived: Lived) -> None:
    """And erased again: its people are found by the key of the database that it replaces."""
    older = lived.copy.with_name("older.db")
    shutil.copy(lived.copy, older)
    before_the_key = Database(f"sqlite:///{older}")
    async with before_the_key.connect(write=True) as connection:
        await connection.run_sync(alembic, "downgrade", revision="0018")
    await before_the_key.close()
    await erase(lived.programme.database, lived.people[0], lived.programme.now)
    said = await lived.restores(older)
    assert "since: 1 people" in said.out
    assert "cannot be compared" not in said.out
    await lived.programme.database.close()
    lived.installation.database.unlink()
    said = await lived.restores(older)
    assert "since: 0 people" in said.out
    assert "cannot be compared" in said.out, "nothing is left that holds the key"


async def test_a_file_that_is_not_there(lived: Lived) -> None:
    said = await lived.restores(lived.copy.with_name("nothing.db"))
    assert "There is no file" in said.complaint
    said = await lived.restores(lived.installation.database)
    assert "is the database itself" in said.complaint
