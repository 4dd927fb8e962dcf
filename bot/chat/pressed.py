"""What a pressed button carried."""

from typing import TypeVar

from telegram import Message, Update

from bot.callbacks.base import BadCallbackError, CallbackData

Data = TypeVar("Data", bound=CallbackData)


def pressed(update: Update, kind: type[Data]) -> Data:
    """Return the data of the press; raises BadCallbackError if it is forged or outdated."""
    query = update.callback_query
    if query is None or query.data is None:
        raise BadCallbackError(kind.prefix)
    return kind.parse(query.data)


def answered_message(update: Update) -> Message | None:
    """Return the message that the pressed one stands under, as Telegram brings it along."""
    query = update.callback_query
    shown = query.message if query else None
    return shown.reply_to_message if isinstance(shown, Message) else None
