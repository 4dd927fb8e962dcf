"""Which small teams report together, and the forecast of who would see nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.rules.confidentiality import Thresholds
from coaching.rules.small_teams import TeamSize, people_in
from coaching.rules.team_groups import LEAST_ROSTER, SHARES, USUAL, seeing_nothing, suggested
from tests.simulations import forecast as simulation

THRESHOLDS = Thresholds()


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
    now, merged = (
        seeing_nothing(leaves, USUAL, THRESHOLDS) for leaves in (apart(teams), suggested(teams))
    )
    assert 9 <= now <= 12, "the five are nearly always hidden, and mostly hide the eight"
    assert merged <= 1


@pytest.mark.parametrize(("people", "hidden"), [(8, 0.30), (7, 0.44)])
def test_the_forecast_is_no_cliff(people: int, hidden: float) -> None:
    """Twelve teams in units of four, of whom seven of ten answer."""
    leaves = apart([TeamSize(n, n // 4, people) for n in range(12)])
    forecast = seeing_nothing(leaves, USUAL, THRESHOLDS) / (12 * people)
    assert forecast == pytest.approx(hidden, abs=0.03)


def test_the_forecast_is_right_to_within_five_points() -> None:
    for name, leaves in simulation.ORGANISATIONS.items():
        for of_ten in SHARES:
            told, came = simulation.forecast_and_came(leaves, of_ten, 50)
            assert told == pytest.approx(came, abs=0.05), (name, of_ten)


def test_the_same_people_are_forecast_the_same() -> None:
    leaves = apart([TeamSize(n, n // 4, 8) for n in range(12)])
    assert len({seeing_nothing(leaves, USUAL, THRESHOLDS) for _ in range(3)}) == 1
    assert seeing_nothing([], USUAL, THRESHOLDS) == 0


@given(organisations())
def test_every_team_is_in_one_leaf_of_its_own_unit(teams: list[TeamSize]) -> None:
    leaves = suggested(teams)
    assert sorted(team.id for leaf in leaves for team in leaf) == [team.id for team in teams]
    for leaf in leaves:
        assert len({team.unit_id for team in leaf}) == 1
        unit = [team for team in teams if team.unit_id == leaf[0].unit_id]
        enough = sum(team.people for team in unit) >= LEAST_ROSTER
        assert not enough or people_in(leaf) >= LEAST_ROSTER


@settings(max_examples=20)
@given(organisations())
def test_the_forecast_counts_people_of_the_organisation(teams: list[TeamSize]) -> None:
    everybody = sum(team.people for team in teams)
    for leaves in (apart(teams), suggested(teams)):
        assert 0 <= seeing_nothing(leaves, USUAL, THRESHOLDS) <= everybody
