"""What time it is at the Bot API server, as its answers tell it by the way."""

import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime


class ServerTime:
    """The `Date` of the newest answer; how long ago that was, no clock can change.

    `ahead` is by how much it is known to be wrong.
    """

    def __init__(self) -> None:
        self.ahead = timedelta(0)
        self._date = ""
        self._heard_at = 0.0

    def heard(self, date: str | None) -> None:
        """Remember the `Date` of an answer; one without it tells nothing."""
        if date:
            self._date, self._heard_at = date, time.monotonic()

    def now(self) -> datetime | None:
        """Return what time it must be there by now, None if no answer has told it."""
        since = timedelta(seconds=time.monotonic() - self._heard_at) - self.ahead
        try:
            told = parsedate_to_datetime(self._date)
            return (told if told.tzinfo else told.replace(tzinfo=UTC)) + since
        except (ValueError, OverflowError):  # no date at all, or the end of time
            return None
