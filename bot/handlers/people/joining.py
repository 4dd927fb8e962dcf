"""Joining: /start with an invite, the language, the notice of who sees what."""

from telegram import Update

from bot.callbacks.people import AcceptNotice, ChooseLanguage, ShowNotice
from bot.chat.context import Context
from bot.chat.menu import set_menu
from bot.chat.pressed import pressed
from bot.chat.room import Room
from bot.chat.showing import acknowledge, send, show, turn_to
from bot.command import Command
from bot.screen import Screen
from bot.views.people import joining as views
from bot.views.practice import talks
from coaching.people.joining import choose_language, offered_place, open_invite
from coaching.practice.beginning import begin
from coaching.rules.access import Action


async def start(update: Update, context: Context) -> None:
    """Open the invite that came with /start, or greet a member again."""
    user = update.effective_user
    if user is None:
        return
    if context.args:
        args = (context.args[0], user.id, user.first_name, context.now, context.t.language)
        joining = await open_invite(context.database, *args)
        context.viewer = joining.viewer
        screen = views.first_screen(joining.viewer, joining.offered, context.t)
        await show(update, context, screen)
        return
    await set_menu(context, context.viewer, context.t)
    await show(update, context, Screen(context.t("start.again", name=context.viewer.first_name)))


async def language(update: Update, context: Context) -> None:
    """Offer the languages of the organisation."""
    await show(update, context, views.languages(context.viewer))


async def press_language(update: Update, context: Context) -> None:
    """Speak the chosen language; somebody who is joining reads the notice next."""
    chosen = pressed(update, ChooseLanguage).language
    joining = await choose_language(context.database, context.viewer, chosen)
    context.viewer = viewer = joining.viewer
    await acknowledge(update)
    if not viewer.enrolled:
        await show(update, context, views.notice(viewer, joining.offered, context.t))
        return
    await set_menu(context, viewer, context.t)
    await show(update, context, Screen(context.t("language.changed")))


async def press_page(update: Update, context: Context) -> None:
    """Show all of the notice, or go back to the step of joining."""
    viewer, contact = context.viewer, context.bot_data.privacy_contact
    if pressed(update, ShowNotice).full or viewer.enrolled:
        screen = views.whole_notice(viewer, contact, context.t)
    else:
        offered = await offered_place(context.database, viewer)
        screen = views.first_screen(viewer, offered, context.t)
    await turn_to(update, context, screen)


async def press_notice(update: Update, context: Context) -> None:
    """Enrol the person, say what happens next, and begin with a first prompt."""
    pressed(update, AcceptNotice)
    before = context.viewer
    begun = await begin(context.database, before, context.now)
    context.viewer = viewer = begun.joining.viewer
    if before.enrolled and begun.joining.offered is not None:
        screen = views.new_place(begun.joining.offered, context.t)
    else:
        screen = views.welcome(viewer, context.t, prompt=begun.prompt is not None)
    await turn_to(update, context, screen)
    if begun.prompt is not None:
        await send(context.bot, viewer.telegram_id, talks.prompt(begun.prompt, context.t))
    await set_menu(context, viewer, context.t)


ROOM = Room(
    commands={
        Command("start"): start,
        Command("language", Action.OWN_DATA, rank=26): language,
    },
    presses={
        ChooseLanguage: press_language,
        AcceptNotice: press_notice,
        ShowNotice: press_page,
    },
)
