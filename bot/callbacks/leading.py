"""What the buttons of a lead's minute carry."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.base import CallbackData
from coaching.rules.instrument import Dimension


@dataclass(frozen=True, slots=True)
class ShowMinute(CallbackData):
    """Show how a team is doing, what is worth a thank-you and what to do next."""

    prefix: ClassVar[str] = "minute"
    team_id: int


@dataclass(frozen=True, slots=True)
class ShowGuide(CallbackData):
    """Show the ten minutes of a meeting on a dimension."""

    prefix: ClassVar[str] = "guide"
    dimension: Dimension
