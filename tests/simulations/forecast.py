"""From how many people a theme was hidden, beside the forecast: teams whose members answer or not.

Everybody answers with a likelihood of their own, some nearly always and some hardly ever, drawn
once and kept for a year; on the average it is the share that the forecast was asked for.
"""

import random
from collections.abc import Sequence

from coaching.rules.confidentiality import Node, Thresholds, forms
from coaching.rules.small_teams import TeamSize, Together, people_in
from coaching.rules.team_groups import SHARES, seeing_nothing

BLOCKS_IN_YEAR = 12


def alike(number: int, people: int, in_unit: int) -> Sequence[Together]:
    """Return teams of one size, so many of them in each unit."""
    return [(TeamSize(n, n // in_unit, people),) for n in range(number)]


def mixed(seed: int, number: int, least: int, most: int) -> Sequence[Together]:
    """Return teams of several sizes in units of two to five."""
    lot = random.Random(seed)
    unit, left, leaves = 0, 0, []
    for n in range(number):
        if left == 0:
            unit, left = unit + 1, lot.randint(2, 5)
        left -= 1
        leaves.append((TeamSize(n, unit, lot.randint(least, most)),))
    return leaves


ORGANISATIONS = {
    "12 teams of 6": alike(12, 6, 4),
    "12 teams of 7": alike(12, 7, 4),
    "12 teams of 8": alike(12, 8, 4),
    "12 teams of 9": alike(12, 9, 4),
    "12 teams of 12": alike(12, 12, 4),
    "3 teams of 8": alike(3, 8, 3),
    "12 teams of 8, each a unit": alike(12, 8, 1),
    "20 teams of 4 to 18": mixed(1, 20, 4, 18),
    "60 teams of 5 to 12": mixed(2, 60, 5, 12),
}


def forecast_and_came(leaves: Sequence[Together], of_ten: int, years: int) -> tuple[float, float]:
    """Return the share of people who were forecast to see nothing, and of those who did not."""
    everybody = sum(people_in(leaf) for leaf in leaves)
    lot = random.Random(f"{len(leaves)} {everybody} {of_ten}")
    came = 0.0
    for _ in range(years):
        eager = [[_eagerness(lot, of_ten / 10) for _ in range(people_in(leaf))] for leaf in leaves]
        for _ in range(BLOCKS_IN_YEAR):
            answering = [sum(lot.random() < each for each in team) for team in eager]
            came += _hidden(leaves, answering) / everybody
    told = seeing_nothing(leaves, of_ten, Thresholds()) / everybody
    return told, came / (years * BLOCKS_IN_YEAR)


def main() -> None:
    """Print the table."""
    heads = (f"{of_ten} of 10: forecast | came" for of_ten in SHARES)
    print(f"| organisation | {' | '.join(heads)} |")
    print("|---|" + "---|---|" * len(SHARES))
    for name, leaves in ORGANISATIONS.items():
        cells = [
            f"{100 * share:.0f} %"
            for of_ten in SHARES
            for share in forecast_and_came(leaves, of_ten, 100)
        ]
        print(f"| {name} | {' | '.join(cells)} |")


def _eagerness(lot: random.Random, share: float) -> float:
    return lot.betavariate(4 * share, 4 * (1 - share))


def _hidden(leaves: Sequence[Together], answering: Sequence[int]) -> int:
    """Return how many people see nothing, by the rules that publish."""
    units = sorted({leaf[0].unit_id for leaf in leaves})
    first, whole = len(leaves), len(leaves) + len(units)
    number = {unit: first + n for n, unit in enumerate(units)}
    of_unit = dict.fromkeys(units, 0)
    nodes = []
    for n, (leaf, people) in enumerate(zip(leaves, answering, strict=True)):
        of_unit[leaf[0].unit_id] += people
        nodes.append(Node(n, number[leaf[0].unit_id], people))
    nodes += [Node(number[unit], whole, people) for unit, people in of_unit.items()]
    shown = forms([*nodes, Node(whole, None, sum(answering))])
    return sum(people_in(leaf) for n, leaf in enumerate(leaves) if n not in shown)


if __name__ == "__main__":
    main()
