from collections.abc import Sequence
from datetime import datetime, time, timedelta

import pytest
from sqlmodel import col, select

from coaching.conversation import open_question
from coaching.errors import Code
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday, instant
from coaching.rules.schedules import Kind
from coaching.schedules import drafts, editor, saving
from coaching.schedules.planning import plan_due
from coaching.schedules.shown import Audience
from storage.audit import AuditEntry
from storage.database import Database
from storage.deliveries import Occurrence
from storage.schedules import Schedule
from tests.organisation import Programme, founded, names
from tests.refusal import refused

MON, TUE, WED, THU = Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU


async def id_of(programme: Programme, kind: Kind) -> int:
    """Return the id of the usual schedule of a kind."""
    query = select(Schedule.id).where(Schedule.kind == kind).order_by(col(Schedule.id))
    async with programme.database.read() as session:
        return (await session.exec(query)).first() or 0


async def sent_by(programme: Programme, schedule_id: int) -> Sequence[datetime]:
    """Return when the schedule was really due until now."""
    query = select(Occurrence.due).where(Occurrence.schedule_id == schedule_id)
    async with programme.database.read() as session:
        return (await session.exec(query.order_by(col(Occurrence.due)))).all()


async def trail(programme: Programme) -> Sequence[str]:
    async with programme.database.read() as session:
        return (await session.exec(select(AuditEntry.action))).all()


async def test_hr_sees_everything_that_can_be_changed(programme: Programme) -> None:
    found = await editor.overview(programme.database, programme.hanna)
    assert [shown.draft.kind for shown in found] == [
        Kind.PROMPT,
        Kind.CHECKIN,
        Kind.REMINDER,
        Kind.FOLLOW_UP,
        Kind.POINTS_POST,
        Kind.LEAD_SUMMARY,
    ]
    prompts = found[0]
    assert prompts.draft.weekdays == (TUE, THU)
    assert not prompts.paused


@pytest.mark.parametrize("every_weeks", editor.EVERY_WEEKS)
async def test_what_the_preview_promises_is_what_is_sent(
    programme: Programme, every_weeks: int
) -> None:
    args = (programme.database, programme.hanna)
    desk = await programme.team("Desk")
    await programme.join(desk, "Ana")
    programme.is_now(9, WED, "12:00")  # summer time begins in week 10, week 12 is for rest
    await editor.draft_new(*args, Kind.PROMPT, programme.now)
    await editor.toggle_day(*args, MON, programme.now)
    await editor.set_time(*args, time(15, 45), programme.now)
    await editor.set_every_weeks(*args, every_weeks, programme.now)
    await editor.set_window(*args, 60, programme.now)
    promised = await editor.set_audience(*args, None, desk, programme.now)
    saved = await saving.save(*args, programme.now)
    assert saved.coming == promised.coming
    assert saved.audience == Audience(team_id=desk, name="Desk")
    assert saved.draft.schedule_id is not None
    expected = [
        instant(each.day, each.earliest, programme.hanna.zone)
        for each in promised.coming
        if each.earliest
    ]
    assert len(expected) == 3
    for at in expected:
        await plan_due(programme.database, at - timedelta(seconds=1))
        await plan_due(programme.database, at)
    assert await sent_by(programme, saved.draft.schedule_id) == expected
    assert {each.earliest for each in promised.coming} == {time(15, 45)}


async def test_a_changed_schedule_counts_from_its_next_occurrence(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    args = (programme.database, programme.hanna)
    prompts = await id_of(programme, Kind.PROMPT)
    await editor.draft_change(*args, prompts, programme.now)
    await editor.toggle_day(*args, TUE, programme.now)
    await editor.set_time(*args, time(8, 15), programme.now)
    untouched = await editor.look_at(*args, prompts, programme.now)
    assert untouched.draft.weekdays == (TUE, THU)
    saved = await saving.save(*args, programme.now)
    assert (saved.draft.weekdays, saved.draft.at) == ((THU,), time(8, 15))
    programme.is_now(0, TUE, "09:30")
    assert names(await programme.deliver()) == []
    programme.is_now(0, THU, "08:15")
    assert names(await programme.deliver()) == ["Ana"]


async def test_a_new_time_earlier_today_waits_for_the_next_day(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    prompts = await id_of(programme, Kind.PROMPT)
    now = programme.is_now(0, TUE, "09:00")
    await editor.draft_change(*args, prompts, now)
    await editor.set_time(*args, time(8, 30), now)
    await saving.save(*args, now)
    await plan_due(programme.database, programme.moment(0, TUE, "23:00"))
    assert await sent_by(programme, prompts) == []


async def test_a_draft_waits_until_it_is_saved_or_dropped(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, Kind.CHECKIN, programme.now)
    changed = await editor.toggle_day(*args, THU, programme.now)
    assert await editor.current_draft(*args, programme.now) == changed
    await saving.drop(*args)
    with refused(Code.QUESTION_CLOSED):
        await editor.current_draft(*args, programme.now)
    assert len(await editor.overview(*args)) == 6


async def test_saving_twice_makes_one_schedule(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, Kind.PROMPT, programme.now)
    await saving.save(*args, programme.now)
    with refused(Code.QUESTION_CLOSED):
        await saving.save(*args, programme.now)
    assert len(await editor.overview(*args)) == 7


@pytest.mark.parametrize("kind", [Kind.CHECKIN, Kind.REMINDER, Kind.POINTS_POST])
async def test_the_same_people_are_not_told_the_same_thing_twice(
    programme: Programme, kind: Kind
) -> None:
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, kind, programme.now)
    with refused(Code.SCHEDULE_EXISTS):
        await saving.save(*args, programme.now)
    team = await programme.team("Desk")
    await editor.set_audience(*args, None, team, programme.now)
    await saving.save(*args, programme.now)
    await editor.draft_change(*args, await id_of(programme, kind), programme.now)
    await saving.save(*args, programme.now)


async def test_a_draft_belongs_to_one_screen(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, Kind.PROMPT, programme.now, screen=7)
    await editor.current_draft(*args, programme.now, 7)
    await editor.draft_new(*args, Kind.PROMPT, programme.now, screen=8)
    with refused(Code.DRAFT_OUTDATED):
        await editor.current_draft(*args, programme.now, 7)
    await editor.move_to_screen(*args, 9)
    await editor.current_draft(*args, programme.now, 9)


async def test_a_colleagues_change_is_not_overwritten(programme: Programme) -> None:
    henri = await programme.joins("Henri", None, Role.HR)
    prompts = await id_of(programme, Kind.PROMPT)
    for viewer, at in ((programme.hanna, time(8, 0)), (henri, time(11, 0))):
        await editor.draft_change(programme.database, viewer, prompts, programme.now)
        await editor.set_time(programme.database, viewer, at, programme.now)
    await saving.save(programme.database, henri, programme.now)
    with refused(Code.SCHEDULE_CHANGED):
        await saving.save(programme.database, programme.hanna, programme.now)
    shown = await editor.look_at(programme.database, programme.hanna, prompts, programme.now)
    assert shown.draft.at == time(11, 0)
    await editor.draft_change(programme.database, programme.hanna, prompts, programme.now)
    await editor.set_time(programme.database, programme.hanna, time(8), programme.now)
    saved = await saving.save(programme.database, programme.hanna, programme.now)
    assert saved.draft.at == time(8, 0)


async def test_a_pause_meanwhile_is_a_colleagues_change_too(programme: Programme) -> None:
    henri = await programme.joins("Henri", None, Role.HR)
    prompts = await id_of(programme, Kind.PROMPT)
    args = (programme.database, programme.hanna)
    await editor.draft_change(*args, prompts, programme.now)
    await saving.set_paused(programme.database, henri, prompts, programme.now, paused=True)
    with refused(Code.SCHEDULE_CHANGED):
        await saving.save(*args, programme.now)
    assert (await editor.look_at(*args, prompts, programme.now)).paused


async def test_a_paused_schedule_sends_nothing_and_leaves_no_backlog(
    programme: Programme,
) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    prompts = await id_of(programme, Kind.PROMPT)
    args = (programme.database, programme.hanna, prompts)
    assert (await saving.set_paused(*args, programme.now, paused=True)).paused
    await plan_due(programme.database, programme.is_now(3, WED, "08:00"))
    assert not (await saving.set_paused(*args, programme.now, paused=False)).paused
    await plan_due(programme.database, programme.now)
    assert await sent_by(programme, prompts) == []
    programme.is_now(3, THU, "09:30")
    assert names(await programme.deliver()) == ["Ana"]
    assert await sent_by(programme, prompts) == [programme.now]


async def test_times_outside_the_outer_hours_are_refused(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, Kind.PROMPT, programme.now)
    for at in (time(0, 0), time(7, 29), time(17, 0), time(23, 59)):
        with refused(Code.TIME_OUTSIDE_HOURS):
            await editor.set_time(*args, at, programme.now)
    for at in (time(7, 30), time(16, 59)):
        assert (await editor.set_time(*args, at, programme.now)).draft.at == at


async def test_a_schedule_keeps_at_least_one_day(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, Kind.PROMPT, programme.now)
    with refused(Code.LAST_DAY):
        await editor.toggle_day(*args, TUE, programme.now)
    shown = await editor.toggle_day(*args, MON, programme.now)
    assert shown.draft.weekdays == (MON, TUE)
    shown = await editor.toggle_day(*args, TUE, programme.now)
    assert shown.draft.weekdays == (MON,)


async def test_values_that_no_button_has_are_refused(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    other = await founded(programme.database, name="Another city")
    theirs = await other.team("Their desk")
    desk = await programme.team("Desk")
    unit = await programme.unit()
    before = await editor.draft_new(*args, Kind.PROMPT, programme.now)
    with refused(Code.NOT_FOUND):
        await editor.set_window(*args, 61, programme.now)
    with refused(Code.NOT_FOUND):
        await editor.set_every_weeks(*args, 3, programme.now)
    for unit_id, team_id in ((None, theirs), (None, 10**6), (unit, desk), (10**6, None)):
        with refused(Code.NOT_FOUND):
            await editor.set_audience(*args, unit_id, team_id, programme.now)
    assert await editor.current_draft(*args, programme.now) == before


async def test_a_schedule_can_be_for_all_or_a_unit_or_a_team(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    desk = await programme.team("Desk")
    await editor.draft_new(*args, Kind.PROMPT, programme.now)
    _, choices = await editor.choices(*args, programme.now)
    assert choices == [
        Audience(),
        Audience(unit_id=await programme.unit(), name="Services"),
        Audience(team_id=desk, name="Desk"),
    ]
    for choice in choices:
        shown = await editor.set_audience(*args, choice.unit_id, choice.team_id, programme.now)
        assert shown.audience == choice


async def test_the_closing_of_weeks_and_other_peoples_schedules_are_out_of_reach(
    programme: Programme,
) -> None:
    args = (programme.database, programme.hanna)
    other = await founded(programme.database, name="Another city")
    theirs = await editor.overview(programme.database, other.hanna)
    closing = await id_of(programme, Kind.CLOSE)
    for wanted in (closing, theirs[0].draft.schedule_id or 0, 10**6):
        with refused(Code.NOT_FOUND):
            await editor.look_at(*args, wanted, programme.now)
        with refused(Code.NOT_FOUND):
            await editor.draft_change(*args, wanted, programme.now)
        with refused(Code.NOT_FOUND):
            await saving.set_paused(*args, wanted, programme.now, paused=True)
    with refused(Code.NOT_FOUND):
        await editor.draft_new(*args, Kind.CLOSE, programme.now)


async def test_without_points_there_is_no_post_of_points(database: Database) -> None:
    programme = await founded(database, points_used=False)
    args = (programme.database, programme.hanna)
    kinds = [s.draft.kind for s in await editor.overview(*args)]
    assert kinds == [Kind.PROMPT, Kind.CHECKIN, Kind.REMINDER, Kind.FOLLOW_UP]
    with refused(Code.NOT_FOUND):
        await editor.draft_new(*args, Kind.POINTS_POST, programme.now)


async def test_a_typed_time_is_asked_for_and_the_draft_goes_on(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    with refused(Code.QUESTION_CLOSED):
        await editor.ask(*args, drafts.QUESTION_TIME, programme.now)
    await editor.draft_new(*args, Kind.PROMPT, programme.now)
    await editor.ask(*args, drafts.QUESTION_TIME, programme.now)
    question = await open_question(*args)
    assert question is not None
    assert question.name == drafts.QUESTION_TIME
    await editor.set_time(*args, time(10, 10), programme.now)
    assert await open_question(*args) is None


async def test_only_hr_touches_schedules(programme: Programme) -> None:
    leo = await programme.joins("Leo", await programme.team("Desk"), Role.LEAD)
    prompts = await id_of(programme, Kind.PROMPT)
    args = (programme.database, leo)
    with refused(Code.NOT_ALLOWED):
        await editor.overview(*args)
    with refused(Code.NOT_ALLOWED):
        await editor.draft_new(*args, Kind.PROMPT, programme.now)
    with refused(Code.NOT_ALLOWED):
        await saving.save(*args, programme.now)
    with refused(Code.NOT_ALLOWED):
        await saving.set_paused(*args, prompts, programme.now, paused=True)


async def test_changes_leave_a_trail(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    prompts = await id_of(programme, Kind.PROMPT)
    await editor.draft_change(*args, prompts, programme.now)
    await saving.save(*args, programme.now)
    await saving.set_paused(*args, prompts, programme.now, paused=True)
    assert (await trail(programme))[-2:] == ["schedule saved", "schedule paused or resumed"]
