"""What the buttons carry that turn the pages of long lists."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.base import CallbackData


class Listing(StrEnum):
    """HR's lists that can be longer than a screen."""

    PEOPLE = "people"
    PLACES = "places"
    UNITS = "units"
    AUDIENCES = "who"
    SCHEDULES = "sch"
    SITES = "sites"
    DELIVERIES = "deliv"
    REPORTING = "report"
    RESULTS = "results"
    REWARDS = "rewards"
    HANDINGS = "given"


@dataclass(frozen=True, slots=True)
class TurnList(CallbackData):
    """Show another page of a list."""

    prefix: ClassVar[str] = "list"
    listing: Listing
    page: int
