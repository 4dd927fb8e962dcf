"""The people's side of the local Telegram: what they do, what they see, what they wait for."""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import replace

from bot.sandbox.bot_api.chats import SUPERGROUPS, Chat, ChatMessage, Media, Person, Upload
from bot.sandbox.bot_api.markup import Formatted, plain
from bot.sandbox.bot_api.pictures import PNG
from bot.sandbox.bot_api.refusals import JsonObject
from bot.sandbox.bot_api.sending import LONGEST_TEXT
from bot.sandbox.bot_api.world import CallbackAnswer, CallbackQuery, Command, World


class People:
    """Everyone with a Telegram account, in front of one bot."""

    def __init__(self, world: World) -> None:
        self._world = world

    # What people do

    def add_user(self, user_id: int, first_name: str, *, language_code: str = "en") -> Person:
        """Let somebody have a Telegram account; the chat with the bot is not started yet."""
        person = Person(user_id, first_name, language_code)
        self._world.chats[user_id] = Chat(user_id, first_name, person)
        self._world.changes.bump()
        return person

    def rename(self, user_id: int, first_name: str) -> None:
        """Let somebody take another first name in Telegram."""
        chat = self._world.chats[user_id]
        if chat.person is not None:
            chat.person = replace(chat.person, first_name=first_name)
            chat.name = first_name

    def press_start(self, user_id: int) -> None:
        """Let somebody be in the chat since before, without a word that the bot hears now."""
        self._world.chats[user_id].started = True

    def add_group(self, chat_id: int, title: str) -> None:
        """Open a group with the bot in it; its id is negative."""
        self._world.chats[chat_id] = Chat(chat_id, title, None, started=True)

    def migrate_group(self, chat_id: int) -> int:
        """Let a group become a supergroup; return its new id, the only one that works now."""
        old = self._world.chats[chat_id]
        old.migrated_to = SUPERGROUPS + chat_id
        new = Chat(old.migrated_to, old.name, None, started=True)
        self._world.chats[new.chat_id] = new
        for chat, told in (
            (old, {"migrate_to_chat_id": new.chat_id}),
            (new, {"migrate_from_chat_id": old.chat_id}),
        ):
            body = {
                "message_id": next(self._world.message_ids),
                "date": int(self._world.clock.now().timestamp()),
                "chat": chat.as_json(),
                **told,
            }
            self._world.updates.push("message", body)
        return new.chat_id

    def say(self, user_id: int, text: str, *, forwarded: bool = False) -> int:
        """Write to the bot, or forward what somebody wrote, and return the message's id.

        /start opens the chat, and unblocks the bot. A text over the limit goes out in pieces,
        as Telegram's own apps send it; the id is then the last piece's.
        """
        if text.startswith("/start"):
            self.unblock(user_id)
            self._world.chats[user_id].started = True
        chat = self._open_chat(user_id)
        message_id = 0
        for start in range(0, max(1, len(text)), LONGEST_TEXT):
            piece = plain(text[start : start + LONGEST_TEXT])
            message_id = self._deliver(chat, chat.person, text=piece, forwarded=forwarded)
        return message_id

    def say_in_group(self, chat_id: int, user_id: int, text: str) -> int:
        """Write in a group, where the bot hears only commands (Telegram's privacy mode)."""
        chat, person = self._world.chats[chat_id], self._world.chats[user_id].person
        command, _, addressee = text.partition(" ")[0].partition("@")
        heard = command.startswith("/") and addressee in {"", self._world.username}
        return self._deliver(chat, person, text=plain(text), heard=heard)

    def send_photo(self, user_id: int, caption: str = "") -> int:
        """Send the bot a small picture."""
        return self._send_media(user_id, "photo", small_picture(), caption)

    def send_document(self, user_id: int, name: str, content: bytes) -> int:
        """Send the bot a file."""
        return self._send_media(user_id, "document", content, name=name)

    def send_album(self, user_id: int, pictures: int) -> None:
        """Send the bot several small pictures as one."""
        album = str(next(self._world.message_ids))
        for _ in range(pictures):
            self._send_media(user_id, "photo", small_picture(), album=album)

    def bring(self, **fields: object) -> int:
        """Bring an update of any shape; return its id."""
        return self._world.updates.push_raw(**fields)

    def send_sticker(self, user_id: int) -> int:
        """Send the bot a sticker."""
        return self._send_media(user_id, "sticker", b"sticker")

    def send_voice(self, user_id: int) -> int:
        """Send the bot a voice message."""
        return self._send_media(user_id, "voice", b"voice")

    def edit(self, user_id: int, message_id: int, text: str) -> None:
        """Change one's own message."""
        chat = self._world.chats[user_id]
        old = chat.messages[message_id]
        if old.from_bot:
            raise ValueError("only one's own messages can be edited")
        content = plain(text)
        new = replace(old, text=content.text, entities=content.entities)
        self._world.updates.push("edited_message", self._world.edit(chat, new))

    def press(self, user_id: int, message_id: int, data: str) -> str:
        """Press a button, or forge a press; return the callback query's id."""
        chat = self._open_chat(user_id)
        callback_id = str(next(self._world.callback_ids))
        self._world.queries[callback_id] = CallbackQuery(chat)
        message = chat.messages.get(message_id)
        gone: JsonObject = {"chat": chat.as_json(), "message_id": message_id, "date": 0}
        body: JsonObject = {
            "id": callback_id,
            "from": chat.person.as_json() if chat.person else {},
            "message": message.as_json(chat, self._world.bot) if message else gone,
            "chat_instance": chat.instance,
            "data": data,
        }
        self._world.updates.push("callback_query", body)
        return callback_id

    def block(self, user_id: int) -> None:
        """Block the bot."""
        self._set_blocked(user_id, blocked=True)

    def unblock(self, user_id: int) -> None:
        """Let the bot write again."""
        self._set_blocked(user_id, blocked=False)

    def redeliver(self, update_id: int) -> None:
        """Send the bot an update once more, with its old id."""
        self._world.updates.redeliver(update_id)

    # What people see

    def is_started(self, user_id: int) -> bool:
        """Whether this person has pressed Start and not blocked the bot since."""
        chat = self._world.chats[user_id]
        return chat.started and not chat.blocked

    def chat(self, chat_id: int) -> Sequence[ChatMessage]:
        """Return the messages of a chat as they look now, oldest first."""
        return tuple(self._world.chats[chat_id].messages.values())

    def message(self, chat_id: int, message_id: int) -> ChatMessage | None:
        """Return one message as it looks now; None if it is gone."""
        return self._world.chats[chat_id].messages.get(message_id)

    def last_message(self, chat_id: int) -> ChatMessage | None:
        """Return the newest message of a chat."""
        return next(reversed(self._world.chats[chat_id].messages.values()), None)

    def from_bot(self, chat_id: int) -> int:
        """Return how many messages the bot has ever sent to this chat."""
        return self._world.chats[chat_id].from_bot

    def reply_keyboard(self, chat_id: int) -> Sequence[Sequence[str]]:
        """Return the buttons that stand in the place of the letters."""
        return self._world.chats[chat_id].reply_keyboard

    def toast(self, callback_id: str) -> CallbackAnswer | None:
        """Return the bot's answer to a pressed button, None before it came."""
        return self._world.queries[callback_id].answer

    def last_toast(self, user_id: int) -> CallbackAnswer | None:
        """Return the newest answer to a button that this person pressed."""
        callback_id = self._world.chats[user_id].last_callback_id
        return self.toast(callback_id) if callback_id else None

    def commands_for(self, user_id: int) -> Sequence[Command]:
        """Return the commands menu, the narrowest scope first, own language before none."""
        person = self._world.chats[user_id].person
        language = person.language_code if person else ""
        scopes = (("chat", user_id), ("all_private_chats", None), ("default", None))
        for scope, chat_id in scopes:
            for code in (language, ""):
                menu = self._world.menus.get((scope, chat_id, code))
                if menu:
                    return menu
        return ()

    def description_for(self, user_id: int) -> str:
        """Return what the empty chat says of the bot."""
        person = self._world.chats[user_id].person
        texts = self._world.descriptions
        return texts.get(person.language_code if person else "") or texts.get("", "")

    # Waiting

    def version(self, chat_id: int) -> int:
        """Return the number of changes in a chat so far."""
        return self._world.chats[chat_id].changes.version

    async def changed(self, chat_id: int, after: int) -> int:
        """Wait for a version of the chat greater than `after` and return it."""
        return await self._world.chats[chat_id].changes.past(after)

    async def anything_changed(self, after: int) -> int:
        """Wait for a change in any chat or menu and return the new overall version."""
        return await self._world.changes.past(after)

    async def answered(self, callback_id: str) -> CallbackAnswer:
        """Wait for the bot's answer to a pressed button."""
        query = self._world.queries[callback_id]
        while query.answer is None:
            await query.chat.changes.past(query.chat.changes.version)
        return query.answer

    def unconfirmed(self) -> int:
        """Return how many updates the bot has not confirmed by a later getUpdates."""
        return self._world.updates.unconfirmed()

    async def confirmed(self) -> None:
        """Wait until the bot has confirmed every update."""
        await self._world.updates.confirmed()

    # Shared steps

    def _open_chat(self, user_id: int) -> Chat:
        chat = self._world.chats[user_id]
        if not chat.started or chat.blocked:
            message = f"{chat.name} has to press Start first"
            raise ValueError(message)
        return chat

    def _deliver(
        self,
        chat: Chat,
        person: Person | None,
        *,
        text: Formatted | None = None,
        media: Media | None = None,
        caption: str = "",
        album: str | None = None,
        forwarded: bool = False,
        heard: bool = True,
    ) -> int:
        message = ChatMessage(
            message_id=next(self._world.message_ids),
            date=self._world.clock.now(),
            sender=person,
            text=text.text if text else "",
            entities=text.entities if text else (),
            media=media,
            caption=caption,
        )
        body = self._world.add(chat, message)
        if album is not None:
            body["media_group_id"] = album
        if forwarded:
            origin = {"type": "hidden_user", "sender_user_name": "Somebody else"}
            body["forward_origin"] = {**origin, "date": body["date"]}
        if heard:
            self._world.updates.push("message", body)
        return message.message_id

    def _send_media(
        self,
        user_id: int,
        kind: str,
        content: bytes,
        caption: str = "",
        album: str | None = None,
        name: str | None = None,
    ) -> int:
        chat = self._open_chat(user_id)
        media = Media(kind, self._world.files.keep(Upload(name or kind, content)))
        return self._deliver(chat, chat.person, media=media, caption=caption, album=album)

    def _set_blocked(self, user_id: int, *, blocked: bool) -> None:
        chat = self._world.chats[user_id]
        if chat.blocked == blocked or chat.person is None:
            return
        chat.blocked = blocked
        self._world.changed(chat)
        member: JsonObject = {"user": self._world.bot, "status": "member"}
        kicked: JsonObject = {"user": self._world.bot, "status": "kicked", "until_date": 0}
        body: JsonObject = {
            "chat": chat.as_json(),
            "from": chat.person.as_json(),
            "date": int(self._world.clock.now().timestamp()),
            "old_chat_member": member if blocked else kicked,
            "new_chat_member": kicked if blocked else member,
        }
        self._world.updates.push("my_chat_member", body)


def small_picture() -> bytes:
    """Return a PNG of one grey pixel."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\x00\x80")),
        (b"IEND", b""),
    )
    return PNG + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
