"""What a sentence tells by words that stand in it together, in whatever order.

A kind is a tuple of lists of patterns: a sentence is of that kind if each list is met somewhere in
it, and none that begins with "!". All patterns are in lower case and begin with a word.
"""

import re
from collections.abc import Callable
from functools import cache

from coaching.rules.word_lists import any_of

Kind = tuple[str, ...]

_SENTENCE_ENDS = re.compile("[.!?]+(?= |$)")


def teller(*kinds: Kind) -> Callable[[str], bool]:
    """Return what tells whether one sentence of a text is of one of these kinds."""

    @cache
    def compiled() -> list[list[tuple[bool, re.Pattern[str]]]]:
        return [[_met(words) for words in kind] for kind in kinds]

    def tells(text: str) -> bool:
        return any(
            all(bool(pattern.search(sentence)) is wanted for wanted, pattern in kind)
            for sentence in _SENTENCE_ENDS.split(text)
            for kind in compiled()
        )

    return tells


def _met(words: str) -> tuple[bool, re.Pattern[str]]:
    unwanted = words.startswith("!")
    return not unwanted, re.compile(rf"\b(?:{any_of(words[unwanted:])})")
