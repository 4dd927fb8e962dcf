"""The comparison: below, within or above the middle half of the others, from figures alone."""

from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.comparison import LEAST_GROUPS, Comparison, Figure, compared
from coaching.rules.confidentiality import least_of_class
from tests.simulations import comparison as simulation

tenths = st.integers(15, 45)
published = st.dictionaries(
    st.integers(1, 60),
    st.builds(Figure, tenths, st.sampled_from(["10+", "15+", "25+"])),
    max_size=30,
)


def alike(*values: int, people: str = "25+") -> dict[int, Figure]:
    return {n: Figure(value, people) for n, value in enumerate(values)}


def test_one_far_below_and_one_far_above() -> None:
    found = compared(alike(20, 30, 33, 34, 35, 35, 36, 36, 40, 45))
    assert found[0] is Comparison.BELOW
    assert found[9] is Comparison.ABOVE
    assert {found[n] for n in range(2, 8)} == {Comparison.WITHIN}


def test_differences_that_chance_explains_put_nobody_below() -> None:
    found = compared(alike(30, 35, 35, 35, 35, 35, 35, 40, people="10+"))
    assert set(found.values()) == {Comparison.WITHIN}


@given(published)
def test_there_are_five_other_groups_and_fifty_people_or_nothing(
    figures: dict[int, Figure],
) -> None:
    for group in compared(figures):
        others = [figure for number, figure in figures.items() if number != group]
        assert len(others) >= LEAST_GROUPS
        assert sum(least_of_class(figure.people) for figure in others) >= 50
    if len(figures) <= LEAST_GROUPS:
        assert compared(figures) == {}


@given(published, st.integers(1, 60), tenths)
def test_whether_it_is_shown_does_not_depend_on_a_value(
    figures: dict[int, Figure], group: int, other: int
) -> None:
    if group in figures:
        changed = figures | {group: Figure(other, figures[group].people)}
        assert compared(changed).keys() == compared(figures).keys()


@given(published, st.integers(1, 60), tenths)
def test_the_own_group_is_not_in_what_it_is_compared_with(
    figures: dict[int, Figure], group: int, other: int
) -> None:
    """However far out it lies, the next farther out in the same direction is called the same."""
    place = compared(figures).get(group)
    if place in (Comparison.BELOW, Comparison.ABOVE):
        farther = max(other, figures[group].tenths)
        if place is Comparison.BELOW:
            farther = min(other, figures[group].tenths)
        changed = figures | {group: Figure(farther, figures[group].people)}
        assert compared(changed)[group] is place


@given(published)
def test_nobody_in_the_middle_half_is_called_below_or_above(figures: dict[int, Figure]) -> None:
    for group, place in compared(figures).items():
        others = [f.tenths for number, f in figures.items() if number != group]
        mean = sum(others) / len(others)
        if place is not Comparison.WITHIN:
            assert (figures[group].tenths < mean) == (place is Comparison.BELOW)


def test_teams_that_are_alike_are_hardly_ever_told_apart() -> None:
    for people in simulation.SIZES.values():
        alike = simulation.tallied(people, 0, 6)
        assert alike.flagged <= 0.05 * alike.teams
        assert alike.with_a_flag <= 0.05 * alike.blocks


def test_four_labels_of_five_are_right_where_teams_differ() -> None:
    for name in ("18", "30"):
        sizes, runs = simulation.SIZES[name], 30
        differ = simulation.tallied(sizes, simulation.DIFFERENCES, runs, teams=(8, 12))
        assert differ.flagged > 20
        assert differ.right >= 0.8 * differ.flagged
