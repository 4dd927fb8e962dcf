"""HR's working times: of the organisation and of each unit, changed page by page."""

import re
from collections.abc import Mapping
from datetime import time

from telegram import Update

from bot.callbacks import (
    ChooseZone,
    ResetSite,
    SetWorkday,
    ShowSite,
    SitePage,
    WorkHolidays,
    WorkInShifts,
)
from bot.context import Context
from bot.pressed import pressed
from bot.screen import Screen, acknowledge, show
from bot.views import working_times as views
from coaching import working_times
from coaching.errors import CoachingError, Code
from coaching.own_time import zones_like
from coaching.working_times import Site

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
    await _turn(update, context, views.overview(sites, page, context.t))


async def press_show(update: Update, context: Context) -> None:
    """Show a page of a site; where something can be typed, the next text answers it."""
    wanted = pressed(update, ShowSite)
    site = await working_times.site(context.database, context.viewer, wanted.unit_id, context.now)
    if question := QUESTIONS.get(wanted.page):
        await working_times.ask(context.database, context.viewer, question, wanted.unit_id)
    match wanted.page:
        case SitePage.DAYS:
            screen = views.days(site, context.t)
        case SitePage.HOURS:
            screen = views.hours(site, context.t)
        case SitePage.HOLIDAYS:
            screen = views.holidays(site, context.t)
        case SitePage.ZONE:
            screen = views.zone(site, context.t)
        case _:
            screen = views.one(site, context.viewer.local_day(context.now), context.t)
    await _turn(update, context, screen)


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
    await _turn(update, context, views.days(site, context.t))


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


async def typed_setting(
    update: Update, context: Context, question: str, unit_id: int | None, text: str
) -> None:
    """Take typed hours, a country or a zone for a site."""
    if question == working_times.QUESTION_HOURS:
        opens, closes = _hours(text)
        await _change(update, context, unit_id, opens=opens, closes=closes)
    elif question == working_times.QUESTION_COUNTRY:
        country, region = working_times.country_and_region(text)
        await _change(update, context, unit_id, country=country, region=region)
    else:
        await _typed_zone(update, context, unit_id, text)


async def _typed_zone(update: Update, context: Context, unit_id: int | None, text: str) -> None:
    """Set the zone that is meant, or let HR choose among several."""
    found = zones_like(text)
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
    await _turn(update, context, _changed(site, context))


def _changed(site: Site, context: Context) -> Screen:
    return views.changed(site, context.viewer.local_day(context.now), context.t)


async def _turn(update: Update, context: Context, screen: Screen) -> None:
    await acknowledge(update)
    await show(update, context, screen)


def _hours(text: str) -> tuple[time, time]:
    found = TYPED_HOURS.fullmatch(text.strip())
    try:
        if found:
            opens, past, closes, over = (int(digits or 0) for digits in found.groups())
            return time(opens, past), time(closes, over)
    except ValueError:
        pass
    raise CoachingError(Code.HOURS_INVALID)
