"""One stored value that nobody knows (any more) concerns one person or one unit, and is mended."""

from collections.abc import AsyncIterator
from contextlib import nullcontext
from datetime import time, timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from coaching.conversation import open_question
from coaching.deliveries import sending
from coaching.deliveries.contents import Alert
from coaching.errors import Code
from coaching.people import directory
from coaching.practice import prompts, theme
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from coaching.schedules import editor, saving, working_times
from coaching.schedules.planning import next_due, plan_due
from storage.database import Database
from storage.migrations import upgrade
from tests.organisation import Programme, founded, names
from tests.refusal import refused

MON, TUE, WED = Weekday.MON, Weekday.TUE, Weekday.WED


async def raw(programme: Programme, *statements: str) -> None:
    """Write what no use case would."""
    async with programme.database.connect(write=True) as connection:
        for statement in statements:
            await connection.exec_driver_sql(statement)


@pytest.fixture
async def two_units(programme: Programme) -> Programme:
    """Give Ana in Services and Bo in Calls, which works in Stockholm, on Monday evening."""
    await programme.joins("Ana", await programme.team("Desk"))
    await programme.joins("Bo", await programme.team("Phone", "Calls"))
    args = (programme.database, programme.hanna, await programme.unit("Calls"), programme.now)
    await working_times.change(*args, timezone="Europe/Stockholm", country="SE")
    await plan_due(programme.database, programme.is_now(0, MON, "18:00"))
    return programme


async def gets(programme: Programme, clock: str) -> list[str]:
    programme.is_now(0, TUE, clock)
    failures: list[object] = []
    await plan_due(programme.database, programme.now, failures.append)
    assert failures == []
    return names(await programme.deliver())


SPOILED = {
    "zone": ("timezone", "Mars/Olympus"),
    "folder": ("timezone", "Europe"),
    "country": ("country", "XX"),
    "region": ("region", "NOWHERE"),
    "days": ("workdays", "mon,blursday,tue"),
    "hours": ("opens", "23:00:00.000000"),
}


@pytest.mark.parametrize(("column", "value"), SPOILED.values(), ids=SPOILED)
async def test_a_units_bad_value_silences_nobody(
    two_units: Programme, column: str, value: str
) -> None:
    unit = await two_units.unit("Calls")
    await raw(two_units, f"UPDATE unit SET {column} = '{value}' WHERE id = {unit}")
    assert await gets(two_units, "09:30") == ["Ana"]
    assert await gets(two_units, "10:30") == ([] if column == "opens" else ["Bo"])


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("timezone", "Mars/Olympus"),
        ("country", "XX"),
        ("region", "NOWHERE"),
        ("workdays", "blursday"),
    ],
)
async def test_the_organisations_bad_value_silences_nobody(
    two_units: Programme, column: str, value: str
) -> None:
    await raw(two_units, f"UPDATE organisation SET {column} = '{value}'")
    assert await gets(two_units, "09:30") == ["Ana"]
    assert await gets(two_units, "10:30") == ["Bo"]
    assert (await two_units.again(two_units.hanna)).zone.key == "Europe/Helsinki"


async def test_somebodys_own_bad_zone_leaves_them_in_their_units(two_units: Programme) -> None:
    await raw(two_units, "UPDATE person SET timezone = 'Mars/Olympus' WHERE first_name = 'Bo'")
    assert await gets(two_units, "09:30") == ["Ana"]
    assert await gets(two_units, "10:30") == ["Bo"]


BROKEN_TIMES = {
    "own time": "UPDATE person SET slot = 'soon' WHERE first_name = 'Bo'",
    "hours of a unit": "UPDATE unit SET opens = '7.30 am', closes = 'late' WHERE name = 'Calls'",
    "hours of all": "UPDATE organisation SET opens = 'early', closes = 'late'",
}


@pytest.mark.parametrize("statement", BROKEN_TIMES.values(), ids=BROKEN_TIMES)
async def test_what_is_no_time_of_day_silences_nobody(
    two_units: Programme, statement: str
) -> None:
    with nullcontext() if two_units.database.is_sqlite else pytest.raises(DBAPIError):
        await raw(two_units, statement)  # only SQLite takes it
    assert await gets(two_units, "09:30") == ["Ana"]
    assert await gets(two_units, "10:30") == ["Bo"]


async def test_a_schedule_at_no_time_of_day_sends_at_noon_and_stops_no_other(
    two_units: Programme,
) -> None:
    is_sqlite = two_units.database.is_sqlite
    with nullcontext() if is_sqlite else pytest.raises(DBAPIError):
        await raw(two_units, "UPDATE schedule SET at = 'later' WHERE kind = 'points_post'")
    assert await gets(two_units, "09:30") == ["Ana"]
    listed = await editor.overview(two_units.database, two_units.hanna)
    times = {each.draft.at for each in listed if each.draft.kind is Kind.POINTS_POST}
    assert (times == {time(12)}) == is_sqlite


async def test_hr_is_told_once_sees_it_in_the_calendar_and_mends_it(
    two_units: Programme,
) -> None:
    unit = await two_units.unit("Calls")
    spoiled = "timezone = 'Mars/Olympus', country = 'XX'"
    await raw(two_units, f"UPDATE unit SET {spoiled} WHERE id = {unit}")
    alerts = []
    for day, clock in ((TUE, "08:00"), (TUE, "08:30"), (TUE, "12:00"), (WED, "08:30")):
        two_units.is_now(0, day, clock)
        await plan_due(two_units.database, two_units.now)
        alerts += await hears(two_units)
    (alert,) = alerts
    assert [(each.unit, each.setting, each.value) for each in alert.unknown] == [
        ("Calls", "timezone", "Mars/Olympus"),
        ("Calls", "holidays", "XX"),
    ]
    args = (two_units.database, two_units.hanna)
    sites = {each.name: each for each in await working_times.sites(*args, two_units.now)}
    assert len(sites["Calls"].unknown) == 2
    assert sites["Calls"].working.zone.key == "Europe/Stockholm"
    await working_times.change(*args, unit, two_units.now, works_holidays=True)
    await working_times.set_day(*args, unit, MON, two_units.now, works=False)
    mended = await working_times.change(
        *args, unit, two_units.now, timezone="Europe/Oslo", country="NO", region=None
    )
    assert mended.unknown == ()
    assert mended.working.zone.key == "Europe/Oslo"


async def hears(programme: Programme) -> list[Alert]:
    """Return the alerts that HR gets now."""
    found = []
    for waiting in await sending.lease(programme.database, programme.now, 100):
        parcel = await sending.prepare(programme.database, waiting, programme.now)
        if parcel is not None:
            await sending.sent(programme.database, [parcel.delivery_id], programme.now)
            found += [parcel.content] if isinstance(parcel.content, Alert) else []
    return found


# Words that no rule knows, as in a database that was restored from elsewhere


@pytest.fixture
async def unchecked(empty_url: str) -> AsyncIterator[Programme]:
    """Give Ana and Bo in a database whose columns hold any word."""
    database = Database(empty_url)
    await upgrade(database)
    try:
        programme = await founded(database)
        await programme.join(await programme.team("Desk"), "Ana", "Bo")
        await plan_due(programme.database, programme.is_now(0, MON, "18:00"))
        yield programme
    finally:
        await database.close()


async def spoils(programme: Programme, statement: str, *constraints: str) -> None:
    if programme.database.is_sqlite:
        async with programme.database.connect(write=True) as connection:
            await connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
            await connection.exec_driver_sql(statement)
            await connection.exec_driver_sql("PRAGMA ignore_check_constraints = OFF")
        return
    drops = [
        f"ALTER TABLE {each.split('.')[0]} DROP CONSTRAINT ck_{each.replace('.', '_')}"
        for each in constraints
    ]
    await raw(programme, *drops, statement)


BO = "(SELECT id FROM person WHERE first_name = 'Bo')"


async def test_a_language_that_nobody_speaks_is_another_one(unchecked: Programme) -> None:
    await spoils(unchecked, "UPDATE person SET language = 'xx' WHERE first_name = 'Bo'")
    unchecked.is_now(0, TUE, "09:30")
    await plan_due(unchecked.database, unchecked.now)
    parcels = await unchecked.deliver()
    assert names(parcels) == ["Ana", "Bo"]
    assert {parcel.addressee.language for parcel in parcels} == {"en"}


async def test_a_role_that_there_is_not_is_no_role(unchecked: Programme) -> None:
    role = f"UPDATE membership SET role = 'boss' WHERE person_id = {BO}"
    await spoils(unchecked, role, "membership.role", "membership.team")
    assert await gets(unchecked, "09:30") == ["Ana"]
    team = (await directory.places(unchecked.database, unchecked.hanna)).here[0].team_id
    args = (unchecked.database, unchecked.hanna, team, unchecked.now)
    members = (await directory.people_of(*args)).members
    assert [each.first_name for each in members] == ["Ana"]


async def test_a_schedule_of_no_kind_stops_no_other(unchecked: Programme) -> None:
    await spoils(
        unchecked, "UPDATE schedule SET kind = 'song' WHERE kind = 'follow_up'", "schedule.kind"
    )
    assert await gets(unchecked, "09:30") == ["Ana", "Bo"]
    assert await next_due(unchecked.database) is not None
    assert await editor.overview(unchecked.database, unchecked.hanna)


async def test_weekdays_that_there_are_not_leave_the_schedules_open_to_be_mended(
    programme: Programme,
) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    await raw(
        programme,
        "UPDATE schedule SET weekdays = 'blursday' WHERE kind = 'prompt'",
        "UPDATE schedule SET texts = '{' WHERE kind = 'champion'",
    )
    args = (programme.database, programme.hanna)
    rows = [each.draft for each in await editor.overview(*args)]
    broken = next(each for each in rows if each.kind is Kind.PROMPT)
    await editor.draft_change(*args, broken.schedule_id or 0, programme.now)
    await editor.toggle_day(*args, TUE, programme.now)
    await saving.save(*args, programme.now)
    assert await gets(programme, "09:30") == ["Ana"]


# What is broken in one person's rows


@pytest.mark.parametrize("data", ["{", "[]", "{}", '{"kind": "song"}', "null"])
async def test_a_broken_draft_is_none(programme: Programme, data: str) -> None:
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, Kind.PROMPT, programme.now)
    await raw(programme, f"UPDATE position SET data = '{data}'")
    with refused(Code.QUESTION_CLOSED):
        await editor.current_draft(*args, programme.now)
    assert await editor.draft_new(*args, Kind.PROMPT, programme.now)


async def test_a_broken_question_is_none(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    await prompts.next_prompt(programme.database, ana, programme.now)
    await raw(programme, "UPDATE position SET data = '{'")
    assert await open_question(programme.database, ana) is None
    assert await prompts.next_prompt(programme.database, ana, programme.now)


async def test_a_broken_why_is_none(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    await raw(programme, "UPDATE organisation SET why = '{'")
    assert await theme.steering_of(programme.database, programme.hanna)
    assert await gets(programme, "09:30") == ["Ana"]


async def test_a_prompt_that_left_the_library_concerns_one_person(programme: Programme) -> None:
    ana, _ = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    programme.is_now(0, TUE, "09:30")
    await plan_due(programme.database, programme.now)
    waiting = await sending.lease(programme.database, programme.now, 10)
    for each in waiting:
        await sending.prepare(programme.database, each, programme.now)
    await raw(
        programme, f"UPDATE practice SET prompt_id = 'gone' WHERE person_id = {ana.person_id}"
    )
    programme.now += timedelta(minutes=2)
    assert names(await programme.deliver()) == ["Bo"]
    assert await programme.states() == {"sent": 1, "cancelled": 1}


async def test_what_breaks_again_and_again_ends_as_failed_and_is_told(
    programme: Programme,
) -> None:
    await programme.join(await programme.team("Desk"), *"ABCDEF")
    programme.is_now(0, TUE, "09:30")
    await plan_due(programme.database, programme.now)
    for _ in range(sending.MAX_ATTEMPTS):
        for each in await sending.lease(programme.database, programme.now, 10):
            await sending.broke(programme.database, each, programme.now)
        programme.now += timedelta(minutes=26)
    assert (await programme.states())["failed"] == 6
    (alert,) = await hears(programme)
    assert [each.people for each in alert.undelivered if each.kind is Kind.PROMPT] == [6]
