"""A clock that a person, a test or the time-lapse winds forward."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class WindableClock:
    """Stands still until it is wound or set running; it never goes backwards."""

    def __init__(self, start: datetime, *, running: bool = False) -> None:
        self._instant = _utc(start)
        self._running_since: float | None = None
        self._listeners: list[Callable[[], None]] = []
        if running:
            self.run()

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""
        if self._running_since is None:
            return self._instant
        return self._instant + timedelta(seconds=time.monotonic() - self._running_since)

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call the listener whenever the clock was wound."""
        self._listeners.append(listener)

    def wind_to(self, instant: datetime) -> None:
        """Set the clock to a later instant; at an earlier one it stays, since time only grows."""
        self._instant = max(_utc(instant), self.now())
        if self._running_since is not None:
            self._running_since = time.monotonic()
        for listener in self._listeners:
            listener()

    def run(self) -> None:
        """From now on, advance with real time as well."""
        self._instant = self.now()
        self._running_since = time.monotonic()


def _utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return instant.astimezone(UTC)
