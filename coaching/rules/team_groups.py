"""Which small teams report together, and from how many people a theme will be hidden."""

import random
from collections.abc import Mapping, Sequence
from math import ceil

from coaching.rules.confidentiality import Node, Thresholds, forms
from coaching.rules.small_teams import TeamSize, Together, merged_within_units, people_in

LEAST_ROSTER = 8  # with this many on the roster, five answers in a block are likely
USUAL = 7  # of ten people, so many answer
SHARES = (6, USUAL, 8)  # for which there is a forecast: nobody but HR knows which is theirs
TEAMS_TRIED = 2000  # so many answers of teams leave the forecast two points of a hundred unsure


def suggested(teams: Sequence[TeamSize]) -> list[Together]:
    """Return which teams of a unit had better report together; most teams stand alone."""
    return merged_within_units(teams, LEAST_ROSTER)


def seeing_nothing(leaves: Sequence[Together], of_ten: int, thresholds: Thresholds) -> int:
    """Return of how many people the own team's result on a theme will probably be hidden.

    Everybody answers as likely as the others: the mean over many tries, the same ones each time.
    """
    if not leaves:
        return 0
    lot, tries = random.Random(0), ceil(TEAMS_TRIED / len(leaves))  # noqa: S311 - no secret
    hidden = 0
    for _ in range(tries):
        answering = [
            sum(lot.random() * 10 < of_ten for _ in range(people_in(leaf))) for leaf in leaves
        ]
        shown = forms(_tree(leaves, answering), thresholds)
        hidden += sum(people_in(leaf) for n, leaf in enumerate(leaves) if n not in shown)
    return round(hidden / tries)


def _tree(leaves: Sequence[Together], answering: Sequence[int]) -> list[Node]:
    """Return the leaves as nodes 0 to n - 1, then their units, then the organisation."""
    units: dict[int, int] = {}
    for leaf, people in zip(leaves, answering, strict=True):
        units[leaf[0].unit_id] = units.get(leaf[0].unit_id, 0) + people
    number: Mapping[int, int] = {unit: len(leaves) + n for n, unit in enumerate(units)}
    whole = len(leaves) + len(units)
    return [
        *(Node(n, number[leaf[0].unit_id], answering[n]) for n, leaf in enumerate(leaves)),
        *(Node(number[unit], whole, people) for unit, people in units.items()),
        Node(whole, None, sum(answering)),
    ]
