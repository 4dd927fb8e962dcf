"""The bounds that `python -m tests.simulations.half_a_year` prints for many people, for a few."""

import pytest

from tests.simulations.half_a_year import (
    FOCUSES,
    HABITS,
    KINDS,
    MOST_AGAIN,
    MOST_LEVEL_1,
    live,
)

WHO_NEVER_ASKS_FOR_LESS = {"eager", "usual", "rare"}


@pytest.mark.parametrize("habit", HABITS)
def test_half_a_year_brings_little_again_and_more_than_noticing(habit: str) -> None:
    shares = []
    for number, kind in enumerate(KINDS):
        for focus in FOCUSES:
            person = live(kind, focus, habit, f"{number} of a few")
            assert person.again <= MOST_AGAIN, (kind, focus)
            shares.append(person.level_1)
    assert sum(shares) / len(shares) <= MOST_LEVEL_1
    if habit in WHO_NEVER_ASKS_FOR_LESS:
        assert max(shares) <= MOST_LEVEL_1


def test_a_focus_is_followed_as_long_as_there_is_something_new_about_it() -> None:
    for kind in KINDS:
        for focus in filter(None, FOCUSES):
            assert live(kind, focus, "usual", "follows").of(focus) >= 1 / 3
