"""The formats of prompts, and what can come of one."""

from enum import StrEnum


class PromptFormat(StrEnum):
    """What kind of practice a prompt asks for."""

    PLAN = "plan"
    DEBRIEF = "debrief"
    RECALL = "recall"
    VIEW = "view"
    SCALE = "scale"
    TRY = "try"
    ASK = "ask"
    WHY = "why"
    SHARE = "share"
    GROW = "grow"
    STORY = "story"


class Outcome(StrEnum):
    """What came of a prompt."""

    DONE = "done"
    NOT_YET = "not_yet"
    DID_NOT_FIT = "did_not_fit"
    NOT_RELEVANT = "not_relevant"
    TOO_MUCH = "too_much"
    KNEW = "knew"
    PARTLY = "partly"
    DID_NOT_KNOW = "did_not_know"
    HEARD = "heard"


WAYS_OUT = (Outcome.NOT_RELEVANT, Outcome.TOO_MUCH)
COMPLETES = frozenset(Outcome) - {Outcome.NOT_YET, *WAYS_OUT}
QUESTIONS = {
    PromptFormat.PLAN: 2,
    PromptFormat.DEBRIEF: 3,
    PromptFormat.RECALL: 0,
    PromptFormat.VIEW: 2,
    PromptFormat.SCALE: 2,
    PromptFormat.TRY: 0,
    PromptFormat.ASK: 0,
    PromptFormat.WHY: 1,
    PromptFormat.SHARE: 3,
    PromptFormat.GROW: 4,
    PromptFormat.STORY: 1,
}
WRITTEN = tuple(each for each in PromptFormat if each is not PromptFormat.STORY)  # beforehand


def is_open(outcome: Outcome | None) -> bool:
    """Tell whether an answer is still awaited."""
    return outcome in (None, Outcome.NOT_YET)
