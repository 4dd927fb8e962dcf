"""Which small teams report together, and how many people would see nothing of their own team."""

from collections.abc import Mapping, Sequence

from coaching.rules.confidentiality import Node, Thresholds, forms
from coaching.rules.small_teams import TeamSize, Together, merged_within_units

LEAST_ROSTER = 8  # with this many on the roster, five answers in a block are likely
ANSWERING = 70  # per cent, as forecast


def suggested(teams: Sequence[TeamSize]) -> list[Together]:
    """Return which teams of a unit had better report together; most teams stand alone."""
    return merged_within_units(teams, LEAST_ROSTER)


def seeing_nothing(leaves: Sequence[Together], thresholds: Thresholds) -> int:
    """Return how many people would see no result of their team, if seven of ten answer."""
    answering = [sum(team.people for team in leaf) * ANSWERING // 100 for leaf in leaves]
    shown = forms(_tree(leaves, answering), thresholds)
    hidden = [leaf for number, leaf in enumerate(leaves) if number not in shown]
    return sum(team.people for leaf in hidden for team in leaf)


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
