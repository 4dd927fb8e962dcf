"""The helper process that draws: it ends with the bot, however the bot ends."""

import asyncio
import contextlib
import multiprocessing
import os
import sys
from dataclasses import replace
from pathlib import Path

from structlog.testing import capture_logs

from bot.charts.team_points import LevelMark
from bot.pictures import Pictures
from tests.bot.test_charts import picture

DRAWS = """
import asyncio, multiprocessing
from bot.pictures import Pictures
from tests.bot.test_charts import picture

async def main():
    pictures = Pictures()
    await pictures.team_points(picture())
    (helper,) = multiprocessing.active_children()
    print(helper.pid, flush=True)
    {end}

if __name__ == "__main__":
    asyncio.run(main())
"""
LONGEST = 20  # seconds
KILLED = "await asyncio.sleep(600)"
CLOSED = "pictures.close()"


def is_alive(pid: int) -> bool:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, 0)
        return not Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].startswith(" Z")
    return False


async def gone(pid: int) -> bool:
    async with asyncio.timeout(LONGEST):
        while is_alive(pid):  # noqa: ASYNC110 - another process tells us nothing
            await asyncio.sleep(0.05)
    return True


async def drawing(tmp_path: Path, end: str) -> tuple[asyncio.subprocess.Process, int]:
    """Start a process that draws a picture, and return it with its helper's id."""
    script = tmp_path / "draws.py"
    script.write_text(DRAWS.replace("{end}", end))
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        script,
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    return process, int(await process.stdout.readline())


async def test_the_helper_does_not_outlive_a_bot_that_was_killed(tmp_path: Path) -> None:
    bot, helper = await drawing(tmp_path, KILLED)
    assert is_alive(helper)
    bot.kill()
    assert await gone(helper)
    await bot.communicate()


async def test_the_helper_ends_when_it_is_closed(tmp_path: Path) -> None:
    bot, helper = await drawing(tmp_path, CLOSED)
    await bot.communicate()
    assert bot.returncode == 0
    assert await gone(helper)


async def test_a_helper_that_was_killed_is_renewed_at_once() -> None:
    before = set(multiprocessing.active_children())
    pictures = Pictures()
    try:
        first = await pictures.team_points(picture())
        (helper,) = set(multiprocessing.active_children()) - before
        helper.kill()
        await asyncio.to_thread(helper.join)
        pictures._kept.clear()
        found = await asyncio.gather(*(pictures.team_points(picture()) for _ in range(3)))
    finally:
        pictures.close()
    assert found == [first] * 3


async def test_what_cannot_be_drawn_leaves_the_words() -> None:
    cannot = replace(picture(), levels=[LevelMark("Start", 0, reached=False, words="")], total=0)
    pictures = Pictures()
    try:
        with capture_logs() as logged:
            assert await pictures.team_points(cannot) is None
        assert await pictures.team_points(picture()) is not None
    finally:
        pictures.close()
    assert logged == [
        {
            "event": "no picture",
            "drawing": "draw_team_points",
            "kind": "ZeroDivisionError",
            "log_level": "warning",
        }
    ]
