from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.instrument import (
    Dimension,
    Form,
    asks_openly,
    form_for,
    items,
    pair,
    value_of,
    week_of_customer_view,
)
from coaching.rules.programme import CyclePosition, position

D1, D2, D3, D4, D5, D6 = Dimension
FOURTH_WEEK = position(3)

forms = st.sampled_from(Form)
keys = st.text(max_size=20)
answers = st.frozensets(st.sampled_from(Dimension))


@pytest.mark.parametrize(
    ("week_of_block", "a", "b", "c"),
    [
        (1, (D1, D2), (D3, D4), (D5, D6)),
        (2, (D3, D4), (D5, D6), (D1, D2)),
        (3, (D5, D6), (D1, D2), (D3, D4)),
    ],
)
def test_the_first_block_is_the_table(
    week_of_block: int,
    a: tuple[Dimension, Dimension],
    b: tuple[Dimension, Dimension],
    c: tuple[Dimension, Dimension],
) -> None:
    assert [pair(form, 0, week_of_block) for form in Form] == [a, b, c]


@given(st.integers(0, 500), st.integers(1, 3))
def test_with_each_block_a_becomes_b_becomes_c_becomes_a(block: int, week: int) -> None:
    for form, follower in zip(Form, (Form.B, Form.C, Form.A), strict=True):
        assert pair(form, block + 1, week) == pair(follower, block, week)


@given(forms, st.integers(0, 500))
def test_each_block_asks_each_dimension_once_in_three_weeks(form: Form, block: int) -> None:
    asked = [dimension for week in (1, 2, 3) for dimension in pair(form, block, week)]
    assert sorted(asked) == list(Dimension)


@given(st.integers(0, 500), st.integers(1, 3))
def test_each_week_the_three_forms_cover_all_six(block: int, week: int) -> None:
    assert {dimension for form in Form for dimension in pair(form, block, week)} == set(Dimension)


@pytest.mark.parametrize(("block", "week"), [(0, 0), (0, 4), (-1, 1)])
def test_no_other_week_has_a_pair(block: int, week: int) -> None:
    with pytest.raises(ValueError, match="pair"):
        pair(Form.A, block, week)


@given(st.integers(), st.integers(0, 300))
def test_every_three_members_of_a_team_get_the_three_forms(team: int, trio: int) -> None:
    given_out = [form_for(3 * trio + seat, team) for seat in range(3)]
    assert set(given_out) == set(Form)


def test_forms_are_drawn_by_lot_and_stay_as_drawn() -> None:
    orders = Counter(tuple(form_for(n, team) for n in range(3)) for team in range(600))
    assert len(orders) == 6
    assert min(orders.values()) > 60
    assert "".join(form_for(n, 7) for n in range(9)) == "BACBACCAB"


def test_members_are_counted_from_zero() -> None:
    with pytest.raises(ValueError, match="from 0"):
        form_for(-1, 1)


@given(forms, st.integers(0, 400), answers, keys)
def test_every_week_has_two_items_except_the_rest_week(
    form: Form, week: int, answered: frozenset[Dimension], key: str
) -> None:
    where = position(week)
    asked = items(form, where, answered, key)
    missed = len(Dimension) - len(answered)
    due = 0 if where.rest else 2
    if where.week_of_block == 4:
        due = min(max(missed, 1), 2)
    assert len(set(asked)) == len(asked) == due
    assert len(asked) + asks_openly(where, answered) == (0 if where.rest else 2)
    assert asked == items(form, where, answered, key)


@given(forms, st.integers(0, 30), answers, keys)
def test_weeks_one_to_three_ask_the_pair_whatever_was_answered(
    form: Form, block: int, answered: frozenset[Dimension], key: str
) -> None:
    for week in (1, 2, 3):
        asked = items(form, CyclePosition(block // 3, block, week, rest=False), answered, key)
        assert set(asked) == set(pair(form, block, week))


@given(forms, answers, keys)
def test_the_fourth_week_asks_first_what_was_missed(
    form: Form, answered: frozenset[Dimension], key: str
) -> None:
    missed = set(Dimension) - answered
    asked = set(items(form, FOURTH_WEEK, answered, key))
    assert asked <= missed or not missed


@given(forms, st.sampled_from(Dimension), keys)
def test_with_nothing_missed_the_fourth_week_asks_the_focus(
    form: Form, focus: Dimension, key: str
) -> None:
    assert items(form, FOURTH_WEEK, frozenset(Dimension), key, focus) == (focus,)
    assert asks_openly(FOURTH_WEEK, frozenset(Dimension))
    assert not asks_openly(FOURTH_WEEK, frozenset())


def test_the_customers_view_is_asked_once_a_block_in_a_week_by_lot() -> None:
    weeks = Counter(
        week_of_customer_view(f"{person}:{block}") for person in range(100) for block in range(6)
    )
    assert set(weeks) == {1, 2, 3}
    assert min(weeks.values()) > 150


def test_the_lot_decides_the_order_and_what_fills_the_fourth_week() -> None:
    people = range(200)
    first_week = Counter(items(Form.A, position(0), frozenset(), f"{n}:0") for n in people)
    assert set(first_week) == {(D1, D2), (D2, D1)}
    assert min(first_week.values()) > 60
    all_but_two = frozenset(Dimension) - {D4, D2}
    fourth_week = [items(Form.A, FOURTH_WEEK, all_but_two, f"{n}:3") for n in people]
    assert all(set(asked) == {D2, D4} for asked in fourth_week)
    assert 60 < sum(asked[0] is D4 for asked in fourth_week) < 140
    filled = {items(Form.A, FOURTH_WEEK, frozenset(Dimension), f"{n}:3") for n in people}
    assert filled == {(dimension,) for dimension in Dimension}


def test_a_typed_digit_is_a_value_of_the_scale_and_nothing_else_is() -> None:
    assert [value_of(str(n)) for n in range(7)] == [None, 1, 2, 3, 4, 5, None]
    assert [value_of(typed) for typed in ("", "05", "3.0", "-1", "٣", "three")] == [None] * 6
