import tomllib
from importlib.resources import files

import pytest

from coaching.content import LANGUAGES, CustomerWord, load_prompts, spoken
from coaching.content.words import WORDS_FILE, longest, unknown_forms


def test_every_word_has_the_same_forms_in_every_language() -> None:
    table = tomllib.loads(files("coaching.content").joinpath(WORDS_FILE).read_text())
    assert set(table) == set(CustomerWord)
    for language in LANGUAGES:
        counts = {len(table[word][language]) for word in CustomerWord}
        assert len(counts) == 1
        own = table["customer"][language]
        assert len(set(own)) == len(own), "a form in braces stands for one form of another word"


@pytest.mark.parametrize(
    ("language", "word", "said"),
    [
        ("en", "customer", "The customer asks; customers' letters."),
        ("en", "resident", "The resident asks; residents' letters."),
        ("en", "contact", "The contact person asks; contact persons' letters."),
        ("fi", "resident", "Kuntalainen kysyi. Vastaa kuntalaiselle ja kuuntele kuntalaisia."),
        ("fi", "patient", "Potilas kysyi. Vastaa potilaalle ja kuuntele potilaita."),
        ("sv", "resident", "Kommuninvånaren frågar. Lyssna på kommuninvånare."),
        ("sv", "contact", "Kontaktpersonen frågar. Lyssna på kontaktpersoner."),
        ("id", "customer", "Pelanggan bertanya. Dengarkan para pelanggan."),
        ("id", "resident", "Warga bertanya. Dengarkan para warga."),
        ("id", "contact", "Narahubung bertanya. Dengarkan para narahubung."),
    ],
)
def test_the_word_stands_in_the_form_that_the_sentence_needs(
    language: str, word: str, said: str
) -> None:
    written = {
        "en": "The {customer} asks; {customers'} letters.",
        "fi": "{Asiakas} kysyi. Vastaa {asiakkaalle} ja kuuntele {asiakkaita}.",
        "sv": "{Kunden} frågar. Lyssna på {kunder}.",
        "id": "{Pelanggan} bertanya. Dengarkan para {pelanggan}.",
    }
    assert spoken(written[language], language, word) == said


def test_a_form_of_another_language_is_unknown() -> None:
    assert unknown_forms("{asiakas} ja {customer}", "fi") == ["customer"]
    assert unknown_forms("{Pelanggan} dan {pelanggannya}", "id") == ["pelanggannya"]
    assert unknown_forms("no braces", "en") == []


@pytest.mark.parametrize("word", CustomerWord)
def test_no_brace_is_left_in_any_prompt_for_any_organisation(word: CustomerWord) -> None:
    for prompt in load_prompts():
        for language in LANGUAGES:
            texts = prompt.texts[language]
            for text in (*texts.read, *(texts.choices or {}).values()):
                said = spoken(text, language, word)
                assert "{" not in said
                assert "}" not in said
                assert len(said) <= len(longest(text, language))
