"""/pause: only looks; a break at once, with an end, beforehand; over by itself, or called off."""

from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from tests.bot.dialogue import Office, Someone

LENGTHS = ["For a week", "For two weeks"]
NO_BREAK = [*LENGTHS, "Until I come back", "Choose days"]
OPEN_BREAK = [*LENGTHS, "Choose days", "End the break"]


async def test_looking_begins_no_break(office: Office, ana: Someone) -> None:
    await ana.says("/pause")
    assert ana.screen.startswith("You are not on a break.")
    assert ana.buttons == NO_BREAK
    before = len(ana.messages)
    await office.live(0, Weekday.TUE, "10:00")
    assert len(ana.messages) == before + 1, "a prompt came"


async def test_one_press_is_a_break_until_one_comes_back(office: Office, ana: Someone) -> None:
    await ana.presses_through("/pause", "Until I come back")
    assert "until you come back" in ana.screen
    assert "Your team loses nothing." in ana.screen
    assert ana.buttons == OPEN_BREAK
    await office.live(5)
    await ana.says("/pause")
    assert "until you come back" in ana.screen, "twice is one break"
    await ana.presses("End the break")
    await office.live(5, Weekday.TUE, "10:00")
    assert "Welcome back" not in ana.screen, "a prompt came"


async def test_a_week_later_messages_come_again_by_themselves(
    office: Office, ana: Someone
) -> None:
    await ana.presses_through("/pause", "For a week")
    assert "The last day of it is Sunday 18 January" in ana.screen
    assert ana.buttons == [*NO_BREAK, "End the break"]
    before = len(ana.messages)
    await office.live(1, clock="08:59")
    assert len(ana.messages) == before
    await office.live(1, Weekday.TUE, "10:00")
    assert len(ana.messages) == before + 2, "the points and a prompt"


async def test_an_end_can_be_changed_as_one_likes(office: Office, ana: Someone) -> None:
    await ana.says("/pause")
    await ana.presses("For a week")
    await ana.presses("For two weeks")
    assert "Sunday 25 January" in ana.screen
    await ana.presses("Until I come back")
    assert "until you come back" in ana.screen
    await ana.presses("For a week")
    await ana.says("/pause")
    assert "Sunday 18 January" in ana.screen, "the command leaves the end as it is"


async def test_days_to_come_are_no_break_today(office: Office, ana: Someone) -> None:
    await ana.says("/pause")
    await ana.presses("Choose days")
    assert "22.12.–6.1." in ana.screen
    assert ana.buttons == NO_BREAK[:3]
    await ana.says("22.12.–6.1.2027")
    assert "Until then, and after a break, messages come by themselves." in ana.screen
    assert "• Tuesday 22 December – Wednesday 6 January 2027" in ana.screen
    assert ana.buttons == [
        *NO_BREAK,
        "Call off: Tuesday 22 December – Wednesday 6 January 2027",
    ]
    await ana.says("/pause")
    assert "• Tuesday 22 December – Wednesday 6 January 2027" in ana.screen, "still planned"
    before = len(ana.messages)
    await office.live(0, Weekday.TUE, "10:00")
    assert len(ana.messages) == before + 1


async def test_a_break_planned_for_wednesday_lasts_for_wednesday(
    office: Office, ana: Someone
) -> None:
    await ana.says("/pause")
    await ana.presses("Choose days")
    await ana.says("14.1.")
    assert "• Wednesday 14 January\n" in ana.screen
    await office.live(0, Weekday.TUE, "10:00")
    before = len(ana.messages)
    await office.live(0, Weekday.THU, "08:00")
    assert len(ana.messages) == before
    await office.live(0, Weekday.THU, "10:00")
    assert len(ana.messages) == before + 1


async def test_what_is_no_day_can_be_typed_again(office: Office, ana: Someone) -> None:
    await ana.says("/pause")
    await ana.presses("Choose days")
    for typed in ("soon", "31.2.", "5.1.2026", "1.1.2029", "6.3.2027"):
        await ana.says(typed)
        assert "I need days from today on" in ana.screen, typed
    await ana.says("22.6.-5.7.")
    assert "• Monday 22 June – Sunday 5 July" in ana.screen
    await ana.says("22.6.")
    assert "I did not find an open question" in ana.screen


async def test_ending_one_break_keeps_the_planned_ones(office: Office, ana: Someone) -> None:
    await ana.presses_through("/pause", "Until I come back")
    for days in ("22.6.-5.7.", "22.12.-6.1."):
        await ana.presses("Choose days")
        await ana.says(days)
        await ana.presses("Until I come back")
    assert ana.screen.count("•") == 2
    await ana.presses("End the break")
    assert ana.screen.startswith("Welcome back! Your break is over")
    assert ana.screen.count("•") == 2
    await ana.presses("Call off: Monday 22 June – Sunday 5 July")
    assert "Welcome back" not in ana.screen
    assert ana.screen.count("•") == 1
    before = len(ana.messages)
    await office.live(0, Weekday.TUE, "10:00")
    assert len(ana.messages) == before + 1


async def test_whoever_goes_on_to_something_else_is_not_asked_for_days(
    office: Office, ana: Someone
) -> None:
    for away in ("Until I come back", "For a week"):
        await ana.says("/pause")
        await ana.presses("Choose days")
        await ana.presses(away)
        await ana.says("22.12.")
        assert "I did not find an open question" in ana.screen


async def test_hr_takes_breaks_too_and_earns_no_points_by_it(
    office: Office, hanna: Someone
) -> None:
    await hanna.presses_through("/pause", "Until I come back")
    assert "until you come back" in hanna.screen
    assert "Your team" not in hanna.screen


async def test_where_no_points_are_used_none_are_spoken_of(plain_office: Office) -> None:
    ana = await plain_office.member("Ana", await plain_office.programme.team("Desk"), Role.STAFF)
    await ana.presses_through("/pause", "Until I come back")
    assert "Your team" not in ana.screen
