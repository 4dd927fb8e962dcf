"""What the buttons of the weekly check-in and of one's own history carry."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.base import CallbackData
from coaching.checkin.week import Response
from coaching.rules.instrument import Dimension


@dataclass(frozen=True, slots=True)
class Respond(CallbackData):
    """A response to an item of the check-in, in the version of the wording that was shown."""

    prefix: ClassVar[str] = "ci"
    week: int
    dimension: Dimension
    response: Response
    wording: str
    value: int | None = None


@dataclass(frozen=True, slots=True)
class AskItem(CallbackData):
    """Show an item of the check-in, to answer it (again)."""

    prefix: ClassVar[str] = "item"
    week: int
    dimension: Dimension | None = None


@dataclass(frozen=True, slots=True)
class WhyItem(CallbackData):
    """Why is this item asked?"""

    prefix: ClassVar[str] = "whyi"
    week: int
    dimension: Dimension


@dataclass(frozen=True, slots=True)
class NameSituation(CallbackData):
    """A situation came to mind for a high value (1), or not just now (0)."""

    prefix: ClassVar[str] = "named"
    week: int
    dimension: Dimension
    named: int


@dataclass(frozen=True, slots=True)
class SkipOpen(CallbackData):
    """Leave the open question unanswered."""

    prefix: ClassVar[str] = "skipopen"
    week: int


@dataclass(frozen=True, slots=True)
class AskOpen(CallbackData):
    """Show the open question, to answer it (again)."""

    prefix: ClassVar[str] = "askopen"
    week: int


@dataclass(frozen=True, slots=True)
class AskCustomerView(CallbackData):
    """Show the item once more, for the latest customer."""

    prefix: ClassVar[str] = "askcust"
    week: int


@dataclass(frozen=True, slots=True)
class ChooseForCustomer(CallbackData):
    """What the latest customer would choose."""

    prefix: ClassVar[str] = "cust"
    week: int
    value: int


class About(StrEnum):
    """The questions beside the items that say why they are asked."""

    OPEN = "open"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class WhyAsked(CallbackData):
    """Why is this asked?"""

    prefix: ClassVar[str] = "whya"
    week: int
    about: About


class HistoryPage(StrEnum):
    """What somebody does with their own answers of closed blocks."""

    SHOW = "show"
    KEEP = "keep"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class ShowHistory(CallbackData):
    """Show one's own history, keep it from now on, or erase it."""

    prefix: ClassVar[str] = "history"
    page: HistoryPage
