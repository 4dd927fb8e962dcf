"""The choice of prompts: examples, properties, and years of thousands of people."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.content import load_prompts, load_series
from coaching.practice.library import card_of
from coaching.rules.choosing import (
    COMPLETED_TO_ACT,
    COOLDOWN,
    LIGHT,
    Candidate,
    Past,
    RoleProfile,
    Wishes,
    choose,
    is_flagged,
    levels_of,
    own_focus,
    suggested_focus,
)
from coaching.rules.formats import Outcome, PromptFormat
from coaching.rules.instrument import Dimension

LIBRARY = [card_of(prompt) for prompt in load_prompts()]
TODAY = date(2026, 1, 13)
D1, D2, *_ = Dimension
NOTHING = Wishes()


def offered(card: Candidate, outcome: Outcome | None = Outcome.DONE, day: date = TODAY) -> Past:
    return Past(card.id, card.dimension, outcome, day)


def of(dimension: Dimension, level: int) -> list[Candidate]:
    return [card for card in LIBRARY if card.dimension is dimension and card.level == level]


def lives(
    wishes: Wishes, key: str, *, times: int, every: int, outcomes: list[Outcome | None]
) -> list[tuple[Candidate, Past]]:
    """Let somebody get a prompt every few days and answer as foreseen."""
    history: list[Past] = []
    found: list[tuple[Candidate, Past]] = []
    for turn in range(times):
        today = TODAY + timedelta(days=turn * every)
        card = choose(LIBRARY, history, wishes, today, key)
        if card is None:
            continue
        past = offered(card, outcomes[turn % len(outcomes)], today)
        history.append(past)
        found.append((card, past))
    return found


def test_the_same_person_gets_the_same_prompt_and_others_get_others() -> None:
    first = [choose(LIBRARY, [], NOTHING, TODAY, str(key)) for key in range(40)]
    again = [choose(LIBRARY, [], NOTHING, TODAY, str(key)) for key in range(40)]
    assert first == again
    assert len({card.id for card in first if card}) > 5


def test_everybody_begins_at_the_first_level_and_does_not_look_back_at_once() -> None:
    for key in range(200):
        for card, _ in lives(NOTHING, str(key), times=4, every=3, outcomes=[None]):
            assert card.level == 1
            assert card.format is not PromptFormat.DEBRIEF


def test_after_too_much_comes_a_light_one_even_in_a_series() -> None:
    first = LIBRARY[0]
    series = tuple(card.id for card in LIBRARY if card.format not in LIGHT)
    chosen = choose(LIBRARY, [offered(first, Outcome.TOO_MUCH)], Wishes(series=series), TODAY, "k")
    assert chosen is not None
    assert (chosen.format in LIGHT, chosen.level) == (True, 1)


def test_two_completed_raise_the_level_and_too_much_lowers_it() -> None:
    first, second, third, *_ = of(D1, 1)
    history = [offered(first), offered(second)]
    assert levels_of(LIBRARY, history)[D1] == 2
    assert levels_of(LIBRARY, history)[D2] == 1
    assert levels_of(LIBRARY, [*history, offered(third, Outcome.TOO_MUCH)])[D1] == 1
    harder = of(D1, 2)
    assert levels_of(LIBRARY, [*history, *map(offered, harder[:2])])[D1] == 3


def test_who_completed_a_few_begins_no_dimension_by_noticing() -> None:
    history = [offered(of(d, 1)[0]) for d in list(Dimension)[:COMPLETED_TO_ACT]]
    assert set(levels_of(LIBRARY, history[:-1]).values()) == {1}
    assert set(levels_of(LIBRARY, history).values()) == {2}


def test_too_much_stays_light_until_it_was_completed_again() -> None:
    history = [offered(of(d, 1)[0]) for d in list(Dimension)[:COMPLETED_TO_ACT]]
    history.append(offered(of(D1, 2)[0], Outcome.TOO_MUCH))
    assert levels_of(LIBRARY, history)[D1] == 1
    assert levels_of(LIBRARY, [*history, offered(of(D1, 1)[1])])[D1] == 1
    assert levels_of(LIBRARY, [*history, *map(offered, of(D1, 1)[1:3])])[D1] == 2


def test_nothing_comes_again_while_something_has_not_come_yet() -> None:
    wishes = Wishes(focus=D1, role=RoleProfile.FIELD)
    for key in range(5):
        found = lives(wishes, str(key), times=60, every=10, outcomes=[Outcome.DONE])
        assert len({card.id for card, _ in found}) == len(found)


def test_what_is_for_one_kind_of_work_comes_only_to_those_who_said_so() -> None:
    for key in range(20):
        for card, _ in lives(NOTHING, str(key), times=52, every=4, outcomes=[Outcome.DONE]):
            assert len(card.roles) > 1
    leads = lives(Wishes(role=RoleProfile.LEAD), "1", times=104, every=4, outcomes=[Outcome.DONE])
    assert any(card.roles == {RoleProfile.LEAD} for card, _ in leads)


def test_what_is_below_the_level_does_not_raise_it_further() -> None:
    easy, harder = of(D1, 1), of(D1, 2)
    history = [*map(offered, easy[:2]), *map(offered, easy[2:5]), offered(harder[0])]
    assert levels_of(LIBRARY, history)[D1] == 2


def test_not_relevant_removes_a_prompt_for_good_and_puts_its_tags_behind() -> None:
    card = choose(LIBRARY, [], NOTHING, TODAY, "1")
    assert card is not None
    history = [offered(card, Outcome.NOT_RELEVANT)]
    later = TODAY + timedelta(days=3 * 365)
    for key in range(100):
        other = choose(LIBRARY, history, NOTHING, later, str(key))
        assert other is not None
        assert other.id != card.id
        liked = [c for c in LIBRARY if c.level == 1 and not c.tags & card.tags]
        assert not other.tags & card.tags or not liked


def test_a_series_comes_part_by_part_whatever_the_level() -> None:
    series = next(each for each in load_series() if each.id == "saying_no")
    wishes = replace(NOTHING, series=series.prompts)
    parts = lives(wishes, "7", times=len(series.prompts) + 2, every=3, outcomes=[Outcome.DONE])
    ids = [card.id for card, _ in parts]
    assert tuple(ids[: len(series.prompts)]) == series.prompts
    assert len(set(ids)) == len(ids), "no part comes twice, and then the usual choice goes on"


def test_in_the_field_only_the_prompts_for_the_field_come() -> None:
    wishes = replace(NOTHING, role=RoleProfile.FIELD)
    for card, _ in lives(wishes, "3", times=30, every=4, outcomes=[Outcome.DONE, None]):
        assert RoleProfile.FIELD in card.roles


def test_of_ten_prompts_about_six_follow_the_focus_and_some_recall() -> None:
    wishes = Wishes(focus=D1, theme=D2)
    counted: Counter[str] = Counter()
    for key in range(600):
        (card, _), *_ = lives(wishes, str(key), times=1, every=4, outcomes=[None])
        recall = card.format is PromptFormat.RECALL
        counted["focus" if card.dimension is D1 else "theme" if card.dimension is D2 else ""] += 1
        counted["recall"] += recall
    total = 600
    assert 0.55 <= counted["focus"] / total <= 0.70
    assert 0.20 <= counted["theme"] / total <= 0.35
    assert counted["recall"] / total >= 0.10


def test_when_all_rest_there_is_nothing() -> None:
    history = [offered(card) for card in LIBRARY]
    assert choose(LIBRARY, history, NOTHING, TODAY, "1") is None
    assert choose(LIBRARY, history, NOTHING, TODAY + COOLDOWN, "1") is not None


def test_rather_something_harder_than_nothing() -> None:
    history = [offered(card, Outcome.NOT_RELEVANT) for card in LIBRARY if card.level == 1]
    card = choose(LIBRARY, history, NOTHING, TODAY, "1")
    assert card is not None
    assert card.level == 2


def test_the_own_focus_lasts_as_long_as_its_block() -> None:
    assert own_focus("D2", 1, 1) is D2
    assert own_focus("D2", 1, 2) is None
    assert own_focus(None, 1, 1) is None


def test_the_suggested_focus_is_the_theme_or_what_was_practised_least() -> None:
    history = [offered(card) for d in Dimension if d is not D2 for card in of(d, 1)[:2]]
    assert suggested_focus(history, None) is D2
    assert suggested_focus(history, D1) is D1


@pytest.mark.parametrize(
    ("answers", "against", "flagged"),
    [(20, 7, True), (20, 6, False), (19, 19, False), (100, 31, True), (100, 30, False)],
)
def test_a_prompt_that_many_wave_away_is_flagged(
    answers: int, against: int, *, flagged: bool
) -> None:
    assert is_flagged(answers, against) is flagged


OUTCOMES = st.sampled_from([None, *Outcome])
WISHES = st.builds(
    Wishes,
    st.sampled_from([None, *Dimension]),
    st.sampled_from([None, *Dimension]),
    st.sampled_from([None, *RoleProfile]),
    st.sampled_from([(), *(each.prompts for each in load_series())]),
)


@given(WISHES, st.lists(OUTCOMES, min_size=1, max_size=30), st.integers(0, 9999))
@settings(max_examples=60, deadline=None)
def test_nothing_repeats_within_its_rest_and_no_level_is_skipped(
    wishes: Wishes, outcomes: list[Outcome | None], key: int
) -> None:
    found = lives(wishes, str(key), times=60, every=3, outcomes=outcomes)
    last: dict[str, date] = {}
    for card, past in found:
        if card.id in last:
            assert past.day - last[card.id] >= COOLDOWN
        last[card.id] = past.day
        if wishes.role and card.id not in wishes.series:
            assert wishes.role in card.roles


PEOPLE = 200
KINDS: tuple[list[Outcome | None], ...] = (
    [Outcome.DONE],
    [Outcome.DONE, None],
    [Outcome.DONE, Outcome.TOO_MUCH, Outcome.DONE, None],
    [None, None, Outcome.DONE, Outcome.NOT_RELEVANT],
)


def test_two_years_of_many_people_reach_every_prompt() -> None:
    """People of every focus, role and diligence get two prompts a week for two years."""
    reached: Counter[str] = Counter()
    for key in range(PEOPLE):
        wishes = Wishes(
            focus=[None, *Dimension][key % 7],
            theme=list(Dimension)[key % 6],
            role=[None, *RoleProfile][key % 5],
        )
        kind = KINDS[key % len(KINDS)]
        life = lives(wishes, str(key), times=208, every=4, outcomes=kind)
        reached.update(card.id for card, _ in life)
        refused: set[str] = set()
        for card, past in life:
            assert card.id not in refused, "waved away once is for good"
            refused |= {card.id} if past.outcome is Outcome.NOT_RELEVANT else set()
    assert set(reached) == {card.id for card in LIBRARY}
