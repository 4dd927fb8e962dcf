"""HR merges teams in the chat, after one question."""

from tests.bot.dialogue import Office, Someone


async def test_hr_merges_two_teams(office: Office, hanna: Someone, ana: Someone) -> None:
    await office.programme.team("Phone")
    await office.programme.team("Mail", "Post")
    await hanna.says("/people")
    await hanna.presses("Desk")
    await hanna.presses("Merge into another team")
    assert hanna.buttons == ["Services / Phone", "Post / Mail", "Back"]
    await hanna.presses("Services / Phone")
    assert "Desk becomes part of Phone, with its people (1)." in hanna.screen
    await hanna.presses("Yes, merge them")
    assert "• Services / Phone: 1 people" in hanna.screen or "Phone: 1 person" in hanna.screen
    assert "Desk" not in hanna.screen
    await ana.says("/points")
    assert "Phone · quarter 1" in ana.screen
