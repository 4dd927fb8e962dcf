"""HR's schedules: looked at, changed page by page in a draft, saved after a preview."""

import re
from datetime import date, time

from telegram import Update

from bot.callbacks.lists import Listing
from bot.callbacks.schedules import (
    AskText,
    ClearDay,
    Edge,
    EditSchedule,
    NewSchedule,
    Page,
    PauseSchedule,
    SetAudience,
    SetEvery,
    SetOwnSlot,
    SetRole,
    SetTime,
    SetWindow,
    ShowSchedule,
    ToggleDay,
)
from bot.chat.context import Context
from bot.chat.pressed import pressed
from bot.chat.room import Room, Typed
from bot.chat.showing import acknowledge, send, show
from bot.command import Command
from bot.screen import Screen
from bot.typed import time_of
from bot.views.schedules import editor as views
from coaching.errors import CoachingError, Code
from coaching.rules.access import Action
from coaching.schedules import editor
from coaching.schedules.editor import PreviewedSchedule

TYPED_DAY = re.compile(r"^\s*(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{4})\s*$")
TYPED_ISO_DAY = re.compile(r"^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$")
QUESTION_OF = {
    Edge.FIRST: editor.QUESTION_FIRST,
    Edge.LAST: editor.QUESTION_LAST,
}
WITHOUT_QUESTION = {
    Page.DAYS: views.days,
    Page.WINDOW: views.windows,
    Page.EVERY: views.every,
    Page.SPAN: views.span,
}
TYPED_NONE = ("-", "–", "—")


async def schedules(update: Update, context: Context, page: int = 0) -> None:
    """List the schedules."""
    shown = await editor.overview(context.database, context.viewer)
    await _turn(update, context, views.overview(shown, page, context.t))


async def press_show(update: Update, context: Context) -> None:
    """Show one schedule, or all."""
    chosen = pressed(update, ShowSchedule).schedule_id
    if chosen is None:
        await schedules(update, context)
        return
    shown = await editor.look_at(context.database, context.viewer, chosen, context.now)
    await _turn(update, context, views.one(shown, context.t))


async def press_new(update: Update, context: Context) -> None:
    """Ask for the kind of a new schedule, then open its draft."""
    kind = pressed(update, NewSchedule).kind
    if kind is None:
        await editor.overview(context.database, context.viewer)
        used = context.viewer.points_used
        await _turn(update, context, views.choose_kind(context.t, points_used=used))
        return
    shown = await editor.draft_new(
        context.database, context.viewer, kind, context.now, _screen(update)
    )
    await _turn(update, context, views.draft(shown, context.t))


async def press_pause(update: Update, context: Context) -> None:
    """Stop a schedule or let it run."""
    wanted = pressed(update, PauseSchedule)
    shown = await editor.set_paused(
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
            begun = await editor.draft_change(
                database, viewer, wanted.schedule_id or 0, now, _screen(update)
            )
            screen = views.draft(begun, t)
        case Page.SAVE:
            screen = views.saved(await editor.save(database, viewer, now), t)
        case Page.DROP:
            await editor.drop(database, viewer)
            screen = views.overview(await editor.overview(database, viewer), 0, t)
        case page:
            screen = await _page(context, page)
    await _turn(update, context, screen)


async def press_day(update: Update, context: Context) -> None:
    """Put a weekday into the draft or take it out."""
    day = pressed(update, ToggleDay).day
    await _check_screen(update, context)
    shown = await editor.toggle_day(context.database, context.viewer, day, context.now)
    await _turn(update, context, views.days(shown, context.t))


async def press_time(update: Update, context: Context) -> None:
    """Give the draft a time."""
    minutes = pressed(update, SetTime).minutes
    await _check_screen(update, context)
    at = _time(minutes // 60, minutes % 60)
    shown = await editor.set_time(context.database, context.viewer, at, context.now)
    await _turn(update, context, views.draft(shown, context.t))


async def press_window(update: Update, context: Context) -> None:
    """Say how long the draft's message stays useful."""
    minutes = pressed(update, SetWindow).minutes
    await _check_screen(update, context)
    shown = await editor.set_window(context.database, context.viewer, minutes, context.now)
    await _turn(update, context, views.draft(shown, context.t))


async def press_every(update: Update, context: Context) -> None:
    """Say how often the draft comes."""
    weeks = pressed(update, SetEvery).weeks
    await _check_screen(update, context)
    shown = await editor.set_every_weeks(context.database, context.viewer, weeks, context.now)
    await _turn(update, context, views.draft(shown, context.t))


async def press_audience(update: Update, context: Context) -> None:
    """Say whom the draft is for."""
    chosen = pressed(update, SetAudience)
    await _check_screen(update, context)
    shown = await editor.set_audience(
        context.database, context.viewer, chosen.unit_id, chosen.team_id, context.now
    )
    several = len(editor.roles_of(shown.draft.kind)) > 1
    screen = views.roles(shown, context.t) if several else views.draft(shown, context.t)
    await _turn(update, context, screen)


async def press_role(update: Update, context: Context) -> None:
    """Say for which role of its audience the draft is."""
    role = pressed(update, SetRole).role
    await _check_screen(update, context)
    shown = await editor.set_role(context.database, context.viewer, role, context.now)
    await _turn(update, context, views.draft(shown, context.t))


async def press_own_slot(update: Update, context: Context) -> None:
    """Let people's own time of day take the place of the draft's, or not."""
    own = bool(pressed(update, SetOwnSlot).own)
    await _check_screen(update, context)
    await editor.set_own_slot(context.database, context.viewer, own=own, now=context.now)
    await _turn(update, context, await _page(context, Page.TIME))


async def press_clear_day(update: Update, context: Context) -> None:
    """Let the draft have no first or no last day."""
    edge = pressed(update, ClearDay).edge
    await _check_screen(update, context)
    shown = await _with_day(context, edge, None)
    await _turn(update, context, views.span(shown, context.t))


async def press_text(update: Update, context: Context) -> None:
    """Ask for the champion's message in a language."""
    language = pressed(update, AskText).language
    await _check_screen(update, context)
    await _turn(update, context, await _text_page(context, language))


async def choose_audience(update: Update, context: Context, page: int) -> None:
    """Show another page of those whom the draft can be for."""
    await _check_screen(update, context)
    shown = await editor.current_draft(context.database, context.viewer, context.now)
    choices = await editor.audiences(context.database, context.viewer)
    await _turn(update, context, views.audience(shown, choices, page, context.t))


async def typed_time(_: Update, context: Context, typed: Typed) -> None:
    """Take a typed time such as 9:15 for the draft; raises TIME_INVALID."""
    at = time_of(typed.text)
    shown = await editor.set_time(context.database, context.viewer, at, context.now)
    await _go_on(context, views.draft(shown, context.t))


async def typed_first_day(_: Update, context: Context, typed: Typed) -> None:
    """Take the first day that was typed."""
    await _typed_day(context, Edge.FIRST, typed.text)


async def typed_last_day(_: Update, context: Context, typed: Typed) -> None:
    """Take the last day that was typed."""
    await _typed_day(context, Edge.LAST, typed.text)


async def _typed_day(context: Context, edge: Edge, text: str) -> None:
    """Take a typed day such as 1.3.2027, or - for none; raises DATE_INVALID."""
    day = None if text.strip() in TYPED_NONE else _day(text)
    shown = await _with_day(context, edge, day)
    await _go_on(context, views.span(shown, context.t))


async def typed_message(_: Update, context: Context, typed: Typed) -> None:
    """Take the champion's message in a language, and ask for the next one that is missing."""
    shown = await editor.set_text(
        context.database,
        context.viewer,
        typed.data["language"],
        typed.text,
        context.now,
        anyway=typed.anyway,
    )
    following = _missing(context, shown)
    await _go_on(context, views.texts(shown, context.viewer.languages, following, context.t))
    if following is not None:
        await editor.ask(
            context.database, context.viewer, editor.QUESTION_TEXT, language=following
        )


def _screen(update: Update) -> int:
    return update.effective_message.message_id if update.effective_message else 0


async def _check_screen(update: Update, context: Context) -> None:
    await editor.check_screen(context.database, context.viewer, _screen(update))


async def _go_on(context: Context, screen: Screen) -> None:
    """Show the draft below what was typed, and let older screens of it rest."""
    sent = await send(context.bot, context.viewer.telegram_id, screen)
    await editor.move_to_screen(context.database, context.viewer, sent.message_id, context.now)


async def _with_day(context: Context, edge: Edge, day: date | None) -> PreviewedSchedule:
    draft = (await editor.current_draft(context.database, context.viewer, context.now)).draft
    first, last = (day, draft.last) if edge is Edge.FIRST else (draft.first, day)
    return await editor.set_days(context.database, context.viewer, first, last, context.now)


def _missing(context: Context, shown: PreviewedSchedule) -> str | None:
    return next((each for each in context.viewer.languages if each not in shown.draft.texts), None)


async def _text_page(context: Context, language: str | None) -> Screen:
    """Ask for the message in a language; without one only show what is there."""
    shown = await editor.current_draft(context.database, context.viewer, context.now)
    if language is not None:
        await editor.ask(context.database, context.viewer, editor.QUESTION_TEXT, language=language)
    return views.texts(shown, context.viewer.languages, language, context.t)


async def _page(context: Context, page: Page) -> Screen:
    shown = await editor.current_draft(context.database, context.viewer, context.now)
    match page:
        case Page.TIME:
            await editor.ask(context.database, context.viewer, editor.QUESTION_TIME)
            return views.times(shown, context.t)
        case Page.FIRST | Page.LAST:
            edge = Edge(page.value)
            await editor.ask(context.database, context.viewer, QUESTION_OF[edge])
            return views.edge(shown, edge, context.t)
        case Page.TEXT:
            return await _text_page(context, _missing(context, shown))
        case Page.AUDIENCE:
            choices = await editor.audiences(context.database, context.viewer)
            return views.audience(shown, choices, 0, context.t)
        case _:
            return WITHOUT_QUESTION.get(page, views.draft)(shown, context.t)


async def _turn(update: Update, context: Context, screen: Screen) -> None:
    await acknowledge(update)
    await show(update, context, screen)


def _day(text: str) -> date:
    if found := TYPED_ISO_DAY.match(text):
        year, month, day = found.groups()
    elif found := TYPED_DAY.match(text):
        day, month, year = found.groups()
    else:
        raise CoachingError(Code.DATE_INVALID)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise CoachingError(Code.DATE_INVALID) from None


def _time(hour: int, minute: int) -> time:
    try:
        return time(hour, minute)
    except ValueError:
        raise CoachingError(Code.TIME_INVALID) from None


ROOM = Room(
    commands={
        Command("schedules", Action.CONFIGURE_SCHEDULES, rank=11): schedules,
    },
    presses={
        ShowSchedule: press_show,
        NewSchedule: press_new,
        PauseSchedule: press_pause,
        EditSchedule: press_edit,
        ToggleDay: press_day,
        SetTime: press_time,
        SetWindow: press_window,
        SetEvery: press_every,
        SetAudience: press_audience,
        SetRole: press_role,
        SetOwnSlot: press_own_slot,
        ClearDay: press_clear_day,
        AskText: press_text,
    },
    typed={
        editor.QUESTION_TIME: typed_time,
        editor.QUESTION_FIRST: typed_first_day,
        editor.QUESTION_LAST: typed_last_day,
    },
    kept_as_typed={
        editor.QUESTION_TEXT: typed_message,
    },
    lists={
        Listing.AUDIENCES: choose_audience,
        Listing.SCHEDULES: schedules,
    },
)
