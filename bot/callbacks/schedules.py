"""What the buttons carry by which HR sets schedules and hours, and people their own times."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.base import CallbackData
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind


@dataclass(frozen=True, slots=True)
class ShowSchedule(CallbackData):
    """Show one schedule, or all of them."""

    prefix: ClassVar[str] = "sch"
    schedule_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewSchedule(CallbackData):
    """Begin a new schedule, or choose its kind first."""

    prefix: ClassVar[str] = "snew"
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class PauseSchedule(CallbackData):
    """Stop a schedule or let it run."""

    prefix: ClassVar[str] = "spause"
    schedule_id: int
    paused: int


@dataclass(frozen=True, slots=True)
class DeleteSchedule(CallbackData):
    """Ask whether to delete a schedule, or delete it (1)."""

    prefix: ClassVar[str] = "sdel"
    schedule_id: int
    sure: int | None = None


class Page(StrEnum):
    """The pages of the schedule editor."""

    BEGIN = "begin"
    DRAFT = "draft"
    DAYS = "days"
    TIME = "time"
    AUDIENCE = "who"
    WINDOW = "window"
    EVERY = "every"
    SPAN = "span"
    FIRST = "first"
    LAST = "last"
    TEXT = "text"
    SAVE = "save"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class EditSchedule(CallbackData):
    """Open a page of the schedule editor, save or drop the draft."""

    prefix: ClassVar[str] = "sedit"
    page: Page
    schedule_id: int | None = None


@dataclass(frozen=True, slots=True)
class ToggleDay(CallbackData):
    """Put a weekday into the draft or take it out."""

    prefix: ClassVar[str] = "sday"
    day: Weekday


@dataclass(frozen=True, slots=True)
class SetTime(CallbackData):
    """Give the draft a time, as minutes from midnight."""

    prefix: ClassVar[str] = "stime"
    minutes: int


@dataclass(frozen=True, slots=True)
class SetWindow(CallbackData):
    """Say how many minutes the draft's message stays useful."""

    prefix: ClassVar[str] = "swin"
    minutes: int


@dataclass(frozen=True, slots=True)
class SetEvery(CallbackData):
    """Let the draft come every so many weeks, or once (0)."""

    prefix: ClassVar[str] = "severy"
    weeks: int


@dataclass(frozen=True, slots=True)
class SetAudience(CallbackData):
    """Say whom the draft is for; neither means everybody."""

    prefix: ClassVar[str] = "swho"
    unit_id: int | None = None
    team_id: int | None = None


@dataclass(frozen=True, slots=True)
class SetRole(CallbackData):
    """Narrow the draft to a role; none means everybody of the audience."""

    prefix: ClassVar[str] = "srole"
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class SetOwnSlot(CallbackData):
    """Let people's own time of day take the place of the draft's (1), or not (0)."""

    prefix: ClassVar[str] = "sown"
    own: int


class Edge(StrEnum):
    """The outermost days of a schedule."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class ClearDay(CallbackData):
    """Let the draft have no first or no last day."""

    prefix: ClassVar[str] = "snoday"
    edge: Edge


@dataclass(frozen=True, slots=True)
class AskText(CallbackData):
    """Ask for the champion's message in a language."""

    prefix: ClassVar[str] = "stext"
    language: str


class SitePage(StrEnum):
    """The pages of a site's working times."""

    ALL = "all"
    DAYS = "days"
    HOURS = "hours"
    HOLIDAYS = "hol"
    ZONE = "zone"
    SHIFTS = "shifts"


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


@dataclass(frozen=True, slots=True)
class BeginCrisis(CallbackData):
    """Pause everything."""

    prefix: ClassVar[str] = "crisis"


@dataclass(frozen=True, slots=True)
class EndCrisis(CallbackData):
    """Let everything run again."""

    prefix: ClassVar[str] = "crisisend"


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
