"""Which handler hears what."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, TypeHandler, filters

from bot import callbacks
from bot.callbacks.base import SEPARATOR
from bot.context import App, Context
from bot.errors import on_error
from bot.gate import gate
from bot.handlers import (
    approving,
    checkin,
    crisis,
    deliveries,
    exit_review,
    focus,
    joining,
    lists,
    own_data,
    own_history,
    own_texts,
    own_time,
    people,
    plan,
    points,
    preferences,
    prompt,
    reorganising,
    reporting,
    results,
    rewards,
    schedules,
    sharing,
    shifts,
    texts,
    thanks,
    theme,
    working_times,
)

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]

COMMANDS: dict[str, Handler] = {
    "start": joining.start,
    "prompt": prompt.prompt,
    "plan": plan.plan,
    "focus": focus.focus,
    "challenge": focus.challenge,
    "theme": theme.theme,
    "checkin": checkin.checkin,
    "points": points.points,
    "results": results.results,
    "share": sharing.share,
    "learnings": sharing.learnings,
    "team": points.team,
    "schedules": schedules.schedules,
    "invite": people.invite,
    "people": people.people,
    "rewards": rewards.rewards,
    "review": exit_review.review,
    "slot": own_time.slot,
    "shifts": shifts.shifts,
    "calendar": working_times.calendar,
    "deliveries": deliveries.deliveries,
    "crisis": crisis.crisis,
    "pause": preferences.start_pause,
    "language": joining.language,
    "mydata": own_data.mydata,
    "privacy": preferences.privacy,
    "help": preferences.help_,
}
PRESSES: dict[type[callbacks.CallbackData], Handler] = {
    callbacks.ChooseLanguage: joining.press_language,
    callbacks.AcceptNotice: joining.press_notice,
    callbacks.Respond: checkin.press_response,
    callbacks.AskItem: checkin.press_item,
    callbacks.WhyItem: checkin.press_why,
    callbacks.NameSituation: checkin.press_named,
    callbacks.AskOpen: checkin.press_open,
    callbacks.SkipOpen: checkin.press_skip_open,
    callbacks.AskCustomerView: checkin.press_customer,
    callbacks.ChooseForCustomer: checkin.press_for_customer,
    callbacks.WhyAsked: checkin.press_why_asked,
    callbacks.TurnPrompt: prompt.press_turn,
    callbacks.AnswerPrompt: prompt.press_answer,
    callbacks.TurnReturn: plan.press_turn,
    callbacks.AnswerReturn: plan.press_answer,
    callbacks.StopReturns: plan.press_stop,
    callbacks.ShowFocus: focus.press_page,
    callbacks.SetFocus: focus.press_focus,
    callbacks.SetProfile: focus.press_profile,
    callbacks.SetMotivation: focus.press_motivation,
    callbacks.BeginSeries: focus.press_series,
    callbacks.BeginChallenge: focus.press_challenge,
    callbacks.ShowTheme: theme.press_page,
    callbacks.SetTheme: theme.press_theme,
    callbacks.SetWord: theme.press_word,
    callbacks.AskWhy: theme.press_ask_why,
    callbacks.BeginBreak: preferences.press_break,
    callbacks.GoOn: preferences.press_go_on,
    callbacks.Resume: preferences.press_resume,
    callbacks.AskBreak: preferences.press_choose_days,
    callbacks.ShowOwnTime: own_time.press_page,
    callbacks.SetSlot: own_time.press_slot,
    callbacks.SetOwnZone: own_time.press_zone,
    callbacks.ShowShifts: shifts.press_day,
    callbacks.SetShift: shifts.press_shift,
    callbacks.KeepText: texts.press_keep,
    callbacks.DropText: texts.press_drop,
    callbacks.ShareLearning: sharing.press_share,
    callbacks.DropLearning: sharing.press_drop,
    callbacks.ShowLearning: sharing.press_show,
    callbacks.TryLearning: sharing.press_try,
    callbacks.WithdrawLearning: sharing.press_withdraw,
    callbacks.ShowOwnData: own_data.press_page,
    callbacks.ShowOwnTexts: own_texts.press_page,
    callbacks.OwnTextData: own_texts.press_text,
    callbacks.ShowHistory: own_history.press_page,
    callbacks.ShowResults: results.press_group,
    callbacks.ShowBlocks: results.press_blocks,
    callbacks.DecidePoints: exit_review.press_decide,
    callbacks.ShowCardToThank: thanks.press_show,
    callbacks.Thank: thanks.press_thank,
    callbacks.ShowVote: rewards.press_vote,
    callbacks.CastVote: rewards.press_cast,
    callbacks.ShowRewards: rewards.press_page,
    callbacks.OfferReward: rewards.press_offer,
    callbacks.NewReward: rewards.press_new,
    callbacks.HandReward: rewards.press_hand,
    callbacks.MergeTeam: reorganising.press_merge,
    callbacks.ShowReporting: reporting.press_show,
    callbacks.MergeReporting: reporting.press_merge,
    callbacks.SeparateReporting: reporting.press_separate,
    callbacks.RaiseThresholds: results.press_raise,
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
    callbacks.SetRole: schedules.press_role,
    callbacks.SetOwnSlot: schedules.press_own_slot,
    callbacks.ClearDay: schedules.press_clear_day,
    callbacks.AskText: schedules.press_text,
    callbacks.InviteTo: people.press_invite_to,
    callbacks.MakeInvite: people.press_make_invite,
    callbacks.ShowApprovals: approving.press_show,
    callbacks.Approve: approving.press_approve,
    callbacks.NewTeam: people.press_new_team,
    callbacks.NewUnit: people.press_new_unit,
    callbacks.ShowPeople: people.press_people,
    callbacks.TurnList: lists.press_turn,
    callbacks.ShowSite: working_times.press_show,
    callbacks.SetWorkday: working_times.press_day,
    callbacks.ResetSite: working_times.press_reset,
    callbacks.ChooseZone: working_times.press_zone,
    callbacks.WorkHolidays: working_times.press_holidays,
    callbacks.WorkInShifts: working_times.press_shifts,
    callbacks.ShowDelivery: deliveries.press_show,
    callbacks.Resend: deliveries.press_resend,
    callbacks.BeginCrisis: crisis.press_begin,
    callbacks.EndCrisis: crisis.press_end,
}
BY_PREFIX = {data.prefix: handler for data, handler in PRESSES.items()}
NEW = filters.UpdateType.MESSAGE


async def press(update: Update, context: Context) -> None:
    """Let the button's handler answer; buttons that no version of this bot knows have one too."""
    data = (update.callback_query.data if update.callback_query else None) or ""
    prefix = data.partition(SEPARATOR)[0]
    await BY_PREFIX.get(prefix, texts.outdated_button)(update, context)


def route(application: App) -> None:
    """Put every handler into its place; the gate comes before all of them."""
    application.add_handler(TypeHandler(Update, gate), group=-1)
    application.add_handler(CallbackQueryHandler(press))
    for name, handler in COMMANDS.items():
        application.add_handler(CommandHandler(name, handler, filters=NEW))
    application.add_handler(MessageHandler(NEW & filters.COMMAND, texts.unknown_command))
    application.add_handler(MessageHandler(NEW & filters.TEXT, texts.text))
    application.add_handler(MessageHandler(NEW & ~filters.StatusUpdate.ALL, texts.unsupported))
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, texts.edited))
    application.add_error_handler(on_error)
