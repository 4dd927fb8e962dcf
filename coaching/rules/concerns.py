"""Texts that are no practice: somebody was threatened, is in distress, or saw something wrong."""

import re
from enum import StrEnum, auto
from functools import cache

from coaching.rules import concern_words_indonesian as indonesian
from coaching.rules import safety_words as safety
from coaching.rules import wrongdoing_words as wrongs
from coaching.rules.told_together import (
    safety_english,
    safety_finnish,
    safety_indonesian,
    safety_swedish,
    teller,
    wrongs_english,
    wrongs_finnish,
    wrongs_indonesian,
    wrongs_swedish,
)
from coaching.rules.word_lists import any_of

_SENTENCE_ENDS = re.compile("[.!?]+(?= |$)")


class Concern(StrEnum):
    """What is answered as such before any question goes on, the most urgent first."""

    VIOLENCE = auto()
    DISTRESS = auto()
    DATA_PROTECTION = auto()
    MISCONDUCT = auto()


def concern_of(text: str) -> Concern | None:
    """Return the most urgent concern that a text tells of, None if it tells of none."""
    spoken = " ".join(text.lower().replace("’", "'").replace(",", " ").split())
    for concern, pattern in _telling().items():
        if any(match["told"] for match in pattern.finditer(spoken)):
            return concern
        harmless_left_out = pattern.sub(" … ", spoken)
        if _TOLD_TOGETHER[concern](harmless_left_out):
            return concern
    acts, actors = _wrongs_at_work()
    if any(acts.search(each) and actors.search(each) for each in _SENTENCE_ENDS.split(spoken)):
        return Concern.MISCONDUCT
    return None


_SAFETY = (safety_english, safety_finnish, safety_swedish, safety_indonesian)
_WRONGS = (wrongs_english, wrongs_finnish, wrongs_swedish, wrongs_indonesian)
_TOLD_TOGETHER = {
    Concern.VIOLENCE: teller(*(kind for each in _SAFETY for kind in each.VIOLENCE)),
    Concern.DISTRESS: teller(*(kind for each in _SAFETY for kind in each.DISTRESS)),
    Concern.DATA_PROTECTION: teller(*(kind for each in _WRONGS for kind in each.DATA_PROTECTION)),
    Concern.MISCONDUCT: teller(*(kind for each in _WRONGS for kind in each.MISCONDUCT)),
}


@cache
def _telling() -> dict[Concern, re.Pattern[str]]:
    """Return what tells of each concern; what is harmless is looked for first and swallowed."""
    lists = {
        Concern.VIOLENCE: (
            safety.NO_VIOLENCE + indonesian.NO_VIOLENCE,
            safety.VIOLENCE + indonesian.VIOLENCE,
        ),
        Concern.DISTRESS: (
            safety.NO_DISTRESS + indonesian.NO_DISTRESS,
            safety.DISTRESS + indonesian.DISTRESS,
        ),
        Concern.DATA_PROTECTION: ("(?!)", wrongs.DATA_PROTECTION + indonesian.DATA_PROTECTION),
        Concern.MISCONDUCT: ("(?!)", wrongs.MISCONDUCT + indonesian.MISCONDUCT),
    }
    return {
        concern: re.compile(rf"\b(?:(?:{any_of(harmless)})|(?P<told>{any_of(telling)}))")
        for concern, (harmless, telling) in lists.items()
    }


@cache
def _wrongs_at_work() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the acts, and those at work who may have done them."""
    return re.compile(rf"\b(?:{any_of(wrongs.ACTS + indonesian.ACTS)})"), re.compile(
        rf"\b(?:{any_of(wrongs.ACTORS + indonesian.ACTORS)})"
    )
