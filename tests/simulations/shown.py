"""Which share of teams sees what of a block, before and since there is one band over all themes.

Teams of 4 to 12 in units of four, and the weekly look as it is asked: a pair of themes in each of
three weeks, in the fourth what is missing. Run: `python -m tests.simulations.shown`
"""

import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence

from coaching.results.what_is_shown import (
    Belonging,
    GroupKey,
    Valid,
    members_of,
    roster_of,
    what_is_shown,
)
from coaching.rules.confidentiality import Node, Thresholds, forms
from coaching.rules.instrument import FORMS, Dimension, Form, items
from coaching.rules.programme import position
from storage.results import ALL_THEMES, NewResult

SIZES = range(4, 13)
RESPONSES = (40, 50, 60, 70, 80, 90)  # per cent of people in a week
NO_ENCOUNTERS = 0.1  # of the answers
UNITS, TEAMS = 4, 4  # of an organisation, and of a unit
ORGANISATIONS = 25
WEEKS = range(4)
GRADES = range(1, 6)
LEANING = (1, 2, 6, 9, 6)  # how often each grade is given
SEES = ("nothing", "over all", "1-2", "3-5", "all")


def places(sizes: Sequence[Sequence[int]]) -> Belonging:
    """Return an organisation without leads, of units of teams of these sizes."""
    leaf_of: dict[int, GroupKey] = {}
    unit_of: dict[GroupKey, int] = {}
    for unit, teams in enumerate(sizes):
        for size in teams:
            team = GroupKey("team", len(unit_of))
            unit_of[team] = unit
            for _ in range(size):
                leaf_of[len(leaf_of)] = team
    return Belonging(leaf_of, unit_of, frozenset())


def answers(lot: random.Random, everybody: Sequence[int], response: float) -> Valid:
    """Return the valid answers of a block in which everybody answers in so many of the weeks."""
    valid: dict[Dimension, dict[int, int]] = {}
    for number, person in enumerate(everybody):
        for dimension in sorted(answered(lot, FORMS[number % len(FORMS)], response)):
            if lot.random() >= NO_ENCOUNTERS:
                value = lot.choices(GRADES, LEANING)[0]
                valid.setdefault(dimension, {})[person] = value
    return valid


def answered(lot: random.Random, form: Form, response: float) -> set[Dimension]:
    """Return what somebody responds to in a block, in the order in which it is asked."""
    found: set[Dimension] = set()
    for week in WEEKS:
        if lot.random() < response:
            key = str(lot.random())
            found |= set(items(form, position(week), found, key, focus=Dimension.LISTENING))
    return found


def published(
    lot: random.Random, belonging: Belonging, response: float
) -> tuple[Valid, list[NewResult]]:
    """Return a block's answers and what is shown of them."""
    everybody = list(belonging.leaf_of)
    valid = answers(lot, everybody, response)
    roster = roster_of(belonging, everybody)
    return valid, what_is_shown(valid, belonging, roster, Thresholds())


def themes_shown(valid: Valid, belonging: Belonging) -> Counter[GroupKey]:
    """Return how many themes each team would see if they were shown one by one alone."""
    counted: Counter[GroupKey] = Counter()
    for values in valid.values():
        members = members_of(values, belonging, Thresholds().band)
        groups = sorted(members)
        number: dict[GroupKey | None, int] = {group: n for n, group in enumerate(groups)}
        nodes = [
            Node(number[group], number.get(belonging.above(group)), len(members[group]))
            for group in groups
        ]
        counted.update(groups[node] for node in forms(nodes))
    return counted


def named(themes: int) -> str:
    """Say how many themes these are."""
    if themes == len(Dimension):
        return "all"
    return "nothing" if not themes else "1-2" if themes * 2 < len(Dimension) else "3-5"


def shares(
    size: int,
    response: int,
    organisations: int = ORGANISATIONS,
    *,
    spread: int = 0,
    least: int = 0,
) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Return the percentage of teams that see each of `SEES`, themes alone and with one over all.

    `spread` varies the sizes of the teams by so many people more or less; those smaller than
    `least` are not counted.
    """
    lot = random.Random(f"{size} {response} {spread}")
    before: Counter[str] = Counter()
    since: Counter[str] = Counter()
    for _ in range(organisations):
        sizes = [[size + lot.randint(-spread, spread) for _ in range(TEAMS)] for _ in range(UNITS)]
        belonging = places(sizes)
        valid, rows = published(lot, belonging, response / 100)
        alone = themes_shown(valid, belonging)
        now = Counter((row.node, row.node_id) for row in rows)
        over_all = {(row.node, row.node_id) for row in rows if row.dimension == ALL_THEMES}
        people = Counter(belonging.leaf_of.values())
        for team in (team for team in belonging.unit_of if people[team] >= least):
            before[named(alone[team])] += 1
            since["over all" if team in over_all else named(now[team])] += 1
    return tuple({what: 100 * c[what] / c.total() for what in SEES} for c in (before, since))  # type: ignore[return-value]


def main() -> None:
    """Print the table."""
    tell = sys.stdout.write
    for spread, least in ((0, 0), (2, 6)):
        which = f" ± {spread}, of those with {least} or more" if spread else ""
        tell(f"\nOf teams of so many people{which}, % that see of a block\n")
        heads = "".join(f"{what:>9}" for what in SEES)
        tell(f"people weekly | themes alone:{heads} | with one over all:{heads}\n")
        for size in range(max(SIZES.start, least), SIZES.stop):
            for response in RESPONSES:
                both = shares(size, response, spread=spread, least=least)
                first, second = ("".join(f"{c[what]:9.0f}" for what in SEES) for c in both)
                tell(f"{size:6} {response:4} % |{'':14}{first} |{'':19}{second}\n")


if __name__ == "__main__":
    main()
