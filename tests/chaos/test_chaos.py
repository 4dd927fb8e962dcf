"""The fault runs in short: few people, few kills; `make chaos` runs them in full."""

import pytest

from tests.chaos.runs import RUNS, SHORT, Run, conduct


@pytest.mark.parametrize("run", RUNS, ids=[run.name for run in RUNS])
async def test_no_promise_is_broken(run: Run) -> None:
    outcome = await conduct(run, SHORT, seed=1, limit=120)
    assert outcome.breaches == []
    assert outcome.acknowledged > SHORT.people
