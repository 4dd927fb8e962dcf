"""One's own switches and what everybody may read: /pause, /privacy, /help."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from telegram import Update

from bot.callbacks.people import AskBreak, BeginBreak, GoOn, Resume
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import show, turn_to
from bot.command import Command, commands_for
from bot.i18n import Html, Translator, lines
from bot.screen import Screen
from bot.typed import days_of
from bot.views.people import preferences as views
from bot.views.people.joining import privacy_in_full
from coaching.people.preferences import (
    QUESTION_BREAK,
    Break,
    ask_days,
    breaks,
    pause,
    resume,
)
from coaching.rules.access import Action, Role, may

OF_ONES_OWN = {"plan", "focus", "slot", "shifts", "pause", "language", "mydata", "privacy"}


async def show_breaks(update: Update, context: Context) -> None:
    """Show one's breaks, and let one begin by one press; no reason is asked."""
    known = await breaks(context.database, context.viewer, context.now)
    await _show_breaks(update, context, known)


async def press_break(update: Update, context: Context) -> None:
    """Begin a break of some days, or give the one that goes on that end."""
    days = pressed(update, BeginBreak).days
    today = context.viewer.local_day(context.now)
    until = None if days is None else today + timedelta(days=int(days))
    known = await pause(context.database, context.viewer, context.now, until=until)
    await _show_breaks(update, context, known)


async def press_choose_days(update: Update, context: Context) -> None:
    """Ask for the days of a break."""
    pressed(update, AskBreak)
    known = await ask_days(context.database, context.viewer, context.now)
    today = context.viewer.local_day(context.now)
    await turn_to(update, context, views.ask_days(known, today, context.t))


async def typed_days(update: Update, context: Context, typed: Typed) -> None:
    """Take typed days such as 22.12.-6.1."""
    first, last = days_of(typed.text, context.viewer.local_day(context.now))
    until = last + timedelta(days=1)
    known = await pause(context.database, context.viewer, context.now, first, until)
    await _show_breaks(update, context, known)


async def press_resume(update: Update, context: Context) -> None:
    """End the break that goes on, or call off a planned one."""
    planned = pressed(update, Resume).planned
    known = await resume(context.database, context.viewer, context.now, planned)
    await _show_breaks(update, context, known, back=planned is None)


async def press_go_on(update: Update, context: Context) -> None:
    """Go on: having pressed is the sign of life that ends the silence, but no break."""
    pressed(update, GoOn)
    known = await breaks(context.database, context.viewer, context.now)
    if known:
        await _show_breaks(update, context, known)
        return
    await turn_to(update, context, Screen(context.t("breaks.silence.thanks")))


async def _show_breaks(
    update: Update, context: Context, known: Sequence[Break], *, back: bool = False
) -> None:
    earns = context.viewer.points_used and may(context.viewer.standing, Action.PRACTISE)
    today = context.viewer.local_day(context.now)
    await turn_to(update, context, views.breaks(known, today, context.t, earns=earns, back=back))


async def privacy(update: Update, context: Context) -> None:
    """Show again who sees what, where confidentiality ends, and whom to ask."""
    contact = context.bot_data.privacy_contact
    await show(update, context, privacy_in_full(context.viewer, contact, context.t))


async def help_(update: Update, context: Context) -> None:
    """List what the person can do here."""
    theirs = commands_for(context.viewer, context.bot_data.commands)
    listed = _listed(theirs, context.t)
    await show(update, context, Screen(context.t("help.text", commands=listed)))


async def me(update: Update, context: Context) -> None:
    """List what is one's own: breaks, times, what prompts follow, data."""
    theirs = commands_for(context.viewer, context.bot_data.commands)
    listed = _listed((c for c in theirs if c.name in OF_ONES_OWN), context.t)
    await show(update, context, Screen(context.t("me.text", commands=listed)))


def _listed(commands: Iterable[Command], t: Translator) -> Html:
    return lines(
        t("help.command", name=c.name, says=t.plain(f"command.{c.name}")) for c in commands
    )


ROOM = Room(
    commands={
        Command("me", Action.SET_OWN_PREFERENCES, rank=22, first=frozenset(Role)): me,
        Command("pause", Action.SET_OWN_PREFERENCES, rank=25): show_breaks,
        Command("privacy", Action.OWN_DATA, rank=28): privacy,
        Command(
            "help", Action.OWN_DATA, rank=31, first=frozenset({Role.STAFF, Role.LEAD, Role.HR})
        ): help_,
    },
    presses={
        BeginBreak: press_break,
        GoOn: press_go_on,
        Resume: press_resume,
        AskBreak: press_choose_days,
    },
    typed={
        QUESTION_BREAK: typed_days,
    },
)
