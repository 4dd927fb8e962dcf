"""Drawing off the event loop: one helper process, started with the first picture."""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

import structlog

from bot.charts.block import BlockPicture, draw_block
from bot.charts.blocks import BlocksPicture, draw_blocks
from bot.charts.moment import MomentPicture, draw_moment
from bot.charts.own_history import HistoryPicture, draw_history
from bot.charts.team_points import TeamPicture, draw_team_points
from bot.logs import kind_of

log = structlog.get_logger()

KEPT = 128
Picture = TypeVar("Picture")


class Pictures:
    """Draws in a process of its own, since drawing holds the interpreter's lock."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    async def team_points(self, picture: TeamPicture) -> bytes | None:
        """Return the PNG of a team's points."""
        return await self._drawn(draw_team_points, picture)

    async def moment(self, picture: MomentPicture) -> bytes | None:
        """Return the PNG of what just happened to a team."""
        return await self._drawn(draw_moment, picture)

    async def block(self, picture: BlockPicture) -> bytes | None:
        """Return the PNG of a group's results of a block."""
        return await self._drawn(draw_block, picture)

    async def blocks(self, picture: BlocksPicture) -> bytes | None:
        """Return the PNG of a group's last blocks side by side."""
        return await self._drawn(draw_blocks, picture)

    async def own_history(self, picture: HistoryPicture) -> bytes | None:
        """Return the PNG of somebody's own answers; nothing of it is kept."""
        return await self._run(draw_history, picture)

    async def _drawn(self, draw: Callable[[Picture], bytes], picture: Picture) -> bytes | None:
        """Draw it, unless the very same was drawn lately."""
        name = repr(picture)
        if name not in self._kept:
            drawn = await self._run(draw, picture)
            if drawn is None:
                return None
            self._kept[name] = drawn
        self._kept.move_to_end(name)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return self._kept[name]

    async def _run(self, draw: Callable[[Picture], bytes], picture: Picture) -> bytes | None:
        """Draw it; None if it cannot be drawn, for the words below it say the same."""
        try:
            return await self._renewed(draw, picture)
        except Exception as error:  # noqa: BLE001 - whoever asked gets the words at least
            log.warning("no picture", drawing=draw.__name__, kind=kind_of(error))
            return None

    async def _renewed(self, draw: Callable[[Picture], bytes], picture: Picture) -> bytes:
        """Draw it, by another helper where the one at hand was killed."""
        helper = self._helper()
        try:
            return await self._drawn_by(helper, draw, picture)
        except BrokenProcessPool:
            if self._pool is helper:
                self.close()
            return await self._drawn_by(self._helper(), draw, picture)

    async def _drawn_by(
        self, helper: ProcessPoolExecutor, draw: Callable[[Picture], bytes], picture: Picture
    ) -> bytes:
        return await asyncio.get_running_loop().run_in_executor(helper, draw, picture)

    def _helper(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                max_workers=1,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_begin_to_help,
            )
        return self._pool

    def close(self) -> None:
        """End the helper process."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _begin_to_help() -> None:
    """Leave Ctrl-C to the bot, for it goes to all processes of a terminal; end when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_bot, daemon=True).start()


def _end_with_the_bot() -> None:
    """Outlive not even a bot that was killed; the pool itself would wait for work for ever."""
    bot = multiprocessing.parent_process()
    if bot is not None:
        bot.join()
        os._exit(0)
