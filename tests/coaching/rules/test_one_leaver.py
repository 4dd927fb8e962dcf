"""Attack 5: a team is shown, one person leaves, and the next block is shown without them.

Nothing is simulated: the chance of every pair of results is summed up exactly, for a reader who
knows how people answer in general, who left, and that the others mostly repeat their answer.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from fractions import Fraction

import pytest

from coaching.rules.confidentiality import K_FULL, band_alone, rounded

GRADES = range(1, 6)
REPEAT = 0.8  # the chance that somebody answers as four weeks ago
NEARLY_ALL = 0.97
NEGLIGIBLE = 1e-15
SIZES = (10, 11, 12, 15, 20, 21)
AT_MOST = 0.03  # better than guessing the commonest grade
ANSWERS = {
    "mostly four": (0.05, 0.10, 0.25, 0.40, 0.20),
    "mostly five": (0.02, 0.03, 0.10, 0.35, 0.50),
    "mostly three": (0.10, 0.20, 0.40, 0.20, 0.10),
}
COMMON_TWICE = (
    (0.05, 0.05, 0.40, 0.40, 0.10),
    (0.10, 0.30, 0.30, 0.20, 0.10),
    (0.02, 0.08, 0.20, 0.35, 0.35),
)

Published = Callable[[int, int], Hashable]


def as_shown(total: int, people: int) -> Hashable:
    """Return what is published of a sum: a rounded figure, or below ten a band."""
    mean = Fraction(total, people)
    return rounded(mean, people) if people >= K_FULL else band_alone(mean)


def unrounded(total: int, people: int) -> Hashable:
    """Return what a product without rounding would publish."""
    return Fraction(total, people)


def gain_and_certainty(
    answers: Sequence[float],
    people: int,
    published: Published,
    repeat: float = REPEAT,
    leavers: int = 1,
) -> tuple[float, float]:
    """Return how much better than the commonest grade the best guess is, and how often it is sure.

    Sure means that one grade of a leaver has a chance of nine tenths or more.
    """
    chances: dict[Hashable, list[float]] = defaultdict(lambda: [0.0] * len(GRADES))
    stay = people - leavers
    companions = sums_of_others(answers, leavers - 1, 0)
    for (before, after), chance in sums_of_others(answers, stay, repeat).items():
        later = published(after, stay)
        for (with_them, _), theirs in companions.items():
            for grade in GRADES:
                seen = (published(before + with_them + grade, people), later)
                chances[seen][grade - 1] += chance * theirs * answers[grade - 1]
    right = sum(max(each) for each in chances.values())
    sure = sum(sum(each) for each in chances.values() if max(each) >= 0.9 * sum(each))
    return right - max(answers), sure


def added_by_the_second(answers: Sequence[float], people: int) -> float:
    """Return how much better the best guess gets by the later result beside the earlier one."""
    both: dict[Hashable, list[float]] = defaultdict(lambda: [0.0] * len(GRADES))
    one: dict[Hashable, list[float]] = defaultdict(lambda: [0.0] * len(GRADES))
    for (before, after), chance in sums_of_others(answers, people - 1, REPEAT).items():
        later = as_shown(after, people - 1)
        for grade in GRADES:
            earlier = as_shown(before + grade, people)
            both[earlier, later][grade - 1] += chance * answers[grade - 1]
            one[earlier][grade - 1] += chance * answers[grade - 1]
    return sum(map(max, both.values())) - sum(map(max, one.values()))


def sums_of_others(
    answers: Sequence[float], people: int, repeat: float
) -> dict[tuple[int, int], float]:
    """Return the chance of each pair of sums that the others give in the two blocks."""
    one = {
        (a, b): answers[a - 1] * (repeat * (a == b) + (1 - repeat) * answers[b - 1])
        for a in GRADES
        for b in GRADES
    }
    sums = {(0, 0): 1.0}
    for _ in range(people):
        more: dict[tuple[int, int], float] = defaultdict(float)
        for (before, after), chance in sums.items():
            if chance > NEGLIGIBLE:
                for (a, b), step in one.items():
                    more[before + a, after + b] += chance * step
        sums = more
    return sums


@pytest.mark.parametrize("people", SIZES)
@pytest.mark.parametrize("answers", ANSWERS.values(), ids=ANSWERS)
def test_5_a_leaver_is_guessed_hardly_better_than_anybody(
    answers: Sequence[float], people: int
) -> None:
    gain, sure = gain_and_certainty(answers, people, as_shown)
    assert gain <= AT_MOST
    assert sure < NEGLIGIBLE * people


@pytest.mark.parametrize("answers", ANSWERS.values(), ids=ANSWERS)
def test_5_rounding_protects_where_nearly_everybody_repeats(answers: Sequence[float]) -> None:
    rounded_gain, _ = gain_and_certainty(answers, 12, as_shown, NEARLY_ALL)
    exact_gain, _ = gain_and_certainty(answers, 12, unrounded, NEARLY_ALL)
    assert exact_gain > 0.35, "without rounding the leaver would be seen"
    assert rounded_gain < 0.04


def test_5_where_all_grades_are_as_common_more_can_be_guessed() -> None:
    """The limit of the protection, as the documentation names it."""
    gains = [gain_and_certainty((0.2,) * 5, people, as_shown)[0] for people in SIZES]
    assert AT_MOST < max(gains) < 0.1


@pytest.mark.parametrize("people", SIZES)
@pytest.mark.parametrize("answers", COMMON_TWICE, ids=str)
def test_5_the_later_result_adds_little_to_the_earlier_one(
    answers: Sequence[float], people: int
) -> None:
    """Also where two grades are as common, and one result alone tells more than the commonest."""
    assert added_by_the_second(answers, people) <= AT_MOST


def test_5_nor_much_where_all_grades_are_as_common() -> None:
    assert max(added_by_the_second((0.2,) * 5, people) for people in SIZES) < 0.035


@pytest.mark.parametrize("answers", ANSWERS.values(), ids=ANSWERS)
def test_6_two_of_twelve_who_are_split_off_are_guessed_no_better(
    answers: Sequence[float],
) -> None:
    """Where the ten that stay are shown: old minus new is known as far as rounding allows."""
    gain, sure = gain_and_certainty(answers, 12, as_shown, leavers=2)
    assert gain <= AT_MOST
    assert sure < NEGLIGIBLE * 12
    protected, _ = gain_and_certainty(answers, 12, as_shown, NEARLY_ALL, leavers=2)
    exact, _ = gain_and_certainty(answers, 12, unrounded, NEARLY_ALL, leavers=2)
    assert protected < 0.04 < exact
