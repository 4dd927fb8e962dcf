"""Which prompt of the library comes next for a person, and which answers count as practice."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coaching.rules.instrument import Dimension

COMPLETED_TO_RISE = 2


class PromptFormat(StrEnum):
    """What kind of practice a prompt asks for."""

    DEBRIEF = "debrief"
    TRY = "try"
    RECALL = "recall"
    ASK = "ask"


class Outcome(StrEnum):
    """What a person says of a prompt by button."""

    DONE = "done"
    NOT_YET = "not_yet"
    DID_NOT_FIT = "did_not_fit"
    NOT_RELEVANT = "not_relevant"
    KNEW = "knew"
    PARTLY = "partly"
    DID_NOT_KNOW = "did_not_know"
    HEARD = "heard"


COMPLETES = frozenset(Outcome) - {Outcome.NOT_YET, Outcome.NOT_RELEVANT}

_OUTCOMES = {
    PromptFormat.DEBRIEF: (Outcome.DONE, Outcome.NOT_YET, Outcome.NOT_RELEVANT),
    PromptFormat.TRY: (
        Outcome.DONE,
        Outcome.NOT_YET,
        Outcome.DID_NOT_FIT,
        Outcome.NOT_RELEVANT,
    ),
    PromptFormat.RECALL: (
        Outcome.KNEW,
        Outcome.PARTLY,
        Outcome.DID_NOT_KNOW,
        Outcome.NOT_RELEVANT,
    ),
    PromptFormat.ASK: (Outcome.HEARD, Outcome.NOT_YET, Outcome.NOT_RELEVANT),
}


@dataclass(frozen=True, slots=True)
class Card:
    """What choosing needs to know of a prompt; level 1 notices, 2 acts, 3 stretches."""

    id: str
    dimension: Dimension
    format: PromptFormat
    level: int


@dataclass(frozen=True, slots=True)
class Past:
    """A prompt that a person was offered, and what came of it (None: no answer)."""

    prompt_id: str
    dimension: Dimension
    outcome: Outcome | None


def outcomes_for(prompt_format: PromptFormat) -> tuple[Outcome, ...]:
    """Return the answers that a prompt of this format offers, in the order of the buttons."""
    return _OUTCOMES[prompt_format]


def choose(cards: Sequence[Card], history: Sequence[Past], key: str) -> Card | None:
    """Choose the next prompt, or None when nothing suits; history runs from oldest to newest.

    New prompts come first: from the dimension offered longest ago, as hard as the person's level
    there allows. When all were used, the one used longest ago returns. The key settles ties.
    """
    refused = {past.prompt_id for past in history if past.outcome is Outcome.NOT_RELEVANT}
    wanted = [card for card in cards if card.id not in refused]
    levels = _levels(wanted, _completed(cards, history))
    suitable = [card for card in wanted if card.level <= levels[card.dimension]]
    used = {past.prompt_id: turn for turn, past in enumerate(history)}
    offered = {past.dimension: turn for turn, past in enumerate(history)}

    def order(card: Card) -> tuple[int, int, int, bytes]:
        lot = hashlib.sha256(f"{key}:{card.id}".encode()).digest()
        return used.get(card.id, -1), offered.get(card.dimension, -1), -card.level, lot

    return min(suitable, key=order, default=None)


def _completed(cards: Sequence[Card], history: Sequence[Past]) -> Counter[tuple[Dimension, int]]:
    """Count completed prompts per dimension and level."""
    known = {card.id: card for card in cards}
    done = [known[p.prompt_id] for p in history if p.prompt_id in known and p.outcome in COMPLETES]
    return Counter((card.dimension, card.level) for card in done)


def _levels(
    wanted: Sequence[Card], completed: Mapping[tuple[Dimension, int], int]
) -> dict[Dimension, int]:
    """Return the level per dimension: up by one after two completed; an empty level is passed."""
    stocked = {(card.dimension, card.level) for card in wanted}
    levels = {}
    for dimension in {card.dimension for card in wanted}:
        level, top = 1, max(level for of, level in stocked if of is dimension)
        while level < top and (
            completed.get((dimension, level), 0) >= COMPLETED_TO_RISE
            or (dimension, level) not in stocked
        ):
            level += 1
        levels[dimension] = level
    return levels
