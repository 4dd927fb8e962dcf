"""What all prompts follow: HR's /theme."""

from telegram import Update

from bot.callbacks.practice import AskWhy, SetTheme, SetWord, ShowTheme, ThemePage
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import acknowledge, show
from bot.command import Command
from bot.views.practice import theme as views
from coaching.practice import theme as steering
from coaching.rules.access import Action


async def theme(update: Update, context: Context) -> None:
    """Show theme, Why and the word for customer."""
    await _show(update, context, ThemePage.ALL)


async def press_page(update: Update, context: Context) -> None:
    """Show a page of it."""
    await _show(update, context, pressed(update, ShowTheme).page)


async def press_theme(update: Update, context: Context) -> None:
    """Set the quarter's theme."""
    wanted = pressed(update, SetTheme).dimension
    await steering.set_theme(context.database, context.viewer, wanted, context.now)
    await _show(update, context, ThemePage.ALL)


async def press_word(update: Update, context: Context) -> None:
    """Set the word for customer."""
    wanted = pressed(update, SetWord).word
    await steering.set_word(context.database, context.viewer, wanted, context.now)
    await _show(update, context, ThemePage.ALL)


async def press_ask_why(update: Update, context: Context) -> None:
    """Ask for the Why in a language."""
    language = pressed(update, AskWhy).language
    await steering.ask_why(context.database, context.viewer, language)
    await acknowledge(update)
    await show(update, context, views.ask_why(language, context.t))


async def typed_why(update: Update, context: Context, typed: Typed) -> None:
    """Keep the Why."""
    await steering.set_why(
        context.database,
        context.viewer,
        typed.data["language"],
        typed.text,
        context.now,
        anyway=typed.anyway,
    )
    await _show(update, context, ThemePage.ALL)


async def _show(update: Update, context: Context, page: ThemePage) -> None:
    found = await steering.steering_of(context.database, context.viewer)
    await acknowledge(update)
    await show(update, context, views.theme(found, page, context.viewer.languages, context.t))


ROOM = Room(
    commands={
        Command("theme", Action.SET_THEME, rank=16): theme,
    },
    presses={
        ShowTheme: press_page,
        SetTheme: press_theme,
        SetWord: press_word,
        AskWhy: press_ask_why,
    },
    kept_as_typed={
        steering.QUESTION_WHY: typed_why,
    },
)
