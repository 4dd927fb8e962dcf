"""What is logged never holds the token, whoever logs it."""

import subprocess
import sys

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
