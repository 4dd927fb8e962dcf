"""Each check of the content finds the fault that it is there for, put into a prompt of ours."""

from collections.abc import Callable

import pytest

from coaching.content import Prompt, checks, load_prompts
from coaching.rules.formats import PromptFormat
from coaching.rules.instrument import Dimension


def changed(prompt_id: str, language: str, **texts: object) -> Prompt:
    """Return a prompt of the library with other texts in one language."""
    prompt = next(each for each in load_prompts() if each.id == prompt_id)
    others = prompt.texts[language].model_copy(update=texts)
    return prompt.model_copy(update={"texts": {**prompt.texts, language: others}})


@pytest.mark.parametrize(
    ("language", "text", "fault"),
    [
        ("en", "You should have listened.", "shames: should have"),
        ("fi", "Olisi pitänyt kuunnella.", "shames: olisi pitänyt"),
        ("sv", "Du borde ha lyssnat.", "shames: borde ha"),
        ("id", "Anda seharusnya mendengarkan.", "shames: Anda seharusnya"),
        ("id", "Jangan lupa senyum.", "orders: jangan lupa"),
        ("en", "This raises your score.", "counts: score"),
        ("fi", "Näin saat pisteitä.", "counts: pisteit"),
        ("sv", "Det ger poäng.", "counts: poäng"),
        ("id", "Skornya akan naik.", "counts: skor"),
        ("en", "All of it is anonymous.", "promises: anonym"),
        ("id", "Semuanya anonim.", "promises: anonim"),
        ("en", "Mind the incomprehensibility.", "a long word: incomprehensibility"),
        ("fi", "Muista asiakaspalvelutilannekohtaisuus.", "a long word"),
        ("sv", "Se kommunikationsutvecklingsplanen.", "a long word"),
        ("id", "Hindari ketidakbertanggungjawaban.", "a long word"),
        ("en", "Go 🙂 now 🙂", "at most one emoji"),
        ("en", "🙂 Go now.", "at most one emoji, at the end"),
    ],
)
def test_a_text_that_reads_badly_is_found(language: str, text: str, fault: str) -> None:
    found = list(map(str, checks.faults([changed("d1-try-1", language, text=text)])))
    assert any(fault in each for each in found), found
    assert all(each.startswith(f"d1-try-1: {language}") for each in found)


def test_questions_and_labels_are_checked_too() -> None:
    questions = ("What was your fault?", "Two?", "Three?")
    found = list(map(str, checks.faults([changed("d1-debrief-1", "en", questions=questions)])))
    assert found == ["d1-debrief-1: en: shames: your fault"]
    choices = {"suits": "Poor grade", "time": "Time", "other": "Other"}
    assert list(checks.faults([changed("d1-ask-2", "en", choices=choices)]))


def test_one_emoji_at_the_end_is_fine() -> None:
    assert not list(checks.faults([changed("d1-try-1", "en", text="Listen today. 🙂")]))


def test_other_blanks_in_one_language_are_found() -> None:
    other = changed("d1-plan-2", "fi", questions=("Jos … ja …", "niin …"))
    assert list(map(str, checks.faults([other]))) == [
        "d1-plan-2: the blanks differ between the languages"
    ]


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        (lambda p: p.id == "d2-plan-1", "D2: no plan at level 1"),
        (lambda p: p.dimension is Dimension.FAIRNESS and p.level == 3, "D5: nothing at level 3"),
        (lambda p: p.id.startswith("d3-ask-"), "D3: no ask"),
        (lambda p: p.format is PromptFormat.GROW, "grow: 0 of at least 2"),
        (
            lambda p: p.format is PromptFormat.SHARE and p.dimension is not Dimension.CLARITY,
            "share: 1 of at least 3",
        ),
    ],
)
def test_an_empty_cell_is_named(gone: Callable[[Prompt], bool], told: str) -> None:
    assert list(checks.empty_cells([p for p in load_prompts() if not gone(p)])) == [told]


def test_evidence_without_a_source_is_found() -> None:
    prompt = load_prompts()[0].model_copy(update={"source": None})
    assert list(map(str, checks.faults([prompt]))) == [f"{prompt.id}: no source for its evidence"]


def test_long_sentences_are_counted() -> None:
    text = " ".join(["one"] * 30) + "."
    prompts = [changed("d1-try-1", "fi", text=text, why=text)]
    assert list(map(str, checks.hard_to_read(prompts))) == [
        "d1-try-1: fi: 30.0 words a sentence, at most 12"
    ]
