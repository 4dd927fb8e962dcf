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


async def test_every_team_can_be_merged_into_page_by_page(office: Office) -> None:
    hanna = await office.hanna()
    for n in range(44):
        await office.programme.team(f"Team {n:02}")
    await office.programme.team("Elsewhere", unit="Archive")
    await hanna.says("/people")
    await hanna.presses("Next page (2 of 3)")
    await hanna.presses("Team 30")
    await hanna.presses("Merge into another team")
    assert hanna.buttons[0] == "Services / Team 00"
    await hanna.presses("Next page (2 of 3)")
    await hanna.presses("Next page (3 of 3)")
    assert "Archive / Elsewhere" in hanna.buttons
    assert "Services / Team 30" not in hanna.buttons
    await hanna.presses("Services / Team 43")
    assert "Team 43" in hanna.screen
