from collections import Counter
from statistics import mean

import pytest

from coaching.content import LANGUAGES, Language, Prompt, load_instrument, load_prompts
from coaching.content.schema import sentences
from coaching.rules.instrument import Dimension
from coaching.rules.library import PromptFormat

MOST_WORDS_A_SENTENCE: dict[Language, int] = {"en": 15, "fi": 12, "sv": 15}
NEVER_PROMISED = ("anonym", "anonyym")
NEVER_MENTIONED = ("score", "points", "pistee", "poäng", "arvosana", "betyg")


def every_word_of(prompt: Prompt, language: Language) -> str:
    """Return all that a person may read of a prompt, in lower case."""
    texts = prompt.texts[language]
    labels = (texts.choices or {}).values()
    return " ".join((texts.text, texts.why, texts.card or "", *labels)).lower()


def average_words(texts: list[str]) -> float:
    return mean(len(sentence.split()) for text in texts for sentence in sentences(text))


def test_every_dimension_has_its_six_prompts() -> None:
    coverage = Counter((p.dimension, p.format, p.level) for p in load_prompts())
    for dimension in Dimension:
        assert coverage[dimension, PromptFormat.DEBRIEF, 1] == 1
        assert coverage[dimension, PromptFormat.DEBRIEF, 2] == 1
        assert coverage[dimension, PromptFormat.TRY, 1] == 1
        assert coverage[dimension, PromptFormat.TRY, 2] == 1
        assert coverage[dimension, PromptFormat.RECALL, 2] == 1
        learning = dimension is Dimension.LEARNING
        assert coverage[dimension, PromptFormat.ASK, 2] == (0 if learning else 1)
        assert coverage[dimension, PromptFormat.TRY, 3] == (1 if learning else 0)
    assert coverage.total() == 36


@pytest.mark.parametrize("dimension", Dimension)
@pytest.mark.parametrize("role", ["desk", "field", "lead", "backoffice"])
def test_every_role_finds_a_first_and_a_second_step(dimension: Dimension, role: str) -> None:
    levels = {p.level for p in load_prompts() if p.dimension is dimension and role in p.roles}
    assert levels >= {1, 2}


def test_the_library_is_read_once_and_in_the_order_of_dimensions() -> None:
    assert load_prompts() is load_prompts()
    dimensions = [p.dimension for p in load_prompts()]
    assert dimensions == sorted(dimensions)


def test_every_ask_offers_an_answer_that_all_is_well() -> None:
    asks = [p for p in load_prompts() if p.format is PromptFormat.ASK]
    assert asks
    assert all(next(iter(p.texts["en"].choices or ())) == "suits" for p in asks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short_on_average(language: Language) -> None:
    library = [p.texts[language] for p in load_prompts()]
    items = [item.texts[language] for item in load_instrument().items]
    most = MOST_WORDS_A_SENTENCE[language]
    assert average_words([t.text for t in library]) <= most
    assert average_words([t.card for t in library if t.card]) <= most
    assert average_words([t.why for t in library]) <= most
    assert average_words([t.why for t in items]) <= most


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_prompt_promises_too_much_or_speaks_of_numbers(language: Language) -> None:
    for prompt in load_prompts():
        words = every_word_of(prompt, language)
        assert not [word for word in NEVER_PROMISED + NEVER_MENTIONED if word in words], prompt.id


@pytest.mark.parametrize(
    ("language", "promise"),
    [
        ("en", "not shown to others."),
        ("fi", "ei näytetä muille."),
        ("sv", "visas inte för andra."),
    ],
)
def test_every_why_says_who_sees_the_answer(language: Language, promise: str) -> None:
    for prompt in load_prompts():
        assert prompt.texts[language].why.endswith(promise), prompt.id
    for item in load_instrument().items:
        assert promise in item.texts[language].why, item.dimension


def test_the_instrument_has_six_items_in_three_languages() -> None:
    instrument = load_instrument()
    assert instrument.version == "1"
    assert [item.dimension for item in instrument.items] == list(Dimension)
    fairness = instrument.item(Dimension.FAIRNESS).texts
    assert [fairness[language].title for language in LANGUAGES] == [
        "Fairness and access",
        "Yhdenvertaisuus",
        "Likvärdighet",
    ]
    assert fairness["en"].anchors[1] == "I offered another way if the customer asked for it."
    assert fairness["fi"].anchors[1] == "Tarjosin muuta tapaa, jos asiakas pyysi sitä."
    assert fairness["sv"].anchors[1] == "Jag erbjöd ett annat sätt om kunden bad om det."


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_instrument_tells_what_happens_to_answers(language: Language) -> None:
    deleted = {"en": "deleted", "fi": "poistetaan", "sv": "raderas"}[language]
    for item in load_instrument().items:
        why = item.texts[language].why
        assert deleted in why
        assert not [word for word in NEVER_PROMISED if word in why.lower()]
