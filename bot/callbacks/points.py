"""What the buttons carry of points, by which teams choose rewards and HR hands them out."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.base import CallbackData
from coaching.rules.rewards import RewardKind


@dataclass(frozen=True, slots=True)
class ShowTeam(CallbackData):
    """Show the points of one of several teams as a picture, or all of it in words."""

    prefix: ClassVar[str] = "team"
    team_id: int
    in_words: int | None = None


@dataclass(frozen=True, slots=True)
class ShowVote(CallbackData):
    """Show what the own team can choose from."""

    prefix: ClassVar[str] = "vote"
    team_reward_id: int


@dataclass(frozen=True, slots=True)
class CastVote(CallbackData):
    """Choose this reward for the own team."""

    prefix: ClassVar[str] = "cast"
    team_reward_id: int
    reward_id: int


class RewardPage(StrEnum):
    """The pages of HR's rewards."""

    TEAMS = "teams"
    CATALOGUE = "all"


@dataclass(frozen=True, slots=True)
class ShowRewards(CallbackData):
    """Show what teams get, or the catalogue."""

    prefix: ClassVar[str] = "rewards"
    page: RewardPage


@dataclass(frozen=True, slots=True)
class OfferReward(CallbackData):
    """Offer a reward of the catalogue to teams (1), or no more (0)."""

    prefix: ClassVar[str] = "roffer"
    reward_id: int
    offered: int


@dataclass(frozen=True, slots=True)
class NewReward(CallbackData):
    """Begin a reward of one's own: its kind first, then its level, then its title."""

    prefix: ClassVar[str] = "rnew"
    kind: RewardKind | None = None
    level: int | None = None


class HandingStep(StrEnum):
    """What HR does with what a team chose."""

    TAX = "tax"
    APPROVE = "ok"
    HAND_OUT = "given"


@dataclass(frozen=True, slots=True)
class HandReward(CallbackData):
    """Note the tax review of what a team chose, approve it, or note that it was handed out."""

    prefix: ClassVar[str] = "rhand"
    team_reward_id: int
    step: HandingStep
