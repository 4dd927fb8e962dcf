"""What all prompts follow: HR's /theme."""

from telegram import Update

from bot.callbacks.practice import AskWhy, SetTheme, SetWord, ShowTheme, ThemePage
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import turn_to
from bot.command import Command
from bot.views.practice import theme as views
from coaching.practice.theme import (
    QUESTION_WHY,
    Steering,
    ask_why,
    set_theme,
    set_why,
    set_word,
    steering_of,
)
from coaching.rules.access import Action


async def theme(update: Update, context: Context) -> None:
    """Show theme, Why and the word for customer."""
    await _show(update, context, await steering_of(context.database, context.viewer))


async def press_page(update: Update, context: Context) -> None:
    """Show a page of it."""
    page = pressed(update, ShowTheme).page
    await _show(update, context, await steering_of(context.database, context.viewer), page)


async def press_theme(update: Update, context: Context) -> None:
    """Set the quarter's theme."""
    wanted = pressed(update, SetTheme).dimension
    steering = await set_theme(context.database, context.viewer, wanted, context.now)
    await _show(update, context, steering)


async def press_word(update: Update, context: Context) -> None:
    """Set the word for customer."""
    wanted = pressed(update, SetWord).word
    steering = await set_word(context.database, context.viewer, wanted, context.now)
    await _show(update, context, steering)


async def press_ask_why(update: Update, context: Context) -> None:
    """Ask for the Why in a language."""
    language = pressed(update, AskWhy).language
    await ask_why(context.database, context.viewer, language)
    await turn_to(update, context, views.ask_why(language, context.t))


async def typed_why(update: Update, context: Context, typed: Typed) -> None:
    """Keep the Why."""
    steering = await set_why(
        context.database,
        context.viewer,
        typed.data["language"],
        typed.text,
        context.now,
        anyway=typed.anyway,
    )
    await _show(update, context, steering)


async def _show(
    update: Update, context: Context, steering: Steering, page: ThemePage = ThemePage.ALL
) -> None:
    await turn_to(
        update, context, views.theme(steering, page, context.viewer.languages, context.t)
    )


ROOM = Room(
    commands={
        Command("theme", Action.SET_THEME, rank=17): theme,
    },
    presses={
        ShowTheme: press_page,
        SetTheme: press_theme,
        SetWord: press_word,
        AskWhy: press_ask_why,
    },
    kept_as_typed={
        QUESTION_WHY: typed_why,
    },
)
