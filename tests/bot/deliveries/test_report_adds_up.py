"""HR's account of deliveries in the chat: numbers that add up, and nothing about anybody."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from bot.callbacks.deliveries import Resend
from bot.callbacks.lists import Listing, TurnList
from bot.i18n import Translator
from bot.sandbox.bot_api.trouble import Fault
from coaching.content import LANGUAGES
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from tests.bot.dialogue import Office, Someone, Studio, office_at


@pytest.fixture
async def team(office: Office, desk: int) -> list[Someone]:
    """Give six members of a team."""
    return [await office.member(name, desk) for name in ("Ana", "Bo", "Cy", "Dee", "Eve", "Flo")]


async def fails(office: Office, person: Someone) -> None:
    """Let Tuesday's prompt fail for good with somebody."""
    fault = Fault("server_error", method="sendMessage", chat_id=person.user_id, times=6)
    office.telegram.faults.add(fault)
    await office.wind(0, Weekday.TUE, "09:30")
    for _ in range(5):
        await office.wind_to(office.clock.now() + timedelta(minutes=25))


async def test_before_the_first_message_there_is_nothing(office: Office, hanna: Someone) -> None:
    await office.live(0, Weekday.TUE, "12:00")
    await hanna.says("/deliveries")
    assert hanna.screen == "There was nothing to send in the last four weeks."
    await hanna.forges(TurnList(Listing.DELIVERIES, 3))
    assert hanna.screen == "There was nothing to send in the last four weeks."


async def test_days_and_one_day_with_everything_adding_up(
    office: Office, hanna: Someone, team: list[Someone]
) -> None:
    office.telegram.block(team[1].user_id)
    await team[2].presses_through("/pause", "Until I come back")
    await fails(office, team[0])
    await hanna.says("/deliveries")
    assert "Tuesday 13 January\n• Prompt: 6 people, 4 done" in hanna.screen
    await hanna.presses(hanna.buttons[0])
    assert hanna.screen == (
        "Prompt, Tuesday 13 January\n"
        "For 6 people\n"
        "\n"
        "• 4: sent, on its way, or spared\n"
        "• 1: not reachable in Telegram\n"
        "• 1: left out (on a break)\n"
        "\n"
        "Together 6 of 6: everybody is accounted for.\n"
        "\n"
        "Spared is whoever has had enough messages, has been quiet for weeks or has answered"
        " already. How many they are I tell nobody: it would show who answered. A failure I tell"
        " from five people on, or when nobody was reached.\n"
        "\n"
        "The day is not over: some of it may still be on its way."
    )
    for name in ("Ana", "Bo", "Cy"):
        assert name not in hanna.screen
    await hanna.presses("All deliveries")
    assert "How deliveries went" in hanna.screen


async def test_what_failed_is_sent_again(
    office: Office, hanna: Someone, team: list[Someone]
) -> None:
    await fails(office, team[0])
    before = [len(person.messages) for person in team]
    await hanna.says("/deliveries")
    await hanna.presses(hanna.buttons[0])
    before_it = hanna.screen
    await hanna.presses("Try again what failed")
    assert hanna.toast == "Whatever failed is tried again."
    assert hanna.screen == before_it
    await office.hears_again()
    await office.wind_to(office.clock.now() + timedelta(seconds=30))
    assert [len(person.messages) for person in team] == [before[0] + 1, *before[1:]]
    await hanna.says("/deliveries")
    assert "• Prompt: 6 people, 6 done" in hanna.screen


async def test_too_late_is_said_honestly(
    office: Office, hanna: Someone, team: list[Someone]
) -> None:
    await fails(office, team[0])
    await hanna.says("/deliveries")
    await hanna.presses(hanna.buttons[0])
    resend = hanna.button("Try again what failed").data or ""
    await office.wind(0, Weekday.WED)
    await hanna.presses(resend)
    assert "It is too late to send this again" in hanna.toast
    await hanna.says("/deliveries")
    await hanna.presses(hanna.buttons[0])
    assert hanna.buttons == ["All deliveries"]


async def test_in_a_crisis_nothing_is_sent_again(
    office: Office, hanna: Someone, team: list[Someone]
) -> None:
    await fails(office, team[0])
    await hanna.says("/crisis")
    await hanna.presses("Pause everything now")
    await hanna.says("/deliveries")
    await hanna.presses(hanna.buttons[0])
    await hanna.presses("Try again what failed")
    assert hanna.toast.startswith("Everything is paused now")


async def test_somebody_who_got_lost_is_said_loudly(
    office: Office, hanna: Someone, team: list[Someone]
) -> None:
    await office.wind(0, Weekday.TUE, "09:30")
    async with office.programme.database.connect(write=True) as connection:
        await connection.exec_driver_sql("UPDATE occurrence SET audience = 7 WHERE audience = 6")
    await hanna.says("/deliveries")
    assert "What did not go well\n• Prompt: 7 people, 6 done" in hanna.screen
    assert "❗ the numbers do not add up (Tue 13 Jan)" in hanna.screen
    assert hanna.buttons[0] == "⚠ Prompt, Tue 13 Jan"
    await hanna.presses(hanna.buttons[0])
    assert "❗ This does not add up: 6 of 7. Please tell technical administration." in hanna.screen


async def week_of_one(office: Office, hanna: Someone, *, answers: bool, early: bool) -> list[str]:
    """Let a week pass with one person in the programme; return all that HR sees of it."""
    ana = await office.member("Ana", await office.programme.team("Desk"))
    if answers and early:
        await ana.says("/checkin")
        await ana.presses("4")
    await office.live(0, Weekday.THU, "08:00")
    if answers and not early:
        await ana.says("/checkin")
        await ana.presses("4")
    seen = []
    for day, clock in ((Weekday.THU, "12:00"), (Weekday.FRI, "12:00"), (Weekday.SUN, "20:00")):
        await office.live(0, day, clock)
        await hanna.says("/deliveries")
        seen.append(hanna.screen)
        for named in [label for label in hanna.buttons if ", " in label]:
            await hanna.presses(named)
            seen += [hanna.screen, *hanna.buttons]
            await hanna.presses("All deliveries")
    return seen


async def test_of_one_person_hr_cannot_tell_whether_they_answered(
    migrated_file: Path, tmp_path: Path, studio: Studio
) -> None:
    weeks = []
    for answers, early in ((False, False), (True, False), (True, True)):
        path = Path(shutil.copy(migrated_file, tmp_path / f"{answers}-{early}.db"))
        async with office_at(path, studio) as office:
            hanna = await office.hanna()
            weeks.append(await week_of_one(office, hanna, answers=answers, early=early))
    silent, *others = weeks
    assert any("Reminder of the check-in: 1 person" in screen for screen in silent)
    assert any("• 1: sent to those who need it" in screen for screen in silent)
    assert others == [silent, silent]


async def test_weeks_of_messages_are_turned_page_by_page(
    office: Office, hanna: Someone, ana: Someone, desk: int
) -> None:
    await office.member("Lena", desk, Role.LEAD)
    await office.live(3, Weekday.SUN, "20:00")
    await hanna.says("/deliveries")
    first = hanna.screen
    assert hanna.buttons[0].endswith(" Feb"), "each button names what it shows"
    await hanna.presses("Next page (2 of 5)")
    assert hanna.screen != first
    await hanna.forges(TurnList(Listing.DELIVERIES, 99_999))
    assert "Tuesday 13 January" in hanna.screen
    await hanna.forges(Resend(99_999))
    assert hanna.toast == "I did not find that."


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_every_language(
    office: Office, hanna: Someone, team: list[Someone], language: str
) -> None:
    heidi = await office.member("Heidi", None, Role.HR, language)
    await fails(office, team[0])
    await heidi.says("/deliveries")
    await heidi.presses(heidi.buttons[0])
    t = Translator(language)
    await heidi.presses(t.plain("deliveries.resend"))
    assert t.plain("deliveries.done") in heidi.screen
    assert t.plain("deliveries.adds_up", total=6, audience=6) in heidi.screen
