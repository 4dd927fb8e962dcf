"""One's own switches and what everybody may read: /pause, /privacy, /help."""

from telegram import Update

from bot.callbacks import Resume
from bot.commands import commands_for
from bot.context import Context
from bot.pressed import pressed
from bot.screen import Button, Screen, acknowledge, show
from bot.views.joining import who_sees_what
from coaching.preferences import pause, resume
from coaching.rules.access import Action, may


async def press_resume(update: Update, context: Context) -> None:
    """End the pause."""
    pressed(update, Resume)
    context.viewer = await resume(context.database, context.viewer, context.now)
    await acknowledge(update)
    await show(update, context, Screen(context.t("pause.over")))


async def start_pause(update: Update, context: Context) -> None:
    """Stop all messages begun by the bot; no reason is asked."""
    context.viewer = await pause(context.database, context.viewer, context.now)
    back = Button(context.t.plain("pause.resume"), Resume())
    earns = context.viewer.points_used and may(context.viewer.standing, Action.PRACTISE)
    key = "pause.begun" if earns else "pause.begun_plain"
    await show(update, context, Screen(context.t(key), [[back]]))


async def privacy(update: Update, context: Context) -> None:
    """Show again who sees what."""
    await show(update, context, Screen(who_sees_what(context.viewer, context.t)))


async def help_(update: Update, context: Context) -> None:
    """List what the person can do here."""
    listed = "\n".join(
        f"/{command.name} – {context.t.plain(f'command.{command.name}')}"
        for command in commands_for(context.viewer)
    )
    await show(update, context, Screen(context.t("help.text", commands=listed)))
