"""In which language a text is written, told by its small words; its author plays no part."""

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files

WORD = re.compile(r"[^\W\d_]+")
CLEARLY = 2  # this many more small words than of any other language
WORDS_FILE = "small_words.toml"


def _read() -> Mapping[str, frozenset[str]]:
    toml = files("coaching.rules").joinpath(WORDS_FILE).read_text(encoding="utf-8")
    return {code: frozenset(words.split()) for code, words in tomllib.loads(toml).items()}


SMALL_WORDS = _read()


def language_of(text: str) -> str | None:
    """Return the language's code, None where the words do not tell it clearly."""
    words = [word.casefold() for word in WORD.findall(text)]
    counts = {code: sum(word in small for word in words) for code, small in SMALL_WORDS.items()}
    first, second, *_ = sorted(counts, key=lambda code: counts[code], reverse=True)
    return first if counts[first] - counts[second] >= CLEARLY else None
