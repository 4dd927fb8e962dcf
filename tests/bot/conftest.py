"""Offices with a real bot before a local Telegram."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.bot.dialogue import Office, Someone, Studio, office_at


@pytest.fixture(scope="session")
def studio() -> Iterator[Studio]:
    """Give one drawing process to all bots of this test process."""
    opened = Studio()
    yield opened
    opened.end()


@pytest.fixture
def database_file(migrated_file: Path, tmp_path: Path) -> Path:
    """Give a SQLite file with the newest schema and nothing in it."""
    return Path(shutil.copy(migrated_file, tmp_path / "office.db"))


@pytest.fixture
async def office(database_file: Path, studio: Studio) -> AsyncIterator[Office]:
    """Open an office on the programme's first Monday at 8:00."""
    async with office_at(database_file, studio) as opened:
        yield opened


@pytest.fixture
async def plain_office(database_file: Path, studio: Studio) -> AsyncIterator[Office]:
    """Open an office whose HR decided against points."""
    async with office_at(database_file, studio, points_used=False) as opened:
        yield opened


@pytest.fixture
async def desk(office: Office) -> int:
    """Give a team."""
    return await office.programme.team("Desk")


@pytest.fixture
async def ana(office: Office, desk: int) -> Someone:
    """Give a member of the team."""
    return await office.member("Ana", desk)


@pytest.fixture
async def hanna(office: Office) -> Someone:
    """Give the HR person."""
    return await office.hanna()
