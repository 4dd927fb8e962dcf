"""The window: an update is confirmed when it and all before it were dealt with."""

import asyncio
import random

from bot.listening.window import CROWDED, LONGEST, LONGEST_IN_A_CROWD, Window
from tests.bot.fast_time import in_fast_time, now


@in_fast_time
async def test_what_is_open_comes_again_and_is_taken_once() -> None:
    window = Window()
    assert [window.take(number) for number in (7, 8, 9)] == [True] * 3
    assert window.offset() == 7
    window.release(8)
    assert window.offset() == 7
    assert not window.take(8), "it came again, and is not done twice"
    window.release(7)
    assert window.offset() == 9
    window.release(9)
    assert window.offset() == 10
    assert window.number == 0


@in_fast_time
async def test_what_takes_long_is_given_up_sooner_in_a_crowd() -> None:
    window = Window()
    window.take(1)
    await asyncio.sleep(LONGEST - 0.1)
    assert window.offset() == 1
    await asyncio.sleep(0.2)
    assert window.offset() == 2
    for number in range(2, 2 + CROWDED):
        window.take(number)
    await asyncio.sleep(LONGEST_IN_A_CROWD - 0.1)
    assert window.offset() == 2
    await asyncio.sleep(0.2)
    assert window.offset() == 2 + CROWDED


@in_fast_time
async def test_after_a_quiet_week_numbers_may_begin_anew() -> None:
    window = Window()
    window.take(900)
    window.release(900)
    assert window.offset() == 901
    assert window.take(17)
    assert window.offset() == 17
    window.release(17)
    assert window.offset() == 18


@in_fast_time
async def test_progress_waits_for_all_but_not_too_long() -> None:
    window = Window()
    window.take(1)
    begin = now()
    await window.progress(0.5)
    assert now() - begin == 0.5
    asyncio.get_running_loop().call_later(0.1, window.release, 1)
    await window.progress(0.5)
    assert abs(now() - begin - 0.6) < 1e-6


@in_fast_time
async def test_whatever_the_order_nothing_is_confirmed_before_it_is_dealt_with() -> None:
    lot = random.Random(5)
    window, came, done = Window(), 0, set[int]()
    for _ in range(2000):
        if lot.random() < 0.5 and came - len(done) < 70:
            came += 1
            assert window.take(came)
        elif came > len(done):
            number = lot.choice(sorted(set(range(1, came + 1)) - done))
            window.release(number)
            done.add(number)
        confirmed = set(range(1, window.offset()))
        assert confirmed <= done
