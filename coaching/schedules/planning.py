"""What is due: planned day by day, with a delivery for each person that it concerns."""

import heapq
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count

from coaching.deliveries.alerts import warn_hr
from coaching.deliveries.moments import announce, is_anything_new
from coaching.deliveries.newcomers import plan_for_newcomer
from coaching.deliveries.occurrences import claim, order_of, plan_for, write
from coaching.deliveries.standing import has_day
from coaching.deliveries.unknown_values import look_at_settings, organisation_with_news
from coaching.people.audience import everybody, was_anybody_asked
from coaching.people.known import office_zone
from coaching.points.week_close import CountedWeek, close_weeks, count_week, forget_answers
from coaching.rules.calendar import Occurrence
from coaching.rules.planning import ANSWERS_CHOOSE, Addressee, Order, Plan
from coaching.rules.schedules import Kind
from coaching.rules.trusted_time import is_near
from coaching.schedules.days import let_come, owed
from coaching.schedules.due import Due, is_still_due, locked, zones_for
from coaching.stories.allowing import waits_for_word
from storage import deliveries, people, programme, schedules, shifts, trusted_time
from storage.database import Database, Session, Writer
from storage.programme import Organisation
from storage.schedules import Schedule

A_DAY = timedelta(days=1)
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
    more is written down as missed for everybody whom it concerned. While the time is in doubt
    nothing is planned.
    """
    return await _Round(database, now, failed).run()


async def catch_up(database: Database, now: datetime) -> None:
    """Plan what is due before something changes; what fails now is logged when tried again."""
    await plan_due(database, now, failed=lambda _: None)


@dataclass(frozen=True, slots=True)
class _Foreseen:
    """A day as it was planned before its transaction, and the newest day that was claimed then."""

    claimed: int | None
    order: Order
    plan: Plan


class _Round:
    """Plans what is due, one day of a schedule after the other, each in its own transaction."""

    def __init__(self, database: Database, now: datetime, failed: Failed) -> None:
        self._database = database
        self._now = now
        self._failed = failed
        self._casts: dict[int, list[Addressee]] = {}
        self._following: Due | None = None
        self._has_closed = False
        self._counted: CountedWeek | None = None
        self._foreseen: _Foreseen | None = None
        self._something_happened = False

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
        if self._something_happened or self._has_closed:
            await self._apart(Kind.MOMENT, announce(self._database, self._now))
        if self._has_closed:
            await self._apart(Kind.CLOSE, self._forget_answers())
        return planned

    async def _count(self, found: Due) -> None:
        """Count the week before its transaction begins: whoever writes does not wait for it."""
        organisation_id = found.schedule.organisation_id
        async with self._database.read() as session:
            organisation = await programme.organisation(session, organisation_id)
        day = found.failed_day or found.due.astimezone(office_zone(organisation)).date()
        self._counted = await count_week(self._database, organisation_id, day)

    async def _forget_answers(self) -> None:
        """Delete what was answered in a block that is published; the purge goes on if need be."""
        async with self._database.read() as session:
            organisation = await programme.the_organisation(session)
        if organisation is not None:
            await forget_answers(self._database, organisation.id)
        await self._database.forget()

    async def _apart(self, kind: Kind, doing: Awaitable[object]) -> None:
        """Do something that must stop nothing else, whatever happens to it."""
        try:
            await doing
        except Exception as error:  # noqa: BLE001
            self._failed(Failure(kind, None, self._now, error))

    async def _before_planning(self, came: Sequence[int], news_of: int | None) -> None:
        """Keep what is known of the settings, and plan for those who came since days were planned.

        From then on they are of the cast.
        """
        if news_of is not None:
            await self._apart(Kind.ALERT, look_at_settings(self._database, news_of, self._now))
        for person_id in came:
            doing = plan_for_newcomer(self._database, person_id, self._now)
            await self._apart(Kind.PROMPT, doing)

    async def _ready(self) -> list[Due]:
        """Return what is due; what waits to be tried again is not."""
        async with self._database.read() as session:  # mostly nothing is: then no writer waits
            trusted = await trusted_time.trusted(session)
            if trusted and (trusted.in_doubt or not is_near(self._now, trusted.at)):
                return []
            self._something_happened = await is_anything_new(session, self._now)
            due = await schedules.due(session, self._now)
            failures = await schedules.failures(session)
            came = await people.newly_placed(session)
            news = await organisation_with_news(session)
        await self._before_planning(came, news)
        waiting = {
            (each.schedule_id, each.due)
            for each, _ in failures
            # What waits longer than anything does was noted by a clock that was ahead.
            if self._now < each.retry_at <= self._now + LONGEST_WAIT
        }
        found = [Due(schedule, schedule.next_due) for schedule in due if schedule.next_due]
        found += [
            Due(schedule, each.due, each.day)
            for each, schedule in failures
            if each.due != schedule.next_due
        ]
        return [each for each in found if each.key not in waiting]

    async def _plan(self, found: Due) -> bool:
        """Plan it unless somebody else did; whatever happens, all of it or nothing."""
        if found.schedule.kind == Kind.CLOSE:
            await self._count(found)
        else:
            await self._foresee(found)
        async with self._database.write() as session:
            there = await locked(session, found)
            if there is None or not await is_still_due(session, there[0], found):
                return False
            schedule, organisation = there
            occurrence = await self._take(session, schedule, organisation, found)
            await schedules.forget_failure(session, schedule.id, found.due)
            if occurrence is None:
                return False
            missed = await self._carry_out(session, schedule, organisation, occurrence)
        if missed:
            await self._apart(Kind.ALERT, self._warn(organisation.id))
        return True

    async def _take(
        self, session: Session, schedule: Schedule, organisation: Organisation, found: Due
    ) -> Occurrence | None:
        """Return the day to be planned, if any, and let the schedule go on to the next."""
        days = await self._days(session, schedule, organisation, found)
        occurrence = next(days, None)
        if found.failed_day is not None:
            return occurrence
        if occurrence is not None and occurrence.due > self._now:
            # Nobody is in that zone any more, or its clocks have changed.
            let_come(schedule, occurrence)
            return None
        let_come(schedule, next(days, None))
        if schedule.next_due is not None and schedule.next_due <= self._now:
            self._following = Due(schedule, schedule.next_due)
        return occurrence

    async def _days(
        self, session: Session, schedule: Schedule, organisation: Organisation, found: Due
    ) -> Iterator[Occurrence]:
        """Return what was found and the days after it, or the one that failed before."""
        if found.failed_day is not None:
            stands = not schedule.paused and has_day(schedule, organisation, found.failed_day)
            return iter([Occurrence(found.failed_day, found.due)] if stands else [])
        return owed(schedule, organisation, await zones_for(session, schedule, organisation))

    async def _foresee(self, found: Due) -> None:
        """Plan the day before its transaction begins: whoever writes does not wait for it."""
        self._foreseen = None
        organisation_id = found.schedule.organisation_id
        async with self._database.read() as session:
            organisation = await programme.organisation(session, organisation_id)
            schedule = await schedules.one(session, organisation_id, found.schedule.id)
            if schedule is None:
                return
            day = next(await self._days(session, schedule, organisation, found), None)
            if day is None or day.due > self._now:
                return
            claimed = await deliveries.newest_claim(session)
            made = await self._planned(session, organisation, schedule, day)
            if made is not None:
                self._foreseen = _Foreseen(claimed, *made)

    async def _planned(
        self,
        session: Session,
        organisation: Organisation,
        schedule: Schedule,
        occurrence: Occurrence,
    ) -> tuple[Order, Plan] | None:
        """Plan the day, or take what was foreseen if nothing that it follows from has changed."""
        nobody_asked = schedule.kind == Kind.REMINDER and not await was_anybody_asked(
            session, organisation, occurrence.day
        )
        if nobody_asked:
            return None  # most days have nothing to remind of: then nobody has to be looked at
        running = await schedules.running(session, organisation.id)
        order = order_of(schedule, running, occurrence)
        known = self._foreseen
        if known and known.order == order:
            return order, known.plan
        cast = await self._cast(session, organisation, occurrence.day)
        return order, await plan_for(session, organisation, order, cast, self._now)

    async def _carry_out(
        self,
        session: Writer,
        schedule: Schedule,
        organisation: Organisation,
        occurrence: Occurrence,
    ) -> int:
        """Do what the day is for; return for how many people it comes too late, if HR is told.

        With a closed week HR is told of the stories that wait, all of that week at once.
        """
        if self._foreseen and self._foreseen.claimed != await deliveries.newest_claim(session):
            self._foreseen = None  # another day was planned meanwhile, and counts for the limits
        claimed = await claim(session, organisation, schedule, occurrence)
        if claimed is None:
            return 0
        if schedule.kind == Kind.CLOSE:
            self._has_closed = True
            day = occurrence.day
            await close_weeks(session, organisation, day, self._now, self._counted)
            await shifts.forget_before(session, occurrence.day - timedelta(weeks=1))
            return int(await waits_for_word(session, organisation, day))
        made = await self._planned(session, organisation, schedule, occurrence)
        if made is None:
            return 0
        missed = await write(session, claimed, made[1], self._now)
        return 0 if made[0].kind in ANSWERS_CHOOSE else missed

    async def _cast(
        self, session: Session, organisation: Organisation, day: date
    ) -> Sequence[Addressee]:
        """Return everybody, read once: a round plans for those who were there at its first day.

        What is planned for somebody who left meanwhile is called off when it is to be sent.
        """
        if organisation.id not in self._casts:
            last = (self._now + A_DAY).date()  # it is tomorrow somewhere already
            self._casts[organisation.id] = await everybody(
                session, organisation, day - A_DAY, last, settled=True
            )
        return self._casts[organisation.id]

    async def _note(self, found: Due, error: Exception) -> None:
        """Keep what failed to be tried again, and let the days after it have their turn."""
        kind = Kind(found.schedule.kind)
        self._failed(Failure(kind, found.schedule.id, found.due, error))
        self._casts.clear()  # it may have been out of date
        async with self._database.write() as session:
            there = await locked(session, found)
            if there is None or not await is_still_due(session, there[0], found):
                return
            schedule, organisation = there
            occurrence = await self._passed(session, schedule, organisation, found)
            if occurrence is None:
                return
            row = await schedules.note_failure(
                session, schedule.id, occurrence.due, occurrence.day
            )
            row.retry_at = self._now + wait_after(row.attempts)
            is_news = row.attempts >= TOLD_FROM and not row.told
        if is_news:
            await self._apart(Kind.ALERT, self._warn(organisation.id))

    async def _passed(
        self, session: Session, schedule: Schedule, organisation: Organisation, found: Due
    ) -> Occurrence | None:
        """Return the day that failed, and let the schedule go on to the next.

        Where its days cannot be found it stays due, and the day is that of the office's calendar.
        """
        try:
            return await self._take(session, schedule, organisation, found)
        except Exception:  # noqa: BLE001 - it is what failed before, and is known
            zone = office_zone(organisation)
            return Occurrence(found.due.astimezone(zone).date(), found.due)

    async def _warn(self, organisation_id: int) -> None:
        """Let HR be told, in a transaction of its own."""
        async with self._database.write() as session:
            if await warn_hr(session, organisation_id, self._now):
                await schedules.note_told(session, organisation_id)


def wait_after(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts at planning something."""
    factor: int = 2 ** min(attempts - 1, 10)
    return min(FIRST_WAIT * factor, LONGEST_WAIT)
