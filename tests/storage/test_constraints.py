"""What the schema itself refuses, whatever the code above it does."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError
from sqlmodel import select

from storage.checkin import CustomerView, OpenAnswer, Rating
from storage.conversation import Position
from storage.database import Database
from storage.deliveries import Delivery, Occurrence
from storage.invites import Invite
from storage.learnings import Learning, Trial
from storage.people import Membership, Pause, Person
from storage.points import PointsEntry, WeekClose
from storage.practice import Practice
from storage.programme import Organisation, Team, Unit
from storage.schedules import Schedule
from storage.types import Table
from tests.storage.rows import MONDAY, NOW, Rows, written

Maker = Callable[..., Table]


def person(rows: Rows, **other: Any) -> Person:
    usual = {"organisation_id": rows.organisation, "telegram_id": 7, "first_name": "Bo"}
    return Person(**{**usual, **other})


def membership(rows: Rows, **other: Any) -> Membership:
    usual = {"person_id": rows.person, "team_id": rows.team, "role": "staff", "since": MONDAY}
    return Membership(**{**usual, **other})


def pause(rows: Rows, **other: Any) -> Pause:
    return Pause(**{"person_id": rows.person, "since": MONDAY, **other})


def invite(rows: Rows, **other: Any) -> Invite:
    usual = {
        "organisation_id": rows.organisation,
        "token_digest": "d",
        "asked_in": "a",
        "role": "hr",
        "expires_at": NOW,
    }
    return Invite(**{**usual, **other})


def rating(rows: Rows, **other: Any) -> Rating:
    usual = {
        "person_id": rows.person,
        "week": 0,
        "dimension": "D1",
        "response": "skipped",
        "instrument": "1",
    }
    return Rating(**{**usual, **other})


def open_answer(rows: Rows, **other: Any) -> OpenAnswer:
    return OpenAnswer(**{"person_id": rows.person, "week": 3, **other})


def customer_view(rows: Rows, **other: Any) -> CustomerView:
    return CustomerView(
        **{"person_id": rows.person, "week": 1, "dimension": "D1", "value": 3, **other}
    )


def practice(rows: Rows, **other: Any) -> Practice:
    usual = {
        "person_id": rows.person,
        "prompt_id": "d1-try-1",
        "prompt_version": 1,
        "dimension": "D1",
        "offered_at": NOW,
    }
    return Practice(**{**usual, **other})


def schedule(rows: Rows, **other: Any) -> Schedule:
    usual = {
        "organisation_id": rows.organisation,
        "kind": "prompt",
        "weekdays": "tue",
        "at": time(9, 30),
        "anchor": MONDAY,
        "window_minutes": 240,
    }
    return Schedule(**{**usual, **other})


def delivery(rows: Rows, **other: Any) -> Delivery:
    usual = {"occurrence_id": rows.occurrence, "person_id": rows.person, "not_before": NOW}
    return Delivery(**{**usual, **other})


def entry(rows: Rows, **other: Any) -> PointsEntry:
    usual = {
        "team_id": rows.team,
        "week": 0,
        "component": "took_part",
        "points": 30,
        "rule_version": 1,
        "created_at": NOW,
    }
    return PointsEntry(**{**usual, **other})


def learning(rows: Rows, **other: Any) -> Learning:
    usual = {
        "organisation_id": rows.organisation,
        "team_id": rows.team,
        "person_id": rows.person,
        "named": True,
        "text": "I asked twice.",
        "digest": "d",
    }
    return Learning(**{**usual, **other})


def trial(rows: Rows, **other: Any) -> Trial:
    return Trial(**{"learning_id": 1, "team_id": rows.team, **other})


def position(rows: Rows, **other: Any) -> Position:
    usual = {"person_id": rows.person, "topic": "talk", "question": "checkin", "data": "{}"}
    return Position(**{**usual, **other})


def week_close(rows: Rows, **other: Any) -> WeekClose:
    usual = {"organisation_id": rows.organisation, "week": 0, "closed_at": NOW}
    return WeekClose(**{**usual, **other})


def another_unit(rows: Rows, **other: Any) -> Unit:
    return Unit(**{"organisation_id": rows.organisation, "name": "Streets", **other})


def another_team(rows: Rows, **other: Any) -> Team:
    return Team(**{"unit_id": rows.unit, "name": "Phone", **other})


IMPOSSIBLE: list[tuple[Maker, dict[str, object]]] = [
    (person, {"form": "D"}),
    (person, {"organisation_id": 999}),
    (person, {"telegram_id": 2**40}),
    (membership, {"role": "boss"}),
    (membership, {"role": "hr"}),
    (membership, {"team_id": None}),
    (membership, {"team_id": 999}),
    (pause, {"person_id": 999}),
    (invite, {"role": "boss"}),
    (invite, {"team_id": 999}),
    (rating, {"dimension": "D7"}),
    (rating, {"response": "shouted"}),
    (rating, {"response": "rated"}),
    (rating, {"value": 3}),
    (rating, {"response": "rated", "value": 0}),
    (rating, {"response": "rated", "value": 6}),
    (rating, {"week": -1}),
    (rating, {"response": "rated", "value": 3, "named": True}),
    (open_answer, {"week": -1}),
    (customer_view, {"value": 6}),
    (customer_view, {"dimension": "D7"}),
    (person, {"focus": "D7"}),
    (person, {"profile": "boss"}),
    (person, {"motivation": "money"}),
    (practice, {"outcome": "won"}),
    (practice, {"dimension": "D7"}),
    (practice, {"delivery_id": 999}),
    (schedule, {"kind": "joke"}),
    (schedule, {"every_weeks": 0}),
    (schedule, {"every_weeks": 5}),
    (schedule, {"window_minutes": 14}),
    (schedule, {"window_minutes": 10081}),
    (delivery, {"state": "lost"}),
    (delivery, {}),
    (entry, {"component": "praise"}),
    (entry, {"week": -1}),
    (entry, {"team_id": 999}),
    (entry, {"reverses_id": 999, "reason": "withdrawn"}),
    (entry, {"reason": "withdrawn"}),
    (learning, {"week": -1}),
    (learning, {"team_id": 999}),
    (learning, {"person_id": 999}),
    (learning, {"text": None}),
    (learning, {"digest": None}),
    (learning, {"withdrawn_at": NOW}),
    (trial, {}),
    (position, {"topic": "dream"}),
    (another_unit, {"name": "Services"}),
    (another_team, {"name": "Desk"}),
    (another_team, {"unit_id": 999}),
]


async def test_no_row_is_accepted_that_cannot_be_true(database: Database) -> None:
    rows = await written(database)
    both: dict[str, object] = {"unit_id": rows.unit, "team_id": rows.team}
    tried = [*IMPOSSIBLE, (schedule, both)]
    accepted = [
        (make.__name__, wrong)
        for make, wrong in tried
        if await accepts(database, make(rows, **wrong))
    ]
    assert accepted == []


async def test_every_row_is_accepted_as_the_tests_make_it(database: Database) -> None:
    rows = await written(database)
    usual = [person, membership, pause, invite, rating, practice, schedule, entry, position]
    usual += [learning, trial, open_answer, customer_view]
    refused = [make.__name__ for make in usual if not await accepts(database, make(rows))]
    assert refused == []


async def accepts(database: Database, row: Table) -> bool:
    try:
        async with database.write() as session:
            session.add(row)
    except IntegrityError:
        return False
    return True


ONCE: list[tuple[Maker, dict[str, object]]] = [
    (membership, {}),
    (pause, {}),
    (invite, {"asked_in": "b"}),
    (invite, {"token_digest": "e"}),
    (rating, {}),
    (open_answer, {}),
    (customer_view, {"value": 4}),
    (entry, {}),
    (week_close, {}),
    (learning, {"text": "In another case", "named": False}),
    (trial, {"week": 3}),
]


async def test_what_exists_once_is_not_written_twice(database: Database) -> None:
    rows = await written(database)
    for make in dict.fromkeys(make for make, _ in ONCE):
        assert await accepts(database, make(rows))
    twice = [
        (make.__name__, other)
        for make, other in ONCE
        if await accepts(database, make(rows, **other))
    ]
    assert twice == []


async def test_an_entry_is_reversed_once_and_beside_it_not_in_its_place(
    database: Database,
) -> None:
    rows = await written(database)
    first = entry(rows)
    async with database.write() as session:
        session.add(first)
    reversal: dict[str, object] = {"points": -30, "reverses_id": first.id, "reason": "withdrawn"}
    assert not await accepts(database, entry(rows, **{**reversal, "reason": "mood"}))
    assert not await accepts(database, entry(rows, **{**reversal, "reason": None}))
    assert await accepts(database, entry(rows, **reversal))
    assert not await accepts(database, entry(rows, **reversal))
    assert not await accepts(database, entry(rows))


async def test_withdrawn_cards_do_not_get_into_each_others_way(database: Database) -> None:
    rows = await written(database)
    gone: dict[str, object] = {"text": None, "digest": None, "withdrawn_at": NOW}
    for _ in range(2):
        assert await accepts(database, learning(rows, **gone))


async def test_hr_is_hr_only_once(database: Database) -> None:
    rows = await written(database)
    async with database.write() as session:
        session.add(membership(rows, role="hr", team_id=None))
    with pytest.raises(IntegrityError):
        async with database.write() as session:
            session.add(membership(rows, role="hr", team_id=None))


async def test_one_delivery_offers_one_prompt(database: Database) -> None:
    rows = await written(database)
    async with database.write() as session:
        session.add(practice(rows, delivery_id=rows.delivery))
    with pytest.raises(IntegrityError):
        async with database.write() as session:
            session.add(practice(rows, delivery_id=rows.delivery))


async def test_a_day_of_a_schedule_is_claimed_once(database: Database) -> None:
    rows = await written(database)
    with pytest.raises(IntegrityError):
        async with database.write() as session:
            session.add(Occurrence(schedule_id=rows.schedule, day=MONDAY, week=0, due=NOW))


async def test_what_ended_may_begin_again(database: Database) -> None:
    rows = await written(database)
    ended = MONDAY + timedelta(days=1)
    async with database.write() as session:
        session.add_all([membership(rows, until=ended), pause(rows, until=ended)])
    async with database.write() as session:
        session.add_all([membership(rows), pause(rows)])


@pytest.mark.parametrize(
    "change", ["UPDATE points_entry SET points = 9", "DELETE FROM points_entry"]
)
async def test_the_ledger_refuses_every_change(database: Database, change: str) -> None:
    rows = await written(database)
    async with database.write() as session:
        session.add(entry(rows))
    with pytest.raises(DBAPIError, match="append-only"):
        async with database.connect(write=True) as connection:
            await connection.run_sync(Connection.exec_driver_sql, change)
    async with database.read() as session:
        assert (await session.exec(select(PointsEntry.points))).all() == [30]


async def test_instants_come_back_as_they_went_in_and_know_their_zone(database: Database) -> None:
    await written(database)
    async with database.read() as session:
        organisation = (await session.exec(select(Organisation))).one()
        known = (await session.exec(select(Schedule.next_due))).one()
    assert organisation.points_decided_at == NOW
    assert organisation.points_decided_at.utcoffset() == timedelta(0)
    assert known == NOW


async def test_an_instant_without_a_zone_is_refused(database: Database) -> None:
    rows = await written(database)
    with pytest.raises(StatementError):
        async with database.write() as session:
            session.add(invite(rows, expires_at=NOW.replace(tzinfo=None)))
