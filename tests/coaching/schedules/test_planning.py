import asyncio
from datetime import time, timedelta

from sqlmodel import select

from coaching.checkin.week import Response, open_checkin, respond
from coaching.people import joining, preferences
from coaching.programme import setup as programmes
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from coaching.schedules import editor, saving
from coaching.schedules.planning import NextDue, next_due, plan_due
from storage.database import Database
from storage.deliveries import Delivery, Occurrence
from storage.people import Person
from storage.schedules import Schedule
from tests.organisation import Programme, names

TUE, WED, FRI, SUN = Weekday.TUE, Weekday.WED, Weekday.FRI, Weekday.SUN


async def planned(programme: Programme, kind: Kind) -> list[tuple[str, str]]:
    """Return the name and state of everybody with a delivery of the kind."""
    query = (
        select(Person.first_name, Delivery.state)
        .where(Delivery.person_id == Person.id, Delivery.occurrence_id == Occurrence.id)
        .where(Occurrence.schedule_id == Schedule.id, Schedule.kind == kind)
    )
    async with programme.database.read() as session:
        return sorted((await session.exec(query)).all())


async def test_the_next_thing_to_happen_is_known(programme: Programme) -> None:
    await plan_due(programme.database, programme.moment(0, TUE, "09:00"))
    first = NextDue(programme.moment(0, TUE, "09:30"), Kind.PROMPT)
    assert await next_due(programme.database) == first
    await plan_due(programme.database, first.at)
    await plan_due(programme.database, programme.moment(0, WED, "10:00"))
    then = NextDue(programme.moment(0, WED, "13:00"), Kind.CHECKIN)
    assert await next_due(programme.database) == then


async def test_nothing_is_planned_a_moment_too_early_and_once_when_it_is_due(
    programme: Programme,
) -> None:
    await programme.join(await programme.team("Desk"), "Ana", "Bo")
    due = programme.moment(0, TUE, "09:30")
    await plan_due(programme.database, due - timedelta(hours=1))  # Monday's reminder: for nobody
    assert await plan_due(programme.database, due - timedelta(seconds=1)) == 0
    assert await programme.states() == {}
    assert [await plan_due(programme.database, due) for _ in range(3)] == [1, 0, 0]
    assert await planned(programme, Kind.PROMPT) == [("Ana", "planned"), ("Bo", "planned")]


async def test_what_several_plan_at_once_is_planned_once(programme: Programme, url: str) -> None:
    await programme.join(await programme.team("Desk"), "Ana", "Bo", "Cy")
    due = programme.moment(0, TUE, "09:30")
    await plan_due(programme.database, due - timedelta(hours=1))
    other = Database(url)
    try:
        runs = [plan_due(each, due) for each in (programme.database, other) * 2]
        assert sorted(await asyncio.gather(*runs)) == [0, 0, 0, 1]
    finally:
        await other.close()
    assert await programme.states() == {"planned": 3}


async def test_what_was_not_sent_in_time_is_written_down_as_missed(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana", "Bo")
    two_prompts_a_checkin_five_reminders_five_follow_ups_a_close = 14
    occurrences = await plan_due(programme.database, programme.is_now(1, Weekday.MON, "08:00"))
    assert occurrences == two_prompts_a_checkin_five_reminders_five_follow_ups_a_close
    assert (
        await planned(programme, Kind.PROMPT) == [("Ana", "missed")] * 2 + [("Bo", "missed")] * 2
    )
    assert await planned(programme, Kind.CHECKIN) == [("Ana", "missed"), ("Bo", "missed")]
    assert await planned(programme, Kind.REMINDER) == []
    assert await programme.deliver() == []


async def test_the_unreachable_are_among_those_who_missed_it(programme: Programme) -> None:
    _, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    args = (programme.database, bo.person_id, programme.now)
    await preferences.set_reachable(*args, reachable=False)
    await plan_due(programme.database, programme.is_now(0, TUE, "18:00"))
    assert await planned(programme, Kind.PROMPT) == [("Ana", "missed"), ("Bo", "missed")]
    assert await programme.states() == {"missed": 2}


async def test_a_late_message_is_sent_as_long_as_it_is_useful(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    window_ends = programme.moment(0, TUE, "13:30")
    programme.now = window_ends - timedelta(seconds=1)
    assert names(await programme.deliver()) == ["Ana"]
    programme.now = programme.moment(0, Weekday.THU, "13:30")
    await plan_due(programme.database, programme.moment(0, WED, "13:00"))
    assert names(await programme.deliver()) == []
    assert (await programme.states())["missed"] == 1


async def test_a_team_with_its_own_schedule_gets_that_one_only(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    street = await programme.team("Street", unit="Streets")
    for name, team in (("Desk's", desk), ("Phone's", phone), ("Street's", street)):
        await programme.joins(name, team)
    await own_prompts(programme, "10:00", team=desk)
    await own_prompts(programme, "11:00", unit=await programme.unit("Services"))
    programme.is_now(0, TUE, "09:30")
    assert names(await programme.deliver()) == ["Street's"]
    programme.is_now(0, TUE, "10:00")
    assert names(await programme.deliver()) == ["Desk's"]
    programme.is_now(0, TUE, "11:00")
    assert names(await programme.deliver()) == ["Phone's"]


async def test_when_a_teams_own_schedule_pauses_the_general_one_reaches_it(
    programme: Programme,
) -> None:
    desk = await programme.team("Desk")
    await programme.joins("Ana", desk)
    own = await own_prompts(programme, "10:00", team=desk)
    await saving.set_paused(programme.database, programme.hanna, own, programme.now, paused=True)
    programme.is_now(0, TUE, "09:30")
    assert names(await programme.deliver()) == ["Ana"]
    programme.is_now(0, TUE, "10:00")
    assert names(await programme.deliver()) == []


async def own_prompts(
    programme: Programme, clock: str, unit: int | None = None, team: int | None = None
) -> int:
    """Let HR make a schedule for prompts on Tuesdays; return its id."""
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, Kind.PROMPT, programme.now)
    await editor.set_time(*args, time.fromisoformat(clock), programme.now)
    await editor.set_audience(*args, unit, team, programme.now)
    saved = await saving.save(*args, programme.now)
    assert saved.draft.schedule_id is not None
    return saved.draft.schedule_id


async def test_only_those_who_are_silent_are_reminded(programme: Programme) -> None:
    ana, bo, cy, _ = await programme.join(await programme.team("Desk"), "Ana", "Bo", "Cy", "Dee")
    await preferences.pause(programme.database, bo, programme.now)
    programme.is_now(0, WED, "13:00")
    assert names(await programme.deliver()) == ["Ana", "Cy", "Dee"]
    await programme.checks_in(ana)
    half = await open_checkin(programme.database, cy, programme.now)
    item = half.items[0].dimension
    await respond(programme.database, cy, 0, item, Response.SKIPPED, programme.now)
    await preferences.resume(programme.database, bo, programme.now)
    programme.is_now(0, FRI, "10:00")
    assert names(await programme.deliver()) == ["Dee"]
    assert await planned(programme, Kind.REMINDER) == [("Dee", "sent")]


async def test_a_check_in_of_last_week_is_no_reason_for_a_reminder(programme: Programme) -> None:
    (ana,) = await programme.join(await programme.team("Desk"), "Ana")
    programme.is_now(0, WED, "13:00")
    await programme.deliver()
    await plan_due(programme.database, programme.moment(0, SUN, "12:00"))
    await preferences.pause(programme.database, ana, programme.moment(1, WED, "08:00"))
    await plan_due(programme.database, programme.moment(1, WED, "13:00"))
    await preferences.resume(programme.database, ana, programme.moment(1, WED, "14:00"))
    before = await planned(programme, Kind.REMINDER)
    programme.is_now(1, FRI, "10:00")
    assert names(await programme.deliver()) == []
    assert await planned(programme, Kind.REMINDER) == before


async def test_paused_people_and_hr_are_owed_nothing_and_the_unreachable_are_counted(
    programme: Programme,
) -> None:
    ana, bo, _ = await programme.join(await programme.team("Desk"), "Ana", "Bo", "Cy")
    await preferences.pause(programme.database, ana, programme.now)
    await preferences.set_reachable(
        programme.database, bo.person_id, programme.now, reachable=False
    )
    programme.is_now(0, TUE, "09:30")
    assert names(await programme.deliver()) == ["Cy"]
    assert await planned(programme, Kind.PROMPT) == [("Bo", "unreachable"), ("Cy", "sent")]


async def test_somebody_who_has_not_read_the_notice_gets_nothing(programme: Programme) -> None:
    token = await programme.link(Role.STAFF, await programme.team("Desk"))
    await joining.open_invite(programme.database, token, 501, "Ana", programme.now)
    programme.is_now(0, TUE, "09:30")
    assert await programme.deliver() == []


async def test_somebody_in_two_teams_gets_one_message(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    leo = await programme.joins("Leo", desk, Role.LEAD)
    await programme.joins("Leo", phone, Role.STAFF, account=leo.telegram_id)
    programme.is_now(0, TUE, "09:30")
    assert names(await programme.deliver()) == ["Leo"]


async def test_the_rest_week_is_quiet(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    await plan_due(programme.database, programme.moment(12, Weekday.MON, "12:00"))
    assert await plan_due(programme.database, programme.moment(12, SUN, "23:59")) == 0
    due = await next_due(programme.database)
    assert due == NextDue(programme.moment(13, Weekday.MON, "00:05"), Kind.CLOSE)


async def test_messages_keep_their_local_time_when_the_clocks_change(
    programme: Programme,
) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    await plan_due(programme.database, programme.moment(10, SUN, "12:00"))
    await plan_due(programme.database, programme.moment(11, Weekday.MON, "15:00"))
    due = await next_due(programme.database)
    assert due is not None
    assert due.at.isoformat() == "2026-03-31T06:30:00+00:00"


async def test_a_new_time_zone_moves_everything_that_is_to_come(programme: Programme) -> None:
    assert await programmes.adopt_timezone(programme.database, "Europe/Stockholm", programme.now)
    assert not await programmes.adopt_timezone(
        programme.database, "Europe/Stockholm", programme.now
    )
    an_hour_later = programme.moment(0, Weekday.MON, "11:00")
    assert await next_due(programme.database) == NextDue(an_hour_later, Kind.REMINDER)
