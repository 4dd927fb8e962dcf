"""/team: one picture, three sentences, ten minutes for the next meeting, and what waits."""

import pytest

from bot.sandbox.bot_api.pictures import size_of
from coaching.content import LANGUAGES
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from tests.bot.dialogue import Office, Someone


async def lena_leads_a_team_that_earned(office: Office, language: str = "en") -> Someone:
    desk = await office.programme.team("Desk")
    people = await office.programme.join(desk, *(f"Ana {n}" for n in range(8)))
    lena = await office.member("Lena", desk, Role.LEAD, language=language)
    await office.programme.checks_in(*people[:7])
    await office.programme.practises(*people[:7])
    await office.wind(1)
    return lena


async def test_one_picture_and_three_sentences_say_how_the_team_is_doing(office: Office) -> None:
    lena = await lena_leads_a_team_that_earned(office)
    await lena.says("/team")
    assert size_of(lena.file) is not None
    assert lena.screen.split("\n\n") == [
        "Desk",
        "Your team practises steadily: lately most of what a week can bring has come in.",
        "Worth a thank-you: small things were tried in the middle of the work.",
        "For the next team meeting: ten minutes on “The first sentence when it is hard”.",
    ]
    assert "Ana" not in lena.screen


async def test_the_words_of_the_picture_are_one_tap_away(office: Office) -> None:
    lena = await lena_leads_a_team_that_earned(office)
    await lena.says("/team")
    await lena.presses("Points in words")
    assert "Week 1: 70 points of 100" in lena.screen


@pytest.mark.parametrize("language", LANGUAGES)
async def test_ten_minutes_come_step_by_step_in_every_language(
    office: Office, language: str
) -> None:
    lena = await lena_leads_a_team_that_earned(office, language)
    await lena.says("/team")
    await lena.presses(lena.buttons[0])
    titles = set()
    for _ in range(6):
        title, minutes, *steps = lena.screen.replace("\n\n", "\n").split("\n")
        titles.add(title)
        assert minutes.startswith("10 m")
        assert [step.split(" ", 1)[0] for step in steps] == ["2", "5", "3"]
        assert "{" not in lena.screen
        await lena.presses(lena.buttons[0])
    assert len(titles) == 6


async def test_what_waits_is_said_and_nothing_else(office: Office) -> None:
    lena = await lena_leads_a_team_that_earned(office)
    await lena.says("/challenge")
    await lena.presses(lena.buttons[0])
    await office.wind(1, Weekday.WED, "10:00")
    await lena.says("/team")
    assert "Going on: the team's challenge. Its last day is" in lena.screen
    assert "Waiting" not in lena.screen


async def test_on_monday_it_comes_by_itself(office: Office) -> None:
    lena = await lena_leads_a_team_that_earned(office)
    await office.wind(1, Weekday.MON, "09:30")
    assert lena.screen.startswith("Your team this week\n\nDesk\n\nYour team practises steadily")
    assert lena.message.photo is not None


async def test_a_lead_of_two_teams_chooses(office: Office) -> None:
    lena = await lena_leads_a_team_that_earned(office)
    phone = await office.programme.team("Phone")
    await lena.says(f"/start {await office.programme.link(Role.LEAD, phone)}")
    await lena.presses("Take this place")
    await lena.says("/team")
    assert lena.buttons == ["Desk", "Phone"]
    await lena.presses("Phone")
    assert lena.screen.startswith("Phone\n\nLast week was not counted")
    await office.wind(2, Weekday.MON, "09:30")
    assert "Desk\n" in lena.screen, "of several teams in words"
    assert "Phone\n" in lena.screen


async def test_a_lead_is_asked_who_came_by_an_invite(office: Office) -> None:
    lena = await lena_leads_a_team_that_earned(office)
    desk = next(team for team in await office.programme.names_by_team() if team)
    await office.member("Otto", desk, confirmed=False)
    await lena.says("/team")
    assert "Waiting: somebody joined the team by an invite." in lena.screen
    await lena.presses("Who joined?")
    assert "These joined by an invite: Otto." in lena.screen
    await lena.presses("Yes, I know them all")
    await lena.says("/team")
    assert "Waiting" not in lena.screen
    assert "Who joined?" not in lena.buttons
