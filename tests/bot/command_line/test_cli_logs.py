"""What is logged never holds the token, whoever logs it, and names an error by its kind."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from bot.logs import kind_of
from storage.database import Database
from tests.bot.command_line.conftest import SECRET, TOKEN

LOGGING = """
import logging, os, urllib.parse
import structlog
from bot.logs import set_up_logs

token = os.environ["TOKEN"]
set_up_logs("debug", token)
quoted = urllib.parse.quote(token, safe="")
structlog.get_logger().debug("asked", url=f"/bot{token}/getMe", quoted=quoted, all=[token])
try:
    raise ValueError(token)
except ValueError:
    logging.getLogger("telegram").exception("refused: %s", token)
    logging.getLogger("somebody").warning("refused: %s", token)
"""


def test_the_token_is_struck_out_of_every_line() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LOGGING],
        env={"TOKEN": TOKEN},
        capture_output=True,
        text=True,
        check=True,
    )
    ours, from_telegram, from_somebody = ran.stdout.splitlines()
    assert SECRET not in ran.stdout + ran.stderr
    assert "event=asked" in ours
    assert "getMe" in ours
    assert from_telegram.startswith("ERROR telegram")
    assert from_telegram.endswith("ValueError")
    assert from_somebody.startswith("WARNING somebody")


async def test_a_full_disk_has_its_name_in_the_log(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'full.db'}")
    full = "PRAGMA max_page_count=2", "CREATE TABLE heap AS SELECT zeroblob(9000)"
    with pytest.raises(DBAPIError) as failure:
        await _carry_out(database, *full)
    await database.close()
    assert kind_of(failure.value) == "OperationalError:SQLITE_FULL"


async def test_an_error_of_any_database_has_its_name_in_the_log(database: Database) -> None:
    with pytest.raises(DBAPIError) as failure:
        await _carry_out(database, "SELECT * FROM nothing")
    assert kind_of(failure.value) in {"ProgrammingError:42P01", "OperationalError:SQLITE_ERROR"}
    assert kind_of(ValueError("a text")) == "ValueError"


async def _carry_out(database: Database, *statements: str) -> None:
    async with database.connect(write=True) as connection:
        for statement in statements:
            await connection.exec_driver_sql(statement)
