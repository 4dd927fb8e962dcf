"""HR renames a unit or a team in the chat."""

from tests.bot.dialogue import Office, Someone


async def test_hr_renames_a_team(office: Office, ana: Someone, hanna: Someone) -> None:
    await hanna.presses_through("/people", "Desk", "Rename the team")
    assert "What shall Desk be called?" in hanna.screen
    await hanna.says("  Front \n desk ")
    assert hanna.screen == "✓ The name is now Front desk."
    await office.hears_again()
    await hanna.says("/people")
    assert "• Services / Front desk: 1 person" in hanna.screen
    await ana.says("/points")
    assert "Front desk" in ana.screen


async def test_hr_renames_a_unit(hanna: Someone, desk: int) -> None:
    await hanna.presses_through("/people", "Desk", "Rename the unit")
    await hanna.says("City services")
    assert hanna.screen == "✓ The name is now City services."
    await hanna.says("/people")
    assert "• City services / Desk: 0 people" in hanna.screen


async def test_a_name_that_is_taken_is_asked_again(
    office: Office, hanna: Someone, desk: int
) -> None:
    await office.programme.team("Phone")
    await hanna.presses_through("/people", "Desk", "Rename the team")
    await hanna.says("PHONE")
    assert "PHONE" in hanna.screen
    await hanna.says("Mail")
    assert hanna.screen == "✓ The name is now Mail."
