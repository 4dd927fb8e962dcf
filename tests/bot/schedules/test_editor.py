"""HR's schedules in the chat: changed page by page, previewed, and then sent as previewed."""

import pytest

from bot.callbacks.schedules import (
    AskText,
    ClearDay,
    Edge,
    EditSchedule,
    NewSchedule,
    Page,
    PauseSchedule,
    SetAudience,
    SetEvery,
    SetOwnSlot,
    SetRole,
    SetTime,
    SetWindow,
    ShowSchedule,
    ToggleDay,
)
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from tests.bot.dialogue import Office, Someone
from tests.bot.editor import EN, USUAL, drafts, goes_out, previewed


async def test_the_usual_schedules_are_listed(hanna: Someone) -> None:
    await hanna.says("/schedules")
    for words in USUAL.values():
        assert words in hanna.screen
        assert words in hanna.buttons
    assert "The week closes by itself on Monday after midnight." in hanna.screen


async def test_what_is_previewed_is_what_is_sent(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    for kind in (Kind.CHECKIN, Kind.REMINDER, Kind.POINTS_POST):
        await hanna.says("/schedules")
        await hanna.presses(USUAL[kind])
        await hanna.presses("Pause")
    await drafts(hanna, Kind.PROMPT)
    await hanna.presses("Days")
    await hanna.presses("✓ Thu")
    await hanna.presses("Mon")
    await hanna.presses("✓ Tue")
    await hanna.presses("Back")
    await hanna.presses("Time")
    await hanna.says("14.45")
    await hanna.presses("How often")
    await hanna.presses("every 2 weeks")
    await hanna.presses("Save")
    assert "✓ Saved" in hanna.screen
    promised = previewed(hanna)
    assert promised == [
        "Monday 12 January at 14:45",
        "Monday 26 January at 14:45",
        "Monday 9 February at 14:45",
    ]
    assert await goes_out(office, ana, 5) == promised


async def test_over_the_clock_change_it_stays_at_the_local_time(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await office.wind(10)  # clocks change on Sunday 29 March
    await drafts(hanna, Kind.PROMPT)
    await hanna.presses("Days")
    await hanna.presses("✓ Tue")
    await hanna.presses("✓ Thu")
    await hanna.presses("Fri")
    await hanna.presses("✓ Thu")
    await hanna.presses("Mon")
    await hanna.presses("Back")
    await hanna.presses("Save")
    promised = previewed(hanna)
    assert promised[:2] == ["Monday 23 March at 09:30", "Friday 27 March at 09:30"]
    assert len(promised) == 3
    sent = await goes_out(office, ana, 14)
    assert [at for at in sent if at in promised] == promised


@pytest.mark.parametrize("kind", [Kind.PROMPT, Kind.CHECKIN, Kind.REMINDER])
async def test_a_new_schedule_is_drafted_then_saved(
    office: Office, hanna: Someone, desk: int, kind: Kind
) -> None:
    await hanna.says("/schedules")
    await hanna.presses("New schedule")
    await hanna.presses(EN.plain(f"schedules.kind.{kind}"))
    await hanna.presses("For whom")
    await hanna.presses("team Desk")
    assert "For: team Desk" in hanna.screen
    await hanna.presses("Back")
    await hanna.presses("Useful for")
    await hanna.presses("8 hours")
    assert "Useful for: 8 hours" in hanna.screen
    await hanna.presses("Time")
    await hanna.presses("11:00")
    await hanna.presses("Save")
    assert "✓ Saved" in hanna.screen
    await hanna.presses("All schedules")
    assert f"{EN.plain(f'schedules.kind.{kind}')}: Tue 11:00, team Desk" in hanna.screen


async def test_a_teams_schedule_takes_the_place_of_the_wider_one(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    bea = await office.member("Bea", await office.programme.team("Field"))
    await hanna.says("/schedules")
    await hanna.presses("New schedule")
    await hanna.presses("Prompt")
    await hanna.presses("For whom")
    await hanna.presses("team Desk")
    await hanna.presses("✓ Members and leads")
    await hanna.presses("Save")
    assert await goes_out(office, ana, 1) == [
        "Tuesday 13 January at 09:30",
        "Wednesday 14 January at 13:00",
        "Friday 16 January at 10:00",
    ]
    assert "Thursday 15 January at 09:30" in [
        EN.moment(m.date.astimezone(office.programme.hanna.zone)) for m in bea.messages
    ]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("9:15", "09:15"), ("9.15", "09:15"), ("0915", "09:15"), ("10", "10:00"), ("7:30", "07:30")],
)
async def test_a_time_can_be_typed(hanna: Someone, typed: str, shown: str) -> None:
    await drafts(hanna, Kind.CHECKIN)
    await hanna.presses("Time")
    await hanna.says(typed)
    assert f"Time: {shown}" in hanna.screen


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("7:29", "Messages go out from 07:30 and before 17:00 only."),
        ("17:00", "Messages go out from 07:30 and before 17:00 only."),
        ("25:00", "Please type a time such as 9:15."),
        ("12:60", "Please type a time such as 9:15."),
        ("noon", "Please type a time such as 9:15."),
    ],
)
async def test_a_time_that_cannot_be_is_refused_and_asked_again(
    hanna: Someone, typed: str, told: str
) -> None:
    await drafts(hanna, Kind.CHECKIN)
    await hanna.presses("Time")
    await hanna.says(typed)
    assert hanna.screen.startswith(told)
    await hanna.says("12:30")
    assert "Time: 12:30" in hanna.screen


async def test_the_last_day_cannot_be_taken_out(hanna: Someone) -> None:
    await drafts(hanna, Kind.CHECKIN)
    await hanna.presses("Days")
    await hanna.presses("✓ Wed")
    assert "✓ Wed" in hanna.buttons


async def test_every_page_leads_back_to_the_draft(hanna: Someone) -> None:
    await drafts(hanna, Kind.CHECKIN)
    draft = hanna.screen
    for page in ("Days", "Time", "For whom", "From – until", "How often", "Useful for"):
        await hanna.presses(page)
        assert hanna.screen != draft
        await hanna.presses("Back")
        assert hanna.screen == draft


async def test_a_dropped_draft_changes_nothing(hanna: Someone) -> None:
    await drafts(hanna, Kind.CHECKIN)
    await hanna.presses("Time")
    await hanna.presses("15:30")
    await hanna.presses("Drop the draft")
    assert USUAL[Kind.CHECKIN] in hanna.screen
    await hanna.forges(EditSchedule(Page.SAVE))
    assert hanna.toast == "This question is closed."
    await hanna.says("/schedules")
    assert USUAL[Kind.CHECKIN] in hanna.screen


async def test_a_paused_schedule_sends_nothing_and_resumes_without_a_backlog(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await hanna.says("/schedules")
    await hanna.presses(USUAL[Kind.PROMPT])
    await hanna.presses("Pause")
    assert "none, it is paused" in hanna.screen
    sent = await goes_out(office, ana, 1)
    assert not [at for at in sent if at.endswith("09:30")]
    await hanna.says("/schedules")
    assert "(paused)" in hanna.screen
    await hanna.presses(USUAL[Kind.PROMPT])
    await hanna.presses("Let it run again")
    assert previewed(hanna)[0] == "Tuesday 20 January at 09:30"
    sent = await goes_out(office, ana, 2)
    assert [at for at in sent if at.endswith("09:30")] == [
        "Tuesday 20 January at 09:30",
        "Thursday 22 January at 09:30",
    ]


async def test_pausing_twice_by_an_old_button_stays_paused(hanna: Someone) -> None:
    await hanna.says("/schedules")
    await hanna.presses(USUAL[Kind.PROMPT])
    pause = hanna.button("Pause").data or ""
    await hanna.presses("Pause")
    await hanna.forges(pause)
    assert "none, it is paused" in hanna.screen


async def test_a_colleagues_change_is_not_overwritten(office: Office, hanna: Someone) -> None:
    heidi = await office.member("Heidi", None, Role.HR)
    await drafts(hanna, Kind.CHECKIN)
    await drafts(heidi, Kind.CHECKIN)
    await heidi.presses("Time")
    await heidi.presses("10:00")
    await heidi.presses("Save")
    await hanna.presses("Time")
    await hanna.presses("15:00")
    await hanna.presses("Save")
    assert hanna.toast.startswith("A colleague has changed this schedule meanwhile.")
    await hanna.says("/schedules")
    assert "Check-in: Wed 10:00" in hanna.screen


async def test_the_draft_survives_a_restart(office: Office, hanna: Someone) -> None:
    await drafts(hanna, Kind.CHECKIN)
    await hanna.presses("Time")
    await office.restarts()
    await hanna.says("15:15")
    assert "Time: 15:15" in hanna.screen
    await hanna.presses("Save")
    assert "✓ Saved" in hanna.screen


FORGED = [
    "sch:999999",
    "sedit:begin:999999",
    "spause:999999:1",
    "stime:1440",
    "stime:999999",
    "swin:61",
    "severy:3",
    "swho:999:",
    "swho::999",
    "swho:1:1",
    "sday:noday",
    "snew:close",
    "sedit:save:",
    "srole:lead",
    "sown:1",
    "snoday:first",
    "stext:en",
]


@pytest.mark.parametrize("data", FORGED)
async def test_forged_presses_of_hr_are_refused(hanna: Someone, data: str) -> None:
    await hanna.says("/schedules")
    shown = hanna.screen
    await hanna.forges(data)
    assert hanna.toast
    assert "reference" not in hanna.toast
    await hanna.says("/schedules")
    assert hanna.screen == shown


HR_PRESSES = [
    ShowSchedule(),
    ShowSchedule(1),
    NewSchedule(),
    NewSchedule(Kind.PROMPT),
    PauseSchedule(1, 1),
    *(EditSchedule(page, 1) for page in Page),
    ToggleDay(Weekday.MON),
    SetTime(600),
    SetWindow(60),
    SetEvery(2),
    SetAudience(),
    SetRole(),
    SetOwnSlot(1),
    ClearDay(Edge.FIRST),
    AskText("en"),
]


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEAD])
async def test_others_forging_hrs_presses_are_refused(
    office: Office, hanna: Someone, desk: int, role: Role
) -> None:
    eve = await office.member("Eve", desk, role)
    await hanna.says("/schedules")
    before, shown = hanna.screen, eve.screen
    for data in HR_PRESSES:
        await eve.forges(data)
        assert eve.toast.startswith("That is not for your role."), data
        assert eve.screen == shown
    await hanna.says("/schedules")
    assert hanna.screen == before


async def test_an_older_draft_cannot_save_another_schedule(hanna: Someone) -> None:
    await drafts(hanna, Kind.CHECKIN)
    older = hanna.message
    await drafts(hanna, Kind.REMINDER)
    await hanna.presses("Save", on=older)
    assert "This draft is outdated" in hanna.toast
    await hanna.presses("Save")
    assert "Saved" in hanna.screen
    assert "Reminder" in hanna.screen


async def test_after_back_a_text_is_no_time(hanna: Someone) -> None:
    await drafts(hanna, Kind.PROMPT)
    await hanna.presses("Time")
    await hanna.presses("Back")
    await hanna.says("16.15")
    assert "did not find an open question" in hanna.screen


async def test_a_typed_time_goes_on_in_the_new_message(hanna: Someone) -> None:
    await drafts(hanna, Kind.PROMPT)
    await hanna.presses("Time")
    older = hanna.message
    await hanna.says("10.15")
    await hanna.presses("12:00", on=older)
    assert "This draft is outdated" in hanna.toast
    await hanna.presses("Save")
    assert "Time: 10:15" in hanna.screen
