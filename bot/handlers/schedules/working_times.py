"""HR's working times: of the organisation and of each unit, changed page by page."""

import re
from collections.abc import Mapping
from datetime import time

from telegram import Update

from bot.callbacks.lists import Listing
from bot.callbacks.schedules import (
    ChooseZone,
    ResetSite,
    SetWorkday,
    ShowSite,
    SitePage,
    WorkHolidays,
    WorkInShifts,
)
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import show, turn_to
from bot.command import Command
from bot.screen import Screen
from bot.views.schedules import working_times as views
from coaching.errors import CoachingError, Code
from coaching.rules.access import Action
from coaching.schedules import working_times
from coaching.schedules.own_times import zones_like
from coaching.schedules.working_times import Site

TYPED_HOURS = re.compile(
    r"(\d{1,2})(?:[.:](\d{2}))?\s*(?:-|–|—)\s*(\d{1,2})(?:[.:](\d{2}))?"  # 8-16, 7.30 – 17.00
)
QUESTIONS: Mapping[SitePage, str] = {
    SitePage.HOURS: working_times.QUESTION_HOURS,
    SitePage.HOLIDAYS: working_times.QUESTION_COUNTRY,
    SitePage.ZONE: working_times.QUESTION_ZONE,
}
UNSET: Mapping[SitePage, Mapping[str, None]] = {
    SitePage.DAYS: {"workdays": None},
    SitePage.HOURS: {"opens": None, "closes": None},
    SitePage.HOLIDAYS: {"country": None, "region": None},
    SitePage.ZONE: {"timezone": None},
}


async def calendar(update: Update, context: Context, page: int = 0) -> None:
    """List the organisation and its units."""
    sites = await working_times.sites(context.database, context.viewer, context.now)
    await turn_to(update, context, views.overview(sites, page, context.t))


async def press_show(update: Update, context: Context) -> None:
    """Show a page of a site; where something can be typed, the next text answers it."""
    wanted = pressed(update, ShowSite)
    args = (wanted.unit_id, context.now)
    if question := QUESTIONS.get(wanted.page):
        site = await working_times.ask(context.database, context.viewer, question, *args)
    else:
        site = await working_times.site(context.database, context.viewer, *args)
    match wanted.page:
        case SitePage.DAYS:
            screen = views.days(site, context.t)
        case SitePage.HOURS:
            screen = views.hours(site, context.t)
        case SitePage.HOLIDAYS:
            screen = views.holidays(site, context.t)
        case SitePage.ZONE:
            screen = views.zone(site, context.t)
        case SitePage.SHIFTS if site.unit_id is not None:
            screen = views.ask_shifts(site, context.t)
        case _:
            screen = views.one(site, context.viewer.local_day(context.now), context.t)
    await turn_to(update, context, screen)


async def press_day(update: Update, context: Context) -> None:
    """Make a weekday a working day, or not."""
    wanted = pressed(update, SetWorkday)
    site = await working_times.set_day(
        context.database,
        context.viewer,
        wanted.unit_id,
        wanted.day,
        context.now,
        works=bool(wanted.works),
    )
    await turn_to(update, context, views.days(site, context.t))


async def press_reset(update: Update, context: Context) -> None:
    """Let a unit be as the organisation again, or the organisation have no public holidays."""
    wanted = pressed(update, ResetSite)
    await _change(update, context, wanted.unit_id, **UNSET.get(wanted.page, {}))


async def press_zone(update: Update, context: Context) -> None:
    """Give a unit one of the zones that a typed name meant."""
    wanted = pressed(update, ChooseZone)
    await _change(update, context, wanted.unit_id, timezone=wanted.zone)


async def press_holidays(update: Update, context: Context) -> None:
    """Let a unit work on public holidays, or not."""
    wanted = pressed(update, WorkHolidays)
    await _change(update, context, wanted.unit_id, works_holidays=bool(wanted.on))


async def press_shifts(update: Update, context: Context) -> None:
    """Let a unit work in shifts, or not."""
    wanted = pressed(update, WorkInShifts)
    await _change(update, context, wanted.unit_id, in_shifts=bool(wanted.on))


async def typed_hours(update: Update, context: Context, typed: Typed) -> None:
    """Take typed hours such as 7-18 for a site."""
    opens, closes = _hours(typed.text)
    await _change(update, context, typed.data["unit"], opens=opens, closes=closes)


async def typed_country(update: Update, context: Context, typed: Typed) -> None:
    """Take a typed country, perhaps with its region, for a site."""
    country, region = working_times.country_and_region(typed.text)
    await _change(update, context, typed.data["unit"], country=country, region=region)


async def typed_zone(update: Update, context: Context, typed: Typed) -> None:
    """Set the zone that is meant, or let HR choose among several."""
    unit_id: int | None = typed.data["unit"]
    found = zones_like(typed.text)
    if not found:
        raise CoachingError(Code.ZONE_UNKNOWN)
    if len(found) == 1 or unit_id is None:
        await _change(update, context, unit_id, timezone=found[0])
        return
    await show(update, context, views.choose_zone(unit_id, found, context.t))


async def _change(update: Update, context: Context, unit_id: int | None, **values: object) -> None:
    site = await working_times.change(
        context.database, context.viewer, unit_id, context.now, **values
    )
    await turn_to(update, context, _changed(site, context))


def _changed(site: Site, context: Context) -> Screen:
    return views.changed(site, context.viewer.local_day(context.now), context.t)


def _hours(text: str) -> tuple[time, time]:
    found = TYPED_HOURS.fullmatch(text.strip())
    try:
        if found:
            opens, past, closes, over = (int(digits or 0) for digits in found.groups())
            return time(opens, past), time(closes, over)
    except ValueError:
        pass
    raise CoachingError(Code.HOURS_INVALID)


ROOM = Room(
    commands={
        Command("calendar", Action.SET_WORKING_TIMES, rank=19): calendar,
    },
    presses={
        ShowSite: press_show,
        SetWorkday: press_day,
        ResetSite: press_reset,
        ChooseZone: press_zone,
        WorkHolidays: press_holidays,
        WorkInShifts: press_shifts,
    },
    typed={
        working_times.QUESTION_HOURS: typed_hours,
        working_times.QUESTION_COUNTRY: typed_country,
        working_times.QUESTION_ZONE: typed_zone,
    },
    lists={
        Listing.SITES: calendar,
    },
)
