"""What comes back after some days: /plan shows it, buttons and numbers answer it."""

from telegram import Update

from bot.callbacks.practice import AnswerAfter, AnswerReturn, Face, StopReturns, TurnReturn
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import show, turn_to
from bot.command import Command
from bot.screen import Screen
from bot.views.practice import follow_ups as views
from bot.views.practice.labels import labels
from bot.views.practice.telling import no_plan
from bot.views.small_talk import small_talk
from coaching.practice.follow_ups import (
    QUESTION,
    answer,
    answer_step,
    answer_typed,
    look_back,
    open_card,
    returns,
    stop,
)
from coaching.practice.records import Taken
from coaching.rules.access import Action
from coaching.rules.small_talk import SmallTalk


async def plan(update: Update, context: Context) -> None:
    """Show the plans and talks that are to come back."""
    waiting = await returns(context.database, context.viewer, context.now)
    today = context.viewer.local_day(context.now)
    await show(update, context, views.listed(waiting, today, context.t))


async def press_turn(update: Update, context: Context) -> None:
    """Show another side of what came back."""
    wanted = pressed(update, TurnReturn)
    look = open_card if wanted.face is Face.CARD else look_back
    back = await look(context.database, context.viewer, wanted.follow_up_id)
    await turn_to(update, context, views.returned(back, context.t, wanted.face))


async def press_answer(update: Update, context: Context) -> None:
    """Keep what came of it."""
    given = pressed(update, AnswerReturn)
    args = (given.follow_up_id, given.result, context.now)
    back = await answer(context.database, context.viewer, *args)
    screen = views.returned(back, context.t)
    await turn_to(update, context, screen, context.t.plain("prompt.kept"))


async def press_after(update: Update, context: Context) -> None:
    """Keep what got in the way, what helped, or what is planned from now on."""
    given = pressed(update, AnswerAfter)
    args = (given.follow_up_id, given.step, given.code, context.now)
    back = await answer_step(context.database, context.viewer, *args)
    screen = views.returned(back, context.t)
    await turn_to(update, context, screen, context.t.plain("prompt.kept"))


async def press_stop(update: Update, context: Context) -> None:
    """Let it come back no more."""
    wanted = pressed(update, StopReturns)
    back = await stop(context.database, context.viewer, wanted.follow_up_id)
    await turn_to(update, context, views.returned(back, context.t))


async def typed_answer(update: Update, context: Context, typed: Typed) -> None:
    """Take a typed number or the words on a button as that button, other words as the answer."""
    message = update.effective_message
    back, taken = await answer_typed(
        context.database,
        context.viewer,
        typed.data["follow_up"],
        typed.text,
        context.now,
        message.message_id if message else 0,
        labels(context.t),
        anyway=typed.anyway,
    )
    if taken is Taken.NO_PLAN:
        await show(update, context, no_plan(back.offer, context.t))
        return
    if taken is Taken.POLITE:
        await show(update, context, small_talk(SmallTalk.OK, context.t))
        return
    if taken is Taken.NO_WORDS:
        await show(update, context, Screen(context.t("follow_ups.choose")))
    await show(update, context, views.returned(back, context.t))


ROOM = Room(
    commands={
        Command("plan", Action.PRACTISE, rank=2): plan,
    },
    presses={
        TurnReturn: press_turn,
        AnswerReturn: press_answer,
        AnswerAfter: press_after,
        StopReturns: press_stop,
    },
    kept_as_typed={
        QUESTION: typed_answer,
    },
)
