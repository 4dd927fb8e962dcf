"""/slot and /shifts: when messages reach somebody."""

import pytest

from bot.callbacks.schedules import SetOwnZone, SetShift, SetSlot, ShowShifts
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from coaching.schedules import editor, saving, working_times
from tests.bot.dialogue import Office, Someone
from tests.organisation import FIRST_MORNING

TODAY = FIRST_MORNING.date()


@pytest.fixture
async def nurse(office: Office) -> Someone:
    """Give somebody of a unit that works in shifts."""
    ward = await office.programme.team("Ward", "Hospital")
    args = (office.programme.database, office.programme.hanna)
    unit = await office.programme.unit("Hospital")
    await working_times.change(*args, unit, office.clock.now(), in_shifts=True)
    return await office.member("Nea", ward)


async def leave_the_time_to_people(office: Office) -> None:
    """Let HR's prompts come at people's own time."""
    args = (office.programme.database, office.programme.hanna)
    rows = await editor.overview(*args)
    prompts = next(row.draft for row in rows if row.draft.kind is Kind.PROMPT)
    await editor.draft_change(*args, prompts.schedule_id or 0, office.clock.now())
    await editor.set_own_slot(*args, own=True, now=office.clock.now())
    await saving.save(*args, office.clock.now())


def clocks(office: Office, person: Someone, seen: int) -> list[str]:
    """Return at which local times messages came since so many were seen."""
    zone = office.programme.hanna.zone
    return [m.date.astimezone(zone).strftime("%a %H:%M") for m in person.messages[seen:]]


# The own time of day


async def test_slot_says_what_holds_and_offers_the_times_of_the_working_hours(
    office: Office, ana: Someone
) -> None:
    await leave_the_time_to_people(office)
    await ana.says("/slot")
    assert "Your own time: none, the schedules decide" in ana.screen
    assert "Time zone: Europe/Helsinki, as in your unit. It is 08:00 there now." in ana.screen
    assert "Possible times: from 07:30 and before 17:00" in ana.screen
    assert "only applies to messages whose schedule leaves the time to people" in ana.screen
    assert ana.buttons[:2] == ["07:30", "08:00"]
    assert ana.buttons[-3:] == ["16:30", "✓ Leave it to the schedule", "My time zone"]


async def test_a_time_is_pressed_or_typed_and_messages_come_then(
    office: Office, ana: Someone
) -> None:
    await leave_the_time_to_people(office)
    await ana.says("/slot")
    await ana.presses("10:00")
    assert "✓ Saved." in ana.screen
    assert "Your own time: 10:00" in ana.screen
    await ana.presses("Choose another time")
    assert "✓ 10:00" in ana.buttons
    await ana.says("11.15")
    assert "Your own time: 11:15" in ana.screen
    seen = len(ana.messages)
    await office.live(1)
    assert clocks(office, ana, seen) == ["Tue 11:15", "Wed 13:00", "Thu 11:15", "Fri 10:00"]
    await ana.says("/slot")
    await ana.presses("Leave it to the schedule")
    seen = len(ana.messages)
    await office.live(1, Weekday.TUE, "12:00")
    assert clocks(office, ana, seen) == ["Mon 09:00", "Tue 09:30"]


async def test_what_is_no_time_or_outside_the_hours_can_be_typed_again(
    office: Office, ana: Someone
) -> None:
    await leave_the_time_to_people(office)
    await ana.says("/slot")
    await ana.says("tomorrow")
    assert "Please type a time such as 9:15." in ana.screen
    await ana.says("6:00")
    assert "from 07:30 and before 17:00 only" in ana.screen
    await ana.says("9")
    assert "Your own time: 09:00" in ana.screen
    await ana.says("10")
    assert "I did not find an open question" in ana.screen


async def test_no_time_is_offered_where_it_would_have_no_effect(
    office: Office, ana: Someone
) -> None:
    await ana.says("/slot")
    assert "HR sets the times of all messages here" in ana.screen
    assert "Your own time" not in ana.screen
    assert ana.buttons == ["My time zone"]
    await ana.says("10:00")
    await ana.forges(SetSlot(600))
    assert not [said for said in ana.said if "Saved" in said]
    await leave_the_time_to_people(office)
    await ana.says("/slot")
    assert "10:00" in "".join(ana.buttons)


@pytest.mark.parametrize("minutes", [5 * 60, 17 * 60, 24 * 60, 999_999_999])
async def test_a_forged_time_is_refused(office: Office, ana: Someone, minutes: int) -> None:
    await leave_the_time_to_people(office)
    await ana.says("/slot")
    await ana.forges(SetSlot(minutes))
    assert "Messages go out" in ana.toast or "closed" in ana.toast
    await ana.says("/slot")
    assert "none, the schedules decide" in ana.screen


async def test_another_command_closes_the_question(office: Office, ana: Someone) -> None:
    await leave_the_time_to_people(office)
    await ana.says("/slot")
    await ana.says("/help")
    await ana.says("10:00")
    assert "I did not find an open question" in ana.screen


# The time zone


async def test_another_zone_is_typed_and_messages_come_by_its_clock(
    office: Office, ana: Someone, desk: int
) -> None:
    bo = await office.member("Bo", desk)
    await bo.says("/slot")
    await bo.presses("My time zone")
    assert bo.buttons == ["Back"]
    await bo.says("stockholm")
    assert "Time zone: Europe/Stockholm, chosen by you. It is 07:00 there now." in bo.screen
    seen = len(ana.messages), len(bo.messages)
    await office.live(0, Weekday.TUE, "12:00")
    assert clocks(office, ana, seen[0]) == ["Tue 09:30"]
    assert clocks(office, bo, seen[1]) == ["Tue 10:30"], "9:30 on the own clock"
    await bo.says("/slot")
    await bo.presses("My time zone")
    await bo.presses("As in my unit")
    assert "Europe/Helsinki, as in your unit" in bo.screen


async def test_of_several_zones_one_is_chosen_by_a_button(office: Office, ana: Someone) -> None:
    await ana.says("/slot")
    await ana.presses("My time zone")
    await ana.says("Atlantis")
    assert "I do not know that time zone" in ana.screen
    await ana.says("Louisville")
    assert ana.buttons == ["America/Kentucky/Louisville", "America/Louisville", "Back"]
    await ana.presses("America/Kentucky/Louisville")
    assert "America/Kentucky/Louisville, chosen by you" in ana.screen
    await ana.forges(SetOwnZone("Europe/Atlantis"))
    assert "I do not know that time zone" in ana.toast


# Shifts


async def test_me_offers_shifts_where_the_unit_works_in_them(
    office: Office, ana: Someone, nurse: Someone
) -> None:
    ward = await office.programme.team("Ward 2", "Hospital")
    lena = await office.member("Lena", ward, Role.LEAD)
    for person, works_in_shifts in ((ana, False), (nurse, True), (lena, True)):
        await person.says("/me")
        assert ("/shifts" in person.screen) == works_in_shifts
    await ana.says("/shifts")
    assert "Your unit does not work in shifts" in ana.screen


async def test_two_weeks_are_filled_in_one_press_a_day(office: Office, nurse: Someone) -> None:
    await nurse.says("/shifts")
    assert len(nurse.buttons) == 14
    assert (nurse.buttons[0], nurse.buttons[-1]) == ("Mon 12 Jan", "Sun 25 Jan")
    before = len(nurse.messages)
    await nurse.presses("Mon 12 Jan")
    for number in range(14):
        await nurse.presses("Day off" if number % 7 > 4 else "7–15")
    assert len(nurse.messages) == before, "all in one message"
    assert "✓ Sunday 25 January: no shift" in nurse.screen
    assert nurse.buttons[:2] == ["Mon 12 Jan: 7–15", "Tue 13 Jan: 7–15"]
    assert nurse.buttons[-3:] == ["Fri 23 Jan: 7–15", "Sat 24 Jan", "Sun 25 Jan"]


async def test_a_typed_shift_past_midnight_goes_on_to_the_next_day_as_a_choice(
    office: Office, nurse: Someone
) -> None:
    await nurse.says("/shifts")
    await nurse.presses("Tue 13 Jan")
    assert "Tuesday 13 January\nEntered: no shift" in nurse.screen
    assert nurse.buttons == ["7–15", "14–22", "21–7", "Day off", "All days", "Next day"]
    await nurse.says("nights")
    assert "Please type a shift such as 7-15" in nurse.screen
    await nurse.says("7-7")
    assert "at most 16 hours" in nurse.screen
    await nurse.says("21.30-7")
    assert "✓ Tuesday 13 January: 21:30–7" in nurse.screen
    assert "Wednesday 14 January\nEntered: no shift" in nurse.screen
    await nurse.presses("21:30–7")
    await nurse.says("7-15.15")
    assert "✓ Thursday 15 January: 7–15:15" in nurse.screen
    await nurse.presses("All days")
    assert "Wed 14 Jan: 21:30–7" in nurse.buttons
    await nurse.presses("Wed 14 Jan: 21:30–7")
    await nurse.presses("Next day")
    assert "Thursday 15 January\nEntered: 7–15:15" in nurse.screen


async def test_messages_come_inside_the_shifts_only(office: Office, nurse: Someone) -> None:
    await nurse.says("/shifts")
    await nurse.presses("Mon 12 Jan")
    for shift in ("7–15", "14–22", "Day off", "21–7", "7–15"):
        await nurse.presses(shift)
    seen = len(nurse.messages)
    await office.live(1)
    assert clocks(office, nurse, seen) == ["Tue 14:00", "Thu 21:00"]


async def test_in_shifts_slot_points_to_the_shifts(office: Office, nurse: Someone) -> None:
    await leave_the_time_to_people(office)
    await nurse.says("/slot")
    assert "messages only come during your shifts" in nurse.screen
    assert "Possible times" not in nurse.screen
    await nurse.presses("20:00")
    assert "Your own time: 20:00" in nurse.screen


async def test_a_day_that_is_over_is_closed(office: Office, nurse: Someone) -> None:
    await nurse.says("/shifts")
    await nurse.presses("Mon 12 Jan")
    old = nurse.message
    await office.wind(0, Weekday.WED)
    await nurse.says("7-15")
    assert nurse.screen == "This question is closed."
    await nurse.presses("7–15", on=old)
    assert nurse.toast == "This question is closed."
    await nurse.forges(ShowShifts(TODAY), on=old)
    now = office.telegram.message(nurse.user_id, old.message_id)
    assert now is not None
    assert nurse.button("Wed 14 Jan", now), "all days are shown instead"
    for forged in (SetShift(TODAY, 1440, 60), SetShift(TODAY, 60, 999_999_999)):
        await nurse.forges(forged)
        assert nurse.toast == "This question is closed."
