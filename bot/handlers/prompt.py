"""Prompts: one now by /prompt, turned around, answered by a button or a sentence."""

from telegram import Update

from bot.callbacks import AnswerPrompt, Face, TurnPrompt
from bot.context import Context
from bot.pressed import pressed
from bot.screen import Screen, acknowledge, show
from bot.views import prompt as views
from coaching.practising import answer, answer_in_words, look_at, next_prompt
from coaching.rules.library import PromptFormat


async def prompt(update: Update, context: Context) -> None:
    """Show the open prompt, or a new one."""
    offer = await next_prompt(context.database, context.viewer, context.now)
    await show(update, context, views.prompt(offer, context.t))


async def press_turn(update: Update, context: Context) -> None:
    """Show another side of the prompt."""
    wanted = pressed(update, TurnPrompt)
    offer = await look_at(context.database, context.viewer, wanted.practice_id)
    await acknowledge(update)
    await show(update, context, views.prompt(offer, context.t, wanted.face))


async def press_answer(update: Update, context: Context) -> None:
    """Keep the answer and show it beneath the prompt."""
    given = pressed(update, AnswerPrompt)
    offer = await answer(
        context.database,
        context.viewer,
        given.practice_id,
        given.outcome,
        context.now,
        given.choice,
    )
    await acknowledge(update, context.t.plain("prompt.kept"))
    await show(update, context, views.prompt(offer, context.t))


async def typed_sentence(update: Update, context: Context, practice_id: int, text: str) -> None:
    """Take a typed sentence as the answer to the open prompt."""
    offer = await answer_in_words(context.database, context.viewer, practice_id, text, context.now)
    match offer.prompt.format:
        case PromptFormat.ASK:
            await show(update, context, Screen(context.t("prompt.choose_instead")))
            await show(update, context, views.prompt(offer, context.t))
        case PromptFormat.RECALL:
            await show(update, context, views.prompt(offer, context.t, Face.CARD))
        case _:
            await show(update, context, Screen(context.t("prompt.sentence_kept")))
