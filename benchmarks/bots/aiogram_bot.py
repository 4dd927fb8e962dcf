"""A bare aiogram 3 bot: answers each press and edits its screen, without a database."""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks.bots.screen import BUTTONS, TOAST, TOKEN, text_for

dispatcher = Dispatcher()


@dispatcher.callback_query()
async def on_press(query: CallbackQuery) -> None:
    """Answer and edit."""
    await query.answer(TOAST)
    rows = [
        [InlineKeyboardButton(text=label, callback_data=data)] for label, data in BUTTONS.items()
    ]
    assert isinstance(query.message, Message)
    await query.message.edit_text(
        text_for(query.data or ""),
        parse_mode="HTML",
        reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
    )


async def main(address: str) -> None:
    """Poll until the process is ended."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(address), limit=256)
    await dispatcher.start_polling(Bot(TOKEN, session=session))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
