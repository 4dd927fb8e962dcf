"""Clients that nobody here wrote find the sandbox to be Telegram."""

import asyncio
import contextlib
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from telegram import Update
from telegram.ext import Application, CommandHandler, ContextTypes

from bot.sandbox.bot_api.people import small_picture
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.server import Server

from .conftest import ANA, TOKEN


async def test_aiogram_polls_sends_a_keyboard_edits_and_sends_a_picture(
    server: Server, telegram: LocalTelegram
) -> None:
    root = server.base_url.removesuffix("/bot")
    session = AiohttpSession(api=TelegramAPIServer.from_base(root))
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def ask(message: Message) -> None:
        button = InlineKeyboardButton(text="Four", callback_data="4")
        await message.answer("How?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))

    @dispatcher.callback_query()
    async def take(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text(f"You said {query.data}")
        await query.message.answer_photo(BufferedInputFile(small_picture(), "kuva ä.png"))
        await query.answer("Saved")

    async with Bot(TOKEN, session=session) as bot:
        assert (await bot.get_me()).username == telegram.username
        polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
        while telegram.from_bot(ANA) == 0:
            await telegram.changed(ANA, telegram.version(ANA))
        question = telegram.last_message(ANA)
        assert question is not None
        answer = await telegram.answered(telegram.press(ANA, question.message_id, "4"))
        assert answer.text == "Saved"
        edited = telegram.message(ANA, question.message_id)
        assert edited is not None
        assert edited.text == "You said 4"
        picture = telegram.last_message(ANA)
        assert picture is not None
        assert picture.photo is not None
        assert (await bot.download(picture.photo)).read() == small_picture()  # type: ignore[union-attr]
        await dispatcher.stop_polling()
        with contextlib.suppress(asyncio.CancelledError):
            await polling


async def test_python_telegram_bot_answers(server: Server, telegram: LocalTelegram) -> None:
    async def greet(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_html("<b>Hei</b>")

    builder = Application.builder().token(TOKEN)
    application: Any = (
        builder.base_url(server.base_url).base_file_url(server.base_file_url).build()
    )
    application.add_handler(CommandHandler("start", greet))
    async with application:
        await application.updater.start_polling()
        await application.start()
        while telegram.from_bot(ANA) == 0:
            await telegram.changed(ANA, telegram.version(ANA))
        await application.updater.stop()
        await application.stop()
    last = telegram.last_message(ANA)
    assert last is not None
    assert (last.text, last.entities[0].type) == ("Hei", "bold")
