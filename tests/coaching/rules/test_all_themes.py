"""One result over all themes beside results per theme, held against an oracle of linear algebra.

Its variables are a person's answers to each theme. It knows the exact sum of all that is shown, of
every node and every theme, and who answered what; and it looks for any combination of these sums
that rests on the answers of too few people.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations_with_replacement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.rules.all_themes import Answered, Themes, together
from coaching.rules.confidentiality import Node, Thresholds, band_alone, forms, mean_of

PRIME = 2_147_483_647  # ranks are taken modulo a large prime: fast, and as good as exact
WHOLE = 0
LEAST = Thresholds().band

Row = Mapping[tuple[int, int], int]  # (person, theme): how often the answer is in the sum
Person = tuple[int, Themes]  # the leaf, and which themes were answered


@dataclass(frozen=True, slots=True)
class Block:
    """Who answered what in a small organisation."""

    parents: Mapping[int, int | None]
    people: Sequence[Person]
    themes: int

    def inside(self, node: int) -> list[int]:
        """Return who is in a node."""
        return [n for n, (leaf, _) in enumerate(self.people) if node in self._path(leaf)]

    def _path(self, leaf: int) -> Iterator[int]:
        node: int | None = leaf
        while node is not None:
            yield node
            node = self.parents[node]

    def answered(self) -> Answered:
        """Return it as the rule needs it, with what is shown theme by theme."""
        leaves: dict[int, Counter[Themes]] = {}
        for leaf, themes in self.people:
            leaves.setdefault(leaf, Counter())[themes] += 1
        counted, shown = [], []
        for theme in range(self.themes):
            number = {node: len(self.row([theme], node)) for node in self.parents}
            nodes = [Node(node, self.parents[node], number[node]) for node in sorted(number)]
            counted.append({node for node, people in number.items() if people})
            shown.append(set(forms(nodes)))
        return Answered(self.parents, leaves, counted, shown)

    def row(self, themes: Sequence[int], node: int) -> Row:
        """Return a sum over some themes of a node."""
        return {
            (person, theme): 1
            for person in self.inside(node)
            for theme in themes
            if self.people[person][1] >> theme & 1
        }

    def sums(self, answered: Answered, chosen: AbstractSet[int]) -> list[Row]:
        """Return all sums that are known if the chosen leaves are shown over all themes."""
        by_theme = [
            self.row([theme], node)
            for theme, shown in enumerate(answered.shown)
            for node in shown - chosen
        ]
        return [*by_theme, *(self.row(range(self.themes), leaf) for leaf in chosen)]


def leak(people: Sequence[Person], rows: Sequence[Row], least: int = LEAST) -> Sequence[Person]:
    """Return fewer than `least` people on whose answers alone a combination rests; none if none.

    There is one if the rows have a lower rank without the answers of these people.
    """
    whole = rank(rows)
    alike: dict[Person, list[int]] = {}
    for number, person in enumerate(people):
        alike.setdefault(person, []).append(number)
    most = min(least - 1, len(people))
    for kinds in combinations_with_replacement(sorted(alike), most):
        taken = Counter(kinds)
        if any(taken[kind] > len(alike[kind]) for kind in taken):
            continue
        some = {n for kind, number in taken.items() for n in alike[kind][:number]}
        if rank([{k: v for k, v in row.items() if k[0] not in some} for row in rows]) < whole:
            return kinds
    return []


def rank(rows: Sequence[Row]) -> int:
    """Return the rank of rows that hold few values each."""
    basis: list[tuple[tuple[int, int], dict[tuple[int, int], int]]] = []
    for row in rows:
        left = dict(row)
        for lead, known in basis:
            factor = left.get(lead, 0)
            if factor:
                for key, value in known.items():
                    left[key] = (left.get(key, 0) - factor * value) % PRIME
        left = {key: value for key, value in left.items() if value}
        if left:
            lead = next(iter(left))
            inverse = pow(left[lead], -1, PRIME)
            basis.append((lead, {k: v * inverse % PRIME for k, v in left.items()}))
    return len(basis)


def small_block(lot: random.Random, themes: int, most: int) -> Block:
    """Return one or two units with few people who left out many themes, where leaks are likely."""
    parents: dict[int, int | None] = {WHOLE: None}
    people: list[Person] = []
    for _ in range(lot.randint(1, 2)):
        unit = len(parents)
        parents[unit] = WHOLE
        for _ in range(lot.randint(1, 3)):
            leaf, often = len(parents), lot.uniform(0.3, 1)
            parents[leaf] = unit
            for _ in range(lot.randint(0, most)):
                answered = sum(1 << theme for theme in range(themes) if lot.random() < often)
                if answered:
                    people.append((leaf, answered))
    return Block(parents, people, themes)


def few_shown(answered: Answered, lot: random.Random) -> list[int]:
    """Return the leaves with fewer themes shown than some number."""
    most = lot.randint(1, len(answered.shown))
    return [
        leaf for leaf in answered.leaves if sum(leaf in each for each in answered.shown) < most
    ]


@given(st.integers(0, 10**9))
@settings(max_examples=30, deadline=None)
def test_no_combination_rests_on_the_answers_of_fewer_than_five(seed: int) -> None:
    lot = random.Random(seed)
    block = small_block(lot, lot.randint(2, 4), 9)
    answered = block.answered()
    chosen = together(answered, few_shown(answered, lot), LEAST)
    assert not leak(block.people, block.sums(answered, chosen))


def test_nor_in_many_blocks_where_showing_all_would_leak() -> None:
    """`python -m tests.simulations.leaks` goes through thousands."""
    lot, naive, shown = random.Random(35), 0, 0
    for _ in range(80):
        block = small_block(lot, 3, 9)
        answered = block.answered()
        candidates = few_shown(answered, lot)
        chosen = together(answered, candidates, LEAST)
        shown += len(chosen)
        assert not leak(block.people, block.sums(answered, chosen))
        enough = {leaf for leaf in candidates if sum(answered.leaves[leaf].values()) >= LEAST}
        naive += bool(leak(block.people, block.sums(answered, enough)))
    assert naive > 10, "the oracle sees the leaks that are there"
    assert shown > 20


def test_a_mean_of_means_would_tell_of_the_three_who_left_something_out() -> None:
    """Why every answer weighs the same: with all themes known, the complete ones cancel out."""
    everything, without_the_last = 0b111, 0b011
    people = [(2, everything)] * 6 + [(2, without_the_last)] * 3
    block = Block({0: None, 1: 0, 2: 1}, people, 3)
    by_theme = [block.row([theme], WHOLE) for theme in range(3)]
    weight = {everything: 2, without_the_last: 3}  # sixths: a half and a third
    of_means = {key: weight[people[key[0]][1]] for key in block.row(range(3), 2)}
    assert set(leak(people, [*by_theme, of_means])) >= {(2, without_the_last)}
    assert not leak(people, [*by_theme, block.row(range(3), 2)])


def test_three_who_answered_a_theme_that_is_known_of_nobody_are_not_told_apart() -> None:
    """All themes but one are known as the whole minus the siblings; the last would follow."""
    seven = [(2, 0b111)] * 3 + [(2, 0b011)] * 4
    beside = [(3, 0b111)] * 6 + [(4, 0b111)] * 6
    block = Block({0: None, 1: 0, 2: 1, 3: 1, 4: 1}, seven + beside, 3)
    answered = block.answered()
    assert together(answered, [2], LEAST) == set()
    assert leak(block.people, block.sums(answered, {2}))


def test_two_that_are_hidden_together_can_both_be_shown_over_all_themes() -> None:
    six = [0b000111, 0b111000, 0b011110, 0b110011, 0b101101, 0b111111]
    people = [(leaf, themes) for leaf in (2, 3) for themes in six]
    block = Block({0: None, 1: 0, 2: 1, 3: 1}, people, 6)
    answered = block.answered()
    assert not any({2, 3} & shown for shown in answered.shown), "four answers to each theme"
    assert together(answered, [2, 3], LEAST) == {2, 3}
    assert not leak(people, block.sums(answered, {2, 3}))


def test_a_sibling_of_three_hides_one_of_two() -> None:
    six = [0b000111, 0b111000, 0b011110, 0b110011, 0b101101, 0b111111]
    people = [(leaf, themes) for leaf in (2, 3) for themes in six] + [(4, 0b111111)] * 3
    block = Block({0: None, 1: 0, 2: 1, 3: 1, 4: 1}, people, 6)
    answered = block.answered()
    assert len(together(answered, [2, 3], LEAST)) == 1
    assert leak(people, block.sums(answered, {2, 3})), "the three would follow"


@pytest.mark.parametrize("people", range(5, 10))
def test_whoever_answered_more_than_others_does_not_learn_what_they_answered(people: int) -> None:
    """Own answers are less than a third of all: then neither end leaves one way for the others."""
    for own in range(1, 7):
        fewest = max(people - 1, 2 * own + 1)
        for others in range(fewest, fewest + 8):
            for mine in range(own, 5 * own + 1):
                ways: Counter[str] = Counter()
                for theirs in range(others, 5 * others + 1):
                    band = band_alone(mean_of([mine + theirs]) / (own + others))
                    ways[band] += 1 if theirs in (others, 5 * others) else 2
                assert min(ways.values()) > 1, (own, others, mine)


def test_whoever_gave_a_third_of_the_answers_keeps_a_group_from_it() -> None:
    balanced, tilted = {0b011: 6}, {0b001111: 1, 0b011: 4}
    for respondents, shown in ((balanced, {2}), (tilted, set())):
        answered = Answered({0: None, 1: 0, 2: 1}, {2: respondents}, [{2}] * 6, [set()] * 6)
        assert together(answered, [2], LEAST) == shown
