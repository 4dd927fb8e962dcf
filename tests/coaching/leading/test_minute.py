"""A lead's minute: true of what is shown, from the calendar, for one's own teams alone."""

from datetime import timedelta

import pytest

from coaching.errors import Code
from coaching.leading.minute import TeamMinute, meeting, minute_to_see, team_minute
from coaching.practice.focus import begin_challenge
from coaching.practice.theme import set_theme
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.instrument import Dimension
from coaching.rules.leads_minute import Doing, doing, guide_of, next_guide, worth_thanks
from coaching.rules.points import Component
from tests.organisation import Programme
from tests.refusal import refused


@pytest.mark.parametrize(
    ("weeks", "found"),
    [
        ([], Doing.BEGINNING),
        ([60], Doing.STEADY),
        ([0, 0, 70, 60, 50], Doing.STEADY),
        ([100, 100, 20, 20, 20], Doing.UNDER_WAY),
        ([30, 20, 0], Doing.QUIET),
        ([100, 0, 0, 0], Doing.QUIET),
    ],
)
def test_only_the_last_three_weeks_count(weeks: list[int], found: Doing) -> None:
    assert doing(weeks, resting=False) is found
    assert doing(weeks, resting=True) is Doing.RESTING


def test_what_went_beyond_the_team_is_thanked_for_first() -> None:
    assert worth_thanks([]) is None
    assert worth_thanks([Component.PRACTISED, Component.SHARED]) is Component.SHARED
    assert {worth_thanks([component]) for component in Component} == set(Component)


@pytest.mark.parametrize("theme", [None, *Dimension])
def test_every_guide_has_its_turn_in_six_weeks_the_theme_first(theme: Dimension | None) -> None:
    turns = [guide_of(week, theme) for week in range(6)]
    assert set(turns) == set(Dimension)
    assert theme in (None, turns[0])
    assert guide_of(13, theme) is turns[0], "a quarter begins anew"


def test_the_guides_follow_one_another_round() -> None:
    seen = [Dimension.LISTENING]
    while len(seen) < 7:
        seen.append(next_guide(seen[-1]))
    assert seen == [*Dimension, Dimension.LISTENING]


async def test_a_lead_sees_the_own_team_as_it_is(programme: Programme) -> None:
    desk = await programme.team("Desk")
    leo = await programme.joins("Leo", desk, Role.LEAD)
    people = await programme.join(desk, *(f"Ana {n}" for n in range(8)))
    await set_theme(programme.database, programme.hanna, Dimension.CLARITY, programme.now)
    found = await minute_to_see(programme.database, leo, programme.now)
    assert isinstance(found, TeamMinute)
    assert (found.doing, found.thanks) == (Doing.BEGINNING, None)
    assert found.guide is Dimension.CLARITY
    assert (found.published, found.challenge_until) == (False, None)
    await programme.checks_in(*people[:6])
    programme.is_now(1, Weekday.MON, "09:00")
    await programme.closes_weeks()
    await begin_challenge(programme.database, leo, desk, "two_weeks", programme.now)
    tomorrow = programme.now + timedelta(days=1)
    found = await team_minute(programme.database, leo, desk, tomorrow)
    assert (found.doing, found.thanks) == (Doing.UNDER_WAY, Component.RATING_TAKEN_PART)
    assert found.challenge_until == tomorrow.date() + timedelta(days=14)


async def test_somebody_elses_team_does_not_exist(programme: Programme) -> None:
    desk, field = await programme.team("Desk"), await programme.team("Field")
    leo = await programme.joins("Leo", desk, Role.LEAD)
    ana = await programme.joins("Ana", desk)
    with refused(Code.NOT_FOUND):
        await team_minute(programme.database, leo, field, programme.now)
    for viewer in (ana, programme.hanna):
        with refused(Code.NOT_ALLOWED):
            await team_minute(programme.database, viewer, desk, programme.now)
        with refused(Code.NOT_ALLOWED):
            await minute_to_see(programme.database, viewer, programme.now)
        with refused(Code.NOT_ALLOWED):
            meeting(viewer, Dimension.LISTENING)
