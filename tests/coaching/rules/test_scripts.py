import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.formats import (
    COMPLETES,
    QUESTIONS,
    WAYS_OUT,
    Outcome,
    PromptFormat,
    is_open,
)
from coaching.rules.scripts import (
    KNOWN,
    SCRIPTS,
    THOUGHT,
    Asks,
    Step,
    codes,
    numbered,
    outcome_of,
    sentence,
    step_at,
)

CHOICES = ("suits", "time", "other")


@pytest.mark.parametrize("form", PromptFormat)
def test_every_format_has_a_script_that_asks_each_of_its_questions(form: PromptFormat) -> None:
    asked = {step.question for step in SCRIPTS[form] if step.question is not None}
    assert asked == set(range(QUESTIONS[form]))


@pytest.mark.parametrize("form", PromptFormat)
def test_no_format_has_a_dead_end(form: PromptFormat) -> None:
    for place, step in enumerate(SCRIPTS[form]):
        assert step_at(form, place) == step
        answerable = codes(step, CHOICES) or step.asks in (Asks.WORDS, Asks.SHARED)
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
            assert list(counted.values()) == [*offered, *WAYS_OUT]


def test_a_customers_answer_is_one_of_the_prompts_own_choices() -> None:
    step = Step(Asks.CODED)
    assert codes(step, CHOICES) == (*CHOICES, Outcome.NOT_YET)
    assert outcome_of(step, "time") is Outcome.HEARD
    assert outcome_of(step, Outcome.NOT_YET) is Outcome.NOT_YET


def test_a_view_asks_after_each_answer_whether_it_is_known() -> None:
    asks = [step.asks for step in SCRIPTS[PromptFormat.VIEW]]
    assert asks == [Asks.THOUGHT, Asks.BASIS] * 2
    assert codes(Step(Asks.BASIS))[0] == KNOWN
    assert codes(Step(Asks.THOUGHT)) == (THOUGHT,)


@pytest.mark.parametrize(
    ("blanks", "words", "said"),
    [
        (
            ("If somebody asks about …", "then I say …"),
            ("parking", "where it is."),
            "If somebody asks about parking, then I say where it is.",
        ),
        (
            ("If … gets in the way of my promise", "then I call …"),
            (" a meeting ", "at once"),
            "If a meeting gets in the way of my promise, then I call at once.",
        ),
        (
            ("If I say no to …", "then I say that … and offer …"),
            ("a permit", "I see the hurry and offer a call"),
            "If I say no to a permit, then I say that I see the hurry and offer a call.",
        ),
    ],
)
def test_a_plan_becomes_one_sentence(
    blanks: tuple[str, str], words: tuple[str, str], said: str
) -> None:
    assert sentence(blanks, words) == said


@given(st.text(min_size=1, max_size=40), st.text(min_size=1, max_size=40))
def test_a_plan_keeps_every_word(one: str, other: str) -> None:
    said = sentence(("If …", "then …"), (one, other))
    for words in (one, other):
        assert words.strip().rstrip(".").strip() in said
