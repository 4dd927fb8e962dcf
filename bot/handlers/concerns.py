"""A text about a threat, distress or a wrong: answered as such before any question goes on."""

from telegram import Update

from bot.callbacks.guarding import GoOnAnswering, LeaveQuestion
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import send, turn_to
from bot.screen import Screen
from bot.views.guarding import heard
from coaching.conversation import Question, leave_question, open_question
from coaching.errors import CoachingError, Code
from coaching.rules.concerns import Concern


async def answer(
    update: Update,
    context: Context,
    concern: Concern,
    asked: Question | None,
    *,
    may_keep: bool,
) -> None:
    """Say where it belongs; nothing of it is kept, and no log knows of it."""
    message = update.effective_message
    if message is not None:
        screen = heard(concern, context.t, asked.key if asked else None, may_keep=may_keep)
        await send(context.bot, message.chat_id, screen, answers=message.message_id)


async def press_go_on(update: Update, context: Context) -> None:
    """Wait for an answer to the question, which was open all the time."""
    about = pressed(update, GoOnAnswering).about
    asked = await open_question(context.database, context.viewer)
    if asked is None or asked.key != about:
        raise CoachingError(Code.QUESTION_CLOSED)
    await turn_to(update, context, Screen(context.t("concern.went_on")))


async def press_leave(update: Update, context: Context) -> None:
    """Close the question."""
    await leave_question(context.database, context.viewer, pressed(update, LeaveQuestion).about)
    await turn_to(update, context, Screen(context.t("concern.left")))


ROOM = Room(
    presses={
        GoOnAnswering: press_go_on,
        LeaveQuestion: press_leave,
    }
)
