"""HR's schedules on the screen: the list, one of them, and the pages of the editor."""

from collections.abc import Sequence
from datetime import date, time, timedelta

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
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.pages import page_of, turning
from bot.views.schedules.preview import ONLY, described, hours, label, name, summary
from coaching.content import KNOWN
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import WITH_POINTS, Kind
from coaching.schedules.editor import (
    EVERY_WEEKS,
    LONGEST_TEXT,
    ONCE,
    WINDOWS,
    roles_of,
)
from coaching.schedules.shown import EDITABLE, Audience, PreviewedSchedule, ScheduleLine

TIMES = [time(hour, minute) for hour in range(8, 16) for minute in (0, 30)]
A_ROW = 4
PAGE_OF = {Edge.FIRST: Page.FIRST, Edge.LAST: Page.LAST}


def overview(shown: Sequence[ScheduleLine], page: int, t: Translator) -> Screen:
    """List a page of the schedules, each behind a button."""
    here = page_of(shown, page)
    listed = lines(f"• {summary(s, t)}" for s in here) or t("schedules.none")
    rows = [[Button(label(s, t), ShowSchedule(s.draft.schedule_id))] for s in here]
    new = [Button(t.plain("schedules.new"), NewSchedule())]
    turn = turning(shown, page, Listing.SCHEDULES, t)
    text = t("schedules.overview", lines=listed)
    if any(each.crisis for each in shown):
        text = Html("\n\n".join([t("schedules.in_crisis"), text]))
    return Screen(text, [*rows, turn, new])


def choose_kind(t: Translator, *, points_used: bool) -> Screen:
    """Ask what the new schedule is for."""
    kinds = [kind for kind in EDITABLE if points_used or kind not in WITH_POINTS]
    rows = [[Button(t.plain(f"schedules.kind.{kind}"), NewSchedule(kind))] for kind in kinds]
    return Screen(t("schedules.choose_kind"), [*rows, [_all(t)]])


def one(shown: PreviewedSchedule, t: Translator) -> Screen:
    """Show a schedule with its next sendings."""
    schedule_id = shown.draft.schedule_id or 0
    pause = t.plain("schedules.resume" if shown.paused else "schedules.pause")
    rows = [
        [Button(t.plain("schedules.change"), EditSchedule(Page.BEGIN, schedule_id))],
        [Button(pause, PauseSchedule(schedule_id, int(not shown.paused)))],
        [Button(t.plain("schedules.delete"), DeleteSchedule(schedule_id))]
        if shown.deletable
        else [],
        [_all(t)],
    ]
    return Screen(described(shown, t), rows)


def saved(shown: PreviewedSchedule, t: Translator) -> Screen:
    """Confirm what holds from now on."""
    screen = one(shown, t)
    return Screen(f"{t('schedules.saved')}\n\n{screen.text}", screen.rows)


def ask_delete(shown: PreviewedSchedule, t: Translator) -> Screen:
    """Ask once before a schedule is deleted, and say what follows."""
    schedule_id = shown.draft.schedule_id or 0
    named = label(ScheduleLine(shown.draft, shown.audience, shown.paused), t)
    yes = Button(t.plain("schedules.delete_yes"), DeleteSchedule(schedule_id, 1))
    back = Button(t.plain("back"), ShowSchedule(schedule_id))
    return Screen(t("schedules.ask_delete", schedule=named), [[yes], [back]])


def deleted(others: Sequence[ScheduleLine], t: Translator) -> Screen:
    """Confirm that a schedule is no more, and list the others."""
    screen = overview(others, 0, t)
    return Screen(f"{t('schedules.deleted')}\n\n{screen.text}", screen.rows)


def draft(shown: PreviewedSchedule, t: Translator) -> Screen:
    """Show the draft with its preview; nothing holds before it is saved."""

    def page(name: Page) -> Button:
        return Button(t.plain(f"schedules.page.{name}"), EditSchedule(name))

    rows = [
        [page(Page.DAYS), page(Page.TIME)],
        [page(Page.AUDIENCE)] if shown.draft.once else [page(Page.AUDIENCE), page(Page.SPAN)],
        [page(Page.EVERY), page(Page.WINDOW)],
        [page(Page.TEXT)] if shown.draft.kind is Kind.CHAMPION else [],
        [page(Page.SAVE), page(Page.DROP)],
    ]
    return Screen(f"{t('schedules.draft')}\n\n{described(shown, t)}", rows)


def days(shown: PreviewedSchedule, today: date, t: Translator) -> Screen:
    """Let HR switch weekdays on and off, or choose the day of what comes once."""
    if shown.draft.once:
        week = [today + timedelta(days=n) for n in range(7)]
        buttons = [
            Button(
                _marked(t.short_day(day), on=day == shown.draft.once), ToggleDay(Weekday.of(day))
            )
            for day in week
        ]
        rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
        return Screen(_page_text(shown, t, "schedules.ask.day"), [*rows, [_back(t)]])
    buttons = [
        Button(_marked(t.weekday(day), on=day in shown.draft.weekdays), ToggleDay(day))
        for day in Weekday
    ]
    return Screen(_page_text(shown, t, "schedules.ask.days"), [*_rows(buttons), [_back(t)]])


def times(shown: PreviewedSchedule, t: Translator) -> Screen:
    """Let HR press a time, or type one, and let people's own times come first."""
    own = shown.draft.own_slot
    words = t.plain("schedules.own_slot_button", time=t.clock(shown.draft.at))
    toggle = Button(_marked(words, on=own), SetOwnSlot(int(not own)))
    buttons = [Button(t.clock(at), SetTime(at.hour * 60 + at.minute)) for at in TIMES]
    rows = [*_rows(buttons), [toggle], [_back(t)]]
    return Screen(_page_text(shown, t, "schedules.ask.time"), rows)


def windows(shown: PreviewedSchedule, t: Translator) -> Screen:
    """Let HR say how long the message stays useful."""
    buttons = [Button(hours(minutes, t), SetWindow(minutes)) for minutes in WINDOWS]
    return Screen(_page_text(shown, t, "schedules.ask.window"), [*_rows(buttons), [_back(t)]])


def every(shown: PreviewedSchedule, t: Translator) -> Screen:
    """Let HR say how often the schedule comes."""
    draft = shown.draft

    def is_now(weeks: int) -> bool:
        return draft.every_weeks == weeks and not draft.once

    once = Button(_marked(t.plain("schedules.once_button"), on=bool(draft.once)), SetEvery(ONCE))
    buttons = [[once]] + [
        [Button(_marked(t.counted("schedules.every", n), on=is_now(n)), SetEvery(n))]
        for n in EVERY_WEEKS
    ]
    return Screen(_page_text(shown, t, "schedules.ask.every"), [*buttons, [_back(t)]])


def audience(
    shown: PreviewedSchedule, choices: Sequence[Audience], page: int, t: Translator
) -> Screen:
    """Let HR say whom the schedule is for."""
    buttons = [
        [Button(name(a, t), SetAudience(a.unit_id, a.team_id))] for a in page_of(choices, page)
    ]
    turn = turning(choices, page, Listing.AUDIENCES, t)
    text = _page_text(shown, t, "schedules.ask.who")
    if turn:
        text = "\n\n".join([text, t("search.or_type")])
    return Screen(text, [*buttons, turn, [_back(t)]])


def audience_found(
    shown: PreviewedSchedule, found: Sequence[Audience], part: str, t: Translator
) -> Screen:
    """Let HR choose among the units and teams that are called so, or type another name."""
    buttons = [[Button(name(a, t), SetAudience(a.unit_id, a.team_id))] for a in found]
    said = t("search.found" if found else "search.none", part=part)
    text = "\n\n".join([_page_text(shown, t, "schedules.ask.who"), said])
    return Screen(text, [*buttons, [_back(t)]])


def roles(shown: PreviewedSchedule, t: Translator) -> Screen:
    """Let HR narrow the audience to a role."""

    def words(role: Role | None) -> str:
        said = t.plain(ONLY[role] if role else "schedules.all_roles")
        return said[0].upper() + said[1:]

    rows = [
        [Button(_marked(words(role), on=role is shown.draft.role), SetRole(role))]
        for role in roles_of(shown.draft.kind)
    ]
    return Screen(_page_text(shown, t, "schedules.ask.role"), [*rows, [_back(t)]])


def span(shown: PreviewedSchedule, t: Translator) -> Screen:
    """Let HR choose which of the outermost days to set."""
    edges = [
        Button(t.plain(f"schedules.page.{page}"), EditSchedule(page)) for page in PAGE_OF.values()
    ]
    return Screen(_page_text(shown, t, "schedules.ask.span"), [edges, [_back(t)]])


def edge(shown: PreviewedSchedule, which: Edge, t: Translator) -> Screen:
    """Ask for the first or the last day, or none."""
    first = which is Edge.FIRST
    none = t.plain("schedules.no_first" if first else "schedules.no_last")
    back = Button(t.plain("back"), EditSchedule(Page.SPAN))
    question = "schedules.ask.first" if first else "schedules.ask.last"
    return Screen(_page_text(shown, t, question), [[Button(none, ClearDay(which))], [back]])


def texts(
    shown: PreviewedSchedule, languages: Sequence[str], asked: str | None, t: Translator
) -> Screen:
    """Show the champion's message in all languages, and ask for one of them."""
    written = shown.draft.texts
    parts = [
        t(
            "schedules.text_in",
            language=KNOWN[language].name,
            text=written.get(language, t.plain("schedules.unwritten")),
        )
        for language in languages
    ]
    parts.append(
        t("schedules.ask.text", language=KNOWN[asked].name, limit=LONGEST_TEXT)
        if asked
        else t("schedules.text_complete")
    )
    buttons = [
        Button(_marked(KNOWN[each].name, on=each in written), AskText(each)) for each in languages
    ]
    return Screen("\n\n".join(parts), [buttons, [_back(t)]])


def _marked(words: str, *, on: bool) -> str:
    return f"✓ {words}" if on else words


def _page_text(shown: PreviewedSchedule, t: Translator, question: str) -> str:
    return f"{described(shown, t)}\n\n{t(question)}"


def _rows(buttons: Sequence[Button]) -> list[Sequence[Button]]:
    return [buttons[n : n + A_ROW] for n in range(0, len(buttons), A_ROW)]


def _all(t: Translator) -> Button:
    return Button(t.plain("schedules.all"), ShowSchedule())


def _back(t: Translator) -> Button:
    return Button(t.plain("back"), EditSchedule(Page.DRAFT))
