"""What comes back after some days: how it went, and what is asked about that."""

from enum import StrEnum

from coaching.rules.formats import PromptFormat
from coaching.rules.scripts import PLANS, Asks, Step

FIRST_NOTE = 10  # what was said when a prompt came back is counted from here on
NOTES_A_RETURN = 10
PLAN_DAYS = (2, 7)  # working days after which a plan comes back
PLANS_AT_MOST = 4  # times in all, the ones that an answer brought about included


class Result(StrEnum):
    """What came of a prompt when it was taken up again."""

    CAME = "came"
    OTHERWISE = "otherwise"
    NOT_COME = "not_come"
    KNEW = "knew"
    PARTLY = "partly"
    DID_NOT_KNOW = "did_not_know"
    TAKEN_UP = "taken_up"
    LAPSED = "lapsed"


_OF_A_PLAN = (Result.CAME, Result.OTHERWISE, Result.NOT_COME)
RESULTS: dict[PromptFormat, tuple[Result, ...]] = {
    **dict.fromkeys(PLANS, _OF_A_PLAN),
    PromptFormat.RECALL: (Result.KNEW, Result.PARTLY, Result.DID_NOT_KNOW),
}
AFTERWARDS: dict[Result, tuple[Step, ...]] = {
    Result.CAME: (Step(Asks.LESSON),),
    Result.OTHERWISE: (Step(Asks.OBSTACLE), Step(Asks.COPING), Step(Asks.AGREED)),
    Result.NOT_COME: (Step(Asks.MOMENT), Step(Asks.AGREED)),
}


def note_number(time: int, place: int) -> int:
    """Return the number of what was said at a place of the talk when it came back a time."""
    return FIRST_NOTE + time * NOTES_A_RETURN + place


def time_of(number: int) -> int | None:
    """Return the time at which a note was said, None for those of the prompt itself."""
    return (number - FIRST_NOTE) // NOTES_A_RETURN if number >= FIRST_NOTE else None
