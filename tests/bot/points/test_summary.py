"""Team points in the chat: a picture with the same in words, only what one may see."""

import re

import pytest

from bot.callbacks.people import ChooseLanguage
from bot.callbacks.points import ShowTeam
from bot.callbacks.schedules import NewSchedule
from bot.sandbox.bot_api.pictures import size_of
from coaching.content import LANGUAGES
from coaching.people import identity
from coaching.people.identity import Viewer
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from tests.bot.dialogue import Office, Someone, buttons

A_WORD_ABOUT_POINTS = re.compile(r"\bpoints?\b|\bpiste|\bpoäng", re.IGNORECASE)


async def viewer(office: Office, person: Someone) -> Viewer:
    """Return the person as the use cases know them."""
    found = await identity.identify(office.programme.database, person.user_id)
    assert found is not None
    return found


async def team_that_earned(office: Office, name: str, checked_in: int) -> tuple[int, list[Viewer]]:
    """Let a team of eight live a week in which so many of them checked in."""
    team = await office.programme.team(name)
    people = await office.programme.join(team, *[f"{name} {n}" for n in range(8)])
    await office.programme.checks_in(*people[:checked_in])
    return team, people


async def test_points_come_as_a_picture_with_the_same_in_words(office: Office) -> None:
    _, people = await team_that_earned(office, "Desk", 6)
    await office.programme.practises(*people[:4])
    await office.wind(1)
    ana = await office.seat(people[0])
    await ana.says("/points")
    assert size_of(ana.file) is not None
    assert "Desk · quarter 1" in ana.screen
    assert "50" not in ana.screen, "the picture says so"
    await ana.presses("Points in words")
    assert "Week 1: 50 points of 100" in ana.screen
    assert "This quarter: 50 points" in ana.screen
    assert "First level Start: 550 points to go." in ana.screen
    assert "taking part in the check-in and practising with prompts" in ana.screen


async def test_only_totals_rounded_to_ten_are_shown(office: Office) -> None:
    team, _ = await team_that_earned(office, "Desk", 4)  # 15 points
    await office.wind(1)
    lena = await office.member("Lena", team, Role.LEAD)
    await lena.says("/team")
    await lena.presses("Points in words")
    shown = [int(n) for n in re.findall(r"(\d+) points", lena.screen)]
    assert len(shown) == 3
    assert all(n % 10 == 0 for n in shown), lena.screen
    assert "15" not in lena.screen
    assert "%" not in lena.screen
    assert "Desk 1" not in lena.screen, "nobody is named"


async def test_one_member_alone_earns_nothing_for_the_team(office: Office) -> None:
    _, people = await team_that_earned(office, "Desk", 1)
    await office.wind(1)
    ana = await office.seat(people[0])
    await ana.says("/points")
    await ana.presses("Points in words")
    assert "Week 1: 0 points of 100" in ana.screen
    assert "What earned them" not in ana.screen


async def test_before_the_first_close_it_says_so(ana: Someone) -> None:
    await ana.says("/points")
    assert "No week has been closed yet" in ana.screen


async def test_a_lead_of_two_teams_chooses(office: Office, desk: int) -> None:
    field = await office.programme.team("Field")
    lena = await office.member("Lena", desk, Role.LEAD)
    await lena.says(f"/start {await office.programme.link(Role.LEAD, field)}")
    await lena.presses("Take this place")
    await lena.says("/points")
    assert lena.screen == "Which team?"
    assert lena.buttons == ["Desk", "Field"]
    question = lena.message
    await lena.presses("Field")
    assert "Field · quarter 1" in lena.screen
    assert lena.file
    await lena.presses("Desk", on=question)
    assert "Desk · quarter 1" in lena.screen


async def test_somebody_elses_team_does_not_exist(office: Office, ana: Someone) -> None:
    field = await office.programme.team("Field")
    lena = await office.member("Lena", field, Role.LEAD)
    desk = next(iter((await viewer(office, ana)).standing.staff_in))
    for person, team in ((ana, field), (lena, desk), (ana, 999_999_999), (ana, 0)):
        before = len(person.messages)
        await person.forges(ShowTeam(team))
        assert person.toast == "I did not find that."
        assert len(person.messages) == before, "no picture"


async def test_staff_cannot_ask_for_a_leads_summary(ana: Someone) -> None:
    await ana.says("/team")
    assert "That is not for your role" in ana.screen


async def test_the_post_comes_on_monday_and_never_live(office: Office) -> None:
    _, people = await team_that_earned(office, "Desk", 8)
    ana = await office.seat(people[0])
    await office.wind(1, Weekday.MON, "08:59")
    assert all("points" not in said for said in ana.said)
    await office.wind(1, Weekday.MON, "09:00")
    assert "Week 1: 30 points of 100" in ana.screen
    assert ana.screen.endswith("Thank you for practising together.")


async def test_the_same_week_closes_once_however_often_the_bot_restarts(office: Office) -> None:
    _, people = await team_that_earned(office, "Desk", 8)
    ana = await office.seat(people[0])
    await office.wind(1)
    for _ in range(2):
        await office.restarts()
    await ana.says("/points")
    await ana.presses("Points in words")
    assert "This quarter: 30 points" in ana.screen


def speaks_of_points(office: Office, person: Someone) -> list[str]:
    """Return whatever the person could read about points."""
    shown = [
        *person.said,
        *(button.text for message in person.messages for button in buttons(message)),
        *(c.description for c in office.telegram.commands_for(person.user_id)),
    ]
    return [text for text in shown if A_WORD_ABOUT_POINTS.search(text)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", list(Role))
async def test_switched_off_there_is_no_word_about_points(
    plain_office: Office, role: Role, language: str
) -> None:
    office = plain_office
    team = await office.programme.team("Desk")
    invite = await office.programme.link(role, None if role is Role.HR else team)
    person = office.newcomer("Ana", language)
    await person.says(f"/start {invite}")
    await person.forges(f"lang:{language}")
    await person.forges("read")
    await walks_through(office, person)
    await office.live(2)
    await walks_through(office, person)
    assert len(person.messages) > 20
    assert speaks_of_points(office, person) == []


async def walks_through(office: Office, person: Someone) -> None:
    """Say every command and open everything that its buttons lead to."""
    for command in office.commands:
        await person.says(f"/{command}")
        for button in buttons(person.message):
            if not (button.data or "").startswith(ChooseLanguage.prefix):
                await person.forges(button.data or "")
    for said in ("/points", "/team", "/start", "/unknown", "hello"):
        await person.says(said)
    for data in (ShowTeam(1), NewSchedule(), NewSchedule(Kind.POINTS_POST)):
        await person.forges(data)
        assert not A_WORD_ABOUT_POINTS.search(person.toast), person.toast


async def test_the_words_are_found_where_points_are_used(office: Office, ana: Someone) -> None:
    await ana.says("/points")
    await ana.says("/help")
    assert len(speaks_of_points(office, ana)) > 2
