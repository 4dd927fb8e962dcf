"""What is due: planned day by day, with a delivery for each person that it concerns."""

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from coaching.deliveries.alerts import warn_hr
from coaching.deliveries.occurrences import claim, order_of, plan_for, recurrence_of, write
from coaching.people.audience import everybody, was_anybody_asked, zones_of
from coaching.points.week_close import close_weeks
from coaching.rules.calendar import Occurrence
from coaching.rules.planning import Addressee
from coaching.rules.schedules import Kind, sendings
from storage import programme, schedules, shifts
from storage.database import Database, Session, Writer
from storage.programme import Organisation
from storage.schedules import PlanningFailure, Schedule

KINDS = [kind.value for kind in Kind]
A_MOMENT, A_DAY = timedelta(microseconds=1), timedelta(days=1)
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=10)
TOLD_FROM = 2  # attempts: what passes by itself is nothing to tell HR


@dataclass(frozen=True, slots=True)
class NextDue:
    """The next thing that will happen by itself."""

    at: datetime
    kind: Kind


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be done of a schedule, and why; it is tried again."""

    kind: Kind
    schedule_id: int | None
    due: datetime
    error: Exception


Failed = Callable[[Failure], None]


def raised(failure: Failure) -> None:
    """Stop at what could not be planned."""
    raise failure.error


async def next_due(database: Database) -> NextDue | None:
    """Return when something is due next, and what."""
    return next(iter(await agenda(database, at_most=1)), None)


async def agenda(database: Database, at_most: int | None = None) -> list[NextDue]:
    """Return when each running schedule is due next, the earliest first."""
    async with database.read() as session:
        found = await schedules.agenda(session, at_most)
    return [NextDue(at, Kind(kind)) for at, kind in found]


async def plan_due(database: Database, now: datetime, failed: Failed = raised) -> int:
    """Claim whatever is due, write its deliveries, and return how many occurrences there were.

    Each is a transaction of its own. One that fails is given to `failed` and tried again later;
    everything else goes out. Several runs at the same time do it once; what is not useful any
    more is written down as missed for everybody whom it concerned.
    """
    return await _Round(database, now, failed).run()


async def catch_up(database: Database, now: datetime) -> None:
    """Plan what is due before something changes; what fails now is logged when tried again."""
    await plan_due(database, now, failed=lambda _: None)


def coming(
    schedule: Schedule, organisation: Organisation, zones: Iterable[ZoneInfo], after: datetime
) -> Iterator[Occurrence]:
    """Yield the days of a schedule after an instant, each with the instant of planning it.

    That is the earliest at which anybody may be due, wherever they work and whatever time of day
    they chose.
    """
    kind, pattern = Kind(schedule.kind), recurrence_of(schedule)
    if schedule.own_slot:  # in shifts that can be any time of the day
        pattern = pattern.starting_at(time.min)
    places = [ZoneInfo(organisation.timezone)] if kind is Kind.CLOSE else list(zones)
    return sendings(kind, pattern, places, organisation.programme_start, after)


async def following(
    session: Session, schedule: Schedule, organisation: Organisation, now: datetime
) -> datetime | None:
    """Return when the schedule is to be planned next; what has yet to be planned stays due."""
    return _next(schedule, organisation, await zones_of(session, organisation), now)


async def reschedule(session: Writer, organisation: Organisation, now: datetime) -> None:
    """Find anew when each schedule is due: a zone or the working hours have changed."""
    zones = await zones_of(session, organisation)
    for schedule in await schedules.all_of(session, organisation.id):
        schedule.next_due = _next(schedule, organisation, zones, now)


def _next(
    schedule: Schedule, organisation: Organisation, zones: Iterable[ZoneInfo], now: datetime
) -> datetime | None:
    if schedule.next_due is not None and schedule.next_due <= now:
        return schedule.next_due  # fell due since the catching up, or its days cannot be found
    return next((o.due for o in coming(schedule, organisation, zones, now)), None)


@dataclass(frozen=True, slots=True)
class _Due:
    """What is to be planned: the next day of a schedule, or a day of it that failed before."""

    schedule: Schedule
    due: datetime
    failed_day: date | None = None

    @property
    def key(self) -> tuple[int, datetime]:
        return self.schedule.id, self.due

    @property
    def turn(self) -> tuple[datetime, int, int]:
        return turn_of(self.due, self.schedule)


def turn_of(due: datetime, schedule: Schedule) -> tuple[datetime, int, int]:
    """Order by time, then by kind, then by age: whoever comes first fills the limits first."""
    return due, KINDS.index(schedule.kind), schedule.id


class _Round:
    """Plans what is due, one day of a schedule after the other, each in its own transaction."""

    def __init__(self, database: Database, now: datetime, failed: Failed) -> None:
        self._database = database
        self._now = now
        self._failed = failed
        self._casts: dict[int, list[Addressee]] = {}
        self._following: _Due | None = None
        self._has_closed = False

    async def run(self) -> int:
        """Plan what is due, the earliest first; return how many days that were.

        What is planned is followed by the next day of its schedule if that is due too.
        """
        planned = 0
        number = count()  # whose turn is the same come as they were found
        waiting = [(each.turn, next(number), each) for each in await self._ready()]
        heapq.heapify(waiting)
        while waiting:
            *_, found = heapq.heappop(waiting)
            self._following = None
            try:
                planned += await self._plan(found)
            except Exception as error:  # noqa: BLE001 - nothing may stop the others
                await self._note(found, error)
            if self._following is not None:
                following = self._following
                heapq.heappush(waiting, (following.turn, next(number), following))
        if self._has_closed:
            await self._database.forget()
        return planned

    async def _ready(self) -> list[_Due]:
        """Return what is due; what waits to be tried again is not."""
        async with self._database.read() as session:  # mostly nothing is: then no writer waits
            due = await schedules.due(session, self._now)
            failures = await schedules.failures(session)
        waiting = {
            (each.schedule_id, each.due) for each, _ in failures if each.retry_at > self._now
        }
        found = [_Due(schedule, schedule.next_due) for schedule in due if schedule.next_due]
        found += [
            _Due(schedule, each.due, each.day)
            for each, schedule in failures
            if each.due != schedule.next_due
        ]
        return [each for each in found if each.key not in waiting]

    async def _plan(self, found: _Due) -> bool:
        """Plan it unless somebody else did; whatever happens, all of it or nothing."""
        async with self._database.write() as session:
            schedule, organisation = await _locked(session, found)
            if not await _is_still_due(session, schedule, found):
                return False
            occurrence = await self._take(session, schedule, organisation, found)
            await schedules.forget_failure(session, schedule.id, found.due)
            if occurrence is None:
                return False
            missed = await self._carry_out(session, schedule, organisation, occurrence)
        if missed:
            await self._warn(organisation.id)
        return True

    async def _take(
        self, session: Session, schedule: Schedule, organisation: Organisation, found: _Due
    ) -> Occurrence | None:
        """Return the day to be planned, if any, and let the schedule go on to the next."""
        if found.failed_day is not None:
            return Occurrence(found.failed_day, found.due)
        zones = await _zones(session, schedule, organisation)
        days = coming(schedule, organisation, zones, found.due - A_MOMENT)
        occurrence = next(days, None)
        if occurrence is not None and occurrence.due > self._now:
            # Nobody is in that zone any more.
            schedule.next_due = occurrence.due
            return None
        schedule.next_due = next((day.due for day in days), None)
        if schedule.next_due is not None and schedule.next_due <= self._now:
            self._following = _Due(schedule, schedule.next_due)
        return occurrence

    async def _carry_out(
        self,
        session: Writer,
        schedule: Schedule,
        organisation: Organisation,
        occurrence: Occurrence,
    ) -> int:
        """Do what the day is for; return for how many people it comes too late."""
        claimed = await claim(session, organisation, schedule, occurrence)
        if claimed is None:
            return 0
        if schedule.kind == Kind.CLOSE:
            self._has_closed = True
            await close_weeks(session, organisation, occurrence.day, self._now)
            await shifts.forget_before(session, occurrence.day - timedelta(weeks=1))
            return 0
        nobody_asked = schedule.kind == Kind.REMINDER and not await was_anybody_asked(
            session, organisation, occurrence.day
        )
        if nobody_asked:
            return 0  # most days have nothing to remind of: then nobody has to be looked at
        running = await schedules.running(session, organisation.id)
        cast = await self._cast(session, organisation, occurrence.day)
        made = await plan_for(session, organisation, order_of(schedule, running, occurrence), cast)
        return await write(session, claimed, made, self._now)

    async def _cast(
        self, session: Session, organisation: Organisation, day: date
    ) -> Sequence[Addressee]:
        """Return everybody, read once: a round plans for those who were there at its first day.

        What is planned for somebody who left meanwhile is called off when it is to be sent.
        """
        if organisation.id not in self._casts:
            last = (self._now + A_DAY).date()  # it is tomorrow somewhere already
            self._casts[organisation.id] = await everybody(
                session, organisation, day - A_DAY, last
            )
        return self._casts[organisation.id]

    async def _note(self, found: _Due, error: Exception) -> None:
        """Keep what failed to be tried again, and let the days after it have their turn."""
        kind = Kind(found.schedule.kind)
        self._failed(Failure(kind, found.schedule.id, found.due, error))
        self._casts.clear()  # it may have been out of date
        async with self._database.write() as session:
            schedule, organisation = await _locked(session, found)
            if not await _is_still_due(session, schedule, found):
                return
            occurrence = await self._passed(session, schedule, organisation, found)
            if occurrence is None:
                return
            row = await schedules.note_failure(
                session, schedule.id, occurrence.due, occurrence.day
            )
            row.retry_at = self._now + wait_after(row.attempts)
            is_news = row.attempts >= TOLD_FROM and not row.told
        if is_news:
            await self._warn(organisation.id)

    async def _passed(
        self, session: Session, schedule: Schedule, organisation: Organisation, found: _Due
    ) -> Occurrence | None:
        """Return the day that failed, and let the schedule go on to the next.

        Where its days cannot be found it stays due, and the day is that of the office's calendar.
        """
        try:
            return await self._take(session, schedule, organisation, found)
        except Exception:  # noqa: BLE001 - it is what failed before, and is known
            zone = ZoneInfo(organisation.timezone)
            return Occurrence(found.due.astimezone(zone).date(), found.due)

    async def _warn(self, organisation_id: int) -> None:
        """Let HR be told, apart from all else: an alert that fails takes nothing with it."""
        try:
            async with self._database.write() as session:
                if await warn_hr(session, organisation_id, self._now):
                    await schedules.note_told(session, organisation_id)
        except Exception as error:  # noqa: BLE001
            self._failed(Failure(Kind.ALERT, None, self._now, error))


def wait_after(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts at planning something."""
    factor: int = 2 ** min(attempts - 1, 10)
    return min(FIRST_WAIT * factor, LONGEST_WAIT)


async def _locked(session: Writer, found: _Due) -> tuple[Schedule, Organisation]:
    """Return the schedule and its organisation as they are now, with no change of HR's between."""
    organisation_id = found.schedule.organisation_id
    organisation = await programme.organisation_to_change(session, organisation_id)
    schedule = await schedules.one_to_change(session, organisation_id, found.schedule.id)
    if schedule is None:
        raise LookupError("schedule")
    return schedule, organisation


async def _is_still_due(session: Session, schedule: Schedule, found: _Due) -> bool:
    if found.failed_day is None:
        return not schedule.paused and schedule.next_due == found.due
    return await session.get(PlanningFailure, (schedule.id, found.due)) is not None


async def _zones(
    session: Session, schedule: Schedule, organisation: Organisation
) -> Sequence[ZoneInfo]:
    """Return the zones in which the schedule may be due; weeks end in the office's alone."""
    if schedule.kind == Kind.CLOSE:
        return [ZoneInfo(organisation.timezone)]
    return await zones_of(session, organisation)
