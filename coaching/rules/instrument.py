"""Which two items of the check-in a person gets in which week: dimensions, forms, rotation."""

import hashlib
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import TypeVar

from coaching.rules.programme import WEEKS_IN_BLOCK, CyclePosition

ITEMS_A_WEEK = 2
SCALE = range(1, 6)

_Choice = TypeVar("_Choice", bound=StrEnum)


def value_of(typed: str) -> int | None:
    """Return the value of the scale that a typed digit stands for; None if for none."""
    return {str(value): value for value in SCALE}.get(typed)


class Dimension(StrEnum):
    """The six sides of service attitude, one item each."""

    LISTENING = "D1"
    EMPATHY = "D2"
    CLARITY = "D3"
    OWNERSHIP = "D4"
    FAIRNESS = "D5"
    LEARNING = "D6"


class Form(StrEnum):
    """The order in which a person meets the pairs of a block."""

    A = "A"
    B = "B"
    C = "C"


class _PairWeek(StrEnum):
    """The weeks of a block that ask a pair."""

    FIRST = "1"
    SECOND = "2"
    THIRD = "3"


FORMS = tuple(Form)
PAIRS = (
    (Dimension.LISTENING, Dimension.EMPATHY),
    (Dimension.CLARITY, Dimension.OWNERSHIP),
    (Dimension.FAIRNESS, Dimension.LEARNING),
)


def form_for(nth_member: int, team_key: int) -> Form:
    """Give the team's nth member (0-based) a form: every three in a row get A, B and C by lot."""
    if nth_member < 0:
        raise ValueError("members are counted from 0")
    trio, seat = divmod(nth_member, len(FORMS))
    return _by_lot(FORMS, f"{team_key}:{trio}")[seat]


def pair(form: Form, block: int, week_of_block: int) -> tuple[Dimension, Dimension]:
    """Return the pair for week 1, 2 or 3 of a block (0-based); each block moves the form on."""
    if block < 0 or week_of_block not in (1, 2, 3):
        raise ValueError("only weeks 1 to 3 of a block, counted from 0, have a pair")
    return PAIRS[(FORMS.index(form) + block + week_of_block - 1) % len(PAIRS)]


def items(
    form: Form,
    position: CyclePosition,
    answered: AbstractSet[Dimension],
    key: str,
    focus: Dimension | None = None,
) -> tuple[Dimension, ...]:
    """Return this week's items in the order of asking; the key (person, week) draws the lot.

    `answered` are the dimensions with a response earlier in this block: the fourth week asks what
    is missing there; if nothing is, the own focus, or one by lot. The rest week asks nothing.
    """
    if position.block is None or position.week_of_block is None:
        return ()
    if position.week_of_block <= len(PAIRS):
        return _by_lot(pair(form, position.block, position.week_of_block), key)
    drawn = _by_lot(Dimension, f"{key}:choice")
    missed = [dimension for dimension in drawn if dimension not in answered]
    if not missed:
        return (focus or drawn[0],)
    return _by_lot(missed[:ITEMS_A_WEEK], key)


def asks_openly(position: CyclePosition, answered: AbstractSet[Dimension]) -> bool:
    """Tell whether the week has an open question: the fourth, where it has room for one."""
    missed = len(Dimension) - len(answered)
    return position.week_of_block == WEEKS_IN_BLOCK and missed < ITEMS_A_WEEK


def week_of_customer_view(block_key: str) -> int:
    """Return in which week of a block (1 to 3) somebody is asked for the customer's view."""
    return int(_by_lot(_PairWeek, f"{block_key}:customer")[0])


def _by_lot(things: Iterable[_Choice], key: str) -> tuple[_Choice, ...]:
    """Shuffle, the same way whenever and wherever the key is the same."""
    return tuple(
        sorted(things, key=lambda thing: hashlib.sha256(f"{key}:{thing}".encode()).digest())
    )
