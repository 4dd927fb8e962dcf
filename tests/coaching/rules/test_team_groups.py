"""Which small teams report together, and the forecast of who would see nothing."""

from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.confidentiality import Thresholds
from coaching.rules.small_teams import TeamSize, people_in
from coaching.rules.team_groups import LEAST_ROSTER, seeing_nothing, suggested

USUAL = Thresholds()


@st.composite
def organisations(draw: st.DrawFn) -> list[TeamSize]:
    ids = range(1, draw(st.integers(1, 14)) + 1)
    return [TeamSize(i, draw(st.integers(1, 3)), draw(st.integers(0, 20))) for i in ids]


def apart(teams: list[TeamSize]) -> list[tuple[TeamSize, ...]]:
    return [(team,) for team in teams]


def test_two_small_teams_of_a_unit_report_together() -> None:
    large, small, tiny = TeamSize(1, 1, 12), TeamSize(2, 1, 6), TeamSize(3, 1, 4)
    assert {frozenset(t.id for t in leaf) for leaf in suggested([large, small, tiny])} == {
        frozenset({1}),
        frozenset({2, 3}),
    }


def test_a_small_team_alone_in_its_unit_stays_alone() -> None:
    assert suggested([TeamSize(1, 1, 4), TeamSize(2, 2, 30)]) == apart(
        [TeamSize(1, 1, 4), TeamSize(2, 2, 30)]
    )


def test_whom_a_small_team_and_its_sibling_hide() -> None:
    teams = [TeamSize(1, 1, 30), TeamSize(2, 1, 8), TeamSize(3, 1, 5)]
    assert seeing_nothing(apart(teams), USUAL) == 13, "three would follow from the eight"
    assert seeing_nothing(suggested(teams), USUAL) == 0


@given(organisations())
def test_every_team_is_in_one_leaf_of_its_own_unit(teams: list[TeamSize]) -> None:
    leaves = suggested(teams)
    assert sorted(team.id for leaf in leaves for team in leaf) == [team.id for team in teams]
    for leaf in leaves:
        assert len({team.unit_id for team in leaf}) == 1
        unit = [team for team in teams if team.unit_id == leaf[0].unit_id]
        enough = sum(team.people for team in unit) >= LEAST_ROSTER
        assert not enough or people_in(leaf) >= LEAST_ROSTER


@given(organisations())
def test_the_forecast_counts_people_of_the_organisation(teams: list[TeamSize]) -> None:
    everybody = sum(team.people for team in teams)
    for leaves in (apart(teams), suggested(teams)):
        assert 0 <= seeing_nothing(leaves, USUAL) <= everybody
