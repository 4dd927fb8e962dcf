"""What comes back after some days: /plan shows it, buttons and numbers answer it."""

from telegram import Update

from bot.callbacks import AnswerReturn, StopReturns, TurnReturn
from bot.context import Context
from bot.pressed import pressed
from bot.screen import Screen, acknowledge, reply, show
from bot.views import returns as views
from coaching.following_up import answer, answer_by_number, look_back, returns, stop


async def plan(update: Update, context: Context) -> None:
    """Show the plans and talks that are to come back."""
    found = await returns(context.database, context.viewer, context.now)
    today = context.viewer.local_day(context.now)
    await show(update, context, views.listed(found, today, context.t))


async def press_turn(update: Update, context: Context) -> None:
    """Show another side of what came back."""
    wanted = pressed(update, TurnReturn)
    found = await look_back(context.database, context.viewer, wanted.follow_up_id)
    await acknowledge(update)
    await show(update, context, views.returned(found, context.t, wanted.face))


async def press_answer(update: Update, context: Context) -> None:
    """Keep what came of it."""
    given = pressed(update, AnswerReturn)
    found = await answer(context.database, context.viewer, given.follow_up_id, given.result)
    screen = views.returned(found, context.t)
    await reply(update, context, screen, context.t.plain("prompt.kept"))


async def press_stop(update: Update, context: Context) -> None:
    """Let it come back no more."""
    wanted = pressed(update, StopReturns)
    found = await stop(context.database, context.viewer, wanted.follow_up_id)
    await acknowledge(update)
    await show(update, context, views.returned(found, context.t))


async def typed_number(update: Update, context: Context, follow_up_id: int, text: str) -> None:
    """Take a typed number as its button."""
    found = await answer_by_number(context.database, context.viewer, follow_up_id, text)
    if found is None:
        await show(update, context, Screen(context.t("return.choose")))
        found = await look_back(context.database, context.viewer, follow_up_id)
    await show(update, context, views.returned(found, context.t))
