"""The Bot API's methods by name: what each takes and what carries it out."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bot.sandbox.bot_api import requests, sending
from bot.sandbox.bot_api.chats import Upload
from bot.sandbox.bot_api.refusals import JsonObject, bad_request, query_too_old
from bot.sandbox.bot_api.world import CallbackAnswer, Command, World

LONGEST_ANSWER = 200
JPEG = b"\xff\xd8\xff"

P = TypeVar("P", bound=requests.Parameters)
Uploads = Mapping[str, Upload]


@dataclass(frozen=True, slots=True)
class Method(Generic[P]):
    """One method: its parameters, what it does, and whether it counts against the limits."""

    parameters: type[P]
    carry_out: Callable[[World, P, Uploads], object | Awaitable[object]]
    metered: bool = False


def get_me(world: World, _request: requests.Nothing, _: Uploads) -> JsonObject:
    """Say who the bot is."""
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_updates(world: World, request: requests.GetUpdates, _: Uploads) -> list[JsonObject]:
    """Wait for updates."""
    return await world.updates.fetch(
        request.offset, request.limit, request.timeout, request.allowed_updates
    )


def set_webhook(world: World, request: requests.SetWebhook, _: Uploads) -> bool:
    """Let no poll get anything any more; the sandbox brings updates to no webhook either."""
    world.updates.webhook = request.url
    return _drop_if_asked(world, drop=request.drop_pending_updates)


def delete_webhook(world: World, request: requests.DeleteWebhook, _: Uploads) -> bool:
    """Go back to long polling."""
    world.updates.webhook = ""
    return _drop_if_asked(world, drop=request.drop_pending_updates)


def get_webhook_info(world: World, _request: requests.Nothing, _: Uploads) -> JsonObject:
    """Say which webhook is set, and how many updates wait."""
    pending = world.updates.unconfirmed()
    url = world.updates.webhook
    return {"url": url, "has_custom_certificate": False, "pending_update_count": pending}


def log_out(_world: World, _request: requests.Nothing, _: Uploads) -> bool:
    """Accept what a client says when it leaves this server."""
    return True


def answer_callback(world: World, request: requests.AnswerCallback, _: Uploads) -> bool:
    """Answer a pressed button, once."""
    query = world.queries.get(request.callback_query_id)
    if query is None or query.answer is not None:
        raise query_too_old()
    if len(request.text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answer = CallbackAnswer(request.text, request.show_alert)
    query.chat.last_callback_id = request.callback_query_id
    world.changed(query.chat)
    return True


def set_commands(world: World, request: requests.SetCommands, _: Uploads) -> bool:
    """Set the menu of a scope and language."""
    world.menus[_menu(request)] = tuple(
        Command(command.command, command.description) for command in request.commands
    )
    world.changes.bump()
    return True


def get_commands(world: World, request: requests.Commands, _: Uploads) -> list[JsonObject]:
    """Return the menu of exactly this scope and language."""
    menu = world.menus.get(_menu(request), ())
    return [{"command": line.name, "description": line.description} for line in menu]


def delete_commands(world: World, request: requests.Commands, _: Uploads) -> bool:
    """Remove the menu, so that the next wider one shows."""
    world.menus.pop(_menu(request), None)
    world.changes.bump()
    return True


def set_menu_button(_world: World, _request: requests.SetMenuButton, _: Uploads) -> bool:
    """Accept; the page always offers the commands."""
    return True


def set_description(world: World, request: requests.SetDescription, _: Uploads) -> bool:
    """Set what an empty chat says of the bot."""
    world.descriptions[request.language_code] = request.description
    return True


def set_short_description(world: World, request: requests.SetShortDescription, _: Uploads) -> bool:
    """Set what the bot's profile says of it."""
    world.short_descriptions[request.language_code] = request.short_description
    return True


def get_description(world: World, request: requests.Spoken, _: Uploads) -> JsonObject:
    """Say what an empty chat says of the bot."""
    return {"description": world.descriptions.get(request.language_code, "")}


def set_profile_photo(world: World, request: requests.SetProfilePhoto, uploads: Uploads) -> bool:
    """Give the bot a picture; only JPEG will do."""
    upload = uploads.get(request.photo.photo.removeprefix("attach://"))
    if upload is None or not upload.content.startswith(JPEG):
        raise bad_request("PHOTO_FILE_INVALID")
    world.profile_photos.append(world.files.keep(upload))
    return True


def get_profile_photos(world: World, request: requests.OfUser, _: Uploads) -> JsonObject:
    """Return the pictures of an account; people have none here."""
    own = world.profile_photos if request.user_id == world.bot["id"] else []
    size = {"width": 640, "height": 640}
    return {"total_count": len(own), "photos": [[photo.as_json() | size] for photo in own]}


def get_file(world: World, request: requests.GetFile, _: Uploads) -> JsonObject:
    """Say where a file can be downloaded."""
    file = world.files.find(request.file_id)
    if file is None:
        raise bad_request("invalid file_id")
    return file.as_json() | {"file_path": f"files/{file.file_id}"}


def get_chat(world: World, request: requests.InChat, _: Uploads) -> JsonObject:
    """Describe a chat."""
    details: JsonObject = {"accent_color_id": 0, "max_reaction_count": 11}
    details["accepted_gift_types"] = dict.fromkeys(
        (
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        ),
        False,
    )
    return world.chat(request.chat_id).as_json() | details


def leave_chat(world: World, request: requests.InChat, _: Uploads) -> bool:
    """Let the bot be in a group no more."""
    chat = world.reachable(request.chat_id)
    if chat.person is not None:
        raise bad_request("chat member status can't be changed in private chats")
    chat.blocked = True
    return True


def _drop_if_asked(world: World, *, drop: bool) -> bool:
    if drop:
        world.updates.drop()
    return True


def _menu(request: requests.Commands) -> tuple[str, int | None, str]:
    return request.scope.type, request.scope.chat_id, request.language_code


METHODS: Mapping[str, Method[Any]] = {
    "getMe": Method(requests.Nothing, get_me),
    "getUpdates": Method(requests.GetUpdates, get_updates),
    "setWebhook": Method(requests.SetWebhook, set_webhook),
    "deleteWebhook": Method(requests.DeleteWebhook, delete_webhook),
    "getWebhookInfo": Method(requests.Nothing, get_webhook_info),
    "logOut": Method(requests.Nothing, log_out),
    "close": Method(requests.Nothing, log_out),
    "sendMessage": Method(requests.SendMessage, sending.send_message, metered=True),
    "sendPhoto": Method(requests.SendPhoto, sending.send_photo, metered=True),
    "sendDocument": Method(requests.SendDocument, sending.send_document, metered=True),
    "sendChatAction": Method(requests.ChatAction, sending.send_chat_action),
    "editMessageText": Method(requests.EditText, sending.edit_text),
    "editMessageCaption": Method(requests.EditCaption, sending.edit_caption),
    "editMessageMedia": Method(requests.EditMedia, sending.edit_media),
    "editMessageReplyMarkup": Method(requests.Editing, sending.edit_keyboard),
    "deleteMessage": Method(requests.DeleteMessage, sending.delete_message),
    "answerCallbackQuery": Method(requests.AnswerCallback, answer_callback),
    "setMyCommands": Method(requests.SetCommands, set_commands),
    "getMyCommands": Method(requests.Commands, get_commands),
    "deleteMyCommands": Method(requests.Commands, delete_commands),
    "setChatMenuButton": Method(requests.SetMenuButton, set_menu_button),
    "setMyDescription": Method(requests.SetDescription, set_description),
    "setMyShortDescription": Method(requests.SetShortDescription, set_short_description),
    "getMyDescription": Method(requests.Spoken, get_description),
    "setMyProfilePhoto": Method(requests.SetProfilePhoto, set_profile_photo),
    "getUserProfilePhotos": Method(requests.OfUser, get_profile_photos),
    "getFile": Method(requests.GetFile, get_file),
    "getChat": Method(requests.InChat, get_chat),
    "leaveChat": Method(requests.InChat, leave_chat),
}
# Telegram does not mind how a method's name is capitalised.
METHODS_BY_NAME = {name.lower(): method for name, method in METHODS.items()}
