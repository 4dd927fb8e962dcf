"""Which prompt comes next for a person: focus, theme, recall, level, tags, series and rests."""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from coaching.rules.formats import COMPLETES, Outcome, PromptFormat
from coaching.rules.instrument import Dimension

FOCUS_SHARE, THEME_SHARE = 0.60, 0.25  # the rest is recall of older cards
COOLDOWN = timedelta(days=84)
COMPLETED_TO_RISE = 2
COMPLETED_TO_ACT = 4  # in all, whatever the dimension
LIGHT = frozenset({PromptFormat.RECALL, PromptFormat.TRY})  # one press answers them
LOOKS_BACK_AFTER = 4  # looking back pays once there is something to look back at
FLAG_SHARE, FLAG_LEAST = 0.30, 20


class RoleProfile(StrEnum):
    """Where somebody mostly works."""

    DESK = "desk"
    FIELD = "field"
    LEAD = "lead"
    BACKOFFICE = "backoffice"


class Motivation(StrEnum):
    """What helps somebody keep going; it changes how a prompt is framed, never which one comes."""

    MEANING = "meaning"
    MASTERY = "mastery"
    TEAM = "team"
    EASE = "ease"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What choosing needs to know of a prompt; level 1 notices, 2 acts, 3 stretches."""

    id: str
    dimension: Dimension
    format: PromptFormat
    level: int
    roles: AbstractSet[RoleProfile]
    tags: AbstractSet[str]


@dataclass(frozen=True, slots=True)
class Past:
    """A prompt that a person was offered on a day, and what came of it (None: no answer)."""

    prompt_id: str
    dimension: Dimension
    outcome: Outcome | None
    day: date


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the choice follows: own focus, the quarter's theme, own role, a series begun."""

    focus: Dimension | None = None
    theme: Dimension | None = None
    role: RoleProfile | None = None
    series: tuple[str, ...] = ()


def choose(
    cards: Sequence[Candidate], history: Sequence[Past], wishes: Wishes, today: date, key: str
) -> Candidate | None:
    """Choose the next prompt, or None when nothing suits; history runs from oldest to newest.

    After one that was too much a light one comes. A series goes first, part by part. Otherwise a
    lot draws the focus, the theme or a recall; what suits nobody's wish comes from the dimension
    offered longest ago. Nothing comes again while something suitable has not come yet. The key
    settles ties.
    """
    left = _left(cards, history, today)
    offered = {past.prompt_id for past in history}
    suited = [card for card in left if _suits(card, wishes.role)]
    wanted = [card for card in suited if card.id not in offered] or suited
    if history and history[-1].outcome is Outcome.TOO_MUCH:
        lighter = [card for card in wanted if card.format in LIGHT and card.level == 1]
        if lighter:
            return min(lighter, key=_order(cards, history, key))
    parts = [card for part in wishes.series for card in left if card.id == part]
    if part := next((card for card in parts if card.id not in offered), None):
        return part
    levels = levels_of(cards, history)
    suitable = [card for card in wanted if card.level <= levels[card.dimension]]
    if not suitable:  # rather something harder than nothing
        lowest = min((card.level for card in wanted), default=1)
        suitable = [card for card in wanted if card.level == lowest]
    if len(history) < LOOKS_BACK_AFTER:
        early = [card for card in suitable if card.format is not PromptFormat.DEBRIEF]
        suitable = early or suitable
    pool = _drawn(suitable, wishes, lot(f"{key}:{len(history)}")) or suitable
    return min(pool, key=_order(cards, history, key), default=None)


def levels_of(cards: Sequence[Candidate], history: Sequence[Past]) -> dict[Dimension, int]:
    """Return the level per dimension: up after two completed at it, down on "too much".

    Who completed some, whatever they were about, only notices no more, unless it was too much.
    """
    known = {card.id: card for card in cards}
    levels = dict.fromkeys(Dimension, 1)
    top = {d: max((c.level for c in cards if c.dimension is d), default=1) for d in Dimension}
    completed: Counter[Dimension] = Counter()  # since the level was reached
    in_all = 0
    eased: set[Dimension] = set()
    for past in history:
        card, here = known.get(past.prompt_id), past.dimension
        if past.outcome is Outcome.TOO_MUCH:
            levels[here] = max(levels[here] - 1, 1)
            completed[here] = 0
            eased.add(here)
        elif past.outcome in COMPLETES:
            in_all += 1
            if card and card.level >= levels[here]:
                completed[here] += 1
        if completed[here] >= COMPLETED_TO_RISE:
            levels[here], completed[here] = min(levels[here] + 1, top[here]), 0
            eased.discard(here)
        beginners = [d for d in Dimension if levels[d] == 1 and d not in eased]
        for dimension in beginners if in_all >= COMPLETED_TO_ACT else ():
            levels[dimension], completed[dimension] = min(2, top[dimension]), 0
    return levels


def own_focus(focus: str | None, chosen_in: int | None, block: int | None) -> Dimension | None:
    """Return the focus that somebody chose, while the block lasts in which they did."""
    return Dimension(focus) if focus and chosen_in == block else None


def suggested_focus(history: Sequence[Past], theme: Dimension | None) -> Dimension:
    """Suggest the quarter's theme, else what was practised least; ratings play no part."""
    practised = Counter(past.dimension for past in history if past.outcome in COMPLETES)
    return theme or min(Dimension, key=lambda dimension: practised[dimension])


def is_flagged(answers: int, not_relevant: int) -> bool:
    """Tell whether a prompt goes back to whoever keeps the content."""
    return answers >= FLAG_LEAST and not_relevant / answers > FLAG_SHARE


def _left(cards: Sequence[Candidate], history: Sequence[Past], today: date) -> list[Candidate]:
    """Return the prompts that were neither waved away nor offered lately."""
    refused = {past.prompt_id for past in history if past.outcome is Outcome.NOT_RELEVANT}
    resting = {past.prompt_id for past in history if today - past.day < COOLDOWN}
    return [card for card in cards if card.id not in refused | resting]


def _suits(card: Candidate, role: RoleProfile | None) -> bool:
    """Tell whether a prompt suits the work; what is for one kind alone waits until it is said."""
    return role in card.roles if role else len(card.roles) > 1


def _drawn(cards: Sequence[Candidate], wishes: Wishes, luck: float) -> list[Candidate]:
    """Return the cards of the wish that the lot falls on; none if it is a wish nobody has."""
    if luck < FOCUS_SHARE:
        return [card for card in cards if card.dimension is wishes.focus]
    if luck < FOCUS_SHARE + THEME_SHARE:
        return [card for card in cards if card.dimension is wishes.theme]
    return [card for card in cards if card.format is PromptFormat.RECALL]


def _order(
    cards: Sequence[Candidate], history: Sequence[Past], key: str
) -> Callable[[Candidate], tuple[int, int, int, int, int, float]]:
    """Put new before used, then liked tags, what was met longest ago, and the hardest."""
    known = {card.id: card for card in cards}
    used = {past.prompt_id: turn for turn, past in enumerate(history)}
    dimensions = {past.dimension: turn for turn, past in enumerate(history)}
    formats = {
        known[past.prompt_id].format: turn
        for turn, past in enumerate(history)
        if past.prompt_id in known
    }
    disliked = Counter(
        tag
        for past in history
        if past.outcome is Outcome.NOT_RELEVANT and past.prompt_id in known
        for tag in known[past.prompt_id].tags
    )

    def order(card: Candidate) -> tuple[int, int, int, int, int, float]:
        return (
            used.get(card.id, -1),
            sum(disliked[tag] for tag in card.tags),
            dimensions.get(card.dimension, -1),
            -card.level,
            formats.get(card.format, -1),
            lot(f"{key}:{card.id}"),
        )

    return order


def lot(key: str) -> float:
    """Draw a number from 0 up to 1, the same for the same key."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:6]) / 2**48
