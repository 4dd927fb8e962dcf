"""What the buttons carry by which people look at and delete what is theirs."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.base import CallbackData
from coaching.own_data.texts import TextKind


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
