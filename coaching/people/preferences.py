"""A person's own switches: breaks without a reason, being reachable, a sign of life."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.programme import week_of
from storage import conversation, people
from storage.database import Database, Writer
from storage.people import Pause, Person

QUESTION_BREAK = "break"
LONGEST_BREAK = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Break:
    """Days without messages; `until` is the first day with messages again, None for unknown."""

    since: date
    until: date | None

    def holds(self, pause: Pause) -> bool:
        """Tell whether the days of a pause are days of this break."""
        return self.since <= pause.since and (self.until is None or pause.since < self.until)


async def breaks(database: Database, viewer: Viewer, now: datetime) -> list[Break]:
    """Return the breaks that go on or are to come, the earliest first; touching ones are one."""
    require(viewer, Action.SET_OWN_PREFERENCES)
    async with database.read() as session:
        return _joined(await people.pauses(session, viewer.person_id, viewer.local_day(now)))


async def pause(
    database: Database,
    viewer: Viewer,
    now: datetime,
    since: date | None = None,
    until: date | None = None,
) -> list[Break]:
    """Stop all messages begun by the bot from a day (or today) until another (or until resumed).

    This takes the place of a break that begins on the same day, and of one without an end; others
    stay. Raises BREAK_INVALID for days that are over, or too many. Returns all breaks.
    """
    require(viewer, Action.SET_OWN_PREFERENCES)
    today = viewer.local_day(now)
    begins = max(since or today, today)
    ends = until or begins + timedelta(days=1)
    if not begins < ends <= today + LONGEST_BREAK:
        raise CoachingError(Code.BREAK_INVALID)
    async with database.write() as session:
        await conversation.clear(session, viewer.person_id, QUESTION_BREAK)
        for known in await people.pauses(session, viewer.person_id, today):
            if known.until is None or max(known.since, today) == begins:
                await _end(session, known, today)
        await session.flush()  # at most one has no end: the old one goes before the new one comes
        session.add(Pause(person_id=viewer.person_id, since=begins, until=until))
        await session.flush()
        return _joined(await people.pauses(session, viewer.person_id, today))


async def resume(
    database: Database, viewer: Viewer, now: datetime, planned: date | None = None
) -> list[Break]:
    """End the break that goes on, or call off the planned one that begins on a day; others stay.

    Today was a day of a break only if that began earlier. Returns the breaks that are left.
    """
    require(viewer, Action.SET_OWN_PREFERENCES)
    today = viewer.local_day(now)
    async with database.write() as session:
        known = await people.pauses(session, viewer.person_id, today)
        meant = [each for each in _joined(known) if each.since == planned]
        for row in known:
            goes_on = row.since <= today
            if goes_on and planned is None:
                await _end(session, row, today)
            if not goes_on and any(each.holds(row) for each in meant):
                await session.delete(row)
        await session.flush()
        return _joined(await people.pauses(session, viewer.person_id, today))


async def ask_days(database: Database, viewer: Viewer, now: datetime) -> list[Break]:
    """Let the next text that the person types be the days of a break; return those there are."""
    require(viewer, Action.SET_OWN_PREFERENCES)
    async with database.write() as session:
        await conversation.put(session, viewer.person_id, QUESTION_BREAK)
        return _joined(await people.pauses(session, viewer.person_id, viewer.local_day(now)))


async def set_reachable(
    database: Database, person_id: int, now: datetime, *, reachable: bool
) -> None:
    """Note that the person's chat refuses messages, or takes them again."""
    async with database.write() as session:
        person = await session.get_one(Person, person_id)
        person.unreachable_since = None if reachable else person.unreachable_since or now


async def heard(database: Database, viewer: Viewer, now: datetime) -> None:
    """Note once a week that the person gave a sign of life."""
    day = max(viewer.local_day(now), viewer.programme_start)
    week = week_of(viewer.programme_start, day)
    if viewer.heard_week != week:
        async with database.write() as session:
            await people.note_heard(session, viewer.person_id, week)


async def _end(session: Writer, known: Pause, today: date) -> None:
    """Keep the days that are over: they are not counted."""
    if known.since < today:
        known.until = today
    else:
        await session.delete(known)


def _joined(pauses: Iterable[Pause]) -> list[Break]:
    """Return breaks with days between them, from pauses in the order of their beginnings.

    What was planned stands beside a break without an end, and is there when that one ends.
    """
    joined: list[Break] = []
    for each in pauses:
        last = joined[-1] if joined else None
        if last and last.until and each.since <= last.until:
            ends = max(last.until, each.until) if each.until else None
            joined[-1] = Break(last.since, ends)
        else:
            joined.append(Break(each.since, each.until))
    return joined
