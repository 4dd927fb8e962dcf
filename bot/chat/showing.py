"""Showing a screen in a chat: sent as a new message, or put in the place of the pressed one."""

import asyncio
import json

import structlog
from telegram import Message, ReplyParameters, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, TelegramError

from bot.chat.context import Bot, Context
from bot.client.limiter import Lane
from bot.screen import Screen

log = structlog.get_logger()
NO_PREVIEW = {"link_preview_options": json.dumps({"is_disabled": True})}


async def send(
    bot: Bot,
    chat_id: int,
    screen: Screen,
    *,
    lane: Lane = Lane.REPLY,
    answers: int | None = None,
) -> Message:
    """Send the screen as a new message, also into a group that has become a supergroup.

    `answers` is the message under which it stands as a reply, for a screen without a picture. What
    is sent in reply takes the place of the message in which the same talk stood.
    """
    try:
        sent = await _send(bot, chat_id, screen, lane, answers)
    except ChatMigrated as moved:
        sent = await _send(bot, moved.new_chat_id, screen, lane, answers)
    stood = bot.standing.moves(sent.chat_id, screen, sent.message_id)
    if stood is not None and lane is Lane.REPLY:
        await _take_away(bot, sent.chat_id, stood)
    return sent


async def _take_away(bot: Bot, chat_id: int, message_id: int) -> None:
    """Take a message out of the chat, or at least its buttons: Telegram deletes no old ones."""
    try:
        await bot.delete_message(chat_id, message_id)
    except TelegramError:
        try:
            await bot.edit_message_reply_markup(chat_id=chat_id, message_id=message_id)
        except TelegramError as refusal:
            log.debug("buttons left", kind=type(refusal).__name__)


async def _send(
    bot: Bot, chat_id: int, screen: Screen, lane: Lane, answers: int | None
) -> Message:
    """Send it silently: coaching never rings."""
    if screen.picture is not None:
        return await bot.send_photo(
            chat_id,
            screen.picture,
            caption=screen.text,
            parse_mode=ParseMode.HTML,
            disable_notification=True,
            filename="cxcoach.png",
            rate_limit_args=lane,
            api_kwargs=_keyboard(screen),
        )
    return await bot.send_message(
        chat_id,
        screen.text,
        parse_mode=ParseMode.HTML,
        disable_notification=True,
        rate_limit_args=lane,
        reply_parameters=_reply_to(answers),
        api_kwargs=_keyboard(screen) | NO_PREVIEW,
    )


def _reply_to(message_id: int | None) -> ReplyParameters | None:
    """Answer a message if it is still there."""
    if message_id is None:
        return None
    return ReplyParameters(message_id, allow_sending_without_reply=True)


async def show(update: Update, context: Context, screen: Screen) -> None:
    """Answer a press by changing its message, and anything else by a new message."""
    query, chat = update.callback_query, update.effective_chat
    if query is None or screen.picture is not None:
        if chat is not None:
            await send(context.bot, chat.id, screen)
        return
    try:
        await query.edit_message_text(
            screen.text,
            parse_mode=ParseMode.HTML,
            api_kwargs=_keyboard(screen) | NO_PREVIEW,
        )
        if chat is not None and query.message is not None:
            context.bot.standing.moves(chat.id, screen, query.message.message_id)
    except BadRequest as refusal:
        if "not modified" in str(refusal).lower():
            return  # pressed twice: the screen shows it already
        if chat is not None:  # deleted, too old, or a picture: say it below instead
            await send(context.bot, chat.id, screen)


async def delete(bot: Bot, message: Message | None) -> bool:
    """Take a message out of its chat and tell whether it is gone; Telegram need not let us."""
    if message is None:
        return False
    try:
        return await bot.delete_message(message.chat_id, message.message_id)
    except TelegramError as refusal:
        log.debug("not deleted", kind=type(refusal).__name__)
        return "to delete not found" in str(refusal).lower()


async def turn_to(
    update: Update, context: Context, screen: Screen, toast: str | None = None
) -> None:
    """Answer a press by a toast and the screen at the same time: neither waits for the other."""
    await asyncio.gather(acknowledge(update, toast), show(update, context, screen))


async def acknowledge(update: Update, text: str | None = None, *, alert: bool = False) -> bool:
    """Stop the button's spinner and tell whether it was done: it may fail, or be too late."""
    if update.callback_query is None:
        return False
    try:
        return await update.callback_query.answer(text, show_alert=alert)
    except TelegramError as error:
        log.debug("not acknowledged", kind=type(error).__name__)
        return False


def _keyboard(screen: Screen) -> dict[str, str]:
    """Return the buttons as Telegram takes them; PTB's own classes take long to get there."""
    rows = [
        [{"text": b.label, "callback_data": b.data.pack()} for b in row]
        for row in screen.rows
        if row
    ]
    return {"reply_markup": json.dumps({"inline_keyboard": rows})} if rows else {}
