"""The crisis pause in the chat: one press stops everything, one lets it run again."""

import pytest

from bot.callbacks.schedules import BeginCrisis
from bot.i18n import Translator
from bot.sandbox.bot_api.trouble import Fault
from coaching.content import LANGUAGES
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from tests.bot.dialogue import Office, Someone

BEGIN, END = "Pause everything now", "Let everything run again"


async def test_it_says_what_it_does_before_it_does_it(office: Office, hanna: Someone) -> None:
    await hanna.says("/crisis")
    assert "nobody at City of Tests gets scheduled messages" in hanna.screen
    assert hanna.buttons == [BEGIN]
    await hanna.says("/schedules")
    await hanna.presses(hanna.buttons[0])
    assert "paused by /crisis" not in hanna.screen, "nothing happened yet"
    await hanna.says("/crisis")
    await hanna.presses(BEGIN)
    await hanna.says("/schedules")
    assert hanna.screen.startswith("⏸ Everything is paused by /crisis: nothing of this is sent")


async def test_since_when_and_until_when(office: Office, hanna: Someone, ana: Someone) -> None:
    await hanna.says("/crisis")
    await hanna.presses(BEGIN)
    assert "The pause began on Monday 12 January at 08:00." in hanna.screen
    await office.wind(0, Weekday.TUE, "12:00")
    await hanna.says("/crisis")
    assert "Monday 12 January at 08:00" in hanna.screen
    await hanna.presses(END)
    assert "✓ Everything runs again." in hanna.screen
    assert hanna.buttons == []
    await hanna.says("/crisis")
    assert hanna.buttons == [BEGIN]


async def test_a_message_that_waits_for_another_attempt_is_not_sent(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    office.telegram.faults.add(Fault("server_error", method="sendMessage", chat_id=ana.user_id))
    await office.live(0, Weekday.TUE, "09:30")
    assert await office.programme.states() == {"planned": 1}
    before = len(ana.messages)
    await hanna.says("/crisis")
    await hanna.presses(BEGIN)
    assert await office.programme.states() == {"cancelled": 1}
    await office.wind(0, Weekday.TUE, "12:00")
    assert len(ana.messages) == before


async def test_what_falls_due_is_left_out_and_never_sent(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    before = len(ana.messages)
    await hanna.says("/crisis")
    await hanna.presses(BEGIN)
    await office.live(0, Weekday.WED, "13:05")
    assert len(ana.messages) == before
    async with office.programme.database.connect(write=False) as connection:
        found = await connection.exec_driver_sql("SELECT reason, SUM(people) FROM left_out")
        assert [tuple(row) for row in found] == [("crisis", 4)], "a prompt, a check-in, follow-ups"
    await hanna.says("/deliveries")
    assert "Check-in: 1 person" in hanna.screen
    await hanna.says("/crisis")
    await hanna.presses(END)
    await office.wind(0, Weekday.WED, "13:10")
    assert len(ana.messages) == before, "though the check-in would still be of use"
    await office.live(0, Weekday.THU, "09:30")
    assert len(ana.messages) == before + 1


async def test_who_writes_still_gets_an_answer(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await hanna.says("/crisis")
    await hanna.presses(BEGIN)
    await ana.says("/checkin")
    assert "Check-in 1/2" in ana.screen


async def test_second_presses_and_colleagues_do_no_harm(office: Office, hanna: Someone) -> None:
    heidi = await office.member("Heidi", None, Role.HR)
    for person in (hanna, heidi):
        await person.says("/crisis")
    begin = hanna.message
    await hanna.presses(BEGIN)
    await office.wind(0, Weekday.MON, "09:00")
    await heidi.presses(BEGIN)
    await hanna.forges(BeginCrisis(), on=begin)
    await office.hears_again()
    for person in (hanna, heidi):
        assert "Monday 12 January at 08:00" in person.screen, "it began once"
    await hanna.presses(END)
    await heidi.presses(END)
    await office.hears_again()
    for person in (hanna, heidi):
        assert "Everything runs again" in person.screen


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_every_language(office: Office, language: str) -> None:
    heidi = await office.member("Heidi", None, Role.HR, language)
    t = Translator(language)
    await heidi.says("/crisis")
    await heidi.presses(t.plain("crisis.begin"))
    await heidi.presses(t.plain("crisis.end"))
    assert heidi.screen == t.plain("crisis.ended")
