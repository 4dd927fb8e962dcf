"""HR moves a member in the chat, after one question; the member is told."""

from tests.bot.dialogue import Office, Someone


async def test_hr_moves_a_member(office: Office, ana: Someone, hanna: Someone) -> None:
    await office.programme.team("Phone")
    await hanna.presses_through("/people", "Desk", "Ana", "Move to another team")
    await hanna.presses("Services / Phone")
    assert "Ana goes from Desk to Phone" in hanna.screen
    assert "Desk is then left with: 0 people" in hanna.screen
    await hanna.presses("Yes, move")
    await office.hears_again()
    assert hanna.screen == "✓ Ana is now in Phone."
    told = [said for said in ana.said if said.startswith("HR has moved you")]
    assert told == ["HR has moved you: from today on you are in Phone (Services)."]
    await ana.says("/points")
    assert "Phone" in ana.screen
