"""Which teams are taken together because they are too small: for points, and for results."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TeamSize:
    """A team with its unit and the number of people that counts."""

    id: int
    unit_id: int
    people: int


Together = tuple[TeamSize, ...]


def merged(teams: Sequence[Together], least: int) -> list[Together]:
    """Join the smallest team that is too small with the smallest other one, until none is."""
    ordered = sorted(teams, key=_size)
    while len(ordered) > 1 and people_in(ordered[0]) < least:
        smallest, sibling, *others = ordered
        ordered = sorted([smallest + sibling, *others], key=_size)
    return ordered


def merged_within_units(groups: Sequence[TeamSize], least: int) -> list[Together]:
    """Join teams that are too small with others of their unit only."""
    units: dict[int, list[TeamSize]] = {}
    for group in groups:
        units.setdefault(group.unit_id, []).append(group)
    return [
        team for unit in units.values() for team in merged([(group,) for group in unit], least)
    ]


def people_in(team: Together) -> int:
    """Return how many people are in teams taken together."""
    return sum(group.people for group in team)


def _size(team: Together) -> tuple[int, int]:
    return people_in(team), min(group.id for group in team)
