"""The fault runs in short: few people, few kills; `make chaos` runs them in full."""

import asyncio

from tests.chaos.runs import RUNS, SHORT, conduct
from tests.forked import Forker


async def test_no_promise_is_broken(forker: Forker) -> None:
    """All at once, for in each of them there is much waiting."""
    runs = [conduct(run, SHORT, seed=1, limit=240, forker=forker) for run in RUNS]
    outcomes = await asyncio.gather(*runs)
    assert [line for outcome in outcomes for line in outcome.breaches] == []
    assert all(outcome.acknowledged > SHORT.people for outcome in outcomes)
