"""What the buttons carry by which a programme goes on or ends."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.base import CallbackData
from coaching.rules.exit_review import Decision


@dataclass(frozen=True, slots=True)
class DecidePoints(CallbackData):
    """Decide whether points go on."""

    prefix: ClassVar[str] = "points"
    decision: Decision
