"""Who gets a message of a schedule on a day, when, and who is left out and why.

The preview that HR sees and the run that sends both call `plan`; nothing else decides.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from coaching.rules.caps import NOTHING, SILENT_WEEKS, WORKING_DAYS_TO_REMINDER, Load, allowed
from coaching.rules.schedules import Kind, Reach, Seat, chosen
from coaching.rules.working_times import DayOff, Shift, Span, WorkingTime, span_on


class LeftOut(StrEnum):
    """Why somebody whom a schedule is for gets nothing on a day."""

    HOLIDAY = DayOff.HOLIDAY.value
    DAY_OFF = DayOff.NOT_A_WORKING_DAY.value
    QUIET_HOURS = DayOff.QUIET_HOURS.value
    OFF_SHIFT = DayOff.OFF_SHIFT.value
    AWAY = "away"
    SILENT = "silent"
    CAP = "cap"
    CRISIS = "crisis"
    NOT_NEEDED = "not_needed"
    PAUSED = "paused"
    CHANGED = "changed"


ANSWERS_CHOOSE = frozenset({Kind.REMINDER, Kind.FOLLOW_UP})  # who gets it follows from answers


class Addressee(NamedTuple):
    """Somebody whom schedules may reach; `slot` is the own time of the day, if one was chosen."""

    person_id: int
    places: tuple[Seat, ...]
    working: WorkingTime
    slot: time | None = None
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Order:
    """One day of one schedule, to be planned; `rivals` are the reaches of all of its kind."""

    kind: Kind
    reach: Reach
    day: date
    at: time
    window: timedelta
    own_slot: bool = False
    rivals: Sequence[Reach] = ()


@dataclass(slots=True)
class Situation:
    """How things stand with people on that day; whoever is not named has nothing of the kind.

    `asked` is the day of somebody's check-in of the week, `answered` who responded to it or for
    whom it was called off, `silence` the weeks of messages without a sign of life, `pause_asked`
    who was asked about it. `come_back` are those to whom a prompt comes back by that day, None
    where that cannot be known yet. `at` is the instant of planning, None in a look ahead.
    """

    away: AbstractSet[int] = frozenset()
    shifts: Mapping[int, Sequence[Shift]] = field(default_factory=dict)
    loads: Mapping[int, Load] = field(default_factory=dict)
    asked: Mapping[int, date] = field(default_factory=dict)
    answered: AbstractSet[int] = frozenset()
    silence: Mapping[int, int] = field(default_factory=dict)
    pause_asked: AbstractSet[int] = frozenset()
    come_back: AbstractSet[int] | None = None
    crisis: bool = False
    at: datetime | None = None


class Planned(NamedTuple):
    """A message to one person; `asks_pause` puts one question in the message's place.

    One that is `held` back is not sent at its moment, for that reason.
    """

    person_id: int
    span: Span
    reachable: bool = True
    asks_pause: bool = False
    held: LeftOut | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What comes of one day of a schedule; messages and those left out are its whole audience.

    `held` are those of the left out who share what becomes of the others until their moment: a
    crisis, a break, a bot that was down. Their absence would tell who has been silent.
    """

    messages: Sequence[Planned]
    left_out: Mapping[LeftOut, int]
    held: Sequence[Planned] = ()

    @property
    def audience(self) -> int:
        """Return how many people the schedule was for."""
        return len(self.messages) + sum(self.left_out.values())


def plan(order: Order, people: Iterable[Addressee], now: Situation) -> Plan:
    """Plan one day of a schedule for the people it reaches, each of them once."""
    reaches = _remembered(lambda places: chosen(order.kind, order.rivals, places) == order.reach)
    span = _spans(order, now.shifts)
    messages: list[Planned] = []
    held: list[Planned] = []
    left_out: Counter[LeftOut] = Counter()
    for person in people:
        if not reaches(person.places) or not _is_meant(order, person, now):
            continue
        decision = _decide(order, person, now, span)
        if isinstance(decision, LeftOut):
            left_out[decision] += 1
        elif decision.held is None:
            messages.append(decision)
        else:
            left_out[decision.held] += 1
            if order.kind not in ANSWERS_CHOOSE:
                held.append(decision)
    return Plan(messages, left_out, held)


Spans = Callable[[Addressee], Span | DayOff]


def standing(order: Order, person: Addressee, now: Situation) -> Span | LeftOut:
    """Return when a message that was planned for somebody is due as things are, or why it is not.

    Limits and answers are none of its business: it counts among them already.
    """
    if chosen(order.kind, order.rivals, person.places) != order.reach:
        return LeftOut.CHANGED
    return _when(person, now, _spans(order, now.shifts))


def _decide(order: Order, person: Addressee, now: Situation, span: Spans) -> Planned | LeftOut:
    """Return what somebody gets, or why not.

    Whatever does not depend on answers comes first, so that its numbers tell nothing of them.
    """
    who = person.person_id
    when = _when(person, now, span)
    if isinstance(when, LeftOut):
        return when
    if not _is_needed(order.kind, who, now):
        return LeftOut.NOT_NEEDED
    silence = now.silence.get(who, 0)
    silent = order.kind is not Kind.ALERT and silence >= SILENT_WEEKS
    message = Planned(who, when, person.reachable, silent)
    too_late = now.at is not None and when.useful_until <= now.at
    # An alert is about the work itself: neither capped nor a coaching voice.
    if order.kind is Kind.ALERT or too_late or not person.reachable:
        return message
    if silent and who in now.pause_asked:
        return message._replace(held=LeftOut.SILENT, asks_pause=False)
    if not allowed(order.kind, now.loads.get(who, NOTHING), silence):
        return message._replace(held=LeftOut.CAP, asks_pause=False)
    return message


def _when(person: Addressee, now: Situation, span: Spans) -> Span | LeftOut:
    """Return when somebody may be written to on that day, or why not."""
    if now.crisis or person.person_id in now.away:
        return LeftOut.CRISIS if now.crisis else LeftOut.AWAY
    when = span(person)
    return LeftOut(when.value) if isinstance(when, DayOff) else when


def _is_meant(order: Order, person: Addressee, now: Situation) -> bool:
    """Tell whether the message is for somebody: a reminder from two working days after asking."""
    if order.kind is not Kind.REMINDER:
        return True
    asked = now.asked.get(person.person_id)
    waited = person.working.working_days(asked, order.day) if asked else 0
    return waited >= WORKING_DAYS_TO_REMINDER


def _is_needed(kind: Kind, who: int, now: Situation) -> bool:
    """One reminder for whoever has not responded; a follow-up for whom something comes back."""
    match kind:
        case Kind.REMINDER:
            return who not in now.answered and now.loads.get(who, NOTHING).reminders == 0
        case Kind.FOLLOW_UP:
            return now.come_back is None or who in now.come_back
        case _:
            return True


def _spans(order: Order, shifts: Mapping[int, Sequence[Shift]]) -> Spans:
    """Return the function that finds a person's moment; those of one frame share the answer."""
    known: dict[tuple[int, time | None], Span | DayOff] = {}

    def span(person: Addressee) -> Span | DayOff:
        at = slot_of(person) if order.own_slot else None
        if person.working.in_shifts:
            mine = shifts.get(person.person_id, ())
            return span_on(person.working, order.day, at or order.at, order.window, mine)
        key = (id(person.working), at)
        if key not in known:
            known[key] = span_on(person.working, order.day, at or order.at, order.window)
        return known[key]

    return span


def slot_of(person: Addressee) -> time | None:
    """Return somebody's own time as long as the working hours have room for it."""
    hours, slot = person.working.hours, person.slot
    fits = slot is not None and hours is not None and hours.includes(slot)
    return slot if fits or person.working.in_shifts else None


def _remembered(
    decide: Callable[[tuple[Seat, ...]], bool],
) -> Callable[[tuple[Seat, ...]], bool]:
    known: dict[tuple[Seat, ...], bool] = {}

    def remembered(places: tuple[Seat, ...]) -> bool:
        if places not in known:
            known[places] = decide(places)
        return known[places]

    return remembered
