"""Looking at what was typed before any of it is stored: free texts, and names."""

import unicodedata

from coaching.errors import CoachingError, Code
from coaching.rules.textguard import Finding, findings, may_be_overridden

IN_A_NAME = {Finding.HEALTH, Finding.ADDRESS}  # a place of service may be called by either
UNSEEN = ("Cc", "Cf", "Cs")  # categories of characters that no keyboard types


def guard(text: str, *, anyway: bool) -> None:
    """Raise TEXT_PRIVATE with what must not be stored, and whether its author may say otherwise.

    `anyway` is the author's word that it may; an identity code is refused all the same.
    """
    private = findings(text)
    overridable = may_be_overridden(private)
    if private and not (anyway and overridable):
        raise CoachingError(Code.TEXT_PRIVATE, found=sorted(private), overridable=overridable)


def checked_text(text: str, least: int, most: int, *, anyway: bool) -> str:
    """Return the text without what no keyboard types, if it may be shown to others.

    Raises TEXT_TOO_LONG, TEXT_TOO_SHORT, or TEXT_PRIVATE as `guard` does.
    """
    visible = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    cleaned = visible.strip()
    if len(cleaned) > most:
        raise CoachingError(Code.TEXT_TOO_LONG, limit=most, length=len(cleaned))
    guard(cleaned, anyway=anyway)
    if len(cleaned) < least:
        raise CoachingError(Code.TEXT_TOO_SHORT, least=least)
    return cleaned


def checked_name(typed: str, most: int, least: int = 1) -> str:
    """Return a name or title in one line, without characters that nobody sees.

    Raises NAME_INVALID if it is too short or too long, or holds something private.
    """
    line = " ".join(typed.split())
    visible = "".join(c for c in line if unicodedata.category(c) not in UNSEEN)
    name = " ".join(visible.split())
    if not least <= len(name) <= most or findings(name) - IN_A_NAME:
        raise CoachingError(Code.NAME_INVALID, limit=most)
    return name
