"""Rewards of teams: what a level unlocks, what a vote decides, what needs a look at taxes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coaching.rules.programme import WEEKS_IN_CYCLE

WEEKS_TO_HAND_OUT = 4


class RewardKind(StrEnum):
    """What a reward is made of; money is none."""

    TIME = "time"
    LEARNING = "learning"
    VISIT = "visit"
    RECOGNITION = "recognition"
    DONATION = "donation"


@dataclass(frozen=True, slots=True)
class Choice:
    """A reward that a team can choose from a level on."""

    id: int
    level: int


def unlocked(catalogue: Iterable[Choice], level: int) -> list[Choice]:
    """Return what a level lets a team choose from: the highest level's first, then by age."""
    within = [choice for choice in catalogue if choice.level <= level]
    return sorted(within, key=lambda choice: (-choice.level, choice.id))


def winner(choices: Sequence[Choice], ballots: Iterable[int]) -> Choice:
    """Return what most chose; of several, and without a vote, the first on the list."""
    votes = Counter(ballots)
    return max(choices, key=lambda choice: votes[choice.id])


def needs_tax_review(kind: RewardKind, cost: int) -> bool:
    """Tell whether it may be a taxed benefit: what is bought for a team, unless it is donated."""
    return cost > 0 and kind is not RewardKind.DONATION


def opens_vote(week: int) -> bool:
    """Tell whether a quarter's points are complete when this week closes."""
    return week % WEEKS_IN_CYCLE == WEEKS_IN_CYCLE - 2


def closes_vote(week: int) -> bool:
    """Tell whether the quarter's votes close with this week, the rest week."""
    return week % WEEKS_IN_CYCLE == WEEKS_IN_CYCLE - 1


def vote_over(quarter: int) -> int:
    """Return the week with which a quarter's votes are over; quarters count from 0."""
    return (quarter + 1) * WEEKS_IN_CYCLE


def hand_out_before(quarter: int) -> int:
    """Return the week by which a quarter's rewards are to be handed out; quarters count from 0."""
    return (quarter + 1) * WEEKS_IN_CYCLE + WEEKS_TO_HAND_OUT
