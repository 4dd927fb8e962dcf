"""What a button carries: typed fields under a short prefix, packed into Telegram's 64 bytes.

Telegram lets anybody send any data, so parsing refuses whatever does not fit, and the use cases
check the right to press on every press.
"""

import re
import types
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Self, get_args, get_origin, get_type_hints

from coaching.checking_in import Response
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.instrument import Dimension
from coaching.rules.library import Outcome
from coaching.rules.sendings import Kind

MAX_BYTES = 64
SEPARATOR = ":"
WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")  # fits every database's integer


class BadCallbackError(ValueError):
    """The data of a pressed button is not of the form that this bot makes."""


@dataclass(frozen=True, slots=True)
class CallbackData:
    """Base of all button data; a subclass names its prefix."""

    prefix: ClassVar[str]

    def pack(self) -> str:
        """Return the data as Telegram carries it."""
        values = (getattr(self, field.name) for field in fields(self))
        packed = SEPARATOR.join([self.prefix, *("" if v is None else str(v) for v in values)])
        if len(packed.encode()) > MAX_BYTES:
            raise BadCallbackError(self.prefix)
        return packed

    @classmethod
    def parse(cls, data: str) -> Self:
        """Return the data that `pack` made; raises BadCallbackError for anything else."""
        prefix, *values = data.split(SEPARATOR)
        kinds = _field_types(cls)  # type: ignore[arg-type]  # classes are hashable
        if prefix != cls.prefix or len(values) != len(kinds):
            raise BadCallbackError(cls.prefix)
        try:
            return cls(*(_read(kind, value) for kind, value in zip(kinds, values, strict=True)))
        except ValueError:
            raise BadCallbackError(cls.prefix) from None

    @classmethod
    def pattern(cls) -> str:
        """Return the regular expression that routes presses of this kind."""
        return f"^{cls.prefix}({SEPARATOR}|$)"


@cache
def _field_types(cls: type[CallbackData]) -> tuple[Any, ...]:
    hints = get_type_hints(cls)
    return tuple(hints[field.name] for field in fields(cls))


def _read(kind: Any, value: str) -> object:  # noqa: ANN401 - a type annotation as a value
    if get_origin(kind) is types.UnionType:
        kind = get_args(kind)[0]
        if value == "":
            return None
    if kind is int and not WHOLE_NUMBER.fullmatch(value):
        raise BadCallbackError(value)
    return kind(value)


@dataclass(frozen=True, slots=True)
class ChooseLanguage(CallbackData):
    """Speak this language from now on."""

    prefix: ClassVar[str] = "lang"
    language: str


@dataclass(frozen=True, slots=True)
class AcceptNotice(CallbackData):
    """The privacy notice was read."""

    prefix: ClassVar[str] = "read"


@dataclass(frozen=True, slots=True)
class Respond(CallbackData):
    """A response to an item of the check-in."""

    prefix: ClassVar[str] = "ci"
    week: int
    dimension: Dimension
    response: Response
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


class Face(StrEnum):
    """The sides of a prompt that can be shown."""

    TEXT = "text"
    CARD = "card"
    WHY = "why"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class TurnPrompt(CallbackData):
    """Show a side of a prompt."""

    prefix: ClassVar[str] = "turn"
    practice_id: int
    face: Face


@dataclass(frozen=True, slots=True)
class AnswerPrompt(CallbackData):
    """An answer to a prompt."""

    prefix: ClassVar[str] = "did"
    practice_id: int
    outcome: Outcome
    choice: str | None = None


@dataclass(frozen=True, slots=True)
class Resume(CallbackData):
    """End one's pause."""

    prefix: ClassVar[str] = "resume"


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
class ShowTeam(CallbackData):
    """Show the points of one of several teams."""

    prefix: ClassVar[str] = "team"
    team_id: int


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


@dataclass(frozen=True, slots=True)
class TurnList(CallbackData):
    """Show another page of a list."""

    prefix: ClassVar[str] = "list"
    listing: Listing
    page: int
