"""Which handler hears what: the rooms are found by themselves, so that none can be forgotten."""

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import TypeVar

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, TypeHandler, filters

from bot import handlers
from bot.callbacks.base import SEPARATOR, CallbackData
from bot.callbacks.guarding import KeepText
from bot.callbacks.lists import Listing, TurnList
from bot.chat.context import App, Context
from bot.chat.errors import on_error
from bot.chat.gate import gate
from bot.chat.pressed import answered_message, pressed
from bot.chat.room import Handler, PageHandler, Room, Typed, TypedHandler
from bot.chat.showing import acknowledge
from bot.command import Command
from bot.handlers import concerns, texts
from bot.handlers.practice import content
from coaching.conversation import Question, open_question
from coaching.errors import CoachingError, Code
from coaching.rules.concerns import concern_of
from coaching.rules.plans import is_agreement
from coaching.rules.small_talk import small_talk
from coaching.rules.textguard import findings

NEW = filters.UpdateType.MESSAGE
FORWARDED_COMMAND = NEW & filters.FORWARDED & filters.COMMAND
K = TypeVar("K")
V = TypeVar("V")


class Routes:
    """All rooms together; ValueError if two of them claim the same."""

    def __init__(self, rooms: Iterable[Room]) -> None:
        found = list(rooms)
        self.commands: dict[Command, Handler] = _joined(room.commands for room in found)
        own: Room = Room(presses={KeepText: self.keep, TurnList: self.turn})
        everywhere = [*found, own]
        self.presses: dict[type[CallbackData], Handler] = _joined(r.presses for r in everywhere)
        self.kept_as_typed: dict[str, TypedHandler] = _joined(r.kept_as_typed for r in found)
        others: dict[str, TypedHandler] = _joined(r.typed for r in found)
        self.typed: dict[str, TypedHandler] = _joined([others, self.kept_as_typed])
        self.lists: dict[Listing, PageHandler] = _joined(r.lists for r in found)
        self._by_prefix = _joined({data.prefix: h} for data, h in self.presses.items())

    async def press(self, update: Update, context: Context) -> None:
        """Let the button's handler answer; one that no version of this bot knows has one too."""
        data = (update.callback_query.data if update.callback_query else None) or ""
        prefix = data.partition(SEPARATOR)[0]
        await self._by_prefix.get(prefix, texts.outdated_button)(update, context)

    async def text(self, update: Update, context: Context) -> None:
        """Take a text as the answer to the question that is open, or say what can be done.

        A text about a threat, distress or a wrong answers no question: it is answered itself.
        Thanks, a greeting or a wish for peace answer nothing in a talk: its question stays open.
        "ok" may agree to something, and a message to everybody may be "Hello!". What somebody else
        wrote is nobody's own answer; into a form it may be forwarded.
        """
        message = update.effective_message
        typed = (message.text or "").strip() if message else ""
        asked = await open_question(context.database, context.viewer)
        handler = self.typed.get(asked.name) if asked else None
        takes_words = asked is not None and asked.name in self.kept_as_typed
        answers = asked is not None and asked.fills_in
        not_own = message is not None and message.forward_origin is not None and not answers
        if (concern := concern_of(typed)) is not None:
            may_keep = takes_words and not not_own and not findings(typed)
            await concerns.answer(update, context, concern, asked, may_keep=may_keep)
            return
        if not_own:
            await texts.forwarded(update, context)
            return
        agrees = takes_words and is_agreement(typed)
        if not (answers or agrees) and (said := small_talk(typed)):
            await texts.answer_small_talk(update, context, said)
            return
        if asked is None or handler is None:
            await texts.not_understood(update, context)
            return
        await handler(update, context, Typed(asked.data, typed))

    async def keep(self, update: Update, context: Context) -> None:
        """Take the refused text all the same; it was kept nowhere but in the chat itself."""
        about = pressed(update, KeepText).about
        refused = answered_message(update)
        asked = await open_question(context.database, context.viewer)
        typed = (refused.text or "").strip() if refused else ""
        handler = self._keeper(asked, about)
        if asked is None or handler is None or not typed:
            raise CoachingError(Code.QUESTION_CLOSED)
        await handler(update, context, Typed(asked.data, typed, anyway=True))
        await acknowledge(update)

    async def turn(self, update: Update, context: Context) -> None:
        """Show another page of a list."""
        wanted = pressed(update, TurnList)
        await self.lists[wanted.listing](update, context, wanted.page)

    def _keeper(self, asked: Question | None, about: str) -> TypedHandler | None:
        if asked is None or asked.key != about:
            return None
        return self.kept_as_typed.get(asked.name)


def modules() -> Iterator[ModuleType]:
    """Yield every module of handlers."""
    for found in pkgutil.walk_packages(handlers.__path__, f"{handlers.__name__}."):
        if not found.ispkg:
            yield import_module(found.name)


def routes() -> Routes:
    """Return all rooms of `bot.handlers` together."""
    return Routes(module.ROOM for module in modules())


def route(application: App, found: Routes) -> None:
    """Put every handler into its place; the gate comes before all of them."""
    application.add_handler(TypeHandler(Update, gate), group=-1)
    application.add_handler(CallbackQueryHandler(found.press))
    application.add_handler(MessageHandler(FORWARDED_COMMAND, texts.forwarded))
    for command, handler in found.commands.items():
        application.add_handler(CommandHandler(command.name, handler, filters=NEW))
    application.add_handler(MessageHandler(NEW & filters.COMMAND, texts.unknown_command))
    application.add_handler(MessageHandler(NEW & filters.TEXT, found.text))
    application.add_handler(MessageHandler(NEW & filters.Sticker.ALL, texts.sticker))
    application.add_handler(MessageHandler(NEW & filters.Document.ALL, content.received))
    application.add_handler(MessageHandler(NEW & ~filters.StatusUpdate.ALL, texts.unsupported))
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, texts.edited))
    application.add_error_handler(on_error)


def _joined(parts: Iterable[Mapping[K, V]]) -> dict[K, V]:
    joined: dict[K, V] = {}
    for part in parts:
        if twice := joined.keys() & part.keys():
            raise ValueError(f"claimed twice: {twice}")
        joined.update(part)
    return joined
