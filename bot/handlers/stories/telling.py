"""Stories of people who were helped: /story previews a text and hands it in."""

from telegram import Update

from bot.callbacks.stories import DropStory, HandInStory
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import show, turn_to
from bot.command import Command
from bot.screen import Screen
from bot.views.stories import telling as views
from coaching.rules.access import Action
from coaching.stories import telling


async def story(update: Update, context: Context) -> None:
    """Ask for a story to be typed."""
    told = await telling.begin(context.database, context.viewer, context.now)
    await show(update, context, views.ask(told, context.t))


async def typed_story(update: Update, context: Context, typed: Typed) -> None:
    """Show the text as colleagues would read it, and ask what shall become of it."""
    about = (typed.text, context.now)
    draft = await telling.preview(context.database, context.viewer, *about, anyway=typed.anyway)
    await show(update, context, views.preview(draft, context.t))


async def press_hand_in(update: Update, context: Context) -> None:
    """Hand the previewed story in."""
    key = pressed(update, HandInStory).draft
    await telling.hand_in(context.database, context.viewer, key, context.now)
    await turn_to(update, context, views.handed_in(context.t))


async def press_drop(update: Update, context: Context) -> None:
    """Forget the previewed story."""
    await telling.drop(context.database, context.viewer, pressed(update, DropStory).draft)
    await turn_to(update, context, Screen(context.t("stories.dropped")))


ROOM = Room(
    commands={
        Command("story", Action.TELL_STORIES, rank=9, needs_stories=True): story,
    },
    presses={
        HandInStory: press_hand_in,
        DropStory: press_drop,
    },
    kept_as_typed={
        telling.QUESTION: typed_story,
    },
)
