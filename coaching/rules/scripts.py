"""How each format is talked through: its steps in order, and what may be answered at each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from coaching.rules.formats import WAYS_OUT, Outcome, PromptFormat

WORDS_LIMIT = 300
THOUGHT = "thought"
KNOWN, GUESSED = "known", "guessed"
TOP = 10
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


@dataclass(frozen=True, slots=True)
class Step:
    """One turn of a talk; `question` counts the prompt's own questions from 0."""

    asks: Asks
    question: int | None = None


def _questions(asks: Asks, count: int) -> tuple[Step, ...]:
    return tuple(Step(asks, n) for n in range(count))


SCRIPTS: dict[PromptFormat, tuple[Step, ...]] = {
    PromptFormat.PLAN: _questions(Asks.WORDS, 2),
    PromptFormat.DEBRIEF: _questions(Asks.THOUGHT, 3),
    PromptFormat.RECALL: (Step(Asks.RECALLED),),
    PromptFormat.VIEW: (
        Step(Asks.THOUGHT, 0),
        Step(Asks.BASIS, 0),
        Step(Asks.THOUGHT, 1),
        Step(Asks.BASIS, 1),
    ),
    PromptFormat.SCALE: (Step(Asks.NUMBER), *_questions(Asks.THOUGHT, 2)),
    PromptFormat.TRY: (Step(Asks.TRIED),),
    PromptFormat.ASK: (Step(Asks.CODED),),
    PromptFormat.WHY: (Step(Asks.THOUGHT, 0), Step(Asks.ADDED)),
    PromptFormat.SHARE: (*_questions(Asks.WORDS, 3), Step(Asks.SHARED)),
    PromptFormat.GROW: _questions(Asks.THOUGHT, 4),
}
TAKES_WORDS = {Asks.WORDS, Asks.THOUGHT, Asks.ADDED}

_CODES: dict[Asks, tuple[str, ...]] = {
    Asks.WORDS: (),
    Asks.THOUGHT: (THOUGHT,),
    Asks.ADDED: (THOUGHT,),
    Asks.NUMBER: tuple(str(n) for n in range(TOP + 1)),
    Asks.BASIS: (KNOWN, GUESSED),
    Asks.RECALLED: (Outcome.KNEW, Outcome.PARTLY, Outcome.DID_NOT_KNOW),
    Asks.TRIED: (Outcome.DONE, Outcome.NOT_YET, Outcome.DID_NOT_FIT),
    Asks.SHARED: (),
}


def step_at(prompt_format: PromptFormat, notes: int) -> Step | None:
    """Return the step after so many answered ones, None when the talk is at its end."""
    script = SCRIPTS[prompt_format]
    return script[notes] if 0 <= notes < len(script) else None


def codes(step: Step, choices: Sequence[str] = ()) -> tuple[str, ...]:
    """Return what a button may answer at a step; `choices` are those of the prompt itself."""
    if step.asks is Asks.CODED:
        return (*choices, Outcome.NOT_YET)
    return _CODES[step.asks]


def numbered(step: Step, choices: Sequence[str] = ()) -> dict[str, str]:
    """Return which typed number stands for which answer, ways out included.

    On a scale the number is the answer itself; elsewhere answers are counted from 1.
    """
    if step.asks is Asks.NUMBER:
        return {code: code for code in codes(step)}
    return counted((*codes(step, choices), *WAYS_OUT))


def counted(answers: Iterable[Answer]) -> dict[str, Answer]:
    """Return which typed number counts which answer, from 1."""
    return {str(n): answer for n, answer in enumerate(answers, 1)}


def outcome_of(step: Step, code: str) -> Outcome | None:
    """Return what the last step's answer makes of the prompt; None while it is left open."""
    match step.asks:
        case Asks.RECALLED | Asks.TRIED:
            return Outcome(code)
        case Asks.CODED:
            return Outcome.NOT_YET if code == Outcome.NOT_YET else Outcome.HEARD
        case _:
            return Outcome.DONE


def sentence(blanks: Sequence[str], words: Sequence[str]) -> str:
    """Join a plan's halves, each with its words in the place of the blank or after it."""
    return (
        ", ".join(
            _filled(blank, said.strip().rstrip(".").strip())
            for blank, said in zip(blanks, words, strict=True)
        )
        + "."
    )


def _filled(blank: str, words: str) -> str:
    """Put the words in the first blank; a blank in the middle leaves the rest of the sentence."""
    before, mark, after = blank.partition(BLANK)
    if mark and after.strip() and BLANK not in after:
        return f"{before}{words}{after}"
    return f"{before.rstrip()} {words}"
