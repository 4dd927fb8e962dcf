"""Breaks from messages: the one that goes on, until when, and those to come."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.callbacks.people import AskBreak, BeginBreak, Length, Resume
from bot.i18n import Html, Translator
from bot.screen import Button, Screen
from coaching.people.preferences import Break

A_DAY = timedelta(days=1)


def breaks(
    known: Sequence[Break], today: date, t: Translator, *, earns: bool, back: bool = False
) -> Screen:
    """Say until when nothing comes, list the breaks to come, and let the person choose.

    `back` tells whether a break was ended just now.
    """
    goes_on, planned = _parted(known, today)
    if goes_on:
        parts = [_current(goes_on, today, t, earns=earns)]
    else:
        parts = [t("breaks.over" if back else "breaks.none")]
    if planned:
        listed = "\n".join(f"• {_days(each, today, t)}" for each in planned)
        parts += [t("breaks.planned", days=Html(listed))]
    return Screen("\n\n".join(parts), _rows(known, today, t))


def ask_days(known: Sequence[Break], today: date, t: Translator) -> Screen:
    """Ask for the days of a break, to be typed."""
    return Screen(t("breaks.ask_days"), _rows(known, today, t, asks=True))


def _current(goes_on: Break, today: date, t: Translator, *, earns: bool) -> str:
    if goes_on.until is None:
        said = t("breaks.begun")
    else:
        said = t("breaks.until", last=_day(goes_on.until - A_DAY, today, t))
    return f"{said} {t('breaks.team')}" if earns else said


def _rows(
    known: Sequence[Break], today: date, t: Translator, *, asks: bool = False
) -> list[list[Button]]:
    goes_on, planned = _parted(known, today)
    lengths = [
        Button(t.plain("breaks.week"), BeginBreak(Length.WEEK)),
        Button(t.plain("breaks.two_weeks"), BeginBreak(Length.TWO_WEEKS)),
    ]
    open_end = [Button(t.plain("breaks.open_end"), BeginBreak())]
    choose = [Button(t.plain("breaks.choose_days"), AskBreak())]
    end = [Button(t.plain("breaks.resume"), Resume())]
    return [
        lengths,
        [] if goes_on and goes_on.until is None else open_end,
        [] if asks else choose,
        end if goes_on else [],
        *([_call_off(each, today, t)] for each in planned),
    ]


def _call_off(planned: Break, today: date, t: Translator) -> Button:
    return Button(t.plain("breaks.call_off", days=_days(planned, today, t)), Resume(planned.since))


def _parted(known: Sequence[Break], today: date) -> tuple[Break | None, Sequence[Break]]:
    """Return the break that goes on, if one does, and those to come."""
    if known and known[0].since <= today:
        return known[0], known[1:]
    return None, known


def _days(each: Break, today: date, t: Translator) -> str:
    first = _day(each.since, today, t)
    if each.until is None or each.until - A_DAY == each.since:
        return first
    return f"{first} – {_day(each.until - A_DAY, today, t)}"


def _day(day: date, today: date, t: Translator) -> str:
    """Name a day, with its year when that is another."""
    return t.day(day) if day.year == today.year else f"{t.day(day)} {day.year}"
