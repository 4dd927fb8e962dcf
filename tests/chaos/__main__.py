"""`python -m tests.chaos`: all runs in their full length; exit code 1 when a promise is broken."""

import argparse
import asyncio
import sys
import time

from rich.console import Console
from rich.table import Table

from tests.chaos.runs import LONG, RUNS, SHORT, Outcome, conduct

LONGEST = 12 * 60  # seconds for all runs together
TOLD = 3  # breaches of one promise in one run that are told


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true", help="few people, few kills")
    parser.add_argument("--only", choices=[run.name for run in RUNS], help="one run only")
    wanted = parser.parse_args()
    console, size = Console(width=160), SHORT if wanted.short else LONG
    outcomes, end = [], time.monotonic() + LONGEST
    for run in RUNS:
        if wanted.only in (None, run.name):
            outcome = asyncio.run(conduct(run, size, wanted.seed, end - time.monotonic()))
            outcomes.append(outcome)
    console.print(_table(outcomes))
    for outcome in outcomes:
        for promise, lines in outcome.broken.items():
            for line in lines[:TOLD]:
                console.print(f"{outcome.name}: broken: {promise}: {line}", markup=False)
    return int(any(outcome.breaches for outcome in outcomes))


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
