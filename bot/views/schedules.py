"""HR's schedules on the screen: the list, one of them, and the pages of the editor."""

from collections.abc import Sequence
from datetime import time

from bot.callbacks import (
    EditSchedule,
    Listing,
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
from bot.i18n import Translator
from bot.screen import Button, Screen
from bot.views.pages import page_of, turning
from coaching.configuring import EDITABLE, EVERY_WEEKS, WINDOWS, Audience, Shown
from coaching.rules.calendar import Weekday
from coaching.rules.sendings import Kind

TIMES = [time(hour, minute) for hour in range(8, 16) for minute in (0, 30)]
A_ROW = 4


def overview(shown: Sequence[Shown], page: int, t: Translator) -> Screen:
    """List a page of the schedules, each behind a button."""
    here = page_of(shown, page)
    lines = "\n".join(f"• {_summary(s, t)}" for s in here) or t.plain("schedules.none")
    rows = [[Button(_label(s, t), ShowSchedule(s.draft.schedule_id))] for s in here]
    new = [Button(t.plain("schedules.new"), NewSchedule())]
    turn = turning(Listing.SCHEDULES, shown, page, t)
    return Screen(t("schedules.overview", lines=lines), [*rows, turn, new])


def choose_kind(t: Translator, *, points_used: bool) -> Screen:
    """Ask what the new schedule is for."""
    kinds = [kind for kind in EDITABLE if points_used or kind is not Kind.POINTS_POST]
    rows = [[Button(t.plain(f"kind.{kind}"), NewSchedule(kind))] for kind in kinds]
    return Screen(t("schedules.choose_kind"), [*rows, [_all(t)]])


def one(shown: Shown, t: Translator) -> Screen:
    """Show a schedule with its next sendings."""
    schedule_id = shown.draft.schedule_id or 0
    pause = t.plain("schedules.resume" if shown.paused else "schedules.pause")
    rows = [
        [Button(t.plain("schedules.change"), EditSchedule(Page.BEGIN, schedule_id))],
        [Button(pause, PauseSchedule(schedule_id, int(not shown.paused)))],
        [_all(t)],
    ]
    return Screen(_described(shown, t), rows)


def saved(shown: Shown, t: Translator) -> Screen:
    """Confirm what holds from now on."""
    screen = one(shown, t)
    return Screen(f"{t('schedules.saved')}\n\n{screen.text}", screen.rows)


def draft(shown: Shown, t: Translator) -> Screen:
    """Show the draft with its preview; nothing holds before it is saved."""

    def page(name: Page) -> Button:
        return Button(t.plain(f"schedules.page.{name}"), EditSchedule(name))

    rows = [
        [page(Page.DAYS), page(Page.TIME)],
        [page(Page.AUDIENCE), page(Page.WINDOW)],
        [page(Page.EVERY)],
        [page(Page.SAVE), page(Page.DROP)],
    ]
    return Screen(f"{t('schedules.draft')}\n\n{_described(shown, t)}", rows)


def days(shown: Shown, t: Translator) -> Screen:
    """Let HR switch weekdays on and off."""
    buttons = [
        Button(f"{'✓ ' if day in shown.draft.weekdays else ''}{t.weekday(day)}", ToggleDay(day))
        for day in Weekday
    ]
    return Screen(_page_text(shown, t, "schedules.ask.days"), [*_rows(buttons), [_back(t)]])


def times(shown: Shown, t: Translator) -> Screen:
    """Let HR press a time, or type one."""
    buttons = [Button(t.clock(at), SetTime(at.hour * 60 + at.minute)) for at in TIMES]
    return Screen(_page_text(shown, t, "schedules.ask.time"), [*_rows(buttons), [_back(t)]])


def windows(shown: Shown, t: Translator) -> Screen:
    """Let HR say how long the message stays useful."""
    buttons = [Button(_hours(minutes, t), SetWindow(minutes)) for minutes in WINDOWS]
    return Screen(_page_text(shown, t, "schedules.ask.window"), [*_rows(buttons), [_back(t)]])


def every(shown: Shown, t: Translator) -> Screen:
    """Let HR say how often the schedule comes."""
    buttons = [[Button(t.counted("schedules.every", n), SetEvery(n))] for n in EVERY_WEEKS]
    return Screen(_page_text(shown, t, "schedules.ask.every"), [*buttons, [_back(t)]])


def audience(shown: Shown, choices: Sequence[Audience], page: int, t: Translator) -> Screen:
    """Let HR say whom the schedule is for."""
    buttons = [
        [Button(_name(a, t), SetAudience(a.unit_id, a.team_id))] for a in page_of(choices, page)
    ]
    turn = turning(Listing.AUDIENCES, choices, page, t)
    return Screen(_page_text(shown, t, "schedules.ask.who"), [*buttons, turn, [_back(t)]])


def _described(shown: Shown, t: Translator) -> str:
    draft = shown.draft
    sendings = "\n".join(f"  {t.moment(at)}" for at in shown.next_sendings)
    return t(
        "schedules.described",
        kind=t.plain(f"kind.{draft.kind}"),
        days=t.listed(t.weekday(day) for day in draft.weekdays),
        every=t.counted("schedules.every", draft.every_weeks),
        time=t.clock(draft.at),
        audience=_name(shown.audience, t),
        window=_hours(draft.window_minutes, t),
        sendings=t.plain("schedules.is_paused") if shown.paused else sendings,
    )


def _summary(shown: Shown, t: Translator) -> str:
    paused = f" ({t.plain('schedules.paused_mark')})" if shown.paused else ""
    return f"{_label(shown, t)}, {_name(shown.audience, t)}{paused}"


def _label(shown: Shown, t: Translator) -> str:
    days = " ".join(t.weekday(day) for day in shown.draft.weekdays)
    return f"{t.plain(f'kind.{shown.draft.kind}')}: {days} {t.clock(shown.draft.at)}"


def _name(audience: Audience, t: Translator) -> str:
    if audience.name is None:
        return t.plain("schedules.everybody")
    key = "schedules.unit" if audience.unit_id else "schedules.team"
    return t.plain(key, name=audience.name)


def _hours(minutes: int, t: Translator) -> str:
    return t.counted("schedules.hours", minutes // 60)


def _page_text(shown: Shown, t: Translator, question: str) -> str:
    return f"{_described(shown, t)}\n\n{t(question)}"


def _rows(buttons: Sequence[Button]) -> list[Sequence[Button]]:
    return [buttons[n : n + A_ROW] for n in range(0, len(buttons), A_ROW)]


def _all(t: Translator) -> Button:
    return Button(t.plain("schedules.all"), ShowSchedule())


def _back(t: Translator) -> Button:
    return Button(t.plain("back"), EditSchedule(Page.DRAFT))
