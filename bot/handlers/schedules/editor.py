"""HR's schedules: looked at, changed page by page in a draft, saved after a preview."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import time
from typing import Any, NamedTuple

from telegram import Update

from bot.callbacks.base import CallbackData
from bot.callbacks.lists import Listing
from bot.callbacks.schedules import (
    AskText,
    ClearDay,
    DeleteSchedule,
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
from bot.chat.room import Handler, Room, Typed
from bot.chat.showing import send, turn_to
from bot.command import Command
from bot.i18n import Translator
from bot.screen import Screen
from bot.typed import day_of, time_of
from bot.views.schedules import editor as views
from coaching.errors import CoachingError, Code
from coaching.people.identity import require
from coaching.people.search import part_of
from coaching.rules.access import Action, Role
from coaching.schedules import drafts, editor, saving
from coaching.schedules.shown import PreviewedSchedule

TYPED_NONE = ("-", "–", "—")
SET_DAY = {Edge.FIRST: editor.set_first_day, Edge.LAST: editor.set_last_day}

View = Callable[[PreviewedSchedule, Translator], Screen]


class Change(NamedTuple):
    """What a button changes in the draft: the use case, its values, the page that shows it."""

    change: Callable[..., Awaitable[PreviewedSchedule]]
    values: Callable[[Any], tuple[object, ...]]
    page: View


class Question(NamedTuple):
    """A page on which something can be typed, too."""

    name: str
    page: View


def _role_or_draft(shown: PreviewedSchedule, t: Translator) -> Screen:
    """Ask for the role next, where there is a choice."""
    several = len(editor.roles_of(shown.draft.kind)) > 1
    return views.roles(shown, t) if several else views.draft(shown, t)


CHANGES: Mapping[type[CallbackData], Change] = {
    SetTime: Change(editor.set_time, lambda it: (_time(*divmod(it.minutes, 60)),), views.draft),
    SetWindow: Change(editor.set_window, lambda it: (it.minutes,), views.draft),
    SetEvery: Change(editor.set_every_weeks, lambda it: (it.weeks,), views.draft),
    SetAudience: Change(editor.set_audience, lambda it: (it.unit_id, it.team_id), _role_or_draft),
    SetRole: Change(editor.set_role, lambda it: (it.role,), views.draft),
    SetOwnSlot: Change(editor.set_own_slot, lambda it: (bool(it.own),), views.times),
    ClearDay: Change(
        lambda database, viewer, edge, *at: SET_DAY[edge](database, viewer, None, *at),
        lambda it: (it.edge,),
        views.span,
    ),
}
QUESTIONS: Mapping[Page, Question] = {
    Page.TIME: Question(drafts.QUESTION_TIME, views.times),
    Page.FIRST: Question(drafts.QUESTION_FIRST, lambda shown, t: views.edge(shown, Edge.FIRST, t)),
    Page.LAST: Question(drafts.QUESTION_LAST, lambda shown, t: views.edge(shown, Edge.LAST, t)),
}
PAGES: Mapping[Page, View] = {
    Page.DRAFT: views.draft,
    Page.WINDOW: views.windows,
    Page.EVERY: views.every,
    Page.SPAN: views.span,
}


async def schedules(update: Update, context: Context, page: int = 0) -> None:
    """List the schedules."""
    shown = await editor.overview(context.database, context.viewer)
    await turn_to(update, context, views.overview(shown, page, context.t))


async def press_show(update: Update, context: Context) -> None:
    """Show one schedule, or all."""
    chosen = pressed(update, ShowSchedule).schedule_id
    if chosen is None:
        await schedules(update, context)
        return
    shown = await editor.look_at(context.database, context.viewer, chosen, context.now)
    await turn_to(update, context, views.one(shown, context.t))


async def press_new(update: Update, context: Context) -> None:
    """Ask for the kind of a new schedule, then open its draft."""
    kind = pressed(update, NewSchedule).kind
    if kind is None:
        require(context.viewer, Action.CONFIGURE_SCHEDULES)
        used = context.viewer.points_used
        await turn_to(update, context, views.choose_kind(context.t, points_used=used))
        return
    shown = await editor.draft_new(
        context.database, context.viewer, kind, context.now, _screen(update)
    )
    await turn_to(update, context, views.draft(shown, context.t))


async def press_pause(update: Update, context: Context) -> None:
    """Stop a schedule or let it run."""
    wanted = pressed(update, PauseSchedule)
    args = (context.database, context.viewer, wanted.schedule_id, context.now)
    shown = await saving.set_paused(*args, paused=bool(wanted.paused))
    await turn_to(update, context, views.one(shown, context.t))


async def press_delete(update: Update, context: Context) -> None:
    """Ask whether to delete a schedule, then delete it."""
    wanted, t = pressed(update, DeleteSchedule), context.t
    args = (context.database, context.viewer, wanted.schedule_id, context.now)
    if wanted.sure:
        screen = views.deleted(await saving.delete(*args), t)
    else:
        screen = views.ask_delete(await editor.look_at(*args), t)
    await turn_to(update, context, screen)


async def press_edit(update: Update, context: Context) -> None:
    """Begin a draft, open a page of it, save it or drop it."""
    wanted, on, t = pressed(update, EditSchedule), _screen(update), context.t
    who, now = (context.database, context.viewer), context.now
    match wanted.page:
        case Page.BEGIN:
            begun = await editor.draft_change(*who, wanted.schedule_id or 0, now, on)
            screen = views.draft(begun, t)
        case Page.SAVE:
            screen = views.saved(await saving.save(*who, now, on), t)
        case Page.DROP:
            screen = views.overview(await saving.drop(*who, on), 0, t)
        case Page.AUDIENCE:
            await choose_audience(update, context, 0)
            return
        case Page.DAYS:
            asked = await editor.ask_days(*who, now, on)
            screen = views.days(asked, context.viewer.local_day(now), t)
        case Page.TEXT:
            screen = await _text_page(update, context, None)
        case page if page in QUESTIONS:
            question = QUESTIONS[page]
            screen = question.page(await editor.ask(*who, question.name, now, on), t)
        case page:
            screen = PAGES[page](await editor.current_draft(*who, now, on), t)
    await turn_to(update, context, screen)


def changing(kind: type[CallbackData], what: Change) -> Handler:
    """Return what a button does that changes the draft: change it, show the page."""

    async def press(update: Update, context: Context) -> None:
        values = what.values(pressed(update, kind))
        at = (context.now, _screen(update))
        shown = await what.change(context.database, context.viewer, *values, *at)
        await turn_to(update, context, what.page(shown, context.t))

    return press


async def press_day(update: Update, context: Context) -> None:
    """Put a weekday into the draft or take it out, or choose the day of what comes once."""
    now = context.now
    day, on = pressed(update, ToggleDay).day, _screen(update)
    shown = await editor.toggle_day(context.database, context.viewer, day, now, on)
    today, t = context.viewer.local_day(now), context.t
    screen = views.draft(shown, t) if shown.draft.once else views.days(shown, today, t)
    await turn_to(update, context, screen)


async def press_text(update: Update, context: Context) -> None:
    """Ask for the champion's message in a language."""
    language = pressed(update, AskText).language
    await turn_to(update, context, await _text_page(update, context, language))


async def choose_audience(update: Update, context: Context, page: int) -> None:
    """Show a page of those whom the draft can be for."""
    args = (context.database, context.viewer, context.now, _screen(update))
    shown, choices = await editor.choices(*args)
    await turn_to(update, context, views.audience(shown, choices, page, context.t))


async def typed_audience(_: Update, context: Context, typed: Typed) -> None:
    """Show the units and teams that are called so."""
    args = (context.database, context.viewer, typed.text, context.now)
    shown, found = await editor.choices_called(*args)
    await _go_on(context, views.audience_found(shown, found, part_of(typed.text), context.t))


async def typed_time(_: Update, context: Context, typed: Typed) -> None:
    """Take a typed time such as 9:15 for the draft; raises TIME_INVALID."""
    at = time_of(typed.text)
    shown = await editor.set_time(context.database, context.viewer, at, context.now)
    await _go_on(context, views.draft(shown, context.t))


async def typed_only_day(_: Update, context: Context, typed: Typed) -> None:
    """Take the day that was typed for what comes once; raises DATE_INVALID."""
    day = day_of(typed.text)
    shown = await editor.set_day(context.database, context.viewer, day, context.now)
    await _go_on(context, views.draft(shown, context.t))


async def typed_first_day(_: Update, context: Context, typed: Typed) -> None:
    """Take the first day that was typed."""
    await _typed_day(context, Edge.FIRST, typed.text)


async def typed_last_day(_: Update, context: Context, typed: Typed) -> None:
    """Take the last day that was typed."""
    await _typed_day(context, Edge.LAST, typed.text)


async def _typed_day(context: Context, edge: Edge, text: str) -> None:
    """Take a typed day such as 1.3.2027, or - for none; raises DATE_INVALID."""
    day = None if text.strip() in TYPED_NONE else day_of(text)
    shown = await SET_DAY[edge](context.database, context.viewer, day, context.now)
    await _go_on(context, views.span(shown, context.t))


async def typed_message(_: Update, context: Context, typed: Typed) -> None:
    """Take the champion's message in a language, and ask for the next one that is missing."""
    about = (typed.data["language"], typed.text, context.now)
    shown = await editor.set_text(context.database, context.viewer, *about, anyway=typed.anyway)
    await _go_on(context, _texts(context, shown, None))


def _screen(update: Update) -> int:
    return update.effective_message.message_id if update.effective_message else 0


async def _go_on(context: Context, screen: Screen) -> None:
    """Show the draft below what was typed, and let older screens of it rest."""
    sent = await send(context.bot, context.viewer.telegram_id, screen)
    await editor.move_to_screen(context.database, context.viewer, sent.message_id)


async def _text_page(update: Update, context: Context, language: str | None) -> Screen:
    args = (context.database, context.viewer, language, context.now, _screen(update))
    return _texts(context, await editor.ask_text(*args), language)


def _texts(context: Context, shown: PreviewedSchedule, language: str | None) -> Screen:
    """Show the champion's message, and for which language it is asked: the first one without."""
    asked = language or drafts.unwritten(context.viewer, shown.draft)
    return views.texts(shown, context.viewer.languages, asked, context.t)


def _time(hour: int, minute: int) -> time:
    try:
        return time(hour, minute)
    except ValueError:
        raise CoachingError(Code.TIME_INVALID) from None


ROOM = Room(
    commands={
        Command(
            "schedules", Action.CONFIGURE_SCHEDULES, rank=12, first=frozenset({Role.HR})
        ): schedules,
    },
    presses={
        ShowSchedule: press_show,
        NewSchedule: press_new,
        PauseSchedule: press_pause,
        DeleteSchedule: press_delete,
        EditSchedule: press_edit,
        ToggleDay: press_day,
        AskText: press_text,
        **{kind: changing(kind, what) for kind, what in CHANGES.items()},
    },
    typed={
        drafts.QUESTION_TIME: typed_time,
        drafts.QUESTION_DAY: typed_only_day,
        drafts.QUESTION_FIRST: typed_first_day,
        drafts.QUESTION_LAST: typed_last_day,
        drafts.QUESTION_WHO: typed_audience,
    },
    kept_as_typed={
        drafts.QUESTION_TEXT: typed_message,
    },
    lists={
        Listing.AUDIENCES: choose_audience,
        Listing.SCHEDULES: schedules,
    },
)
