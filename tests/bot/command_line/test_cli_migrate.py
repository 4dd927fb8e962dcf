"""`cxcoach migrate`: the database becomes current, and a copy of the old one stays."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.migrations import HEAD
from tests.bot.command_line.conftest import Installation


def revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as database:
        (found,) = database.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(found)


def order(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute(statement)
        database.commit()


def copies(installation: Installation) -> list[Path]:
    return sorted(installation.folder.glob("cxcoach-2*.db"))


async def test_a_current_database_is_left_alone(live: Installation) -> None:
    before = live.files
    said = await live.runs("migrate")
    assert said.code == 0
    assert "nothing to do" in said.out
    assert live.files == before


async def test_the_database_becomes_current_and_a_copy_stays(installation: Installation) -> None:
    order(installation.database, "CREATE TABLE alembic_version (version_num VARCHAR(32))")
    said = await installation.anew.runs("migrate")
    assert said.code == 0, said
    assert revision(installation.database) == HEAD
    (copy,) = copies(installation)
    assert copy.name in said.out
    assert copy.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == [
            ("alembic_version",)
        ]


async def test_a_migration_that_fails_changes_nothing(live: Installation) -> None:
    order(live.database, "UPDATE alembic_version SET version_num = '0000'")
    said = await live.runs("migrate")
    assert "the database is as it was" in said.complaint
    assert revision(live.database) == "0000"
    (copy,) = copies(live)
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT name FROM organisation").fetchall() == [
            ("City of Kaarna",)
        ]


async def test_somebody_elses_database_is_not_migrated(installation: Installation) -> None:
    order(installation.database, "CREATE TABLE song (title TEXT)")
    said = await installation.runs("migrate")
    assert "is not a database of cxcoach" in said.complaint
    assert copies(installation) == []


async def test_without_a_database_it_says_how_to_get_one(installation: Installation) -> None:
    said = await installation.runs("migrate")
    assert "cxcoach init" in said.complaint
    assert installation.files == []
