"""Rewards: what a level unlocks, and what a vote decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.content import LANGUAGES, load_rewards
from coaching.rules.rewards import Choice, RewardKind, needs_tax_review, unlocked, winner

catalogues = st.lists(
    st.builds(Choice, st.integers(1, 30), st.integers(1, 3)), unique_by=lambda c: c.id
)


@given(catalogues, st.integers(1, 3))
def test_a_level_unlocks_what_lower_ones_do(catalogue: list[Choice], level: int) -> None:
    found = unlocked(catalogue, level)
    assert {c.id for c in found} == {c.id for c in catalogue if c.level <= level}
    assert [c.level for c in found] == sorted((c.level for c in found), reverse=True)


@given(catalogues.filter(bool), st.data())
def test_most_votes_win_in_whatever_order_they_came(
    catalogue: list[Choice], data: st.DataObject
) -> None:
    choices = unlocked(catalogue, 3)
    ballots = data.draw(st.lists(st.sampled_from([choice.id for choice in choices]), max_size=30))
    found = winner(choices, ballots)
    assert winner(choices, data.draw(st.permutations(ballots))) == found
    assert all(ballots.count(found.id) >= ballots.count(choice.id) for choice in choices)


def test_without_a_vote_the_first_on_the_list_is_given() -> None:
    assert winner([Choice(4, 2), Choice(1, 1)], []) == Choice(4, 2)


def test_a_tie_goes_to_the_first_on_the_list() -> None:
    assert winner([Choice(4, 2), Choice(1, 1)], [1, 4, 4, 1]) == Choice(4, 2)


@pytest.mark.parametrize(
    ("kind", "cost", "needed"),
    [
        (RewardKind.TIME, 0, False),
        (RewardKind.DONATION, 200, False),
        (RewardKind.RECOGNITION, 120, True),
        (RewardKind.LEARNING, 1, True),
    ],
)
def test_what_is_bought_for_a_team_needs_a_tax_review(
    kind: RewardKind, cost: int, *, needed: bool
) -> None:
    assert needs_tax_review(kind, cost) is needed


def test_every_level_has_something_of_the_shipped_catalogue() -> None:
    shipped = load_rewards()
    assert {each.level for each in shipped} == {1, 2, 3}
    assert len({each.id for each in shipped}) == len(shipped)
    for each in shipped:
        assert len(each.titles) == len(LANGUAGES)
        assert len(each.id) <= 32
