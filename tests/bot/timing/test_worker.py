"""A worker: what hangs is said, given up and begun anew, and never holds up the end."""

import asyncio
import time

import pytest
from structlog.testing import capture_logs

from bot.timing import worker
from bot.timing.worker import Worker, sign_of_life


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "SAID_AFTER", 0.1)
    monkeypatch.setattr(worker, "GIVEN_UP_AFTER", 0.3)
    monkeypatch.setattr(worker, "FINISHED_WITHIN", 0.3)


async def test_a_round_that_hangs_is_said_and_given_up_and_the_next_one_works(
    impatient: None,
) -> None:
    rounds: list[int] = []

    async def hangs_once() -> None:
        rounds.append(len(rounds))
        if len(rounds) == 1:
            await asyncio.sleep(600)

    hanging = Worker("hanging", hangs_once)
    with capture_logs() as logs:
        hanging.start()
        await hanging.at_rest()
        hanging.wake()
        await hanging.at_rest()
        await hanging.stop()
    assert [(each["event"], each["worker"]) for each in logs] == [
        ("round takes long", "hanging"),
        ("round given up", "hanging"),
    ]
    assert len(rounds) == 2


async def test_a_long_round_that_goes_on_is_left_in_peace(impatient: None) -> None:
    async def goes_on() -> None:
        for _ in range(10):
            await asyncio.sleep(0.05)
            await asyncio.create_task(signs())

    async def signs() -> None:
        sign_of_life()

    with capture_logs() as logs:
        working = Worker("working", goes_on)
        working.start()
        await working.at_rest()
        await working.stop()
    assert logs == []


async def test_an_error_of_the_round_is_not_taken_for_its_end(impatient: None) -> None:
    async def fails() -> None:
        raise TimeoutError

    with capture_logs() as logs:
        failing = Worker("failing", fails)
        failing.start()
        await failing.at_rest()
        await failing.stop()
    assert [(each["event"], each["kind"]) for each in logs] == [("round failed", "TimeoutError")]


async def test_the_end_waits_for_a_round_but_not_for_ever() -> None:
    async def hangs() -> None:
        await asyncio.sleep(600)

    async def takes_a_moment() -> None:
        await asyncio.sleep(0.1)
        done.append(True)

    done: list[bool] = []
    for round_ in (hangs, takes_a_moment):
        working = Worker("working", round_)
        working.start()
        await asyncio.sleep(0)
        begun = time.monotonic()
        await working.stop(within=0.5)
        assert time.monotonic() - begun < 1
    assert done
