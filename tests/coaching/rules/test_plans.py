import pytest

from coaching.content import LANGUAGES, load_examples
from coaching.rules.choosing import RoleProfile
from coaching.rules.plans import is_agreement, is_plan


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "Thanks!",
        "thank you very much",
        "ok thanks",
        "I don’t know",
        "not now, thank you",
        "kiitos paljon",
        "en tiedä vielä",
        "joo hyvä juu",
        "tack så mycket",
        "vet inte ännu",
        "terima kasih banyak",
        "belum tahu, nanti saja",
        "👍",
        "",
        "... !!",
        "a queue",
    ],
)
def test_polite_words_are_no_plan(text: str) -> None:
    assert not is_plan(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_of_a_plan_is_one(language: str) -> None:
    for each in load_examples().values():
        for role in RoleProfile:
            assert is_plan(each.texts[language][role])


@pytest.mark.parametrize(
    "text",
    [
        "I pause first",
        "Kysyn ensin nimen",
        "jag frågar först",
        "I do not know yet, so I ask",
        "saya bertanya dulu",
    ],
)
def test_a_short_sentence_that_says_what_to_do_is_one(text: str) -> None:
    assert is_plan(text)


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("ok", True),
        ("Yes!", True),
        ("joo", True),
        ("Ja.", True),
        ("Baik, setuju", True),
        ("tidak", False),
        ("👍", True),
        ("no", False),
        ("ok but later", False),
        ("", False),
        ("?", False),
    ],
)
def test_a_yes_is_understood_and_nothing_else(text: str, agrees: bool) -> None:
    assert is_agreement(text) is agrees
