"""How often a run chart tells of a shift: where nothing changes, and where something does.

Every series is looked at with each block from the twelfth to the 24th, on what is published.
Beside the rule stand the run rules of Anhøj and Olesen (2014), which it replaced.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from math import comb, log2
from statistics import mean, median

from coaching.rules.run_charts import LEAST_POINTS, Trend, trend
from tests.simulations.answers import Form, Published, block, form

BLOCKS = 24
MEANS = (1.8, 2.2, 2.75, 3.3, 3.5, 4.0, 4.25, 4.6)
SPREADS = (0.6, 0.85, 1.3)
DIMENSIONS = 6
Plan = Sequence[range]


def steady(*people: int) -> Plan:
    """Let as many answer in each block, or any number of a range."""
    return [range(*people) if people[1:] else range(people[0], people[0] + 1)] * BLOCKS


def turning(before: int, after: int) -> Plan:
    """Let so many answer in the first year, and so many in the second."""
    return [range(n, n + 1) for n in (before, after) for _ in range(BLOCKS // 2)]


PLANS: Mapping[str, Plan] = {
    "12": steady(12),
    "18": steady(18),
    "22": steady(22),
    "30": steady(30),
    "45": steady(45),
    "10-19 (mixed)": steady(10, 20),
    "15-24 (mixed)": steady(15, 25),
    "10-45 (mixed)": steady(10, 46, 5),
    "12, then 24": turning(12, 24),
    "24, then 12": turning(24, 12),
    "19, then 45": turning(19, 45),
}
CHANGES = ((3.3, 3.8), (3.3, 2.8), (4.2, 3.7), (4.6, 4.1), (3.3, 4.1))
Rule = Callable[[Sequence[Published]], int]


def series(
    lot: random.Random, forms: Sequence[Form], plan: Plan, runs: int
) -> Iterator[tuple[Published, ...]]:
    """Draw series of figures, one form and one range of numbers of answers for each block."""
    drawn = [block(of, people).draw(lot, runs) for of, people in zip(forms, plan, strict=True)]
    return zip(*drawn, strict=True)


def ours(figures: Sequence[Published]) -> int:
    """Return 1 for a shift up, -1 for one down, else 0."""
    return {Trend.UP: 1, Trend.DOWN: -1}.get(trend([figure.stretch for figure in figures]), 0)


def anhoej(figures: Sequence[Published]) -> int:
    """Return the same by the longest run on a side of the median, and the crossings of it."""
    points = [figure.tenths for figure in figures]
    middle = median(points)
    useful = [point > middle for point in points if point != middle]
    if len(useful) < 10:
        return 0
    runs = [len(list(run)) for _, run in groupby(useful)]
    pairs = len(useful) - 1
    rare = next(
        c for c in range(pairs) if sum(comb(pairs, n) for n in range(c + 1)) >= 0.05 * 2**pairs
    )
    if max(runs) <= round(log2(len(useful)) + 3) and len(runs) - 1 >= rare:
        return 0
    newer = useful[len(useful) // 2 :]
    if sum(newer) * 3 >= len(newer) * 2:
        return 1
    return -1 if sum(newer) * 3 <= len(newer) else 0


def signals(figures: Sequence[Published], rule: Rule, towards: int | None = None) -> bool:
    """Tell whether any look from block 12 to 24 shows a shift (towards a side)."""
    found = (rule(figures[:seen]) for seen in range(LEAST_POINTS, BLOCKS + 1))
    return any(each == towards if towards else each for each in found)


def false_alarms(plan: Plan, runs: int, rule: Rule = ours) -> dict[tuple[float, float], float]:
    """Return the share of unchanged series with any shift, by the mean and spread of answers."""
    found = {}
    for about in ((m, s) for m in MEANS for s in SPREADS):
        of = form(*about)
        if of is not None:
            lot = random.Random(f"{about} {plan}")
            told = sum(signals(each, rule) for each in series(lot, [of] * BLOCKS, plan, runs))
            found[about] = told / runs
    return found


def in_a_third_year(plan: Plan, runs: int) -> float:
    """Return how often unchanged series show a shift in the year after, in their last 24."""
    told = number = 0
    for of in (form(level, spread) for level in MEANS for spread in SPREADS):
        if of is not None:
            lot, longer = random.Random(f"{of} {plan}"), [*plan, *plan[: BLOCKS // 2]]
            for each in series(lot, [of] * len(longer), longer, runs):
                seen = range(BLOCKS + 1, len(longer) + 1)
                told += any(ours(each[now - BLOCKS : now]) for now in seen)
                number += 1
    return told / number


def power(plan: Plan, before: float, after: float, spread: float, runs: int) -> float | None:
    """Return the share of series with a change after twelve blocks in which it is told."""
    forms = [form(level, spread) for level in (before, after)]
    if forms[0] is None or forms[1] is None:
        return None
    each_block = [of for of in forms if of for _ in range(BLOCKS // 2)]
    lot = random.Random(f"{before} {after} {spread} {plan}")
    side = 1 if after > before else -1
    return sum(signals(each, ours, side) for each in series(lot, each_block, plan, runs)) / runs


def main() -> None:
    """Print both tables."""
    print(
        "| answers a block | any false shift | at worst | in any of six | in a third year"
        " | before: Anhøj | at worst |"
    )
    print("|---|---|---|---|---|---|---|")
    for name, plan in PLANS.items():
        alarms = false_alarms(plan, 400).values()
        others = false_alarms(plan, 40, anhoej).values()
        family = mean(1 - (1 - share) ** DIMENSIONS for share in alarms)
        later = in_a_third_year(plan, 50) if len(set(plan)) == 1 else None
        print(_row(name, mean(alarms), max(alarms), family, later, mean(others), max(others)))
    print()
    changes = [f"{before} to {after}" for before, after in CHANGES]
    print(f"| answers a block, spread | {' | '.join(changes)} |")
    print("|---|" + "---|" * len(CHANGES))
    for name in ("12", "18", "22", "30", "45", "10-45 (mixed)"):
        for spread in (0.85, 1.3):
            found = [power(PLANS[name], *change, spread, 400) for change in CHANGES]
            print(_row(f"{name}, {spread}", *found))


def _row(name: str, *shares: float | None) -> str:
    cells = ["–" if share is None else f"{100 * share:.1f} %" for share in shares]
    return f"| {name} | {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
