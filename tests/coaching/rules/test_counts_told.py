"""Nobody reads an exact number of respondents from all that is said beside a result."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

import pytest

from coaching.results.thresholds import CHOICES
from coaching.rules.confidentiality import (
    STEPS,
    Node,
    Reliability,
    Thresholds,
    count_class,
    forms,
    least_of_class,
    reliability,
)
from coaching.rules.counts_told import told_as
from coaching.rules.figures import uncertainty

ROSTERS = range(8, 61)
SMALL = range(5, 8)
USUAL = Thresholds()


def said(people: int, roster: int, thresholds: Thresholds = USUAL) -> Hashable:
    """Return all that is said of a group by itself, whatever it answered."""
    told = told_as(people, roster, thresholds)
    form = forms([Node(1, None, people, told)], thresholds).get(1)
    if form is None:
        return None
    exact = (step for least, step in STEPS if told >= least)
    figure = (next(exact), uncertainty(count_class(told))) if form == "figure" else None
    return form, figure, count_class(told), reliability(told, roster)


def as_before(people: int, roster: int) -> Hashable:
    """Return what was said when all of it was taken from the exact number."""
    form = forms([Node(1, None, people)]).get(1)
    if form is None:
        return None
    step = next((step for least, step in STEPS if people >= least), None)
    return form, step, count_class(people), reliability(people, roster)


def naming_one(tell: Callable[[int, int], Hashable], rosters: Iterable[int]) -> tuple[int, int]:
    """Count the combinations with a roster that stand for one number, and all of them."""
    lone = every = 0
    for roster in rosters:
        numbers: dict[Hashable, set[int]] = defaultdict(set)
        for people in range(roster + 1):
            numbers[tell(people, roster)].add(people)
        lone += sum(len(each) == 1 for each in numbers.values())
        every += len(numbers)
    return lone, every


def test_no_combination_with_a_roster_names_one_number() -> None:
    assert naming_one(said, ROSTERS)[0] == 0


def test_taken_from_the_exact_number_many_combinations_would() -> None:
    lone, every = naming_one(as_before, ROSTERS)
    assert lone > every / 15
    assert as_before(5, 13) == ("band", None, "5+", "low")
    assert [n for n in range(14) if as_before(n, 13) == as_before(5, 13)] == [5]


@pytest.mark.parametrize("thresholds", [*CHOICES, Thresholds(9, 10), Thresholds(7, 14)], ids=str)
def test_nor_with_raised_thresholds(thresholds: Thresholds) -> None:
    def tell(people: int, roster: int) -> Hashable:
        return said(people, roster, thresholds)

    assert naming_one(tell, ROSTERS)[0] == 0


def test_in_a_small_roster_what_is_said_is_always_the_same() -> None:
    """That there is a result tells that nearly everybody answered; nothing else is added."""
    told = {said(people, roster) for roster in SMALL for people in range(5, roster + 1)}
    assert told == {("band", None, "5+", Reliability.FAIR)}


def test_all_that_is_said_is_true() -> None:
    for roster in (*SMALL, *ROSTERS):
        for people in range(roster + 1):
            told = told_as(people, roster, USUAL)
            assert told <= people
            if told:
                assert least_of_class(count_class(told)) <= people
                order = list(Reliability)
                honest = order.index(reliability(people, roster))
                assert order.index(reliability(told, roster)) >= honest, "never better than it is"


def test_what_everybody_of_ten_answered_is_no_figure() -> None:
    """A figure starts with ten people, so of a roster of ten it would say that all answered."""
    assert forms([Node(1, None, 10, told_as(10, 10, USUAL))]) == {1: "band"}
    assert forms([Node(1, None, 10, told_as(10, 11, USUAL))]) == {1: "figure"}


@pytest.mark.parametrize(("older", "least"), [("5-9", 5), ("10-14", 10), ("15-24", 15)])
def test_classes_of_older_results_are_understood(older: str, least: int) -> None:
    assert least_of_class(older) == least
