"""HR is told what did not arrive: once a day, in working hours, with the right numbers."""

from datetime import timedelta

import pytest

from bot.i18n import Translator
from bot.sandbox.bot_api.trouble import Fault
from coaching.content import LANGUAGES
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from tests.bot.dialogue import Office, Someone

ALERT = "Not everything arrived"
TUESDAY = "• Prompt, Tuesday 13 January: {people} – {state}"
MISSED, FAILED = "missed, I was not running", "failed after several attempts"


def alerts(person: Someone) -> list[str]:
    """Return all alerts that the person got."""
    return [said for said in person.said if said.startswith(ALERT)]


async def is_down_until(office: Office, day: Weekday, clock: str) -> None:
    """Let the bot be down, and start it again."""
    await office.closes()
    office.clock.wind_to(office.programme.moment(0, day, clock))
    await office.restarts()


async def fails_with(office: Office, person: Someone) -> None:
    """Let all six attempts to write to the person go wrong."""
    fault = Fault("server_error", method="sendMessage", chat_id=person.user_id, times=6)
    office.telegram.faults.add(fault)
    await office.wind_to(office.clock.now() + timedelta(seconds=1))


async def an_hour_passes(office: Office) -> None:
    """Wind through all waits between the attempts."""
    for _ in range(6):
        await office.wind_to(office.clock.now() + timedelta(minutes=25))


async def test_after_downtime_hr_is_told_once(
    office: Office, hanna: Someone, ana: Someone, desk: int
) -> None:
    await office.member("Bo", desk)
    await is_down_until(office, Weekday.TUE, "14:00")
    (alert,) = alerts(hanna)
    assert TUESDAY.format(people="2 people", state=MISSED) in alert
    assert "/deliveries" in alert
    await office.restarts()
    await office.live(0, Weekday.WED, "12:00")
    assert len(alerts(hanna)) == 1
    assert alerts(ana) == [], "only HR is told"


async def test_at_night_it_waits_for_the_next_working_day(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await is_down_until(office, Weekday.TUE, "20:00")
    await office.wind(0, Weekday.WED, "08:29")
    assert alerts(hanna) == []
    await office.wind(0, Weekday.WED, "08:30")
    assert len(alerts(hanna)) == 1


async def test_what_failed_is_told_and_the_next_trouble_on_the_next_day(
    office: Office, hanna: Someone, ana: Someone, desk: int
) -> None:
    team = [ana, *[await office.member(name, desk) for name in ("Bo", "Cy", "Dee", "Eve")]]
    await office.wind(0, Weekday.TUE, "08:00")
    for person in team:
        await fails_with(office, person)
    await office.wind(0, Weekday.TUE, "09:30")
    await an_hour_passes(office)
    (alert,) = alerts(hanna)
    assert TUESDAY.format(people="5 people", state=FAILED) in alert
    await office.wind(0, Weekday.WED, "12:00")
    for person in team:
        await fails_with(office, person)
    await office.wind(0, Weekday.WED, "13:00")
    await an_hour_passes(office)
    assert len(alerts(hanna)) == 2, "it is another day"
    await office.wind(0, Weekday.THU, "08:00")
    await is_down_until(office, Weekday.THU, "14:00")
    assert len(alerts(hanna)) == 3
    await is_down_until(office, Weekday.FRI, "08:29")
    assert len(alerts(hanna)) == 3
    await office.live(0, Weekday.FRI, "17:00")
    assert len(alerts(hanna)) == 3, "nothing new has gone wrong"


async def test_two_troubles_of_a_day_are_two_days_alerts(
    office: Office, hanna: Someone, ana: Someone, desk: int
) -> None:
    team = [ana, *[await office.member(name, desk) for name in ("Bo", "Cy", "Dee", "Eve")]]
    office.clock.wind_to(office.programme.moment(0, Weekday.TUE, "14:00"))
    await office.settled()
    assert len(alerts(hanna)) == 1
    await hanna.says("/schedules")
    await hanna.presses("New schedule")
    await hanna.presses("Prompt")
    await hanna.presses("Time")
    await hanna.says("14:30")
    await hanna.presses("Save")
    for person in team:
        await fails_with(office, person)
    await office.wind(0, Weekday.TUE, "14:30")
    await an_hour_passes(office)
    assert (await office.programme.states()).get("failed") == 5
    assert len(alerts(hanna)) == 1, "HR was told today"
    await office.wind(0, Weekday.WED, "08:30")
    assert len(alerts(hanna)) == 2
    assert TUESDAY.format(people="5 people", state=FAILED) in alerts(hanna)[-1]
    assert TUESDAY.format(people="5 people", state=MISSED) in alerts(hanna)[-1]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_every_language(office: Office, ana: Someone, language: str) -> None:
    heidi = await office.member("Heidi", None, Role.HR, language)
    office.clock.wind_to(office.programme.moment(0, Weekday.TUE, "14:00"))
    await office.settled()
    t = Translator(language)
    assert t.plain("deliveries.state.missed") in heidi.screen
    assert t.plain("schedules.kind.prompt") in heidi.screen
