"""Whom the comparison calls below or above: teams that are all alike, and teams that differ.

Each team of an organisation gets a published figure in two blocks that follow one another.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from coaching.rules.comparison import Comparison, Figure, compared
from tests.simulations.answers import Form, block, form

SIZES = {
    "12": range(12, 13),
    "18": range(18, 19),
    "30": range(30, 31),
    "10-19": range(10, 20),
    "10-60": range(10, 61, 5),
}
TEAMS = (6, 8, 12, 30)
Labels = Sequence[Comparison]
LEVELS = (2.5, 3.3, 4.2)
SPREADS = (0.6, 0.85, 1.3)
DIFFERENCES = 0.3  # the standard deviation of the teams' true means


@dataclass
class Tally:
    """How many labels there were, and what became of them."""

    teams: int = 0
    flagged: int = 0
    right: int = 0
    again: int = 0
    blocks: int = 0
    with_a_flag: int = 0

    def note(self, true: Sequence[float], first: Labels, second: Labels) -> None:
        """Count the labels of one block, with those of the next."""
        self.blocks += 1
        self.with_a_flag += any(label is not Comparison.WITHIN for label in first)
        for team, label in enumerate(first):
            self.teams += 1
            if label is not Comparison.WITHIN:
                self.flagged += 1
                self.again += second[team] is label
                self.right += label is _truly(true, team)


def blocks_of(
    lot: random.Random, level: float, spread: float, teams: int, people: range, differ: float
) -> tuple[list[float], Labels, Labels]:
    """Return the true means of teams and their labels in two blocks."""
    forms = [_near(lot.gauss(level, differ) if differ else level, spread) for _ in range(teams)]
    sizes = [range(n, n + 1) for n in lot.choices(people, k=teams)]
    labels = []
    for _ in range(2):
        drawn = [block(of, n).draw(lot, 1)[0] for of, n in zip(forms, sizes, strict=True)]
        figures = {team: Figure(each.tenths, each.people) for team, each in enumerate(drawn)}
        found = compared(figures)
        labels.append([found.get(team, Comparison.WITHIN) for team in range(teams)])
    return [of.mean for of in forms], labels[0], labels[1]


def tallied(people: range, differ: float, runs: int, teams: Sequence[int] = TEAMS) -> Tally:
    """Return what becomes of labels over all levels and spreads."""
    tally = Tally()
    for number in teams:
        lot = random.Random(f"{people} {differ} {number}")
        for level in LEVELS:
            for spread in SPREADS:
                for _ in range(runs):
                    tally.note(*blocks_of(lot, level, spread, number, people, differ))
    return tally


def main() -> None:
    """Print the table."""
    print(
        "| answers a team | alike: flagged | again | blocks with a flag"
        " | differ by 0.3: flagged | right | again |"
    )
    print("|---|---|---|---|---|---|---|")
    for name, people in SIZES.items():
        alike, differ = tallied(people, 0, 60), tallied(people, DIFFERENCES, 60)
        cells = (
            alike.flagged / alike.teams,
            alike.again / max(alike.flagged, 1),
            alike.with_a_flag / alike.blocks,
            differ.flagged / differ.teams,
            differ.right / differ.flagged,
            differ.again / differ.flagged,
        )
        print(f"| {name} | {' | '.join(f'{100 * cell:.1f} %' for cell in cells)} |")


def _near(level: float, spread: float) -> Form:
    """Return the form whose mean is nearest, on a grid, with as much spread as it can have."""
    mean = min(max(round(level * 20) / 20, 1.4), 4.6)
    found = None
    while found is None:
        found, spread = form(mean, round(spread, 2)), spread - 0.05
    return found


def _truly(true: Sequence[float], team: int) -> Comparison:
    others = [mean for number, mean in enumerate(true) if number != team]
    low, _, high = quantiles(others, n=4, method="inclusive")
    if true[team] < low:
        return Comparison.BELOW
    return Comparison.ABOVE if true[team] > high else Comparison.WITHIN


if __name__ == "__main__":
    main()
