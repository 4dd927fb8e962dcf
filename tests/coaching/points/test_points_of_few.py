"""From all that is shown of a team's points, nobody learns what one particular colleague did."""

import asyncio
import random
import shutil
from itertools import combinations
from pathlib import Path

import pytest

from bot.i18n import Translator
from bot.views.points import summary as views
from coaching.people import preferences
from coaching.points.summary import TeamPoints, team_points
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.points import Activity, Component, score, veiled
from storage.database import Database
from tests.organisation import Begun, Programme, a_copy_of, founded
from tests.simulations.points_of_few import SIZES, certain, every_part, now

EN = Translator("en")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("away", [0, 1, 2])
def test_points_make_nobody_sure_of_a_colleague(size: int, away: int) -> None:
    for sees in (now, every_part):
        assert certain(size, away, sees)[0] == 0


def test_from_seven_people_on_no_points_are_changed() -> None:
    for active in range(7, 61):
        for people in range(active + 1):
            week = Activity(
                active, people, people, shared=True, tried_across=True, customer_voice=True
            )
            assert score(veiled(week)) == score(week)


def test_of_five_and_six_two_may_always_stay_out() -> None:
    for active in (5, 6):
        for people in range(active + 1):
            week = Activity(
                active, people, people, shared=False, tried_across=False, customer_voice=False
            )
            earned = sum(score(veiled(week)).values())
            assert earned == (0 if people <= 2 else 70 if people >= active - 2 else 35)


# Through the whole product: whatever one colleague does, another history shows just the same.


def begun_with(size: int, migrated_file: Path, folder: Path) -> Begun:
    path = folder / f"{size}.db"
    shutil.copy(migrated_file, path)

    async def begin() -> Begun:
        database = Database(f"sqlite:///{path}")
        programme = await founded(database)
        team = await programme.team("Desk")
        lead = await programme.joins("Lena", team, Role.LEAD)
        people = await programme.join(team, *(f"P{n}" for n in range(size)))
        await database.close()
        return Begun(path, programme, [lead, *people])

    return asyncio.run(begin())


def twin(acting: frozenset[int], own: int, other: int, size: int) -> frozenset[int]:
    """Return who else may have acted if the other one did the opposite, and points are equal."""

    def points(people: int) -> int:
        week = Activity(size, people, 0, shared=False, tried_across=False, customer_voice=False)
        return score(veiled(week)).get(Component.RATING_TAKEN_PART, 0)

    for number in range(size + 1):
        for chosen in map(frozenset, combinations(range(size), number)):
            same_own = (own in chosen) == (own in acting)
            other_way = (other in chosen) != (other in acting)
            if same_own and other_way and points(len(chosen)) == points(len(acting)):
                return chosen
    raise AssertionError("the colleague's act is known for sure")


async def shown_after(begun: Begun, weeks: list[frozenset[int]]) -> list[object]:
    """Let these people check in week by week; return all that is shown after each."""
    lead, *people = begun.people
    seen: list[object] = []
    async with a_copy_of(begun) as programme:
        for week, acting in enumerate(weeks):
            programme.is_now(week, Weekday.TUE)
            await programme.checks_in(*(people[n] for n in sorted(acting)))
            programme.is_now(week + 1, Weekday.MON, "09:00")
            await programme.closes_weeks()
            (team,) = lead.standing.leads
            points = await team_points(programme.database, lead, team, programme.now)
            seen += [points, views.words(points, EN), views.picture(points, EN)]
            seen.append(views.post([points], EN).text)
    return seen


@pytest.mark.parametrize("size", [5, 6, 7, 8, 9])
def test_all_that_is_shown_over_weeks_fits_either_act_of_a_colleague(
    size: int, migrated_file: Path, tmp_path: Path
) -> None:
    begun = begun_with(size, migrated_file, tmp_path)
    lot = random.Random(size)
    weeks = [frozenset({0}), frozenset(range(1, size)), frozenset(range(size)), frozenset[int]()]
    weeks += [frozenset(n for n in range(size) if lot.random() < 0.6) for _ in range(2)]
    others = [twin(acting, 0, lot.randrange(1, size), size) for acting in weeks]
    seen = asyncio.run(shown_after(begun, weeks))
    assert asyncio.run(shown_after(begun, others)) == seen


async def close_first_week(programme: Programme, team: int, lead_name: str) -> TeamPoints:
    leo = await programme.joins(lead_name, team, Role.LEAD)
    programme.is_now(1, Weekday.MON, "09:00")
    await programme.closes_weeks()
    return await team_points(programme.database, leo, team, programme.now)


@pytest.mark.parametrize("practising", [True, False])
async def test_of_seven_people_nothing_that_earned_points_is_named(
    programme: Programme, practising: bool
) -> None:
    desk = await programme.team("Desk")
    people = await programme.join(desk, *"ABCDEFG")
    await programme.checks_in(*people)
    await programme.practises(*(people if practising else []))
    points = await close_first_week(programme, desk, "Leo")
    assert (points.earned_by, points.few) == ([], True)
    assert points.could_come == list(Component), "nor told by what is missing from this list"
    assert "named from eight people on" in views.words(points, EN)
    assert views.picture(points, EN).earned == []


async def test_of_eight_people_it_is_named(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await programme.checks_in(*await programme.join(desk, *"ABCDEFGH"))
    points = await close_first_week(programme, desk, "Leo")
    assert (points.earned_by, points.few) == ([Component.RATING_TAKEN_PART], False)


async def test_whether_somebody_on_a_break_answered_makes_no_eighth(programme: Programme) -> None:
    desk = await programme.team("Desk")
    people = await programme.join(desk, *"ABCDEFGH")
    await preferences.pause(programme.database, people[0], programme.now)
    await programme.checks_in(*people)
    assert (await close_first_week(programme, desk, "Leo")).few


async def test_points_do_not_tell_that_the_fifth_of_a_team_was_not_on_a_break(
    programme: Programme,
) -> None:
    desk = await programme.team("Desk")
    people = await programme.join(desk, *"ABCDE")
    await preferences.pause(programme.database, people[0], programme.now)
    await programme.checks_in(*people)
    assert (await close_first_week(programme, desk, "Leo")).total == 0
