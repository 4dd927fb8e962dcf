"""What may be shown of which group, held against an oracle that tries to compute small groups."""

import random
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.rules.confidentiality import (
    K_MIN,
    Band,
    Disclosure,
    Node,
    Reliability,
    Thresholds,
    band_of,
    count_class,
    forms,
    mean_of,
    reliability,
    rounded,
)

RANDOM_TREES = 5_000  # beside Hypothesis's own


def tree(*rows: tuple[int, int | None, int]) -> list[Node]:
    return [Node(*row) for row in rows]


def leaks(nodes: Sequence[Node], shown: Sequence[int], least: int) -> set[frozenset[int]]:
    """Return the groups of 1 to `least` - 1 people whose exact sum follows from the sums shown.

    Linear algebra over the rationals: a group's sum can be computed if and only if its indicator
    is a combination of those of the nodes shown. People that no shown node tells apart are one
    atom, so it is enough to try the unions of atoms.
    """
    members = _members(nodes)
    people = sorted(set().union(*members.values()))
    atoms: dict[tuple[bool, ...], set[int]] = {}
    for person in people:
        atoms.setdefault(tuple(person in members[node] for node in shown), set()).add(person)
    groups = list(atoms.values())
    rows = [[Fraction(group <= members[node]) for group in groups] for node in shown]
    basis = _reduced(rows)
    found = set()
    for size in range(1, len(groups) + 1):
        for some in combinations(range(len(groups)), size):
            union = frozenset().union(*(groups[n] for n in some))
            wanted = [Fraction(n in some) for n in range(len(groups))]
            if len(union) < least and _is_combination(wanted, basis):
                found.add(union)
    return found


def _members(nodes: Sequence[Node]) -> Mapping[int, set[int]]:
    """Give every respondent a number, each in one leaf or direct part."""
    kids: dict[int, list[Node]] = {}
    for node in nodes:
        if node.parent is not None:
            kids.setdefault(node.parent, []).append(node)
    numbers = iter(range(10**6))
    members: dict[int, set[int]] = {}

    def fill(node: Node) -> set[int]:
        mine: set[int] = set().union(*(fill(kid) for kid in kids.get(node.id, ())))
        mine |= {next(numbers) for _ in range(node.respondents - len(mine))}
        members[node.id] = mine
        return mine

    for node in nodes:
        if node.parent is None:
            fill(node)
    return members


def _reduced(rows: Sequence[Sequence[Fraction]]) -> list[list[Fraction]]:
    """Return the rows in echelon form."""
    basis: list[list[Fraction]] = []
    for row in rows:
        left = _without(list(row), basis)
        if any(left):
            lead = next(value for value in left if value)
            basis.append([value / lead for value in left])
    return basis


def _is_combination(wanted: Sequence[Fraction], basis: Sequence[Sequence[Fraction]]) -> bool:
    return not any(_without(list(wanted), basis))


def _without(row: list[Fraction], basis: Sequence[Sequence[Fraction]]) -> list[Fraction]:
    for known in basis:
        lead = next(n for n, value in enumerate(known) if value)
        if row[lead]:
            factor = row[lead]
            row = [value - factor * other for value, other in zip(row, known, strict=True)]
    return row


def checked(nodes: Sequence[Node]) -> dict[int, Disclosure]:
    """Return what is shown; neither form lets anybody compute a group below its threshold."""
    found = forms(nodes)
    assert leaks(nodes, list(found), 5) == set()
    figures = [node for node, form in found.items() if form is Disclosure.FIGURE]
    assert leaks(nodes, figures, 10) == set()
    return found


# The attacks of a reader who adds and subtracts.


def test_1_the_total_minus_one_unit_with_one_small_sibling() -> None:
    nodes = tree((1, None, 15), (2, 1, 12), (3, 1, 3))
    assert checked(nodes) == {1: Disclosure.FIGURE}
    assert leaks(nodes, [1, 2], 5), "a threshold alone would leak the three"


def test_2_three_siblings_two_of_them_small() -> None:
    nodes = tree((1, None, 16), (2, 1, 10), (3, 1, 2), (4, 1, 4))
    assert set(checked(nodes)) == {1, 2}, "six together are enough for a band"
    assert checked(nodes)[2] is Disclosure.BAND, "six are too few beside a figure"


def test_3_a_parent_with_two_direct_members_only() -> None:
    nodes = tree((1, None, 22), (2, 1, 10), (3, 1, 10))
    assert set(checked(nodes)) == {1, 3}


def test_4_a_hidden_unit_with_shown_groups_below_a_shown_organisation() -> None:
    nodes = tree((1, None, 30), (2, 1, 14), (3, 2, 11), (4, 2, 3), (5, 1, 16))
    checked(nodes)


def test_8_a_hidden_node_looks_the_same_whatever_the_reason() -> None:
    small = forms(tree((1, None, 30), (2, 1, 4), (3, 1, 26)))
    beside = forms(tree((1, None, 33), (2, 1, 7), (3, 1, 22), (4, 1, 4)))
    assert 2 not in small
    assert 4 not in beside


def test_9_equal_answers_take_the_form_of_any_other_group_of_the_size() -> None:
    assert rounded(mean_of([4] * 12), 12) == rounded(Fraction(41, 10), 12) == 4


def test_12_participation_is_told_in_classes_alone() -> None:
    assert [count_class(n) for n in (5, 9, 10, 14, 15, 24, 25, 900)] == [
        "5+",
        "5+",
        "10+",
        "10+",
        "15+",
        "15+",
        "25+",
        "25+",
    ]


@st.composite
def small_trees(draw: st.DrawFn) -> list[Node]:
    """Draw trees of three floors with few people, where leaks are most likely."""
    lot = random.Random(draw(st.integers(0, 10**9)))
    return list(random_tree(lot, draw(st.integers(1, 3)), draw(st.integers(1, 4)), 14))


def random_tree(lot: random.Random, units: int, groups: int, most: int) -> Iterator[Node]:
    total, number, nodes = 0, 1, []
    for _ in range(units):
        number += 1
        unit, inside = number, lot.choice([0, 0, 1, 2, 6])
        for _ in range(lot.randint(0, groups)):
            number += 1
            size = lot.randint(0, most)
            nodes.append(Node(number, unit, size))
            inside += size
        nodes.append(Node(unit, 1, inside))
        total += inside
    yield Node(1, None, total + lot.choice([0, 0, 1, 4, 11]))
    yield from nodes


@given(small_trees())
@settings(max_examples=300, deadline=None)
def test_14_no_small_group_can_be_computed_in_any_tree(nodes: list[Node]) -> None:
    checked(nodes)


def test_14_nor_in_thousands_of_random_trees(capsys: pytest.CaptureFixture[str]) -> None:
    lot, naive, shown, candidates = random.Random(26), 0, 0, 0
    for _ in range(RANDOM_TREES):
        nodes = list(random_tree(lot, lot.randint(1, 3), lot.randint(1, 3), 14))
        shown += len(checked(nodes))
        enough = [node.id for node in nodes if node.respondents >= 5]
        candidates += len(enough)
        naive += bool(leaks(nodes, enough, 5))
    with capsys.disabled():
        share = f"{naive / RANDOM_TREES:.0%} with a threshold alone"
        print(f"\n{RANDOM_TREES} trees: 0 leaks, {share}; {shown / candidates:.0%} still shown")  # noqa: T201
    assert naive > RANDOM_TREES / 5, "the oracle sees the leaks that are there"
    assert shown > candidates / 2


@given(small_trees(), st.integers(0, 5), st.integers(0, 8))
@settings(max_examples=100, deadline=None)
def test_higher_thresholds_show_less(nodes: list[Node], more: int, further: int) -> None:
    raised = forms(nodes, Thresholds(5 + more, 10 + more + further))
    least = {node.id: node.respondents for node in nodes}
    for node, form in raised.items():
        assert least[node] >= (5 + more if form is Disclosure.BAND else 10 + more + further)


@pytest.mark.parametrize(("band", "figure"), [(4, 10), (5, 9), (12, 11), (0, 0)])
def test_thresholds_are_never_lowered(band: int, figure: int) -> None:
    with pytest.raises(ValueError, match="never lowered"):
        Thresholds(band, figure)


@given(small_trees())
@settings(max_examples=100, deadline=None)
def test_the_whole_is_shown_whenever_it_is_large_enough(nodes: list[Node]) -> None:
    shown = forms(nodes)
    whole = nodes[0]
    assert (whole.id in shown) is (whole.respondents >= 5)


def test_what_is_shown_knows_no_value() -> None:
    assert "value" not in Node.__dataclass_fields__, "only counts and the tree go in"


# Rounding, bands and labels.


@pytest.mark.parametrize(
    ("mean", "n", "shown"),
    [
        ("3.24", 10, "3"),
        ("3.25", 10, "3.5"),
        ("3.24", 19, "3"),
        ("3.3", 20, "3.4"),
        ("3.29", 39, "3.2"),
        ("3.25", 40, "3.3"),
        ("3.24", 400, "3.2"),
        ("4.5", 40, "4.5"),
        ("4.97", 40, "4.5"),
        ("1.5", 12, "1.5"),
        ("1.02", 12, "1.5"),
        ("1.6", 12, "1.5"),
        ("4.4", 12, "4.5"),
    ],
)
def test_a_figure_is_rounded_by_the_number_of_respondents(mean: str, n: int, shown: str) -> None:
    assert rounded(Fraction(mean), n) == Fraction(shown)


@given(st.lists(st.integers(1, 5), min_size=10, max_size=200))
def test_a_figure_is_never_farther_from_the_mean_than_half_a_step(values: list[int]) -> None:
    mean, n = mean_of(values), len(values)
    figure = rounded(mean, n)
    half = Fraction(1, 4) if n < 20 else Fraction(1, 10) if n < 40 else Fraction(1, 20)
    assert Fraction(3, 2) <= figure <= Fraction(9, 2)
    if Fraction(3, 2) < mean < Fraction(9, 2):
        assert abs(figure - mean) <= half


@pytest.mark.parametrize(
    ("mean", "band"),
    [
        ("2.49", Band.FIRST_STEPS),
        ("2.5", Band.UNDER_WAY),
        ("3.49", Band.UNDER_WAY),
        ("3.5", Band.REGULAR),
        ("4.49", Band.REGULAR),
        ("4.5", Band.STRONG),
    ],
)
def test_bands_follow_the_unrounded_mean(mean: str, band: Band) -> None:
    assert band_of(Fraction(mean)) is band


@pytest.mark.parametrize(
    ("n", "roster", "label"),
    [
        (14, 20, Reliability.GOOD),
        (9, 9, Reliability.FAIR),
        (13, 20, Reliability.FAIR),
        (8, 20, Reliability.FAIR),
        (7, 20, Reliability.LOW),
        (4, 4, Reliability.LOW),
        (0, 0, Reliability.LOW),
    ],
)
def test_a_result_says_how_far_it_can_be_relied_on(
    n: int, roster: int, label: Reliability
) -> None:
    assert reliability(n, roster) is label


def test_in_a_roster_below_eight_the_label_says_nothing_about_who_took_part() -> None:
    for roster in range(K_MIN, 8):
        labels = {reliability(people, roster) for people in range(K_MIN, roster + 1)}
        assert labels == {Reliability.FAIR}
