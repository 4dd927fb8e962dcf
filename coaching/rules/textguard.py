"""What must not be stored from a free text because it tells who somebody is."""

import re
import unicodedata
from collections.abc import Collection
from enum import StrEnum, auto

from coaching.rules.health_words import tells_of_health


class Finding(StrEnum):
    """A kind of personal detail found in a text."""

    IDENTITY_CODE = auto()
    EMAIL = auto()
    PHONE = auto()
    DIGITS = auto()
    HEALTH = auto()


# The author may know better: a number of a case, words about health in general.
MAY_BE_KEPT_ANYWAY = frozenset(Finding) - {Finding.IDENTITY_CODE}


# Finnish identity code: ddmmyy, century sign (since 2023 also B-F and U-Y), number, check.
_IDENTITY_CODE = re.compile(
    r"(?<!\d)(0[1-9]|[12]\d|3[01])[. ]?(0[1-9]|1[0-2])[. ]?(\d\d)"
    r" ?[-+A-FU-Y] ?(\d{3}) ?([0-9A-Y])(?!\d)",
    re.IGNORECASE,
)
_CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"

_PATTERNS = {
    Finding.EMAIL: re.compile(
        r"\S(?:@| @ | ?[(\[] ?(?:at|ät|snabel-a) ?[)\]] ?)[\w-]+\.\w", re.IGNORECASE
    ),
    # After the plus of a country or the zero of an area, six digits or more in any grouping;
    # points and strokes only where no date or hour has them.
    Finding.PHONE: re.compile(
        r"(?<!\d)(?:(?:\+\d|0)(?:[ ()-]{0,3}\d){6,14}|0\d{1,2}[./]\d{3}[./ -]?\d{3,4})(?!\d)"
    ),
    Finding.DIGITS: re.compile(r"\d(?:[ -]{0,3}\d){6}"),
}

# Years from and to, a date as computers write it, whole thousands and millions.
_NO_ONES_NUMBER = re.compile(
    r"(?<![\d-])(?:(?:19|20)\d\d ?- ?(?:19|20)\d\d|20\d\d-[01]\d-[0-3]\d"
    r"|[1-9]\d{0,2}(?: 000){2,3}|[1-9]\d{0,2}(?: \d{3}){2}(?= ?(?:€|eur)))(?![ -]{0,3}\d)"
)

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")


def findings(text: str) -> frozenset[Finding]:
    """Return every kind of personal detail that a text contains."""
    plain = _plain(text)
    # What is an identity code is no phone number as well, though it may begin with a zero.
    counted = _IDENTITY_CODE.sub(_without_code, _NO_ONES_NUMBER.sub("…", plain))
    private = {finding for finding, pattern in _PATTERNS.items() if pattern.search(counted)}
    if any(_is_identity_code(match) for match in _IDENTITY_CODE.finditer(plain)):
        private.add(Finding.IDENTITY_CODE)
    if tells_of_health(plain):
        private.add(Finding.HEALTH)
    return frozenset(private)


def may_be_overridden(found: Collection[Finding]) -> bool:
    """Tell whether the author may keep a text in which all this was found."""
    return MAY_BE_KEPT_ANYWAY.issuperset(found)


def _plain(text: str) -> str:
    """Undo what hides a detail: other dashes, spaces and digit shapes, invisible characters."""
    visible = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFKC", visible).translate(_DASHES)


def _without_code(match: re.Match[str]) -> str:
    return "…" if _is_identity_code(match) else match[0]


def _is_identity_code(match: re.Match[str]) -> bool:
    """Tell whether the check character is the one that the nine digits call for."""
    *digits, check = match.groups()
    return _CHECK_CHARACTERS[int("".join(digits)) % 31] == check.upper()
