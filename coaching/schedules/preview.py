"""What a schedule will send next, to how many, and who is left out: found by planning it.

It is planned as if everybody gave signs of life, nobody had answered this week's check-in, and all
that was planned this week had gone out: what really happened would tell HR who answered.
"""

import asyncio
import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from coaching.deliveries.occurrences import is_readable, order_of, reach_of
from coaching.people.audience import everybody, shift_of, zones_of
from coaching.people.known import office_zone
from coaching.rules.calendar import Occurrence
from coaching.rules.caps import NOTHING
from coaching.rules.pace import Batch, sent_by
from coaching.rules.planning import (
    ANSWERS_CHOOSE,
    Addressee,
    LeftOut,
    Order,
    Plan,
    Planned,
    Situation,
    plan,
)
from coaching.rules.programme import week_of
from coaching.rules.schedules import Kind, Reach, left_without
from coaching.rules.working_times import Shift
from coaching.schedules.days import coming
from coaching.schedules.due import turn_of
from storage import deliveries, people, programme, shifts
from storage.database import Session
from storage.people import Pause
from storage.programme import Organisation
from storage.schedules import Schedule

SENDINGS = 3
LINES = 6
DAYS = 40  # of a reminder, which comes on some of its days only
HORIZON = timedelta(weeks=14)
A_DAY, A_MINUTE = timedelta(days=1), timedelta(minutes=1)
FORESEEN = frozenset(Kind) - ANSWERS_CHOOSE
LOADING = frozenset(Kind) - {Kind.CLOSE, Kind.ALERT, Kind.FOLLOW_UP}


@dataclass(frozen=True, slots=True)
class Forecast:
    """One coming day of a schedule; the times of the day are those of the people's own clocks.

    `people` are the most whom it may reach: whoever has been silent gets less. A reminder's are
    those whose turn it is on that day; whoever has been reminded before is not counted. Sending
    takes `until` by the office's clock, if it takes more than a moment; `late` of them are of no
    use any more by then, or `late_others` of other schedules' messages that would be in time
    without these.
    """

    day: date
    people: int
    unreachable: int
    earliest: time | None
    latest: time | None
    left_out: Mapping[LeftOut, int]
    until: time | None = None
    late: int = 0
    late_others: int = 0

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
    past: Sequence[tuple[Order, AbstractSet[int]]]  # with those for whom it came too late
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
    today = now.astimezone(office_zone(organisation)).date()
    begin, end = _span(schedule, now)
    monday = today - timedelta(days=today.weekday())
    planned = await deliveries.planned_since(session, organisation.id, monday - A_DAY)
    claimed = {(each.schedule_id, each.day) for each, _ in planned}  # they are not planned again
    steps = _steps(every, organisation, zones, begin, end, claimed)
    first = next(steps, None)
    ahead = iter(()) if first is None else _with(first, steps)
    week = week_of(organisation.programme_start, today if first is None else first.occurrence.day)
    missed = await deliveries.missed_since(session, organisation.id, monday - A_DAY)
    past = [
        (_as_planned(row, running, Occurrence(each.day, each.due)), missed.get(each.id, set()))
        for each, row in planned
        if each.week == week and row.kind in LOADING and is_readable(row)
    ]
    since = min([today, *(order.day for order, _ in past)])
    until = end.date() + timedelta(days=1)
    cast = await everybody(session, organisation, since, until)
    worked: dict[date, dict[int, list[Shift]]] = defaultdict(lambda: defaultdict(list))
    for row in await shifts.on_days(session, organisation.id, since, until):
        worked[row.day][row.person_id].append(shift_of(row))
    return Known(
        organisation,
        schedule,
        every,
        today,
        past,
        ahead,
        cast,
        Situation(crisis=await programme.crisis(session, organisation.id) is not None),
        await people.pauses_between(session, organisation.id, since, until),
        worked,
    )


def _as_planned(schedule: Schedule, running: Sequence[Schedule], day: Occurrence) -> Order:
    """Return what was to be planned for a day that is over, also of a schedule that was paused."""
    return order_of(schedule, [schedule, *(r for r in running if r.id != schedule.id)], day)


async def ahead(known: Known) -> tuple[list[Forecast], int]:
    """Return the next days of a schedule, and how many people none of its kind is for.

    Days until three of them send something, six at most. Follow-ups are counted as if everybody
    had one in their own forecast and nobody in others. Days on which nobody's reminder can be due
    are passed over.
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
    claimed: AbstractSet[tuple[int, date]],
) -> Iterator[ComingDay]:
    """Yield the days of all schedules in the order in which they will be planned."""

    def days(schedule: Schedule) -> Iterator[ComingDay]:
        ahead = takewhile(lambda day: day.due <= end, coming(schedule, organisation, zones, begin))
        return (
            ComingDay(schedule, each) for each in ahead if (schedule.id, each.day) not in claimed
        )

    messages = (each for each in every if each.kind != Kind.CLOSE and is_readable(each))
    return heapq.merge(*(days(schedule) for schedule in messages), key=lambda step: step.turn)


def _with(first: ComingDay, rest: Iterator[ComingDay]) -> Iterator[ComingDay]:
    yield first
    yield from rest


def _unfold(known: Known) -> list[Forecast]:
    """Plan day after day of everything, and note what falls to the one schedule."""
    found: list[Forecast] = []
    batches: list[Batch] = []
    day = _relive(known)
    passed, complete = 0, False
    for step in known.steps:
        if step.occurrence.day != day:
            _queue(found, batches, day, known)
            if complete:
                return found
        _turn_to(step.occurrence.day, day, known)
        day = step.occurrence.day
        order = order_of(step.schedule, known.schedules, step.occurrence)
        if order.kind is Kind.FOLLOW_UP and step.schedule is not known.schedule:
            continue
        made = plan(order, known.people, known.now)
        _note(made, order.kind, day, known.now)
        own = step.schedule is known.schedule
        batches += _batches(made.messages, own=own) if own or order.kind in FORESEEN else []
        if own and not complete:
            passed += 1
            line = _forecast(day, made, known.people)
            found += [line] if line.audience or order.kind is not Kind.REMINDER else []
        sending = sum(bool(each.people) for each in found)
        complete = sending == SENDINGS or len(found) == LINES or passed == DAYS
    _queue(found, batches, day, known)
    return found


def _relive(known: Known) -> date | None:
    """Let what was planned this week count for what comes; return the last of its days.

    It counts for all for whom it was in time, which no answer decides: what became of it
    afterwards is not looked at.
    """
    day: date | None = None
    for order, missed in known.past:
        _turn_to(order.day, day, known)
        day = order.day
        _note(plan(order, known.people, known.now), order.kind, day, known.now, missed)
    return day


def _batches(messages: Sequence[Planned], *, own: bool) -> list[Batch]:
    """Return what goes out together; people of one frame share the object of their span."""
    numbers = Counter(id(message.span) for message in messages if message.reachable)
    spans = {id(message.span): message.span for message in messages}
    return [Batch(spans[key].due, spans[key].useful_until, n, own) for key, n in numbers.items()]


def _queue(found: list[Forecast], batches: list[Batch], day: date | None, known: Known) -> None:
    """Say of a day that is over how long its messages take, and what does not fit in."""
    if found and found[-1].day == day:
        pace = known.organisation.messages_per_second
        queue = sent_by(batches, pace)
        without = sent_by([each for each in batches if not each.own], pace)
        last = max((each.due for each in batches if each.own), default=None)
        lasts = queue.until is not None and last is not None and queue.until - last >= A_MINUTE
        found[-1] = replace(
            found[-1],
            until=_full_minute(queue.until, known) if queue.until and lasts else None,
            late=queue.late,
            late_others=max(0, queue.late_others - without.late_others),
        )
    batches.clear()


def _full_minute(at: datetime, known: Known) -> time:
    """Return the office's clock at the next full minute."""
    local = (at + A_MINUTE - timedelta(microseconds=1)).astimezone(office_zone(known.organisation))
    return local.time().replace(second=0, microsecond=0)


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


def _note(
    made: Plan, kind: Kind, day: date, now: Situation, missed: AbstractSet[int] = frozenset()
) -> None:
    """Let what was planned in time count for what comes after it."""
    arriving = [m for m in made.messages if m.reachable and m.person_id not in missed]
    loads = {m.person_id: now.loads.get(m.person_id, NOTHING).plus(kind) for m in arriving}
    now.loads = {**now.loads, **loads}
    now.pause_asked = now.pause_asked | {m.person_id for m in made.messages if m.asks_pause}
    if kind is Kind.CHECKIN:
        # Whom it could not ask had their turn as well, as in the run: they are not reminded.
        turns = {m.person_id: day for m in (*made.messages, *made.held)}
        asked = {m.person_id for m in arriving if not m.asks_pause}
        not_asked = (now.answered | turns.keys()) - asked - (now.asked.keys() - now.answered)
        now.asked = {**{who: on for who, on in turns.items() if who not in missed}, **now.asked}
        now.answered = not_asked & now.asked.keys()


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
