"""The languages in which the coach speaks: each is an entry of a file, nothing in the code."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field

LANGUAGES_FILE = "languages.toml"


class Language(BaseModel):
    """How a language names itself, writes days and times, and from when on it is hard to read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1)
    locale: str = Field(pattern=r"^[a-z]{2}(_[A-Z]{2})?$")
    clock: str = Field(min_length=1)
    date: str = Field(min_length=1)
    day: str = Field(min_length=1)
    on_day: str = Field(min_length=1)
    brief_day: str = Field(min_length=1)
    customer: str = Field(min_length=1)
    words_a_sentence: int = Field(ge=1)
    letters_a_word: int = Field(ge=1)
    long_word: int = Field(ge=1)


def _read() -> Mapping[str, Language]:
    toml = files("coaching.content").joinpath(LANGUAGES_FILE).read_text(encoding="utf-8")
    return {code: Language.model_validate(each) for code, each in tomllib.loads(toml).items()}


KNOWN = _read()
LANGUAGES = tuple(KNOWN)
FALLBACK = LANGUAGES[0]
