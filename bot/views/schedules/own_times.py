"""When messages reach somebody: the own time of day and the time zone."""

from collections.abc import Sequence
from datetime import datetime, time

from bot.callbacks.schedules import OwnPage, SetOwnZone, SetSlot, ShowOwnTime
from bot.i18n import Html, Translator
from bot.screen import Button, Screen
from coaching.schedules.own_times import OwnTime

HALF_HOURS = [time(hour, minute) for hour in range(24) for minute in (0, 30)]
IN_SHIFTS = [time(hour) for hour in range(8, 23, 2)]
A_ROW = 4


def slot(known: OwnTime, now: datetime, t: Translator) -> Screen:
    """Say when messages come; a time is pressed or typed where one has an effect."""
    if not known.left_to_people:
        return Screen(_described(known, now, t), [[_to_zone(t)]])
    times = IN_SHIFTS if known.in_shifts else filter(known.hours.includes, HALF_HOURS)
    buttons = [
        Button(_marked(t.clock(at), chosen=at == known.slot), SetSlot(at.hour * 60 + at.minute))
        for at in times
    ]
    rows = [buttons[n : n + A_ROW] for n in range(0, len(buttons), A_ROW)]
    leave = _marked(t.plain("own_times.leave"), chosen=known.slot is None)
    rows += [[Button(leave, SetSlot())], [_to_zone(t)]]
    return Screen("\n\n".join([_described(known, now, t), t("own_times.ask")]), rows)


def saved(known: OwnTime, now: datetime, t: Translator) -> Screen:
    """Confirm what holds from now on."""
    change = [Button(t.plain("own_times.change"), ShowOwnTime(OwnPage.SLOT))]
    text = "\n\n".join([t("own_times.saved"), _described(known, now, t)])
    return Screen(text, [change if known.left_to_people else [], [_to_zone(t)]])


def ask_zone(known: OwnTime, t: Translator) -> Screen:
    """Ask for another time zone than the unit's, or the way back to that."""
    unit = [Button(t.plain("own_times.unit_zone"), SetOwnZone())] if known.is_own_zone else []
    return Screen(t("own_times.ask_zone", zone=known.zone.key), [unit, [_back(t)]])


def choose_zone(zones: Sequence[str], t: Translator) -> Screen:
    """Ask which of several zones of the same name is meant."""
    rows = [[Button(zone, SetOwnZone(zone))] for zone in zones]
    return Screen(t("own_times.which_zone"), [*rows, [_back(t)]])


def _described(known: OwnTime, now: datetime, t: Translator) -> str:
    zone = "own_times.zone_own" if known.is_own_zone else "own_times.zone_unit"
    there = t.clock(now.astimezone(known.zone))
    in_zone = t(zone, zone=known.zone.key, clock=there)
    if known.left_to_people:
        facts, said = [_own(known, t), in_zone, _hours(known, t)], "own_times.only_where_left"
    else:
        facts, said = [in_zone, _hours(known, t)], "own_times.set_by_hr"
    return "\n\n".join([t("own_times.heading"), "\n".join(facts), t(said)])


def _own(known: OwnTime, t: Translator) -> Html:
    if known.slot is None:
        return t("own_times.none")
    return t(
        "own_times.own" if known.slot_fits else "own_times.outside", clock=t.clock(known.slot)
    )


def _hours(known: OwnTime, t: Translator) -> Html:
    if known.in_shifts:
        return t("own_times.in_shifts")
    hours = known.hours
    return t("own_times.hours", opens=t.clock(hours.opens), closes=t.clock(hours.closes))


def _marked(label: str, *, chosen: bool) -> str:
    return f"✓ {label}" if chosen else label


def _to_zone(t: Translator) -> Button:
    return Button(t.plain("own_times.to_zone"), ShowOwnTime(OwnPage.ZONE))


def _back(t: Translator) -> Button:
    return Button(t.plain("back"), ShowOwnTime(OwnPage.SLOT))
