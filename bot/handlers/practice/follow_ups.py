"""What comes back after some days: /plan shows it, buttons and numbers answer it."""

from telegram import Update

from bot.callbacks.practice import AnswerReturn, StopReturns, TurnReturn
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import show, turn_to
from bot.command import Command
from bot.screen import Screen
from bot.views.practice import follow_ups as views
from coaching.practice.follow_ups import (
    QUESTION,
    answer,
    answer_typed,
    look_back,
    returns,
    stop,
)
from coaching.rules.access import Action


async def plan(update: Update, context: Context) -> None:
    """Show the plans and talks that are to come back."""
    waiting = await returns(context.database, context.viewer, context.now)
    today = context.viewer.local_day(context.now)
    await show(update, context, views.listed(waiting, today, context.t))


async def press_turn(update: Update, context: Context) -> None:
    """Show another side of what came back."""
    wanted = pressed(update, TurnReturn)
    back = await look_back(context.database, context.viewer, wanted.follow_up_id)
    await turn_to(update, context, views.returned(back, context.t, wanted.face))


async def press_answer(update: Update, context: Context) -> None:
    """Keep what came of it."""
    given = pressed(update, AnswerReturn)
    back = await answer(context.database, context.viewer, given.follow_up_id, given.result)
    screen = views.returned(back, context.t)
    await turn_to(update, context, screen, context.t.plain("prompt.kept"))


async def press_stop(update: Update, context: Context) -> None:
    """Let it come back no more."""
    wanted = pressed(update, StopReturns)
    back = await stop(context.database, context.viewer, wanted.follow_up_id)
    await turn_to(update, context, views.returned(back, context.t))


async def typed_number(update: Update, context: Context, typed: Typed) -> None:
    """Take a typed number as its button."""
    follow_up_id: int = typed.data["follow_up"]
    back, counted = await answer_typed(context.database, context.viewer, follow_up_id, typed.text)
    if not counted:
        await show(update, context, Screen(context.t("follow_ups.choose")))
    await show(update, context, views.returned(back, context.t))


ROOM = Room(
    commands={
        Command("plan", Action.PRACTISE, rank=2): plan,
    },
    presses={
        TurnReturn: press_turn,
        AnswerReturn: press_answer,
        StopReturns: press_stop,
    },
    typed={
        QUESTION: typed_number,
    },
)
