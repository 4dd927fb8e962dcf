"""HR hears of what did not arrive: once a day, in working hours, with the right numbers."""

from dataclasses import replace

from coaching.deliveries import alerts as alerting
from coaching.deliveries.contents import Alert
from coaching.deliveries.sending import MAX_ATTEMPTS, failed, lease, prepare, sent
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from coaching.schedules import crisis, working_times
from coaching.schedules.planning import plan_due
from storage.deliveries import DeliveryState
from tests.organisation import Programme

MON, TUE, WED, THU, FRI, SAT = list(Weekday)[:6]


async def alerts(programme: Programme, *unlucky: str) -> list[tuple[str, Alert]]:
    """Send what is due, but for those with whom it fails for good; return the alerts to HR."""
    await plan_due(programme.database, programme.now)
    told: list[tuple[str, Alert]] = []
    while taken := await lease(programme.database, programme.now, 100):
        for waiting in taken:
            parcel = await prepare(programme.database, waiting, programme.now)
            if parcel is None:
                continue
            if parcel.addressee.first_name in unlucky:
                last = replace(parcel, attempts=MAX_ATTEMPTS)
                await failed(programme.database, last, programme.now)
                continue
            await sent(programme.database, [parcel.delivery_id], programme.now)
            if isinstance(parcel.content, Alert):
                told.append((parcel.addressee.first_name, parcel.content))
    return told


async def test_all_is_well_and_nobody_is_told(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    for day, clock in ((TUE, "09:30"), (WED, "13:00"), (THU, "09:30"), (FRI, "10:00")):
        programme.is_now(0, day, clock)
        assert await alerts(programme) == []


async def test_what_was_missed_is_told_at_once_in_working_hours(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await programme.joins("Heidi", None, Role.HR)
    programme.is_now(0, TUE, "14:00")
    told = await alerts(programme)
    assert sorted(name for name, _ in told) == ["Hanna", "Heidi"]
    (found,) = told[0][1].undelivered
    assert (found.kind, found.state, found.people) == (Kind.PROMPT, DeliveryState.MISSED, 2)
    assert found.day.isoformat() == "2026-01-13"
    assert await alerts(programme) == []


async def test_before_work_it_waits_and_then_says_everything(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana", "Bo")
    programme.is_now(0, WED, "06:00")
    assert await alerts(programme) == []
    programme.is_now(0, WED, "08:30")
    assert len(await alerts(programme)) == 1


async def test_after_work_on_friday_it_waits_for_monday(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana", "Bo")
    programme.is_now(0, FRI, "17:00")
    assert await alerts(programme) == []
    programme.is_now(0, SAT, "12:00")
    assert await alerts(programme) == []
    programme.is_now(1, MON, "08:29")
    assert await alerts(programme) == []
    programme.is_now(1, MON, "08:30")
    ((_, alert),) = await alerts(programme)
    assert [(each.kind, each.people) for each in alert.undelivered] == [
        (Kind.PROMPT, 2),
        (Kind.CHECKIN, 2),
        (Kind.PROMPT, 2),
    ]


async def test_a_public_holiday_is_no_day_for_an_alert(programme: Programme) -> None:
    await working_times.change(
        programme.database, programme.hanna, None, programme.now, country="FI"
    )
    await programme.join(await programme.team("Desk"), "Ana")
    programme.is_now(11, THU, "18:00")  # the day before Good Friday
    await alerts(programme)
    programme.is_now(12, MON, "12:00")  # Easter Monday
    assert await alerts(programme) == []
    programme.is_now(12, TUE, "08:30")
    assert len(await alerts(programme)) == 1


async def test_a_second_trouble_of_the_day_is_told_on_the_next_one(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), *"ABCDEF")
    programme.is_now(0, TUE, "09:30")
    assert len(await alerts(programme, *"ABCDE")) == 1
    programme.is_now(0, WED, "13:00")
    assert len(await alerts(programme, *"ABCDEF")) == 1
    programme.is_now(0, WED, "17:00")
    await plan_due(programme.database, programme.now)
    programme.is_now(0, THU, "09:30")
    assert len(await alerts(programme, *"BCDEF")) == 1
    programme.is_now(0, THU, "14:00")
    async with programme.database.write() as session:
        await alerting.warn_hr(session, programme.id, programme.now)
    assert await alerts(programme) == [], "today HR was told already"
    programme.is_now(0, FRI, "08:30")
    ((_, alert),) = await alerts(programme)
    assert [(each.kind, each.people) for each in alert.undelivered] == [
        (Kind.PROMPT, 5),
        (Kind.CHECKIN, 6),
        (Kind.PROMPT, 5),
    ]


async def test_a_reminder_that_failed_for_a_few_tells_nothing(programme: Programme) -> None:
    ana, *_ = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    for clock in ("13:00", "13:01"):
        programme.is_now(0, WED, clock)
        await alerts(programme)
    programme.is_now(0, THU, "12:00")
    await alerts(programme)
    await programme.checks_in(ana)
    programme.is_now(0, FRI, "10:00")
    told = await alerts(programme, "Bo")
    assert (await programme.states())["failed"] == 1
    assert all(each.kind is not Kind.REMINDER for _, a in told for each in a.undelivered)


async def test_a_message_that_failed_for_a_few_is_not_told(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), *"ABCDEF")
    programme.is_now(0, TUE, "09:30")
    assert await alerts(programme, *"ABCD") == []
    assert (await programme.states())["failed"] == 4


async def test_that_a_reminder_failed_is_not_told_among_many_either(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), *"ABCDEF")
    for day, clock in ((TUE, "09:30"), (WED, "13:00"), (THU, "09:30")):
        programme.is_now(0, day, clock)
        await alerts(programme)
    programme.is_now(0, FRI, "10:00")
    assert await alerts(programme, *"ABCDEF") == []
    assert (await programme.states())["failed"] == 6


async def test_in_a_crisis_nobody_is_told(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    await plan_due(programme.database, programme.is_now(0, WED, "06:00"))
    await crisis.begin(programme.database, programme.hanna, programme.now)
    programme.is_now(0, WED, "13:00")
    assert await alerts(programme) == []


async def test_an_alert_waits_for_work_also_when_working_times_change(
    programme: Programme,
) -> None:
    await programme.join(await programme.team("Desk"), "Ana", "Bo")
    programme.is_now(0, TUE, "20:00")
    assert await alerts(programme) == []
    args = (programme.database, programme.hanna, await programme.unit(), programme.now)
    await working_times.change(*args, timezone="Europe/Stockholm")
    assert await alerts(programme) == []
    programme.is_now(0, WED, "08:30")
    assert len(await alerts(programme)) == 1
