"""Looking at a free text before any of it is stored."""

from coaching.errors import CoachingError, Code
from coaching.rules.textguard import findings, may_be_overridden


def guard(text: str, *, anyway: bool) -> None:
    """Raise TEXT_PRIVATE with what must not be stored, and whether its author may say otherwise.

    `anyway` is the author's word that it may; an identity code is refused all the same.
    """
    private = findings(text)
    overridable = may_be_overridden(private)
    if private and not (anyway and overridable):
        raise CoachingError(Code.TEXT_PRIVATE, found=sorted(private), overridable=overridable)
