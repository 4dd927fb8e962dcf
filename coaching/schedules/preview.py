"""What a schedule will send next, to how many, and who is left out: found by planning it."""

import asyncio
import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from coaching.deliveries.occurrences import order_of, reach_of, recurrence_of
from coaching.people.audience import everybody, shift_of, situation, zones_of
from coaching.rules.calendar import Occurrence
from coaching.rules.caps import NOTHING, WORKING_DAYS_TO_REMINDER
from coaching.rules.planning import Addressee, LeftOut, Plan, Planned, Situation, plan
from coaching.rules.programme import week_of
from coaching.rules.schedules import Kind, Reach, left_without
from coaching.rules.working_times import Shift
from coaching.schedules.planning import coming, turn_of
from storage import people, shifts
from storage.database import Session
from storage.people import Pause
from storage.programme import Organisation
from storage.schedules import Schedule

SENDINGS = 3
LINES = 6
DAYS = 40  # of a reminder, which comes on some of its days only
HORIZON = timedelta(weeks=14)


@dataclass(frozen=True, slots=True)
class Forecast:
    """One coming day of a schedule; the times of the day are those of the people's own clocks.

    A reminder's audience are those whose turn it is on that day; whoever has been reminded before
    is not counted.
    """

    day: date
    people: int
    unreachable: int
    earliest: time | None
    latest: time | None
    left_out: Mapping[LeftOut, int]

    @property
    def audience(self) -> int:
        """Return for how many people the schedule is on that day."""
        return self.people + self.unreachable + sum(self.left_out.values())


@dataclass(frozen=True, slots=True, eq=False)
class ComingDay:
    """One coming day of a schedule."""

    schedule: Schedule
    occurrence: Occurrence

    @property
    def turn(self) -> tuple[datetime, int, int]:
        """Order as planning does."""
        return turn_of(self.occurrence.due, self.schedule)


@dataclass(slots=True)
class Known:
    """All that planning the coming weeks of a schedule has to know, read once."""

    organisation: Organisation
    schedule: Schedule
    schedules: Sequence[Schedule]
    today: date
    steps: Iterator[ComingDay]
    people: Sequence[Addressee]
    now: Situation
    pauses: Sequence[Pause]
    shifts: Mapping[date, Mapping[int, Sequence[Shift]]]


async def read(
    session: Session,
    organisation: Organisation,
    schedule: Schedule,
    running: Sequence[Schedule],
    now: datetime,
) -> Known:
    """Read what the coming days of a schedule depend on, with whatever else is running.

    The limits per person hold for all schedules together, so all are planned along with it.
    """
    every = [*(other for other in running if other.id != schedule.id), schedule]
    zones = await zones_of(session, organisation)
    today = now.astimezone(ZoneInfo(organisation.timezone)).date()
    begin, end = _span(schedule, now)
    steps = _steps(every, organisation, zones, begin, end)
    first = next(steps, None)
    ahead = iter(()) if first is None else _with(first, steps)
    since = today if first is None else first.occurrence.day
    until = end.date() + timedelta(days=1)
    cast = await everybody(session, organisation, since, until)
    worked: dict[date, dict[int, list[Shift]]] = defaultdict(lambda: defaultdict(list))
    for row in await shifts.on_days(session, organisation.id, since, until):
        worked[row.day][row.person_id].append(shift_of(row))
    standing = await situation(session, organisation, Kind.REMINDER, since)
    return Known(
        organisation,
        schedule,
        every,
        today,
        ahead,
        cast,
        _as_if_unanswered(standing, cast, since),
        await people.pauses_between(session, organisation.id, since, until),
        worked,
    )


async def ahead(known: Known) -> tuple[list[Forecast], int]:
    """Return the next days of a schedule, and how many people none of its kind is for.

    Days until three of them send something, six at most. Answers and silence cannot be foreseen:
    reminders are counted as if nobody answered, follow-ups as if everybody had one in their own
    forecast and nobody in others, and whoever gives signs of life now as if they went on to. Days
    on which nobody's reminder can be due are passed over.
    """
    return await asyncio.to_thread(lambda: (_unfold(known), _without(known)))


def _without(known: Known) -> int:
    """Count whom none of a kind's schedules is for, with this one among them.

    A champion's message is for whom it is for: it leaves nobody without.
    """
    kind = Kind(known.schedule.kind)
    lasting = [
        each
        for each in known.schedules
        if each.kind == kind and (each.last or known.today) >= known.today
    ]
    reaches = [reach_of(each) for each in lasting]
    if kind is Kind.CHAMPION or Reach() in reaches:
        return 0
    return left_without(kind, reaches, (person.places for person in known.people))


def _span(schedule: Schedule, now: datetime) -> tuple[datetime, datetime]:
    """Return from when to when to look ahead: a late beginning is seen with its whole week."""
    first = schedule.first or now.date()
    eve = first - timedelta(days=first.weekday() + 1)  # it is Monday somewhere else already
    begin = max(now, datetime.combine(eve, time.min, now.tzinfo))
    return begin, max(now, datetime.combine(first, time.min, now.tzinfo)) + HORIZON


def _steps(
    every: Sequence[Schedule],
    organisation: Organisation,
    zones: Sequence[ZoneInfo],
    begin: datetime,
    end: datetime,
) -> Iterator[ComingDay]:
    """Yield the days of all schedules in the order in which they will be planned."""

    def days(schedule: Schedule) -> Iterator[ComingDay]:
        ahead = coming(schedule, organisation, zones, begin)
        return (ComingDay(schedule, day) for day in takewhile(lambda day: day.due <= end, ahead))

    messages = (each for each in every if each.kind != Kind.CLOSE and _is_readable(each))
    return heapq.merge(*(days(schedule) for schedule in messages), key=lambda step: step.turn)


def _is_readable(schedule: Schedule) -> bool:
    """Tell whether a schedule's days can be found; one that is broken stops no other's preview."""
    try:
        recurrence_of(schedule)
    except ValueError:
        return False
    return True


def _with(first: ComingDay, rest: Iterator[ComingDay]) -> Iterator[ComingDay]:
    yield first
    yield from rest


def _as_if_unanswered(now: Situation, cast: Sequence[Addressee], begin: date) -> Situation:
    """Forget who has answered: numbers of reminders to come would tell HR how many did.

    Where reminders have gone out this week, those whose turn it was are done with, reminded or
    not: whoever is left would be those who answered.
    """
    now.answered = frozenset()
    if any(load.reminders for load in now.loads.values()):
        working = {person.person_id: person.working for person in cast}
        now.asked = {
            who: day
            for who, day in now.asked.items()
            if who in working and working[who].working_days(day, begin) < WORKING_DAYS_TO_REMINDER
        }
    return now


def _unfold(known: Known) -> list[Forecast]:
    """Plan day after day of everything, and note what falls to the one schedule."""
    found: list[Forecast] = []
    day: date | None = None
    passed = 0
    for step in known.steps:
        _turn_to(step.occurrence.day, day, known)
        day = step.occurrence.day
        order = order_of(step.schedule, known.schedules, step.occurrence)
        if order.kind is Kind.FOLLOW_UP and step.schedule is not known.schedule:
            continue
        made = plan(order, known.people, known.now)
        _note(made.messages, order.kind, day, known.now)
        if step.schedule is known.schedule:
            passed += 1
            line = _forecast(day, made, known.people)
            found += [line] if line.audience or order.kind is not Kind.REMINDER else []
        sending = sum(bool(each.people) for each in found)
        if sending == SENDINGS or len(found) == LINES or passed == DAYS:
            break
    return found


def _turn_to(day: date, before: date | None, known: Known) -> None:
    """Bring what is known to another day: loads of the day end with it, those of the week too."""
    now, start = known.now, known.organisation.programme_start
    if before is not None and week_of(start, before) != week_of(start, day):
        now.loads, now.asked, now.answered = {}, {}, frozenset()
    elif before is not None and before != day:
        now.loads = {person: load.tomorrow for person, load in now.loads.items()}
    if before != day:
        now.shifts = known.shifts.get(day, {})
        now.away = {
            pause.person_id
            for pause in known.pauses
            if pause.since <= day and (pause.until is None or day < pause.until)
        }


def _note(messages: Sequence[Planned], kind: Kind, day: date, now: Situation) -> None:
    """Let what was planned count for what comes after it."""
    arriving = [message for message in messages if message.reachable]
    loads = {m.person_id: now.loads.get(m.person_id, NOTHING).plus(kind) for m in arriving}
    now.loads = {**now.loads, **loads}
    now.pause_asked = now.pause_asked | {m.person_id for m in messages if m.asks_pause}
    if kind is Kind.CHECKIN:
        asked = {m.person_id: day for m in arriving if not m.asks_pause}
        now.asked = {**now.asked, **asked}


def _forecast(day: date, made: Plan, cast: Sequence[Addressee]) -> Forecast:
    zones = {person.person_id: person.working.zone for person in cast}
    arriving = [message for message in made.messages if message.reachable]
    clocks = {m.span.due.astimezone(zones[m.person_id]).time() for m in arriving}
    return Forecast(
        day,
        len(arriving),
        len(made.messages) - len(arriving),
        min(clocks, default=None),
        max(clocks, default=None),
        {reason: n for reason, n in made.left_out.items() if reason is not LeftOut.NOT_NEEDED},
    )
