"""The preview knows how fast the bot sends: until when it takes, and what would come too late."""

from datetime import time

import pytest

from coaching.programme.setup import adopt_pace
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from coaching.schedules import editor, saving, working_times
from coaching.schedules.shown import PreviewedSchedule
from tests.organisation import Programme

ONE_IN_TEN_MINUTES = 1 / 600


@pytest.fixture
async def slow(programme: Programme) -> Programme:
    """Give six people to whom the bot sends one message in ten minutes."""
    await programme.join(await programme.team("Desk"), *"ABCDEF")
    await adopt_pace(programme.database, ONE_IN_TEN_MINUTES)
    return programme


async def draft(programme: Programme, at: time, window: int = 240) -> PreviewedSchedule:
    """Let HR draft a prompt for Tuesdays."""
    args = (programme.database, programme.hanna)
    await editor.draft_new(*args, Kind.PROMPT, programme.now)
    await editor.set_window(*args, window, programme.now)
    return await editor.set_time(*args, at, programme.now)


async def alone(programme: Programme) -> None:
    """Let HR pause what there is already."""
    args = (programme.database, programme.hanna)
    for line in await editor.overview(*args):
        if line.draft.kind is Kind.PROMPT:
            await saving.set_paused(*args, line.draft.schedule_id or 0, programme.now, paused=True)


async def test_it_says_until_when_it_takes(slow: Programme) -> None:
    await alone(slow)
    first = (await draft(slow, time(9, 30))).coming[0]
    assert (first.earliest, first.until, first.late) == (time(9, 30), time(10, 30), 0)


async def test_what_takes_no_time_is_not_spoken_of(slow: Programme) -> None:
    await alone(slow)
    for pace in (30, 0):
        await adopt_pace(slow.database, pace)
        first = (await draft(slow, time(9, 30))).coming[0]
        assert (first.until, first.late) == (None, 0)


async def test_at_half_past_four_part_of_it_is_too_late(slow: Programme) -> None:
    await alone(slow)
    first = (await draft(slow, time(16, 30))).coming[0]
    assert (first.until, first.late) == (time(17), 3)


async def test_two_at_one_time_do_not_fit_into_an_hour(slow: Programme) -> None:
    args = (slow.database, slow.hanna)
    await alone(slow)
    await draft(slow, time(9, 30), 60)
    await saving.save(*args, slow.now)
    second = (await draft(slow, time(9, 30), 60)).coming[0]
    assert second.people == 6
    assert second.late == 6


async def test_what_keeps_others_from_being_sent_is_said(slow: Programme) -> None:
    args = (slow.database, slow.hanna)
    await alone(slow)
    await draft(slow, time(9, 45), 60)
    await saving.save(*args, slow.now)
    first = (await draft(slow, time(9, 30), 60)).coming[0]
    assert (first.late, first.late_others) == (0, 5)


async def test_in_other_words_a_longer_use_makes_room(slow: Programme) -> None:
    await alone(slow)
    args = (slow.database, slow.hanna, None, slow.now)
    await working_times.change(*args, opens=time(7, 30), closes=time(20))
    coming = (await draft(slow, time(16, 30))).coming
    assert [each.late for each in coming] == [0] * len(coming)
    assert {each.day.weekday() for each in coming} == {list(Weekday).index(Weekday.TUE)}
