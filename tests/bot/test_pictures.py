"""The helper process that draws: it ends with the bot, however the bot ends."""

import asyncio
import contextlib
import os
import sys
from pathlib import Path

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
    await bot.wait()


async def test_the_helper_ends_when_it_is_closed(tmp_path: Path) -> None:
    bot, helper = await drawing(tmp_path, CLOSED)
    assert await bot.wait() == 0
    assert await gone(helper)
