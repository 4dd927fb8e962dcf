"""Which handler hears what."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, TypeHandler, filters

from bot import callbacks
from bot.context import App, Context
from bot.errors import on_error
from bot.gate import gate
from bot.handlers import (
    checkin,
    joining,
    lists,
    people,
    points,
    preferences,
    prompt,
    schedules,
    sharing,
    texts,
)

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]

COMMANDS: dict[str, Handler] = {
    "start": joining.start,
    "prompt": prompt.prompt,
    "checkin": checkin.checkin,
    "points": points.points,
    "share": sharing.share,
    "learnings": sharing.learnings,
    "team": points.team,
    "schedules": schedules.schedules,
    "invite": people.invite,
    "people": people.people,
    "pause": preferences.start_pause,
    "language": joining.language,
    "privacy": preferences.privacy,
    "help": preferences.help_,
}
PRESSES: dict[type[callbacks.CallbackData], Handler] = {
    callbacks.ChooseLanguage: joining.press_language,
    callbacks.AcceptNotice: joining.press_notice,
    callbacks.Respond: checkin.press_response,
    callbacks.AskItem: checkin.press_item,
    callbacks.WhyItem: checkin.press_why,
    callbacks.TurnPrompt: prompt.press_turn,
    callbacks.AnswerPrompt: prompt.press_answer,
    callbacks.Resume: preferences.press_resume,
    callbacks.ShareLearning: sharing.press_share,
    callbacks.DropLearning: sharing.press_drop,
    callbacks.ShowLearning: sharing.press_show,
    callbacks.TryLearning: sharing.press_try,
    callbacks.WithdrawLearning: sharing.press_withdraw,
    callbacks.ShowTeam: points.press_team,
    callbacks.ShowSchedule: schedules.press_show,
    callbacks.NewSchedule: schedules.press_new,
    callbacks.PauseSchedule: schedules.press_pause,
    callbacks.EditSchedule: schedules.press_edit,
    callbacks.ToggleDay: schedules.press_day,
    callbacks.SetTime: schedules.press_time,
    callbacks.SetWindow: schedules.press_window,
    callbacks.SetEvery: schedules.press_every,
    callbacks.SetAudience: schedules.press_audience,
    callbacks.InviteTo: people.press_invite_to,
    callbacks.MakeInvite: people.press_make_invite,
    callbacks.NewTeam: people.press_new_team,
    callbacks.NewUnit: people.press_new_unit,
    callbacks.ShowPeople: people.press_people,
    callbacks.TurnList: lists.press_turn,
}
NEW = filters.UpdateType.MESSAGE


def route(application: App) -> None:
    """Put every handler into its place; the gate comes before all of them."""
    application.add_handler(TypeHandler(Update, gate), group=-1)
    for name, handler in COMMANDS.items():
        application.add_handler(CommandHandler(name, handler, filters=NEW))
    for data, handler in PRESSES.items():
        application.add_handler(CallbackQueryHandler(handler, pattern=data.pattern()))
    application.add_handler(CallbackQueryHandler(texts.outdated_button))
    application.add_handler(MessageHandler(NEW & filters.COMMAND, texts.unknown_command))
    application.add_handler(MessageHandler(NEW & filters.TEXT, texts.text))
    application.add_handler(MessageHandler(NEW & ~filters.StatusUpdate.ALL, texts.unsupported))
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, texts.edited))
    application.add_error_handler(on_error)
