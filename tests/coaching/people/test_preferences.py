"""Breaks as people expect them: at once, with an end, beforehand, and over by themselves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coaching.errors import Code
from coaching.people import preferences
from coaching.people.identity import Viewer
from coaching.people.preferences import Break, breaks, pause, resume
from coaching.rules.calendar import Weekday
from tests.organisation import Programme, names
from tests.refusal import refused

TODAY = date(2026, 1, 12)
WEEK = timedelta(weeks=1)
WINTER = date(2026, 2, 16), date(2026, 2, 23)  # the first day without, the first with messages


@pytest.fixture
async def ana(programme: Programme) -> Viewer:
    """Give a member of a team."""
    return await programme.joins("Ana", await programme.team("Desk"))


async def test_the_choice_of_an_end_ends_the_open_break_then(
    programme: Programme, ana: Viewer
) -> None:
    args = (programme.database, ana, programme.now)
    assert await pause(*args) == [Break(TODAY, None)]
    assert await pause(*args, until=TODAY + WEEK) == [Break(TODAY, TODAY + WEEK)]
    assert await pause(*args, until=TODAY + 2 * WEEK) == [Break(TODAY, TODAY + 2 * WEEK)]
    assert await pause(*args, until=TODAY + WEEK) == [Break(TODAY, TODAY + WEEK)], "shorter again"
    assert await pause(*args) == [Break(TODAY, None)], "until I come back"
    assert await breaks(*args) == [Break(TODAY, None)]


async def test_an_end_chosen_weeks_later_keeps_the_days_that_are_over(
    programme: Programme, ana: Viewer
) -> None:
    await pause(programme.database, ana, programme.now)
    later = programme.is_now(3)
    ends = ana.local_day(later) + WEEK
    await pause(programme.database, ana, later, until=ends)
    assert await breaks(programme.database, ana, later) == [Break(ana.local_day(later), ends)]
    assert await breaks(programme.database, ana, programme.moment(0)) == [Break(TODAY, ends)]


async def test_days_to_come_take_the_place_of_todays_open_break(
    programme: Programme, ana: Viewer
) -> None:
    args = (programme.database, ana, programme.now)
    await pause(*args)
    for _ in range(2):
        assert await pause(*args, *WINTER) == [Break(*WINTER)]


async def test_a_break_with_an_end_stays_when_another_is_planned_and_the_other_way_round(
    programme: Programme, ana: Viewer
) -> None:
    args = (programme.database, ana, programme.now)
    await pause(*args, until=TODAY + WEEK)
    both = [Break(TODAY, TODAY + WEEK), Break(*WINTER)]
    assert await pause(*args, *WINTER) == both
    await pause(*args)
    assert await pause(*args, until=TODAY + WEEK) == both, "the planned one outlives an open one"


async def test_breaks_that_touch_are_one_and_one_with_the_same_beginning_is_said_anew(
    programme: Programme, ana: Viewer
) -> None:
    args = (programme.database, ana, programme.now)
    first, until = WINTER
    await pause(*args, first, until)
    await pause(*args, until, until + WEEK)
    assert await breaks(*args) == [Break(first, until + WEEK)]
    await pause(*args, first - WEEK, first + timedelta(days=1))
    assert await breaks(*args) == [Break(first - WEEK, until + WEEK)]
    assert await resume(*args, first - WEEK) == []
    await pause(*args, first, until)
    shorter = first + timedelta(days=2)
    assert await pause(*args, first, shorter) == [Break(first, shorter)]


async def test_a_break_that_began_before_today_begins_today(
    programme: Programme, ana: Viewer
) -> None:
    args = (programme.database, ana, programme.now)
    assert await pause(*args, TODAY - WEEK, TODAY + WEEK) == [Break(TODAY, TODAY + WEEK)]


async def test_days_that_are_over_or_too_far_away_are_no_break(
    programme: Programme, ana: Viewer
) -> None:
    year = timedelta(days=366)
    for first, until in (
        (TODAY - WEEK, TODAY),
        (TODAY + WEEK, TODAY + WEEK),
        (TODAY + WEEK, TODAY),
        (TODAY, TODAY + year + timedelta(days=1)),
    ):
        with refused(Code.BREAK_INVALID):
            await pause(programme.database, ana, programme.now, first, until)
    await pause(programme.database, ana, programme.now, TODAY, TODAY + year)


async def test_coming_back_keeps_what_was_planned(programme: Programme, ana: Viewer) -> None:
    args = (programme.database, ana, programme.now)
    for until in (TODAY + WEEK, None):
        await pause(*args, *WINTER)
        await pause(*args, until=until)
        assert await breaks(*args) == [Break(TODAY, until), Break(*WINTER)]
        assert await resume(*args) == [Break(*WINTER)]
        assert await resume(*args) == [Break(*WINTER)], "there is none to come back from"


async def test_a_planned_break_is_called_off_alone(programme: Programme, ana: Viewer) -> None:
    args = (programme.database, ana, programme.now)
    spring = WINTER[0] + 8 * WEEK, WINTER[1] + 8 * WEEK
    for days in (WINTER, spring):
        await pause(*args, *days)
    await pause(*args, until=TODAY + WEEK)
    current = Break(TODAY, TODAY + WEEK)
    assert await resume(*args, WINTER[1]) == [current, Break(*WINTER), Break(*spring)]
    assert await resume(*args, WINTER[0]) == [current, Break(*spring)]
    assert await resume(*args, spring[0]) == [current]


async def test_a_break_entered_beforehand_keeps_messages_away_and_ends_by_itself(
    programme: Programme, ana: Viewer
) -> None:
    tuesday = TODAY + timedelta(days=1)
    await pause(programme.database, ana, programme.now, tuesday, tuesday + timedelta(days=1))
    programme.is_now(0, Weekday.TUE, "09:30")
    assert names(await programme.deliver()) == []
    programme.is_now(0, Weekday.WED, "13:00")
    assert names(await programme.deliver()) == ["Ana"]


async def test_only_members_have_breaks(programme: Programme, ana: Viewer) -> None:
    nobody = replace(ana, enrolled=False)
    for use in (breaks, pause, resume, preferences.ask_days):
        with refused(Code.NOT_ALLOWED):
            await use(programme.database, nobody, programme.now)
