"""What the buttons of prompts, of their follow-ups, of one's focus and of the theme carry."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.base import CallbackData
from coaching.content import CustomerWord
from coaching.rules.choosing import Motivation, RoleProfile
from coaching.rules.instrument import Dimension
from coaching.rules.returns import Result


class Face(StrEnum):
    """The sides of a prompt that can be shown."""

    TEXT = "text"
    CARD = "card"
    WHY = "why"
    AGAIN = "again"
    ON = "on"


@dataclass(frozen=True, slots=True)
class TurnPrompt(CallbackData):
    """Show a side of a prompt, or go on with it."""

    prefix: ClassVar[str] = "turn"
    practice_id: int
    face: Face


@dataclass(frozen=True, slots=True)
class AnswerPrompt(CallbackData):
    """An answer to a step of a prompt, counted from 0."""

    prefix: ClassVar[str] = "did"
    practice_id: int
    step: int
    code: str


@dataclass(frozen=True, slots=True)
class TurnReturn(CallbackData):
    """Show a side of a prompt that has come back."""

    prefix: ClassVar[str] = "back"
    follow_up_id: int
    face: Face


@dataclass(frozen=True, slots=True)
class AnswerReturn(CallbackData):
    """What came of a prompt until it came back."""

    prefix: ClassVar[str] = "came"
    follow_up_id: int
    result: Result


@dataclass(frozen=True, slots=True)
class AnswerAfter(CallbackData):
    """An answer to a step, counted from 0, of what is asked about how it went."""

    prefix: ClassVar[str] = "after"
    follow_up_id: int
    step: int
    code: str


@dataclass(frozen=True, slots=True)
class StopReturns(CallbackData):
    """Let a prompt come back no more."""

    prefix: ClassVar[str] = "noback"
    follow_up_id: int


class FocusPage(StrEnum):
    """What of one's focus is being chosen."""

    ALL = "all"
    DIMENSION = "dim"
    PROFILE = "work"
    MOTIVATION = "why"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class ShowFocus(CallbackData):
    """Show a page of one's focus."""

    prefix: ClassVar[str] = "focus"
    page: FocusPage


@dataclass(frozen=True, slots=True)
class SetFocus(CallbackData):
    """Practise this dimension most in this block, or leave it to the bot."""

    prefix: ClassVar[str] = "fdim"
    dimension: Dimension | None = None


@dataclass(frozen=True, slots=True)
class SetProfile(CallbackData):
    """Say where one mostly works."""

    prefix: ClassVar[str] = "fwork"
    profile: RoleProfile | None = None


@dataclass(frozen=True, slots=True)
class SetMotivation(CallbackData):
    """Say what helps to keep going, or rather not."""

    prefix: ClassVar[str] = "fwhy"
    motivation: Motivation | None = None


@dataclass(frozen=True, slots=True)
class BeginSeries(CallbackData):
    """Begin a series of prompts, or leave it."""

    prefix: ClassVar[str] = "fser"
    series: str | None = None


@dataclass(frozen=True, slots=True)
class BeginChallenge(CallbackData):
    """Begin a challenge for a team that one leads."""

    prefix: ClassVar[str] = "chall"
    team_id: int
    series: str


class ThemePage(StrEnum):
    """What of the prompts' frame HR is choosing."""

    ALL = "all"
    THEME = "theme"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class ShowTheme(CallbackData):
    """Show a page of what all prompts follow."""

    prefix: ClassVar[str] = "theme"
    page: ThemePage


@dataclass(frozen=True, slots=True)
class SetTheme(CallbackData):
    """Make a dimension the theme of the quarter, or none."""

    prefix: ClassVar[str] = "settheme"
    dimension: Dimension | None = None


@dataclass(frozen=True, slots=True)
class SetWord(CallbackData):
    """Call those who are served by this word."""

    prefix: ClassVar[str] = "setword"
    word: CustomerWord


@dataclass(frozen=True, slots=True)
class AskWhy(CallbackData):
    """Ask for the organisation's Why in a language."""

    prefix: ClassVar[str] = "askwhy"
    language: str
