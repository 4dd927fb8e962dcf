from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.instrument import Dimension
from coaching.rules.library import (
    COMPLETES,
    Card,
    Outcome,
    Past,
    PromptFormat,
    choose,
    outcomes_for,
)

D1, D2, D3, *_ = Dimension


def card(name: str, dimension: Dimension = D1, level: int = 1) -> Card:
    return Card(name, dimension, PromptFormat.TRY, level)


def past(of: Card, outcome: Outcome | None = Outcome.DONE) -> Past:
    return Past(of.id, of.dimension, outcome)


def live(cards: list[Card], turns: int, key: str, outcomes: list[Outcome | None]) -> list[Card]:
    """Take what is chosen again and again, answering with the outcomes in turn."""
    chosen: list[Card] = []
    history: list[Past] = []
    for turn in range(turns):
        found = choose(cards, history, key)
        if found is None:
            break
        chosen.append(found)
        history.append(past(found, outcomes[turn % len(outcomes)]))
    return chosen


libraries = st.lists(
    st.builds(
        Card,
        st.uuids().map(str),
        st.sampled_from(Dimension),
        st.sampled_from(PromptFormat),
        st.integers(1, 3),
    ),
    min_size=1,
    max_size=14,
    unique_by=lambda prompt: prompt.id,
)
answers = st.sampled_from([None, *Outcome])
keys = st.text(max_size=10)


def test_practice_is_completed_by_every_outcome_but_two() -> None:
    assert set(Outcome) - COMPLETES == {Outcome.NOT_YET, Outcome.NOT_RELEVANT}


@pytest.mark.parametrize("prompt_format", PromptFormat)
def test_every_format_can_be_completed_and_refused(prompt_format: PromptFormat) -> None:
    offered = outcomes_for(prompt_format)
    assert COMPLETES.intersection(offered)
    assert Outcome.NOT_RELEVANT in offered
    assert len(set(offered)) == len(offered)


def test_every_outcome_is_offered_by_some_format() -> None:
    assert {outcome for each in PromptFormat for outcome in outcomes_for(each)} == set(Outcome)


def test_nothing_is_chosen_from_nothing() -> None:
    only = card("only")
    assert choose([], [], "ana") is None
    assert choose([only], [past(only, Outcome.NOT_RELEVANT)], "ana") is None


def test_a_new_prompt_comes_before_a_repeat_and_then_the_oldest_returns() -> None:
    one, two, three = (card(name) for name in ("one", "two", "three"))
    assert choose([one, two, three], [past(two), past(one)], "ana") == three
    assert choose([one, two, three], [past(two), past(one), past(three)], "ana") == two
    again = [past(two), past(one), past(three), past(two)]
    assert choose([one, two, three], again, "ana") == one


def test_an_unanswered_prompt_counts_as_used() -> None:
    one, two = card("one"), card("two")
    assert choose([one, two], [past(one, None)], "ana") == two


def test_the_dimension_offered_longest_ago_comes_first() -> None:
    cards = [card(f"{d}-{n}", d) for d in (D1, D2, D3) for n in range(3)]
    dimensions = [found.dimension for found in live(cards, 9, "ana", [Outcome.NOT_YET])]
    assert set(dimensions[:3]) == {D1, D2, D3}
    assert dimensions[:3] == dimensions[3:6] == dimensions[6:]


def test_the_level_rises_after_two_completed_in_that_dimension_only() -> None:
    easy = [card(f"easy-{n}") for n in range(4)]
    hard = [card(f"hard-{n}", level=2) for n in range(2)]
    elsewhere = [card(f"else-{n}", D2, level=n) for n in (1, 2)]
    cards = easy + hard
    assert choose(cards, [past(easy[0])], "ana") in easy
    assert choose(cards, [past(easy[0]), past(easy[1], Outcome.NOT_YET)], "ana") in easy
    assert choose(cards, [past(easy[0]), past(easy[1], Outcome.DID_NOT_FIT)], "ana") in hard
    two_done = [past(easy[0]), past(easy[1])]
    assert choose(elsewhere, two_done, "ana") == elsewhere[0]


def test_easier_prompts_are_still_used_up_before_a_repeat() -> None:
    easy = [card(f"easy-{n}") for n in range(3)]
    hard = card("hard", level=2)
    history = [past(easy[0]), past(easy[1]), past(hard)]
    assert choose([*easy, hard], history, "ana") == easy[2]


def test_a_level_without_prompts_is_passed() -> None:
    easy, middle, hard = card("easy"), card("middle", level=2), card("hard", level=3)
    assert choose([middle, hard], [], "ana") == middle
    assert choose([easy, hard], [past(easy, Outcome.NOT_RELEVANT)], "ana") == hard


def test_a_prompt_that_left_the_library_does_not_disturb() -> None:
    gone, stays = card("gone"), card("stays", D2)
    assert choose([stays], [past(gone), past(gone)], "ana") == stays


def test_colleagues_get_different_prompts_and_each_always_the_same() -> None:
    cards = [card(f"{d}-{n}", d) for d in Dimension for n in range(2)]
    first = Counter(choose(cards, [], f"person {n}") for n in range(240))
    assert set(first) == set(cards)
    assert max(first.values()) < 60
    assert choose(cards, [], "ana") == choose(list(reversed(cards)), [], "ana")


@given(libraries, keys, st.lists(answers, min_size=1, max_size=12))
def test_what_was_refused_never_returns(
    cards: list[Card], key: str, outcomes: list[Outcome | None]
) -> None:
    chosen = live(cards, 30, key, outcomes)
    for turn, found in enumerate(chosen):
        if outcomes[turn % len(outcomes)] is Outcome.NOT_RELEVANT:
            assert found not in chosen[turn + 1 :]


@given(libraries, keys, st.lists(answers, min_size=1, max_size=12))
def test_no_repeat_while_another_prompt_of_a_level_already_used_is_new(
    cards: list[Card], key: str, outcomes: list[Outcome | None]
) -> None:
    chosen = live(cards, 30, key, outcomes)
    for turn, found in enumerate(chosen):
        before = chosen[:turn]
        if found in before:
            reached = {(c.dimension, c.level) for c in before}
            assert all(c in before for c in cards if (c.dimension, c.level) in reached)


@given(libraries, keys)
def test_who_completes_everything_meets_every_prompt(cards: list[Card], key: str) -> None:
    assert set(live(cards, 6 * len(cards) + 6, key, [Outcome.DONE])) == set(cards)
