"""`cxcoach backup`: a copy while the bot runs, and none that is older than 35 days."""

import sqlite3
from contextlib import closing

from tests.bot.command_line.conftest import Installation


async def test_a_copy_is_made_and_old_ones_go(live: Installation) -> None:
    old = live.folder / "cxcoach-2020-01-01T000000Z.db"
    others = [live.folder / name for name in ("cxcoach-notes.db", "cxcoach-2020.db")]
    for file in (old, *others):
        file.write_bytes(b"")
    said = await live.anew.runs("backup")
    assert said.code == 0, said
    assert old.name in said.out
    assert not old.exists()
    assert all(file.exists() for file in others), "only its own copies"
    (copy,) = live.folder.glob("cxcoach-20??-*.db")
    assert copy.name in said.out
    assert copy.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT name FROM organisation").fetchall()


async def test_into_another_folder(live: Installation) -> None:
    folder = live.folder / "elsewhere"
    said = await live.runs("backup", str(folder))
    assert said.code == 1
    assert "cannot be written" in said.complaint
    folder.mkdir()
    said = await live.runs("backup", str(folder))
    assert said.code == 0
    assert len(list(folder.iterdir())) == 1


async def test_a_server_has_its_own_tools(installation: Installation) -> None:
    url = "postgresql://nobody@localhost/cxcoach"
    said = await installation.runs("backup", CXCOACH_DATABASE_URL=url)
    assert said.code == 1
    assert "pg_dump" in said.complaint
