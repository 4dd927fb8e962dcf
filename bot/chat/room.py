"""What a room of handlers brings along: its commands, presses, typed answers and long lists."""

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any

from telegram import Update

from bot.callbacks.base import CallbackData
from bot.callbacks.lists import Listing
from bot.chat.context import Context
from bot.command import Command


@dataclass(frozen=True, slots=True)
class Typed:
    """A text that answers the open question, with what the question is about.

    `anyway` says that the text guard refused it and its author wants it kept all the same.
    """

    data: Mapping[str, Any]
    text: str
    anyway: bool = False


Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]
TypedHandler = Callable[[Update, Context, Typed], Coroutine[Any, Any, None]]
PageHandler = Callable[[Update, Context, int], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Room:
    """One subject's handlers; `bot.routes` finds every room by its name `ROOM`.

    `typed` answers a question by a number, a name or a time; `kept_as_typed` keeps the text itself
    and may keep it although the guard found something.
    """

    commands: Mapping[Command, Handler] = field(default_factory=dict)
    presses: Mapping[type[CallbackData], Handler] = field(default_factory=dict)
    typed: Mapping[str, TypedHandler] = field(default_factory=dict)
    kept_as_typed: Mapping[str, TypedHandler] = field(default_factory=dict)
    lists: Mapping[Listing, PageHandler] = field(default_factory=dict)
