"""What the buttons carry by which people join, take a break, and are put into their places."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.base import CallbackData
from coaching.rules.access import Role


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
class ShowNotice(CallbackData):
    """Show all of the privacy notice (1), or the step of joining with the short one (0)."""

    prefix: ClassVar[str] = "notice"
    full: int


@dataclass(frozen=True, slots=True)
class Resume(CallbackData):
    """End the break that goes on, or call off the planned one that begins on a day."""

    prefix: ClassVar[str] = "resume"
    planned: date | None = None


class Length(StrEnum):
    """For how many days a button stops the messages."""

    WEEK = "7"
    TWO_WEEKS = "14"


@dataclass(frozen=True, slots=True)
class BeginBreak(CallbackData):
    """Begin a break of so many days, or until one comes back."""

    prefix: ClassVar[str] = "break"
    days: Length | None = None


@dataclass(frozen=True, slots=True)
class GoOn(CallbackData):
    """Go on getting messages after the one question about it."""

    prefix: ClassVar[str] = "goon"


@dataclass(frozen=True, slots=True)
class AskBreak(CallbackData):
    """Choose the days of a break."""

    prefix: ClassVar[str] = "bdays"


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
class RenewInvite(CallbackData):
    """Make the link of an invite anew: whoever asked for it did not see it."""

    prefix: ClassVar[str] = "reinv"
    role: Role
    team_id: int | None = None


@dataclass(frozen=True, slots=True)
class ShowInvites(CallbackData):
    """Show a page of the invites that nobody has used yet."""

    prefix: ClassVar[str] = "invs"
    page: int = 0


@dataclass(frozen=True, slots=True)
class TakeBack(CallbackData):
    """Let an invite open nothing any more."""

    prefix: ClassVar[str] = "uninv"
    invite_id: int


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


@dataclass(frozen=True, slots=True)
class TurnPeople(CallbackData):
    """Show another page of who is in a team."""

    prefix: ClassVar[str] = "tpeople"
    team_id: int
    page: int


@dataclass(frozen=True, slots=True)
class ShowHr(CallbackData):
    """Show who is in HR."""

    prefix: ClassVar[str] = "hrs"
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowPerson(CallbackData):
    """Show which places somebody has."""

    prefix: ClassVar[str] = "person"
    person_id: int


@dataclass(frozen=True, slots=True)
class EndPlace(CallbackData):
    """Ask before somebody's places end, or end them (1)."""

    prefix: ClassVar[str] = "pend"
    person_id: int
    sure: int | None = None


@dataclass(frozen=True, slots=True)
class KeepPlace(CallbackData):
    """Call off what was asked for: somebody stays in HR."""

    prefix: ClassVar[str] = "pkeep"
    person_id: int


@dataclass(frozen=True, slots=True)
class MovePerson(CallbackData):
    """Choose the team to which a member moves, ask before it, or do it (1)."""

    prefix: ClassVar[str] = "pmove"
    person_id: int
    team_id: int | None = None
    sure: int | None = None


@dataclass(frozen=True, slots=True)
class MoveInto(CallbackData):
    """Show another page of the teams to which a member can move."""

    prefix: ClassVar[str] = "pinto"
    person_id: int
    page: int


class Sought(StrEnum):
    """What HR looks for a team for."""

    PEOPLE = "people"
    INVITE = "invite"
    MERGE = "merge"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Search(CallbackData):
    """Type a part of a name; with a team, another one is sought to merge it into."""

    prefix: ClassVar[str] = "search"
    sought: Sought
    team_id: int | None = None


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
class ConfirmPlaces(CallbackData):
    """Show who waits to be confirmed in a team, or confirm them (1)."""

    prefix: ClassVar[str] = "places"
    team_id: int
    sure: int | None = None


@dataclass(frozen=True, slots=True)
class RenameUnit(CallbackData):
    """Type another name for a unit."""

    prefix: ClassVar[str] = "urename"
    unit_id: int


@dataclass(frozen=True, slots=True)
class RenameTeam(CallbackData):
    """Type another name for a team."""

    prefix: ClassVar[str] = "trename"
    team_id: int


@dataclass(frozen=True, slots=True)
class MergeInto(CallbackData):
    """Show another page of the teams into which one can be merged."""

    prefix: ClassVar[str] = "tinto"
    team_id: int
    page: int


@dataclass(frozen=True, slots=True)
class MergeTeam(CallbackData):
    """Choose into which team one is merged, ask before it, or do it (1)."""

    prefix: ClassVar[str] = "tmerge"
    team_id: int
    into_id: int | None = None
    sure: int | None = None
