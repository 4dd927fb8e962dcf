"""HR lets small teams report together, in the chat."""

from coaching.rules.access import Role
from tests.bot.dialogue import Office, Someone
from tests.bot.results.test_blocks import a_block_goes_by


async def test_hr_is_warned_and_merges_as_suggested(office: Office, hanna: Someone) -> None:
    for name in ("Desk", "Phone"):
        team = await office.programme.team(name)
        await office.programme.join(team, *(f"{name}{n}" for n in range(5)))
    await hanna.says("/people")
    assert "hidden from about 10 of 10 staff, because the team is too small" in hanna.screen
    await hanna.presses("Who reports together")
    assert "• Services / Desk: 5\n• Services / Phone: 5" in hanna.screen
    assert "it would be about 1 of 10 with seven of ten" in hanna.screen
    await hanna.presses("Let the small teams report together")
    assert "• Services / Desk + Phone: 10" in hanna.screen
    assert "Let the small teams" not in " ".join(hanna.buttons)
    await hanna.presses("Desk + Phone")
    await hanna.presses("Apart again")
    assert "• Services / Desk: 5\n• Services / Phone: 5" in hanna.screen


async def test_a_lead_sees_the_group_from_the_teams_points(
    office: Office, hanna: Someone, desk: int
) -> None:
    await office.programme.team("Phone")
    await hanna.says("/results")
    await hanna.presses("Who reports together")
    await hanna.presses("Desk")
    await hanna.presses("Together with Phone")
    lea = await office.member("Lea", desk, Role.LEAD)
    await a_block_goes_by(office, desk, 10)
    await lea.says("/team")
    await lea.presses("What the last block shows")
    assert "Desk + Phone · block 1" in lea.screen
