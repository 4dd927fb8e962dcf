"""One screen: its text, its buttons, perhaps a picture; a chat or a page can show it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.callbacks.base import CallbackData


@dataclass(frozen=True, slots=True)
class Button:
    """A labelled button and what it carries."""

    label: str
    data: CallbackData


@dataclass(frozen=True, slots=True)
class Screen:
    """What a person sees: HTML text, rows of buttons, and a PNG above the text if there is one."""

    text: str
    rows: Sequence[Sequence[Button]] = field(default_factory=tuple)
    picture: bytes | None = None
