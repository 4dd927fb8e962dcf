"""What the local Telegram knows: one bot, its chats, and what both sides did."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from bot.clock import Clock
from bot.sandbox.bot_api.chats import Chat, ChatMessage, Files, StoredFile
from bot.sandbox.bot_api.refusals import (
    JsonObject,
    bad_request,
    bot_blocked,
    migrated,
    not_started,
)
from bot.sandbox.bot_api.signal import Signal
from bot.sandbox.bot_api.updates import UpdateQueue


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the bot answered to a pressed button: nothing, a toast or an alert."""

    text: str = ""
    show_alert: bool = False


@dataclass(slots=True)
class CallbackQuery:
    """A pressed button that waits for its one answer."""

    chat: Chat
    answer: CallbackAnswer | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """A line of the commands menu."""

    name: str
    description: str


class World:
    """The state that the bot's side and the people's side share."""

    def __init__(self, clock: Clock, bot_id: int, username: str) -> None:
        self.clock = clock
        self.bot: JsonObject = {
            "id": bot_id,
            "is_bot": True,
            "first_name": "CX coach",
            "username": username,
        }
        self.username = username
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.queries: dict[str, CallbackQuery] = {}
        self.menus: dict[tuple[str, int | None, str], Sequence[Command]] = {}
        self.descriptions: dict[str, str] = {}
        self.short_descriptions: dict[str, str] = {}
        self.profile_photos: list[StoredFile] = []
        self.updates = UpdateQueue()
        self.changes = Signal()
        self.message_ids = count(1)
        self.callback_ids = count(4_000_000_000_000_001)

    def chat(self, chat_id: int) -> Chat:
        """Return the chat, or refuse."""
        chat = self.chats.get(chat_id)
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def reachable(self, chat_id: int) -> Chat:
        """Return the chat if the bot may write there, or refuse."""
        chat = self.chat(chat_id)
        if chat.migrated_to is not None:
            raise migrated(chat.migrated_to)
        if not chat.started:
            raise not_started()
        if chat.blocked:
            raise bot_blocked()
        return chat

    def add(self, chat: Chat, message: ChatMessage) -> JsonObject:
        """Put a new message into the chat and return it as JSON."""
        chat.messages[message.message_id] = message
        chat.from_bot += message.from_bot
        self.changed(chat)
        return message.as_json(chat, self.bot)

    def edit(self, chat: Chat, message: ChatMessage) -> JsonObject:
        """Put the changed message in the old one's place and return it as JSON."""
        edited = replace(message, edit_date=self.clock.now())
        chat.messages[message.message_id] = edited
        self.changed(chat)
        return edited.as_json(chat, self.bot)

    def changed(self, chat: Chat) -> None:
        """Tell everyone who watches this chat."""
        chat.changes.bump()
        self.changes.bump()
