"""The crisis pause: at once, for everybody, and without a backlog."""

import asyncio
from datetime import timedelta

from coaching.deliveries import report
from coaching.deliveries.sending import lease, prepare
from coaching.errors import Code
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.planning import LeftOut
from coaching.rules.schedules import Kind
from coaching.schedules import crisis
from coaching.schedules.planning import plan_due
from storage.database import Database
from tests.organisation import Programme, names
from tests.refusal import refused

TUE, WED, THU, FRI = Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI


async def test_what_is_on_its_way_is_called_off(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await plan_due(programme.database, programme.is_now(0, TUE, "09:30"))
    in_hand, _ = await lease(programme.database, programme.now, 10)
    begun = programme.now
    assert await crisis.begin(programme.database, programme.hanna, begun) == begun
    assert await prepare(programme.database, in_hand, programme.now) is None
    assert await programme.states() == {"cancelled": 2}


async def test_a_plan_made_at_the_same_moment_is_not_sent(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    await crisis.begin(programme.database, programme.hanna, programme.now)
    await crisis.end(programme.database, programme.hanna, programme.now)
    await plan_due(programme.database, programme.is_now(0, TUE, "09:30"))
    (waiting,) = await lease(programme.database, programme.now, 10)
    async with programme.database.connect(write=True) as connection:
        await connection.exec_driver_sql("UPDATE crisis_pause SET until = NULL")
    assert await prepare(programme.database, waiting, programme.now) is None
    assert await programme.states() == {"cancelled": 1}


async def test_nothing_is_sent_and_everybody_is_accounted_for(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), *"ABCDEF")
    await crisis.begin(programme.database, programme.hanna, programme.now)
    programme.is_now(0, TUE, "09:30")
    assert await programme.deliver() == []
    for line in await report.lines(programme.database, programme.hanna, programme.now):
        assert line.kind in (Kind.PROMPT, Kind.FOLLOW_UP)
        told = {} if line.answers_choose else {LeftOut.CRISIS: 6}
        assert (line.left_out, line.adds_up) == (told, True)


async def test_afterwards_there_is_no_backlog(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    await crisis.begin(programme.database, programme.hanna, programme.now)
    programme.is_now(0, TUE, "09:31")
    await crisis.end(programme.database, programme.hanna, programme.now)
    assert await programme.deliver() == [], "though the prompt would still be of use"
    assert await crisis.since(programme.database, programme.hanna) is None
    programme.is_now(0, WED, "13:00")
    assert names(await programme.deliver()) == ["Ana"], "what comes next is sent"


async def test_a_check_in_that_was_called_off_is_not_reminded_of(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    await plan_due(programme.database, programme.is_now(0, WED, "13:00"))
    await crisis.begin(programme.database, programme.hanna, programme.now)
    programme.now += timedelta(minutes=5)
    await crisis.end(programme.database, programme.hanna, programme.now)
    programme.is_now(0, THU, "12:00")
    await programme.deliver()
    programme.is_now(0, FRI, "10:00")
    assert await programme.deliver() == []


async def test_a_second_press_changes_nothing(programme: Programme) -> None:
    heidi = await programme.joins("Heidi", None, Role.HR)
    begun = programme.now
    assert await crisis.since(programme.database, heidi) is None
    await crisis.end(programme.database, heidi, begun)
    await crisis.begin(programme.database, programme.hanna, begun)
    await crisis.begin(programme.database, heidi, begun + timedelta(hours=1))
    assert await crisis.since(programme.database, heidi) == begun
    for viewer in (heidi, programme.hanna):
        await crisis.end(programme.database, viewer, begun + timedelta(hours=2))
    assert await crisis.since(programme.database, heidi) is None


async def test_two_who_press_at_the_same_moment_begin_one_pause(
    programme: Programme, url: str
) -> None:
    heidi = await programme.joins("Heidi", None, Role.HR)
    other = Database(url)
    try:
        await asyncio.gather(
            *(
                crisis.begin(database, viewer, programme.now)
                for database, viewer in [(programme.database, programme.hanna), (other, heidi)] * 3
            )
        )
    finally:
        await other.close()
    assert await crisis.since(programme.database, heidi) == programme.now
    await crisis.end(programme.database, heidi, programme.now)
    assert await crisis.since(programme.database, heidi) is None


async def test_only_hr_pauses_everything(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"), Role.LEAD)
    for use in (crisis.begin, crisis.end):
        with refused(Code.NOT_ALLOWED):
            await use(programme.database, ana, programme.now)
    with refused(Code.NOT_ALLOWED):
        await crisis.since(programme.database, ana)
