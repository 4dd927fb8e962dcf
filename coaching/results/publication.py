"""Publishing a block: one frozen result for all groups at once, by the confidentiality rules."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import NamedTuple

from coaching.content import load_instrument
from coaching.results.thresholds import thresholds_of
from coaching.rules.access import Role
from coaching.rules.comparison import Figure, compared
from coaching.rules.confidentiality import (
    Disclosure,
    Node,
    Thresholds,
    band_of,
    count_class,
    forms,
    least_of_class,
    mean_of,
    reliability,
    rounded,
)
from coaching.rules.instrument import Dimension
from coaching.rules.programme import WEEKS_IN_BLOCK, monday_of
from storage import people, programme, results, team_groups
from storage.database import Session, Writer
from storage.programme import Organisation
from storage.results import BlockRating, NewResult


class GroupKey(NamedTuple):
    """A group of the published tree: what it is, and its id."""

    node: str
    id: int


WHOLE = GroupKey("organisation", 0)
LEADS = GroupKey("leads", 0)
LEAVES = ("team", "group")


@dataclass(frozen=True, slots=True)
class Belonging:
    """Where everybody was in a block: each in one leaf, or among the leads.

    A leaf is a team, or a group of small teams that report together.
    """

    leaf_of: Mapping[int, GroupKey]
    unit_of: Mapping[GroupKey, int]
    leads: Collection[int]


async def publish(
    session: Writer, organisation: Organisation, block: int, first_week: int, now: datetime
) -> bool:
    """Publish a block, once; raw answers can be deleted in the same transaction."""
    last_week = first_week + WEEKS_IN_BLOCK - 1
    rows = await results.ratings(session, organisation.id, first_week, last_week)
    wording = _wording(rows) or load_instrument().version_in(organisation.customer_word)
    publication = await results.claim(session, organisation.id, block, wording, now)
    if publication is None:
        return False
    places = await _places(session, organisation, block, first_week)
    thresholds = thresholds_of(organisation)
    valid = first_valid(rows, wording, last_week)
    everybody = dict.fromkeys([*places.leaf_of, *places.leads], 0)
    members = _members(everybody, places, thresholds.band)
    roster = {group: len(who) for group, who in members.items()}
    for dimension in Dimension:
        answers = valid.get(dimension, {})
        shown = _results(answers, dimension, places, roster, thresholds)
        await results.put(session, publication, shown)
    return True


def _wording(rows: Sequence[BlockRating]) -> str | None:
    """Return the wording that most answers were given to: two of them are never one result."""
    versions = Counter(row.instrument for row in rows if row.value is not None)
    return versions.most_common(1)[0][0] if versions else None


def first_valid(
    rows: Sequence[BlockRating], wording: str, last_week: int
) -> dict[Dimension, dict[int, int]]:
    """Return the first valid answer per dimension and person; rows run from the first week on.

    What the last week asks once more, because it was asked before, is for the person alone.
    """
    valid: dict[Dimension, dict[int, int]] = defaultdict(dict)
    asked: set[tuple[int, str]] = set()
    for row in rows:
        item = (row.person_id, row.dimension)
        again = row.week == last_week and item in asked
        asked.add(item)
        if row.value is not None and row.instrument == wording and not again:
            valid[Dimension(row.dimension)].setdefault(row.person_id, row.value)
    return valid


def _results(
    answers: Mapping[int, int],
    dimension: Dimension,
    places: Belonging,
    roster: Mapping[GroupKey, int],
    thresholds: Thresholds,
) -> list[NewResult]:
    """Return what is shown of a dimension, group by group."""
    members = _members(answers, places, thresholds.band)
    groups = sorted(members)
    number = {group: n for n, group in enumerate(groups)}
    nodes = [Node(number[g], _above(g, number, places), len(members[g])) for g in groups]
    shown = []
    for node, form in forms(nodes, thresholds).items():
        group = groups[node]
        values = [answers[person] for person in members[group]]
        mean = mean_of(values)
        figure = rounded(mean, len(values)) if form is Disclosure.FIGURE else None
        # A figure's band follows from the figure: one from the mean would tell more than either.
        shown.append(
            NewResult(
                node=group.node,
                node_id=group.id,
                dimension=dimension,
                form=form,
                band=band_of(mean if figure is None else figure),
                tenths=None if figure is None else int(figure * 10),
                people=count_class(len(values)),
                reliability=reliability(len(values), roster.get(group, 0)),
            )
        )
    return _compared(shown)


def _compared(shown: Sequence[NewResult]) -> list[NewResult]:
    """Say of each team's figure where it stands among those of the other teams."""
    figures = {
        GroupKey(row.node, row.node_id): Figure(
            Fraction(row.tenths, 10), least_of_class(row.people)
        )
        for row in shown
        if row.tenths is not None and row.node in LEAVES
    }
    compared_to_others = compared(figures)
    return [
        row._replace(place=compared_to_others.get(GroupKey(row.node, row.node_id)))
        for row in shown
    ]


def _members(
    answers: Mapping[int, int], places: Belonging, least: int
) -> dict[GroupKey, set[int]]:
    """Put everybody who answered into their leaf, its unit and the whole, leads apart.

    Too few leads are left out of the whole as well: a lead knows the own answer.
    """
    members: dict[GroupKey, set[int]] = defaultdict(set)
    leads = places.leads & answers.keys()
    if len(leads) >= least:
        members[LEADS] |= leads
        members[WHOLE] |= leads
    for person in answers.keys() - places.leads:
        leaf = places.leaf_of.get(person)
        if leaf is not None:
            members[leaf].add(person)
            members[GroupKey("unit", places.unit_of[leaf])].add(person)
            members[WHOLE].add(person)
    return members


def _above(group: GroupKey, number: Mapping[GroupKey, int], places: Belonging) -> int | None:
    if group == WHOLE:
        return None
    if group.node in LEAVES:
        return number[GroupKey("unit", places.unit_of[group])]
    return number[WHOLE]


async def _places(
    session: Session, organisation: Organisation, block: int, first_week: int
) -> Belonging:
    """Return where people were most days of the block; of two alike, where they were later."""
    first = monday_of(organisation.programme_start, first_week)
    after_last = first + timedelta(weeks=WEEKS_IN_BLOCK)
    leaf_of, unit_of = await _leaves(session, organisation.id, block)
    days: dict[int, dict[GroupKey, tuple[int, date]]] = defaultdict(dict)
    span = (first, after_last)
    for place in await people.places_between(session, organisation.id, Role.STAFF, *span):
        leaf, begins = leaf_of[place.team_id], max(place.since, first)
        before = days[place.person_id].get(leaf, (0, begins))[0]
        ends = min(place.until or after_last, after_last)
        days[place.person_id][leaf] = (before + (ends - begins).days, begins)
    led = await people.places_between(session, organisation.id, Role.LEAD, *span)
    leads = {place.person_id for place in led}
    staff = {
        person: max(leaves, key=lambda leaf: leaves[leaf])
        for person, leaves in days.items()
        if person not in leads
    }
    return Belonging(staff, unit_of, leads)


async def _leaves(
    session: Session, organisation_id: int, block: int
) -> tuple[dict[int, GroupKey], dict[GroupKey, int]]:
    """Return the leaf of each team in a block, and the unit of each leaf."""
    groups = await team_groups.groups_in(session, organisation_id, block)
    leaf_of: dict[int, GroupKey] = {}
    unit_of: dict[GroupKey, int] = {}
    for team, unit in await programme.teams(session, organisation_id):
        together = groups.get(team.id)
        leaf = GroupKey("team", team.id) if together is None else GroupKey("group", together)
        leaf_of[team.id] = leaf
        unit_of[leaf] = unit.id
    for team_id, into in (await programme.merged(session, organisation_id)).items():
        leaf_of[team_id] = leaf_of[into]
    return leaf_of, unit_of
