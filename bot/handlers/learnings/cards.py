"""Learnings: /share previews a text and shares it, /learnings shows one card at a time."""

from telegram import Update

from bot.callbacks.learnings import (
    DropLearning,
    ShareLearning,
    ShowLearning,
    TryLearning,
    WithdrawLearning,
)
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import acknowledge, show, turn_to
from bot.command import Command
from bot.screen import Screen
from bot.views.learnings import cards as views
from coaching.learnings import cards
from coaching.learnings.cards import LearningCard
from coaching.rules.access import Action, Role


async def share(update: Update, context: Context) -> None:
    """Ask for a learning to be typed."""
    await cards.begin(context.database, context.viewer)
    await show(update, context, views.ask(context.t))


async def typed_learning(update: Update, context: Context, typed: Typed) -> None:
    """Show the text as the other teams would see it, and ask what shall become of it."""
    draft = await cards.preview(context.database, context.viewer, typed.text, anyway=typed.anyway)
    await show(update, context, views.preview(draft, context.t))


async def press_share(update: Update, context: Context) -> None:
    """Share the previewed text."""
    wanted = pressed(update, ShareLearning)
    await cards.share(
        context.database, context.viewer, wanted.draft, context.now, named=wanted.named == 1
    )
    await turn_to(update, context, views.shared(context.t))


async def press_drop(update: Update, context: Context) -> None:
    """Forget the previewed text."""
    await cards.drop(
        context.database, context.viewer, pressed(update, DropLearning).draft, context.now
    )
    await turn_to(update, context, Screen(context.t("learnings.dropped")))


async def learnings(update: Update, context: Context) -> None:
    """Show the newest learning."""
    await _browse(update, context, 0)


async def press_show(update: Update, context: Context) -> None:
    """Show the learning at the wanted place."""
    await _browse(update, context, pressed(update, ShowLearning).number)


async def press_try(update: Update, context: Context) -> None:
    """Keep that one's team tried it too."""
    wanted = pressed(update, TryLearning)
    about = (wanted.learning_id, context.now, wanted.number)
    card = await cards.tried(context.database, context.viewer, *about)
    await _show(update, context, card, wanted.number, context.t.plain("prompt.kept"))


async def press_withdraw(update: Update, context: Context) -> None:
    """Take one's own learning back and show the one that moved into its place."""
    wanted = pressed(update, WithdrawLearning)
    about = (wanted.learning_id, context.now, wanted.number)
    card = await cards.withdraw(context.database, context.viewer, *about)
    await _show(update, context, card, wanted.number, context.t.plain("learnings.withdrawn"))


async def _browse(update: Update, context: Context, number: int) -> None:
    card = await cards.browse(context.database, context.viewer, number, context.now)
    await _show(update, context, card, number)


async def _show(
    update: Update,
    context: Context,
    card: LearningCard | None,
    number: int,
    notice: str | None = None,
) -> None:
    await acknowledge(update, notice)
    await show(update, context, views.card(card, number, context.t))


ROOM = Room(
    commands={
        Command("share", Action.SHARE, rank=7, first=frozenset({Role.STAFF, Role.LEAD})): share,
        Command("learnings", Action.SHARE, rank=8): learnings,
    },
    presses={
        ShareLearning: press_share,
        DropLearning: press_drop,
        ShowLearning: press_show,
        TryLearning: press_try,
        WithdrawLearning: press_withdraw,
    },
    kept_as_typed={
        cards.QUESTION: typed_learning,
    },
)
