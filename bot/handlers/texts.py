"""Texts that answer nothing, texts that the guard refused, and what we cannot take."""

from telegram import Update

from bot.callbacks.guarding import DropText
from bot.chat.context import Context
from bot.chat.pressed import answered_message, pressed
from bot.chat.room import Room
from bot.chat.showing import acknowledge, delete, show, turn_to
from bot.screen import Screen
from bot.views.small_talk import small_talk
from coaching.rules.access import Action, may
from coaching.rules.small_talk import SmallTalk


async def press_drop(update: Update, context: Context) -> None:
    """Take the refused text out of the chat."""
    pressed(update, DropText)
    gone = await delete(context.bot, answered_message(update))
    key = "guard.refused.dropped" if gone else "guard.refused.still_there"
    await turn_to(update, context, Screen(context.t(key)))


async def not_understood(update: Update, context: Context) -> None:
    """Say what can be done where no question is open."""
    practises = may(context.viewer.standing, Action.PRACTISE)
    key = "text.not_understood" if practises else "text.not_understood_hr"
    await show(update, context, Screen(context.t(key)))


async def answer_small_talk(update: Update, context: Context, said: SmallTalk) -> None:
    """Answer thanks, a greeting or a wish for peace; nothing is kept of it."""
    await show(update, context, small_talk(said, context.t))


async def sticker(update: Update, context: Context) -> None:
    """Take a sticker as what it mostly is: a friendly sign."""
    await show(update, context, small_talk(SmallTalk.EMOJI, context.t))


async def unknown_command(update: Update, context: Context) -> None:
    """Say that there is no such command, and which there are."""
    await show(update, context, Screen(context.t("text.unknown_command")))


async def edited(update: Update, context: Context) -> None:
    """Say that an edit changes nothing here, and how an answer is changed."""
    await show(update, context, Screen(context.t("text.edited")))


async def forwarded(update: Update, context: Context) -> None:
    """Say that what somebody else wrote is no answer."""
    await show(update, context, Screen(context.t("text.forwarded")))


async def unsupported(update: Update, context: Context) -> None:
    """Say that only text and buttons are understood, and a sheet of whoever writes prompts."""
    writes = may(context.viewer.standing, Action.WRITE_PROMPTS)
    key = "text.unsupported_hr" if writes else "text.unsupported"
    await show(update, context, Screen(context.t(key)))


async def outdated_button(update: Update, context: Context) -> None:
    """Answer a button that no version of this bot knows."""
    await acknowledge(update, context.t.plain("error.question_closed"), alert=True)


ROOM = Room(presses={DropText: press_drop})
