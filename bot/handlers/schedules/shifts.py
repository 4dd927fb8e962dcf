"""Own shifts: /shifts, where a unit works in shifts."""

from collections.abc import Sequence
from datetime import date, timedelta

from telegram import Update

from bot.callbacks.schedules import SetShift, ShowShifts
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import turn_to
from bot.command import Command
from bot.handlers.schedules.own_times import clock_of
from bot.typed import shift_of
from bot.views.schedules import shifts as views
from coaching.rules.access import Action
from coaching.schedules import own_times
from coaching.schedules.own_times import DayOfShifts


async def shifts(update: Update, context: Context) -> None:
    """Show the coming two weeks."""
    shown = await own_times.own_shifts(context.database, context.viewer, context.now)
    await _open(update, context, shown, None)


async def press_day(update: Update, context: Context) -> None:
    """Ask for the shift of a day, or show all days."""
    day = pressed(update, ShowShifts).day
    if day is None:
        await shifts(update, context)
        return
    shown = await own_times.open_day(context.database, context.viewer, day, context.now)
    await _open(update, context, shown, day)


async def press_shift(update: Update, context: Context) -> None:
    """Enter a shift or a day off, and go on to the next day."""
    wanted = pressed(update, SetShift)
    off = wanted.begins is None or wanted.ends is None
    span = None if off else (clock_of(wanted.begins or 0), clock_of(wanted.ends or 0))
    shown = await own_times.set_shift(
        context.database, context.viewer, wanted.day, span, context.now
    )
    await _go_on(update, context, shown, wanted.day)


async def typed_shift(update: Update, context: Context, typed: Typed) -> None:
    """Take a typed shift such as 21.30-7 for the day that is asked for."""
    on, span = date.fromisoformat(typed.data["day"]), shift_of(typed.text)
    shown = await own_times.set_shift(context.database, context.viewer, on, span, context.now)
    await _go_on(update, context, shown, on)


async def _go_on(
    update: Update, context: Context, shown: Sequence[DayOfShifts], done: date
) -> None:
    await _open(update, context, shown, done + timedelta(days=1), done)


async def _open(
    update: Update,
    context: Context,
    shown: Sequence[DayOfShifts],
    day: date | None,
    done: date | None = None,
) -> None:
    """Show the day that is asked for; all days if that one is over, or beyond the last."""
    wanted = next((each for each in shown if each.day == day), None)
    screen = views.overview(shown, context.t, done)
    if wanted is not None:
        screen = views.day(shown, wanted, context.t, done)
    await turn_to(update, context, screen)


ROOM = Room(
    commands={
        Command("shifts", Action.RECEIVE, rank=24, needs_shifts=True): shifts,
    },
    presses={
        ShowShifts: press_day,
        SetShift: press_shift,
    },
    typed={
        own_times.QUESTION_SHIFT: typed_shift,
    },
)
