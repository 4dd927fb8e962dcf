"""What the buttons of the content owner's desk carry."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.base import CallbackData
from bot.callbacks.practice import Face


class DeskPage(StrEnum):
    """What somebody wants of the desk."""

    ALL = "all"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class ShowDesk(CallbackData):
    """Show how things stand at the desk, or get the sheet."""

    prefix: ClassVar[str] = "desk"
    page: DeskPage


@dataclass(frozen=True, slots=True)
class SettleDraft(CallbackData):
    """Release the draft (1), or discard it (0)."""

    prefix: ClassVar[str] = "settle"
    draft_id: int
    release: int


@dataclass(frozen=True, slots=True)
class TryPrompt(CallbackData):
    """Try a prompt of the draft from its beginning, counted from 0, or show a side of it."""

    prefix: ClassVar[str] = "try"
    draft_id: int
    number: int
    face: Face


@dataclass(frozen=True, slots=True)
class AnswerTrial(CallbackData):
    """An answer to a step of a prompt that is tried."""

    prefix: ClassVar[str] = "trial"
    draft_id: int
    number: int
    step: int
    code: str
