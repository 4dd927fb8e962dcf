"""One result over all themes for a group that is too small for most themes one by one.

Every answer weighs the same in it, so it is the sum of the group's sums per theme. What can be
computed from it beside all else that is shown then follows from counts alone: the proof stands in
docs/confidentiality.md, and a brute-force oracle looks for what it missed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

Themes = int  # a set of themes, one bit for each
Respondents = Mapping[Themes, int]  # how many people of a leaf answered exactly these themes
Rest = tuple[int, int]  # of a shown node and a theme: who is in no shown node below
Home = tuple[int | None, ...]  # per theme the shown node in whose rest a leaf's answers lie

TOO_MANY = 3  # who gave a third of a group's answers could tell what the others gave


@dataclass(frozen=True, slots=True)
class Answered:
    """Who answered what, and what is shown theme by theme.

    `counted` and `shown` hold for each theme the nodes in which answers count, and those shown.
    """

    parents: Mapping[int, int | None]
    leaves: Mapping[int, Respondents]
    counted: Sequence[AbstractSet[int]]
    shown: Sequence[AbstractSet[int]]


def together(answered: Answered, candidates: Iterable[int], least: int) -> set[int]:
    """Return the leaves that can be shown over all themes, and with none of them by itself.

    No combination of all that is shown rests on the answers of 1 to `least` - 1 people. A leaf
    that cannot keeps its own themes, which are safe by themselves.
    """
    chosen = {leaf for leaf in candidates if _is_balanced(answered.leaves[leaf], least)}
    while unsafe := _unsafe(answered, chosen, least):
        chosen -= unsafe
    return chosen


def _is_balanced(respondents: Respondents, least: int) -> bool:
    """Tell whether there are enough people, of whom none gave too many of the answers."""
    answers = sum(themes.bit_count() * people for themes, people in respondents.items())
    most = max((themes.bit_count() for themes in respondents), default=0)
    return sum(respondents.values()) >= least and most * TOO_MANY < answers


def _unsafe(answered: Answered, chosen: AbstractSet[int], least: int) -> set[int]:
    """Return one chosen leaf of each place where too few people could be told from the rest."""
    if not chosen:
        return set()
    homes = {leaf: _home(answered, leaf, chosen) for leaf in answered.leaves}
    alike: dict[Home, list[int]] = defaultdict(list)
    for leaf, home in homes.items():
        alike[home].append(leaf)
    found = {
        _least_wanted(answered, here)
        for leaves in alike.values()
        if (here := chosen & set(leaves))
        and _fewest_left([answered.leaves[leaf] for leaf in leaves], least) < least
    }
    return found or {
        _least_wanted(answered, here)
        for here, others in _joined(answered, homes, chosen)
        if 0 < others < least
    }


def _home(answered: Answered, leaf: int, chosen: AbstractSet[int]) -> Home:
    """Return per theme where a leaf's answers lie; None where they are in nothing shown."""

    def shown_above(shown: AbstractSet[int]) -> int | None:
        node: int | None = leaf
        while node is not None and (node not in shown or node in chosen):
            node = answered.parents[node]
        return node

    return tuple(
        shown_above(shown) if leaf in counted else None
        for counted, shown in zip(answered.counted, answered.shown, strict=True)
    )


def _fewest_left(leaves: Sequence[Respondents], least: int) -> int:
    """Return how few people can be left of leaves if some of their themes are subtracted.

    Whatever is subtracted splits the themes in two, and leaves of each leaf those who answered one
    of the halves at least. `least` if there is nothing to split.
    """
    every = 0
    for leaf in leaves:
        for themes in leaf:
            every |= themes
    fewest = [_fewer_of_halves(tuple(leaf.items()), every) for leaf in leaves]
    return min(map(sum, zip(*fewest, strict=True)), default=least)


@cache
def _halves(every: Themes) -> tuple[tuple[Themes, Themes], ...]:
    """Return each way to split themes into two sets, once."""
    first = every & -every
    half, halves = every & ~first, []
    while half:
        halves.append((half, every & ~half))
        half = (half - 1) & every & ~first
    return tuple(halves)


def _fewer_of_halves(leaf: Sequence[tuple[Themes, int]], every: Themes) -> list[int]:
    """Return for each split how many people answered the half that fewer answered."""
    return [
        min(
            sum(people for themes, people in leaf if themes & half),
            sum(people for themes, people in leaf if themes & other),
        )
        for half, other in _halves(every)
    ]


def _joined(
    answered: Answered, homes: Mapping[int, Home], chosen: AbstractSet[int]
) -> Iterator[tuple[set[int], int]]:
    """Yield the chosen leaves that hang together by a rest, and how many others are in these."""
    group_of: dict[Rest, int] = {}
    groups: dict[int, set[int]] = {}
    rests: dict[int, set[Rest]] = {}
    for leaf in sorted(chosen):
        groups[leaf], rests[leaf] = {leaf}, set(_rests(answered.leaves[leaf], homes[leaf]))
        for met in {group_of[rest] for rest in rests[leaf] if rest in group_of}:
            groups[leaf] |= groups.pop(met)
            rests[leaf] |= rests.pop(met)
        group_of |= dict.fromkeys(rests[leaf], leaf)
    others: dict[int, int] = defaultdict(int)
    for leaf in homes.keys() - chosen:
        within: dict[int, Themes] = defaultdict(int)
        for rest in _rests(answered.leaves[leaf], homes[leaf]):
            if rest in group_of:
                within[group_of[rest]] |= 1 << rest[1]
        for group, themes in within.items():
            others[group] += _people(answered.leaves[leaf], themes)
    for group, leaves in groups.items():
        yield leaves, others[group]


def _rests(respondents: Respondents, home: Home) -> Iterator[Rest]:
    """Yield the rests in which a leaf has answers."""
    for theme, node in enumerate(home):
        if node is not None and _people(respondents, 1 << theme):
            yield node, theme


def _people(respondents: Respondents, wanted: Themes) -> int:
    """Count the people who answered one of the themes."""
    return sum(people for themes, people in respondents.items() if themes & wanted)


def _least_wanted(answered: Answered, leaves: AbstractSet[int]) -> int:
    """Choose who keeps the own themes: who has most of them, of these the smallest."""

    def order(leaf: int) -> tuple[int, int, int]:
        own = sum(leaf in shown for shown in answered.shown)
        return -own, sum(answered.leaves[leaf].values()), leaf

    return min(leaves, key=order)
