"""Working times on HR's screen: the sites, one of them, and the pages that change it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.callbacks.lists import Listing, TurnList
from bot.callbacks.schedules import (
    ChooseZone,
    ResetSite,
    SetWorkday,
    ShowSite,
    SitePage,
    WorkHolidays,
    WorkInShifts,
)
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.pages import page_of, turning
from coaching.rules.calendar import Weekday
from coaching.rules.working_times import Hours
from coaching.schedules.working_times import Site

A_ROW = 4
HOLIDAYS_AHEAD = timedelta(weeks=8)


def overview(sites: Sequence[Site], page: int, t: Translator) -> Screen:
    """List a page of the organisation and its units, each behind a button."""
    here = page_of(sites, page)
    text = t("working_times.overview", lines=lines(_in_brief(site, t) for site in here))
    rows = [[Button(_label(site, t), ShowSite(SitePage.ALL, site.unit_id))] for site in here]
    return Screen(text, [*rows, turning(sites, page, Listing.SITES, t)])


def one(site: Site, today: date, t: Translator) -> Screen:
    """Show a site's working times and the public holidays to come."""
    text = t(
        "working_times.one",
        name=_label(site, t),
        what=lines(_described(site, t)),
        holidays=_coming(site, today, t),
    )
    if site.unknown:
        named = lines(t("working_times.unknown", value=each.value) for each in site.unknown)
        text = Html(f"{text}\n\n{named}")
    return Screen(text, [*_pages(site, t), *_switches(site, t), [_all(t)]])


def changed(site: Site, today: date, t: Translator) -> Screen:
    """Confirm what holds from now on."""
    screen = one(site, today, t)
    return Screen(f"{t('working_times.saved')}\n\n{screen.text}", screen.rows)


def days(site: Site, t: Translator) -> Screen:
    """Let HR switch working days on and off."""
    working = site.working.days
    buttons = [
        Button(
            f"{'✓ ' if day in working else ''}{t.weekday(day)}",
            SetWorkday(day, int(day not in working), site.unit_id),
        )
        for day in Weekday
    ]
    rows = [buttons[n : n + A_ROW] for n in range(0, len(buttons), A_ROW)]
    own = site.settings.workdays is not None
    return _page(site, SitePage.DAYS, t("working_times.ask_days"), rows, t, own=own)


def hours(site: Site, t: Translator) -> Screen:
    """Let HR type the hours."""
    key = "working_times.ask_hours" if site.unit_id is None else "working_times.ask_hours_of_unit"
    own = site.settings.opens is not None
    return _page(site, SitePage.HOURS, t(key), [], t, own=own)


def holidays(site: Site, t: Translator) -> Screen:
    """Let HR type the country whose public holidays are days off."""
    question = t("working_times.ask_holidays")
    if site.unit_id is not None:
        own = site.settings.country is not None
        return _page(site, SitePage.HOLIDAYS, question, [], t, own=own)
    none = Button(t.plain("working_times.no_holidays"), ResetSite(SitePage.HOLIDAYS))
    rows = [[none]] if site.settings.country else []
    return _page(site, SitePage.HOLIDAYS, question, rows, t, own=False)


def zone(site: Site, t: Translator) -> Screen:
    """Let HR type the zone of a unit; the organisation's is not HR's to change."""
    if site.unit_id is None:
        return _page(site, SitePage.ZONE, t("working_times.zone_of_all"), [], t, own=False)
    own = site.settings.timezone is not None
    return _page(site, SitePage.ZONE, t("working_times.ask_zone"), [], t, own=own)


def ask_shifts(site: Site, t: Translator) -> Screen:
    """Say what follows before a unit works in shifts: without any entered, nothing comes."""
    unit_id = site.unit_id or 0
    yes = Button(t.plain("working_times.shifts_yes"), WorkInShifts(unit_id, 1))
    back = Button(t.plain("back"), ShowSite(SitePage.ALL, site.unit_id))
    return Screen(t("working_times.ask_shifts", name=_label(site, t)), [[yes], [back]])


def choose_zone(unit_id: int, zones: Sequence[str], t: Translator) -> Screen:
    """Let HR choose among the zones that a typed name can mean."""
    rows = [[Button(name, ChooseZone(unit_id, name))] for name in zones]
    back = Button(t.plain("back"), ShowSite(SitePage.ZONE, unit_id))
    return Screen(t("working_times.choose_zone"), [*rows, [back]])


def _page(
    site: Site,
    page: SitePage,
    question: Html,
    rows: Sequence[Sequence[Button]],
    t: Translator,
    *,
    own: bool,
) -> Screen:
    """Show how things stand, the question, and the way back to the organisation's settings."""
    text = t("working_times.page", name=_label(site, t), what=lines(_described(site, t)))
    reset = Button(t.plain("working_times.as_all"), ResetSite(page, site.unit_id))
    last = Button(t.plain("back"), ShowSite(SitePage.ALL, site.unit_id))
    as_all = [[reset]] if own and site.unit_id is not None else []
    return Screen(f"{text}\n\n{question}", [*rows, *as_all, [last]])


def _pages(site: Site, t: Translator) -> list[list[Button]]:
    def page(key: str, name: SitePage) -> Button:
        return Button(t.plain(key), ShowSite(name, site.unit_id))

    return [
        [page("working_times.days", SitePage.DAYS), page("working_times.hours", SitePage.HOURS)],
        [
            page("working_times.holidays", SitePage.HOLIDAYS),
            page("working_times.zone", SitePage.ZONE),
        ],
    ]


def _switches(site: Site, t: Translator) -> list[list[Button]]:
    """Return the switches that only a unit has."""
    if site.unit_id is None:
        return []
    works, shifts = site.settings.works_holidays, site.settings.in_shifts
    switch = WorkInShifts(site.unit_id, 0) if shifts else ShowSite(SitePage.SHIFTS, site.unit_id)
    on_holidays = t.plain("working_times.holidays_off" if works else "working_times.holidays_on")
    in_shifts = t.plain("working_times.shifts_off" if shifts else "working_times.shifts_on")
    return [
        [Button(on_holidays, WorkHolidays(site.unit_id, int(not works)))],
        [Button(in_shifts, switch)],
    ]


def _described(site: Site, t: Translator) -> Iterator[Html]:
    """Say what holds, line by line, and whether a unit only follows the organisation."""
    settings, unit = site.settings, site.unit_id is not None

    def line(key: str, value: str, *, own: bool) -> Html:
        follows = f" ({t.plain('working_times.follows')})" if unit and not own else ""
        return t(key, value=f"{value}{follows}")

    if site.working.in_shifts:
        yield t("working_times.in_shifts")
    else:
        yield line("working_times.days_are", _days(site, t), own=settings.workdays is not None)
        yield line(
            "working_times.hours_are", _span(site.working.hours, t), own=bool(settings.opens)
        )
    if settings.works_holidays:
        yield t("working_times.works_holidays")
    elif unit and settings.country is None:
        yield t("working_times.holidays_as_all")
    else:
        yield t("working_times.holidays_are", value=_country(site, t))
    yield line("working_times.zone_is", str(site.working.zone), own=settings.timezone is not None)


def _coming(site: Site, today: date, t: Translator) -> Html:
    """Say which public holidays are days off in the coming eight weeks."""
    ahead = sorted(day for day in site.working.holidays if today <= day <= today + HOLIDAYS_AHEAD)
    if not ahead:
        return t("working_times.no_coming")
    return t("working_times.coming", days="\n".join(f"• {t.day(day)}" for day in ahead))


def _in_brief(site: Site, t: Translator) -> Html:
    if site.working.in_shifts:
        return t("working_times.line_shifts", name=_label(site, t))
    hours = _span(site.working.hours, t)
    return t("working_times.line", name=_label(site, t), days=_days(site, t), hours=hours)


def _days(site: Site, t: Translator) -> str:
    return " ".join(t.weekday(day) for day in Weekday if day in site.working.days)


def _span(hours: Hours | None, t: Translator) -> str:
    if hours is None:
        return t.plain("working_times.no_hours")
    return f"{t.clock(hours.opens)}–{t.clock(hours.closes)}"


def _country(site: Site, t: Translator) -> str:
    country, region = site.settings.country, site.settings.region
    if country is None:
        return t.plain("working_times.no_country")
    return f"{t.country(country)} ({region})" if region else t.country(country)


def _label(site: Site, t: Translator) -> str:
    return site.name if site.unit_id else t.plain("working_times.whole", name=site.name)


def _all(t: Translator) -> Button:
    return Button(t.plain("working_times.all"), TurnList(Listing.SITES, 0))
