"""What previews foresee: reminders without telling who answered, and schedules of a season."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import select

from coaching.people import preferences
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from coaching.schedules import editor, saving
from coaching.schedules.preview import Forecast
from storage.audit import AuditEntry
from tests.organisation import Programme, names

MON, TUE, WED, THU = list(Weekday)[:4]
FIVE = tuple("ABCDE")


async def foreseen(programme: Programme, kind: Kind) -> Sequence[Forecast]:
    """Return the preview of the first schedule of a kind."""
    args = (programme.database, programme.hanna)
    found = [each.draft for each in await editor.overview(*args) if each.draft.kind is kind]
    shown = await editor.look_at(*args, found[0].schedule_id or 0, programme.now)
    return shown.coming


async def test_before_reminders_go_out_all_who_were_asked_are_counted(
    programme: Programme,
) -> None:
    people = await programme.join(await programme.team("Desk"), *FIVE)
    programme.is_now(0, WED, "13:00")
    assert len(await programme.deliver()) == 5
    before = await foreseen(programme, Kind.REMINDER)
    assert (before[0].day, before[0].people) == (date(2026, 1, 16), 5)
    await programme.checks_in(*people[:3])
    assert await foreseen(programme, Kind.REMINDER) == before
    await programme.checks_in(*people[3:])
    assert await foreseen(programme, Kind.REMINDER) == before


async def test_after_reminders_went_out_nobody_can_tell_who_needed_none(
    programme: Programme,
) -> None:
    people = await programme.join(await programme.team("Desk"), *FIVE)
    args = (programme.database, programme.hanna)
    checkin = next(
        each.draft.schedule_id
        for each in await editor.overview(*args)
        if each.draft.kind is Kind.CHECKIN
    )
    await editor.draft_change(*args, checkin or 0, programme.now)
    await editor.toggle_day(*args, TUE, programme.now)
    await editor.toggle_day(*args, WED, programme.now)
    await saving.save(*args, programme.now)
    for day, clock in ((TUE, "09:30"), (TUE, "13:00"), (THU, "09:30")):
        programme.is_now(0, day, clock)
        await programme.deliver()
    await programme.checks_in(*people[:2])
    programme.is_now(0, THU, "10:00")
    assert names(await programme.deliver()) == ["C", "D", "E"]
    programme.is_now(0, THU, "12:00")
    assert [each.day for each in await foreseen(programme, Kind.REMINDER)] == [
        date(2026, 1, 22),
        date(2026, 1, 29),
        date(2026, 2, 5),
    ]


async def test_outside_its_days_a_narrower_schedule_leaves_the_wider_one_alone(
    programme: Programme,
) -> None:
    desk = await programme.team("Desk")
    (ana,) = await programme.join(desk, "Ana")
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, Kind.PROMPT, programme.now)
    await editor.set_audience(*args, None, desk, programme.now)
    await editor.set_first_day(*args, date(2026, 1, 19), programme.now)
    shown = await editor.set_last_day(*args, date(2026, 1, 25), programme.now)
    assert [each.day for each in shown.coming] == [date(2026, 1, 20)]
    await saving.save(*args, programme.now)
    assert [(each.day, each.audience) for each in await foreseen(programme, Kind.PROMPT)][:5] == [
        (date(2026, 1, 13), 1),
        (date(2026, 1, 15), 1),
        (date(2026, 1, 20), 0),
        (date(2026, 1, 22), 0),
        (date(2026, 1, 27), 1),
    ]
    sent = []
    for week in range(3):
        for day in (TUE, THU):
            programme.is_now(week, day, "09:30")
            await preferences.heard(programme.database, ana, programme.now)
            sent += [(week, day)] if await programme.deliver() else []
    assert sent == [(0, TUE), (0, THU), (1, TUE), (2, TUE), (2, THU)]


async def test_a_schedule_of_a_far_season_is_foreseen(programme: Programme) -> None:
    await programme.join(await programme.team("Desk"), "Ana")
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, Kind.CHAMPION, programme.now)
    await editor.set_every_weeks(*args, 1, programme.now)
    await editor.toggle_day(*args, MON, programme.now)
    await editor.toggle_day(*args, TUE, programme.now)
    shown = await editor.set_first_day(*args, date(2035, 1, 1), programme.now)
    assert [each.day for each in shown.coming] == [
        date(2035, 1, 1),
        date(2035, 1, 8),
        date(2035, 1, 15),
    ]


async def test_a_schedule_that_is_over_covers_nobody(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await programme.join(desk, "Ana")
    await programme.joins("Leo", desk, Role.LEAD)
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, Kind.PROMPT, programme.now)
    await editor.set_role(*args, Role.LEAD, programme.now)
    await editor.set_last_day(*args, date(2026, 1, 18), programme.now)
    await saving.save(*args, programme.now)
    usual = (await editor.overview(*args))[0].draft.schedule_id or 0
    await editor.draft_change(*args, usual, programme.now)
    assert (await editor.set_role(*args, Role.STAFF, programme.now)).without == 0
    programme.is_now(1, MON)
    assert (await editor.current_draft(*args, programme.now)).without == 1


async def test_the_trail_has_room_for_the_longest_messages(programme: Programme) -> None:
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, Kind.CHAMPION, programme.now)
    for language in programme.hanna.languages:
        await editor.set_text(*args, language, "🙂" * 400, programme.now)
    saved = await saving.save(*args, programme.now)
    await editor.draft_change(*args, saved.draft.schedule_id or 0, programme.now)
    await saving.save(*args, programme.now)
    async with programme.database.read() as session:
        entries = (await session.exec(select(AuditEntry))).all()
    assert max(max(len(each.before), len(each.after)) for each in entries) <= 2000
