"""Working times that HR sets: for all, for a unit, from the next messages on."""

from datetime import date, time

import pytest

from coaching.conversation import open_question, stop_typing
from coaching.errors import Code
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.working_times import Hours
from coaching.schedules import working_times
from coaching.schedules.working_times import Site, country_and_region
from tests.organisation import Programme, names
from tests.refusal import refused

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
GOOD_FRIDAY, JUHANNUS = date(2026, 4, 3), date(2026, 6, 19)


async def change(programme: Programme, unit: int | None, **values: object) -> Site:
    return await working_times.change(
        programme.database, programme.hanna, unit, programme.now, **values
    )


async def test_a_unit_is_as_the_organisation_until_it_says_otherwise(programme: Programme) -> None:
    unit = await programme.unit("Libraries")
    await change(programme, None, opens=time(8), closes=time(16), country="FI")
    whole, libraries = await working_times.sites(
        programme.database, programme.hanna, programme.now
    )
    assert (whole.unit_id, whole.name) == (None, "City of Tests")
    assert (libraries.unit_id, libraries.name) == (unit, "Libraries")
    assert libraries.working == whole.working
    assert whole.working.hours == Hours(time(8), time(16))
    assert GOOD_FRIDAY in whole.working.holidays
    changed = await change(programme, unit, opens=time(9), closes=time(15), country="SE")
    assert changed.working.hours == Hours(time(9), time(15))
    assert (JUHANNUS in whole.working.holidays, JUHANNUS in changed.working.holidays) == (
        True,
        False,
    )
    again = await change(programme, unit, opens=None, closes=None, country=None)
    assert again.working == whole.working


async def test_days_are_switched_to_what_was_pressed(programme: Programme) -> None:
    unit = await programme.unit("Libraries")
    args = (programme.database, programme.hanna, unit)
    for _ in range(2):  # an update may arrive twice
        site = await working_times.set_day(*args, SAT, programme.now, works=True)
        assert site.settings.workdays == (MON, TUE, WED, THU, FRI, SAT)
    for day in (MON, TUE, WED, THU, FRI):
        site = await working_times.set_day(*args, day, programme.now, works=False)
    assert site.working.days == {SAT}
    with refused(Code.LAST_DAY):
        await working_times.set_day(*args, SAT, programme.now, works=False)
    site = await change(programme, unit, workdays=None)
    assert site.working.days == {MON, TUE, WED, THU, FRI}
    with refused(Code.LAST_DAY):
        await change(programme, None, workdays=None)


async def test_the_next_message_keeps_to_the_new_days_and_hours(programme: Programme) -> None:
    await programme.joins("Ana", await programme.team("Desk"))
    await programme.joins("Bo", await programme.team("Shelf", unit="Libraries"))
    unit = await programme.unit("Libraries")
    await change(programme, unit, opens=time(11), closes=time(15))
    programme.is_now(0, TUE, "09:30")
    assert names(await programme.deliver()) == ["Ana"]
    programme.is_now(0, TUE, "11:00")
    assert names(await programme.deliver()) == ["Bo"]
    await working_times.set_day(
        programme.database, programme.hanna, None, WED, programme.now, works=False
    )
    programme.is_now(0, WED, "13:00")
    assert await programme.deliver() == []


@pytest.mark.parametrize(
    ("opens", "closes", "code"),
    [
        (time(9), time(9), Code.HOURS_INVALID),
        (time(15), time(9), Code.HOURS_INVALID),
        (time(9), None, Code.HOURS_INVALID),
        (time(7), time(15), Code.TIME_OUTSIDE_HOURS),
        (time(9), time(17, 30), Code.TIME_OUTSIDE_HOURS),
    ],
)
async def test_hours_that_cannot_be_are_refused(
    programme: Programme, opens: time, closes: time | None, code: Code
) -> None:
    unit = await programme.unit("Libraries")
    with refused(code):
        await change(programme, unit, opens=opens, closes=closes)
    site = await working_times.site(programme.database, programme.hanna, unit, programme.now)
    assert site.settings.opens is None
    with refused(Code.HOURS_INVALID):
        await change(programme, None, opens=None, closes=None)


async def test_hours_that_do_not_fit_any_more_stop_nothing_else(programme: Programme) -> None:
    unit = await programme.unit("Libraries")
    await change(programme, unit, opens=time(8), closes=time(9))
    await change(programme, None, opens=time(10), closes=time(16))
    site = await change(programme, unit, country="FI")
    assert site.working.hours is None, "no time in common: nobody is written to"
    assert (await change(programme, unit, opens=None, closes=None)).working.hours is not None


async def test_the_organisations_zone_and_shifts_are_not_hrs_to_set(programme: Programme) -> None:
    for values in ({"timezone": "Asia/Tokyo"}, {"in_shifts": True}, {"works_holidays": True}):
        with refused(Code.NOT_FOUND):
            await change(programme, None, **values)
    unit = await programme.unit("Libraries")
    with refused(Code.ZONE_UNKNOWN):
        await change(programme, unit, timezone="Middle/Earth")
    site = await change(programme, unit, timezone="Europe/Stockholm")
    assert site.working.zone.key == "Europe/Stockholm"


async def test_a_unit_may_work_on_public_holidays_and_in_shifts(programme: Programme) -> None:
    await change(programme, None, country="FI")
    unit = await programme.unit("Rescue")
    site = await change(programme, unit, works_holidays=True, in_shifts=True)
    assert (site.working.holidays, site.working.in_shifts) == (frozenset(), True)
    site = await change(programme, unit, works_holidays=False, in_shifts=False)
    assert GOOD_FRIDAY in site.working.holidays
    assert not site.working.in_shifts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("FI", ("FI", None)),
        (" se ", ("SE", None)),
        ("de-by", ("DE", "BY")),
        ("DE BY", ("DE", "BY")),
        ("de-augsburg", ("DE", "Augsburg")),
    ],
)
def test_countries_are_read_as_people_type_them(typed: str, meant: tuple[str, str | None]) -> None:
    assert country_and_region(typed) == meant


@pytest.mark.parametrize("typed", ["", "-", "XX", "Finland", "FI-XX", "DE-BY-BY", "🙂"])
async def test_countries_that_nobody_knows_are_refused(programme: Programme, typed: str) -> None:
    with refused(Code.HOLIDAYS_UNKNOWN):
        country_and_region(typed)
    with refused(Code.HOLIDAYS_UNKNOWN):
        await change(programme, None, country=typed or "??")


async def test_a_change_answers_the_question_and_a_command_closes_it(programme: Programme) -> None:
    unit = await programme.unit("Libraries")
    args = (programme.database, programme.hanna)
    await working_times.ask(*args, working_times.QUESTION_HOURS, unit, programme.now)
    question = await open_question(*args)
    assert question is not None
    assert (question.name, question.data) == (working_times.QUESTION_HOURS, {"unit": unit})
    await change(programme, unit, opens=time(9), closes=time(15))
    assert await open_question(*args) is None
    await working_times.ask(*args, working_times.QUESTION_COUNTRY, None, programme.now)
    await stop_typing(programme.database, await programme.again(programme.hanna))
    assert await open_question(*args) is None
    await working_times.ask(*args, working_times.QUESTION_ZONE, None, programme.now)
    assert await open_question(*args) is None


async def test_only_hr_and_only_what_is_there(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"), Role.LEAD)
    with refused(Code.NOT_ALLOWED):
        await working_times.sites(programme.database, ana, programme.now)
    with refused(Code.NOT_ALLOWED):
        await working_times.change(programme.database, ana, None, programme.now, country="FI")
    with refused(Code.NOT_ALLOWED):
        question = working_times.QUESTION_HOURS
        await working_times.ask(programme.database, ana, question, None, programme.now)
    with refused(Code.NOT_FOUND):
        await change(programme, 999, country="FI")
    with refused(Code.NOT_FOUND):
        await working_times.site(programme.database, programme.hanna, 999, programme.now)
