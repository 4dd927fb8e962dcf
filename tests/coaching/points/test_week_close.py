import asyncio
from datetime import timedelta

from sqlmodel import select

from coaching.checkin.week import Response
from coaching.own_data.retention import purge
from coaching.people import preferences
from coaching.points.counting import TeamsWeek
from coaching.points.week_close import CountedWeek, close_weeks, count_week
from coaching.results.staffing import merge_teams
from coaching.rules.calendar import Weekday
from coaching.rules.points import RULE_VERSION, Component
from coaching.schedules.planning import plan_due
from storage import programme as stored
from storage.checkin import Rating
from storage.database import Database
from storage.points import PointsEntry
from tests.organisation import Programme, founded

Earned = dict[tuple[int, str], int]


async def ledger(programme: Programme, team: int) -> Earned:
    """Return the team's points by week and component."""
    query = select(PointsEntry).where(PointsEntry.team_id == team)
    async with programme.database.read() as session:
        rows = (await session.exec(query)).all()
    assert all(row.rule_version == RULE_VERSION for row in rows)
    return {(row.week, row.component): row.points for row in rows}


async def closed_in(programme: Programme, week: int) -> list[int]:
    """Close on the Monday of a week; return which weeks that closed."""
    programme.is_now(week, Weekday.MON, "00:05")
    return await programme.closes_weeks()


async def test_shares_of_people_become_points_by_the_rules(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    d = await programme.join(desk, *"ABCDE")
    p = await programme.join(phone, *"FGHIJKLM")
    await programme.checks_in(*d[:4], *p[:3])  # 4 of 5 = 80 %, 3 of 8 = 37.5 %
    await programme.practises(*d[:2], *p[:6])  # two of five count as none, 6 of 8 = 75 %
    assert await closed_in(programme, 1) == [0]
    await programme.checks_in(*d, *p[:4])  # 100 %, 4 of 8 = 50 %
    await programme.practises(*d[1:], *p[:3])  # 4 of 5 = 80 %, 3 of 8 = 37.5 %
    assert await closed_in(programme, 2) == [1]
    assert await closed_in(programme, 3) == [2]
    assert await ledger(programme, desk) == {
        (0, "took_part"): 30,
        (1, "took_part"): 30,
        (1, "practised"): 40,
    }
    assert await ledger(programme, phone) == {(0, "practised"): 40, (1, "took_part"): 15}


async def test_taking_part_counts_and_what_was_answered_does_not(programme: Programme) -> None:
    desk = await programme.team("Desk")
    people = await programme.join(desk, *"ABCDE")
    ways = (Response.RATED, Response.NO_ENCOUNTERS, Response.SKIPPED)
    for week, response in enumerate(ways):
        programme.is_now(week)
        await programme.checks_in(*people, response=response, value=1)
    await closed_in(programme, 3)
    assert await ledger(programme, desk) == {(week, "took_part"): 30 for week in range(3)}


async def test_a_week_is_closed_once_however_often_it_is_tried(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await programme.checks_in(*await programme.join(desk, *"ABCDE"))
    assert [await closed_in(programme, 1) for _ in range(3)] == [[0], [], []]
    await plan_due(programme.database, programme.now)
    assert await ledger(programme, desk) == {(0, "took_part"): 30}


async def test_several_who_close_at_once_close_once(programme: Programme, url: str) -> None:
    desk = await programme.team("Desk")
    await programme.checks_in(*await programme.join(desk, *"ABCDE"))
    programme.is_now(2, Weekday.MON, "00:05")
    other = Database(url)
    try:
        closing = [programme.closes_weeks(each) for each in (programme.database, other) * 2]
        assert sorted(await asyncio.gather(*closing)) == [[], [], [], [0, 1]]
    finally:
        await other.close()
    assert await ledger(programme, desk) == {(0, "took_part"): 30}


async def test_a_running_week_is_never_closed(programme: Programme) -> None:
    programme.is_now(0, Weekday.SUN, "23:59")
    assert await programme.closes_weeks() == []
    programme.is_now(1, Weekday.MON, "00:00")
    assert await programme.closes_weeks() == [0]


async def test_after_a_long_standstill_every_week_is_made_up_for(programme: Programme) -> None:
    desk = await programme.team("Desk")
    people = await programme.join(desk, *"ABCDE")
    await programme.checks_in(*people)
    programme.is_now(2)
    await programme.practises(*people)
    await plan_due(programme.database, programme.is_now(4, Weekday.MON, "08:00"))
    assert await ledger(programme, desk) == {(0, "took_part"): 30, (2, "practised"): 40}
    assert await closed_in(programme, 4) == []


async def test_founders_count_from_the_first_week_and_newcomers_after_two(
    programme: Programme,
) -> None:
    desk = await programme.team("Desk")
    founders = await programme.join(desk, *"ABCDE")
    programme.is_now(1, Weekday.TUE)
    (zed,) = await programme.join(desk, "Zed")
    for week in (2, 3):  # 3 of 5, then 3 of 6
        programme.is_now(week)
        await programme.checks_in(*founders[:3])
    programme.is_now(4)
    await programme.checks_in(*founders[:3], zed)  # 4 of 6
    await closed_in(programme, 5)
    assert await ledger(programme, desk) == {
        (2, "took_part"): 30,
        (3, "took_part"): 15,
        (4, "took_part"): 30,
    }


async def test_pausing_never_lowers_points(programme: Programme) -> None:
    desk = await programme.team("Desk")
    people = await programme.join(desk, *"ABCDEFG")
    silent = people[5:]
    await programme.checks_in(*people[:4])  # 4 of 7
    programme.is_now(1)
    for viewer in silent:
        await preferences.pause(programme.database, viewer, programme.now)
    await programme.checks_in(*people[:4])  # 4 of 5
    programme.is_now(2)
    for viewer in silent:
        await preferences.resume(programme.database, viewer, programme.now)
    await programme.checks_in(*people[:5])
    await preferences.pause(programme.database, people[0], programme.now)  # still 5 of 7
    await closed_in(programme, 3)
    assert await ledger(programme, desk) == {
        (0, "took_part"): 15,
        (1, "took_part"): 30,
        (2, "took_part"): 30,
    }


async def test_whoever_is_back_after_a_few_days_counts(programme: Programme) -> None:
    desk = await programme.team("Desk")
    people = await programme.join(desk, *"ABCDEF")
    for week, back_on in ((0, Weekday.FRI), (1, Weekday.SAT)):
        programme.is_now(week)
        await programme.checks_in(*people[:3])
        await preferences.pause(programme.database, people[5], programme.now)
        programme.is_now(week, back_on)
        await preferences.resume(programme.database, people[5], programme.now)
    await closed_in(programme, 2)
    three_days_left, two_days_left = 15, 30
    assert await ledger(programme, desk) == {
        (0, "took_part"): three_days_left,
        (1, "took_part"): two_days_left,
    }


async def test_small_teams_are_counted_together(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    street = await programme.team("Street", unit="Streets")
    two = await programme.join(desk, "A", "B")
    three = await programme.join(phone, "C", "D", "E")
    await programme.join(street, *"FGHIJ")
    await programme.checks_in(*two, *three[:2])  # together 4 of 5
    await closed_in(programme, 1)
    assert await ledger(programme, desk) == {(0, "took_part"): 30}
    assert await ledger(programme, phone) == {(0, "took_part"): 30}
    assert await ledger(programme, street) == {}


async def test_fewer_than_five_in_all_earn_nothing(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await programme.checks_in(*await programme.join(desk, *"ABCD"))
    assert await closed_in(programme, 1) == [0]
    assert await ledger(programme, desk) == {}


async def test_without_points_weeks_close_and_nothing_is_entered(database: Database) -> None:
    programme = await founded(database, points_used=False)
    desk = await programme.team("Desk")
    people = await programme.join(desk, *"ABCDE")
    await programme.checks_in(*people)
    await programme.practises(*people)
    assert await closed_in(programme, 1) == [0]
    assert await ledger(programme, desk) == {}


async def test_a_customers_voice_counts_once_a_block(programme: Programme) -> None:
    desk = await programme.team("Desk")
    people = await programme.join(desk, *"ABCDE")
    for week in (1, 2, 4):  # weeks 0 to 3 are the first block
        programme.is_now(week)
        await programme.hears_a_customer(people[week % 5])
    await closed_in(programme, 5)
    assert await ledger(programme, desk) == {
        (1, "customer_voice"): 10,
        (4, "customer_voice"): 10,
    }


async def test_a_press_within_five_seconds_is_no_practice(programme: Programme) -> None:
    desk = await programme.team("Desk")
    people = await programme.join(desk, *"ABCDE")
    await programme.practises(*people, takes=timedelta(seconds=5))
    programme.is_now(1)
    await programme.practises(*people, takes=timedelta(seconds=6))
    await closed_in(programme, 2)
    assert await ledger(programme, desk) == {(1, "practised"): 40}


async def test_one_person_can_do_no_more_than_one_persons_share(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ana, *_ = await programme.join(desk, *"ABCDE")
    for _ in range(10):
        await programme.practises(ana)
    await closed_in(programme, 1)
    assert await ledger(programme, desk) == {}


async def test_the_rest_week_earns_nothing_and_is_closed_all_the_same(
    programme: Programme,
) -> None:
    desk = await programme.team("Desk")
    people = await programme.join(desk, *"ABCDE")
    programme.is_now(12)
    await programme.practises(*people)
    assert await closed_in(programme, 13) == list(range(13))
    assert await ledger(programme, desk) == {}


async def counted(programme: Programme) -> CountedWeek | None:
    """Count what is to be closed now, as planning does before its transaction."""
    day = programme.hanna.local_day(programme.now)
    return await count_week(programme.database, programme.id, day)


async def closes(programme: Programme, known: CountedWeek | None) -> list[int]:
    async with programme.database.write() as session:
        organisation = await stored.organisation(session, programme.id)
        day = programme.hanna.local_day(programme.now)
        return await close_weeks(session, organisation, day, programme.now, known)


async def test_what_was_counted_before_is_entered(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await programme.checks_in(*await programme.join(desk, *"ABCDE"))
    programme.is_now(1, Weekday.MON, "00:05")
    known = await counted(programme)
    assert known is not None
    assert known.points == {desk: TeamsWeek({Component.RATING_TAKEN_PART: 30}, of_many=False)}
    assert await closes(programme, known) == [0]
    assert await ledger(programme, desk) == {(0, "took_part"): 30}
    assert await counted(programme) is None


async def test_what_changed_since_it_was_counted_is_counted_anew(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    await programme.checks_in(*await programme.join(desk, *"ABCDE"))
    await programme.checks_in(*await programme.join(phone, *"FGHIJ"))
    programme.is_now(1, Weekday.MON, "00:05")
    known = await counted(programme)
    await merge_teams(programme.database, programme.hanna, desk, phone, programme.now)
    assert await closes(programme, known) == [0]
    assert await ledger(programme, desk) == {}
    assert await ledger(programme, phone) == {(0, "took_part"): 30}


async def test_answers_that_a_crash_left_go_with_the_next_purge(programme: Programme) -> None:
    people = await programme.join(await programme.team("Desk"), *"ABCDE")
    for week in range(4):
        programme.is_now(week, Weekday.WED)
        await programme.checks_in(*people)
    programme.is_now(4, Weekday.MON, "00:05")
    assert await closes(programme, await counted(programme)) == [0, 1, 2, 3]  # and then nothing
    assert await held(programme) == {0, 1, 2, 3}
    await programme.checks_in(people[0])
    await purge(programme.database, programme.now)
    assert await held(programme) == {4}, "the new block's answers stay"


async def held(programme: Programme) -> set[int]:
    """Return the weeks of which answers are held."""
    async with programme.database.read() as session:
        return set((await session.exec(select(Rating.week))).all())
