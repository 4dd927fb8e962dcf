"""What is shown of a block: safe by counts for every value, and something true for small teams."""

import random
from collections.abc import Iterable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.results.what_is_shown import (
    LEADS,
    Belonging,
    GroupKey,
    Valid,
    members_of,
    roster_of,
    what_is_shown,
)
from coaching.rules.confidentiality import Thresholds
from coaching.rules.instrument import Dimension
from storage.results import ALL_THEMES, NewResult
from tests.coaching.rules.test_all_themes import Row, leak
from tests.simulations.shown import answers, places, shares

LEAST = Thresholds()
D1, D2 = Dimension.LISTENING, Dimension.EMPATHY
THEMES = list(Dimension)


def published(valid: Valid, belonging: Belonging) -> list[NewResult]:
    return what_is_shown(valid, belonging, roster_of(belonging, ()), LEAST)


def sums(rows: Iterable[NewResult], valid: Valid, belonging: Belonging) -> list[Row]:
    """Return the exact sums behind what is shown."""
    by_theme = {d: members_of(valid.get(d, {}), belonging, LEAST.band) for d in Dimension}
    anything = members_of(set().union(*valid.values()), belonging, LEAST.band)
    found: list[Row] = []
    for row in rows:
        group = GroupKey(row.node, row.node_id)
        if row.dimension == ALL_THEMES:
            who = {d: anything[group] & valid.get(d, {}).keys() for d in Dimension}
        else:
            who = {Dimension(row.dimension): by_theme[Dimension(row.dimension)][group]}
        found.append({(p, THEMES.index(d)): 1 for d, people in who.items() for p in people})
    return found


def small_organisation(lot: random.Random) -> tuple[Valid, Belonging]:
    """Return one or two units of small teams, and leads, who answer seldom."""
    sizes = [[lot.randint(2, 8) for _ in range(lot.randint(1, 3))] for _ in range(2)]
    belonging = places(sizes)
    leads = frozenset(range(1000, 1000 + lot.randint(0, 7)))
    belonging = Belonging(belonging.leaf_of, belonging.unit_of, leads)
    return answers(lot, [*belonging.leaf_of, *leads], lot.uniform(0.4, 0.9)), belonging


@given(st.integers(0, 10**9))
@settings(max_examples=12, deadline=None)
def test_14_no_combination_of_all_that_is_shown_rests_on_too_few(seed: int) -> None:
    valid, belonging = small_organisation(random.Random(seed))
    rows = sums(published(valid, belonging), valid, belonging)
    leaves = [*belonging.unit_of, LEADS]
    everybody = sorted(set().union(*valid.values()))
    people = []
    for person in everybody:
        home = belonging.home(person)
        assert home is not None
        themes = sum(1 << n for n, d in enumerate(THEMES) if person in valid.get(d, {}))
        people.append((leaves.index(home), themes))
    numbered = [{(everybody.index(p), theme): 1 for p, theme in row} for row in rows]
    assert not leak(people, numbered, least=3), "of one or two people; five take too long here"


def form_of(rows: Sequence[NewResult]) -> list[tuple[str, ...]]:
    return [
        (row.node, str(row.node_id), row.dimension, row.form, row.people, row.reliability)
        for row in rows
    ]


@given(st.integers(0, 10**9))
@settings(max_examples=50, deadline=None)
def test_what_is_shown_and_in_which_form_depends_on_no_value(seed: int) -> None:
    lot = random.Random(seed)
    valid, belonging = small_organisation(lot)
    other: Valid = {
        dimension: {person: lot.randint(1, 5) for person in answered}
        for dimension, answered in valid.items()
    }
    assert form_of(published(valid, belonging)) == form_of(published(other, belonging))


def six_of_whom_four_answer_each_theme(first: int) -> Valid:
    answered = ("D1 D2 D3", "D4 D5 D6", "D2 D3 D4 D5", "D1 D2 D5 D6", "D1 D3 D4 D6", "")
    return {
        dimension: {
            first + n: 4 for n, themes in enumerate(answered) if dimension in themes or not themes
        }
        for dimension in Dimension
    }


def test_a_team_too_small_for_its_themes_sees_one_band_over_all_of_them() -> None:
    belonging = places([[6, 6]])
    one, other = (six_of_whom_four_answer_each_theme(first) for first in (0, 6))
    rows = published({d: {**one[d], **other[d]} for d in Dimension}, belonging)
    teams = {
        (row.node_id, row.dimension, row.form, row.band) for row in rows if row.node == "team"
    }
    assert teams == {(n, ALL_THEMES, "band", "regular_up") for n in (0, 1)}
    assert {row.dimension for row in rows if row.node == "unit"} == set(Dimension)


def test_a_group_that_sees_half_of_its_themes_keeps_them() -> None:
    valid = {dimension: dict.fromkeys(range(6), 3) for dimension in THEMES[:3]}
    valid |= {dimension: dict.fromkeys(range(3), 3) for dimension in THEMES[3:]}
    rows = published(valid, places([[6], [9]]))
    assert {row.dimension for row in rows if row.node == "team"} == set(THEMES[:3])


def test_few_leads_are_in_nothing_over_all_themes_either() -> None:
    team = places([[6, 6]])
    belonging = Belonging(team.leaf_of, team.unit_of, frozenset(range(20, 24)))
    valid = {dimension: dict.fromkeys(range(20, 24), 5) for dimension in Dimension}
    assert published(valid, belonging) == []
    assert LEADS not in members_of(range(20, 24), belonging, LEAST.band)


def test_nearly_every_team_of_six_and_more_sees_something_at_sixty_per_cent() -> None:
    """The table of `python -m tests.simulations.shown` on fewer organisations."""
    for size, nothing in ((6, 10), (7, 5), (8, 3)):
        before, since = shares(size, 60, organisations=8)
        assert since["nothing"] <= min(nothing, before["nothing"])
        assert since["3-5"] == before["3-5"], "who saw half of the themes keeps them"
        assert since["all"] == before["all"]
