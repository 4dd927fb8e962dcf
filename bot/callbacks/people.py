"""What the buttons of staff and leads carry."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.base import CallbackData
from coaching.checking_in import Response
from coaching.rules.instrument import Dimension
from coaching.rules.library import Outcome


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
