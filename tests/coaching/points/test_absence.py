"""Whoever cannot take part stands in no share, and a week without anybody is not counted."""

from datetime import timedelta

import pytest

from coaching.people import preferences
from coaching.people.identity import Viewer
from coaching.points.summary import TeamPoints, quarter_of
from coaching.rules.calendar import Weekday
from storage import programme as stored
from storage import shifts
from storage.programme import CrisisPause, Unit
from tests.coaching.points.test_votes import by_quarter, closes_before
from tests.organisation import Programme


async def set_to_shifts(programme: Programme, unit: str = "Services") -> None:
    async with programme.database.write() as session:
        found = await session.get_one(Unit, await programme.unit(unit))
        found.in_shifts = True


async def works(programme: Programme, who: Viewer, week: int, day: Weekday = Weekday.FRI) -> None:
    begins = programme.moment(week, day, "20:00")
    span = (begins, begins + timedelta(hours=8))
    async with programme.database.write() as session:
        await shifts.put(session, who.person_id, programme.hanna.local_day(begins), span)


async def loses_phone(programme: Programme, *viewers: Viewer) -> None:
    for who in viewers:
        args = (programme.database, who.person_id, programme.now)
        await preferences.set_reachable(*args, reachable=False)


async def seen(programme: Programme, team: int, viewer: Viewer) -> TeamPoints:
    async with programme.database.read() as session:
        found = await stored.team(session, programme.id, team)
        assert found is not None
        return await quarter_of(session, viewer, found, programme.now)


async def test_three_lost_phones_do_not_halve_a_teams_points(programme: Programme) -> None:
    desk = await programme.team("Desk")
    members = await programme.join(desk, *"ABCDEFGH")
    await loses_phone(programme, *members[5:])
    earned = []
    for week in range(4):
        programme.is_now(week)
        await programme.checks_in(*members[:5])
        before = (await by_quarter(programme, desk)).get(0, 0)
        await closes_before(programme, week + 1)
        earned.append((await by_quarter(programme, desk))[0] - before)
    assert earned == [15, 15, 30, 30], "5 of 8; after two weeks 5 of 5"


async def test_who_is_back_counts_again(programme: Programme) -> None:
    desk = await programme.team("Desk")
    members = await programme.join(desk, *"ABCDEFGH")
    await loses_phone(programme, *members[5:])
    programme.is_now(3)
    for who in members[5:]:
        args = (programme.database, who.person_id, programme.now)
        await preferences.set_reachable(*args, reachable=True)
    await programme.checks_in(*members[:5])
    await closes_before(programme, 4)
    assert await by_quarter(programme, desk) == {0: 15}


async def test_a_lost_phone_takes_back_nothing_that_was_done(programme: Programme) -> None:
    desk = await programme.team("Desk")
    members = await programme.join(desk, *"ABCDEFGH")
    await loses_phone(programme, *members[:3])
    programme.is_now(3)
    await programme.checks_in(*members[:6])
    await closes_before(programme, 4)
    assert await by_quarter(programme, desk) == {0: 30}, "6 of 8, although 3 are unreachable"


async def test_who_is_not_on_shift_all_week_stands_in_no_share(programme: Programme) -> None:
    desk = await programme.team("Desk")
    members = await programme.join(desk, *"ABCDEFGH")
    await set_to_shifts(programme)
    for who in members[:5]:
        await works(programme, who, 0)
    await programme.checks_in(*members[:4])  # 4 of 5 on shift, 4 of 8 in all
    await closes_before(programme, 1)
    assert await by_quarter(programme, desk) == {0: 30}


async def test_one_shift_on_the_last_day_is_enough_to_count(programme: Programme) -> None:
    desk = await programme.team("Desk")
    members = await programme.join(desk, *"ABCDEFGH")
    await set_to_shifts(programme)
    for who in members:
        await works(programme, who, 0, Weekday.SUN)
    await programme.checks_in(*members[:4])
    await closes_before(programme, 1)
    assert await by_quarter(programme, desk) == {0: 15}


async def test_shifts_of_one_unit_say_nothing_of_another(programme: Programme) -> None:
    await programme.team("Ward", unit="Wards")
    desk = await programme.team("Desk")
    members = await programme.join(desk, *"ABCDE")
    await set_to_shifts(programme, "Wards")
    await programme.checks_in(*members)
    await closes_before(programme, 1)
    assert await by_quarter(programme, desk) == {0: 30}


async def test_a_unit_without_shifts_entered_does_not_earn_0_of_100(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone", unit="Calls")
    members = await programme.join(desk, *"ABCDE")
    others = await programme.join(phone, *"FGHIJ")
    await set_to_shifts(programme)
    await closes_before(programme, 1)
    shown, other = await seen(programme, desk, members[0]), await seen(programme, phone, others[0])
    assert shown.last is not None
    assert (shown.last.points, shown.last.not_counted) == (None, True)
    assert other.last is not None
    assert (other.last.points, other.last.not_counted) == (0, False)


async def test_a_team_that_did_not_exist_yet_has_no_weeks_of_0(programme: Programme) -> None:
    await closes_before(programme, 2)
    desk = await programme.team("Desk")
    members = await programme.join(desk, *"ABCDE")
    await closes_before(programme, 5)
    weeks = (await seen(programme, desk, members[0])).weeks[:5]
    assert [week.not_counted for week in weeks] == [True, True, True, True, False]


@pytest.mark.parametrize(
    ("first", "last", "counts"),
    [
        (Weekday.MON, None, False),
        (Weekday.MON, Weekday.SAT, False),
        (Weekday.SAT, Weekday.SUN, True),
    ],
)
async def test_a_crisis_all_week_is_nobodys_fault(
    programme: Programme, first: Weekday, last: Weekday | None, *, counts: bool
) -> None:
    desk = await programme.team("Desk")
    members = await programme.join(desk, *"ABCDE")
    async with programme.database.write() as session:
        session.add(
            CrisisPause(
                organisation_id=programme.id,
                since=programme.moment(0, first, "07:00"),
                until=programme.moment(0, last, "07:00") if last else None,
            )
        )
    await closes_before(programme, 1)
    shown = (await seen(programme, desk, members[0])).last
    assert shown is not None
    assert shown.not_counted is not counts
