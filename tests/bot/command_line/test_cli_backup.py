"""`cxcoach backup`: a copy while the bot runs, and none that is older than 35 days."""

import asyncio
import shutil
import sqlite3
import subprocess
from contextlib import closing

from tests.bot.command_line.conftest import COMMAND, Installation
from tests.forked import BARE_ENVIRONMENT


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


async def test_a_clock_that_may_be_wrong_deletes_no_copies(live: Installation) -> None:
    old = live.folder / "cxcoach-2020-01-01T000000Z.db"
    old.write_bytes(b"")
    with closing(sqlite3.connect(live.database)) as database:
        row = "INSERT INTO trusted_time VALUES (1, '2026-01-12 06:30:00', 0, 0, 0)"
        database.execute(row)
        database.commit()
    said = await live.runs("backup")
    assert said.code == 0, said
    assert "Older copies stay" in said.out
    assert old.exists()


async def test_into_another_folder(live: Installation) -> None:
    folder = live.folder / "elsewhere"
    said = await live.runs("backup", str(folder))
    assert said.code == 1
    assert "cannot be written" in said.complaint
    folder.mkdir()
    said = await live.runs("backup", str(folder))
    assert said.code == 0
    assert len(list(folder.iterdir())) == 1


async def test_a_name_is_a_name_and_no_pattern(live: Installation) -> None:
    name = "cxcoach [prod]*.db"
    shutil.copy(live.database, live.folder / name)
    address = {"CXCOACH_DATABASE_URL": f"sqlite:///{name}"}
    old = live.folder / "cxcoach [prod]*-2020-01-01T000000Z.db"
    replaced = live.folder / "cxcoach [prod]*-replaced-2020-01-01T000000Z.db-wal"
    cut_off = live.folder / "cxcoach [prod]*-2020-01-01T000001Z.db.part"
    others = live.folder / "cxcoach p-2020-01-01T000000Z.db"
    for file in (old, replaced, cut_off, others):
        file.write_bytes(b"")
    said = await live.runs("backup", **address)
    assert said.code == 0, said
    assert [each.exists() for each in (old, replaced, cut_off, others)] == [False] * 3 + [True]


async def test_a_full_disk_leaves_no_file_that_looks_like_a_copy(live: Installation) -> None:
    """The limit of a file's size stands for the disk."""
    before = live.files
    script = f"ulimit -f 200; exec {COMMAND} backup"  # blocks of 512 bytes
    process = await asyncio.create_subprocess_exec(
        *("sh", "-c", script), cwd=live.folder, env=BARE_ENVIRONMENT, stderr=subprocess.PIPE
    )
    _, err = await process.communicate()
    assert process.returncode == 1
    (line,) = err.decode().splitlines()
    assert line.startswith("cxcoach: The copy cannot be written")
    assert live.files == before


async def test_a_damaged_database_is_not_copied(live: Installation) -> None:
    content = bytearray(live.database.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8192] = b"\xa5" * 8192
    live.database.write_bytes(content)
    before = live.files
    said = await live.runs("backup")
    assert "is damaged" in said.complaint
    assert "cxcoach restore" in said.complaint
    assert live.files == before
