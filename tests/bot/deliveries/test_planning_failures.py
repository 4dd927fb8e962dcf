"""What cannot be planned: HR is told in words, the log names the place, all else goes out."""

from datetime import date, timedelta

import pytest
from sqlmodel import col, update
from structlog.testing import capture_logs

from bot.i18n import Translator
from bot.timing.worker import Worker
from coaching.content import LANGUAGES
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from storage.schedules import Schedule
from tests.bot.dialogue import Office, Someone

TUESDAY = date(2026, 1, 13)
ALERT = "Not everything could be planned\n\n• Prompt, Tuesday 13 January\n\n"


async def begins_weeks_on(office: Office, day: date) -> None:
    """Let the weeks of prompts be counted from a day: the calendar knows Mondays only."""
    async with office.programme.database.write() as session:
        prompts = col(Schedule.kind) == Kind.PROMPT
        await session.exec(update(Schedule).where(prompts).values(anchor=day))


async def an_hour_passes(office: Office) -> None:
    for _ in range(6):
        await office.wind_to(office.clock.now() + timedelta(minutes=10))


async def test_hr_is_told_once_and_everything_else_goes_out(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await begins_weeks_on(office, TUESDAY)
    await office.wind(0, Weekday.TUE, "09:30")
    await an_hour_passes(office)
    assert [said for said in hanna.said if said.startswith(ALERT)] == [hanna.screen]
    assert len(ana.messages) == 1, "there is no prompt yet"
    await office.restarts()
    await office.live(0, Weekday.WED, "13:00")
    assert len([said for said in hanna.said if said.startswith(ALERT)]) == 1
    assert "check-in" in ana.screen.lower()


async def test_once_mended_the_prompt_still_comes(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await begins_weeks_on(office, TUESDAY)
    await office.wind(0, Weekday.TUE, "09:30")
    await an_hour_passes(office)
    before = len(ana.messages)
    await begins_weeks_on(office, date(2026, 1, 12))
    await an_hour_passes(office)
    assert len(ana.messages) == before + 1


async def test_the_log_names_the_place_and_nothing_else(office: Office, ana: Someone) -> None:
    await begins_weeks_on(office, TUESDAY)
    with capture_logs() as logs:
        await office.wind(0, Weekday.TUE, "09:30")
    (line,) = [each for each in logs if each["event"] == "planning failed"]
    assert (line["what"], line["kind"]) == ("prompt", "ValueError")
    assert line["due"] == "2026-01-13T07:30:00+00:00"
    files = [place.split(":")[0] for place in line["at"]]
    assert {"schedules/planning.py", "deliveries/occurrences.py"} <= set(files)
    assert files[-1] == "rules/calendar.py"
    assert line["at"][-1].endswith(":__post_init__")
    assert "Monday" not in str(line), "what the error says may hold more than a place"


async def test_a_round_that_fails_names_its_place() -> None:
    async def fails() -> None:
        raise ValueError("a secret")

    worker = Worker("failing", fails)
    with capture_logs() as logs:
        worker.start()
        await worker.at_rest()
        await worker.stop()
    (line,) = logs
    assert (line["event"], line["kind"]) == ("round failed", "ValueError")
    assert line["at"][0].startswith("timing/worker.py:")
    assert line["at"][-1].startswith("deliveries/test_planning_failures.py:")
    assert "secret" not in str(line)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_every_language(office: Office, ana: Someone, language: str) -> None:
    heidi = await office.member("Heidi", None, Role.HR, language)
    await begins_weeks_on(office, TUESDAY)
    await office.wind(0, Weekday.TUE, "09:30")
    await an_hour_passes(office)
    t = Translator(language)
    assert f"• {t.plain('schedules.kind.prompt')}, {t.day(TUESDAY)}" in heidi.screen
