"""`python -m tests.chaos`: all runs in their full length; exit code 1 when a promise is broken."""

import argparse
import asyncio
import sys
import time
from collections.abc import Mapping

from rich.console import Console
from rich.table import Table

from tests.chaos.bursts import Burst, Pressed, burst, pressed
from tests.chaos.installed import INSTALLED
from tests.chaos.runs import LONG, RUNS, SHORT, Outcome, conduct

LONGEST = 20 * 60  # seconds for all runs together
BURSTS, EDITS = "bursts", "lost edits"
TOLD = 3  # breaches of one promise in one run that are told


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true", help="few people, few kills")
    parser.add_argument(
        "--only",
        choices=[*(run.name for run in RUNS), *INSTALLED, BURSTS, EDITS],
        help="one run only",
    )
    wanted = parser.parse_args()
    console, size = Console(width=160), SHORT if wanted.short else LONG
    outcomes, end = [], time.monotonic() + LONGEST
    for run in RUNS:
        if wanted.only in (None, run.name):
            outcome = asyncio.run(conduct(run, size, wanted.seed, end - time.monotonic()))
            outcomes.append(outcome)
    for name, installed in INSTALLED.items():
        if wanted.only in (None, name):
            outcomes.append(asyncio.run(installed(size, wanted.seed)))
    console.print(_table(outcomes))
    lost = 0
    if wanted.only in (None, BURSTS):
        found = asyncio.run(burst(*((60, 3) if wanted.short else (150, 20)), wanted.seed))
        lost += found.lost
        console.print(_bursts(found))
    if wanted.only in (None, EDITS):
        seen = asyncio.run(pressed(*((20, 2) if wanted.short else (150, 5)), wanted.seed))
        lost += seen.nothing
        console.print(_pressed(seen))
    for outcome in outcomes:
        for promise, lines in outcome.broken.items():
            for line in lines[:TOLD]:
                console.print(f"{outcome.name}: broken: {promise}: {line}", markup=False)
    return int(any(outcome.breaches for outcome in outcomes) or lost > 0)


def _numbers(title: str, numbers: Mapping[str, float]) -> Table:
    table = Table("", title)
    for name, number in numbers.items():
        table.add_row(name, str(number))
    return table


def _pressed(found: Pressed) -> Table:
    numbers = {
        "people": found.people,
        "calls that went wrong": found.faults,
        "commands": found.commands,
        "presses": found.presses,
        "  without any answer": found.nothing,
    }
    return _numbers(EDITS, numbers)


def _bursts(found: Burst) -> Table:
    numbers = {
        "people": found.people,
        "kill -9": found.kills,
        "commands": found.asked,
        "  without an answer": found.lost,
        "  answered twice": found.twice,
        "seconds until all are answered, at most": round(found.slowest, 1),
    }
    return _numbers(BURSTS, numbers)


def _table(outcomes: list[Outcome]) -> Table:
    table = Table("", *(outcome.name for outcome in outcomes))
    lines = {
        "people": [o.people for o in outcomes],
        "kill -9": [o.kills for o in outcomes],
        "  while it was sending": [o.while_sending for o in outcomes],
        "calls of the Bot API": [o.calls for o in outcomes],
        "calls that went wrong": [o.faults for o in outcomes],
        "answers acknowledged": [o.acknowledged for o in outcomes],
        "deliveries": [o.states.total() for o in outcomes],
    }
    for state in sorted({state for o in outcomes for state in o.states}):
        lines[f"  {state}"] = [o.states[state] for o in outcomes]
    lines |= {
        "messages that arrived twice": [o.doubled for o in outcomes],
        "  in flight at the kills": [o.in_flight for o in outcomes],
        "  whose answer was lost": [o.unanswered for o in outcomes],
        "entries in the ledger": [o.ledger for o in outcomes],
    }
    for promise in list(dict.fromkeys(promise for o in outcomes for promise in o.broken)):
        lines[f"broken: {promise}"] = [len(o.broken.get(promise, ())) for o in outcomes]
    lines |= {
        "seconds": [round(o.seconds) for o in outcomes],
    }
    for name, numbers in lines.items():
        table.add_row(name, *map(str, numbers))
    return table


if __name__ == "__main__":
    sys.exit(main())
