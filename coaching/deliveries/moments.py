"""Telling a team what happened to it: each at their next time of work, in the account of HR."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from coaching.deliveries.occurrences import write
from coaching.people.audience import everybody, situation
from coaching.people.known import office_zone
from coaching.points.moments import TOLD_WITHIN, note_challenges
from coaching.rules.access import Role
from coaching.rules.caps import NOTHING
from coaching.rules.moments import MomentKind
from coaching.rules.planning import Addressee, LeftOut, Order, Plan, Planned, Situation, plan
from coaching.rules.programme import week_of
from coaching.rules.schedules import Kind, Reach
from storage import deliveries, moments, programme, schedules
from storage.database import Database, Session, Writer
from storage.moments import Moment
from storage.programme import Organisation
from storage.schedules import Schedule

A_DAY = timedelta(days=1)
DAYS = 7  # a vote is open for as long; whoever works on none of them is left out
AT, WINDOW = time(11, 0), timedelta(hours=6)
FOR_MEMBERS = (MomentKind.VOTE_OPENED, MomentKind.CHALLENGE_BEGUN)
AT_ONCE = 50  # in one transaction


async def announce(database: Database, now: datetime) -> None:
    """Plan what happened and was not planned yet: each moment once, or not at all."""
    async with database.read() as session:
        organisation = await programme.the_organisation(session)
    if organisation is None:
        return
    more = True
    while more:
        async with database.write() as session:
            locked = await programme.organisation_to_change(session, organisation.id)
            more = await _announce(session, locked, now)


async def is_anything_new(session: Session, now: datetime) -> bool:
    """Tell whether there may be something to announce; the office's day decides afterwards."""
    return await moments.is_anything_new(session, now.date() - TOLD_WITHIN, now.date())


def _today(organisation: Organisation, now: datetime) -> date:
    return now.astimezone(office_zone(organisation)).date()


async def _announce(session: Writer, organisation: Organisation, now: datetime) -> bool:
    """Plan some of what waits; tell whether there may be more."""
    today = _today(organisation, now)
    await note_challenges(session, organisation, today)
    found = await moments.waiting(session, organisation.id, AT_ONCE)
    if not found:
        return False
    cast = await everybody(session, organisation, today, today + DAYS * A_DAY)
    schedule = await _schedule(session, organisation)
    days = _Days(session, organisation)
    for moment in found:
        for day, made in await _plans(moment, schedule, cast, days, now, today):
            week = week_of(organisation.programme_start, day)
            claimed = await deliveries.claim(session, schedule.id, day, week, now, moment.id)
            if claimed is not None:
                await write(session, claimed, made, now)
        moment.planned = True
    await session.flush()
    return len(found) == AT_ONCE


async def _schedule(session: Writer, organisation: Organisation) -> Schedule:
    """Return what moments are accounted for under, made when the first one comes."""
    for known in await schedules.of_kind(session, organisation.id, Kind.MOMENT):
        return known
    made = Schedule(
        organisation_id=organisation.id,
        kind=Kind.MOMENT,
        weekdays="mon,tue,wed,thu,fri,sat,sun",
        at=AT,
        anchor=organisation.programme_start,
        window_minutes=int(WINDOW.total_seconds() // 60),
    )
    session.add(made)
    await session.flush()
    return made


class _Days:
    """How things stand with people on the days to come, with what is planned here meanwhile."""

    def __init__(self, session: Session, organisation: Organisation) -> None:
        self._session = session
        self._organisation = organisation
        self._known: dict[date, Situation] = {}

    async def of(self, day: date) -> Situation:
        """Return how things stand on a day."""
        if day not in self._known:
            found = await situation(self._session, self._organisation, Kind.MOMENT, day)
            self._known[day] = found
        return self._known[day]

    def count(self, day: date, told: Sequence[Planned]) -> None:
        """Let what was planned for a day count for the limits."""
        week = week_of(self._organisation.programme_start, day)
        for other, now in self._known.items():
            if week_of(self._organisation.programme_start, other) != week:
                continue
            loads = dict(now.loads)
            for who in (message.person_id for message in told):
                before = loads.get(who, NOTHING)
                more = before.plus(Kind.MOMENT)
                loads[who] = more if other == day else more._replace(today=before.today)
            now.loads = loads


async def _plans(
    moment: Moment,
    schedule: Schedule,
    cast: Sequence[Addressee],
    days: _Days,
    now: datetime,
    today: date,
) -> list[tuple[date, Plan]]:
    """Return who is told on which day: the first on which each may be written to.

    Whoever may be on none of them stands in the account of the first.
    """
    coming = [moment.day + n * A_DAY for n in range(DAYS)]
    ahead = [day for day in coming if day >= today] or coming[-1:]
    people = [each for each in cast if any(p.team_id == moment.team_id for p in each.places)]
    messages = dict[date, list[Planned]]()
    left_out: Mapping[LeftOut, int] = {}
    for day in ahead:
        made = plan(order_for(schedule, moment, day), people, await days.of(day))
        messages[day] = [m for m in made.messages if m.span.useful_until > now or day == ahead[-1]]
        left_out = made.left_out
        days.count(day, messages[day])
        people = _others(people, messages[day])
        if not made.messages and not left_out:
            break
    first = Plan(messages.pop(ahead[0]), left_out)
    plans = [(ahead[0], first), *((day, Plan(told, {})) for day, told in messages.items())]
    return [(day, made) for day, made in plans if made.audience]


def _others(people: Sequence[Addressee], told: Sequence[Planned]) -> list[Addressee]:
    known = {message.person_id for message in told}
    return [each for each in people if each.person_id not in known]


def order_for(schedule: Schedule, moment: Moment, day: date) -> Order:
    """Return what is to be planned of a moment on a day; some are for members alone."""
    role = Role.STAFF if moment.kind in FOR_MEMBERS else None
    reach = Reach(team_id=moment.team_id, role=role)
    window = timedelta(minutes=schedule.window_minutes)
    return Order(Kind.MOMENT, reach, day, schedule.at, window, rivals=[reach])
