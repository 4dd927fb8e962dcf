"""The account of deliveries: it adds up, and it does not tell who answered."""

from collections import defaultdict
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from coaching.deliveries import report
from coaching.deliveries.report import AccountLine
from coaching.deliveries.sending import MAX_ATTEMPTS, failed, lease, prepare, sent
from coaching.errors import CoachingError, Code
from coaching.people import preferences
from coaching.people.identity import Viewer
from coaching.rules.calendar import Weekday
from coaching.rules.planning import LeftOut
from coaching.rules.schedules import Kind
from coaching.schedules import crisis, editor, saving, working_times
from coaching.schedules.planning import plan_due
from storage.deliveries import DeliveryState
from tests.organisation import Programme
from tests.refusal import refused

TUE, WED, THU, FRI = Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI


async def sends(programme: Programme, *unlucky: str) -> None:
    """Plan what is due and send it, but for those with whom it fails for good."""
    await plan_due(programme.database, programme.now)
    for waiting in await lease(programme.database, programme.now, 100):
        parcel = await prepare(programme.database, waiting, programme.now)
        if parcel is not None and parcel.addressee.first_name in unlucky:
            last = replace(parcel, attempts=MAX_ATTEMPTS)
            await failed(programme.database, last, programme.now)
        elif parcel is not None:
            await sent(programme.database, [parcel.delivery_id], programme.now)


async def lines(programme: Programme) -> list[AccountLine]:
    """Return the account but for follow-ups, which are for everybody on every day."""
    found = await report.lines(programme.database, programme.hanna, programme.now)
    return [line for line in found if line.kind is not Kind.FOLLOW_UP]


async def of_kind(programme: Programme, kind: Kind) -> AccountLine:
    """Return the newest line of a kind."""
    return next(line for line in await lines(programme) if line.kind is kind)


async def test_every_state_and_every_reason_adds_up(programme: Programme) -> None:
    ana, bo, *_ = await programme.join(await programme.team("Desk"), *"ABCDEF")
    await preferences.pause(programme.database, ana, programme.now)
    await preferences.set_reachable(
        programme.database, bo.person_id, programme.now, reachable=False
    )
    programme.is_now(0, TUE, "09:30")
    await sends(programme, "C")
    (line,) = await lines(programme)
    assert (line.kind, line.day.isoformat(), line.audience) == (Kind.PROMPT, "2026-01-13", 6)
    assert line.done == 4, "with how few it failed is told to nobody"
    assert line.states == {DeliveryState.UNREACHABLE: 1}
    assert line.left_out == {LeftOut.AWAY: 1}
    assert (line.undelivered, line.undisclosed) == (0, 0)
    assert line.adds_up


async def test_days_for_nobody_are_not_in_the_account(programme: Programme) -> None:
    programme.is_now(0, FRI, "18:00")
    await sends(programme)
    assert await lines(programme) == []


async def test_what_is_older_than_four_weeks_is_gone(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    programme.is_now(0, TUE, "09:30")
    await sends(programme)
    (line,) = await lines(programme)
    programme.is_now(4, WED)
    with refused(Code.NOT_FOUND):
        await report.look_at(programme.database, programme.hanna, line.id, programme.now)


async def test_an_answer_and_a_message_that_arrived_are_one_number(programme: Programme) -> None:
    people = await programme.join(await programme.team("Desk"), *"ABCDEF")
    programme.is_now(0, WED, "13:00")
    await plan_due(programme.database, programme.now)
    await programme.checks_in(*people[:2])
    await sends(programme)
    line = await of_kind(programme, Kind.CHECKIN)
    assert (line.done, line.states, line.left_out) == (6, {}, {})
    await programme.checks_in(people[2])
    programme.is_now(0, FRI, "10:00")
    await sends(programme)
    line = await of_kind(programme, Kind.REMINDER)
    assert (line.audience, line.done) == (6, 6), "those who answered early are counted too"


async def test_in_a_crisis_a_reminder_does_not_tell_how_many_answered(
    programme: Programme,
) -> None:
    people = await programme.join(await programme.team("Desk"), *"ABCDEF")
    programme.is_now(0, WED, "13:00")
    await sends(programme)
    await programme.checks_in(*people[:4])
    programme.is_now(0, THU, "13:00")
    await sends(programme)
    await crisis.begin(programme.database, programme.hanna, programme.now)
    programme.is_now(0, FRI, "10:00")
    await sends(programme)
    line = await of_kind(programme, Kind.REMINDER)
    assert (line.done, line.states, line.left_out) == (6, {}, {})


async def test_somebody_who_got_lost_does_not_add_up(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), *"ABCDEF")
    programme.is_now(0, TUE, "09:30")
    await sends(programme)
    async with programme.database.connect(write=True) as connection:
        await connection.exec_driver_sql("UPDATE occurrence SET audience = 7 WHERE audience = 6")
    (line,) = await lines(programme)
    assert (line.adds_up, line.total, line.audience) == (False, 6, 7)


# Two teams of one person each with schedules of their own: Ana answers, Bo does not.


async def own_schedule(programme: Programme, kind: Kind, day: Weekday, team: int) -> None:
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, kind, programme.now)
    for each in [day, TUE] if day is not TUE else []:  # a new draft is for Tuesday
        await editor.toggle_day(*args, each, programme.now)
    await editor.set_audience(*args, None, team, programme.now)
    await saving.save(*args, programme.now)


@pytest.fixture
async def ana_and_bo(programme: Programme) -> tuple[Viewer, Viewer]:
    """Give two people who each are a team; both are asked on Tuesday, reminded on Friday."""
    found = []
    for name in ("Ana", "Bo"):
        team = await programme.team(f"{name}'s team")
        found.append(await programme.joins(name, team))
        await own_schedule(programme, Kind.CHECKIN, TUE, team)
        await own_schedule(programme, Kind.REMINDER, FRI, team)
    return found[0], found[1]


async def twins(programme: Programme) -> None:
    """See that HR can tell nothing apart, and that both teams are there."""
    by_day = defaultdict(list)
    for line in await lines(programme):
        if line.kind in (Kind.CHECKIN, Kind.REMINDER):
            by_day[line.kind, line.day].append(replace(line, id=0))
    assert {kind for kind, _ in by_day} == {Kind.CHECKIN, Kind.REMINDER}
    for one, *others in by_day.values():
        assert others == [one]
        assert one.adds_up


async def nothing_special(programme: Programme, *_: Viewer) -> None:
    """Let Friday come."""


async def a_break(programme: Programme, *people: Viewer) -> None:
    for viewer in people:
        await preferences.pause(programme.database, viewer, programme.now)


async def blocked(programme: Programme, *people: Viewer) -> None:
    for viewer in people:
        who = viewer.person_id
        await preferences.set_reachable(programme.database, who, programme.now, reachable=False)


async def a_crisis(programme: Programme, *_: Viewer) -> None:
    await crisis.begin(programme.database, programme.hanna, programme.now)


async def fridays_off(programme: Programme, *_: Viewer) -> None:
    await working_times.set_day(
        programme.database, programme.hanna, None, FRI, programme.now, works=False
    )


async def down_all_friday(programme: Programme, *_: Viewer) -> None:
    programme.is_now(0, FRI, "18:00")


Trouble = Callable[..., Coroutine[Any, Any, None]]


@pytest.mark.parametrize("early", [True, False])
@pytest.mark.parametrize(
    ("trouble", "unlucky"),
    [
        (nothing_special, ()),
        (nothing_special, ("Ana", "Bo")),
        (a_break, ()),
        (blocked, ()),
        (a_crisis, ()),
        (fridays_off, ()),
        (down_all_friday, ()),
    ],
)
async def test_of_a_team_of_one_nobody_can_read_off_who_answered(
    programme: Programme,
    ana_and_bo: tuple[Viewer, Viewer],
    trouble: Trouble,
    unlucky: tuple[str, ...],
    early: bool,
) -> None:
    ana, bo = ana_and_bo
    if early:
        await programme.checks_in(ana)
    programme.is_now(0, TUE, "09:30")
    await sends(programme)
    if not early:
        await programme.checks_in(ana)
    programme.is_now(0, FRI, "09:30")
    await trouble(programme, ana, bo)
    await sends(programme, *unlucky)
    await twins(programme)
    for line in await lines(programme):
        with suppress(CoachingError):
            await report.resend(programme.database, programme.hanna, line.id, programme.now)
    await twins(programme)


# Sending again


@pytest.fixture
async def one_failed(programme: Programme) -> AccountLine:
    """Give the line of a prompt that failed with Ana."""
    await programme.join(await programme.team("Desk"), "Ana", "Bo")
    programme.is_now(0, TUE, "09:30")
    await sends(programme, "Ana")
    (line,) = await lines(programme)
    assert (line.small, line.states, line.undisclosed) == (True, {}, 2)
    return line


async def test_what_failed_is_sent_again_once(
    programme: Programme, one_failed: AccountLine
) -> None:
    args = (programme.database, programme.hanna, one_failed.id)
    first = await report.resend(*args, programme.now)
    assert await report.resend(*args, programme.now) == first, "whether it did anything"
    assert [parcel.addressee.first_name for parcel in await programme.deliver()] == ["Ana"]
    (line,) = await lines(programme)
    assert (line.states, line.undisclosed, line.adds_up) == ({}, 2, True)


async def test_what_is_of_no_use_any_more_is_not_sent_again(
    programme: Programme, one_failed: AccountLine
) -> None:
    args = (programme.database, programme.hanna, one_failed.id)
    programme.is_now(0, TUE, "13:30")
    assert (await report.look_at(*args, programme.now)).is_today
    await report.resend(*args, programme.now)
    assert await programme.deliver() == []
    assert (await programme.states())["failed"] == 1
    programme.is_now(0, WED)
    assert not (await report.look_at(*args, programme.now)).is_today
    with refused(Code.NOTHING_TO_RESEND):
        await report.resend(*args, programme.now)


async def test_that_it_failed_is_told_from_five_people_on_or_if_it_reached_nobody(
    programme: Programme,
) -> None:
    await programme.join(await programme.team("Desk"), *"ABCDEFGHIJKLM")
    for day, clock, unlucky, told in (
        (TUE, "09:30", "ABCD", 0),
        (WED, "13:00", "ABCDEFG", 5),
        (THU, "09:30", "ABCDEFGHIJKLM", 13),
    ):
        programme.is_now(0, day, clock)
        await sends(programme, *unlucky)
        line = (await lines(programme))[0]
        assert (line.undelivered, line.done) == (told, 13 - told)
        assert line.adds_up


async def test_nothing_is_sent_again_in_a_crisis(
    programme: Programme, one_failed: AccountLine
) -> None:
    args = (programme.database, programme.hanna)
    await crisis.begin(*args, programme.now)
    with refused(Code.EVERYTHING_PAUSED):
        await report.resend(*args, one_failed.id, programme.now)
    assert (await programme.states())["failed"] == 1


async def test_only_hr_sees_the_account(programme: Programme, one_failed: AccountLine) -> None:
    eve = await programme.joins("Eve", await programme.team("Phone"))
    for use in (report.look_at, report.resend):
        with refused(Code.NOT_ALLOWED):
            await use(programme.database, eve, one_failed.id, programme.now)
    with refused(Code.NOT_ALLOWED):
        await report.lines(programme.database, eve, programme.now)
    with refused(Code.NOT_FOUND):
        await report.resend(programme.database, programme.hanna, 999, programme.now)
