"""HR's schedules: looked at, changed page by page in a draft, saved after a preview."""

import re
from datetime import time

from telegram import Update

from bot.callbacks import (
    EditSchedule,
    NewSchedule,
    Page,
    PauseSchedule,
    SetAudience,
    SetEvery,
    SetTime,
    SetWindow,
    ShowSchedule,
    ToggleDay,
)
from bot.context import Context
from bot.pressed import pressed
from bot.screen import Screen, acknowledge, send, show
from bot.views import schedules as views
from coaching import configuring
from coaching.errors import CoachingError, Code

TYPED_TIME = re.compile(r"^\s*(\d{1,2})\s*[.:,]?\s*(\d{2})?\s*$")


async def schedules(update: Update, context: Context, page: int = 0) -> None:
    """List the schedules."""
    shown = await configuring.overview(context.database, context.viewer, context.now)
    await _turn(update, context, views.overview(shown, page, context.t))


async def press_show(update: Update, context: Context) -> None:
    """Show one schedule, or all."""
    chosen = pressed(update, ShowSchedule).schedule_id
    if chosen is None:
        await schedules(update, context)
        return
    shown = await configuring.look_at(context.database, context.viewer, chosen, context.now)
    await _turn(update, context, views.one(shown, context.t))


async def press_new(update: Update, context: Context) -> None:
    """Ask for the kind of a new schedule, then open its draft."""
    kind = pressed(update, NewSchedule).kind
    if kind is None:
        await configuring.overview(context.database, context.viewer, context.now)
        used = context.viewer.points_used
        await _turn(update, context, views.choose_kind(context.t, points_used=used))
        return
    shown = await configuring.draft_new(
        context.database, context.viewer, kind, context.now, _screen(update)
    )
    await _turn(update, context, views.draft(shown, context.t))


async def press_pause(update: Update, context: Context) -> None:
    """Stop a schedule or let it run."""
    wanted = pressed(update, PauseSchedule)
    shown = await configuring.set_paused(
        context.database,
        context.viewer,
        wanted.schedule_id,
        context.now,
        paused=bool(wanted.paused),
    )
    await _turn(update, context, views.one(shown, context.t))


async def press_edit(update: Update, context: Context) -> None:
    """Open a page of the editor, save, or drop the draft."""
    wanted = pressed(update, EditSchedule)
    database, viewer, now, t = context.database, context.viewer, context.now, context.t
    if wanted.page is not Page.BEGIN:
        await _check_screen(update, context)
    match wanted.page:
        case Page.BEGIN:
            begun = await configuring.draft_change(
                database, viewer, wanted.schedule_id or 0, now, _screen(update)
            )
            screen = views.draft(begun, t)
        case Page.SAVE:
            screen = views.saved(await configuring.save(database, viewer, now), t)
        case Page.DROP:
            await configuring.drop(database, viewer)
            screen = views.overview(await configuring.overview(database, viewer, now), 0, t)
        case page:
            screen = await _page(context, page)
    await _turn(update, context, screen)


async def press_day(update: Update, context: Context) -> None:
    """Put a weekday into the draft or take it out."""
    day = pressed(update, ToggleDay).day
    await _check_screen(update, context)
    shown = await configuring.toggle_day(context.database, context.viewer, day, context.now)
    await _turn(update, context, views.days(shown, context.t))


async def press_time(update: Update, context: Context) -> None:
    """Give the draft a time."""
    minutes = pressed(update, SetTime).minutes
    await _check_screen(update, context)
    at = _time(minutes // 60, minutes % 60)
    shown = await configuring.set_time(context.database, context.viewer, at, context.now)
    await _turn(update, context, views.draft(shown, context.t))


async def press_window(update: Update, context: Context) -> None:
    """Say how long the draft's message stays useful."""
    minutes = pressed(update, SetWindow).minutes
    await _check_screen(update, context)
    shown = await configuring.set_window(context.database, context.viewer, minutes, context.now)
    await _turn(update, context, views.draft(shown, context.t))


async def press_every(update: Update, context: Context) -> None:
    """Say how often the draft comes."""
    weeks = pressed(update, SetEvery).weeks
    await _check_screen(update, context)
    shown = await configuring.set_every_weeks(context.database, context.viewer, weeks, context.now)
    await _turn(update, context, views.draft(shown, context.t))


async def press_audience(update: Update, context: Context) -> None:
    """Say whom the draft is for."""
    chosen = pressed(update, SetAudience)
    await _check_screen(update, context)
    shown = await configuring.set_audience(
        context.database, context.viewer, chosen.unit_id, chosen.team_id, context.now
    )
    await _turn(update, context, views.draft(shown, context.t))


async def choose_audience(update: Update, context: Context, page: int) -> None:
    """Show another page of those whom the draft can be for."""
    await _check_screen(update, context)
    shown = await configuring.current_draft(context.database, context.viewer, context.now)
    choices = await configuring.audiences(context.database, context.viewer)
    await _turn(update, context, views.audience(shown, choices, page, context.t))


async def typed_time(context: Context, text: str) -> None:
    """Take a typed time such as 9:15 for the draft; raises TIME_INVALID."""
    found = TYPED_TIME.match(text)
    if found is None:
        raise CoachingError(Code.TIME_INVALID)
    at = _time(int(found[1]), int(found[2] or 0))
    shown = await configuring.set_time(context.database, context.viewer, at, context.now)
    sent = await send(context.bot, context.viewer.telegram_id, views.draft(shown, context.t))
    await configuring.move_to_screen(
        context.database, context.viewer, sent.message_id, context.now
    )


def _screen(update: Update) -> int:
    return update.effective_message.message_id if update.effective_message else 0


async def _check_screen(update: Update, context: Context) -> None:
    await configuring.check_screen(context.database, context.viewer, _screen(update))


async def _page(context: Context, page: Page) -> Screen:
    shown = await configuring.current_draft(context.database, context.viewer, context.now)
    match page:
        case Page.DAYS:
            return views.days(shown, context.t)
        case Page.TIME:
            await configuring.ask_time(context.database, context.viewer)
            return views.times(shown, context.t)
        case Page.AUDIENCE:
            choices = await configuring.audiences(context.database, context.viewer)
            return views.audience(shown, choices, 0, context.t)
        case Page.WINDOW:
            return views.windows(shown, context.t)
        case Page.EVERY:
            return views.every(shown, context.t)
        case _:
            return views.draft(shown, context.t)


async def _turn(update: Update, context: Context, screen: Screen) -> None:
    await acknowledge(update)
    await show(update, context, screen)


def _time(hour: int, minute: int) -> time:
    try:
        return time(hour, minute)
    except ValueError:
        raise CoachingError(Code.TIME_INVALID) from None
