"""The bursts in short; `make chaos` plays them in full."""

from tests.chaos.bursts import burst, pressed
from tests.forked import Forker


async def test_nobody_who_asked_is_left_without_an_answer(forker: Forker) -> None:
    outcome = await burst(people=60, kills=3, seed=2, forker=forker)
    assert outcome.lost == 0
    assert outcome.twice <= 100 * outcome.kills, "only what Telegram gives at once may come twice"


async def test_everything_pressed_is_answered_or_says_that_it_will_be(forker: Forker) -> None:
    outcome = await pressed(people=20, times=2, seed=2, forker=forker)
    assert outcome.presses > 20
    assert outcome.faults > 15
    assert outcome.nothing == 0
