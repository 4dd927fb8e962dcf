"""A bare python-telegram-bot 22 bot with its stock network layer, without a database."""

import sys

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes

from benchmarks.bots.screen import BUTTONS, TOAST, TOKEN, text_for


async def on_press(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer and edit."""
    query = update.callback_query
    assert query is not None
    await query.answer(TOAST)
    rows = [[InlineKeyboardButton(label, callback_data=data)] for label, data in BUTTONS.items()]
    await query.edit_message_text(
        text_for(query.data or ""), parse_mode="HTML", reply_markup=InlineKeyboardMarkup(rows)
    )


def main(address: str) -> None:
    """Poll until the process is ended."""
    application = (
        Application.builder()
        .token(TOKEN)
        .base_url(f"{address}/bot")
        .concurrent_updates(256)
        .connection_pool_size(256)
        .pool_timeout(60)  # or most of 256 chats at once would only get errors
        .build()
    )
    application.add_handler(CallbackQueryHandler(on_press))
    application.run_polling()


if __name__ == "__main__":
    main(sys.argv[1])
