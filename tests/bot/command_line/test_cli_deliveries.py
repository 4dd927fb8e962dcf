"""`cxcoach deliveries`: the account on the terminal, and an exit code that tells of the lost."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from coaching.people import preferences
from coaching.rules.calendar import Weekday
from storage.database import Database
from tests.bot.command_line.conftest import Installation
from tests.organisation import Programme, founded


@pytest.fixture
async def busy(installation: Installation, migrated_file: Path) -> Installation:
    """Give an installation whose programme began three weeks ago and sent a prompt to six."""
    shutil.copy(migrated_file, installation.database)
    database = Database(f"sqlite:///{installation.database}")
    programme = await founded(database, now=SystemClock().now() - timedelta(weeks=3))
    await a_week(programme)
    await database.close()
    return installation


async def a_week(programme: Programme) -> None:
    people = await programme.join(await programme.team("Desk"), *"ABCDEF")
    await preferences.pause(programme.database, people[0], programme.now)
    programme.is_now(1, Weekday.MON, "12:00")
    await programme.deliver()
    programme.is_now(1, Weekday.TUE, "09:30")
    await programme.deliver()


async def test_it_prints_the_account_and_that_it_adds_up(busy: Installation) -> None:
    said = await busy.anew.runs("deliveries")
    assert said.code == 0, said
    assert "Traceback" not in said.err
    heading, newest, *_ = said.out.splitlines()
    assert heading.split() == ["Day", "Message", "For", "What", "became", "of", "them", "Together"]
    assert newest.split()[1:5] == ["Prompt", "6", "5:", "sent,"]
    assert newest.split()[-1] == "6"
    assert "1: left out (on a break)" in said.out
    assert said.out.splitlines()[-1].startswith("Everything adds up: ")


async def test_it_looks_back_as_far_as_it_is_told(busy: Installation) -> None:
    said = await busy.runs("deliveries", "--weeks", "1")
    assert said.code == 0, said
    assert said.out.splitlines()[-1] == "Everything adds up: 0 lines for 0 messages."


async def test_somebody_who_got_lost_gives_exit_code_1(busy: Installation) -> None:
    with closing(sqlite3.connect(busy.database)) as database, database:
        database.execute("UPDATE occurrence SET audience = 7 WHERE audience = 6")
    said = await busy.runs("deliveries")
    assert said.code == 1
    assert "(WRONG)" in said.out
    assert "DO NOT ADD UP" in said.out.splitlines()[-1]


async def test_without_a_programme_it_says_what_to_do(installation: Installation) -> None:
    said = await installation.runs("deliveries")
    assert "Run `cxcoach init` here" in said.complaint


@pytest.mark.parametrize("weeks", ["0", "-1", "521", "many"])
async def test_weeks_that_cannot_be_get_a_usage_line(busy: Installation, weeks: str) -> None:
    said = await busy.runs("deliveries", "--weeks", weeks)
    assert said.code == 2
    assert "Usage: cxcoach deliveries" in said.err
