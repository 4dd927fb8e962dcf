"""The parameters of each Bot API method, as far as the sandbox knows them.

Form fields arrive as strings and JSON fields as values; both are read the same way. A field that
is not listed here is refused: Telegram would ignore it, which hides mistakes.
"""

import json
from collections.abc import Mapping
from typing import Annotated, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from bot.sandbox.bot_api.chats import Button, Keyboard
from bot.sandbox.bot_api.refusals import bad_request

CALLBACK_DATA_BYTES = 64
COMMANDS_AT_MOST = 100


def _decoded(value: object) -> object:
    """Decode a value that a form carries as JSON."""
    return json.loads(value) if isinstance(value, str) else value


FromJson = BeforeValidator(_decoded)


class Parameters(BaseModel):
    """What a method takes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class InlineButton(Parameters):
    """A button of an inline keyboard."""

    text: str = Field(min_length=1)
    callback_data: str | None = None
    url: str | None = None

    @model_validator(mode="after")
    def _one_purpose(self) -> Self:
        if (self.callback_data is None) == (self.url is None):
            raise ValueError("a button needs either callback_data or url")
        size = len((self.callback_data or "").encode())
        if self.callback_data is not None and not 1 <= size <= CALLBACK_DATA_BYTES:
            raise ValueError("BUTTON_DATA_INVALID")
        return self


class InlineKeyboard(Parameters):
    """Buttons under a message."""

    inline_keyboard: list[list[InlineButton]]

    def rows(self) -> Keyboard:
        """Return the buttons as a message keeps them."""
        return tuple(
            tuple(Button(b.text, b.callback_data, b.url) for b in row)
            for row in self.inline_keyboard
            if row
        )


class KeyboardButton(Parameters):
    """A button that writes its own text."""

    text: str


def _as_button(button: object) -> object:
    return {"text": button} if isinstance(button, str) else button


class ReplyKeyboard(Parameters):
    """Buttons in the place of the letters."""

    keyboard: list[list[Annotated[KeyboardButton, BeforeValidator(_as_button)]]]
    resize_keyboard: bool = False
    one_time_keyboard: bool = False
    is_persistent: bool = False
    selective: bool = False
    input_field_placeholder: str | None = None

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return the texts of the buttons."""
        return tuple(tuple(button.text for button in row) for row in self.keyboard)


class RemoveKeyboard(Parameters):
    """Put the letters back."""

    remove_keyboard: Literal[True]
    selective: bool = False


class ForceReply(Parameters):
    """Open the text field for an answer."""

    force_reply: Literal[True]
    selective: bool = False
    input_field_placeholder: str | None = None


ReplyMarkup = InlineKeyboard | ReplyKeyboard | RemoveKeyboard | ForceReply
ParseMode = Annotated[Literal["html"], BeforeValidator(lambda mode: str(mode).lower())]


class Nothing(Parameters):
    """A method without parameters."""


class GetUpdates(Parameters):
    """Long polling."""

    offset: int = 0
    limit: int = Field(100, ge=1, le=100)
    timeout: int = Field(0, ge=0)
    allowed_updates: Annotated[list[str] | None, FromJson] = None


class SetWebhook(Parameters):
    """Updates go to an address instead of a poll; none for the empty one."""

    url: str = ""
    drop_pending_updates: bool = False


class DeleteWebhook(Parameters):
    """Back to long polling."""

    drop_pending_updates: bool = False


class InChat(Parameters):
    """Anything that happens in one chat."""

    chat_id: int


class ChatAction(InChat):
    """The bot is typing."""

    action: Literal[
        "typing", "upload_photo", "record_voice", "upload_voice", "upload_document",
        "choose_sticker", "find_location", "record_video", "upload_video",
    ]  # fmt: skip


class ReplyTo(Parameters):
    """The message under which a new one stands."""

    message_id: int
    allow_sending_without_reply: bool = False


class Sending(InChat):
    """What every new message may carry."""

    parse_mode: ParseMode | None = None
    reply_markup: Annotated[ReplyMarkup | None, FromJson] = None
    reply_parameters: Annotated[ReplyTo | None, FromJson] = None
    # Accepted without a visible effect in the sandbox.
    disable_notification: bool = False
    protect_content: bool = False


class SendMessage(Sending):
    """A text."""

    text: str = ""
    link_preview_options: Annotated[dict[str, object] | None, FromJson] = None


class SendPhoto(Sending):
    """A picture with a caption; the file may stand beside the parameters."""

    photo: str = "attach://photo"
    caption: str = ""


class SendDocument(Sending):
    """A file with a caption; the file may stand beside the parameters."""

    document: str = "attach://document"
    caption: str = ""
    disable_content_type_detection: bool = False


class Editing(InChat):
    """What every edit may carry."""

    message_id: int
    reply_markup: Annotated[InlineKeyboard | None, FromJson] = None


class EditText(Editing):
    """A new text."""

    text: str = ""
    parse_mode: ParseMode | None = None
    link_preview_options: Annotated[dict[str, object] | None, FromJson] = None


class EditCaption(Editing):
    """A new caption."""

    caption: str = ""
    parse_mode: ParseMode | None = None


class InputMedia(Parameters):
    """A picture or file that takes another's place."""

    type: Literal["photo", "document"]
    media: str
    caption: str = ""
    parse_mode: ParseMode | None = None
    disable_content_type_detection: bool = False


class EditMedia(Editing):
    """A new picture or file."""

    media: Annotated[InputMedia, FromJson]


class DeleteMessage(InChat):
    """One message."""

    message_id: int


class AnswerCallback(Parameters):
    """The answer to a pressed button."""

    callback_query_id: str
    text: str = ""
    show_alert: bool = False
    url: str | None = None
    cache_time: int = 0


class CommandScope(Parameters):
    """Who sees a list of commands."""

    type: Literal["default", "all_private_chats", "all_group_chats", "chat"] = "default"
    chat_id: int | None = None

    @model_validator(mode="after")
    def _chat_has_id(self) -> Self:
        if (self.type == "chat") != (self.chat_id is not None):
            raise ValueError("chat_id belongs to the scope of one chat")
        return self


class BotCommand(Parameters):
    """A command with its description."""

    command: str = Field(pattern=r"^[a-z0-9_]{1,32}$")
    description: str = Field(min_length=1, max_length=256)


class Commands(Parameters):
    """Which list of commands is meant."""

    scope: Annotated[CommandScope, FromJson] = CommandScope()
    language_code: str = ""


class SetCommands(Commands):
    """A new list of commands."""

    commands: Annotated[list[BotCommand], FromJson] = Field(max_length=COMMANDS_AT_MOST)


class SetMenuButton(Parameters):
    """What the button beside the text field does."""

    chat_id: int | None = None
    menu_button: Annotated[dict[Literal["type"], Literal["default", "commands"]], FromJson] = {}


class SetDescription(Parameters):
    """What an empty chat says of the bot."""

    description: str = Field("", max_length=512)
    language_code: str = ""


class SetShortDescription(Parameters):
    """What the bot's profile says of it."""

    short_description: str = Field("", max_length=120)
    language_code: str = ""


class Spoken(Parameters):
    """In which language something is wanted."""

    language_code: str = ""


class ProfilePhoto(Parameters):
    """A picture of the bot that does not move."""

    type: Literal["static"]
    photo: str


class SetProfilePhoto(Parameters):
    """A new picture of the bot."""

    photo: Annotated[ProfilePhoto, FromJson]


class OfUser(Parameters):
    """Some pictures of an account."""

    user_id: int
    limit: int = Field(100, ge=1, le=100)


class GetFile(Parameters):
    """One file."""

    file_id: str


P = TypeVar("P", bound=Parameters)


def read(kind: type[P], params: Mapping[str, object]) -> P:
    """Check the parameters; the first mistake is refused in words."""
    try:
        return kind.model_validate(params)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        reason = f"{field or 'request'}: {first['msg']}"
        raise bad_request(reason) from None
