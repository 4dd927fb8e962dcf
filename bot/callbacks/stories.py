"""What the buttons under stories of people who were helped carry."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.base import CallbackData
from coaching.rules.instrument import Dimension
from coaching.rules.stories import Reason


@dataclass(frozen=True, slots=True)
class HandInStory(CallbackData):
    """Hand the previewed story of this key in."""

    prefix: ClassVar[str] = "story"
    draft: str


@dataclass(frozen=True, slots=True)
class DropStory(CallbackData):
    """Do not hand the previewed story of this key in."""

    prefix: ClassVar[str] = "nostory"
    draft: str


@dataclass(frozen=True, slots=True)
class ShowStories(CallbackData):
    """Show HR how things stand with stories."""

    prefix: ClassVar[str] = "stories"


@dataclass(frozen=True, slots=True)
class SwitchStories(CallbackData):
    """Let stories be told (1), or not any more (0)."""

    prefix: ClassVar[str] = "setstory"
    used: int


@dataclass(frozen=True, slots=True)
class ReadStory(CallbackData):
    """Show HR a story by its place among those that wait (0) or were allowed (1)."""

    prefix: ClassVar[str] = "readstory"
    number: int
    allowed: int


@dataclass(frozen=True, slots=True)
class AllowStory(CallbackData):
    """Allow a story as one on a dimension; without one, ask for it."""

    prefix: ClassVar[str] = "okstory"
    story_id: int
    dimension: Dimension | None = None


@dataclass(frozen=True, slots=True)
class DeclineStory(CallbackData):
    """Let nobody read a story (any more), for a reason; without one, ask for it."""

    prefix: ClassVar[str] = "offstory"
    story_id: int
    reason: Reason | None = None
