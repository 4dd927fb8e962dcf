import pytest

from coaching.errors import Code
from coaching.people.identity import Viewer
from coaching.points.summary import TeamPoints, WeekPoints, points_to_see, team_points
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.points import Component
from storage.database import Database
from storage.points import CARRIED, PointsEntry
from tests.organisation import Programme, founded
from tests.refusal import refused


async def lead(programme: Programme, team: int) -> Viewer:
    return await programme.joins("Leo", team, Role.LEAD)


async def seen(programme: Programme, viewer: Viewer, team: int) -> TeamPoints:
    return await team_points(programme.database, viewer, team, programme.now)


async def enter(programme: Programme, team: int, *earned: tuple[int, str, int]) -> None:
    """Write entries into the ledger, as earlier weeks left them."""
    async with programme.database.write() as session:
        session.add_all(
            PointsEntry(
                team_id=team,
                week=week,
                component=component,
                points=amount,
                rule_version=1,
                created_at=programme.now,
            )
            for week, component, amount in earned
        )


async def close_before(programme: Programme, week: int) -> None:
    programme.is_now(week, Weekday.MON, "09:00")
    await programme.closes_weeks()


async def test_before_anything_was_closed_the_quarter_is_empty(programme: Programme) -> None:
    desk = await programme.team("Desk")
    shown = await seen(programme, await lead(programme, desk), desk)
    assert (shown.quarter, shown.total, shown.level, shown.to_next_level) == (1, 0, 0, 600)
    assert (shown.last, shown.earned_by) == (None, [])
    assert [week.number for week in shown.weeks] == list(range(1, 14))
    assert {week.points for week in shown.weeks} == {None}
    assert [week.number for week in shown.weeks if week.rest] == [13]


async def test_a_lead_sees_what_the_team_earned_and_by_what(programme: Programme) -> None:
    desk = await programme.team("Desk")
    leo = await lead(programme, desk)
    people = await programme.join(desk, *"ABCDEFGH")
    await programme.checks_in(*people)
    await programme.practises(*people[:4])
    await close_before(programme, 1)
    shown = await seen(programme, leo, desk)
    assert shown.last == WeekPoints(1, 50, rest=False)
    assert set(shown.earned_by) == {Component.RATING_TAKEN_PART, Component.PRACTISED}
    assert shown.could_come == [
        Component.SHARED,
        Component.TRIED_ACROSS,
        Component.CUSTOMER_VOICE,
    ]
    await close_before(programme, 2)
    shown = await seen(programme, leo, desk)
    assert shown.last == WeekPoints(2, 0, rest=False)
    assert (shown.total, shown.earned_by) == (50, [])
    assert [week.points for week in shown.weeks[:3]] == [50, 0, None]


async def test_points_are_shown_rounded_down_to_ten(programme: Programme) -> None:
    desk = await programme.team("Desk")
    leo = await lead(programme, desk)
    await close_before(programme, 2)
    taken_part = Component.RATING_TAKEN_PART
    await enter(programme, desk, (0, taken_part, 15), (1, taken_part, 14))
    shown = await seen(programme, leo, desk)
    assert [week.points for week in shown.weeks[:2]] == [10, 10]
    assert shown.total == 20


@pytest.mark.parametrize(
    ("stored", "total", "level", "to_next"),
    [(595, 590, 0, 10), (600, 600, 1, 180), (779, 770, 1, 10), (960, 960, 3, None)],
)
async def test_a_level_shown_is_a_level_reached(
    programme: Programme, stored: int, total: int, level: int, to_next: int | None
) -> None:
    desk = await programme.team("Desk")
    leo = await lead(programme, desk)
    await enter(programme, desk, (0, Component.PRACTISED, stored))
    await close_before(programme, 1)
    shown = await seen(programme, leo, desk)
    assert (shown.total, shown.level, shown.to_next_level) == (total, level, to_next)


async def test_a_quarter_stays_in_sight_until_the_next_ones_first_week_is_closed(
    programme: Programme,
) -> None:
    desk = await programme.team("Desk")
    leo = await lead(programme, desk)
    await enter(programme, desk, (11, Component.PRACTISED, 40), (13, Component.PRACTISED, 20))
    await close_before(programme, 13)
    shown = await seen(programme, leo, desk)
    assert (shown.quarter, shown.total, shown.last) == (1, 40, WeekPoints(13, 0, rest=True))
    await close_before(programme, 14)
    shown = await seen(programme, leo, desk)
    assert (shown.quarter, shown.total, shown.last) == (2, 20, WeekPoints(1, 20, rest=False))


async def test_somebody_elses_team_does_not_exist(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    leo = await lead(programme, desk)
    (ana,) = await programme.join(desk, "Ana")
    other = await founded(programme.database, name="Another city")
    theirs = await other.team("Their desk")
    for viewer in (leo, ana):
        shown = await team_points(programme.database, viewer, desk, programme.now)
        assert shown.team_name == "Desk"
        for team in (phone, theirs, 10**6):
            with refused(Code.NOT_FOUND):
                await team_points(programme.database, viewer, team, programme.now)


async def test_hr_has_no_team(programme: Programme) -> None:
    desk = await programme.team("Desk")
    with refused(Code.NOT_ALLOWED):
        await team_points(programme.database, programme.hanna, desk, programme.now)


async def test_a_lead_of_two_teams_chooses_between_them(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    await programme.team("Street")
    leo = await lead(programme, phone)
    only = await points_to_see(programme.database, leo, programme.now)
    assert only == await seen(programme, leo, phone)
    leo = await programme.joins("Leo", desk, Role.LEAD, account=leo.telegram_id)
    found = await points_to_see(programme.database, leo, programme.now)
    assert isinstance(found, list)
    assert [(team.id, team.name) for team in found] == [(desk, "Desk"), (phone, "Phone")]


async def test_where_points_are_not_used_there_are_none_to_see(database: Database) -> None:
    programme = await founded(database, points_used=False)
    desk = await programme.team("Desk")
    with refused(Code.POINTS_NOT_USED):
        await seen(programme, await lead(programme, desk), desk)


async def test_a_customers_voice_is_named_again_in_the_next_block(programme: Programme) -> None:
    desk = await programme.team("Desk")
    leo = await lead(programme, desk)
    ana, *_ = await programme.join(desk, *"ABCDE")
    await programme.hears_a_customer(ana)
    for week in (1, 2, 3):
        await close_before(programme, week)
        assert Component.CUSTOMER_VOICE not in (await seen(programme, leo, desk)).could_come
    await close_before(programme, 4)
    assert Component.CUSTOMER_VOICE in (await seen(programme, leo, desk)).could_come


async def test_nothing_can_come_in_the_rest_week(programme: Programme) -> None:
    desk = await programme.team("Desk")
    leo = await lead(programme, desk)
    await close_before(programme, 12)
    assert (await seen(programme, leo, desk)).could_come == []
    await close_before(programme, 13)
    assert (await seen(programme, leo, desk)).could_come == list(Component)


async def test_what_is_shown_adds_up(programme: Programme) -> None:
    desk = await programme.team("Desk")
    leo = await lead(programme, desk)
    await close_before(programme, 11)
    taken_part = Component.RATING_TAKEN_PART
    await enter(programme, desk, *((week, taken_part, 45) for week in range(11)))
    await enter(programme, desk, (3, CARRIED, 175))
    shown = await seen(programme, leo, desk)
    weeks = [week.points for week in shown.weeks if week.points is not None]
    assert (shown.total, shown.carried, sum(weeks)) == (670, 170, 500)
    assert set(weeks) == {40, 50}
