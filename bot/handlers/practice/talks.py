"""Prompts: one now by /prompt, talked through by buttons, numbers and sentences."""

from telegram import Update

from bot.callbacks.practice import AnswerPrompt, Face, TurnPrompt
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import send, show, turn_to
from bot.command import Command
from bot.i18n import Translator
from bot.screen import Screen
from bot.views.practice import talks as views
from bot.views.practice.asides import aside
from bot.views.practice.labels import labels
from bot.views.practice.telling import no_plan
from bot.views.small_talk import small_talk
from coaching.practice.prompts import Offer, look_at, next_prompt, open_card
from coaching.practice.records import QUESTION, Taken
from coaching.practice.talks import Answered, answer, answer_typed, begin_again, take_up
from coaching.rules.access import Action, Role
from coaching.rules.small_talk import SmallTalk


async def prompt(update: Update, context: Context) -> None:
    """Show the open prompt, or a new one."""
    offer = await next_prompt(context.database, context.viewer, context.now)
    await show(update, context, views.prompt(offer, context.t))


async def press_turn(update: Update, context: Context) -> None:
    """Show another side of the prompt, begin it again, or go on with it."""
    wanted = pressed(update, TurnPrompt)
    offer = await _turned(context, wanted)
    screen = views.why(offer, context.t) if wanted.face is Face.WHY else None
    await turn_to(update, context, screen or views.prompt(offer, context.t))


async def press_answer(update: Update, context: Context) -> None:
    """Keep the answer and show what comes next; an old screen shows where the talk stands."""
    given = pressed(update, AnswerPrompt)
    about = (given.practice_id, given.step, given.code, context.now)
    answered = await answer(context.database, context.viewer, *about)
    key = "prompt.too_late" if answered.taken is Taken.TOO_LATE else "prompt.kept"
    await turn_to(update, context, views.prompt(answered.offer, context.t), context.t.plain(key))
    await _ask_beside(context, answered)


async def typed_answer(update: Update, context: Context, typed: Typed) -> None:
    """Take a typed number as its button, and anything else as the answer in words."""
    message = update.effective_message
    answered = await answer_typed(
        context.database,
        context.viewer,
        typed.data["practice"],
        typed.text,
        context.now,
        message.message_id if message else 0,
        labels(context.t),
        anyway=typed.anyway,
    )
    for screen in _answered(answered.offer, answered.taken, context.t):
        await show(update, context, screen)
    await _ask_beside(context, answered)


async def _ask_beside(context: Context, answered: Answered) -> None:
    """Ask a newcomer one thing about themselves, below what was answered."""
    if answered.aside is not None:
        screen = aside(answered.aside, context.t)
        await send(context.bot, context.viewer.telegram_id, screen)


def _answered(offer: Offer, taken: Taken, t: Translator) -> list[Screen]:
    """Show where the talk stands, or what is needed instead of the text."""
    shown = views.prompt(offer, t)
    match taken:
        case Taken.NO_BUTTON:
            return [Screen(t("follow_ups.choose"))]
        case Taken.TOO_LATE:
            return [Screen(t("prompt.too_late")), shown]
        case Taken.NO_WORDS:
            return [views.not_kept(offer, t), shown]
        case Taken.NO_PLAN:
            return [no_plan(offer, t)]
        case Taken.POLITE:
            return [small_talk(SmallTalk.OK, t)]
        case _:
            return [shown]


async def _turned(context: Context, wanted: TurnPrompt) -> Offer:
    match wanted.face:
        case Face.AGAIN:
            return await begin_again(
                context.database, context.viewer, wanted.practice_id, context.now
            )
        case Face.ON:
            return await take_up(context.database, context.viewer, wanted.practice_id, context.now)
        case Face.CARD:
            return await open_card(context.database, context.viewer, wanted.practice_id)
        case _:
            return await look_at(context.database, context.viewer, wanted.practice_id)


ROOM = Room(
    commands={
        Command(
            "prompt", Action.PRACTISE, rank=1, first=frozenset({Role.STAFF, Role.LEAD})
        ): prompt,
    },
    presses={
        TurnPrompt: press_turn,
        AnswerPrompt: press_answer,
    },
    kept_as_typed={
        QUESTION: typed_answer,
    },
)
