"""What is shown of a block's answers: theme by theme, or of a small group over all of them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coaching.rules.all_themes import Answered, together
from coaching.rules.comparison import Figure, compared
from coaching.rules.confidentiality import (
    Disclosure,
    Node,
    Thresholds,
    band_alone,
    band_of,
    count_class,
    forms,
    mean_of,
    reliability,
    rounded,
)
from coaching.rules.counts_told import told_as
from coaching.rules.instrument import Dimension
from storage.results import ALL_THEMES, NewResult

Valid = Mapping[Dimension, Mapping[int, int]]


class GroupKey(NamedTuple):
    """A group of the published tree: what it is, and its id."""

    node: str
    id: int


WHOLE = GroupKey("organisation", 0)
LEADS = GroupKey("leads", 0)
LEAVES = ("team", "group")

Members = Mapping[GroupKey, set[int]]
Forms = Mapping[GroupKey, Disclosure]


@dataclass(frozen=True, slots=True)
class Belonging:
    """Where everybody was in a block: each in one leaf, or among the leads.

    A leaf is a team, or a group of small teams that report together. Some are away all block.
    """

    leaf_of: Mapping[int, GroupKey]
    unit_of: Mapping[GroupKey, int]
    leads: Collection[int]
    away: Collection[int] = ()

    def home(self, person: int) -> GroupKey | None:
        """Return the leaf that somebody's answers belong to."""
        return LEADS if person in self.leads else self.leaf_of.get(person)

    def above(self, group: GroupKey) -> GroupKey | None:
        """Return the group that a group is a part of."""
        if group == WHOLE:
            return None
        return GroupKey("unit", self.unit_of[group]) if group.node in LEAVES else WHOLE


@dataclass(frozen=True, slots=True)
class _Block:
    """A block's answers with the groups that they are told of, numbered."""

    valid: Valid
    places: Belonging
    roster: Mapping[GroupKey, int]
    thresholds: Thresholds
    groups: Sequence[GroupKey]

    def of_whom(self, group: GroupKey, members: Members) -> int:
        """Return how many could answer; leads too few to be shown are in nobody's number."""
        with_leads = group == WHOLE and LEADS in members
        return self.roster.get(group, 0) + (self.roster[LEADS] if with_leads else 0)

    def told_as(self, group: GroupKey, members: Members) -> int:
        return told_as(len(members[group]), self.of_whom(group, members), self.thresholds)


def what_is_shown(
    valid: Valid, places: Belonging, roster: Mapping[GroupKey, int], thresholds: Thresholds
) -> list[NewResult]:
    """Return what is shown of each group, by who answered what and never by how."""
    members = {
        dimension: members_of(valid.get(dimension, {}), places, thresholds.band)
        for dimension in Dimension
    }
    groups = sorted(set().union(*members.values()))
    block = _Block(valid, places, roster, thresholds, groups)
    shown = {dimension: _forms(block, members[dimension]) for dimension in Dimension}
    at_once = _at_once(block, members, shown)
    rows = [_at_once_row(block, group, at_once) for group in at_once]
    for dimension, form_of in shown.items():
        by_theme = [
            _row(block, group, dimension, form, members[dimension])
            for group, form in form_of.items()
            if group not in at_once
        ]
        rows += _compared(by_theme)
    return rows


def members_of(answers: Iterable[int], places: Belonging, least: int) -> dict[GroupKey, set[int]]:
    """Put everybody who answered into their leaf, its unit and the whole, leads apart.

    Too few leads are left out of the whole as well: a lead knows the own answer.
    """
    members: dict[GroupKey, set[int]] = defaultdict(set)
    for person in answers:
        leaf = places.home(person)
        if leaf is not None:
            members[leaf].add(person)
    if len(members.get(LEADS, ())) < least:
        members.pop(LEADS, None)
    for leaf, who in list(members.items()):
        above = places.above(leaf)
        while above is not None:
            members[above] |= who
            above = places.above(above)
    return members


def roster_of(places: Belonging, answered: Collection[int]) -> dict[GroupKey, int]:
    """Count who is in each group, the leads apart, without those away all block.

    Whoever answered all the same stays counted.
    """
    here = (places.leaf_of.keys() | places.leads) - (set(places.away) - set(answered))
    staff = members_of(here - set(places.leads), places, 0)
    return {group: len(who) for group, who in staff.items()} | {
        LEADS: len(here & set(places.leads))
    }


def _forms(block: _Block, members: Members) -> dict[GroupKey, Disclosure]:
    """Return in which form each group is shown of a theme."""
    here = sorted(members)
    number = {group: n for n, group in enumerate(here)}
    nodes = []
    for group in here:
        above, people = block.places.above(group), len(members[group])
        parent = None if above is None else number[above]
        nodes.append(Node(number[group], parent, people, block.told_as(group, members)))
    return {here[node]: form for node, form in forms(nodes, block.thresholds).items()}


def _at_once(
    block: _Block, members: Mapping[Dimension, Members], shown: Mapping[Dimension, Forms]
) -> dict[GroupKey, set[int]]:
    """Return the groups that are shown over all themes at once, with who answered anything."""
    who = members_of(set().union(*block.valid.values()), block.places, block.thresholds.band)
    few = {
        group
        for group in who
        if (group.node in LEAVES or group == LEADS)
        and _sees_few(group, members, shown)
        and block.told_as(group, who) >= block.thresholds.band
    }
    if not few:
        return {}
    number = {group: n for n, group in enumerate(who)}
    answered = Answered(
        parents={
            number[group]: None if (above := block.places.above(group)) is None else number[above]
            for group in who
        },
        leaves={
            number[group]: _themes_of(block, people)
            for group, people in who.items()
            if group.node in LEAVES or group == LEADS
        },
        counted=[{number[group] for group in members[dimension]} for dimension in Dimension],
        shown=[{number[group] for group in shown[dimension]} for dimension in Dimension],
    )
    chosen = together(answered, [number[group] for group in few], block.thresholds.band)
    return {group: people for group, people in who.items() if number[group] in chosen}


def _sees_few(
    group: GroupKey, members: Mapping[Dimension, Members], shown: Mapping[Dimension, Forms]
) -> bool:
    """Tell whether most themes that a group answered stay hidden, one by one."""
    by_theme = sum(group in form_of for form_of in shown.values())
    return by_theme * 2 < sum(group in answered for answered in members.values())


def _themes_of(block: _Block, people: Iterable[int]) -> Mapping[int, int]:
    """Count who answered which themes, each set of themes as bits."""
    bits = [(1 << n, block.valid.get(each, {})) for n, each in enumerate(Dimension)]
    return Counter(sum(bit for bit, answers in bits if person in answers) for person in people)


def _at_once_row(block: _Block, group: GroupKey, members: Members) -> NewResult:
    """Return a group's band over all answers to all themes, each with the same weight."""
    values = [
        answers[person]
        for answers in block.valid.values()
        for person in members[group]
        if person in answers
    ]
    told = block.told_as(group, members)
    return NewResult(
        node=group.node,
        node_id=group.id,
        dimension=ALL_THEMES,
        form=Disclosure.BAND,
        band=band_alone(mean_of(values)),
        tenths=None,
        people=count_class(told),
        reliability=reliability(told, block.of_whom(group, members)),
    )


def _row(
    block: _Block,
    group: GroupKey,
    dimension: Dimension,
    form: Disclosure,
    members: Members,
) -> NewResult:
    mean = mean_of([block.valid[dimension][person] for person in members[group]])
    told = block.told_as(group, members)
    figure = rounded(mean, told) if form is Disclosure.FIGURE else None
    # A figure's band follows from the figure: one from the mean would tell more than either.
    return NewResult(
        node=group.node,
        node_id=group.id,
        dimension=dimension,
        form=form,
        band=band_alone(mean) if figure is None else band_of(figure),
        tenths=None if figure is None else int(figure * 10),
        people=count_class(told),
        reliability=reliability(told, block.of_whom(group, members)),
    )


def _compared(shown: Sequence[NewResult]) -> list[NewResult]:
    """Say of each team's figure where it stands among those of the other teams."""
    figures = {
        GroupKey(row.node, row.node_id): Figure(row.tenths, row.people)
        for row in shown
        if row.tenths is not None and row.node in LEAVES
    }
    compared_to_others = compared(figures)
    return [
        row._replace(place=compared_to_others.get(GroupKey(row.node, row.node_id)))
        for row in shown
    ]
