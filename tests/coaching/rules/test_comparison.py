"""The comparison: below, within or above the middle half of the others, from figures alone."""

from fractions import Fraction
from statistics import quantiles

from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.comparison import LEAST_GROUPS, Comparison, Figure, compared

tenths = st.integers(15, 45)
published = st.dictionaries(
    st.integers(1, 60),
    st.builds(lambda t, n: Figure(Fraction(t, 10), n), tenths, st.sampled_from([10, 15, 25])),
    max_size=30,
)


def alike(*values: float, people: int = 25) -> dict[int, Figure]:
    return {n: Figure(Fraction(str(value)), people) for n, value in enumerate(values)}


def test_one_far_below_and_one_far_above() -> None:
    found = compared(alike(2.0, 3.4, 3.5, 3.5, 3.6, 3.6, 4.5))
    assert found[0] is Comparison.BELOW
    assert found[6] is Comparison.ABOVE
    assert {found[n] for n in (2, 3)} == {Comparison.WITHIN}


def test_differences_that_chance_explains_put_nobody_below() -> None:
    found = compared(alike(3.0, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 4.0, people=10))
    assert set(found.values()) == {Comparison.WITHIN}


@given(published)
def test_there_are_five_other_groups_and_fifty_people_or_nothing(
    figures: dict[int, Figure],
) -> None:
    for group in compared(figures):
        others = [figure for number, figure in figures.items() if number != group]
        assert len(others) >= LEAST_GROUPS
        assert sum(figure.people for figure in others) >= 50
    if len(figures) <= LEAST_GROUPS:
        assert compared(figures) == {}


@given(published, st.integers(1, 60), tenths)
def test_whether_it_is_shown_does_not_depend_on_a_value(
    figures: dict[int, Figure], group: int, other: int
) -> None:
    if group in figures:
        changed = figures | {group: Figure(Fraction(other, 10), figures[group].people)}
        assert compared(changed).keys() == compared(figures).keys()


@given(published)
def test_the_own_group_is_not_in_what_it_is_compared_with(figures: dict[int, Figure]) -> None:
    even = {group: Figure(figure.value, 25) for group, figure in figures.items()}
    values = [float(figure.value) for figure in even.values()]
    for group, place in compared(even).items():
        own = float(even[group].value)
        others = [float(f.value) for number, f in even.items() if number != group]
        low, _, high = quantiles(others, n=4, method="inclusive")
        if max(values) - min(values) > 2:  # else chance may explain all of it
            expected = Comparison.BELOW if own < low - 1e-9 else Comparison.WITHIN
            expected = Comparison.ABOVE if own > high + 1e-9 else expected
            assert place in (expected, Comparison.WITHIN)
            if place is not Comparison.WITHIN:
                assert place is expected
