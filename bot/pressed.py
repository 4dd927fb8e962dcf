"""What a pressed button carried."""

from typing import TypeVar

from telegram import Update

from bot.callbacks import BadCallbackError, CallbackData

Data = TypeVar("Data", bound=CallbackData)


def pressed(update: Update, kind: type[Data]) -> Data:
    """Return the data of the press; raises BadCallbackError if it is forged or outdated."""
    query = update.callback_query
    if query is None or query.data is None:
        raise BadCallbackError(kind.prefix)
    return kind.parse(query.data)
