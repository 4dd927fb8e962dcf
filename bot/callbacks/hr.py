"""What HR's buttons carry."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.base import CallbackData
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.exit_review import Decision
from coaching.rules.sendings import Kind


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
    """Let the draft come every so many weeks."""

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


@dataclass(frozen=True, slots=True)
class InviteTo(CallbackData):
    """Choose where an invite leads: a team, or none for HR."""

    prefix: ClassVar[str] = "inv"
    team_id: int | None = None


@dataclass(frozen=True, slots=True)
class MakeInvite(CallbackData):
    """Make an invite."""

    prefix: ClassVar[str] = "mkinv"
    role: Role
    team_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewTeam(CallbackData):
    """Begin a new team in a unit, or choose the unit first."""

    prefix: ClassVar[str] = "newteam"
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewUnit(CallbackData):
    """Begin a new unit."""

    prefix: ClassVar[str] = "newunit"


@dataclass(frozen=True, slots=True)
class ShowPeople(CallbackData):
    """Show who is in a team, or all teams."""

    prefix: ClassVar[str] = "people"
    team_id: int | None = None


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


@dataclass(frozen=True, slots=True)
class TurnList(CallbackData):
    """Show another page of a list."""

    prefix: ClassVar[str] = "list"
    listing: Listing
    page: int


@dataclass(frozen=True, slots=True)
class ShowReporting(CallbackData):
    """Show which teams report together, or one of them with those it could report with."""

    prefix: ClassVar[str] = "report"
    team_id: int | None = None


@dataclass(frozen=True, slots=True)
class MergeReporting(CallbackData):
    """Let two teams' results be shown together, or without them all small ones as suggested."""

    prefix: ClassVar[str] = "rmerge"
    team_id: int | None = None
    other_id: int | None = None


@dataclass(frozen=True, slots=True)
class SeparateReporting(CallbackData):
    """Let the teams that report together stand by themselves again."""

    prefix: ClassVar[str] = "rapart"
    team_id: int


@dataclass(frozen=True, slots=True)
class ShowApprovals(CallbackData):
    """Show the invites that wait for a second HR person."""

    prefix: ClassVar[str] = "waits"


@dataclass(frozen=True, slots=True)
class Approve(CallbackData):
    """Let an invite work (1), or take it back (0)."""

    prefix: ClassVar[str] = "approve"
    invite_id: int
    yes: int


@dataclass(frozen=True, slots=True)
class MergeTeam(CallbackData):
    """Choose into which team one is merged, ask before it, or do it (1)."""

    prefix: ClassVar[str] = "tmerge"
    team_id: int
    into_id: int | None = None
    sure: int | None = None


@dataclass(frozen=True, slots=True)
class DecidePoints(CallbackData):
    """Decide whether points go on."""

    prefix: ClassVar[str] = "points"
    decision: Decision


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
