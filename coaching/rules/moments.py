"""What a team is told once when it happens, apart from its points each week."""

from enum import StrEnum

RESULTS = "results"  # of a block, told as they are shown


class MomentKind(StrEnum):
    """What happened."""

    LEVEL = "level"
    VOTE_OPENED = "vote_opened"
    VOTE_CLOSED = "vote_closed"
    CHALLENGE_BEGUN = "challenge_begun"
    CHALLENGE_ENDED = "challenge_ended"
