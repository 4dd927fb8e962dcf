"""Zone data change between two starts: every day of a schedule is planned once all the same."""

import asyncio
import shutil
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select, update

from coaching.deliveries import report
from coaching.deliveries.occurrences import recurrence_of
from coaching.practice.prompts import Offer
from coaching.rules.calendar import Weekday, instant
from coaching.rules.schedules import Kind
from coaching.schedules import own_times
from coaching.schedules.days import renew
from coaching.schedules.planning import next_due, plan_due
from storage.database import Database
from storage.deliveries import Occurrence
from storage.schedules import Schedule
from tests.organisation import FIRST_MORNING, Begun, Programme, a_copy_of, founded
from tests.zone_data import zone_data

HELSINKI, STOCKHOLM = "Europe/Helsinki", "Europe/Stockholm"
END = FIRST_MORNING + timedelta(days=16)
CLOCKS = (
    *(f"Etc/GMT{hours:+d}" for hours in range(-14, 13)),
    *(HELSINKI, "Pacific/Apia", "America/St_Johns", "Asia/Kathmandu", "Pacific/Chatham"),
)
tables = st.fixed_dictionaries(dict.fromkeys((HELSINKI, STOCKHOLM), st.sampled_from(CLOCKS)))


@pytest.fixture(scope="module")
def begun(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Begun:
    path = tmp_path_factory.mktemp("zones") / "begun.db"
    shutil.copy(migrated_file, path)
    return asyncio.run(_begin(path))


async def _begin(path: Path) -> Begun:
    database = Database(f"sqlite:///{path}")
    programme = await founded(database)
    people = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    now = programme.now
    await own_times.set_own_zone(database, await programme.again(people[1]), STOCKHOLM, now)
    await database.close()
    return Begun(path, programme, people)


async def lives(database: Database, now: datetime, until: datetime) -> None:
    """Start, and plan whatever falls due until an instant."""
    await renew(database, now)
    while (due := await next_due(database)) is not None and due.at <= until:
        await plan_due(database, max(due.at, now))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=tables, after=tables, hours=st.integers(1, 13 * 24))
@example(
    before=dict.fromkeys((HELSINKI, STOCKHOLM), "Etc/GMT-2"),
    after=dict.fromkeys((HELSINKI, STOCKHOLM), "Etc/GMT-3"),
    hours=25,  # Tuesday, when 9:30 is over by the new law and was to come by the old one
)
def test_each_day_is_planned_once_whatever_a_law_does_to_the_clocks(
    begun: Begun, before: dict[str, str], after: dict[str, str], hours: int
) -> None:
    asyncio.run(_each_day_once(begun, before, after, FIRST_MORNING + timedelta(hours=hours)))


async def _each_day_once(
    begun: Begun, before: dict[str, str], after: dict[str, str], change: datetime
) -> None:
    async with a_copy_of(begun) as programme:
        with zone_data(before):
            await lives(programme.database, FIRST_MORNING, change)
        with zone_data(after):
            await lives(programme.database, change, END)
            await _is_complete(programme)


async def _is_complete(programme: Programme) -> None:
    """Every day of every schedule from the first Tuesday on was claimed, and adds up."""
    async with programme.database.read() as session:
        rows = (await session.exec(select(Schedule).where(col(Schedule.kind) != Kind.ALERT))).all()
        claimed = (
            await session.exec(select(col(Occurrence.schedule_id), col(Occurrence.day)))
        ).all()
    for schedule in rows:
        days = [day for schedule_id, day in claimed if schedule_id == schedule.id]
        assert len(days) == len(set(days))
        assert set(_days(schedule)) <= set(days), schedule.kind
    lines = await report.lines_since(programme.database, programme.id, date(2026, 1, 1))
    assert all(line.adds_up for line in lines)


def _days(schedule: Schedule) -> Iterable[date]:
    """Yield the days that are over in both zones; on the first Monday some were over before."""
    pattern = recurrence_of(schedule)
    for n in range(1, 16):
        day = FIRST_MORNING.date() + timedelta(days=n)
        due = [instant(day, schedule.at, ZoneInfo(name)) for name in (HELSINKI, STOCKHOLM)]
        if pattern.includes(day) and max(due) <= END:
            yield day


@pytest.mark.parametrize("clock", ["Etc/GMT-3", "Etc/GMT-1"])
async def test_a_prompt_and_a_check_in_survive_a_law(programme: Programme, clock: str) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    tuesday = programme.moment(0, Weekday.TUE, "09:00")
    await lives(programme.database, programme.now, tuesday)
    with zone_data({HELSINKI: clock}):
        await lives(programme.database, tuesday, tuesday + timedelta(days=1, hours=8))
        lines = await report.lines_since(programme.database, programme.id, date(2026, 1, 13))
    kinds = sorted((line.day, line.kind) for line in lines if line.audience)
    assert [kind for _, kind in kinds if kind in (Kind.PROMPT, Kind.CHECKIN)] == [
        Kind.PROMPT,
        Kind.CHECKIN,
    ]


async def test_what_an_earlier_version_kept_goes_on_with_the_same_day(
    programme: Programme,
) -> None:
    async with programme.database.write() as session:
        await session.exec(update(Schedule).values(next_day=None))
    await renew(programme.database, programme.now)
    async with programme.database.read() as session:
        wanted = select(col(Schedule.next_day)).where(col(Schedule.kind) == Kind.PROMPT)
        assert (await session.exec(wanted)).all() == [date(2026, 1, 13)]


async def test_days_that_a_clock_ahead_let_go_by_come_back(programme: Programme) -> None:
    async with programme.database.write() as session:
        prompts = col(Schedule.kind) == Kind.PROMPT
        late = datetime.combine(date(2026, 3, 17), time(9, 30), tzinfo=ZoneInfo(HELSINKI))
        await session.exec(
            update(Schedule).where(prompts).values(next_day=late.date(), next_due=late)
        )
    await renew(programme.database, programme.now)
    due = await next_due(programme.database)
    assert due is not None
    await plan_due(programme.database, programme.moment(0, Weekday.TUE, "09:30"))
    async with programme.database.read() as session:
        assert date(2026, 1, 13) in (await session.exec(select(col(Occurrence.day)))).all()


async def test_somebody_who_moves_far_east_takes_nobodys_day_away(programme: Programme) -> None:
    _, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    now = programme.is_now(0, Weekday.TUE, "08:00")
    await plan_due(programme.database, now)
    await own_times.set_own_zone(programme.database, bo, "Pacific/Kiritimati", now)
    programme.is_now(0, Weekday.TUE, "09:30")
    (parcel,) = [each for each in await programme.deliver() if isinstance(each.content, Offer)]
    assert parcel.addressee.first_name == "Ana"
    assert (await programme.states())["missed"] == 1, "where Bo is now, 9:30 is over"
