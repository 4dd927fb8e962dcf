"""What must not be stored from a free text because it tells who somebody is."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from enum import StrEnum, auto

from stdnum.fi import ytunnus

from coaching.rules import contact_details as contact
from coaching.rules.health_words import tells_of_health
from coaching.rules.home_addresses import tells_where_somebody_lives
from coaching.rules.identity_codes import without_codes
from coaching.rules.spoken_numbers import in_digits


class Finding(StrEnum):
    """A kind of personal detail found in a text."""

    IDENTITY_CODE = auto()
    EMAIL = auto()
    PHONE = auto()
    DIGITS = auto()
    ADDRESS = auto()
    HEALTH = auto()


# The author may know better: a number of a case, words about health in general.
MAY_BE_KEPT_ANYWAY = frozenset(Finding) - {Finding.IDENTITY_CODE}

_LONG_NUMBER = re.compile(r"\d(?:[ -]{0,3}\d){6,}")
# Years from and to, a date as computers write it, rows and pages, whole thousands and millions.
_NO_ONES_NUMBER = re.compile(
    r"(?<![\d-])(?:(?:19|20)\d\d ?- ?(?:19|20)\d\d|20\d\d-[01]\d-[0-3]\d"
    r"|1500[ -]?\d{3}"  # Indonesian call centres
    r"|(?<=[Rr]ows |ages |ivit |ivut )\d+ ?- ?\d+"
    r"|[1-9]\d{0,2}(?: 000){2,3}|[1-9]\d{0,2}(?: \d{3}){2}(?= ?(?:€|eur)))(?![ -]{0,3}\d)"
)
_BUSINESS = re.compile(r"(?<![\d-])\d{7}-\d(?![\d-])")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")


def findings(text: str) -> frozenset[Finding]:
    """Return every kind of personal detail that a text contains; one number is one detail."""
    plain = _plain(text)
    private = set(_one_by_one(plain))
    if tells_where_somebody_lives(plain):
        private.add(Finding.ADDRESS)
    if tells_of_health(plain):
        private.add(Finding.HEALTH)
    return frozenset(private)


def may_be_overridden(found: Collection[Finding]) -> bool:
    """Tell whether the author may keep a text in which all this was found."""
    return MAY_BE_KEPT_ANYWAY.issuperset(found)


def _one_by_one(text: str) -> Iterator[Finding]:
    """Take out one kind of detail after the other, so that none is counted as another as well."""
    for finding, without in _TAKEN_OUT:
        left = without(text)
        if finding is not None and left != text:
            yield finding
        text = left


def _without_harmless_numbers(text: str) -> str:
    return _BUSINESS.sub(_unless_no_business, _NO_ONES_NUMBER.sub("…", text))


def _unless_no_business(match: re.Match[str]) -> str:
    return "…" if ytunnus.is_valid(match[0]) else match[0]


def _without_long_numbers(text: str) -> str:
    return _LONG_NUMBER.sub("…", text)


_TAKEN_OUT: tuple[tuple[Finding | None, Callable[[str], str]], ...] = (
    (Finding.EMAIL, contact.without_emails),
    (Finding.IDENTITY_CODE, without_codes),
    (None, _without_harmless_numbers),
    (None, in_digits),
    (None, contact.without_public_numbers),
    (Finding.PHONE, contact.without_phones),
    (Finding.DIGITS, _without_long_numbers),
)


def _plain(text: str) -> str:
    """Undo what hides a detail: other dashes, spaces and digit shapes, invisible characters."""
    visible = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFKC", visible).translate(_DASHES)
