"""What was planned is looked at again: what changes until it is sent counts."""

from collections.abc import Awaitable, Callable
from datetime import date, time, timedelta

import pytest
from sqlmodel import select

from coaching.deliveries import report
from coaching.people import directory, joining, preferences
from coaching.people.identity import Viewer, viewer_of
from coaching.results.staffing import merge_teams
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.planning import LeftOut
from coaching.rules.schedules import Kind
from coaching.schedules import crisis, editor, own_times, saving, working_times
from coaching.schedules.shown import PreviewedSchedule
from storage import schedules
from storage.deliveries import DeliveryState
from storage.people import Person
from tests.coaching.schedules.test_own_times import leave_the_time_to_people
from tests.organisation import Programme, names

TUE, WED, THU = Weekday.TUE, Weekday.WED, Weekday.THU
TUESDAY = date(2026, 1, 13)
SIX = ("Ana", "Bo", "Cy", "Di", "Ed", "Flo")

Changing = Callable[[Programme], Awaitable[object]]


@pytest.fixture
async def planned(programme: Programme) -> Programme:
    """Give Tuesday at 8:00: the prompt was planned at midnight, as times are people's own."""
    desk = await programme.team("Desk")
    six = await programme.join(desk, *SIX)
    await leave_the_time_to_people(programme)
    await own_times.set_slot(programme.database, six[0], time(11), programme.now)
    programme.is_now(0, TUE, "00:00")
    assert await programme.deliver() == []
    programme.is_now(0, TUE, "08:00")
    return programme


async def prompts(programme: Programme) -> int:
    rows = await editor.overview(programme.database, programme.hanna)
    return next(row.draft.schedule_id or 0 for row in rows if row.draft.kind is Kind.PROMPT)


async def changes(
    programme: Programme,
    *,
    at: time | None = None,
    first: date | None = None,
    team: int | None = None,
    role: Role | None = None,
    toggled: Weekday | None = None,
) -> PreviewedSchedule:
    """Let HR change the prompt's schedule now."""
    args = (programme.database, programme.hanna)
    await editor.draft_change(*args, await prompts(programme), programme.now)
    if at:
        await editor.set_time(*args, at, programme.now)
    if first:
        await editor.set_first_day(*args, first, programme.now)
    if team:
        await editor.set_audience(*args, None, team, programme.now)
    if role:
        await editor.set_role(*args, role, programme.now)
    if toggled:
        await editor.toggle_day(*args, toggled, programme.now)
    return await saving.save(*args, programme.now)


async def goes_out(programme: Programme) -> list[tuple[str, str]]:
    """Return who gets something until the evening, and at which quarter of an hour."""
    found = []
    while programme.now < programme.moment(0, TUE, "18:00"):
        clock = programme.now.astimezone(programme.hanna.zone).strftime("%H:%M")
        found += [(name, clock) for name in names(await programme.deliver())]
        programme.now += timedelta(minutes=15)
    return found


async def account(programme: Programme) -> report.AccountLine:
    """Return the account of Tuesday's prompt, in which everybody must be found once."""
    lines = await report.lines(programme.database, programme.hanna, programme.now)
    (line,) = [each for each in lines if (each.kind, each.day) == (Kind.PROMPT, TUESDAY)]
    assert line.adds_up
    return line


async def test_unchanged_it_goes_out_as_planned(planned: Programme) -> None:
    assert await goes_out(planned) == [*((name, "09:30") for name in SIX[1:]), ("Ana", "11:00")]
    assert (await account(planned)).done == 6


async def test_a_schedule_that_is_paused_sends_nothing_more_and_gets_nothing_back(
    planned: Programme,
) -> None:
    args = (planned.database, planned.hanna, await prompts(planned), planned.now)
    await saving.set_paused(*args, paused=True)
    await saving.set_paused(*args, paused=False)
    assert await goes_out(planned) == []
    assert (await account(planned)).left_out == {LeftOut.PAUSED: 6}


async def test_a_day_that_could_not_be_planned_is_given_up_with_a_paused_schedule(
    programme: Programme,
) -> None:
    await programme.join(await programme.team("Desk"), *SIX)
    args = (programme.database, programme.hanna, await prompts(programme), programme.now)
    await saving.set_paused(*args, paused=True)
    async with programme.database.write() as session:
        due = programme.moment(0, TUE, "09:30")
        await schedules.note_failure(session, args[2], due, TUESDAY)
    programme.is_now(0, TUE, "09:45")
    assert await goes_out(programme) == []


async def lets_it_begin_later(programme: Programme) -> None:
    await changes(programme, first=TUESDAY + timedelta(days=1))


async def moves_it_to_another_day(programme: Programme) -> None:
    await changes(programme, toggled=TUE)


async def makes_it_for_leads(programme: Programme) -> None:
    await changes(programme, role=Role.LEAD)


async def makes_it_for_another_team(programme: Programme) -> None:
    await changes(programme, team=await programme.team("Phone"))


@pytest.mark.parametrize(
    "change",
    [lets_it_begin_later, moves_it_to_another_day, makes_it_for_leads, makes_it_for_another_team],
)
async def test_whom_a_schedule_is_not_for_any_more_gets_nothing_and_is_told_of(
    planned: Programme, change: Changing
) -> None:
    await change(planned)
    assert await goes_out(planned) == []
    assert (await account(planned)).left_out == {LeftOut.CHANGED: 6}


async def test_narrowed_to_a_team_it_reaches_that_team_alone(planned: Programme) -> None:
    phone = await planned.team("Phone")
    moved = await planned.joins("Gus", phone)
    assert moved.enrolled
    await planned.deliver()  # Gus came after the plan
    await changes(planned, team=phone)
    assert await goes_out(planned) == [("Gus", "09:30")]
    found = await account(planned)
    assert (found.audience, found.done, found.left_out) == (7, 1, {LeftOut.CHANGED: 6})


@pytest.mark.parametrize(("at", "clock"), [(time(14), "14:00"), (time(8, 15), "08:15")])
async def test_moved_on_its_day_it_comes_at_the_new_time(
    planned: Programme, at: time, clock: str
) -> None:
    await changes(planned, at=at)
    assert await goes_out(planned) == sorted(
        [*((name, clock) for name in SIX[1:]), ("Ana", "11:00")], key=lambda each: each[1]
    )


async def test_moved_after_it_went_out_it_is_neither_sent_again_nor_announced(
    planned: Programme,
) -> None:
    planned.is_now(0, TUE, "09:30")
    assert names(await planned.deliver()) == [*SIX[1:]]
    shown = await changes(planned, at=time(10, 30))
    assert all(each.day > TUESDAY for each in shown.coming)
    assert await goes_out(planned) == [("Ana", "11:00")]


async def test_a_new_schedule_for_a_team_takes_the_place_of_the_wider_one(
    planned: Programme,
) -> None:
    args = (planned.database, planned.hanna)
    await editor.draft_new(*args, Kind.PROMPT, planned.now)
    await editor.set_audience(*args, None, await team_of(planned, "Desk"), planned.now)
    await editor.set_time(*args, time(15), planned.now)
    await saving.save(*args, planned.now)
    assert await goes_out(planned) == [(name, "15:00") for name in SIX]


async def team_of(programme: Programme, name: str) -> int:
    found = await directory.places(programme.database, programme.hanna)
    return next(each.team_id for each in found.here if each.team_name == name)


async def test_what_a_champion_says_is_what_stands_there_when_it_is_sent(
    programme: Programme,
) -> None:
    bo = await programme.joins("Bo", await programme.team("Desk"))
    await own_times.set_own_zone(programme.database, bo, "Europe/Lisbon", programme.now)
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, Kind.CHAMPION, programme.now)
    for language in programme.hanna.languages:
        await editor.ask_text(*args, language, programme.now)
        await editor.set_text(*args, language, "First words.", programme.now)
    made = await saving.save(*args, programme.now)
    await programme.joins("Ana", await programme.team("Phone"))
    programme.is_now(0, TUE, "09:30")
    await programme.deliver()
    await editor.draft_change(*args, made.draft.schedule_id or 0, programme.now)
    await editor.set_text(*args, "en", "Better words.", programme.now)
    await saving.save(*args, programme.now)
    programme.is_now(0, TUE, "11:30")
    said = [parcel.content for parcel in await programme.deliver()]
    assert [getattr(each, "text", None) for each in said if hasattr(each, "text")] == [
        "Better words."
    ]


async def test_everything_else_that_changes_until_then_counts_too(planned: Programme) -> None:
    ana, bo, cy = [await known(planned, name) for name in SIX[:3]]
    await own_times.set_slot(planned.database, ana, time(8, 30), planned.now)
    await own_times.set_own_zone(planned.database, bo, "Europe/Lisbon", planned.now)
    await preferences.pause(planned.database, cy, planned.now)
    assert await goes_out(planned) == [
        ("Ana", "08:30"),
        *((name, "09:30") for name in SIX[3:]),
        ("Bo", "11:30"),
    ]
    assert (await account(planned)).left_out == {LeftOut.AWAY: 1}


async def known(programme: Programme, name: str) -> Viewer:
    async with programme.database.read() as session:
        found = await session.exec(select(Person.id).where(Person.first_name == name))
        return await viewer_of(session, found.one())


async def test_hours_that_hr_narrows_hold_at_once(planned: Programme) -> None:
    args = (planned.database, planned.hanna, await planned.unit(), planned.now)
    await working_times.change(*args, opens=time(10), closes=time(10, 30))
    assert await goes_out(planned) == [(name, "10:00") for name in SIX]


async def test_a_crisis_pause_calls_off_with_its_reason(planned: Programme) -> None:
    await crisis.begin(planned.database, planned.hanna, planned.now)
    assert await goes_out(planned) == []
    assert (await account(planned)).left_out == {LeftOut.CRISIS: 6}


async def test_whoever_comes_after_the_plan_gets_the_message_and_stands_in_the_account(
    planned: Programme,
) -> None:
    await planned.joins("Gus", await planned.team("Phone"))
    assert ("Gus", "09:30") in await goes_out(planned)
    found = await account(planned)
    assert (found.audience, found.done) == (7, 7)


async def test_whoever_comes_when_it_is_over_was_not_meant(planned: Programme) -> None:
    planned.is_now(0, TUE, "14:00")
    await planned.deliver()
    await planned.joins("Gus", await planned.team("Phone"))
    await goes_out(planned)
    assert (await account(planned)).audience == 6


async def test_whoever_comes_on_a_break_of_all_stands_in_the_account_with_the_reason(
    planned: Programme,
) -> None:
    unit = await planned.unit("Calls")
    args = (planned.database, planned.hanna, unit, planned.now)
    await working_times.change(*args, workdays=(THU,))
    await planned.joins("Gus", await planned.team("Phone", "Calls"))
    await goes_out(planned)
    found = await account(planned)
    assert (found.audience, found.done, found.left_out) == (7, 6, {LeftOut.DAY_OFF: 1})


async def test_whoever_changes_the_team_gets_one_message_and_is_counted_once(
    planned: Programme,
) -> None:
    bo = await known(planned, "Bo")
    token = await planned.link(Role.STAFF, await planned.team("Phone"))
    joined = await joining.open_invite(planned.database, token, bo.telegram_id, "Bo", planned.now)
    await joining.accept_notice(planned.database, joined.viewer, planned.now)
    assert [name for name, _ in await goes_out(planned)].count("Bo") == 1
    found = await account(planned)
    assert (found.audience, found.done) == (6, 6)


async def test_a_merged_teams_messages_go_out_by_the_schedule_that_holds_for_them_now(
    programme: Programme,
) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    await programme.join(desk, *SIX)
    await programme.joins("Gus", phone)
    await changes(programme, team=desk)
    await leave_the_time_to_people(programme)
    programme.is_now(0, TUE, "00:00")
    await programme.deliver()
    programme.is_now(0, TUE, "08:00")
    await merge_teams(programme.database, programme.hanna, desk, phone, programme.now)
    assert await goes_out(programme) == [(name, "09:30") for name in SIX]
    assert (await account(programme)).done == 6


async def test_nothing_is_left_waiting(planned: Programme) -> None:
    await makes_it_for_leads(planned)
    await goes_out(planned)
    assert DeliveryState.PLANNED not in await planned.states()
