"""The preview and the real run agree: whatever is promised happens, day by day."""

import asyncio
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from coaching.deliveries import report
from coaching.people import preferences
from coaching.people.audience import everybody
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.planning import LeftOut
from coaching.rules.schedules import Kind
from coaching.schedules import editor
from coaching.schedules.days import reschedule
from coaching.schedules.planning import next_due, plan_due
from coaching.schedules.preview import Forecast
from storage import programme as programmes
from storage.database import Database, Session
from storage.deliveries import Delivery, LeftOutCount, Occurrence
from storage.people import Pause, Person
from storage.programme import Unit
from storage.schedules import Schedule
from storage.shifts import OwnShift
from tests.organisation import Begun, Programme, a_copy_of, founded

PEOPLE = 12
ZONES = (None, "Europe/Stockholm", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati")


@pytest.fixture(scope="module")
def begun(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Begun:
    path = tmp_path_factory.mktemp("previewing") / "begun.db"
    shutil.copy(migrated_file, path)
    return asyncio.run(_begin(path))


async def _begin(path: Path) -> Begun:
    database = Database(f"sqlite:///{path}")
    programme = await founded(database)
    teams = [await programme.team(name, unit=unit) for unit, name in TEAMS]
    people = [
        await programme.joins(f"P{n}", teams[n % 4], Role.LEAD if n % 5 == 0 else Role.STAFF)
        for n in range(PEOPLE)
    ]
    await database.close()
    return Begun(path, programme, people)


TEAMS = (("Desks", "Desk"), ("Desks", "Phone"), ("Care", "North"), ("Care", "South"))


@dataclass(frozen=True)
class World:
    """What one example varies."""

    begins: int  # hours after the founding at which HR looks
    unit_zone: str | None
    unit_hours: tuple[time, time] | None
    in_shifts: bool
    works_holidays: bool
    own_zones: dict[int, str]
    slots: dict[int, time]
    breaks: dict[int, tuple[int, int]]
    unreachable: set[int]
    shifts: dict[tuple[int, int], int]
    schedules: list[Schedule]
    looked_at: int


hours = st.sampled_from([(time(8), time(12)), (time(10), time(16)), (time(12), time(17))])
who = st.integers(0, PEOPLE - 1)
kinds = st.sampled_from([Kind.PROMPT, Kind.CHECKIN, Kind.POINTS_POST, Kind.CHAMPION])


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    kind = draw(kinds)
    unit_id, team_id = draw(
        st.sampled_from([(None, None), (None, None), (1, None), (2, None), (None, 3)])
    )
    days = draw(st.sets(st.sampled_from(list(Weekday)), min_size=1))
    first = draw(st.none() | st.integers(0, 30).map(lambda n: date(2026, 4, 1) + timedelta(n)))
    return Schedule(
        organisation_id=1,
        kind=kind,
        weekdays=",".join(day for day in Weekday if day in days),
        at=time(draw(st.integers(8, 16)), draw(st.sampled_from([0, 15, 30]))),
        own_slot=draw(st.booleans()),
        every_weeks=draw(st.sampled_from([1, 1, 2])),
        anchor=date(2026, 1, 12),
        first=first,
        last=draw(st.none() | st.just(date(2026, 5, 20))),
        window_minutes=draw(st.sampled_from([60, 240, 480])),
        role=draw(st.sampled_from([None, None, "lead"])) if kind is Kind.PROMPT else None,
        texts='{"en": "Hi"}' if kind is Kind.CHAMPION else None,
        unit_id=unit_id,
        team_id=team_id,
    )


worlds = st.builds(
    World,
    # From March on: the clocks change at the end of the month, Easter and 1 May are holidays.
    begins=st.integers(7 * 7 * 24, 15 * 7 * 24),
    unit_zone=st.sampled_from(ZONES),
    unit_hours=st.none() | hours,
    in_shifts=st.booleans(),
    works_holidays=st.booleans(),
    own_zones=st.dictionaries(who, st.sampled_from(ZONES[1:]), max_size=3),
    slots=st.dictionaries(who, st.sampled_from([time(7, 30), time(9), time(16, 30)]), max_size=6),
    breaks=st.dictionaries(who, st.tuples(st.integers(0, 21), st.integers(1, 10)), max_size=4),
    unreachable=st.sets(who, max_size=2),
    shifts=st.dictionaries(
        st.tuples(who, st.integers(0, 30)), st.sampled_from([4, 11, 19]), max_size=60
    ),
    schedules=st.lists(schedules(), min_size=0, max_size=4),
    looked_at=st.integers(0, 8),
)


async def made(programme: Programme, begun: Begun, world: World) -> None:
    """Bring the world into the database, and the programme to its beginning."""
    programme.now += timedelta(hours=world.begins)
    today = programme.hanna.local_day(programme.now)
    await plan_due(programme.database, programme.now)
    async with programme.database.write() as session:
        organisation = await programmes.organisation(session, programme.id)
        organisation.country = "FI"
        care = (await session.exec(select(Unit).where(Unit.name == "Care"))).one()
        care.timezone, care.in_shifts = world.unit_zone, world.in_shifts
        care.works_holidays = world.works_holidays
        care.opens, care.closes = world.unit_hours or (None, None)
        for n, viewer in enumerate(begun.people):
            person = await session.get_one(Person, viewer.person_id)
            person.timezone, person.slot = world.own_zones.get(n), world.slots.get(n)
            person.unreachable_since = programme.now if n in world.unreachable else None
            person.heard_week = 1000  # everybody gives signs of life until then
        for n, (after, length) in world.breaks.items():
            since = today + timedelta(days=after)
            until = since + timedelta(days=length)
            session.add(Pause(person_id=begun.people[n].person_id, since=since, until=until))
        for (n, after), hour in world.shifts.items():
            day = today + timedelta(days=after)
            start = datetime.combine(day, time(hour), programme.now.tzinfo)
            session.add(
                OwnShift(
                    person_id=begun.people[n].person_id,
                    day=day,
                    begins=start,
                    ends=start + timedelta(hours=8),
                )
            )
        # Built anew for each example: rows belong to the session that took them.
        session.add_all(Schedule(**row.model_dump(exclude={"id"})) for row in world.schedules)
        await session.flush()
        await reschedule(session, organisation, programme.now)
    await plan_due(programme.database, programme.now)  # a change wakes planning at once


async def happened(programme: Programme, schedule_id: int, days: Sequence[date]) -> list[Forecast]:
    """Live until the last of the days, and return what became of the schedule on each."""
    while (due := await next_due(programme.database)) is not None:
        if due.at.date() > days[-1] + timedelta(days=2):
            break
        programme.now = due.at
        await plan_due(programme.database, programme.now)
    lines = await report.lines_since(programme.database, programme.id, days[0])
    found = []
    async with programme.database.read() as session:
        organisation = await programmes.organisation(session, programme.id)
        cast = await everybody(session, organisation, days[0], days[-1])
        zones = {person.person_id: person.working.zone for person in cast}
        for day in days:
            query = select(Occurrence).where(
                Occurrence.schedule_id == schedule_id, Occurrence.day == day
            )
            occurrence = (await session.exec(query)).one()
            rows = select(Delivery).where(col(Delivery.occurrence_id) == occurrence.id)
            every = (await session.exec(rows)).all()
            deliveries = [each for each in every if each.reason is None]
            held = Counter(LeftOut(each.reason) for each in every if each.reason)
            states = Counter(delivery.state for delivery in deliveries)
            assert set(states) <= {"planned", "unreachable"}
            clocks = [
                d.not_before.astimezone(zones[d.person_id]).time()
                for d in deliveries
                if d.state == "planned"
            ]
            told = [each for each in lines if each.id == occurrence.id]
            assert len(told) == (occurrence.audience > 0), "what was for nobody has no line"
            assert all(line.adds_up for line in told)
            found.append(
                Forecast(
                    day,
                    states["planned"],
                    states["unreachable"],
                    min(clocks, default=None),
                    max(clocks, default=None),
                    {**await left_out(session, occurrence.id), **held},
                )
            )
    return found


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(world=worlds)
async def test_what_is_promised_happens(begun: Begun, world: World) -> None:
    async with a_copy_of(begun) as programme:
        await made(programme, begun, world)
        overview = await editor.overview(programme.database, programme.hanna)
        # A follow-up's forecast counts whom it could reach: what people will write is unknown.
        shown = [each for each in overview if each.draft.kind is not Kind.FOLLOW_UP]
        schedule_id = shown[world.looked_at % len(shown)].draft.schedule_id
        assert schedule_id is not None
        promised = (
            await editor.look_at(programme.database, programme.hanna, schedule_id, programme.now)
        ).coming
        if promised:
            real = await happened(programme, schedule_id, [each.day for each in promised])
            assert list(promised) == real


async def left_out(session: Session, occurrence_id: int) -> dict[LeftOut, int]:
    """Return who was left out, but not whom nothing was left to remind of: no preview names them,
    since in a real week that number would tell how many have answered.
    """
    query = select(LeftOutCount).where(
        LeftOutCount.occurrence_id == occurrence_id, LeftOutCount.reason != LeftOut.NOT_NEEDED
    )
    return {LeftOut(row.reason): row.people for row in (await session.exec(query)).all()}


async def test_a_look_ahead_says_who_is_left_out_and_why(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ana, *_ = await programme.join(desk, *"ABCDEF")
    async with programme.database.write() as session:
        organisation = await programmes.organisation(session, programme.id)
        organisation.country = "FI"
    monday = date(2026, 4, 27)
    programme.now = datetime.combine(monday, time(8), programme.now.tzinfo)
    await plan_due(programme.database, programme.now)
    await preferences.pause(
        programme.database, ana, programme.now, until=monday + timedelta(days=7)
    )
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, Kind.PROMPT, programme.now)
    await editor.toggle_day(*args, Weekday.FRI, programme.now)
    shown = await editor.toggle_day(*args, Weekday.TUE, programme.now)
    first, *_, last = shown.coming
    assert (first.day, first.people, dict(first.left_out)) == (
        date(2026, 5, 1),
        0,
        {"away": 1, "holiday": 5},
    )
    assert (last.people, dict(last.left_out)) == (0, {"cap": 6}), "a third prompt in the week"


async def test_a_look_ahead_at_follow_ups_counts_whom_they_could_reach(
    programme: Programme,
) -> None:
    desk = await programme.team("Desk")
    ana, *_ = await programme.join(desk, *"ABCDEF")
    monday = date(2026, 4, 27)
    programme.now = datetime.combine(monday, time(8), programme.now.tzinfo)
    await plan_due(programme.database, programme.now)
    until = monday + timedelta(days=7)
    await preferences.pause(programme.database, ana, programme.now, until=until)
    overview = await editor.overview(programme.database, programme.hanna)
    follow_ups = next(each for each in overview if each.draft.kind is Kind.FOLLOW_UP)
    assert follow_ups.draft.schedule_id is not None
    shown = await editor.look_at(
        programme.database, programme.hanna, follow_ups.draft.schedule_id, programme.now
    )
    this_week = [each for each in shown.coming if each.day < until]
    assert this_week
    assert all(each.left_out[LeftOut.AWAY] == 1 for each in this_week)
    assert this_week[0].people == 5, "nobody has anything to come back to yet"
