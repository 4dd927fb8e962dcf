"""Silence respected: three weeks of messages, one question, then nothing until a sign of life."""

import pytest

from coaching.deliveries import report
from coaching.deliveries.contents import PauseQuestion
from coaching.deliveries.sending import Parcel
from coaching.people import preferences
from coaching.people.identity import Viewer
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from coaching.schedules.planning import next_due, plan_due
from tests.organisation import Programme

NAMES = ("Ana", "Bo", "Cy", "Dee", "Eli")


@pytest.fixture
async def team(programme: Programme) -> list[Viewer]:
    """Give five people who joined without saying anything."""
    return await programme.join(await programme.team("Desk"), *NAMES)


async def live(programme: Programme, week: int, clock: str = "08:00") -> list[Parcel]:
    """Live on to the Monday of a week; return what was sent."""
    end, out = programme.moment(week, Weekday.MON, clock), []
    while (due := await next_due(programme.database)) and due.at <= end:
        programme.now = due.at
        out += await programme.deliver()
    programme.now = end
    return out


def questions(parcels: list[Parcel]) -> list[str]:
    """Return who was asked whether to pause."""
    return sorted(p.addressee.first_name for p in parcels if isinstance(p.content, PauseQuestion))


async def test_whoever_never_reacts_is_asked_once_in_the_fourth_week_and_then_left_alone(
    programme: Programme, team: list[Viewer]
) -> None:
    sent = await live(programme, 3)
    assert questions(sent) == []
    assert len(sent) == len(NAMES) * (4 + 4 + 4), "one prompt a week once they are quiet"
    monday = await live(programme, 3, "09:00")
    assert (questions(monday), len(monday)) == (list(NAMES), len(NAMES)), "in the post's place"
    assert await live(programme, 6) == []
    accounts = await report.lines(programme.database, programme.hanna, programme.now)
    after = [each for each in accounts if each.day > programme.moment(3).date()]
    assert {each.kind for each in after} >= {Kind.PROMPT, Kind.CHECKIN, Kind.POINTS_POST}
    for each in after:
        assert (each.left_out, each.states) == ({}, {}), "that they are silent is told to nobody"
        assert each.adds_up


async def test_a_sign_of_life_brings_the_messages_back_and_the_weeks_count_anew(
    programme: Programme, team: list[Viewer]
) -> None:
    ana = team[0]
    await live(programme, 5)
    await preferences.heard(programme.database, ana, programme.now)
    sent = await live(programme, 9)
    assert {parcel.addressee.first_name for parcel in sent} == {"Ana"}
    assert questions(sent) == []
    assert questions(await live(programme, 10)) == ["Ana"], "once for each silence"
    assert await live(programme, 12) == []


async def test_a_sign_of_life_in_each_third_week_is_enough(
    programme: Programme, team: list[Viewer]
) -> None:
    sent = []
    for week in (2, 5, 8, 11):
        sent += await live(programme, week)
        for person in team:
            known = await programme.again(person)
            await preferences.heard(programme.database, known, programme.now)
    assert questions(sent) == []


async def test_it_is_noted_once_a_week(programme: Programme, team: list[Viewer]) -> None:
    ana = team[0]
    assert (await programme.again(ana)).heard_week is None
    for week in (0, 0, 2):
        known = await programme.again(ana)
        await preferences.heard(programme.database, known, programme.is_now(week))
        assert (await programme.again(ana)).heard_week == week


async def test_a_break_is_no_silence(programme: Programme, team: list[Viewer]) -> None:
    ana = team[0]
    programme.is_now(0)
    first = programme.moment(1).date()
    await preferences.pause(
        programme.database, ana, programme.now, first, programme.moment(5).date()
    )
    sent = [p for p in await live(programme, 7, "08:00") if p.addressee == ana]
    assert len(sent) == 4 + 4 + 4, "weeks 0, 5 and 6, with one prompt after silence; no question"
    assert questions(sent) == []
    assert questions(await live(programme, 8)) == ["Ana"], "after the third week with messages"


async def test_the_rest_week_is_no_silence(programme: Programme, team: list[Viewer]) -> None:
    await live(programme, 9)
    for person in team:
        await preferences.heard(programme.database, person, programme.now)
    sent = await live(programme, 14, "08:00")  # silent in 10, 11 and 13, at rest in 12
    assert questions(sent) == []
    assert questions(await live(programme, 14, "12:00")) == list(NAMES)


async def test_a_question_that_came_too_late_is_asked_another_time(
    programme: Programme, team: list[Viewer]
) -> None:
    await live(programme, 3)
    await plan_due(programme.database, programme.is_now(3, Weekday.MON, "17:30"))
    assert await programme.deliver() == []
    assert questions(await live(programme, 4)) == list(NAMES)
