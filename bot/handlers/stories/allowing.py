"""HR's word on stories: /stories switches them on, shows one at a time, and decides."""

from telegram import Update

from bot.callbacks.stories import (
    AllowStory,
    DeclineStory,
    ReadStory,
    ShowStories,
    SwitchStories,
)
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import show, turn_to
from bot.command import Command
from bot.views.stories import allowing as views
from coaching.rules.access import Action
from coaching.stories import allowing


async def stories(update: Update, context: Context) -> None:
    """Show how things stand with stories."""
    desk = await allowing.desk_of(context.database, context.viewer, context.now)
    await show(update, context, views.desk(desk, context.t))


async def press_desk(update: Update, context: Context) -> None:
    """Show it in the place of a story."""
    pressed(update, ShowStories)
    desk = await allowing.desk_of(context.database, context.viewer, context.now)
    await turn_to(update, context, views.desk(desk, context.t))


async def press_switch(update: Update, context: Context) -> None:
    """Let stories be told, or not any more."""
    used = pressed(update, SwitchStories).used == 1
    desk = await allowing.switch(context.database, context.viewer, context.now, used=used)
    await turn_to(update, context, views.desk(desk, context.t))


async def press_read(update: Update, context: Context) -> None:
    """Show a story by its place."""
    wanted = pressed(update, ReadStory)
    about, allowed = (wanted.number, context.now), wanted.allowed == 1
    seen = await allowing.read(context.database, context.viewer, *about, allowed=allowed)
    await turn_to(update, context, views.story(seen, wanted.number, context.t, allowed=allowed))


async def press_allow(update: Update, context: Context) -> None:
    """Ask what a story is about, or allow it."""
    wanted = pressed(update, AllowStory)
    if wanted.dimension is None:
        seen = await allowing.look_at(
            context.database, context.viewer, wanted.story_id, context.now
        )
        await turn_to(update, context, views.choose_theme(seen, context.t))
        return
    about = (wanted.story_id, wanted.dimension, context.now)
    desk = await allowing.allow(context.database, context.viewer, *about)
    await turn_to(update, context, views.desk(desk, context.t), context.t.plain("prompt.kept"))


async def press_decline(update: Update, context: Context) -> None:
    """Ask for the reason, or let nobody read a story."""
    wanted = pressed(update, DeclineStory)
    if wanted.reason is None:
        seen = await allowing.look_at(
            context.database, context.viewer, wanted.story_id, context.now
        )
        await turn_to(update, context, views.choose_reason(seen, context.t))
        return
    about = (wanted.story_id, wanted.reason, context.now)
    desk = await allowing.decline(context.database, context.viewer, *about)
    await turn_to(update, context, views.desk(desk, context.t), context.t.plain("prompt.kept"))


ROOM = Room(
    commands={
        Command("stories", Action.ALLOW_STORIES, rank=18): stories,
    },
    presses={
        ShowStories: press_desk,
        SwitchStories: press_switch,
        ReadStory: press_read,
        AllowStory: press_allow,
        DeclineStory: press_decline,
    },
)
