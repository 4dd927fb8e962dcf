"""What time it is at the Bot API server."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.client.server_time import ServerTime

MOMENT = datetime(2026, 1, 12, 6, 30, tzinfo=UTC)


def test_the_newest_answer_counts_and_one_without_a_date_changes_nothing() -> None:
    time = ServerTime()
    assert time.now() is None
    time.heard("Sun, 11 Jan 2026 06:30:00 GMT")
    time.heard("Mon, 12 Jan 2026 06:30:00 GMT")
    time.heard(None)
    told = time.now()
    assert told is not None
    assert MOMENT <= told < MOMENT + timedelta(seconds=5)


@pytest.mark.parametrize(
    "words", ["", "now", "Mon, 12 Jan 99999 06:30:00 GMT", "Mon, 32 Jan 2026"]
)
def test_what_is_no_date_tells_nothing(words: str) -> None:
    time = ServerTime()
    time.heard(words)
    assert time.now() is None


@pytest.mark.parametrize("zone", ["GMT", "-0000", "+0000"])
def test_it_is_in_utc_however_that_is_written(zone: str) -> None:
    time = ServerTime()
    time.heard(f"Mon, 12 Jan 2026 06:30:00 {zone}")
    told = time.now()
    assert told is not None
    assert abs(told - MOMENT) < timedelta(seconds=5)


def test_what_is_known_to_be_wrong_is_taken_off() -> None:
    time = ServerTime()
    time.heard("Mon, 12 Jan 2026 13:30:00 GMT")
    time.ahead = timedelta(hours=7)
    told = time.now()
    assert told is not None
    assert abs(told - MOMENT) < timedelta(seconds=5)
