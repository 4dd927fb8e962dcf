import pytest

from coaching.rules.formats import (
    COMPLETES,
    QUESTIONS,
    WAYS_OUT,
    Outcome,
    PromptFormat,
    is_open,
)
from coaching.rules.scripts import (
    GUESSED,
    KNOWN,
    NO_WAY_OUT,
    SCRIPTS,
    THOUGHT,
    Asks,
    Step,
    codes,
    is_asked,
    numbered,
    outcome_of,
    spoken_as,
    step_at,
)

CHOICES = ("suits", "time", "other")


@pytest.mark.parametrize("form", PromptFormat)
def test_every_format_has_a_script_that_asks_each_of_its_questions(form: PromptFormat) -> None:
    asked = [n for step in SCRIPTS[form] for n in step.questions]
    assert asked == list(range(QUESTIONS[form]))


@pytest.mark.parametrize("form", PromptFormat)
def test_no_format_has_a_dead_end(form: PromptFormat) -> None:
    for place, step in enumerate(SCRIPTS[form]):
        assert step_at(form, place) == step
        answerable = codes(step, CHOICES) or step.asks in (Asks.WORDS, Asks.PLAN, Asks.SHARED)
        assert answerable, (
            "a step is answered by a button, in words, or by what becomes of a draft"
        )
    assert step_at(form, len(SCRIPTS[form])) is None


@pytest.mark.parametrize("form", PromptFormat)
def test_every_last_answer_ends_the_talk_or_leaves_it_open_on_purpose(form: PromptFormat) -> None:
    last = SCRIPTS[form][-1]
    for code in codes(last, CHOICES) or ("",):
        outcome = outcome_of(last, code)
        assert outcome in COMPLETES or outcome is Outcome.NOT_YET
        assert is_open(outcome) is (outcome is Outcome.NOT_YET)


@pytest.mark.parametrize("form", PromptFormat)
def test_typed_numbers_count_the_buttons_in_their_order(form: PromptFormat) -> None:
    for step in SCRIPTS[form]:
        counted = numbered(step, CHOICES)
        offered = [str(code) for code in codes(step, CHOICES)]
        if step.asks is Asks.NUMBER:
            assert counted == {str(n): str(n) for n in range(11)}
        else:
            assert list(counted) == [str(n) for n in range(1, len(counted) + 1)]
            ways_out = () if step.asks in NO_WAY_OUT else WAYS_OUT
            assert list(counted.values()) == [*offered, *ways_out]


def test_a_customers_answer_is_one_of_the_prompts_own_choices() -> None:
    step = Step(Asks.CODED)
    assert codes(step, CHOICES) == (*CHOICES, Outcome.NOT_YET)
    assert outcome_of(step, "time") is Outcome.HEARD
    assert outcome_of(step, Outcome.NOT_YET) is Outcome.NOT_YET


def test_a_view_asks_once_whether_it_is_known() -> None:
    asks = [step.asks for step in SCRIPTS[PromptFormat.VIEW]]
    assert asks == [Asks.THOUGHT, Asks.THOUGHT, Asks.BASIS]
    assert codes(Step(Asks.BASIS)) == (KNOWN, GUESSED)
    assert codes(Step(Asks.THOUGHT)) == (THOUGHT,)


LABELS = {KNOWN: "I know", GUESSED: "I guess", Outcome.NOT_RELEVANT: "Not for me", "time": "Time"}


@pytest.mark.parametrize(
    ("asks", "typed", "answer"),
    [
        (Asks.BASIS, "I know", KNOWN),
        (Asks.BASIS, " i GUESS. ", GUESSED),
        (Asks.BASIS, "not for me!", Outcome.NOT_RELEVANT),
        (Asks.BASIS, "I know him", None),
        (Asks.THOUGHT, "I know", None),
        (Asks.CODED, "time", "time"),
        (Asks.AGREED, "Not for me", None),
    ],
)
def test_the_words_on_a_button_press_it_where_it_is(
    asks: Asks, typed: str, answer: str | None
) -> None:
    assert spoken_as(Step(asks), typed, LABELS, CHOICES) == answer


def test_a_plan_is_shown_before_it_is_kept_and_needs_words_for_that() -> None:
    preview = SCRIPTS[PromptFormat.PLAN][-1]
    assert preview.asks is Asks.AGREED
    assert is_asked(preview, ["If it rains, I walk."])
    assert not is_asked(preview, [None])
    assert not is_asked(preview, [])
