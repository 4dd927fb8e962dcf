"""What holds whatever happens: nobody's delivery is lost, and no order of jobs matters."""

import asyncio
import shutil
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import select

from coaching.deliveries import report, sending
from coaching.people import preferences
from coaching.people.identity import Viewer
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from coaching.schedules import editor, saving
from coaching.schedules.planning import agenda, next_due, plan_due
from storage.database import Database
from storage.deliveries import Delivery, Occurrence
from storage.points import PointsEntry
from tests.organisation import Begun, Programme, a_copy_of, founded, send_all


@pytest.fixture(scope="module")
def begun(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Begun:
    path = tmp_path_factory.mktemp("begun") / "begun.db"
    shutil.copy(migrated_file, path)
    return asyncio.run(_begin(path))


async def _begin(path: Path) -> Begun:
    database = Database(f"sqlite:///{path}")
    programme = await founded(database)
    people = await programme.join(await programme.team("Desk"), *"ABCDE")
    await programme.checks_in(*people[:4])
    await programme.practises(*people[:2])
    await database.close()
    return Begun(path, programme, people)


class Story:
    """Things that happen to a programme, and a simple count of the messages that are owed."""

    def __init__(self, programme: Programme, people: Sequence[Viewer]) -> None:
        self.programme = programme
        self.database = programme.database
        self.people = people
        self.paused: set[int] = set()
        self.owed = 0

    async def due(self, person: int, *, late: timedelta = timedelta()) -> None:
        following = await next_due(self.database)
        assert following is not None
        self.programme.now = max(self.programme.now, following.at + late)
        due = [each for each in await agenda(self.database) if each.at <= self.programme.now]
        meant = [each for each in due if each.kind not in (Kind.CLOSE, Kind.LEAD_SUMMARY)]
        self.owed += len(meant) * len(self.people)
        assert await plan_due(self.database, self.programme.now) == len(due)

    async def due_too_late(self, person: int) -> None:
        await self.due(person, late=timedelta(hours=8, minutes=30))

    async def wait(self, person: int) -> None:
        following = await next_due(self.database)
        assert following is not None
        a_moment_before = following.at - timedelta(seconds=1)
        in_an_hour = self.programme.now + timedelta(hours=1)
        self.programme.now = max(self.programme.now, min(in_an_hour, a_moment_before))

    async def send(self, person: int) -> None:
        for waiting in await sending.lease(self.database, self.programme.now, 2):
            if parcel := await sending.prepare(self.database, waiting, self.programme.now):
                await sending.sent(self.database, [parcel.delivery_id], self.programme.now)

    async def fail(self, person: int) -> None:
        for waiting in await sending.lease(self.database, self.programme.now, 2):
            if parcel := await sending.prepare(self.database, waiting, self.programme.now):
                await sending.failed(self.database, parcel, self.programme.now)

    async def refuse(self, person: int) -> None:
        for waiting in await sending.lease(self.database, self.programme.now, 1):
            if parcel := await sending.prepare(self.database, waiting, self.programme.now):
                await sending.refused(self.database, parcel, self.programme.now)

    async def crash(self, person: int) -> None:
        await sending.lease(self.database, self.programme.now, 2)

    async def pause(self, person: int) -> None:
        await preferences.pause(self.database, self.people[person], self.programme.now)
        self.paused.add(person)

    async def resume(self, person: int) -> None:
        await preferences.resume(self.database, self.people[person], self.programme.now)
        self.paused.discard(person)


EVENTS = ("due", "due_too_late", "wait", "send", "fail", "refuse", "crash", "pause", "resume")


@settings(max_examples=15)
@given(
    events=st.lists(st.tuples(st.sampled_from(EVENTS), st.integers(0, 4)), min_size=3, max_size=14)
)
async def test_every_message_owed_is_in_exactly_one_state(
    begun: Begun, events: list[tuple[str, int]]
) -> None:
    async with a_copy_of(begun) as programme:
        await without_reminders(programme)
        story = Story(programme, begun.people)
        for event, person in events:
            await getattr(story, event)(person)
            assert await accounted_for(programme) == story.owed
        programme.now += timedelta(days=1)
        await send_all(programme.database, programme.now)
        states = await programme.states()
        assert "planned" not in states
        assert await accounted_for(programme) == story.owed


async def accounted_for(programme: Programme) -> int:
    """Return for how many people messages were in all, each in a state or left out."""
    found = await report.totals(programme.database, programme.id)
    assert sum(found.states.values()) + found.left_out == found.audience
    return found.audience


async def without_reminders(programme: Programme) -> None:
    """Pause the one schedule whose addressees depend on answers, not on places alone."""
    args = (programme.database, programme.hanna)
    for shown in await editor.overview(*args):
        if shown.draft.kind is Kind.REMINDER and shown.draft.schedule_id:
            schedule = shown.draft.schedule_id
            await saving.set_paused(*args, schedule, programme.now, paused=True)


@pytest.fixture(scope="module")
def usual_outcome(begun: Begun) -> tuple[object, ...]:
    return asyncio.run(outcome(begun, []))


JOBS = ("plan", "close", "send", "crash")


@settings(max_examples=15)
@given(jobs=st.lists(st.sampled_from(JOBS), max_size=6))
async def test_however_often_and_in_whatever_order_jobs_run_the_outcome_is_the_same(
    begun: Begun, usual_outcome: tuple[object, ...], jobs: list[str]
) -> None:
    assert await outcome(begun, jobs) == usual_outcome


async def outcome(begun: Begun, jobs: Sequence[str]) -> tuple[object, ...]:
    """Return ledger, occurrences and deliveries on a Monday after the jobs and a whole round."""
    async with a_copy_of(begun) as programme:
        programme.is_now(1, Weekday.MON, "09:00")
        for job in [*jobs, "plan", "close"]:
            await run(programme, job)
        programme.now += timedelta(minutes=3)  # what a crashed sender held is free again
        await run(programme, "send")
        async with programme.database.read() as session:
            entries = (await session.exec(select(PointsEntry))).all()
            claimed = (await session.exec(select(Occurrence))).all()
            deliveries = (await session.exec(select(Delivery))).all()
        days = {occurrence.id: (occurrence.schedule_id, occurrence.day) for occurrence in claimed}
        assert {delivery.state for delivery in deliveries} == {"missed", "sent"}
        return (
            sorted((e.team_id, e.week, e.component, e.points) for e in entries),
            sorted(days.values()),
            sorted((days[d.occurrence_id], d.person_id, d.state) for d in deliveries),
        )


async def run(programme: Programme, job: str) -> None:
    match job:
        case "plan":
            await plan_due(programme.database, programme.now)
        case "close":
            await programme.closes_weeks()
        case "send":
            await send_all(programme.database, programme.now)
        case _:
            await sending.lease(programme.database, programme.now, 2)
