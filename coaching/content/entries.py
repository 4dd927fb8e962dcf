"""What every text and every entry of the coaching content has to keep."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    StringConstraints,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError

from coaching.content.languages import LANGUAGES
from coaching.content.words import unknown_forms
from coaching.rules.scripts import BLANK

MAX_TEXT = 400
MAX_SENTENCES = 6
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”\"]?\s+")
NEEDED = "languages"  # in the context of a validation
FIRST_EMOJI = 0x2190  # arrows, signs and pictures follow; letters of ours come before
DOTS = "..."  # looks like a blank and is none
_BLANK = {"blank": BLANK}
MAX_WHY, MAX_QUESTION, MAX_NOTE, MAX_NAME = 450, 150, 200, 28
JOINER = "\u200d"  # between the parts of one emoji
_UNSEEN = {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}  # categories of Unicode
_MARKUP = re.compile(r"[<>*_`\[\]|\\]|https?:")


def sentences(text: str) -> list[str]:
    """Split a text into its sentences; a quoted sentence counts as one of its own."""
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence]


def first_repeated(texts: Iterable[str]) -> str | None:
    """Return the first text that was there before, upper and lower case alike, or None."""
    seen: set[str] = set()
    for text in texts:
        if text.casefold() in seen:
            return text
        seen.add(text.casefold())
    return None


Broken = Iterator[PydanticCustomError]


def raise_first(broken: Broken) -> None:
    """Raise the first broken rule, for entries that are read as a whole or not at all."""
    for each in broken:
        raise each


def not_plain(text: str) -> Broken:
    """Yield what a text must not have, wherever it stands."""
    if text != text.strip():
        yield PydanticCustomError("space", "begins or ends with a space")
    if found := _MARKUP.search(text):
        yield PydanticCustomError("markup", "contains markup: {found}", {"found": found[0]})
    for at, sign in enumerate(text):
        joins = sign == JOINER and at > 0 and ord(text[at - 1]) >= FIRST_EMOJI
        if unicodedata.category(sign) in _UNSEEN and sign != "\n" and not joins:
            near = "".join(e for e in text[max(at - 12, 0) : at + 13] if e.isprintable())
            data = {"sign": f"U+{ord(sign):04X}", "near": near}
            yield PydanticCustomError("invisible", "has the invisible {sign} near {near}", data)
            break
    if DOTS in text:
        yield PydanticCustomError("dots", "three dots are one character here: {blank}", _BLANK)


def too_many_sentences(text: str) -> Broken:
    """Yield that a text has more sentences than one reads at a glance."""
    if (count := len(sentences(text))) > MAX_SENTENCES:
        yield PydanticCustomError(
            "sentences",
            "has {count} sentences, at most {most} are allowed",
            {"count": count, "most": MAX_SENTENCES},
        )


def _plain(text: str) -> str:
    raise_first(not_plain(text))
    return text


def _short_in_sentences(text: str) -> str:
    raise_first(too_many_sentences(text))
    return text


def words_not_in_braces(language: str, texts: Iterable[str]) -> Broken:
    """Yield what stands in braces and is no form of the word for customer."""
    for text in texts:
        for form in unknown_forms(text, language):
            yield PydanticCustomError(
                "word",
                "{language}: no form of the word for customer: {form}",
                {"language": language, "form": form},
            )


def check_words_in_braces(language: str, texts: Iterable[str]) -> None:
    """Raise the first that stands in braces and is no form of the word for customer."""
    raise_first(words_not_in_braces(language, texts))


Text = TypeVar("Text")


def _languages(texts: Mapping[str, Text], info: ValidationInfo) -> Mapping[str, Text]:
    """Hold texts to the languages that are needed, in the context, or else to all."""
    for language in texts:
        if language not in LANGUAGES:
            raise PydanticCustomError(
                "language", "{language} is no language of ours", {"language": language}
            )
    for language in (info.context or {}).get(NEEDED, LANGUAGES):
        if language not in texts:
            raise PydanticCustomError("language", "{language} is missing", {"language": language})
    if not texts:
        raise PydanticCustomError("language", "there is no text")
    return texts


PerLanguage = Annotated[Mapping[str, Text], AfterValidator(_languages)]
Message = Annotated[
    str,
    StringConstraints(min_length=1, max_length=MAX_TEXT),
    AfterValidator(_plain),
    AfterValidator(_short_in_sentences),
]
Why = Annotated[str, StringConstraints(min_length=1, max_length=MAX_WHY), AfterValidator(_plain)]
# Two lines on a phone of 360 px, with the longest word for customer in place of the braces.
Anchor = Annotated[str, StringConstraints(min_length=1, max_length=70), AfterValidator(_plain)]
Note = Annotated[str, StringConstraints(min_length=1, max_length=MAX_NOTE), AfterValidator(_plain)]
Question = Annotated[
    str, StringConstraints(min_length=1, max_length=MAX_QUESTION), AfterValidator(_plain)
]
Name = Annotated[str, StringConstraints(min_length=1, max_length=MAX_NAME), AfterValidator(_plain)]
Title = Annotated[str, StringConstraints(min_length=1, max_length=40), AfterValidator(_plain)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{1,15}$")]


def named_twice(names: Iterable[str]) -> Broken:
    """Yield a name that is there more than once."""
    if repeated := first_repeated(names):
        yield PydanticCustomError("repeated", "named twice: {name}", {"name": repeated})


class Entry(BaseModel):
    """What all content has in common: it never changes, and unknown fields are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid")
