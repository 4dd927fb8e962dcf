"""The one source of "now" for the bot, so that nothing else asks the computer for the time."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What tells the time, and tells its listeners when the time was set by hand."""

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""
        ...

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call the listener whenever the clock was set to another time."""
        ...


class SystemClock:
    """The computer's own clock; nobody sets it from here, so its listeners are never called."""

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""
        return datetime.now(UTC)

    def on_change(self, listener: Callable[[], None]) -> None:
        """Accept a listener that this clock never needs to call."""
