from datetime import UTC, datetime, timedelta

import pytest

from bot.sandbox.clock import WindableClock

START = datetime(2026, 3, 28, 22, tzinfo=UTC)


def test_it_stands_still_until_it_is_wound() -> None:
    clock = WindableClock(START)
    heard: list[datetime] = []
    clock.on_change(lambda: heard.append(clock.now()))
    assert clock.now() == START
    clock.wind_to(START + timedelta(days=1))
    assert heard == [clock.now()] == [START + timedelta(days=1)]


def test_it_never_goes_back() -> None:
    clock = WindableClock(START)
    clock.wind_to(START - timedelta(seconds=1))
    assert clock.now() == START


def test_while_it_runs_it_can_be_wound_to_an_instant_that_has_just_passed() -> None:
    clock = WindableClock(START, running=True)
    for _ in range(1000):
        before = clock.now()
        clock.wind_to(before)
        assert clock.now() >= before


def test_an_instant_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        WindableClock(START).wind_to(START.replace(tzinfo=None))


def test_it_can_run_and_still_be_wound() -> None:
    clock = WindableClock(START, running=True)
    first = clock.now()
    while clock.now() == first:
        pass
    clock.wind_to(START + timedelta(days=1))
    assert clock.now() >= START + timedelta(days=1)
