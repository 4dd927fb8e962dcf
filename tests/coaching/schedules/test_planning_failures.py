"""What cannot be planned stops nothing else, is tried again, and comes through once mended."""

import asyncio
from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from sqlmodel import col, select, update

from coaching.content import LANGUAGES
from coaching.deliveries import report
from coaching.deliveries.alerts import Unplanned
from coaching.deliveries.contents import Alert
from coaching.deliveries.sending import lease, prepare, sent
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from coaching.schedules import crisis, editor, saving
from coaching.schedules.days import reschedule
from coaching.schedules.planning import (
    FIRST_WAIT,
    LONGEST_WAIT,
    Failure,
    agenda,
    next_due,
    plan_due,
    wait_after,
)
from storage import programme as stored
from storage.database import Database
from storage.deliveries import Delivery, Occurrence
from storage.points import WeekClose
from storage.programme import Organisation, Team, Unit
from storage.results import BlockPublication
from storage.schedules import PlanningFailure, Schedule
from tests.organisation import Programme, names

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
MONDAY, TUESDAY = date(2026, 1, 12), date(2026, 1, 13)


async def breaks(programme: Programme, kind: Kind) -> None:
    """Let weeks be counted from a Tuesday, as the schema allows and the calendar does not."""
    await _begins_weeks_on(programme, kind, TUESDAY)


async def mends(programme: Programme, kind: Kind) -> None:
    """Let weeks be counted from the programme's Monday again."""
    await _begins_weeks_on(programme, kind, MONDAY)


async def _begins_weeks_on(programme: Programme, kind: Kind, day: date) -> None:
    async with programme.database.write() as session:
        of_kind = col(Schedule.kind) == kind
        await session.exec(update(Schedule).where(of_kind).values(anchor=day))


async def plans(programme: Programme, database: Database | None = None) -> list[Failure]:
    """Plan what is due; return what failed."""
    found: list[Failure] = []
    await plan_due(database or programme.database, programme.now, found.append)
    return found


async def planned(programme: Programme) -> list[tuple[Kind, date, int, str]]:
    """Return kind, day, person and state of every delivery of coaching, in order."""
    query = (
        select(
            col(Schedule.kind), col(Occurrence.day), col(Delivery.person_id), col(Delivery.state)
        )
        .join(Occurrence, col(Occurrence.schedule_id) == col(Schedule.id))
        .join(Delivery, col(Delivery.occurrence_id) == col(Occurrence.id))
        .where(Schedule.kind != Kind.ALERT)
        .order_by(col(Occurrence.day), col(Schedule.kind), col(Delivery.person_id))
    )
    async with programme.database.read() as session:
        rows = (await session.exec(query)).all()
    return [(Kind(kind), day, person, state) for kind, day, person, state in rows]


async def days_of(programme: Programme, kind: Kind) -> list[tuple[str, str]]:
    """Return day and state of every delivery of a kind."""
    return [
        (f"{day:%a}", state) for found, day, _, state in await planned(programme) if found == kind
    ]


async def adds_up(programme: Programme) -> bool:
    found = await report.totals(programme.database, programme.id)
    return sum(found.states.values()) + found.left_out == found.audience


async def failing(programme: Programme) -> list[tuple[date, int, bool]]:
    """Return day, attempts and whether HR was told of all that cannot be planned."""
    async with programme.database.read() as session:
        rows = (await session.exec(select(PlanningFailure))).all()
    return [(row.day, row.attempts, row.told) for row in rows]


async def hr_gets(programme: Programme) -> list[Alert]:
    """Send what waits; return the alerts among it."""
    told = []
    while taken := await lease(programme.database, programme.now, 100):
        for waiting in taken:
            parcel = await prepare(programme.database, waiting, programme.now)
            if parcel is not None:
                await sent(programme.database, [parcel.delivery_id], programme.now)
                told += [parcel.content] if isinstance(parcel.content, Alert) else []
    return told


async def test_a_broken_schedule_stops_no_other(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    await breaks(programme, Kind.CHECKIN)
    programme.is_now(0, THU, "10:00")
    (failure,) = await plans(programme)
    assert (failure.kind, failure.due) == (Kind.CHECKIN, programme.moment(0, WED, "13:00"))
    assert isinstance(failure.error, ValueError)
    assert await days_of(programme, Kind.PROMPT) == [("Tue", "missed"), ("Thu", "planned")]
    assert await days_of(programme, Kind.FOLLOW_UP) == []
    assert await days_of(programme, Kind.CHECKIN) == []
    due = await next_due(programme.database)
    assert due is not None
    assert due.at > programme.now, "the timetable sleeps until something else is due"


async def test_once_mended_everything_it_owed_comes_through_once(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await breaks(programme, Kind.CHECKIN)
    programme.is_now(0, WED, "13:00")
    assert len(await plans(programme)) == 1
    programme.is_now(1, WED, "13:30")
    assert len(await plans(programme)) == 1
    await mends(programme, Kind.CHECKIN)
    programme.now += LONGEST_WAIT
    assert await plans(programme) == []
    week_later = [("Wed", "missed")] * 2 + [("Wed", "planned")] * 2
    assert await days_of(programme, Kind.CHECKIN) == week_later
    assert await failing(programme) == []
    assert [await plan_due(programme.database, programme.now) for _ in range(2)] == [0, 0]
    assert await adds_up(programme)
    assert Kind.CHECKIN in [each.kind for each in await agenda(programme.database)]


async def test_it_is_tried_again_after_growing_waits(programme: Programme) -> None:
    await breaks(programme, Kind.PROMPT)
    programme.is_now(0, TUE, "09:30")
    tried = []
    for _ in range(4 * 60):
        tried += [programme.now] * len(await plans(programme))
        programme.now += timedelta(seconds=30)
    waits = [after - before for before, after in pairwise(tried)]
    assert waits[:3] == [FIRST_WAIT, 2 * FIRST_WAIT, 4 * FIRST_WAIT]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT == wait_after(1000)


async def test_what_passes_by_itself_is_nothing_to_tell(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    await breaks(programme, Kind.PROMPT)
    programme.is_now(0, TUE, "09:30")
    await plans(programme)
    await mends(programme, Kind.PROMPT)
    programme.now += FIRST_WAIT
    assert await plans(programme) == []
    assert await hr_gets(programme) == []
    assert await days_of(programme, Kind.PROMPT) == [("Tue", "sent")]


async def test_hr_is_told_once_and_not_again_after_a_restart(
    programme: Programme, url: str
) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    await breaks(programme, Kind.PROMPT)
    programme.is_now(0, TUE, "09:30")
    for _ in range(2):
        await plans(programme)
        programme.now += FIRST_WAIT
    (alert,) = await hr_gets(programme)
    assert (alert.unplanned, alert.undelivered) == ([Unplanned(Kind.PROMPT, TUESDAY)], [])
    other = Database(url)
    try:
        for day, clock in ((TUE, "15:00"), (WED, "08:30"), (WED, "13:00"), (THU, "09:00")):
            programme.is_now(0, day, clock)
            assert len(await plans(programme, other)) == 1
            assert await hr_gets(programme) == []
    finally:
        await other.close()
    assert await failing(programme) == [(TUESDAY, 6, True)]


async def test_where_nobody_can_be_told_they_are_told_later(programme: Programme) -> None:
    await breaks(programme, Kind.PROMPT)
    await crisis.begin(programme.database, programme.hanna, programme.now)
    programme.is_now(0, TUE, "09:30")
    for _ in range(2):
        await plans(programme)
        programme.now += FIRST_WAIT
    assert await hr_gets(programme) == []
    await crisis.end(programme.database, programme.hanna, programme.now)
    programme.now += LONGEST_WAIT
    await plans(programme)
    assert len(await hr_gets(programme)) == 1


async def test_publishing_that_fails_keeps_no_prompt_back(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await programme.join(desk, "Ana")
    lost = await _merged_into_another_organisation(programme)
    programme.is_now(4, TUE, "09:30")
    assert [failure.kind for failure in await plans(programme)] == [Kind.CLOSE]
    assert (await days_of(programme, Kind.PROMPT))[-1] == ("Tue", "planned")
    assert await _closed(programme) == ([0, 1, 2], 0), "what is right stays, week by week"
    async with programme.database.write() as session:
        (await session.get_one(Team, lost)).merged_into = desk
    programme.now += FIRST_WAIT
    assert await plans(programme) == []
    assert await _closed(programme) == ([0, 1, 2, 3], 1)
    assert await failing(programme) == []


async def _merged_into_another_organisation(programme: Programme) -> int:
    """Let a team have been merged into one that is nowhere to be found here; return its id."""
    lost = await programme.team("Lost")
    async with programme.database.write() as session:
        here = await stored.organisation(session, programme.id)
        there = Organisation(**here.model_dump(exclude={"id"}))
        session.add(there)
        await session.flush()
        unit = Unit(organisation_id=there.id, name="Elsewhere")
        session.add(unit)
        await session.flush()
        team = Team(unit_id=unit.id, name="Away")
        session.add(team)
        await session.flush()
        (await session.get_one(Team, lost)).merged_into = team.id
    return lost


async def _closed(programme: Programme) -> tuple[list[int], int]:
    """Return the weeks that are closed, and how many blocks are published."""
    async with programme.database.read() as session:
        weeks = [row.week for row in (await session.exec(select(WeekClose))).all()]
        blocks = (await session.exec(select(BlockPublication))).all()
    return sorted(weeks), len(blocks)


async def test_hr_can_change_other_schedules_and_the_failing_one(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    args = (programme.database, programme.hanna)
    await breaks(programme, Kind.CHECKIN)
    programme.is_now(0, WED, "14:00")
    await editor.draft_new(*args, Kind.CHAMPION, programme.now)
    for language in LANGUAGES:
        await editor.set_text(*args, language, "Thank you all", programme.now)
    await saving.save(*args, programme.now)
    shown = {line.draft.kind: line.draft.schedule_id for line in await editor.overview(*args)}
    checkin = shown[Kind.CHECKIN]
    assert checkin is not None
    await editor.draft_change(*args, checkin, programme.now)
    await editor.set_time(*args, time(14, 30), programme.now)
    await saving.save(*args, programme.now)
    await saving.set_paused(*args, checkin, programme.now, paused=True)
    programme.now += LONGEST_WAIT
    assert await plans(programme) == [], "what HR has paused is not tried again"
    await mends(programme, Kind.CHECKIN)
    await saving.set_paused(*args, checkin, programme.now, paused=False)
    await plans(programme)
    programme.is_now(0, WED, "14:30")
    await plans(programme)
    assert await days_of(programme, Kind.CHECKIN) == [("Wed", "planned")]


async def test_what_fell_due_before_a_change_is_not_lost_by_it(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    programme.is_now(0, TUE, "09:30")
    async with programme.database.write() as session:
        organisation = await stored.organisation(session, programme.id)
        await reschedule(session, organisation, programme.now)
    assert names(await programme.deliver()) == ["Ana"]


@pytest.mark.parametrize("after", range(1, 14, 3))
async def test_cut_off_at_any_moment_the_next_start_completes_it_once(
    programme: Programme, url: str, after: int
) -> None:
    people = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    programme.is_now(1, MON, "08:00")
    round_ = asyncio.create_task(plan_due(programme.database, programme.now))
    while await _occurrences(programme) < after and not round_.done():  # noqa: ASYNC110
        await asyncio.sleep(0.001)
    round_.cancel()
    await asyncio.gather(round_, return_exceptions=True)
    programme.database = Database(url)
    try:
        before = await _occurrences(programme)
        assert before >= after
        assert await adds_up(programme)
        in_all, two_prompts_and_a_checkin = 14, 3
        assert await plan_due(programme.database, programme.now) == in_all - before
        assert await _occurrences(programme) == in_all
        assert len(await planned(programme)) == two_prompts_and_a_checkin * len(people)
        assert await _closed(programme) == ([0], 0)
        assert await adds_up(programme)
        assert await plan_due(programme.database, programme.now) == 0
    finally:
        await programme.database.close()


async def _occurrences(programme: Programme) -> int:
    query = select(Occurrence).join(Schedule).where(Schedule.kind != Kind.ALERT)
    async with programme.database.read() as session:
        return len((await session.exec(query)).all())
