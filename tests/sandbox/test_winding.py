"""Winding the demo's clock: it never fails, and what comes is what the button named."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.sandbox.town.timelapse import BEGIN, Director, play
from coaching.rules.schedules import Kind
from storage.deliveries import Delivery, DeliveryState, Occurrence
from storage.schedules import Schedule

Sent = set[tuple[int, str, datetime]]


async def sent(director: Director) -> Sent:
    """Return what the timetable has sent by now, of which kind and when."""
    query = (
        select(col(Delivery.id), col(Schedule.kind), col(Delivery.sent_at))
        .join(Occurrence, col(Delivery.occurrence_id) == col(Occurrence.id))
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(col(Delivery.state) == DeliveryState.SENT)
    )
    async with director.coach.services.database.read() as session:
        return {(key, kind, at) for key, kind, at in await session.exec(query) if at}


@pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)
async def test_the_button_names_what_comes_next_for_weeks(empty_url: str) -> None:
    async with play(empty_url, seed=1) as (director, _):
        await director.everybody_joins(lambda _: None)
        director.clock.run()
        named = set()
        while director.clock.now() < BEGIN + timedelta(weeks=2):
            event, before = await director.next_event(), await sent(director)
            assert event is not None
            await director.wind()
            assert director.clock.now() >= event.at
            new = sorted(await sent(director) - before, key=lambda each: each[2])
            assert all(at >= event.at for *_, at in new)
            assert event.kind == Kind.CLOSE or event.kind in {kind for _, kind, _ in new}
            named.add(event.kind)
    assert {Kind.PROMPT, Kind.CHECKIN, Kind.REMINDER, Kind.FOLLOW_UP, Kind.CLOSE} <= named
