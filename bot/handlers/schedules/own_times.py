"""When messages reach somebody: /slot, the own time of day and the time zone."""

from datetime import time

from telegram import Update

from bot.callbacks.base import BadCallbackError
from bot.callbacks.schedules import OwnPage, SetOwnZone, SetSlot, ShowOwnTime
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import show, turn_to
from bot.command import Command
from bot.typed import time_of
from bot.views.schedules import own_times as views
from coaching.errors import CoachingError, Code
from coaching.rules.access import Action
from coaching.schedules import own_times

MOST_ZONES = 8


async def slot(update: Update, context: Context) -> None:
    """Show one's own time and zone, and let the person press or type a time."""
    asked = own_times.QUESTION_SLOT
    known = await own_times.ask(context.database, context.viewer, asked, context.now)
    await turn_to(update, context, views.slot(known, context.now, context.t))


async def press_page(update: Update, context: Context) -> None:
    """Open the page of the time or of the zone."""
    if pressed(update, ShowOwnTime).page is OwnPage.SLOT:
        await slot(update, context)
        return
    asked = own_times.QUESTION_ZONE
    known = await own_times.ask(context.database, context.viewer, asked, context.now)
    await turn_to(update, context, views.ask_zone(known, context.t))


async def press_slot(update: Update, context: Context) -> None:
    """Choose a time, or leave it to the schedules."""
    minutes = pressed(update, SetSlot).minutes
    await _set_slot(update, context, None if minutes is None else clock_of(minutes))


async def typed_slot(update: Update, context: Context, typed: Typed) -> None:
    """Take a typed time such as 9:15."""
    await _set_slot(update, context, time_of(typed.text))


async def press_zone(update: Update, context: Context) -> None:
    """Choose a zone, or go back to the unit's."""
    await _set_zone(update, context, pressed(update, SetOwnZone).zone)


async def typed_zone(update: Update, context: Context, typed: Typed) -> None:
    """Take a typed city or zone; of several that have the name one is chosen by a button."""
    found = own_times.zones_like(typed.text)
    if not found:
        raise CoachingError(Code.ZONE_UNKNOWN)
    if len(found) > 1:
        await show(update, context, views.choose_zone(found[:MOST_ZONES], context.t))
        return
    await _set_zone(update, context, found[0])


def clock_of(minutes: int) -> time:
    """Return the time of day that a button carries as minutes from midnight."""
    try:
        return time(minutes // 60, minutes % 60)
    except ValueError:
        raise BadCallbackError(SetSlot.prefix) from None


async def _set_slot(update: Update, context: Context, at: time | None) -> None:
    known = await own_times.set_slot(context.database, context.viewer, at, context.now)
    shown = views.saved if known.left_to_people else views.slot
    await turn_to(update, context, shown(known, context.now, context.t))


async def _set_zone(update: Update, context: Context, zone: str | None) -> None:
    known = await own_times.set_own_zone(context.database, context.viewer, zone, context.now)
    await turn_to(update, context, views.saved(known, context.now, context.t))


ROOM = Room(
    commands={
        Command("slot", Action.RECEIVE, rank=23): slot,
    },
    presses={
        ShowOwnTime: press_page,
        SetSlot: press_slot,
        SetOwnZone: press_zone,
    },
    typed={
        own_times.QUESTION_SLOT: typed_slot,
        own_times.QUESTION_ZONE: typed_zone,
    },
)
