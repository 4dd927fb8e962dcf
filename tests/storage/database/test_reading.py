"""Whoever only looks waits for nobody who changes something, and is never refused for it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import time

import pytest
from sqlmodel import col, select

from coaching.points import votes
from coaching.rules.schedules import Kind
from coaching.schedules import editor, own_times, working_times
from storage import rewards, schedules
from storage.database import Writer
from storage.programme import Unit
from storage.rewards import TeamReward
from storage.schedules import Schedule
from tests.organisation import Programme

PATIENCE = 3  # seconds
Look = Callable[[Programme], Awaitable[object]]


async def slot(programme: Programme) -> object:
    ana = await programme.joins("Ana", await programme.team("Phone"))
    return lambda: own_times.own_time(programme.database, ana, programme.now)


async def a_site(programme: Programme) -> object:
    args = (programme.database, programme.hanna, await programme.unit(), programme.now)
    return lambda: working_times.site(*args)


async def a_schedule(programme: Programme) -> object:
    found = (await editor.overview(programme.database, programme.hanna))[0]
    chosen = found.draft.schedule_id or 0
    return lambda: editor.look_at(programme.database, programme.hanna, chosen, programme.now)


async def a_draft(programme: Programme) -> object:
    args = (programme.database, programme.hanna)
    found = (await editor.overview(*args))[0]
    await editor.draft_change(*args, found.draft.schedule_id or 0, programme.now)
    return lambda: editor.current_draft(*args, programme.now)


async def a_vote(programme: Programme) -> object:
    team = await programme.team("Phone")
    ana = await programme.joins("Ana", team)
    async with programme.database.write() as session:
        await rewards.open_vote(session, team, 0, 1)
        vote = (await session.exec(select(TeamReward.id))).one()
    return lambda: votes.look_at_vote(programme.database, ana, vote)


async def change_everything(session: Writer) -> None:
    """Change a row of whatever HR sets, in a transaction that goes on."""
    for schedule in await session.exec(select(Schedule)):
        schedule.version += 1
    for unit in await session.exec(select(Unit)):
        unit.opens, unit.closes = time(8), time(16)
    for given in await session.exec(select(TeamReward)):
        given.level = 2
    await session.flush()


@pytest.mark.parametrize("looks", [slot, a_site, a_schedule, a_draft, a_vote])
async def test_a_look_does_not_wait_for_a_colleague(programme: Programme, looks: Look) -> None:
    await programme.team("Desk")
    look = await looks(programme)
    assert callable(look)
    before = await look()
    async with programme.database.write() as session:
        await change_everything(session)
        async with asyncio.timeout(PATIENCE):
            assert await look() == before


async def test_a_reader_sees_one_state_whatever_is_committed_meanwhile(
    programme: Programme,
) -> None:
    unit_id = await programme.unit()
    async with programme.database.read() as reading:
        (chosen, *_) = await schedules.of_kind(reading, programme.id, Kind.PROMPT)
        version = chosen.version
        async with programme.database.write() as session:
            await change_everything(session)
        opens = await reading.exec(select(col(Unit.opens)).where(Unit.id == unit_id))
        newest = await reading.exec(select(Schedule.version).where(Schedule.id == chosen.id))
        assert (opens.one(), newest.one()) == (None, version)
