"""Own time of day, own zone and own shifts: what may be chosen, and when messages come then."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from coaching.errors import Code
from coaching.people.identity import Viewer
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from coaching.schedules import editor, own_times, saving, working_times
from coaching.schedules.own_times import own_shifts, set_own_zone, set_shift, set_slot, zones_like
from tests.organisation import Programme, names
from tests.refusal import refused

TUE, WED, THU = Weekday.TUE, Weekday.WED, Weekday.THU
MONDAY = date(2026, 1, 12)
TUESDAY = MONDAY + timedelta(days=1)
EARLY, LATE, NIGHT = (time(7), time(15)), (time(14), time(22)), (time(21, 30), time(7))


@pytest.fixture
async def ana(programme: Programme) -> Viewer:
    """Give a member of a team."""
    return await programme.joins("Ana", await programme.team("Desk"))


async def got(programme: Programme, clock: str, day: Weekday = TUE, week: int = 0) -> list[str]:
    """Return who gets something at a local time and not before."""
    due = programme.moment(week, day, clock)
    programme.now = due - timedelta(minutes=1)
    assert names(await programme.deliver()) == [], "too early"
    programme.now = due
    return names(await programme.deliver())


async def leave_the_time_to_people(programme: Programme) -> None:
    """Let HR's prompts come at people's own time."""
    args = (programme.database, programme.hanna)
    rows = await editor.overview(*args)
    prompts = next(row.draft for row in rows if row.draft.kind is Kind.PROMPT)
    await editor.draft_change(*args, prompts.schedule_id or 0, programme.now)
    await editor.set_own_slot(*args, own=True, now=programme.now)
    await saving.save(*args, programme.now)


async def works_in_shifts(programme: Programme, unit: str = "Services") -> None:
    """Let HR say that a unit works in shifts."""
    args = (programme.database, programme.hanna, await programme.unit(unit))
    await working_times.change(*args, programme.now, in_shifts=True)


# The own time of day


async def test_the_own_time_lies_within_the_working_hours(
    programme: Programme, ana: Viewer
) -> None:
    args = (programme.database, ana)
    assert (await own_times.own_time(*args, programme.now)).slot is None
    known = await set_slot(*args, time(11), programme.now)
    assert (known.slot, known.slot_fits, known.is_own_zone) == (time(11), True, False)
    for outside in (time(7, 29), time(17), time(0)):
        with refused(Code.TIME_OUTSIDE_HOURS):
            await set_slot(*args, outside, programme.now)
    assert (await own_times.own_time(*args, programme.now)).slot == time(11)
    assert (await set_slot(*args, None, programme.now)).slot is None


async def test_an_own_time_that_new_hours_have_no_room_for_is_said_not_to_fit(
    programme: Programme, ana: Viewer
) -> None:
    await set_slot(programme.database, ana, time(8), programme.now)
    args = (programme.database, programme.hanna, await programme.unit(), programme.now)
    await working_times.change(*args, opens=time(9), closes=time(15))
    known = await own_times.own_time(programme.database, ana, programme.now)
    assert (known.slot, known.slot_fits, known.hours.opens) == (time(8), False, time(9))


async def test_messages_come_at_the_own_time_where_the_schedule_leaves_it_to_people(
    programme: Programme, ana: Viewer
) -> None:
    bo = await programme.joins("Bo", await programme.team("Phone"))
    await programme.joins("Cy", await programme.team("Street"))
    await leave_the_time_to_people(programme)
    await set_slot(programme.database, ana, time(11), programme.now)
    await set_slot(programme.database, bo, time(8), programme.now)
    assert await got(programme, "08:00") == ["Bo"]
    assert await got(programme, "09:30") == ["Cy"]
    assert await got(programme, "11:00") == ["Ana"]
    assert await got(programme, "13:00", WED) == ["Ana", "Bo", "Cy"], "not left to people"


async def test_without_leave_of_the_schedule_the_own_time_changes_nothing(
    programme: Programme, ana: Viewer
) -> None:
    await set_slot(programme.database, ana, time(11), programme.now)
    assert await got(programme, "09:30") == ["Ana"]


# The time zone


@pytest.mark.parametrize(
    ("typed", "zones"),
    [
        ("Stockholm", ["Europe/Stockholm"]),
        (" new york ", ["America/New_York"]),
        ("europe/helsinki", ["Europe/Helsinki"]),
        ("UTC", ["UTC"]),
        ("Louisville", ["America/Kentucky/Louisville", "America/Louisville"]),
        ("Atlantis", []),
        ("", []),
        ("/", []),
    ],
)
def test_a_typed_city_or_name_means_zones(typed: str, zones: list[str]) -> None:
    assert zones_like(typed) == zones


async def test_everybody_gets_the_prompt_at_their_own_half_past_nine(
    programme: Programme, ana: Viewer
) -> None:
    desk = await programme.team("Phone")
    for name, zone in (("Bo", "Europe/Stockholm"), ("Cy", "Asia/Tokyo")):
        person = await programme.joins(name, desk)
        known = await set_own_zone(programme.database, person, zone, programme.now)
        assert (known.zone.key, known.is_own_zone) == (zone, True)
        assert (await programme.again(person)).own_zone.key == zone
    assert await got(programme, "02:30") == ["Cy"]
    assert await got(programme, "09:30") == ["Ana"]
    assert await got(programme, "10:30") == ["Bo"]


async def test_back_in_the_units_zone_messages_come_as_to_the_others(
    programme: Programme, ana: Viewer
) -> None:
    await set_own_zone(programme.database, ana, "Europe/Lisbon", programme.now)
    with refused(Code.ZONE_UNKNOWN):
        await set_own_zone(programme.database, ana, "Europe/Atlantis", programme.now)
    known = await set_own_zone(programme.database, ana, None, programme.now)
    assert (known.zone.key, known.is_own_zone) == ("Europe/Helsinki", False)
    assert await got(programme, "09:30") == ["Ana"]


async def test_whoever_moves_after_todays_message_does_not_get_it_twice(
    programme: Programme, ana: Viewer
) -> None:
    assert await got(programme, "09:30") == ["Ana"]
    await set_own_zone(programme.database, ana, "Europe/Lisbon", programme.now)
    programme.is_now(0, TUE, "12:00")
    assert names(await programme.deliver()) == []


# Shifts


async def test_shifts_belong_to_units_that_work_in_them(programme: Programme, ana: Viewer) -> None:
    lena = await programme.joins("Lena", await programme.team("Ward", "Hospital"), Role.LEAD)
    await works_in_shifts(programme, "Hospital")
    assert ((await programme.again(ana)).in_shifts, ana.in_shifts) == (False, False)
    with refused(Code.NO_SHIFTS):
        await own_shifts(programme.database, ana, programme.now)
    with refused(Code.NO_SHIFTS):
        await set_shift(programme.database, ana, MONDAY, EARLY, programme.now)
    assert (await programme.again(lena)).in_shifts
    assert len(await own_shifts(programme.database, lena, programme.now)) == 14


async def test_whoever_leads_elsewhere_works_as_their_own_unit_does(
    programme: Programme, ana: Viewer
) -> None:
    ward = await programme.team("Ward", "Hospital")
    await programme.joins("Ana", ward, Role.LEAD, account=ana.telegram_id)
    await works_in_shifts(programme, "Hospital")
    assert not (await programme.again(ana)).in_shifts
    await works_in_shifts(programme)
    assert (await programme.again(ana)).in_shifts


async def test_shifts_are_entered_changed_and_taken_away(
    programme: Programme, ana: Viewer
) -> None:
    await works_in_shifts(programme)
    args = (programme.database, ana)
    await set_shift(*args, TUESDAY, EARLY, programme.now)
    await set_shift(*args, TUESDAY, LATE, programme.now)
    shown = await set_shift(*args, MONDAY, NIGHT, programme.now)
    assert [(each.begins, each.ends) for each in shown[:3]] == [NIGHT, LATE, (None, None)]
    assert [each.day for each in shown] == [MONDAY + timedelta(days=n) for n in range(14)]
    for _ in range(2):
        shown = await set_shift(*args, MONDAY, None, programme.now)
    assert shown[0].begins is None
    assert list(await own_shifts(*args, programme.now)) == list(shown)


async def test_a_shift_is_of_a_day_shown_and_of_at_most_sixteen_hours(
    programme: Programme, ana: Viewer
) -> None:
    await works_in_shifts(programme)
    for day in (MONDAY - timedelta(days=1), MONDAY + timedelta(days=14)):
        with refused(Code.QUESTION_CLOSED):
            await set_shift(programme.database, ana, day, EARLY, programme.now)
    for span in ((time(7), time(7)), (time(7), time(23, 1)), (time(15), time(7, 1))):
        with refused(Code.SHIFT_INVALID):
            await set_shift(programme.database, ana, MONDAY, span, programme.now)
    await set_shift(programme.database, ana, MONDAY, (time(7), time(23)), programme.now)


async def test_over_a_change_of_clocks_a_night_is_as_long_as_it_is(
    programme: Programme, ana: Viewer
) -> None:
    await works_in_shifts(programme)
    programme.is_now(10, Weekday.FRI)
    saturday = date(2026, 3, 28)
    shown = await set_shift(programme.database, ana, saturday, NIGHT, programme.now)
    assert (shown[1].begins, shown[1].ends) == NIGHT


@pytest.mark.parametrize(
    ("shift", "clock"),
    [
        (EARLY, "09:30"),
        ((time(8), time(9)), None),
        (LATE, "14:00"),
        (NIGHT, "21:30"),
        (None, None),
    ],
)
async def test_messages_come_inside_the_shift_only(
    programme: Programme, ana: Viewer, shift: tuple[time, time] | None, clock: str | None
) -> None:
    await works_in_shifts(programme)
    await set_shift(programme.database, ana, TUESDAY, shift, programme.now)
    if clock is not None:
        assert await got(programme, clock) == ["Ana"]
        return
    for hour in range(9, 24):
        programme.is_now(0, TUE, f"{hour:02}:45")
        assert await programme.deliver() == []


async def test_nights_reach_past_midnight_into_a_day_without_a_shift(
    programme: Programme, ana: Viewer
) -> None:
    await works_in_shifts(programme)
    await set_shift(programme.database, ana, MONDAY, NIGHT, programme.now)
    for clock in ("00:30", "06:00", "09:30", "21:30"):
        programme.is_now(0, TUE, clock)
        assert await programme.deliver() == [], "Tuesday's message is for Tuesday's shift"


async def test_in_shifts_the_own_time_is_any_time_of_the_shift(
    programme: Programme, ana: Viewer
) -> None:
    await works_in_shifts(programme)
    await leave_the_time_to_people(programme)
    known = await set_slot(programme.database, ana, time(20), programme.now)
    assert (known.slot_fits, known.in_shifts) == (True, True)
    await set_shift(programme.database, ana, TUESDAY, LATE, programme.now)
    assert await got(programme, "20:00") == ["Ana"]


# Days on which nothing comes


async def test_a_public_holiday_is_a_day_off_but_for_those_who_work_on_it(
    programme: Programme, ana: Viewer
) -> None:
    await programme.joins("Bo", await programme.team("Ward", "Hospital"))
    args = (programme.database, programme.hanna)
    await working_times.change(*args, None, programme.now, country="FI")
    hospital = await programme.unit("Hospital")
    await working_times.change(*args, hospital, programme.now, works_holidays=True)
    ascension_day = programme.is_now(17, THU, "09:30")
    assert ascension_day.date() == date(2026, 5, 14)
    assert names(await programme.deliver()) == ["Bo"]
    programme.is_now(18, TUE, "09:30")
    assert names(await programme.deliver()) == ["Ana", "Bo"]


async def test_hr_is_not_coached_and_has_no_own_time(programme: Programme, ana: Viewer) -> None:
    for nobody in (programme.hanna, replace(ana, enrolled=False)):
        args = (programme.database, nobody)
        with refused(Code.NOT_ALLOWED):
            await own_times.own_time(*args, programme.now)
        with refused(Code.NOT_ALLOWED):
            await set_slot(*args, time(11), programme.now)
        with refused(Code.NOT_ALLOWED):
            await set_own_zone(*args, "Europe/Stockholm", programme.now)
        with refused(Code.NOT_ALLOWED):
            await own_times.ask(*args, own_times.QUESTION_SLOT, programme.now)
        with refused(Code.NOT_ALLOWED):
            await own_shifts(*args, programme.now)
        with refused(Code.NOT_ALLOWED):
            await set_shift(*args, MONDAY, EARLY, programme.now)


async def test_an_early_shift_gets_its_early_own_time(programme: Programme, ana: Viewer) -> None:
    await works_in_shifts(programme)
    await leave_the_time_to_people(programme)
    await set_shift(programme.database, ana, TUESDAY, (time(5, 30), time(13)), programme.now)
    await set_slot(programme.database, ana, time(6), programme.now)
    assert await got(programme, "06:00") == ["Ana"]
