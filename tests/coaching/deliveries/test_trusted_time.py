"""What is kept of the time, and that nothing is planned while it is in doubt."""

from datetime import timedelta

import pytest

from coaching.deliveries import sending, trusted_time
from coaching.rules.calendar import Weekday
from coaching.rules.trusted_time import A_FEW_HOURS, is_near
from coaching.schedules.planning import plan_due
from tests.organisation import FIRST_MORNING, Programme

A_MOMENT = timedelta(microseconds=1)


@pytest.mark.parametrize("sign", [1, -1])
def test_a_few_hours_are_near_and_more_are_not(sign: int) -> None:
    assert is_near(FIRST_MORNING + sign * A_FEW_HOURS, FIRST_MORNING)
    assert not is_near(FIRST_MORNING + sign * (A_FEW_HOURS + A_MOMENT), FIRST_MORNING)


async def test_before_any_look_the_newest_instant_counts(programme: Programme) -> None:
    found = await trusted_time.known(programme.database)
    assert found is not None
    assert found.at == programme.now
    assert not found.in_doubt


async def test_a_doubt_lasts_until_the_clock_is_trusted(programme: Programme) -> None:
    await trusted_time.doubt(programme.database, programme.now)
    await trusted_time.note_told(programme.database)
    found = await trusted_time.known(programme.database)
    assert found is not None
    assert (found.at, found.in_doubt, found.told) == (programme.now, True, True)
    then = programme.now + timedelta(days=3)
    await trusted_time.trust(programme.database, then)
    found = await trusted_time.known(programme.database)
    assert found is not None
    assert (found.at, found.in_doubt, found.told) == (then, False, False)


@pytest.mark.parametrize("hours", [-7, 7])
async def test_the_word_of_technical_administration_stays(
    programme: Programme, hours: int
) -> None:
    now, off = programme.now, timedelta(hours=hours)
    await trusted_time.confirm(programme.database, now, now + off)
    assert (await trusted_time.trust(programme.database, now)).telegram_off == off
    await trusted_time.confirm(programme.database, now, now + timedelta(minutes=3))
    assert (await trusted_time.trust(programme.database, now)).telegram_off == timedelta(0)


async def test_nothing_is_planned_in_doubt_or_far_from_what_was_trusted(
    programme: Programme,
) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    tuesday = programme.moment(0, Weekday.TUE, "09:30")
    await trusted_time.trust(programme.database, tuesday - timedelta(hours=1))
    assert await plan_due(programme.database, tuesday + timedelta(days=60)) == 0
    await trusted_time.doubt(programme.database, tuesday)
    assert await plan_due(programme.database, tuesday) == 0
    await trusted_time.trust(programme.database, tuesday)
    assert await plan_due(programme.database, tuesday) > 0


async def test_hr_is_at_work_in_working_hours(programme: Programme) -> None:
    for day, clock, there in [
        (Weekday.MON, "07:29", 0),
        (Weekday.MON, "07:30", 1),
        (Weekday.FRI, "16:59", 1),
        (Weekday.FRI, "17:00", 0),
        (Weekday.SAT, "12:00", 0),
    ]:
        moment = programme.moment(0, day, clock)
        assert len(await trusted_time.hr_at_work(programme.database, moment)) == there, clock


async def test_leases_and_waits_of_a_clock_that_was_ahead_end(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana", "Bo")
    ahead = programme.is_now(0, Weekday.TUE, "12:30")
    await plan_due(programme.database, ahead)
    first, _ = await sending.lease(programme.database, ahead, 2)
    parcel = await sending.prepare(programme.database, first, ahead)
    assert parcel is not None
    await sending.failed(programme.database, parcel, ahead)
    back = ahead - timedelta(hours=3)
    assert await sending.lease(programme.database, back, 2) == []
    await sending.try_anew(programme.database, back)
    assert len(await sending.lease(programme.database, ahead + timedelta(seconds=1), 2)) == 2
