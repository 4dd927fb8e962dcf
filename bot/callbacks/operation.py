"""What HR's buttons for working times, deliveries, the theme and the crisis pause carry.

A site is a unit, or the whole organisation where no unit is named.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.base import CallbackData
from coaching.content import CustomerWord
from coaching.rules.calendar import Weekday
from coaching.rules.instrument import Dimension


class SitePage(StrEnum):
    """The pages of a site's working times."""

    ALL = "all"
    DAYS = "days"
    HOURS = "hours"
    HOLIDAYS = "hol"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class ShowSite(CallbackData):
    """Show a page of a site's working times."""

    prefix: ClassVar[str] = "site"
    page: SitePage
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class SetWorkday(CallbackData):
    """Make a weekday a working day of a site (1) or not (0)."""

    prefix: ClassVar[str] = "siteday"
    day: Weekday
    works: int
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class ResetSite(CallbackData):
    """Take back what a page set: a unit follows the organisation, which has no holidays then."""

    prefix: ClassVar[str] = "sitereset"
    page: SitePage
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class ChooseZone(CallbackData):
    """Choose one of several zones for a unit."""

    prefix: ClassVar[str] = "sitezone"
    unit_id: int
    zone: str


@dataclass(frozen=True, slots=True)
class WorkHolidays(CallbackData):
    """Say that a unit works on public holidays (1) or not (0)."""

    prefix: ClassVar[str] = "sitehol"
    unit_id: int
    on: int


@dataclass(frozen=True, slots=True)
class WorkInShifts(CallbackData):
    """Say that a unit works in shifts (1) or not (0)."""

    prefix: ClassVar[str] = "siteshift"
    unit_id: int
    on: int


class ThemePage(StrEnum):
    """What of the prompts' frame HR is choosing."""

    ALL = "all"
    THEME = "theme"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class ShowTheme(CallbackData):
    """Show a page of what all prompts follow."""

    prefix: ClassVar[str] = "theme"
    page: ThemePage


@dataclass(frozen=True, slots=True)
class SetTheme(CallbackData):
    """Make a dimension the theme of the quarter, or none."""

    prefix: ClassVar[str] = "settheme"
    dimension: Dimension | None = None


@dataclass(frozen=True, slots=True)
class SetWord(CallbackData):
    """Call those who are served by this word."""

    prefix: ClassVar[str] = "setword"
    word: CustomerWord


@dataclass(frozen=True, slots=True)
class AskWhy(CallbackData):
    """Ask for the organisation's Why in a language."""

    prefix: ClassVar[str] = "askwhy"
    language: str


@dataclass(frozen=True, slots=True)
class BeginCrisis(CallbackData):
    """Pause everything."""

    prefix: ClassVar[str] = "crisis"


@dataclass(frozen=True, slots=True)
class EndCrisis(CallbackData):
    """Let everything run again."""

    prefix: ClassVar[str] = "crisisend"


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
