"""Everything that is neither a command nor a button: typed answers, and what we cannot take."""

from contextlib import suppress

from telegram import Message, Update
from telegram.error import BadRequest

from bot.callbacks import DropText, Edge, KeepText
from bot.context import Context
from bot.handlers.checkin import typed_digit, typed_for_customer, typed_open
from bot.handlers.own_data import typed_name
from bot.handlers.own_time import typed_slot, typed_zone
from bot.handlers.people import typed_team_name, typed_unit_name
from bot.handlers.plan import typed_number
from bot.handlers.preferences import typed_days
from bot.handlers.prompt import typed_answer
from bot.handlers.rewards import typed_reward
from bot.handlers.schedules import typed_day, typed_message, typed_time
from bot.handlers.sharing import typed_learning
from bot.handlers.shifts import typed_shift
from bot.handlers.theme import typed_why
from bot.handlers.working_times import typed_setting
from bot.pressed import pressed
from bot.screen import Screen, acknowledge, show
from coaching import (
    checking_in,
    configuring,
    directory,
    following_up,
    offering,
    own_place,
    own_time,
    preferences,
    rewarding,
    sharing,
    steering,
)
from coaching.conversation import TYPED_BY_ALL, TYPED_BY_HR, Question, open_question
from coaching.errors import CoachingError, Code
from coaching.rules.access import Action, may
from coaching.rules.instrument import Dimension
from coaching.rules.rewards import RewardKind


async def text(update: Update, context: Context) -> None:
    """Take a text as the answer to the question that is open, or say what can be done."""
    typed = (update.effective_message.text or "").strip() if update.effective_message else ""
    match await open_question(context.database, context.viewer):
        case Question(checking_in.QUESTION, {"week": week, "dimension": dimension}):
            await typed_digit(update, context, week, Dimension(dimension), typed)
        case Question(checking_in.QUESTION_CUSTOMER, {"week": week}):
            await typed_for_customer(update, context, week, typed)
        case Question(following_up.QUESTION, {"follow_up": follow_up}):
            await typed_number(update, context, follow_up, typed)
        case Question(name) as asked if name in TYPED_BY_ALL:
            await _about_oneself(update, context, asked, typed)
        case Question() as asked if await _in_own_words(update, context, asked, typed):
            return
        case Question(name) as asked if name in TYPED_BY_HR:
            await _from_hr(update, context, asked, typed)
        case _:
            practises = may(context.viewer.standing, Action.PRACTISE)
            key = "text.not_understood" if practises else "text.not_understood_hr"
            await show(update, context, Screen(context.t(key)))


async def press_keep(update: Update, context: Context) -> None:
    """Take the refused text all the same; it was kept nowhere but in the chat itself."""
    about = pressed(update, KeepText).about
    refused = _answered_message(update)
    asked = await open_question(context.database, context.viewer)
    typed = (refused.text or "").strip() if refused else ""
    if asked is None or asked.key != about or not typed:
        raise CoachingError(Code.QUESTION_CLOSED)
    if not await _in_own_words(update, context, asked, typed, anyway=True):
        raise CoachingError(Code.QUESTION_CLOSED)
    await acknowledge(update)


async def press_drop(update: Update, context: Context) -> None:
    """Take the refused text out of the chat."""
    pressed(update, DropText)
    refused = _answered_message(update)
    if refused is not None:
        with suppress(BadRequest):  # too old, or gone already
            await context.bot.delete_message(refused.chat_id, refused.message_id)
    await acknowledge(update)
    await show(update, context, Screen(context.t("guarded.dropped")))


def _answered_message(update: Update) -> Message | None:
    """Return the message that the pressed one stands under, as Telegram brings it along."""
    query = update.callback_query
    shown = query.message if query else None
    return shown.reply_to_message if isinstance(shown, Message) else None


async def _in_own_words(
    update: Update, context: Context, asked: Question, typed: str, *, anyway: bool = False
) -> bool:
    """Take a text that is kept as it was typed; tell whether the question is of that kind."""
    match asked:
        case Question(offering.QUESTION, {"practice": practice}):
            await typed_answer(update, context, practice, typed, anyway=anyway)
        case Question(checking_in.QUESTION_OPEN, {"week": week}):
            await typed_open(update, context, week, typed, anyway=anyway)
        case Question(sharing.QUESTION):
            await typed_learning(update, context, typed, anyway=anyway)
        case Question(configuring.QUESTION_TEXT, {"language": language}):
            await typed_message(context, language, typed, anyway=anyway)
        case Question(steering.QUESTION_WHY, {"language": language}):
            await typed_why(update, context, language, typed, anyway=anyway)
        case _:
            return False
    return True


async def _about_oneself(update: Update, context: Context, asked: Question, typed: str) -> None:
    """Take a text about one's own name, or about when messages may come."""
    match asked:
        case Question(own_place.QUESTION_NAME):
            await typed_name(update, context, typed)
        case Question(own_time.QUESTION_SLOT):
            await typed_slot(update, context, typed)
        case Question(own_time.QUESTION_ZONE):
            await typed_zone(update, context, typed)
        case Question(own_time.QUESTION_SHIFT, {"day": day}):
            await typed_shift(update, context, day, typed)
        case Question(preferences.QUESTION_BREAK):
            await typed_days(update, context, typed)


async def _from_hr(update: Update, context: Context, asked: Question, typed: str) -> None:
    """Take a text about schedules, places or working times."""
    match asked:
        case Question(configuring.QUESTION_TIME):
            await typed_time(context, typed)
        case Question(configuring.QUESTION_FIRST):
            await typed_day(context, Edge.FIRST, typed)
        case Question(configuring.QUESTION_LAST):
            await typed_day(context, Edge.LAST, typed)
        case Question(rewarding.QUESTION_REWARD, {"reward_kind": kind, "level": level}):
            await typed_reward(update, context, RewardKind(kind), level, typed)
        case Question(directory.QUESTION_UNIT):
            await typed_unit_name(update, context, typed)
        case Question(directory.QUESTION_TEAM, {"unit": unit}):
            await typed_team_name(update, context, unit, typed)
        case Question(name, {"unit": unit}):
            await typed_setting(update, context, name, unit, typed)


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
