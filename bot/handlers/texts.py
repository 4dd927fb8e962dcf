"""Texts that answer nothing, texts that the guard refused, and what we cannot take."""

from telegram import Update

from bot.callbacks.guarding import DropText
from bot.chat.context import Context
from bot.chat.pressed import answered_message, pressed
from bot.chat.room import Room
from bot.chat.showing import acknowledge, delete, show, turn_to
from bot.screen import Screen
from coaching.rules.access import Action, may


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


async def unknown_command(update: Update, context: Context) -> None:
    """Say that there is no such command, and which there are."""
    await show(update, context, Screen(context.t("text.unknown_command")))


async def edited(update: Update, context: Context) -> None:
    """Say that an edit changes nothing here, and how an answer is changed."""
    await show(update, context, Screen(context.t("text.edited")))


async def unsupported(update: Update, context: Context) -> None:
    """Say that only text and buttons are understood."""
    await show(update, context, Screen(context.t("text.unsupported")))


async def outdated_button(update: Update, context: Context) -> None:
    """Answer a button that no version of this bot knows."""
    await acknowledge(update, context.t.plain("error.question_closed"), alert=True)


ROOM = Room(presses={DropText: press_drop})
