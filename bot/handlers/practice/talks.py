"""Prompts: one now by /prompt, talked through by buttons, numbers and sentences."""

from telegram import Update

from bot.callbacks.practice import AnswerPrompt, Face, TurnPrompt
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import acknowledge, reply, show
from bot.command import Command
from bot.screen import Screen
from bot.views.practice import talks as views
from coaching.errors import CoachingError, Code
from coaching.practice import prompts
from coaching.practice.prompts import Offer, look_at, next_prompt
from coaching.practice.talks import answer, answer_by_number, answer_in_words, begin_again, take_up
from coaching.rules.access import Action
from coaching.rules.scripts import TAKES_WORDS, Asks


async def prompt(update: Update, context: Context) -> None:
    """Show the open prompt, or a new one."""
    offer = await next_prompt(context.database, context.viewer, context.now)
    await show(update, context, views.prompt(offer, context.t))


async def press_turn(update: Update, context: Context) -> None:
    """Show another side of the prompt, begin it again, or go on with it."""
    wanted = pressed(update, TurnPrompt)
    offer = await _turned(context, wanted)
    await acknowledge(update)
    await show(update, context, views.prompt(offer, context.t, wanted.face))


async def press_answer(update: Update, context: Context) -> None:
    """Keep the answer and show what comes next."""
    given = pressed(update, AnswerPrompt)
    try:
        offer = await answer(
            context.database,
            context.viewer,
            given.practice_id,
            given.step,
            given.code,
            context.now,
        )
        toast = context.t.plain("prompt.kept")
    except CoachingError as error:
        if error.code is not Code.STEP_ANSWERED:
            raise
        # An old screen: bring it to where the talk stands by now.
        offer = await look_at(context.database, context.viewer, given.practice_id)
        toast = context.t.plain("error.step_answered")
    await reply(update, context, views.prompt(offer, context.t), toast)


async def typed_answer(update: Update, context: Context, typed: Typed) -> None:
    """Take a typed number as its button, and anything else as the answer in words."""
    practice_id: int = typed.data["practice"]
    text, anyway = typed.text, typed.anyway
    message = update.effective_message
    message_id = message.message_id if message else 0
    if text.isdecimal():
        offer = await answer_by_number(
            context.database, context.viewer, practice_id, text, context.now, message_id
        )
        if offer is not None:
            await show(update, context, views.prompt(offer, context.t))
            return
    asked = (await look_at(context.database, context.viewer, practice_id)).step
    if text.isdecimal() and asked is not None and asked.asks not in TAKES_WORDS:
        await show(update, context, Screen(context.t("follow_ups.choose")))
        return
    offer = await answer_in_words(
        context.database,
        context.viewer,
        practice_id,
        text,
        context.now,
        message_id,
        anyway=anyway,
    )
    await _show_answered(update, context, offer)


async def _show_answered(update: Update, context: Context, offer: Offer) -> None:
    """Show where the talk stands; a recall and a coded answer say what is still needed."""
    match offer.step.asks if offer.step else None:
        case Asks.CODED | Asks.NUMBER | Asks.BASIS:
            await show(update, context, Screen(context.t("prompt.choose_instead")))
            await show(update, context, views.prompt(offer, context.t))
        case Asks.RECALLED:
            await show(update, context, views.prompt(offer, context.t, Face.CARD))
        case _:
            await show(update, context, views.prompt(offer, context.t))


async def _turned(context: Context, wanted: TurnPrompt) -> Offer:
    match wanted.face:
        case Face.AGAIN:
            return await begin_again(
                context.database, context.viewer, wanted.practice_id, context.now
            )
        case Face.ON:
            return await take_up(context.database, context.viewer, wanted.practice_id, context.now)
        case _:
            return await look_at(context.database, context.viewer, wanted.practice_id)


ROOM = Room(
    commands={
        Command("prompt", Action.PRACTISE, rank=1): prompt,
    },
    presses={
        TurnPrompt: press_turn,
        AnswerPrompt: press_answer,
    },
    kept_as_typed={
        prompts.QUESTION: typed_answer,
    },
)
