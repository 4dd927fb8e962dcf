"""Joining: /start with an invite, the language, the notice of who sees what."""

from telegram import Update

from bot.callbacks import AcceptNotice, ChooseLanguage
from bot.commands import set_menu
from bot.context import Context
from bot.pressed import pressed
from bot.screen import Screen, acknowledge, show
from bot.views import joining as views
from coaching.joining import accept_notice, choose_language, offered_place, open_invite


async def start(update: Update, context: Context) -> None:
    """Open the invite that came with /start, or greet a member again."""
    user = update.effective_user
    if user is None:
        return
    if context.args:
        context.viewer = await open_invite(
            context.database, context.args[0], user.id, user.first_name, context.now
        )
        offered = await offered_place(context.database, context.viewer)
        await show(update, context, views.first_screen(context.viewer, offered, context.t))
        return
    await set_menu(context.bot, context.viewer, context.t)
    await show(update, context, Screen(context.t("start.again", name=context.viewer.first_name)))


async def language(update: Update, context: Context) -> None:
    """Offer the languages of the organisation."""
    await show(update, context, views.languages(context.viewer))


async def press_language(update: Update, context: Context) -> None:
    """Speak the chosen language; somebody who is joining reads the notice next."""
    chosen = pressed(update, ChooseLanguage).language
    viewer = await choose_language(context.database, context.viewer, chosen)
    context.viewer = viewer
    await acknowledge(update)
    if not viewer.enrolled:
        offered = await offered_place(context.database, viewer)
        await show(update, context, views.notice(viewer, offered, context.t))
        return
    await set_menu(context.bot, viewer, context.t)
    await show(update, context, Screen(context.t("language.changed")))


async def press_notice(update: Update, context: Context) -> None:
    """Enrol the person and say what happens next."""
    pressed(update, AcceptNotice)
    before = context.viewer
    offered = await offered_place(context.database, before)
    viewer = await accept_notice(context.database, before, context.now)
    context.viewer = viewer
    await acknowledge(update)
    await set_menu(context.bot, viewer, context.t)
    again = before.enrolled and offered is not None
    screen = views.new_place(offered, context.t) if again else views.welcome(viewer, context.t)
    await show(update, context, screen)
