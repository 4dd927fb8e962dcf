"""The methods that put messages into a chat, change them and take them away."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Literal

from bot.sandbox.bot_api import requests
from bot.sandbox.bot_api.chats import Chat, ChatMessage, Keyboard, Media, Upload
from bot.sandbox.bot_api.markup import Formatted, from_html, plain, utf16_length
from bot.sandbox.bot_api.pictures import size_of
from bot.sandbox.bot_api.refusals import JsonObject, bad_request, not_modified
from bot.sandbox.bot_api.world import World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LARGEST_PHOTO = 10 * 2**20  # bytes
LARGEST_DOCUMENT = 50 * 2**20
PHOTO_SIDES = 10_000  # pixels, width and height together
DELETABLE = timedelta(hours=48)

Uploads = Mapping[str, Upload]


def send_message(world: World, request: requests.SendMessage, _: Uploads) -> JsonObject:
    """Send a text."""
    chat = world.reachable(request.chat_id)
    content = _text(request.text, request.parse_mode, "message is too long")
    return _send(world, chat, request, text=content)


def send_photo(world: World, request: requests.SendPhoto, uploads: Uploads) -> JsonObject:
    """Send a picture."""
    chat = world.reachable(request.chat_id)
    media = _media(world, "photo", request.photo, uploads)
    return _send(world, chat, request, media=media, caption=_caption(request))


def send_document(world: World, request: requests.SendDocument, uploads: Uploads) -> JsonObject:
    """Send a file."""
    chat = world.reachable(request.chat_id)
    media = _media(world, "document", request.document, uploads)
    return _send(world, chat, request, media=media, caption=_caption(request))


def send_chat_action(world: World, request: requests.ChatAction, _: Uploads) -> bool:
    """Accept that the bot is typing."""
    world.reachable(request.chat_id)
    return True


def edit_text(world: World, request: requests.EditText, _: Uploads) -> JsonObject:
    """Give a text message a new text; without a keyboard the old one goes."""
    chat, old = _own_message(world, request.chat_id, request.message_id)
    if old.media is not None:
        raise bad_request("there is no text in the message to edit")
    content = _text(request.text, request.parse_mode, "MESSAGE_TOO_LONG")
    new = replace(old, text=content.text, entities=content.entities, keyboard=_rows(request))
    return _edit(world, chat, old, new)


def edit_caption(world: World, request: requests.EditCaption, _: Uploads) -> JsonObject:
    """Give a picture or file a new caption."""
    chat, old = _own_message(world, request.chat_id, request.message_id)
    if old.media is None:
        raise bad_request("there is no caption in the message to edit")
    content = _caption(request)
    new = replace(old, caption=content.text, entities=content.entities, keyboard=_rows(request))
    return _edit(world, chat, old, new)


def edit_media(world: World, request: requests.EditMedia, uploads: Uploads) -> JsonObject:
    """Put a picture or file in the place of what the message carried."""
    chat, old = _own_message(world, request.chat_id, request.message_id)
    media = _media(world, request.media.type, request.media.media, uploads)
    content = _caption(request.media)
    new = replace(
        old,
        text="",
        media=media,
        caption=content.text,
        entities=content.entities,
        keyboard=_rows(request),
    )
    return _edit(world, chat, old, new)


def edit_keyboard(world: World, request: requests.Editing, _: Uploads) -> JsonObject:
    """Change the buttons only."""
    chat, old = _own_message(world, request.chat_id, request.message_id)
    return _edit(world, chat, old, replace(old, keyboard=_rows(request)))


def delete_message(world: World, request: requests.DeleteMessage, _: Uploads) -> bool:
    """Take a message away, within two days."""
    chat = world.chat(request.chat_id)
    message = chat.messages.get(request.message_id)
    if message is None:
        raise bad_request("message to delete not found")
    if world.clock.now() - message.date > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[request.message_id]
    world.changed(chat)
    return True


def _send(
    world: World,
    chat: Chat,
    request: requests.Sending,
    *,
    text: Formatted | None = None,
    caption: Formatted | None = None,
    media: Media | None = None,
) -> JsonObject:
    markup = request.reply_markup
    if isinstance(markup, requests.ReplyKeyboard):
        chat.reply_keyboard = markup.rows()
    elif isinstance(markup, requests.RemoveKeyboard):
        chat.reply_keyboard = ()
    content = text or caption or Formatted("")
    reply = request.reply_parameters
    if reply and reply.message_id not in chat.messages and not reply.allow_sending_without_reply:
        raise bad_request("message to be replied not found")
    message = ChatMessage(
        message_id=next(world.message_ids),
        date=world.clock.now(),
        sender=None,
        text=text.text if text else "",
        caption=caption.text if caption else "",
        entities=content.entities,
        media=media,
        keyboard=markup.rows() if isinstance(markup, requests.InlineKeyboard) else (),
        reply_to=reply.message_id if reply else None,
    )
    return world.add(chat, message)


def _edit(world: World, chat: Chat, old: ChatMessage, new: ChatMessage) -> JsonObject:
    if new == old:
        raise not_modified()
    return world.edit(chat, new)


def _own_message(world: World, chat_id: int, message_id: int) -> tuple[Chat, ChatMessage]:
    chat = world.reachable(chat_id)
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot:
        raise bad_request("message can't be edited")
    return chat, message


def _rows(request: requests.Editing) -> Keyboard:
    return request.reply_markup.rows() if request.reply_markup else ()


def _formatted(source: str, parse_mode: Literal["html"] | None) -> Formatted:
    return from_html(source.strip()) if parse_mode else plain(source.strip())


def _text(source: str, parse_mode: Literal["html"] | None, too_long: str) -> Formatted:
    content = _formatted(source, parse_mode)
    if not content.text.strip():
        raise bad_request("message text is empty")
    if utf16_length(content.text) > LONGEST_TEXT:
        raise bad_request(too_long)
    return content


Captioned = requests.SendPhoto | requests.SendDocument | requests.EditCaption | requests.InputMedia


def _caption(request: Captioned) -> Formatted:
    content = _formatted(request.caption, request.parse_mode)
    if utf16_length(content.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return content


def _media(
    world: World, kind: Literal["photo", "document"], source: str, uploads: Uploads
) -> Media:
    if not source.startswith("attach://"):
        known = world.files.find(source)
        if known is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return Media(kind, known)
    upload = uploads.get(source.removeprefix("attach://"))
    if upload is None:
        reason = f"there is no {kind} in the request"
        raise bad_request(reason)
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > (LARGEST_PHOTO if kind == "photo" else LARGEST_DOCUMENT):
        raise bad_request("file is too big")
    if kind == "photo":
        _check_photo(upload)
    return Media(kind, world.files.keep(upload))


def _check_photo(upload: Upload) -> None:
    size = size_of(upload.content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > PHOTO_SIDES:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
