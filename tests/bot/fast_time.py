"""An event loop whose time jumps to whatever happens next, so that tests need not wait."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import ParamSpec

P = ParamSpec("P")


class _Jumping(selectors.SelectSelector):
    """Instead of waiting for a timeout, it lets the time pass."""

    now = 1000.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("everybody waits and nothing will ever happen")
        self.now += timeout
        return super().select(0)


class _FastLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.jumping = _Jumping()
        super().__init__(self.jumping)

    def time(self) -> float:
        return self.jumping.now


def in_fast_time(test: Callable[P, Coroutine[None, None, None]]) -> Callable[P, None]:
    """Run an asynchronous test in a loop that never waits."""

    @wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        with asyncio.Runner(loop_factory=_FastLoop) as runner:
            runner.run(test(*args, **kwargs))

    return run


def stall(seconds: float) -> None:
    """Let time pass in which nothing runs."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, _FastLoop)
    loop.jumping.now += seconds


def now() -> float:
    """Return the loop's time."""
    return asyncio.get_running_loop().time()
