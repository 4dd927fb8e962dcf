"""What the buttons of HR's delivery report carry."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.base import CallbackData


@dataclass(frozen=True, slots=True)
class ShowDelivery(CallbackData):
    """Show how one day of a schedule went."""

    prefix: ClassVar[str] = "deliv"
    occurrence_id: int


@dataclass(frozen=True, slots=True)
class Resend(CallbackData):
    """Try again to send what failed on one day of a schedule."""

    prefix: ClassVar[str] = "resend"
    occurrence_id: int
