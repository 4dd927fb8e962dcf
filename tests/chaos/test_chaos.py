"""The fault runs in short: few people, few kills; `make chaos` runs them in full."""

import asyncio
from pathlib import Path

import pytest

from tests.chaos import runs
from tests.chaos.runs import RUNS, SHORT, conduct
from tests.forked import Forker


async def test_no_promise_is_broken(forker: Forker) -> None:
    """All at once, for in each of them there is much waiting."""
    all_runs = [conduct(run, SHORT, seed=1, limit=240, forker=forker) for run in RUNS]
    outcomes = await asyncio.gather(*all_runs)
    assert [line for outcome in outcomes for line in outcome.breaches] == []
    assert all(outcome.acknowledged > SHORT.people for outcome in outcomes)


async def test_a_run_that_fails_keeps_what_is_needed_to_play_it_again(
    forker: Forker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "ARTEFACTS", tmp_path)
    outcome = await conduct(RUNS[1], SHORT, seed=7, limit=4, forker=forker)
    assert outcome.breaches
    (kept,) = tmp_path.iterdir()  # noqa: ASYNC240 - nobody waits
    assert {"town.db", "bot.log", "replay.txt"} <= {path.name for path in kept.iterdir()}
    assert "--only 'faults' --seed 7 --short" in (kept / "replay.txt").read_text()
