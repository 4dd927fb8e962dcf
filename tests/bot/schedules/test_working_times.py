"""HR's working times in the chat: the organisation, its units, and what each changes."""

import pytest

from bot.callbacks.lists import Listing, TurnList
from bot.callbacks.schedules import ChooseZone, ResetSite, ShowSite, SitePage
from bot.i18n import Translator
from coaching.content import LANGUAGES
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from tests.bot.dialogue import Office, Someone

WHOLE = "City of Tests (everybody)"


@pytest.fixture
async def unit(office: Office) -> int:
    """Give a unit with nothing set."""
    return await office.programme.unit("Libraries & culture")


async def opens(hanna: Someone, *labels: str) -> None:
    """Go from the list to a page."""
    await hanna.says("/calendar")
    for label in labels:
        await hanna.presses(label)


async def test_the_list_and_one_site(hanna: Someone, unit: int) -> None:
    await hanna.says("/calendar")
    assert f"• {WHOLE}: Mon Tue Wed Thu Fri, 07:30–17:00" in hanna.screen
    assert "• Libraries & culture: Mon Tue Wed Thu Fri, 07:30–17:00" in hanna.screen
    assert hanna.buttons == [WHOLE, "Libraries & culture"]
    await hanna.presses("Libraries & culture")
    assert hanna.screen == (
        "Libraries & culture\n"
        "\n"
        "Working days: Mon Tue Wed Thu Fri (as the organisation)\n"
        "Hours: 07:30–17:00 (as the organisation)\n"
        "Public holidays: as the organisation\n"
        "Time zone: Europe/Helsinki (as the organisation)\n"
        "\n"
        "No public holiday holds messages back in the coming 8 weeks."
    )
    await hanna.presses("All working times")
    await hanna.presses(WHOLE)
    assert "Hours: 07:30–17:00\nPublic holidays: none\n" in hanna.screen


async def test_days_are_switched_on_and_off_and_back(hanna: Someone, unit: int) -> None:
    await opens(hanna, "Libraries & culture", "Working days")
    assert hanna.buttons == ["✓ Mon", "✓ Tue", "✓ Wed", "✓ Thu", "✓ Fri", "Sat", "Sun", "Back"]
    await hanna.presses("Sat")
    await hanna.presses("✓ Mon")
    assert "Working days: Tue Wed Thu Fri Sat\n" in hanna.screen
    await hanna.presses("As the organisation")
    assert "Working days: Mon Tue Wed Thu Fri (as the organisation)" in hanna.screen


async def test_the_last_day_stays(hanna: Someone) -> None:
    await opens(hanna, WHOLE, "Working days")
    for day in ("Tue", "Wed", "Thu", "Fri"):
        await hanna.presses(f"✓ {day}")
    await hanna.presses("✓ Mon")
    assert hanna.toast == "At least one day has to remain."
    assert "✓ Mon" in hanna.buttons


@pytest.mark.parametrize("typed", ["8-16", "8.00 – 16.00", "08:00-16:00", " 8 — 16 "])
async def test_hours_are_typed(hanna: Someone, unit: int, typed: str) -> None:
    await opens(hanna, "Libraries & culture", "Hours")
    await hanna.says(typed)
    assert "✓ Saved." in hanna.screen
    assert "Hours: 08:00–16:00\n" in hanna.screen
    await hanna.presses("Hours")
    await hanna.presses("As the organisation")
    assert "Hours: 07:30–17:00 (as the organisation)" in hanna.screen


@pytest.mark.parametrize(
    "typed", ["8", "16-8", "25-26", "8-16-17", "from 8 to 16", "8.99-16", "🙂"]
)
async def test_hours_that_cannot_be_are_asked_again(hanna: Someone, unit: int, typed: str) -> None:
    await opens(hanna, "Libraries & culture", "Hours")
    await hanna.says(typed)
    assert hanna.screen == "Please type hours such as 8-16 or 7.30-17."
    await hanna.says("6-22")
    assert hanna.screen.startswith("Messages go out from 07:30 and before 17:00 only.")
    await hanna.says("9-15")
    assert "Hours: 09:00–15:00\n" in hanna.screen


async def test_a_unit_without_common_hours_is_said_to_get_nothing(
    hanna: Someone, unit: int
) -> None:
    await opens(hanna, "Libraries & culture", "Hours")
    await hanna.says("8-9")
    await opens(hanna, WHOLE, "Hours")
    await hanna.says("10-16")
    await opens(hanna, "Libraries & culture")
    assert "no time in common with the organisation's hours, so nothing is sent" in hanna.screen


async def test_public_holidays_of_a_country_and_of_another_one(
    office: Office, hanna: Someone, unit: int
) -> None:
    await office.wind(8)
    await opens(hanna, WHOLE, "Public holidays")
    await hanna.says("fi")
    assert "Public holidays: Finland\n" in hanna.screen
    assert "• Friday 3 April\n" in hanna.screen
    await opens(hanna, "Libraries & culture")
    assert "Public holidays: as the organisation" in hanna.screen
    assert "• Friday 1 May" in hanna.screen, "eight weeks ahead"
    await hanna.presses("Public holidays")
    await hanna.says("DE-BY")
    assert "Public holidays: Germany (BY)" in hanna.screen
    await hanna.presses("Public holidays")
    await hanna.presses("As the organisation")
    await hanna.presses("The unit works on public holidays")
    assert "Public holidays: the unit works on them" in hanna.screen
    assert "No public holiday holds messages back" in hanna.screen
    await hanna.presses("Public holidays are days off")
    assert "• Friday 3 April" in hanna.screen
    await opens(hanna, WHOLE, "Public holidays", "No public holidays")
    assert "Public holidays: none" in hanna.screen
    assert "April" not in hanna.screen


async def test_a_country_that_nobody_knows_is_asked_again(hanna: Someone) -> None:
    await opens(hanna, WHOLE, "Public holidays")
    await hanna.says("Atlantis")
    assert hanna.screen.startswith("I do not know the public holidays there.")
    await hanna.says("SE")
    assert "Public holidays: Sweden" in hanna.screen


async def test_the_zone_of_a_unit_is_typed_or_chosen(hanna: Someone, unit: int) -> None:
    await opens(hanna, "Libraries & culture", "Time zone")
    await hanna.says("Atlantis")
    assert hanna.screen.startswith("I do not know that time zone.")
    await hanna.says("stockholm")
    assert "Time zone: Europe/Stockholm\n" in hanna.screen
    await hanna.presses("Time zone")
    await hanna.says("Louisville")
    assert hanna.screen == "Which one do you mean?"
    await hanna.presses("America/Kentucky/Louisville")
    assert "Time zone: America/Kentucky/Louisville\n" in hanna.screen
    await hanna.presses("Time zone")
    await hanna.presses("As the organisation")
    assert "Time zone: Europe/Helsinki (as the organisation)" in hanna.screen
    await hanna.forges(ChooseZone(unit, "Middle/Earth"))
    assert hanna.toast.startswith("I do not know that time zone.")


async def test_the_zone_of_the_organisation_is_not_hrs(hanna: Someone) -> None:
    await opens(hanna, WHOLE, "Time zone")
    assert "Technical administration sets the time zone" in hanna.screen
    await hanna.says("Stockholm")
    assert hanna.screen.startswith("I did not find an open question"), "nothing was asked"


async def test_shifts_say_what_they_mean(hanna: Someone, unit: int) -> None:
    await opens(hanna, "Libraries & culture", "The unit works in shifts")
    assert "Whoever has entered none gets nothing at all" in hanna.screen
    await hanna.presses("Back")
    assert "Working days: Mon" in hanna.screen, "nothing has changed yet"
    await hanna.presses("The unit works in shifts")
    await hanna.presses("Yes, in shifts from now on")
    assert "messages come only inside each person's own shift" in hanna.screen
    assert "/shifts" in hanna.screen
    assert "Working days:" not in hanna.screen
    await hanna.presses("All working times")
    assert "• Libraries & culture: in shifts" in hanna.screen
    await hanna.presses("Libraries & culture")
    await hanna.presses("The unit does not work in shifts")
    assert "Working days: Mon" in hanna.screen


async def test_a_command_closes_the_question(hanna: Someone, unit: int) -> None:
    await opens(hanna, "Libraries & culture", "Hours")
    await hanna.says("/people")
    await hanna.says("9-15")
    assert hanna.screen.startswith("I did not find an open question")


async def test_messages_keep_to_what_was_set(office: Office, hanna: Someone, ana: Someone) -> None:
    await opens(hanna, "Services", "Hours")
    await hanna.says("10-15")
    before = len(ana.messages)
    await office.live(0, Weekday.TUE, "09:59")
    assert len(ana.messages) == before
    await office.live(0, Weekday.TUE, "10:00")
    assert len(ana.messages) == before + 1


async def test_dozens_of_units_are_turned_page_by_page(office: Office, hanna: Someone) -> None:
    for n in range(45):
        await office.programme.unit(f"{n:02} {'x' * 57}")
    await hanna.says("/calendar")
    assert "18 x" in hanna.screen
    assert "19 x" not in hanna.screen
    await hanna.presses("Next page (2 of 3)")
    assert "19 x" in hanna.screen
    await hanna.forges(TurnList(Listing.SITES, 99_999))
    assert "44 x" in hanna.screen


@pytest.mark.parametrize(
    "data",
    [
        ShowSite(SitePage.ALL, 99),
        ShowSite(SitePage.HOURS, 99),
        ResetSite(SitePage.ZONE),
        ChooseZone(99, "Europe/Helsinki"),
    ],
)
async def test_forged_sites_do_not_exist(
    hanna: Someone, data: ShowSite | ResetSite | ChooseZone
) -> None:
    await hanna.forges(data)
    assert hanna.toast == "I did not find that."
    await hanna.says("9-15")
    assert hanna.screen.startswith("I did not find an open question")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_every_language(office: Office, unit: int, language: str) -> None:
    heidi = await office.member("Heidi", None, Role.HR, language)
    t = Translator(language)
    await heidi.says("/calendar")
    await heidi.presses("Libraries & culture")
    for key in (
        "working_times.days",
        "working_times.hours",
        "working_times.holidays",
        "working_times.zone",
    ):
        await heidi.presses(t.plain(key))
        await heidi.presses(t.plain("back"))
    await heidi.presses(t.plain("working_times.shifts_on"))
    await heidi.presses(t.plain("working_times.shifts_yes"))
    await heidi.presses(t.plain("working_times.holidays_on"))
    assert t.plain("working_times.works_holidays") in heidi.screen
