"""The people, chats, messages and files of the local Telegram."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.bot_api.markup import Entity
from bot.sandbox.bot_api.pictures import size_of
from bot.sandbox.bot_api.refusals import JsonObject
from bot.sandbox.bot_api.signal import Signal


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a Telegram account; in a private chat the chat has the same id."""

    user_id: int
    first_name: str
    language_code: str

    def as_json(self) -> JsonObject:
        """Return the Bot API's User."""
        return {
            "id": self.user_id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language_code,
        }


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it arrives in a multipart body."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that Telegram keeps; the same content has the same id."""

    file_id: str
    name: str
    content: bytes

    def as_json(self) -> JsonObject:
        """Return the Bot API's File without its path."""
        return {
            "file_id": self.file_id,
            "file_unique_id": f"u{self.file_id[-15:]}",
            "file_size": len(self.content),
        }


@dataclass(frozen=True, slots=True)
class Media:
    """What a message carries besides words."""

    kind: str  # "photo", "document", "sticker" or "voice"
    file: StoredFile

    def as_json(self) -> object:
        """Return the Bot API's object of this kind."""
        body = self.file.as_json()
        width, height = size_of(self.file.content) or (512, 512)
        if self.kind == "photo":
            return [body | {"width": width, "height": height}]
        if self.kind == "sticker":
            shape = {"type": "regular", "is_animated": False, "is_video": False}
            return body | shape | {"width": 512, "height": 512}
        if self.kind == "voice":
            return body | {"duration": 3, "mime_type": "audio/ogg"}
        return body | {"file_name": self.file.name}


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: it sends data back or opens an address."""

    text: str
    data: str | None = None
    url: str | None = None

    def as_json(self) -> JsonObject:
        """Return the Bot API's InlineKeyboardButton."""
        if self.url is not None:
            return {"text": self.text, "url": self.url}
        return {"text": self.text, "callback_data": self.data}


SUPERGROUPS = -1_000_000_000_000  # their ids lie below

Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """A message as it looks now, after all edits."""

    message_id: int
    date: datetime
    sender: Person | None  # None is the bot
    text: str = ""
    caption: str = ""
    entities: tuple[Entity, ...] = ()  # of the text or of the caption
    media: Media | None = None
    keyboard: Keyboard = ()
    edit_date: datetime | None = None
    reply_to: int | None = None

    @property
    def from_bot(self) -> bool:
        """Whether the bot wrote it."""
        return self.sender is None

    @property
    def edited(self) -> bool:
        """Whether it was changed after it was sent."""
        return self.edit_date is not None

    @property
    def photo(self) -> str | None:
        """The file id of the picture, if it carries one."""
        return self.media.file.file_id if self.media and self.media.kind == "photo" else None

    def as_json(self, chat: "Chat", bot: JsonObject) -> JsonObject:
        """Return the Bot API's Message; `bot` is the bot's own User."""
        body: JsonObject = {
            "message_id": self.message_id,
            "date": int(self.date.timestamp()),
            "chat": chat.as_json(),
            "from": bot if self.sender is None else self.sender.as_json(),
        }
        body |= self._content()
        if self.reply_to in chat.messages:
            body["reply_to_message"] = chat.messages[self.reply_to].as_json(chat, bot)
        if self.edit_date is not None:
            body["edit_date"] = int(self.edit_date.timestamp())
        if self.keyboard:
            rows = [[button.as_json() for button in row] for row in self.keyboard]
            body["reply_markup"] = {"inline_keyboard": rows}
        return body

    def _content(self) -> JsonObject:
        entities = [entity.as_json() for entity in self.entities]
        if self.media is None:
            return {"text": self.text} | ({"entities": entities} if entities else {})
        body: JsonObject = {self.media.kind: self.media.as_json()}
        if self.caption:
            body["caption"] = self.caption
        return body | ({"caption_entities": entities} if entities else {})


@dataclass(slots=True)
class Chat:
    """One private chat with the bot, or one group the bot is in."""

    chat_id: int
    name: str
    person: Person | None  # None in a group
    started: bool = False
    migrated_to: int | None = None  # a group that became a supergroup
    blocked: bool = False
    messages: dict[int, ChatMessage] = field(default_factory=dict)
    reply_keyboard: tuple[tuple[str, ...], ...] = ()
    from_bot: int = 0  # messages the bot has sent here, for unread counts
    last_callback_id: str | None = None
    changes: Signal = field(default_factory=Signal)

    @property
    def instance(self) -> str:
        """The `chat_instance` of callback queries: stable for a chat, and not its id."""
        return str(int.from_bytes(hashlib.sha256(str(self.chat_id).encode()).digest()[:7]))

    def as_json(self) -> JsonObject:
        """Return the Bot API's Chat."""
        if self.person is None:
            kind = "supergroup" if self.chat_id < SUPERGROUPS else "group"
            return {"id": self.chat_id, "type": kind, "title": self.name}
        return {"id": self.chat_id, "type": "private", "first_name": self.name}


class Files:
    """All files that were ever sent, by id."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}

    def keep(self, upload: Upload) -> StoredFile:
        """Store the content and return it with its id."""
        file_id = "BQ" + hashlib.sha256(upload.content).hexdigest()[:30]
        return self._by_id.setdefault(file_id, StoredFile(file_id, upload.name, upload.content))

    def find(self, file_id: str) -> StoredFile | None:
        """Return the file of this id."""
        return self._by_id.get(file_id)
