"""What the buttons under a text carry that the guard refused."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.base import CallbackData


@dataclass(frozen=True, slots=True)
class KeepText(CallbackData):
    """Keep the text that was refused; it is read from the message that this answers.

    `about` is the question to which it was typed: it answers no other one.
    """

    prefix: ClassVar[str] = "keep"
    about: str


@dataclass(frozen=True, slots=True)
class GoOnAnswering(CallbackData):
    """Go on with the question that was open when a text needed another answer first."""

    prefix: ClassVar[str] = "goonasked"
    about: str


@dataclass(frozen=True, slots=True)
class LeaveQuestion(CallbackData):
    """Let that question be."""

    prefix: ClassVar[str] = "leaveasked"
    about: str


@dataclass(frozen=True, slots=True)
class DropText(CallbackData):
    """Take the refused text out of the chat too."""

    prefix: ClassVar[str] = "droptext"
