"""The word for "customer" in an organisation's texts, in every language and case."""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

WORDS_FILE = "customer_words.toml"
_IN_BRACES = re.compile(r"\{([^{}]*)\}")


class CustomerWord(StrEnum):
    """What an organisation calls those whom it serves."""

    CUSTOMER = "customer"
    RESIDENT = "resident"
    PATIENT = "patient"
    CONTACT = "contact"


def spoken(text: str, language: str, word: str) -> str:
    """Return the text with each form in braces in the organisation's own word."""
    if "{" not in text:
        return text
    forms = _forms(language, word)
    return _IN_BRACES.sub(lambda found: _as_written(found[1], forms), text)


def longest(text: str, language: str) -> str:
    """Return the text in the word that makes it longest."""
    return max((spoken(text, language, word) for word in CustomerWord), key=len)


def forms_of_customer(language: str) -> tuple[str, ...]:
    """Return every form of the word that may stand in braces."""
    return tuple(_forms(language, CustomerWord.CUSTOMER))


def unknown_forms(text: str, language: str) -> list[str]:
    """Return what stands in braces and is no form of the word in this language."""
    forms = _forms(language, CustomerWord.CUSTOMER)
    in_braces = dict.fromkeys(_IN_BRACES.findall(text))
    return [found for found in in_braces if found.lower() not in forms]


def _as_written(form: str, forms: Mapping[str, str]) -> str:
    """Return the form of the other word, with a capital where the form in braces has one.

    What is no form stays as it stands, for whoever checks a text that is not finished.
    """
    other = forms.get(form.lower())
    if other is None:
        return f"{{{form}}}"
    return other[0].upper() + other[1:] if form[0].isupper() else other


@cache
def _forms(language: str, word: str) -> Mapping[str, str]:
    table = _table()
    return dict(zip(table[CustomerWord.CUSTOMER][language], table[word][language], strict=True))


@cache
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    text = files("coaching.content").joinpath(WORDS_FILE).read_text(encoding="utf-8")
    table: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(text)
    return table
