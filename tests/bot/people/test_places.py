"""HR ends somebody's place in the chat, after one question; whom it is about is told."""

from bot.callbacks.people import EndPlace
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from tests.bot.dialogue import Office, Someone

TOLD = "HR has ended your place in the programme"


async def test_hr_ends_a_strangers_place(
    office: Office, ana: Someone, hanna: Someone, desk: int
) -> None:
    await office.programme.join(desk, *(f"Bo {n}" for n in range(5)))
    await ana.says("/prompt")
    old = ana.message
    await hanna.presses_through("/people", "Desk", "Ana")
    assert "• member, Desk, since 12 January 2026, invited by Hanna" in hanna.screen
    await hanna.presses("End this place")
    assert "Ana gets no more messages" in hanna.screen
    assert "Desk is then left with: 5 people, leads not counted. With fewer than eight" in (
        hanna.screen
    )
    await hanna.presses("Yes, end it at once")
    assert hanna.screen.startswith("✓ The place of Ana has ended.")
    assert ana.screen.startswith(TOLD)
    assert ana.buttons == ["Erase everything", "What is held about me"]
    assert ana.menu == ["language", "mydata", "privacy", "help"]
    said = len(ana.messages)
    for button in [b for row in old.keyboard for b in row][:1]:
        await ana.forges(button.data or "", old)
    assert "You have left the programme." in "".join(ana.said)
    await office.live(1, Weekday.WED, "12:00")
    assert len(ana.messages) <= said + 1, "nothing comes by itself"
    await ana.says("/mydata")
    assert "who you are to the bot" in ana.screen


async def test_pressed_twice_it_is_told_once(office: Office, ana: Someone, hanna: Someone) -> None:
    await hanna.presses_through("/people", "Desk", "Ana", "End this place")
    assert "Nothing is published of fewer than five" in hanna.screen
    await hanna.presses("Yes, end it at once")
    await office.hears_again()
    (viewer,) = [a for a in ana.said if a.startswith(TOLD)]
    assert viewer
    assert hanna.screen.startswith("✓ The place of Ana has ended.")


async def test_they_are_told_in_their_language(office: Office, hanna: Someone, desk: int) -> None:
    lea = await office.member("Lea", desk, Role.LEAD, "sv")
    await hanna.presses_through("/people", "Desk", "Lea", "End this place", "Yes, end it at once")
    assert lea.screen.startswith("HR har avslutat din plats i programmet")


async def test_whoever_blocked_the_bot_is_not_written_to(
    office: Office, ana: Someone, hanna: Someone
) -> None:
    office.telegram.block(ana.user_id)
    await office.settled()
    said = len(ana.messages)
    await hanna.presses_through("/people", "Desk", "Ana", "End this place", "Yes, end it at once")
    assert hanna.screen.startswith("✓ The place of Ana has ended.")
    assert len(ana.messages) == said


async def test_two_of_hr_end_a_place_in_hr(office: Office, hanna: Someone) -> None:
    heidi = await office.member("Heidi", None, Role.HR)
    helga = await office.member("Helga", None, Role.HR)
    await hanna.presses_through("/people", "HR", "Heidi", "End this place")
    assert "once a second HR person wants it, too" in hanna.screen
    await hanna.presses("Yes, end it at once")
    assert hanna.screen.startswith("✓ Noted.")
    await hanna.presses_through("/people", "HR", "Heidi")
    assert hanna.buttons == ["Keep the place", "All teams"]
    await heidi.says("/invite")
    assert not any("Waits for" in label for label in heidi.buttons)
    await helga.presses_through("/invite", "Waits for a second HR person (1)")
    assert "the place of Heidi is to end; asked by Hanna" in helga.screen
    await helga.presses("Heidi")
    await helga.presses("End this place")
    assert "Somebody else of HR has asked for this." in helga.screen
    await helga.presses("Yes, end it at once")
    assert heidi.screen.startswith(TOLD)
    await heidi.says("/people")
    assert "Who is where" not in heidi.screen


async def test_it_is_called_off(office: Office, hanna: Someone) -> None:
    await office.member("Heidi", None, Role.HR)
    await hanna.presses_through("/people", "HR", "Heidi", "End this place", "Yes, end it at once")
    await hanna.presses_through("/people", "HR", "Heidi", "Keep the place")
    assert hanna.buttons == ["End this place", "All teams"], "HR is moved nowhere"


async def test_ones_own_place_is_not_ended_here(office: Office, hanna: Someone) -> None:
    await hanna.presses_through("/people", "HR", "Hanna")
    assert hanna.buttons == ["All teams"]
    await hanna.forges(EndPlace(office.programme.hanna.person_id, 1))
    assert hanna.toast.startswith("This is your own place.")
