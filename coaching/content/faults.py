"""What is wrong with content, each with its place: told in words by the floor above."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FaultCode(StrEnum):
    """Everything that an author can be told to mend; the floor above has a sentence for each."""

    NOT_TOML = "not_toml"
    NO_SHEET = "no_sheet"
    TOO_BIG = "too_big"
    OUTDATED = "outdated"
    FORMULA = "formula"
    KEY = "key"
    NO_ROW = "no_row"
    EMPTY = "empty"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_ONE_OF = "not_one_of"
    NUMBER = "number"
    COUNT = "count"
    KIND = "kind"
    CHOICE_CODE = "choice_code"
    TOO_LONG = "too_long"
    SPACE = "space"
    MARKUP = "markup"
    INVISIBLE = "invisible"
    DOTS = "dots"
    SENTENCES = "sentences"
    WORD = "word"
    LANGUAGE = "language"
    NO_LANGUAGE = "no_language"
    ID = "id"
    QUESTIONS = "questions"
    BLANK = "blank"
    BLANKS_DIFFER = "blanks_differ"
    FOLLOW_UPS = "follow_ups"
    FOLLOW_UPS_ORDER = "follow_ups_order"
    REPEATED = "repeated"
    PART = "part"
    CODES_DIFFER = "codes_differ"
    LABEL = "label"
    TWICE = "twice"
    TONE = "tone"
    LONG_WORD = "long_word"
    EMOJI = "emoji"
    LONG_SENTENCES = "long_sentences"
    EVIDENCE = "evidence"
    SOURCE = "source"
    TAG = "tag"
    VERSION = "version"


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a sheet, or a line of a file where there is no sheet; both from 1 on."""

    row: int | None = None
    sheet: str | None = None


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend: in which prompt, language and part, at which place, and its figures.

    `plain` says it in English to whoever builds the library.
    """

    code: FaultCode
    plain: str
    entry: str = ""
    language: str | None = None
    part: str | None = None
    data: Mapping[str, object] = field(default_factory=dict)
    place: Place = NOWHERE

    def __str__(self) -> str:
        return ": ".join(each for each in (self.entry, self.language, self.plain) if each)
