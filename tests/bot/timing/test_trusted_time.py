"""A clock that is wrong: nothing that cannot be taken back happens, and it is told once."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import format_datetime

import pytest
import time_machine
from sqlmodel import col, select, update
from structlog.testing import capture_logs

from bot.app import build
from bot.client.server_time import ServerTime
from bot.clock import Clock, SystemClock
from bot.i18n import Translator
from bot.sandbox.bot_api.trouble import Fault
from bot.timing import timetable
from coaching.content import LANGUAGES
from coaching.deliveries import trusted_time
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from storage.checkin import Rating
from storage.database import Database
from storage.points import WeekClose
from storage.practice import Practice
from storage.programme import Unit
from storage.tables import METADATA
from tests.bot.dialogue import Office, Someone

DOUBT = "My clock may be wrong"
TUE, WED = Weekday.TUE, Weekday.WED


class WrongClock:
    """A computer's clock that is off; the office's own is what everybody else goes by."""

    def __init__(self, right: Clock) -> None:
        self._right = right
        self._listeners: list[Callable[[], None]] = []
        self.off = timedelta(0)

    def now(self) -> datetime:
        return self._right.now() + self.off

    def on_change(self, listener: Callable[[], None]) -> None:
        self._right.on_change(listener)
        self._listeners.append(listener)

    def turn(self, off: timedelta) -> None:
        """Set the clock, and let the bot look at once instead of within half a minute."""
        self.off = off
        for listener in self._listeners:
            listener()


@pytest.fixture
async def clock(office: Office) -> WrongClock:
    """Start the office's bot anew, with a clock of its own."""
    wrong = WrongClock(office.clock)
    await starts_at(office, wrong)
    return wrong


async def starts_at(office: Office, clock: WrongClock) -> None:
    await office.closes()
    office.coach = build(office.settings, clock)
    office.programme.database = office.coach.services.database
    await office.opens()
    await office.settled()


async def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows but the note on the clock."""
    async with database.read() as session:
        return {
            table.name: [tuple(row) for row in await session.exec(select(*table.columns))]
            for table in METADATA.sorted_tables
            if table.name != "trusted_time"
        }


async def lives_on(office: Office, ana: Someone) -> None:
    """Have something that could be lost: answers, deliveries, a week to close."""
    await ana.says("/checkin")
    await ana.presses("4")
    await office.live(0, WED, "13:30")


def alarms(person: Someone) -> list[str]:
    return [said for said in person.said if said.startswith(DOUBT)]


@pytest.mark.parametrize("off", [timedelta(days=60), timedelta(days=-1), timedelta(days=-365)])
async def test_a_start_with_a_wrong_clock_changes_nothing_and_is_told_once(
    office: Office, hanna: Someone, ana: Someone, off: timedelta
) -> None:
    await lives_on(office, ana)
    before = await everything(office.programme.database)
    clock = WrongClock(office.clock)
    clock.off = off
    with capture_logs() as logs:
        await starts_at(office, clock)
        await starts_at(office, clock)
        clock.turn(off)
        await office.settled()
    assert await everything(office.programme.database) == before
    assert len(alarms(hanna)) == 1
    assert alarms(ana) == []
    (line,) = [each for each in logs if each["event"] == "the clock is in doubt"]
    assert line["expected"].startswith("2026-01-14T11:3")
    assert line["mend"] == "cxcoach doctor"


async def test_once_the_clock_is_right_everything_goes_on(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    clock = WrongClock(office.clock)
    clock.off = timedelta(days=60)
    await starts_at(office, clock)
    clock.turn(timedelta(0))
    said = len(ana.messages)
    await office.wind(0, TUE, "09:30")
    assert len(ana.messages) == said + 1
    await office.wind(0, WED, "13:00")
    assert len(ana.messages) == said + 2
    clock.turn(timedelta(days=60))
    await office.settled()
    assert len(alarms(hanna)) == 2, "it is another doubt"


async def test_a_step_while_running_expires_nothing_that_is_on_its_way(
    office: Office, clock: WrongClock, hanna: Someone, ana: Someone
) -> None:
    await ana.says("/mytime")
    said = len(ana.messages)
    await office.wind(0, TUE, "09:29")
    clock.turn(timedelta(days=60))
    await office.settled()
    await office.wind(0, TUE, "09:31")
    assert len(ana.messages) == said
    assert await office.programme.states() == {}
    clock.turn(timedelta(0))
    await office.settled()
    assert len(ana.messages) == said + 1
    assert await office.programme.states() == {"sent": 1}


async def test_weeks_off_are_believed_when_telegram_says_so(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await office.closes()
    office.clock.wind_to(office.programme.moment(3, Weekday.MON, "08:00"))
    await office.restarts()
    assert alarms(hanna) == []
    assert (await office.programme.states())["missed"] > 0


async def test_what_people_press_meanwhile_counts_for_the_right_week(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    clock = WrongClock(office.clock)
    clock.off = timedelta(days=60)
    await starts_at(office, clock)
    await ana.says("/checkin")
    await ana.presses("4")
    await ana.says("/prompt")
    async with office.programme.database.read() as session:
        assert (await session.exec(select(col(Rating.week)))).all() == [0]
        (practice,) = (await session.exec(select(Practice))).all()
    assert abs(practice.offered_at - office.clock.now()) < timedelta(minutes=1)


async def test_hr_is_told_when_at_work(office: Office, hanna: Someone) -> None:
    await office.wind(0, Weekday.MON, "22:00")
    clock = WrongClock(office.clock)
    clock.off = timedelta(days=60)
    await starts_at(office, clock)
    assert alarms(hanna) == []
    await office.wind(0, TUE, "07:29")
    assert alarms(hanna) == []
    await office.wind(0, TUE, "07:30")
    assert len(alarms(hanna)) == 1


async def test_what_hr_saves_meanwhile_plans_nothing(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    clock = WrongClock(office.clock)
    clock.off = timedelta(days=60)
    await starts_at(office, clock)
    await hanna.says("/schedules")
    await hanna.presses("New schedule")
    await hanna.presses("Prompt")
    await hanna.presses("Save")
    assert await office.programme.states() == {}
    clock.turn(timedelta(0))
    said = len(ana.messages)
    await office.live(0, TUE, "12:00")
    assert len(ana.messages) > said, "its first day is none of those that were let go by"


async def test_the_word_of_technical_administration_ends_the_doubt(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    """A proxy on the way tells a wrong time, while the clock is right."""
    clock = WrongClock(office.clock)
    clock.off = timedelta(hours=7)
    await starts_at(office, clock)
    assert len(alarms(hanna)) == 1
    await trusted_time.confirm(office.programme.database, clock.now(), office.clock.now())
    said = len(ana.messages)
    await office.wind_to(office.programme.moment(0, TUE, "09:30") - clock.off)
    assert len(ana.messages) == said + 1
    await starts_at(office, clock)
    assert len(alarms(hanna)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_every_language(office: Office, language: str) -> None:
    heidi = await office.member("Heidi", None, Role.HR, language)
    clock = WrongClock(office.clock)
    clock.off = timedelta(days=60)
    await starts_at(office, clock)
    assert heidi.screen == Translator(language).plain("alerts.time")


async def test_a_clock_set_back_three_hours_sends_what_hr_schedules_next(
    office: Office, hanna: Someone, ana: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timetable, "SAFETY_TICK", timedelta(seconds=0.3))
    await office.closes()
    with time_machine.travel(office.programme.moment(0, TUE, "15:00"), tick=True) as computer:
        office.telegram.clock = SystemClock()
        office.coach = build(office.settings, office.telegram.clock)
        office.programme.database = office.coach.services.database
        await office.opens()
        await office.settled()
        computer.shift(timedelta(hours=-3))
        await hanna.says("/schedules")
        await hanna.presses("New schedule")
        await hanna.presses("Prompt")
        await hanna.presses("Time")
        await hanna.says("12:15")
        await hanna.presses("Save")
        said = len(ana.messages)
        computer.shift(timedelta(minutes=15))
        async with asyncio.timeout(20):
            while len(ana.messages) == said:
                version = office.telegram.version(ana.user_id)
                await office.telegram.changed(ana.user_id, version)


async def test_a_clock_that_is_set_while_it_is_looked_at_purges_by_no_wrong_time(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await lives_on(office, ana)
    clock = WrongClock(office.clock)
    clock.off = timedelta(days=60)
    before = await everything(office.programme.database)
    office.telegram.faults.add(Fault("slow", method="getMe", times=4, seconds=0.2))
    await office.closes()
    office.coach = build(office.settings, clock)
    office.programme.database = office.coach.services.database
    await office.opens()
    await asyncio.sleep(0.1)  # Telegram is being asked
    clock.off = timedelta(0)
    await office.settled()
    assert await everything(office.programme.database) == before


async def test_where_telegram_tells_no_time_what_has_passed_counts(
    office: Office, clock: WrongClock, hanna: Someone, ana: Someone
) -> None:
    office.coach.services.server_time = ServerTime()  # no answer reaches it
    clock.turn(timedelta(hours=3))
    await office.settled()
    assert alarms(hanna) == []
    before = await everything(office.programme.database)
    clock.turn(timedelta(hours=9))
    await office.settled()
    assert len(alarms(hanna)) == 1
    assert await everything(office.programme.database) == before
    clock.turn(timedelta(0))
    await office.settled()
    found = await trusted_time.known(office.programme.database)
    assert found is not None
    assert not found.in_doubt


async def test_one_wrong_answer_is_no_doubt(office: Office, hanna: Someone, ana: Someone) -> None:
    office.coach.services.server_time.heard("Wed, 01 Jan 2020 00:00:00 GMT")
    said = len(ana.messages)
    await office.wind(0, TUE, "09:30")
    assert alarms(hanna) == []
    assert len(ana.messages) == said + 1


async def test_after_weeks_off_it_waits_for_telegrams_word(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    await lives_on(office, ana)
    before = await everything(office.programme.database)
    await office.closes()
    office.clock.wind_to(office.programme.moment(3, Weekday.MON, "08:00"))
    office.coach = build(office.settings, office.clock)
    services = office.coach.services
    services.server_time = ServerTime()  # no answer reaches it
    office.programme.database = services.database
    await office.opens()
    await office.settled()
    assert await everything(office.programme.database) == before
    services.server_time.heard(format_datetime(office.clock.now(), usegmt=True))
    office.coach.timetable.wake()
    await office.settled()
    assert (await office.programme.states())["missed"] > 0


async def test_a_zone_that_nobody_knows_keeps_no_week_from_closing(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    async with office.programme.database.write() as session:
        await session.exec(update(Unit).values(timezone="Mars/Olympus"))
    await office.wind(1, Weekday.MON, "00:05")
    async with office.programme.database.read() as session:
        assert (await session.exec(select(col(WeekClose.week)))).all() == [0]
