"""Falling silent towards those who are, and how anything brings the messages back."""

import pytest

from coaching.rules.calendar import Weekday
from tests.bot.dialogue import Office, Someone

QUESTION = "Would you like a break from my messages?"


async def falls_silent(office: Office, person: Someone) -> int:
    """Live until the question came and was not answered; return the number of messages."""
    await office.live(4, Weekday.MON, "12:00")  # heard of in week 0, silent in 1, 2 and 3
    assert QUESTION in person.screen
    return len(person.messages)


def questions(person: Someone) -> int:
    """Return how often the question stands in the chat."""
    return sum(QUESTION in said for said in person.said)


async def test_three_silent_weeks_then_one_question_then_silence(
    office: Office, ana: Someone
) -> None:
    await office.live(4)
    assert questions(ana) == 0
    messages = 1 + 4 + 5 + 4 + 4  # the greeting, and four weeks, with one prompt once she is quiet
    assert len(ana.messages) == messages
    before = await falls_silent(office, ana)
    assert before == messages + 1, "in place of the points"
    await office.live(7)
    assert (questions(ana), len(ana.messages)) == (1, before)


@pytest.mark.parametrize("said", ["hello", "/help", "/checkin"])
async def test_any_message_brings_the_messages_back(
    office: Office, ana: Someone, said: str
) -> None:
    await falls_silent(office, ana)
    await office.live(6)
    await ana.says(said)
    before = len(ana.messages)
    await office.live(7)
    assert len(ana.messages) > before + 2
    assert questions(ana) == 1


async def test_so_does_a_press_on_an_old_button(office: Office, ana: Someone) -> None:
    await office.live(0, Weekday.TUE, "10:00")
    prompt = ana.message
    before = await falls_silent(office, ana)
    await ana.presses("Why this?", on=prompt)
    await office.live(4, Weekday.TUE, "10:00")
    assert len(ana.messages) == before + 1


async def test_whoever_only_presses_old_buttons_is_never_asked(
    office: Office, ana: Someone
) -> None:
    await office.live(0, Weekday.TUE, "10:00")
    prompt, button = ana.message, "Why this?"
    for week in (2, 4, 6):
        await office.live(week, Weekday.WED)
        await ana.forges(ana.button(button, prompt).data or "", on=prompt)
    await office.live(8)
    assert questions(ana) == 0


async def test_no_go_on_goes_on(office: Office, ana: Someone) -> None:
    before = await falls_silent(office, ana)
    await ana.presses("No, go on")
    assert "Good to hear from you!" in ana.screen
    await office.live(4, Weekday.TUE, "10:00")
    assert len(ana.messages) == before + 1


async def test_yes_takes_a_break_that_can_be_given_an_end(office: Office, ana: Someone) -> None:
    before = await falls_silent(office, ana)
    await ana.presses("Yes, take a break")
    assert "You are on a break" in ana.screen
    await office.live(6)
    assert len(ana.messages) == before
    await ana.presses("For a week")
    assert "The last day of it is Sunday 1 March" in ana.screen
    await office.live(7, Weekday.TUE, "10:00")
    assert len(ana.messages) > before


async def test_go_on_under_an_old_question_ends_no_break(office: Office, ana: Someone) -> None:
    await falls_silent(office, ana)
    question = ana.message
    await ana.presses_through("/pause", "Until I come back")
    await ana.presses("No, go on", on=question)
    assert QUESTION not in "".join(ana.said)
    assert all("on a break" in said for said in ana.said[-2:])


async def test_whoever_is_on_a_break_does_not_become_silent_by_it(
    office: Office, ana: Someone
) -> None:
    await ana.says("/pause")
    await ana.presses("Choose days")
    await ana.says("12.1.-22.2.")  # to the end of week 5
    await office.live(8, Weekday.SUN)
    assert questions(ana) == 0
    await office.live(9, Weekday.MON, "12:00")
    assert questions(ana) == 1
