"""Two of HR have to want it before somebody sees more than a member."""

import re

import pytest

from bot.callbacks.people import Approve, ShowApprovals
from coaching.rules.access import Role
from tests.bot.dialogue import NOTICE, Office, Someone
from tests.bot.people.test_directory import LINK


async def asks_for(hanna: Someone, role: str = "Link for a lead") -> str:
    """Let HR ask for a link in the first team; return what whoever gets it will say."""
    await hanna.says("/invite")
    if role == "Make the HR link":
        await hanna.presses("HR of the whole organisation")
    else:
        await hanna.presses("Services / Desk")
    await hanna.presses(role)
    found = LINK.search(hanna.screen)
    assert found is not None
    return f"/start {found[2]}"


async def test_alone_nobody_makes_a_second_hr_person(hanna: Someone, desk: int) -> None:
    await hanna.says("/invite")
    await hanna.presses("HR of the whole organisation")
    await hanna.presses("Make the HR link")
    assert "cxcoach invite-hr" in hanna.toast
    assert not any(LINK.search(said) for said in hanna.said)


async def test_alone_hr_makes_leads_or_there_would_be_none(
    office: Office, hanna: Someone, desk: int
) -> None:
    start = await asks_for(hanna)
    assert "second HR person" not in hanna.screen
    lea = office.newcomer("Lea")
    await lea.says(start)
    assert lea.buttons == NOTICE


@pytest.mark.parametrize("role", ["Link for a lead", "Make the HR link"])
async def test_with_two_of_them_the_other_one_approves(
    office: Office, hanna: Someone, desk: int, role: str
) -> None:
    heidi = await office.member("Heidi", None, Role.HR)
    start = await asks_for(hanna, role)
    assert "works once a second HR person has approved it" in hanna.screen
    lea = office.newcomer("Lea")
    await lea.says(start)
    assert "has to be approved by a second HR person" in lea.screen
    await hanna.says("/invite")
    await hanna.presses("Waits for a second HR person (1)")
    assert "asked by Hanna" in hanna.screen
    assert hanna.buttons == ["Decline 1", "Back"]
    await heidi.says("/invite")
    await heidi.presses("Waits for a second HR person (1)")
    approve = heidi.button("Approve 1").data or ""
    await hanna.forges(approve)
    assert hanna.toast.startswith("You asked for this yourself.")
    await lea.says(start)
    assert "has to be approved" in lea.screen, "still"
    await heidi.presses("Approve 1")
    assert heidi.screen == "Nothing waits for a second HR person."
    await heidi.forges(approve)
    assert heidi.toast == "I did not find that."
    await lea.says(start)
    assert lea.buttons == NOTICE


async def test_what_is_declined_never_works(office: Office, hanna: Someone, desk: int) -> None:
    heidi = await office.member("Heidi", None, Role.HR)
    start = await asks_for(hanna)
    await heidi.says("/invite")
    await heidi.presses("Waits for a second HR person (1)")
    await heidi.presses("Decline 1")
    lea = office.newcomer("Lea")
    await lea.says(start)
    assert re.search("invite link|kutsu", lea.screen)
    assert lea.buttons == []


async def test_members_need_nobodys_approval(office: Office, hanna: Someone, desk: int) -> None:
    await office.member("Heidi", None, Role.HR)
    start = await asks_for(hanna, "Link for a member")
    ana = office.newcomer("Ana")
    await ana.says(start)
    assert ana.buttons == NOTICE


async def test_a_request_ends_with_the_place_of_whoever_asked(
    office: Office, hanna: Someone, desk: int
) -> None:
    heidi = await office.member("Heidi", None, Role.HR)
    await asks_for(heidi)
    async with office.programme.database.connect(write=True) as connection:
        await connection.exec_driver_sql(
            "UPDATE membership SET until = since WHERE role = 'hr' AND person_id ="
            f" (SELECT id FROM person WHERE telegram_id = {heidi.user_id})"
        )
    await hanna.says("/invite")
    await hanna.presses("Waits for a second HR person (1)")
    await hanna.presses("Approve 1")
    assert hanna.toast == "I did not find that."


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEAD])
async def test_nobody_else_approves(office: Office, hanna: Someone, desk: int, role: Role) -> None:
    await office.member("Heidi", None, Role.HR)
    eve = await office.member("Eve", desk, role)
    await asks_for(hanna)
    for data in (ShowApprovals(), Approve(1, 1), Approve(2, 1), Approve(3, 0)):
        await eve.forges(data)
        assert eve.toast.startswith("That is not for your role.")
    await hanna.says("/invite")
    assert "Waits for a second HR person (1)" in hanna.buttons


async def test_the_trail_knows_who_asked_and_who_approved(
    office: Office, hanna: Someone, desk: int
) -> None:
    heidi = await office.member("Heidi", None, Role.HR)
    await asks_for(hanna)
    await heidi.says("/invite")
    await heidi.presses("Waits for a second HR person (1)")
    await heidi.presses("Approve 1")
    async with office.programme.database.connect(write=False) as connection:
        rows = await connection.exec_driver_sql(
            "SELECT action, first_name FROM audit_entry JOIN person ON person.id = person_id"
            " WHERE action LIKE 'invite %' ORDER BY audit_entry.id"
        )
        trail = [tuple(row) for row in rows.all()]
    assert trail[-2:] == [("invite made", "Hanna"), ("invite approved", "Heidi")]
