"""What of a block's answers may be shown of which group: residuals, tiers, rounding, bands.

A tree of nodes; each respondent belongs to one leaf. What is shown depends on counts and the tree
alone, never on a value.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor

K_MIN, K_FULL = 5, 10
# The step to which a figure is rounded, by the least number of respondents.
STEPS = ((40, Fraction(1, 10)), (20, Fraction(1, 5)), (10, Fraction(1, 2)))
TOP, BOTTOM = Fraction(9, 2), Fraction(3, 2)
# A class says a number that is reached, so it stays true where the next would tell too much.
CLASSES = ((25, "25+"), (15, "15+"), (10, "10+"), (5, "5+"))
GOOD_FROM, FAIR_FROM = Fraction(7, 10), Fraction(2, 5)  # of the roster


class Band(StrEnum):
    """How far a behaviour has become a habit, by the unrounded mean, from little to much."""

    FIRST_STEPS = "first_steps"
    UNDER_WAY = "under_way"
    REGULAR = "regular"
    REGULAR_UP = "regular_up"  # regular or more, where no figure stands beside it
    STRONG = "strong"


# The parts of the scale, from little to much.
ZONES = (Band.FIRST_STEPS, Band.UNDER_WAY, Band.REGULAR, Band.STRONG)


class Disclosure(StrEnum):
    """In which form something is shown."""

    BAND = "band"
    FIGURE = "figure"


class Reliability(StrEnum):
    """How far a result can be relied on, by coverage and number of respondents."""

    GOOD = "good"
    FAIR = "fair"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the tree with the number of its respondents, those of its descendants included.

    Nobody is in two children of a node; who is in none of them stands in its direct part. What is
    said of it is taken from a lower number, where the exact one could be read from it.
    """

    id: int
    parent: int | None
    respondents: int
    told_as: int | None = None

    def told_from(self, least: int) -> bool:
        """Tell whether it may be said that it has so many respondents."""
        return (self.respondents if self.told_as is None else self.told_as) >= least


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The least number of respondents for a band and for a figure; they can only be raised."""

    band: int = K_MIN
    figure: int = K_FULL

    def __post_init__(self) -> None:
        if self.band < K_MIN or self.figure < K_FULL or self.figure < self.band:
            raise ValueError("thresholds can be raised, never lowered")


def forms(nodes: Sequence[Node], thresholds: Thresholds = Thresholds()) -> dict[int, Disclosure]:
    """Return in which form each node is shown; a node that is not named shows nothing."""
    tree = _Tree(nodes)

    def told_from(least: int) -> set[int]:
        return {node.id for node in nodes if node.told_from(least)}

    shown = tree.publish(told_from(thresholds.band), thresholds.band)
    figures = tree.publish(shown & told_from(thresholds.figure), thresholds.figure)
    return {
        node: Disclosure.FIGURE if node in figures else Disclosure.BAND for node in sorted(shown)
    }


def mean_of(values: Collection[int]) -> Fraction:
    """Return the exact mean of values."""
    return Fraction(sum(values), len(values))


def band_of(mean: Fraction) -> Band:
    """Return the band of a mean that is told as a figure too."""
    if mean < Fraction(5, 2):
        return Band.FIRST_STEPS
    if mean < Fraction(7, 2):
        return Band.UNDER_WAY
    return Band.REGULAR if mean < Fraction(9, 2) else Band.STRONG


def band_alone(mean: Fraction) -> Band:
    """Return the band of an unrounded mean where no figure stands beside it.

    Its top is coded: "strong" of five people would tell whoever answered less what the others did.
    """
    band = band_of(mean)
    return Band.REGULAR_UP if band in (Band.REGULAR, Band.STRONG) else band


def rounded(mean: Fraction, respondents: int) -> Fraction:
    """Return a mean rounded half up to the step of its number of respondents, and coded.

    From 4.5 on it is 4.5 ("or more"), up to 1.5 it is 1.5 ("or less").
    """
    if mean >= TOP:
        return TOP
    if mean <= BOTTOM:
        return BOTTOM
    step = next(step for least, step in STEPS if respondents >= least)
    return min(max(step * floor(mean / step + Fraction(1, 2)), BOTTOM), TOP)


def count_class(respondents: int) -> str:
    """Return the class in which a number of respondents is told."""
    return next(name for least, name in CLASSES if respondents >= least)


def least_of_class(people: str) -> int:
    """Return the least number of respondents of a class, also of an older one like "5-9"."""
    return int(people.rstrip("+").partition("-")[0])


def reliability(respondents: int, roster: int) -> Reliability:
    """Return how far a result can be relied on."""
    coverage = Fraction(respondents, roster) if roster else Fraction(0)
    if coverage >= GOOD_FROM and respondents >= K_FULL:
        return Reliability.GOOD
    if coverage >= FAIR_FROM and respondents >= K_MIN:
        return Reliability.FAIR
    return Reliability.LOW


class _Tree:
    """The nodes by id, with what is needed to find residuals."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes: Mapping[int, Node] = {node.id: node for node in nodes}
        self._depths: dict[int, int] = {}

    def publish(self, candidates: Collection[int], least: int) -> set[int]:
        """Return the candidates that can be shown: no residual holds 1 to `least` - 1 people.

        From the deepest up: hiding a descendant changes residuals above it alone.
        """
        shown = {node for node in candidates if self._count(node) >= least}
        kids = self._kids(shown)
        for node in sorted(shown, key=lambda node: (-self._depth(node), node)):
            while node in shown and 0 < self._residual(node, kids) < least:
                hidden = self._to_hide(node, kids)
                shown.remove(hidden)
                kids[node].remove(hidden)
                kids[node] += kids.pop(hidden, [])
        return shown

    def _to_hide(self, node: int, kids: Mapping[int, Sequence[int]]) -> int:
        """Choose the smallest of the shown descendants, by residual where they have one."""
        residuals = {kid: self._residual(kid, kids) for kid in kids[node]}
        with_residual = [kid for kid in kids[node] if residuals[kid]]
        return min(
            with_residual or kids[node],
            key=lambda kid: (residuals[kid] or self._count(kid), kid),
        )

    def _kids(self, shown: Collection[int]) -> dict[int, list[int]]:
        """Return for each shown node its shown descendants with no shown node between."""
        kids: dict[int, list[int]] = {}
        for node in sorted(shown):
            above = self._nodes[node].parent
            while above is not None and above not in shown:
                above = self._nodes[above].parent
            if above is not None:
                kids.setdefault(above, []).append(node)
        return kids

    def _residual(self, node: int, kids: Mapping[int, Sequence[int]]) -> int:
        return self._count(node) - sum(self._count(kid) for kid in kids.get(node, ()))

    def _count(self, node: int) -> int:
        return self._nodes[node].respondents

    def _depth(self, node: int) -> int:
        if node not in self._depths:
            parent = self._nodes[node].parent
            self._depths[node] = 0 if parent is None else self._depth(parent) + 1
        return self._depths[node]
