"""What the buttons of results and of their groups carry."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.base import CallbackData


@dataclass(frozen=True, slots=True)
class ShowResults(CallbackData):
    """Show what was published of a group as a picture, or all of it in words."""

    prefix: ClassVar[str] = "result"
    node: str
    node_id: int
    in_words: int | None = None


@dataclass(frozen=True, slots=True)
class ShowBlocks(CallbackData):
    """Show a group's last blocks side by side, as a picture or in words."""

    prefix: ClassVar[str] = "blocks"
    node: str
    node_id: int
    in_words: int | None = None


@dataclass(frozen=True, slots=True)
class RaiseThresholds(CallbackData):
    """Show from how many answers results are shown, ask before raising it, or raise it."""

    prefix: ClassVar[str] = "raise"
    band: int | None = None
    figure: int | None = None
    sure: int | None = None


@dataclass(frozen=True, slots=True)
class ShowReporting(CallbackData):
    """Show which teams report together, or one of them with those it could report with."""

    prefix: ClassVar[str] = "report"
    team_id: int | None = None


@dataclass(frozen=True, slots=True)
class MergeReporting(CallbackData):
    """Let two teams' results be shown together, or without them all small ones as suggested."""

    prefix: ClassVar[str] = "rmerge"
    team_id: int | None = None
    other_id: int | None = None


@dataclass(frozen=True, slots=True)
class SeparateReporting(CallbackData):
    """Let the teams that report together stand by themselves again."""

    prefix: ClassVar[str] = "rapart"
    team_id: int
