"""The preview's words: when, to how many, who is left out and why, and never about a person."""

import pytest

from coaching.people import preferences
from coaching.programme.setup import adopt_pace
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from coaching.schedules import working_times
from coaching.schedules.own_times import set_own_zone
from tests.bot.dialogue import Office, Someone
from tests.bot.editor import USUAL, begins, begins_weekly, drafts, goes_out, previewed
from tests.organisation import Programme

FIVE = tuple("ABCDE")
FOUR = tuple("ABCD")


async def looks_at(hanna: Someone, kind: Kind) -> None:
    """Open one of the usual schedules."""
    await hanna.says("/schedules")
    await hanna.presses(USUAL[kind])


async def only_on(hanna: Someone, wanted: str) -> None:
    """Let the draft be on one weekday."""
    await hanna.presses("Days")
    if f"✓ {wanted}" not in hanna.buttons:
        await hanna.presses(wanted)
    for label in [b for b in hanna.buttons if b.startswith("✓") and b != f"✓ {wanted}"]:
        await hanna.presses(label)
    await hanna.presses("Back")


async def in_finland(programme: Programme) -> None:
    """Let Finnish holidays hold."""
    args = (programme.database, programme.hanna, None, programme.now)
    await working_times.change(*args, country="FI")


async def test_each_day_says_when_and_to_how_many(
    office: Office, hanna: Someone, desk: int
) -> None:
    await office.programme.join(desk, *FIVE)
    await looks_at(hanna, Kind.PROMPT)
    assert hanna.screen.endswith(
        "Next messages:\n"
        "• Tuesday 13 January at 09:30: 5 people\n"
        "• Thursday 15 January at 09:30: 5 people\n"
        "• Tuesday 20 January at 09:30: 5 people\n"
        "\n"
        "These are the most: whoever has been quiet for weeks gets less, and who that is stays"
        " hidden."
    )


@pytest.mark.parametrize("people", [FIVE, FOUR])
async def test_a_public_holiday_leaves_out_the_whole_day(
    office: Office, hanna: Someone, desk: int, people: tuple[str, ...]
) -> None:
    first, *_ = await office.programme.join(desk, *people)
    await office.wind(15)
    await in_finland(office.programme)
    await preferences.pause(office.programme.database, first, office.clock.now())
    await drafts(hanna, Kind.PROMPT)
    await only_on(hanna, "Fri")
    assert "• Friday 1 May: nobody (public holiday)\n" in hanna.screen
    assert previewed(hanna)[0] == "Friday 8 May at 09:30"


async def test_epiphany_leaves_out_the_champions_message(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await office.wind(51)
    await in_finland(office.programme)
    await begins_weekly(hanna, Kind.CHAMPION)
    await only_on(hanna, "Wed")
    await hanna.presses("Text")
    for text in ("Hello", "Hei", "Hej", "Halo"):
        await hanna.says(text)
    await hanna.presses("Back")
    await hanna.presses("Save")
    assert "• Wednesday 6 January: nobody (public holiday)" in hanna.screen
    assert previewed(hanna)[0] == "Wednesday 13 January at 09:30"
    assert not [at for at in await goes_out(office, ana, 52) if "Wednesday" in at]


async def test_a_day_that_is_no_working_day_says_so(
    office: Office, hanna: Someone, desk: int
) -> None:
    await office.programme.join(desk, *FIVE)
    await drafts(hanna, Kind.PROMPT)
    await only_on(hanna, "Sat")
    assert "• Saturday 17 January: nobody (not a working day)" in hanna.screen
    assert "left out" not in hanna.screen.lower()


async def test_who_pauses_is_counted_but_never_named(
    office: Office, hanna: Someone, desk: int
) -> None:
    people = await office.programme.join(desk, *FIVE, "F")
    now = office.clock.now()
    await preferences.pause(office.programme.database, people[0], now)
    await looks_at(hanna, Kind.PROMPT)
    assert "• Tuesday 13 January at 09:30: 5 people\n" in hanna.screen
    assert "\nLeft out each time: 1 (on a break)" in hanna.screen


async def test_what_differs_by_the_day_is_said_by_the_day(
    office: Office, hanna: Someone, desk: int
) -> None:
    people = await office.programme.join(desk, *FIVE, "F")
    database, programme = office.programme.database, office.programme
    since, until = (programme.moment(0, d).date() for d in (Weekday.THU, Weekday.FRI))
    await preferences.pause(database, people[0], office.clock.now(), since, until)
    await looks_at(hanna, Kind.PROMPT)
    assert (
        "• Tuesday 13 January at 09:30: 6 people\n"
        "• Thursday 15 January at 09:30: 5 people\n"
        "   left out: 1 (on a break)\n"
        "• Tuesday 20 January at 09:30: 6 people"
    ) in hanna.screen


async def test_of_few_people_nothing_personal_is_said(
    office: Office, hanna: Someone, desk: int
) -> None:
    people = await office.programme.join(desk, *FOUR)
    await looks_at(hanna, Kind.PROMPT)
    shown = hanna.screen
    assert "• Tuesday 13 January from 09:30: at most 4 people" in shown
    assert "For fewer than five people I do not say who is left out or why." in shown
    database, now = office.programme.database, office.clock.now()
    for person in people[:3]:
        await preferences.pause(database, person, now)
    await preferences.set_reachable(database, people[3].person_id, now, reachable=False)
    await looks_at(hanna, Kind.PROMPT)
    assert "break" not in hanna.screen
    assert "reachable" not in hanna.screen
    assert "nobody" not in hanna.screen
    assert "• Tuesday 13 January from 09:30: at most 4 people" in hanna.screen


async def test_who_cannot_be_reached_is_counted(office: Office, hanna: Someone, desk: int) -> None:
    people = await office.programme.join(desk, *FIVE, "F")
    database, now = office.programme.database, office.clock.now()
    await preferences.set_reachable(database, people[0].person_id, now, reachable=False)
    await looks_at(hanna, Kind.CHECKIN)
    assert "• Wednesday 14 January at 13:00: 5 people\n" in hanna.screen
    assert "Left out each time: 1 (not reachable in Telegram)" in hanna.screen
    for person in people[1:]:
        await preferences.set_reachable(database, person.person_id, now, reachable=False)
    await looks_at(hanna, Kind.CHECKIN)
    assert "• Wednesday 14 January: nobody\n" in hanna.screen
    assert "Left out each time: 6 (not reachable in Telegram)" in hanna.screen


async def test_a_third_prompt_in_the_week_is_too_many(
    office: Office, hanna: Someone, desk: int
) -> None:
    await office.programme.join(desk, *FIVE)
    await begins(hanna, Kind.PROMPT)
    await only_on(hanna, "Fri")
    assert "• Friday 16 January: nobody (enough messages already)" in hanna.screen


async def test_a_schedule_for_nobody_says_so_once(office: Office, hanna: Someone) -> None:
    await office.programme.join(await office.programme.team("Desk"), *FIVE)
    await office.programme.team("Field")
    await begins(hanna, Kind.PROMPT)
    await hanna.presses("For whom")
    await hanna.presses("team Field")
    await hanna.presses("Back")
    assert hanna.screen.count("Nobody so far: no one has joined there") == 1
    assert "•" not in hanna.screen


async def test_a_reminder_is_for_some_of_those_who_were_asked(
    office: Office, hanna: Someone, desk: int
) -> None:
    await office.programme.join(desk, *FIVE)
    await looks_at(hanna, Kind.REMINDER)
    assert (
        "• Friday 16 January at 10:00: at most 5 people\n"
        "• Friday 23 January at 10:00: at most 5 people\n"
        "• Friday 30 January at 10:00: at most 5 people\n"
        "\n"
        "A reminder goes only to those who have not answered: once, two working days after "
        "their check-in."
    ) in hanna.screen


async def test_those_whom_a_narrower_schedule_leaves_without_are_counted(
    office: Office, hanna: Someone, desk: int
) -> None:
    await office.programme.join(desk, *FIVE)
    await office.programme.join(await office.programme.team("Field"), "X", "Y")
    await drafts(hanna, Kind.CHECKIN)
    assert "⚠" not in hanna.screen
    await hanna.presses("For whom")
    await hanna.presses("team Desk")
    await hanna.presses("Back")
    assert "⚠ 2 people are left without a schedule of this kind." in hanna.screen
    await hanna.presses("For whom")
    await hanna.presses("everybody")
    await hanna.presses("Back")
    assert "⚠" not in hanna.screen


async def test_a_paused_schedules_draft_promises_nothing(
    office: Office, hanna: Someone, desk: int
) -> None:
    await office.programme.join(desk, *FIVE)
    await looks_at(hanna, Kind.PROMPT)
    await hanna.presses("Pause")
    await hanna.presses("Change")
    assert "none, it is paused" in hanna.screen
    assert "⚠" not in hanna.screen


async def test_it_says_until_when_sending_takes_and_what_would_be_too_late(
    office: Office, hanna: Someone, desk: int
) -> None:
    await office.programme.join(desk, *FIVE)
    await adopt_pace(office.programme.database, 1 / 600)
    await looks_at(hanna, Kind.PROMPT)
    assert "13 January at 09:30: 5 people (takes until about 10:20)" in hanna.screen
    assert "Too many at once" not in hanna.screen
    await hanna.presses("Change")
    await hanna.presses("Time")
    await hanna.says("16:30")
    assert "16:30: 5 people (takes until about 17:00)" in hanna.screen
    assert "⚠ Too many at once: about 2 of these messages would come too late" in hanna.screen


async def test_of_a_paused_schedule_the_account_says_why_nothing_came(
    office: Office, hanna: Someone, desk: int
) -> None:
    five = await office.programme.join(desk, *FIVE)
    args = (office.programme.database, five[0], "Europe/Lisbon", office.clock.now())
    await set_own_zone(*args)
    await office.wind(0, Weekday.TUE, "09:30")
    await looks_at(hanna, Kind.PROMPT)
    await hanna.presses("Pause")
    await office.wind(0, Weekday.TUE, "13:00")
    await hanna.says("/deliveries")
    await hanna.presses(hanna.buttons[0])
    assert "• 1: left out (the schedule was paused)" in hanna.screen
    assert "everybody is accounted for" in hanna.screen
