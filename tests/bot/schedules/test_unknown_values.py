"""A setting that nobody knows: HR reads of it once, sees it in /calendar, and mends it there."""

from coaching.rules.calendar import Weekday
from storage.programme import Unit
from tests.bot.dialogue import Office, Someone

ALERT = (
    "Some settings are not known\n"
    "\n"
    "• Services: time zone Mars/Olympus\n"
    "• Services: public holidays XX\n"
    "\n"
    "Until you mend them in /calendar, the last known value serves"
)


async def loses_its_values(office: Office) -> None:
    async with office.programme.database.write() as session:
        unit = await session.get_one(Unit, await office.programme.unit())
        unit.timezone, unit.country = "Mars/Olympus", "XX"


async def test_hr_is_told_once_and_mends_it_and_everybody_is_written_to(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await office.wind(0, Weekday.MON, "12:00")
    await loses_its_values(office)
    await office.wind(0, Weekday.TUE, "09:30")
    assert len(ana.messages) > 1, "the prompt came"
    await office.wind(0, Weekday.WED, "10:00")
    assert len([said for said in hanna.said if said.startswith(ALERT)]) == 1
    await hanna.says("/calendar")
    await hanna.presses("Services")
    assert "⚠ Mars/Olympus is not known. Until you change it" in hanna.screen
    assert "⚠ XX is not known." in hanna.screen
    await hanna.presses("Time zone")
    await hanna.says("Stockholm")
    await hanna.says("/calendar")
    await hanna.presses("Services")
    assert "Mars" not in hanna.screen
    await hanna.presses("Public holidays")
    await hanna.says("SE")
    assert "⚠" not in hanna.screen
