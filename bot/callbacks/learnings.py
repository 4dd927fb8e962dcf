"""What the buttons under learnings carry."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.base import CallbackData


@dataclass(frozen=True, slots=True)
class ShareLearning(CallbackData):
    """Share the previewed text of this key, with (1) or without (0) a name."""

    prefix: ClassVar[str] = "share"
    draft: str
    named: int


@dataclass(frozen=True, slots=True)
class DropLearning(CallbackData):
    """Do not share the previewed text of this key."""

    prefix: ClassVar[str] = "noshare"
    draft: str


@dataclass(frozen=True, slots=True)
class ShowLearning(CallbackData):
    """Show a learning by its place, 0 for the newest."""

    prefix: ClassVar[str] = "learn"
    number: int


@dataclass(frozen=True, slots=True)
class TryLearning(CallbackData):
    """Our team tried this learning, shown at this place."""

    prefix: ClassVar[str] = "tried"
    learning_id: int
    number: int


@dataclass(frozen=True, slots=True)
class WithdrawLearning(CallbackData):
    """Take back one's own learning, shown at this place."""

    prefix: ClassVar[str] = "takeback"
    learning_id: int
    number: int


@dataclass(frozen=True, slots=True)
class ShowCardToThank(CallbackData):
    """Show HR a shared learning by its place, 0 for the newest."""

    prefix: ClassVar[str] = "thankable"
    number: int


@dataclass(frozen=True, slots=True)
class Thank(CallbackData):
    """Thank for a learning in the champion's name; it is shown at this place."""

    prefix: ClassVar[str] = "thank"
    learning_id: int
    number: int
