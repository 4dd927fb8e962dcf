"""How each format is talked through: its steps in order, and what may be answered at each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from coaching.rules.formats import WAYS_OUT, Outcome, PromptFormat

WORDS_LIMIT = 300
THOUGHT = "thought"
KNOWN, GUESSED = "known", "guessed"
AGREED, ANEW = "agreed", "anew"
ENOUGH, SAME = "enough", "same"
OBSTACLES = ("hurry", "forgot", "words", "mood", "place")
ANSWERS = (THOUGHT, KNOWN, GUESSED, AGREED, ANEW, ENOUGH, SAME, *OBSTACLES)
LOWEST, TOP = 0, 10
BLANK = "…"
Answer = TypeVar("Answer")


class Asks(StrEnum):
    """What a step waits for."""

    WORDS = "words"
    THOUGHT = "thought"
    NUMBER = "number"
    BASIS = "basis"
    RECALLED = "recalled"
    TRIED = "tried"
    CODED = "coded"
    ADDED = "added"
    SHARED = "shared"
    PLAN = "plan"
    CHANGE = "change"
    AGREED = "agreed"
    LESSON = "lesson"
    OBSTACLE = "obstacle"
    COPING = "coping"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Step:
    """One turn of a talk; `questions` count those of the prompt's own that it asks, from 0."""

    asks: Asks
    questions: tuple[int, ...] = ()


def _questions(asks: Asks, count: int) -> tuple[Step, ...]:
    return tuple(Step(asks, (n,)) for n in range(count))


SCRIPTS: dict[PromptFormat, tuple[Step, ...]] = {
    PromptFormat.PLAN: (Step(Asks.PLAN, (0, 1)), Step(Asks.AGREED)),
    PromptFormat.DEBRIEF: _questions(Asks.THOUGHT, 3),
    PromptFormat.RECALL: (Step(Asks.RECALLED),),
    PromptFormat.VIEW: (*_questions(Asks.THOUGHT, 2), Step(Asks.BASIS)),
    PromptFormat.SCALE: (Step(Asks.NUMBER), Step(Asks.THOUGHT, (0, 1))),
    PromptFormat.TRY: (Step(Asks.TRIED),),
    PromptFormat.ASK: (Step(Asks.CODED), Step(Asks.CHANGE), Step(Asks.AGREED)),
    PromptFormat.WHY: (Step(Asks.THOUGHT, (0,)), Step(Asks.ADDED)),
    PromptFormat.SHARE: (*_questions(Asks.WORDS, 3), Step(Asks.SHARED)),
    PromptFormat.GROW: (
        Step(Asks.THOUGHT, (0,)),
        Step(Asks.THOUGHT, (1, 2)),
        Step(Asks.THOUGHT, (3,)),
    ),
    PromptFormat.STORY: _questions(Asks.THOUGHT, 1),
}
PLANS = (PromptFormat.PLAN, PromptFormat.ASK)  # a customer's answer leads to a plan as well
IS_A_PLAN = {Asks.PLAN, Asks.CHANGE, Asks.COPING, Asks.MOMENT}
OF_A_RETURN = {Asks.LESSON, Asks.OBSTACLE, Asks.COPING, Asks.MOMENT}
NO_WAY_OUT = {Asks.AGREED, Asks.CHANGE, *OF_A_RETURN}
TAKES_WORDS = {Asks.WORDS, Asks.THOUGHT, Asks.ADDED, *IS_A_PLAN, *OF_A_RETURN}

_CODES: dict[Asks, tuple[str, ...]] = {
    Asks.WORDS: (),
    Asks.THOUGHT: (THOUGHT,),
    Asks.ADDED: (THOUGHT,),
    Asks.NUMBER: tuple(str(n) for n in range(LOWEST, TOP + 1)),
    Asks.BASIS: (KNOWN, GUESSED),
    Asks.RECALLED: (Outcome.KNEW, Outcome.PARTLY, Outcome.DID_NOT_KNOW),
    Asks.TRIED: (Outcome.DONE, Outcome.NOT_YET, Outcome.DID_NOT_FIT),
    Asks.SHARED: (),
    Asks.PLAN: (),
    Asks.CHANGE: (ENOUGH,),
    Asks.AGREED: (AGREED, ANEW),
    Asks.LESSON: (THOUGHT,),
    Asks.OBSTACLE: OBSTACLES,
    Asks.COPING: (ENOUGH,),
    Asks.MOMENT: (SAME,),
}


def step_at(prompt_format: PromptFormat, notes: int) -> Step | None:
    """Return the step after so many answered ones, None when the talk is at its end."""
    script = SCRIPTS[prompt_format]
    return script[notes] if 0 <= notes < len(script) else None


def is_asked(step: Step, texts: Sequence[str | None], why: str | None = None) -> bool:
    """Tell whether a step has its turn: some ask about what there may not be.

    `texts` are the answers in words so far, `why` the sentence of the organisation.
    """
    match step.asks:
        case Asks.AGREED:
            return bool(texts and texts[-1])
        case Asks.ADDED:
            return bool(why)
        case _:
            return True


def codes(step: Step, choices: Sequence[str] = ()) -> tuple[str, ...]:
    """Return what a button may answer at a step; `choices` are those of the prompt itself."""
    if step.asks is Asks.CODED:
        return (*choices, Outcome.NOT_YET)
    return _CODES[step.asks]


def offered(step: Step, choices: Sequence[str] = ()) -> tuple[str, ...]:
    """Return all that may be answered at a step, with the ways out where there are any."""
    return (*codes(step, choices), *(() if step.asks in NO_WAY_OUT else WAYS_OUT))


def numbered(step: Step, choices: Sequence[str] = ()) -> dict[str, str]:
    """Return which typed number stands for which answer, ways out included.

    On a scale the number is the answer itself; elsewhere answers are counted from 1.
    """
    if step.asks is Asks.NUMBER:
        return {code: code for code in codes(step)}
    return counted(offered(step, choices))


def counted(answers: Iterable[Answer]) -> dict[str, Answer]:
    """Return which typed number counts which answer, from 1."""
    return {str(n): answer for n, answer in enumerate(answers, 1)}


def outcome_of(step: Step, code: str) -> Outcome | None:
    """Return what the last step's answer makes of the prompt."""
    match step.asks:
        case Asks.RECALLED | Asks.TRIED:
            return Outcome(code)
        case Asks.CODED:
            return Outcome.NOT_YET if code == Outcome.NOT_YET else Outcome.HEARD
        case Asks.CHANGE:
            return Outcome.HEARD
        case _:
            return Outcome.DONE


def spoken_as(
    step: Step, typed: str, labels: Mapping[str, str], choices: Sequence[str] = ()
) -> str | None:
    """Return the answer whose button bears the typed words, None if none does."""
    wanted = bare(typed)
    bearing = (code for code in offered(step, choices) if code in labels)
    return next((code for code in bearing if bare(labels[code]) == wanted), None)


def bare(words: str) -> str:
    """Return words without what people leave out when they type them."""
    return " ".join(words.casefold().strip(" .!,…").split())
