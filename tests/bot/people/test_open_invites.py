"""HR sees which links nobody has used yet, and takes one back."""

from coaching.rules.access import Role
from tests.bot.dialogue import Office, Someone


async def test_a_link_is_taken_back(office: Office, hanna: Someone, desk: int) -> None:
    token = await office.programme.link(Role.LEAD, desk)
    eve = office.newcomer("Eve")
    await eve.says(f"/start {token}")
    await hanna.presses_through("/invite", "Open invites")
    assert "1. lead, Desk; made by Hanna, until Monday 19 January" in hanna.screen
    assert hanna.screen.endswith("; somebody has opened it")
    await hanna.presses("Take back 1")
    assert hanna.screen == "No invite is open."
    await eve.presses("Begin")
    assert "Welcome" not in eve.screen


async def test_a_used_link_is_not_listed(office: Office, ana: Someone, hanna: Someone) -> None:
    await hanna.presses_through("/invite", "Open invites")
    assert hanna.screen == "No invite is open."


async def test_many_links_turn_pages(office: Office, hanna: Someone, desk: int) -> None:
    for _ in range(21):
        await office.programme.link(Role.STAFF, desk)
    await hanna.presses_through("/invite", "Open invites", "Next page (2 of 2)")
    assert hanna.buttons == ["Take back 1", "Previous page", "Back"]
