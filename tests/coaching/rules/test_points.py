from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.points import (
    LEVELS,
    Activity,
    Completion,
    Component,
    Mark,
    carried,
    could_come,
    counted,
    counted_together,
    is_active,
    level_reached,
    score,
    shown,
    shown_parts,
    tried_across,
)
from coaching.rules.small_teams import TeamSize

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def week(active: int, took_part: int = 0, practised: int = 0) -> Activity:
    return Activity(
        active, took_part, practised, shared=False, tried_across=False, customer_voice=False
    )


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    active = draw(st.integers(0, 60))
    people = st.integers(0, active)
    return Activity(active, draw(people), draw(people), *(draw(st.booleans()) for _ in range(3)))


@pytest.mark.parametrize(
    ("took_part", "active", "points"),
    [
        *[(0, 10, 0), (3, 10, 0), (4, 10, 15), (6, 10, 15), (7, 10, 30), (10, 10, 30)],
        *[(399, 1000, 0), (400, 1000, 15), (699, 1000, 15), (700, 1000, 30)],
        *[(1, 8, 0), (5, 8, 15), (6, 8, 30), (4, 5, 30), (9, 12, 30), (21, 30, 30)],
    ],
)
def test_the_steps_are_exact(took_part: int, active: int, points: int) -> None:
    taken_part = score(week(active, took_part=took_part))
    practised = score(week(active, practised=took_part))
    assert taken_part.get(Component.RATING_TAKEN_PART, 0) == points
    assert practised.get(Component.PRACTISED, 0) == points * 4 // 3


def test_a_full_week_is_a_hundred_points() -> None:
    full = Activity(8, 8, 8, shared=True, tried_across=True, customer_voice=True)
    assert score(full) == {
        Component.RATING_TAKEN_PART: 30,
        Component.PRACTISED: 40,
        Component.SHARED: 10,
        Component.TRIED_ACROSS: 10,
        Component.CUSTOMER_VOICE: 10,
    }


def test_nobody_active_earns_nothing() -> None:
    assert score(Activity(0, 0, 0, shared=True, tried_across=True, customer_voice=True)) == {}


@pytest.mark.parametrize(("took_part", "practised"), [(6, 0), (0, 6), (-1, 0), (0, -1)])
def test_only_active_members_can_be_counted(took_part: int, practised: int) -> None:
    with pytest.raises(ValueError, match="active"):
        week(5, took_part, practised)


@given(activities())
def test_a_week_has_0_to_100_points_and_names_only_what_earned(activity: Activity) -> None:
    points = score(activity)
    assert 0 <= sum(points.values()) <= 100
    assert all(earned > 0 for earned in points.values())


@given(activities(), st.integers(2, 10))
def test_a_bigger_team_with_equal_shares_earns_the_same(activity: Activity, times: int) -> None:
    bigger = Activity(
        activity.active * times,
        activity.took_part * times,
        activity.practised * times,
        activity.shared,
        activity.tried_across,
        activity.customer_voice,
    )
    assert score(bigger) == score(activity)


@given(st.integers(2, 60), st.data())
def test_pausing_somebody_who_did_nothing_never_lowers_points(
    active: int, data: st.DataObject
) -> None:
    took_part, practised = (data.draw(st.integers(0, active - 1)) for _ in range(2))
    with_them = score(week(active, took_part, practised))
    without_them = score(week(active - 1, took_part, practised))
    assert all(without_them[component] >= points for component, points in with_them.items())


@given(st.integers(1, 60))
def test_up_to_thirty_per_cent_may_stay_out_without_loss(active: int) -> None:
    everyone_needed = active - active * 3 // 10
    assert score(week(active, everyone_needed, everyone_needed)) == score(
        week(active, active, active)
    )


people_at_work = st.lists(
    st.builds(
        Completion,
        st.integers(1, 6),
        st.integers(0, 3).map(lambda day: NOON + timedelta(days=day)),
        st.integers(0, 400_000).map(lambda seconds: NOON + timedelta(seconds=seconds)),
    )
)


@pytest.mark.parametrize(
    ("seconds", "counts"), [(-60, False), (0, False), (5, False), (6, True), (500_000, True)]
)
def test_a_step_within_five_seconds_of_its_delivery_is_a_slip(
    seconds: int, *, counts: bool
) -> None:
    step = Completion(1, NOON, NOON + timedelta(seconds=seconds))
    assert counted([step]) == ({1} if counts else set())


def test_one_member_doing_a_hundred_things_earns_a_team_of_eight_nothing() -> None:
    steps = [Completion(1, NOON, NOON + timedelta(minutes=n)) for n in range(1, 101)]
    assert counted(steps) == {1}
    assert score(week(8, practised=len(counted(steps)))) == {}


@given(people_at_work, st.data())
def test_more_by_those_already_counted_and_any_order_change_nothing(
    steps: list[Completion], data: st.DataObject
) -> None:
    people = counted(steps)
    shuffled = data.draw(st.permutations(steps))
    more = [
        Completion(person, NOON, NOON + timedelta(seconds=data.draw(st.integers(0, 10_000))))
        for person in people
    ]
    assert counted([*shuffled, *more, *more]) == people


@pytest.mark.parametrize(
    ("enrolled", "paused", "weeks", "active"),
    [
        (7, 0, 2, True),
        (3, 0, 2, True),
        (2, 0, 2, False),
        (7, 4, 2, True),
        (7, 5, 2, False),
        (7, 7, 30, False),
        (7, 0, 1, False),
        (7, 0, 0, False),
    ],
)
def test_active_are_settled_members_with_three_unpaused_days(
    enrolled: int, paused: int, weeks: int, *, active: bool
) -> None:
    assert is_active(enrolled, paused, weeks) is active


@pytest.mark.parametrize(
    ("total", "level"),
    [(0, 0), (599, 0), (600, 1), (779, 1), (780, 2), (959, 2), (960, 3), (1200, 3)],
)
def test_levels_are_reached_at_600_780_and_960(total: int, level: int) -> None:
    assert level_reached(total) == level
    assert LEVELS == (600, 780, 960)


@pytest.mark.parametrize(
    ("total", "rounded"), [(0, 0), (9, 0), (10, 10), (19, 10), (35, 30), (595, 590), (600, 600)]
)
def test_what_is_shown_is_rounded_down_to_ten(total: int, rounded: int) -> None:
    assert shown(total) == rounded


def together(*groups: tuple[int, int, int]) -> list[set[int]]:
    """The sets counted together, as (id, unit, active) groups make them, each once."""
    sets = counted_together([TeamSize(*group) for group in groups])
    return sorted(map(set, set(sets.values())), key=sorted)


def test_big_enough_teams_stay_alone() -> None:
    assert together((1, 1, 5), (2, 1, 8), (3, 2, 6)) == [{1}, {2}, {3}]


def test_a_small_team_joins_the_smallest_sibling() -> None:
    assert together((1, 1, 4), (2, 1, 9), (3, 1, 6), (4, 2, 5)) == [{1, 3}, {2}, {4}]


def test_small_teams_join_each_other_until_they_are_five() -> None:
    assert together((1, 1, 2), (2, 1, 2), (3, 1, 3), (4, 1, 20)) == [{1, 2, 3}, {4}]
    assert together((1, 1, 2), (2, 1, 3), (3, 1, 4), (4, 1, 4)) == [{1, 2}, {3, 4}]


def test_equally_small_teams_join_by_their_number() -> None:
    assert together((9, 1, 7), (3, 1, 7), (5, 1, 4)) == [{3, 5}, {9}]


def test_a_unit_that_is_too_small_as_a_whole_joins_another_unit() -> None:
    assert together((1, 1, 2), (2, 1, 2), (3, 2, 9), (4, 2, 6), (5, 3, 7)) == [
        {1, 2, 4},
        {3},
        {5},
    ]


def test_an_organisation_under_five_earns_no_points_at_all() -> None:
    groups = [TeamSize(1, 1, 2), TeamSize(2, 2, 2)]
    assert counted_together(groups) == {1: frozenset(), 2: frozenset()}
    assert counted_together([]) == {}


@st.composite
def organisations(draw: st.DrawFn) -> list[TeamSize]:
    ids = draw(st.lists(st.integers(1, 1000), unique=True, max_size=12))
    return [TeamSize(i, draw(st.integers(1, 3)), draw(st.integers(0, 12))) for i in ids]


@given(organisations(), st.data())
def test_the_sets_are_a_partition_that_reaches_five_in_any_order(
    groups: list[TeamSize], data: st.DataObject
) -> None:
    sets = counted_together(groups)
    assert sets == counted_together(data.draw(st.permutations(groups)))
    active = {group.id: group.people for group in groups}
    assert set(sets) == set(active)
    if sum(active.values()) < 5:
        assert not any(sets.values())
        return
    for group_id, members in sets.items():
        assert bool(members) == bool(active[group_id]), "nobody there, nothing to earn"
        assert (group_id in members) == bool(members)
        assert all(sets[member] == members for member in members)
        assert not members or sum(active[member] for member in members) >= 5


@given(organisations())
def test_units_mix_only_when_one_of_them_is_too_small(groups: list[TeamSize]) -> None:
    unit = {group.id: group.unit_id for group in groups}
    sizes = {u: sum(g.people for g in groups if g.unit_id == u) for u in unit.values()}
    for members in counted_together(groups).values():
        units = {unit[member] for member in members}
        assert len(units) <= 1 or any(sizes[u] < 5 for u in units)


ALONE, TOGETHER = {1}, {1, 2}


@pytest.mark.parametrize(
    ("counted_as", "mark", "credited"),
    [
        (ALONE, Mark(1, 3, card_counts=True), True),
        (ALONE, Mark(3, 1, card_counts=True), True),
        (ALONE, Mark(1, 3, card_counts=False), True),
        (ALONE, Mark(3, 1, card_counts=False), False),
        (ALONE, Mark(3, 4, card_counts=True), False),
        (ALONE, Mark(1, 1, card_counts=True), False),
        (TOGETHER, Mark(1, 2, card_counts=True), False),
        (TOGETHER, Mark(2, 3, card_counts=True), True),
    ],
)
def test_a_mark_is_for_who_tried_and_for_who_was_tried(
    counted_as: set[int], mark: Mark, credited: bool
) -> None:
    assert tried_across(counted_as, [mark], []) is credited


def test_a_pair_of_teams_counts_once_a_block_whoever_tried() -> None:
    mark, back = Mark(1, 2, card_counts=True), Mark(2, 1, card_counts=True)
    assert not tried_across({1}, [mark, back], [back])
    assert not tried_across({2}, [mark, back], [mark])
    assert tried_across({1}, [mark, Mark(3, 1, card_counts=True)], [back])


components = st.sets(st.sampled_from(Component))


@given(activities(), activities())
def test_what_could_come_tells_no_share(one: Activity, other: Activity) -> None:
    """Half and all of a component's points look alike: what is named follows from what earned."""
    if score(one).keys() == score(other).keys():
        assert could_come(set(score(one)), set()) == could_come(set(score(other)), set())


@given(components, components)
def test_what_could_come_is_what_did_not(last_week: set[Component], block: set[Component]) -> None:
    found = could_come(last_week, block)
    assert not set(found) & last_week
    assert set(found) >= set(Component) - last_week - {Component.CUSTOMER_VOICE}
    assert (Component.CUSTOMER_VOICE in found) == (
        Component.CUSTOMER_VOICE not in last_week | block
    )


totals = st.integers(0, 1200)
heads = st.integers(0, 60)


@pytest.mark.parametrize(
    ("total", "people", "into_total", "into_people", "together"),
    [(600, 10, 300, 10, 450), (601, 10, 300, 10, 451), (100, 5, 900, 5, 900), (700, 5, 0, 0, 700)],
)
def test_a_merger_carries_points_by_heads_rounded_up(
    total: int, people: int, into_total: int, into_people: int, together: int
) -> None:
    assert carried(total, people, into_total, into_people) == together


@given(totals, heads, totals, heads)
def test_no_merger_takes_points_away_or_makes_more_than_the_better_team_had(
    total: int, people: int, into_total: int, into_people: int
) -> None:
    together = carried(total, people, into_total, into_people)
    assert into_total <= together <= max(total, into_total)


@given(st.lists(st.integers(0, 100), max_size=14))
def test_parts_as_shown_add_up_to_the_total_as_shown(parts: list[int]) -> None:
    found = shown_parts(parts)
    assert sum(found) == shown(sum(parts))
    assert all(abs(a - b) < 10 for a, b in zip(found, parts, strict=True))
    assert all(a % 10 == 0 for a in found)
