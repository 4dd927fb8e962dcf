"""HR's people in the chat: units and teams, invites that are shown once, names and roles only."""

import re

import pytest

from bot.callbacks.lists import Listing, TurnList
from bot.callbacks.people import InviteTo, MakeInvite, NewTeam, NewUnit, RenewInvite, ShowPeople
from bot.i18n import Translator
from bot.sandbox.bot_api.trouble import Fault
from coaching.rules.access import Role
from tests.bot.dialogue import NOTICE, Office, Someone

LINK = re.compile(r"https://t\.me/(\w+)\?start=([\w-]+)")


async def test_a_new_unit_a_new_team_and_a_link(office: Office, hanna: Someone) -> None:
    await hanna.says("/invite")
    await hanna.presses("New team")
    await hanna.presses("New unit")
    await hanna.says("Libraries & culture")
    assert "Libraries & culture was added" in hanna.screen
    await hanna.says("  Main   desk ")
    assert "Invite to Main desk (Libraries & culture): in which role?" in hanna.screen
    await hanna.presses("Link for a member")
    found = LINK.search(hanna.screen)
    assert found is not None
    assert found[1] == office.telegram.username
    assert "For one person: member, Main desk" in hanna.screen
    assert "Valid until Monday 19 January at 08:00" in hanna.screen
    ana = office.newcomer("Ana")
    await ana.says(f"/start {found[2]}")
    assert ana.buttons == NOTICE


async def test_a_second_press_makes_no_second_invite_but_a_link_on_demand(
    office: Office, hanna: Someone, desk: int
) -> None:
    await hanna.says("/invite")
    await hanna.presses("Services / Desk")
    question = hanna.message
    press = hanna.button("Link for a member").data or ""
    await hanna.presses("Link for a member")
    first = LINK.search(hanna.screen)
    await hanna.forges(press, on=question)
    assert "I made this link already" in hanna.screen
    await hanna.presses("Make a new link")
    second = LINK.search(hanna.screen)
    assert first is not None
    assert second is not None
    eve, ana = office.newcomer("Eve"), office.newcomer("Ana")
    await eve.says(f"/start {first[2]}")
    assert "I do not know this invite link" in eve.screen
    await ana.says(f"/start {second[2]}")
    assert ana.buttons == NOTICE


async def test_a_link_whose_screen_was_lost_comes_on_demand(
    office: Office, hanna: Someone, desk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.client.limiter.PAUSES", (0, 0, 0))
    await hanna.says("/invite")
    await hanna.presses("Services / Desk")
    office.telegram.faults.add(Fault("server_error", "editMessageText", times=4))
    await hanna.presses("Link for a member")
    assert hanna.screen == Translator("en").plain("error.answer_lost")
    asked = hanna.messages[-2]
    await hanna.presses("Link for a member", on=asked)
    await hanna.presses("Make a new link", on=hanna.messages[-2])
    assert sum(bool(LINK.search(said)) for said in hanna.said) == 1


async def test_nobody_renews_a_link_of_somebody_elses(
    office: Office, hanna: Someone, desk: int
) -> None:
    heidi = await office.member("Heidi", None, Role.HR)
    await hanna.says("/invite")
    await hanna.presses("Services / Desk")
    await hanna.presses("Link for a member")
    await heidi.says("/invite")
    await heidi.forges(RenewInvite(Role.STAFF, desk))
    assert heidi.toast == Translator("en").plain("error.not_found")


async def test_a_link_that_was_opened_is_not_made_anew(
    office: Office, hanna: Someone, desk: int
) -> None:
    await hanna.says("/invite")
    await hanna.presses("Services / Desk")
    await hanna.presses("Link for a member")
    shown, found = hanna.message, LINK.search(hanna.screen)
    assert found is not None
    await office.newcomer("Ana").says(f"/start {found[2]}")
    await hanna.forges(RenewInvite(Role.STAFF, desk), on=shown)
    assert hanna.toast == Translator("en").plain("error.invite_used")


async def test_a_link_for_hr_says_what_it_allows_first(office: Office, hanna: Someone) -> None:
    await hanna.says("/invite")
    await hanna.presses("HR of the whole organisation")
    assert "Nobody in HR sees answers." in hanna.screen
    heidi = await office.member("Heidi", None, Role.HR)
    await heidi.says("/people")
    assert "HR: Hanna and Heidi" in heidi.screen


async def test_people_lists_names_and_roles_only(office: Office, hanna: Someone) -> None:
    desk = await office.programme.team("Desk")
    ana = await office.member("Ana <b>", desk)
    await office.member("Lena", desk, Role.LEAD)
    await ana.says("/checkin")
    await ana.presses("1")
    await hanna.says("/people")
    assert hanna.screen.startswith("Who is where\n\nHR: Hanna\n• Services / Desk: 2 people\n\n")
    await hanna.presses("Desk")
    assert hanna.screen == "Desk (Services)\n\n• Lena (lead)\n• Ana <b> (member)"
    await hanna.presses("All teams")
    assert "Who is where" in hanna.screen


async def test_from_the_people_to_an_invite(office: Office, hanna: Someone) -> None:
    await office.programme.team("Desk")
    await hanna.says("/people")
    await hanna.presses("Desk")
    assert "Nobody has joined yet." in hanna.screen
    await hanna.presses("Invite to this team")
    await hanna.presses("Link for a lead")
    assert "For one person: lead, Desk" in hanna.screen


async def test_before_the_first_team_it_says_how_to_begin(hanna: Someone) -> None:
    await hanna.says("/people")
    assert "No teams yet. /invite adds the first one." in hanna.screen


@pytest.mark.parametrize("name", ["A", "x" * 61, "anna@example.com", "131052-308T", "  B  "])
async def test_a_name_that_cannot_be_is_refused_and_asked_again(hanna: Someone, name: str) -> None:
    await hanna.says("/invite")
    await hanna.presses("New team")
    await hanna.presses("New unit")
    await hanna.says(name)
    assert hanna.screen == "Please type a name of 2 to 60 characters without personal data."
    await hanna.says("Libraries")
    assert "Libraries was added" in hanna.screen


async def test_a_name_that_is_taken_is_refused(office: Office, hanna: Someone, desk: int) -> None:
    await hanna.says("/invite")
    await hanna.presses("New team")
    await hanna.presses("Services")
    await hanna.says("Desk")
    assert hanna.screen == "There is a Desk already. Please type another name."
    await hanna.says("Field")
    assert "Invite to Field (Services)" in hanna.screen


async def test_a_units_name_delivered_twice_is_no_team(office: Office, hanna: Someone) -> None:
    await hanna.presses_through("/invite", "New team", "New unit")
    await hanna.says("Harbours")
    await office.hears_again()
    assert hanna.screen.startswith("✓ Harbours was added.")
    await hanna.says("Harbours")
    assert "Invite to Harbours (Harbours)" in hanna.screen, "said again, it is meant"
    await hanna.says("/people")
    assert hanna.screen.count("Harbours / Harbours") == 1


async def test_a_name_delivered_twice_is_one_team(office: Office, hanna: Someone) -> None:
    await office.programme.team("Desk")
    await hanna.says("/invite")
    await hanna.presses("New team")
    await hanna.presses("Services")
    await hanna.says("Field")
    await office.hears_again()
    await hanna.says("/people")
    assert hanna.buttons == ["Desk", "Field", "HR", "Who reports together"]


@pytest.mark.parametrize(
    "data", ["inv:99", "people:99", "newteam:99", "mkinv:staff:99", "mkinv:hr:1", "mkinv:staff:"]
)
async def test_forged_places_do_not_exist(hanna: Someone, desk: int, data: str) -> None:
    await hanna.forges(data)
    assert hanna.toast == "I did not find that."


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEAD])
async def test_others_forging_hrs_presses_are_refused(
    office: Office, desk: int, role: Role
) -> None:
    eve = await office.member("Eve", desk, role)
    shown = eve.screen
    forged = [
        InviteTo(),
        InviteTo(desk),
        MakeInvite(Role.HR),
        MakeInvite(Role.LEAD, desk),
        NewTeam(),
        NewTeam(1),
        NewUnit(),
        ShowPeople(),
        ShowPeople(desk),
    ]
    for data in forged:
        await eve.forges(data)
        assert eve.toast.startswith("That is not for your role."), data
        assert eve.screen == shown


async def test_hundreds_of_teams_are_turned_page_by_page(office: Office) -> None:
    hanna = await office.hanna()
    for n in range(45):
        await office.programme.team(f"{n:02} {'x' * 56}")
    await hanna.says("/people")
    assert "00 x" in hanna.screen
    assert "20 x" not in hanna.screen
    await hanna.presses("Next page (2 of 3)")
    assert "20 x" in hanna.screen
    await hanna.presses("Next page (3 of 3)")
    assert "44 x" in hanna.screen
    assert not any(label.startswith("Next page") for label in hanna.buttons)
    await hanna.presses("Previous page")
    assert "39 x" in hanna.screen
    await hanna.forges(TurnList(Listing.PEOPLE, 99_999))
    assert "44 x" in hanna.screen
    await hanna.says("/invite")
    await hanna.presses("Next page (2 of 3)")
    assert any("20 x" in label for label in hanna.buttons)
    await hanna.presses("New team")
    assert "Services" in hanna.buttons
    await hanna.says("/schedules")
    await hanna.presses("New schedule")
    await hanna.presses("Prompt")
    await hanna.presses("For whom")
    await hanna.presses("Next page (2 of 3)")
    await hanna.presses(hanna.buttons[3])
    assert "For: team" in hanna.screen


async def test_a_large_team_fits_into_one_message(office: Office) -> None:
    hanna = await office.hanna()
    team = await office.programme.team("Everybody")
    for _ in range(47):
        await office.programme.joins("M" * 64, team)
    await hanna.says("/people")
    await hanna.presses("Everybody")
    assert hanna.screen.count("M" * 64) == 45
    await hanna.presses("Next page (2 of 2)")
    assert hanna.screen.count("M" * 64) == 2
    await hanna.presses("Previous page")
    assert hanna.screen.count("M" * 64) == 45


@pytest.mark.parametrize("elsewhere", ["/help", "Back"])
async def test_talk_does_not_become_a_team(
    office: Office, hanna: Someone, desk: int, elsewhere: str
) -> None:
    await hanna.says("/invite")
    await hanna.presses("New team")
    await hanna.presses("Services")
    await (hanna.says if elsewhere.startswith("/") else hanna.presses)(elsewhere)
    await hanna.says("seven blue trams")
    assert "did not find an open question" in hanna.screen
    await hanna.says("/people")
    assert "trams" not in hanna.screen


async def test_names_that_differ_by_capitals_are_one_name(hanna: Someone, desk: int) -> None:
    await hanna.says("/invite")
    await hanna.presses("New team")
    await hanna.presses("Services")
    await hanna.says("dESK")
    assert "There is a dESK already" in hanna.screen


async def test_what_is_on_no_first_page_is_found_by_its_name(office: Office) -> None:
    hanna = await office.hanna()
    await hanna.says("/people")
    assert "Find by name" not in hanna.buttons  # all of it is on one page
    for n in range(21):
        await office.programme.team(f"Desk {n:02}")
    far = await office.programme.team("Ytterö", unit="Öar")
    await office.programme.join(far, "Aino")
    await hanna.says("/people")
    await hanna.presses("Find by name")
    await hanna.says("ytter")
    await hanna.presses("Öar / Ytterö")
    assert "Aino" in hanna.screen
    await hanna.says("/people")
    await hanna.presses("Find by name")
    await hanna.says("nobody of that name")
    assert "Nothing here is called nobody of that name." in hanna.screen
    await hanna.says("aino")  # another name may follow at once
    assert "• Aino (member), Öar / Ytterö" in hanna.screen
    await hanna.presses("Back")
    assert "Who is where" in hanna.screen


@pytest.mark.parametrize(
    ("command", "to_the_list", "then"),
    [
        ("/invite", [], "Invite to Ytterö (Öar): in which role?"),
        ("/people", ["Who reports together"], "Öar / Ytterö"),
        ("/people", ["Desk 00", "Merge into another team"], "Ytterö"),
    ],
)
async def test_every_long_list_of_teams_is_searched(
    office: Office, command: str, to_the_list: list[str], then: str
) -> None:
    hanna = await office.hanna()
    for n in range(21):
        await office.programme.team(f"Desk {n:02}")
    await office.programme.team("Ytterö", unit="Öar")
    await hanna.says(command)
    for label in (*to_the_list, "Find by name"):
        await hanna.presses(label)
    await hanna.says("YTTERÖ")
    await hanna.presses("Öar / Ytterö")
    assert then in hanna.screen


async def test_a_schedules_team_is_found_by_typing(office: Office) -> None:
    hanna = await office.hanna()
    for n in range(21):
        await office.programme.team(f"Desk {n:02}")
    await office.programme.team("Ytterö", unit="Öar")
    await hanna.says("/schedules")
    for label in ("New schedule", "Prompt", "For whom"):
        await hanna.presses(label)
    await hanna.says("no such")
    assert "Nothing here is called no such." in hanna.screen
    await hanna.says("yttERÖ")
    await hanna.presses("team Ytterö")
    assert "For: team Ytterö" in hanna.screen
    await hanna.says("yttERÖ")
    assert "Nothing here" not in hanna.screen  # it is not asked any more
