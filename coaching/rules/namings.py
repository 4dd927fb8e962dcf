"""What in a text may show who somebody is: two names in a row, a colleague's name, an address."""

import re
from collections.abc import Iterable, Iterator

from coaching.rules.language_of import SMALL_WORDS

CAPITAL = r"(?:[A-ZÀ-ÖØ-ÞŠŽ])"
NAME = rf"{CAPITAL}[^\W\d_]*(?:-[^\W\d_]+)*"
NAMES = re.compile(rf"(?<![\w-])({NAME})\s+({NAME})(?![\w-])")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ADDRESS = re.compile(
    r"(?<!\w)[^\W\d_]+"
    r"(?:katu|kadun|kadulla|tie|tien|tiellä|kuja|kujan|polku|polun|gatan|gata|vägen|väg|gränden"
    r"|\s+(?:street|road|avenue|lane|drive|close|square))"
    r"\s+\d+(?:\s*[a-zA-Z](?!\w))?",
    re.IGNORECASE,
)
ENDING = 4  # letters that an inflected name may be longer
LEAST = 3  # letters of a name that is looked for


def namings(text: str, colleagues: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Return what its author should look at, as it stands in the text, each once.

    `known` are names of places and parts of the organisation: what consists of their words shows
    nobody. It would rather ask once too often: nothing is kept back by it.
    """
    places = {word.casefold() for name in known for word in WORD.findall(name)}
    found = [each[0] for each in ADDRESS.finditer(text)]
    found += _two_names(text, places)
    found += _of_colleagues(text, colleagues)
    alone = [each for each in found if not any(each in o for o in found if o != each)]
    return tuple(dict.fromkeys(alone))


def _two_names(text: str, places: set[str]) -> Iterator[str]:
    start = 0
    while match := NAMES.search(text, start):
        start = match.start(2)  # the second may be the first of the next two
        pair = [match[1], match[2]]
        shouted = all(word.isupper() and len(word) > 1 for word in pair)
        small = any(match[1].casefold() in words for words in SMALL_WORDS.values())
        if not shouted and not small and not places.issuperset(w.casefold() for w in pair):
            yield match[0]


def _of_colleagues(text: str, colleagues: Iterable[str]) -> Iterator[str]:
    names = [name.casefold() for name in colleagues if len(name) >= LEAST]
    for match in WORD.finditer(text):
        word = match[0]
        said = word.casefold()
        if word[0].isupper() and any(
            said.startswith(name) and len(said) <= len(name) + ENDING for name in names
        ):
            yield word
