"""An update as it came, read as far as is needed to say whose turn it is."""

from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.constants import ChatType

KINDS = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
)
Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Heard:
    """What somebody did in a chat; `query_id` names a press, `album` what was sent together.

    `sent_at` is when Telegram got a message, in seconds; of a press, its message.
    `status` is what the bot is in the chat from now on, where that changed.
    """

    raw: Raw
    update_id: int
    kind: str
    chat_id: int
    chat_type: str
    sender_id: int
    language: str | None
    text: str
    sent_at: int
    album: str | None
    query_id: str | None
    status: str | None = None

    @property
    def private(self) -> bool:
        """Tell whether nobody but the sender sits in the chat."""
        return self.chat_type == ChatType.PRIVATE


def read(raw: Raw) -> Heard | None:
    """Return who did something where; None for a kind of update that nobody asked for.

    Raises KeyError, TypeError or AttributeError for what no version of the Bot API describes.
    """
    kind = next((each for each in KINDS if each in raw), None)
    if kind is None:
        return None
    body = raw[kind]
    pressed = kind == Update.CALLBACK_QUERY
    message = body.get("message") if pressed else body
    if message is None:  # pressed under a message that was sent through another chat's input line
        return None
    sender = body.get("from") or {}  # a channel has no sender
    return Heard(
        raw=raw,
        update_id=raw["update_id"],
        kind=kind,
        chat_id=message["chat"]["id"],
        chat_type=message["chat"]["type"],
        sender_id=sender.get("id", 0),
        language=sender.get("language_code"),
        text=message.get("text") or "",
        sent_at=message["date"],
        album=None if pressed else message.get("media_group_id"),
        query_id=body["id"] if pressed else None,
        status=body["new_chat_member"]["status"] if kind == Update.MY_CHAT_MEMBER else None,
    )
