"""What was deleted leaves the files of a SQLite database, also while another program reads it."""

import subprocess
from pathlib import Path

import pytest

from coaching.checkin import week as checking_in
from coaching.own_data.erasure import erase
from coaching.rules.calendar import Weekday
from storage.database import Database
from tests.another_program import another_program_reads
from tests.organisation import Programme, founded

SECRET = "only I may know"


def in_the_files(file: Path) -> list[str]:
    """Return which of the database's files hold the secret.

    Another process looks: closing a file here would end the locks that SQLite has on it.
    """
    beside = [file, file.with_name(f"{file.name}-wal")]
    command = ["grep", "-l", "-a", "-F", SECRET, *(str(each) for each in beside)]
    found = subprocess.run(command, capture_output=True, check=False)
    return [Path(name).name for name in found.stdout.decode().splitlines()]


@pytest.fixture
def file(migrated_file: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "test.db"
    copy.write_bytes(migrated_file.read_bytes())
    return copy


async def with_a_secret(file: Path) -> tuple[Database, Programme]:
    database = Database(f"sqlite:///{file}")
    return database, await founded(database, name="Town")


async def test_while_somebody_reads_nothing_is_said_to_be_forgotten(file: Path) -> None:
    database, programme = await with_a_secret(file)
    ana, *_ = await programme.join(await programme.team("Desk"), SECRET, "Bo")
    with another_program_reads(file):
        await programme.checks_in(ana)
        await erase(database, ana, programme.now)
        assert in_the_files(file) == ["test.db-wal"]
        assert not await database.forget()
        assert not await database.forget_again()
    assert await database.forget_again()
    assert in_the_files(file) == []
    assert file.with_name("test.db-wal").stat().st_size == 0
    assert await database.forget_again(), "nothing is left to be tried"
    await database.close()


async def test_answers_of_a_closed_block_leave_the_log_when_the_reader_is_done(
    file: Path,
) -> None:
    database, programme = await with_a_secret(file)
    people = await programme.join(await programme.team("Desk"), *"ABCDEFGH")
    for week in range(4):
        programme.is_now(week, Weekday.TUE)
        for person in people:
            checkin = await checking_in.open_checkin(database, person, programme.now)
            assert checkin.items
        await programme.checks_in(*people)
    with another_program_reads(file):
        programme.is_now(4)
        await programme.deliver()
        assert not await database.forget_again()
        assert file.with_name("test.db-wal").stat().st_size > 0
    assert await database.forget_again()
    assert file.with_name("test.db-wal").stat().st_size == 0
    await database.close()
