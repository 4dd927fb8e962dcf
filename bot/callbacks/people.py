"""What the buttons of staff and leads carry."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.base import CallbackData
from coaching.checking_in import Response
from coaching.own_texts import TextKind
from coaching.rules.instrument import Dimension


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
class KeepText(CallbackData):
    """Keep the text that was refused; it is read from the message that this answers.

    `about` is the question to which it was typed: it answers no other one.
    """

    prefix: ClassVar[str] = "keep"
    about: str


@dataclass(frozen=True, slots=True)
class DropText(CallbackData):
    """Take the refused text out of the chat too."""

    prefix: ClassVar[str] = "droptext"


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


class OwnDataPage(StrEnum):
    """What somebody does with everything that is held about them."""

    ALL = "all"
    FILE = "file"
    LOOKED = "looked"
    PROFILE = "profile"
    NAME = "name"
    LEAVE = "leave"
    LEAVE_NOW = "left"
    ERASE = "erase"
    ERASE_NOW = "now"


@dataclass(frozen=True, slots=True)
class ShowOwnData(CallbackData):
    """Show what is held about oneself, get it as a file, or erase it."""

    prefix: ClassVar[str] = "mydata"
    page: OwnDataPage


@dataclass(frozen=True, slots=True)
class ShowOwnTexts(CallbackData):
    """Show a page of one's own texts."""

    prefix: ClassVar[str] = "mytexts"
    page: int


@dataclass(frozen=True, slots=True)
class OwnTextData(CallbackData):
    """Show one of one's own texts (0), or delete it (1)."""

    prefix: ClassVar[str] = "mytext"
    kind: TextKind
    text_id: int
    delete: int


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


@dataclass(frozen=True, slots=True)
class ShowResults(CallbackData):
    """Show what was published of a group as a picture, or all of it in words."""

    prefix: ClassVar[str] = "result"
    node: str
    node_id: int
    in_words: int | None = None


@dataclass(frozen=True, slots=True)
class ShowBlocks(CallbackData):
    """Show a group's last blocks side by side, as a picture or in words."""

    prefix: ClassVar[str] = "blocks"
    node: str
    node_id: int
    in_words: int | None = None


@dataclass(frozen=True, slots=True)
class RaiseThresholds(CallbackData):
    """Show from how many answers results are shown, ask before raising it, or raise it."""

    prefix: ClassVar[str] = "raise"
    band: int | None = None
    figure: int | None = None
    sure: int | None = None


@dataclass(frozen=True, slots=True)
class ShowTeam(CallbackData):
    """Show the points of one of several teams."""

    prefix: ClassVar[str] = "team"
    team_id: int
