"""Drawing off the event loop: one helper process, started with the first picture."""

import asyncio
import multiprocessing
import signal
from collections import OrderedDict
from concurrent.futures import ProcessPoolExecutor

from bot.charts import TeamPicture, draw_team_points

KEPT = 128


class Pictures:
    """Draws in a process of its own, since drawing holds the interpreter's lock."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    async def team_points(self, picture: TeamPicture) -> bytes:
        """Return the PNG of a team's points."""
        name = repr(picture)
        if name not in self._kept:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    max_workers=1,
                    mp_context=multiprocessing.get_context("spawn"),
                    # Ctrl-C goes to all processes of a terminal; ending this one is our task.
                    initializer=signal.signal,
                    initargs=(signal.SIGINT, signal.SIG_IGN),
                )
            loop = asyncio.get_running_loop()
            self._kept[name] = await loop.run_in_executor(self._pool, draw_team_points, picture)
        self._kept.move_to_end(name)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return self._kept[name]

    def close(self) -> None:
        """End the helper process."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
