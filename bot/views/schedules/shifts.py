"""Somebody's own shifts: the next two weeks, and one day after the other."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from bot.callbacks.schedules import SetShift, ShowShifts
from bot.i18n import Html, Translator
from bot.screen import Button, Screen
from coaching.schedules.own_times import DayOfShifts

USUAL = ((time(7), time(15)), (time(14), time(22)), (time(21), time(7)))
DAYS_A_ROW, SHIFTS_A_ROW, MOST_CHOICES = 2, 3, 9


def overview(shown: Sequence[DayOfShifts], t: Translator, done: date | None = None) -> Screen:
    """Show the coming days, each behind a button; `done` was entered just now."""
    days = [Button(_label(each, t), ShowShifts(each.day)) for each in shown]
    rows = [days[n : n + DAYS_A_ROW] for n in range(0, len(days), DAYS_A_ROW)]
    return Screen("\n\n".join([*_confirmed(shown, done, t), t("shifts.overview")]), rows)


def day(
    shown: Sequence[DayOfShifts], wanted: DayOfShifts, t: Translator, done: date | None = None
) -> Screen:
    """Ask for the shift of a day; what was typed for other days can be chosen too."""
    on = wanted.day
    typed = [(each.begins, each.ends) for each in shown if each.begins and each.ends]
    choices = list(dict.fromkeys([*USUAL, *typed]))[:MOST_CHOICES]
    buttons = [
        Button(_span(begins, ends, t), SetShift(on, _minutes(begins), _minutes(ends)))
        for begins, ends in choices
    ]
    rows = [buttons[n : n + SHIFTS_A_ROW] for n in range(0, len(buttons), SHIFTS_A_ROW)]
    move = [Button(t.plain("shifts.all"), ShowShifts())]
    if on != shown[-1].day:
        move.append(Button(t.plain("shifts.next"), ShowShifts(on + timedelta(days=1))))
    rows += [[Button(t.plain("shifts.off"), SetShift(on))], move]
    asked = t("shifts.day", day=t.day(on), shift=_shift(wanted, t))
    return Screen("\n\n".join([*_confirmed(shown, done, t), asked]), rows)


def _confirmed(shown: Sequence[DayOfShifts], done: date | None, t: Translator) -> list[Html]:
    return [
        t("shifts.entered", day=t.day(each.day), shift=_shift(each, t))
        for each in shown
        if each.day == done
    ]


def _label(each: DayOfShifts, t: Translator) -> str:
    on = t.short_day(each.day)
    return f"{on}: {_shift(each, t)}" if each.begins else on


def _shift(each: DayOfShifts, t: Translator) -> str:
    if each.begins is None or each.ends is None:
        return t.plain("shifts.none")
    return _span(each.begins, each.ends, t)


def _span(begins: time, ends: time, t: Translator) -> str:
    """Say a shift as briefly as on a rota: 7–15, 21.30–7."""
    return "–".join(t.clock(at) if at.minute else str(at.hour) for at in (begins, ends))


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
