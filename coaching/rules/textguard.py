"""What must not be stored from a free text because it tells who somebody is."""

import re
import unicodedata
from enum import StrEnum, auto


class Finding(StrEnum):
    """A kind of personal detail found in a text."""

    IDENTITY_CODE = auto()
    EMAIL = auto()
    PHONE = auto()
    DIGITS = auto()


# Finnish identity code: ddmmyy, century sign (since 2023 also B-F and U-Y), number, check.
_IDENTITY_CODE = re.compile(
    r"(?<!\d)((?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d) ?[-+A-FU-Y] ?(\d{3})([0-9A-Y])(?!\d)",
    re.IGNORECASE,
)
_CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"

_PATTERNS = {
    Finding.EMAIL: re.compile(r"\S(?:@| ?[(\[] ?at ?[)\]] ?)[\w-]+\.\w", re.IGNORECASE),
    # After the plus of a country or the zero of an area, six digits or more in any grouping.
    Finding.PHONE: re.compile(r"(?<!\d)(?:\+\d|0)(?:[ ()-]{0,3}\d){6,14}(?!\d)"),
    Finding.DIGITS: re.compile(r"\d(?:[ -]{0,3}\d){6}"),
}

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")


def findings(text: str) -> frozenset[Finding]:
    """Return every kind of personal detail that a text contains."""
    plain = _plain(text)
    found = {finding for finding, pattern in _PATTERNS.items() if pattern.search(plain)}
    if any(_is_identity_code(match) for match in _IDENTITY_CODE.finditer(plain)):
        found.add(Finding.IDENTITY_CODE)
    return frozenset(found)


def _plain(text: str) -> str:
    """Undo what hides a detail: other dashes, spaces and digit shapes, invisible characters."""
    visible = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFKC", visible).translate(_DASHES)


def _is_identity_code(match: re.Match[str]) -> bool:
    """Tell whether the check character is the one that the nine digits call for."""
    birthday, number, check = match.groups()
    return _CHECK_CHARACTERS[int(birthday + number) % 31] == check.upper()
