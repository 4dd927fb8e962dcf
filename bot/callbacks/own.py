"""What the buttons carry by which people say when messages may come."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.base import CallbackData


class OwnPage(StrEnum):
    """What of one's own time is being chosen."""

    SLOT = "slot"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class ShowOwnTime(CallbackData):
    """Choose one's own time of day, or one's time zone."""

    prefix: ClassVar[str] = "mine"
    page: OwnPage


@dataclass(frozen=True, slots=True)
class SetSlot(CallbackData):
    """Get messages at these minutes from midnight, or leave the time to the schedules."""

    prefix: ClassVar[str] = "slot"
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class SetOwnZone(CallbackData):
    """Work in this time zone, or in the unit's."""

    prefix: ClassVar[str] = "myzone"
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class ShowShifts(CallbackData):
    """Show the shift of a day, or all shifts."""

    prefix: ClassVar[str] = "shifts"
    day: date | None = None


@dataclass(frozen=True, slots=True)
class SetShift(CallbackData):
    """Enter the shift that begins on a day, in minutes from midnight; without them a day off."""

    prefix: ClassVar[str] = "shift"
    day: date
    begins: int | None = None
    ends: int | None = None


@dataclass(frozen=True, slots=True)
class AskBreak(CallbackData):
    """Choose the days of a break."""

    prefix: ClassVar[str] = "bdays"
