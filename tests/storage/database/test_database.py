"""Transactions as the use cases rely on them, on both databases."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, select

from storage import conversation, deliveries, points, schedules
from storage.checkin import Given, Rating, put
from storage.database import Database, database_url, plain
from storage.deliveries import Delivery, DeliveryState, Promise
from storage.people import Person, profile
from storage.programme import Organisation
from tests.storage.rows import MONDAY, NOW, Rows, written


@pytest.mark.parametrize(
    ("address", "driver", "name"),
    [
        ("sqlite:///cxcoach.db", "sqlite", "cxcoach.db"),
        ("sqlite:////var/lib/cx coach.db", "sqlite", "/var/lib/cx coach.db"),
        ("postgresql://ana:secret@db.example/cx", "postgresql+asyncpg", "cx"),
        ("postgresql://postgres@/cx?host=/run/postgresql", "postgresql+asyncpg", "cx"),
        ("postgresql+psycopg2://ana@db.example/cx", "postgresql+asyncpg", "cx"),
    ],
)
def test_an_address_gets_the_driver_that_we_have(address: str, driver: str, name: str) -> None:
    url = database_url(address)
    assert (url.drivername, url.database) == (driver, name)


@pytest.mark.parametrize("address", ["mysql://ana@db.example/cx", "cxcoach.db", "", "://"])
def test_an_address_of_nothing_we_know_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"^[^@]+$"):
        database_url(address)


async def names(database: Database) -> list[str]:
    async with database.read() as session:
        return list((await session.exec(select(Person.first_name))).all())


async def test_an_error_takes_everything_of_the_transaction_back(database: Database) -> None:
    rows = await written(database)

    async def change_and_fail() -> None:
        async with database.write() as session:
            (await session.get_one(Person, rows.person)).first_name = "Changed"
            await session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await change_and_fail()
    assert await names(database) == ["Ana"]
    async with database.write() as session:  # and the next writer is not held up
        (await session.get_one(Person, rows.person)).first_name = "Anna"
    assert await names(database) == ["Anna"]


async def count_up(database: Database, rows: Rows, times: int) -> None:
    for _ in range(times):
        async with database.write() as session:
            row = await schedules.one_to_change(session, rows.organisation, rows.schedule)
            assert row is not None
            row.version += 1


async def test_no_update_is_lost_among_concurrent_writers(database: Database) -> None:
    rows = await written(database)
    await asyncio.gather(*(count_up(database, rows, 10) for _ in range(4)))
    async with database.read() as session:
        assert (await session.get_one(schedules.Schedule, rows.schedule)).version == 41


async def test_no_update_is_lost_between_two_programs(database: Database, url: str) -> None:
    rows = await written(database)
    other = Database(url)
    try:
        await asyncio.gather(count_up(database, rows, 10), count_up(other, rows, 10))
    finally:
        await other.close()
    async with database.read() as session:
        assert (await session.get_one(schedules.Schedule, rows.schedule)).version == 21


async def test_reading_during_a_write_does_not_wait_and_sees_the_state_before(
    database: Database,
) -> None:
    rows = await written(database)
    async with database.write() as session:
        (await session.get_one(Person, rows.person)).first_name = "Changed"
        await session.flush()
        assert await names(database) == ["Ana"]
    assert await names(database) == ["Changed"]


async def test_a_reader_sees_one_state_from_beginning_to_end(database: Database) -> None:
    rows = await written(database)
    async with database.read() as reader:
        await reader.get_one(Organisation, rows.organisation)
        async with database.write() as session:
            (await session.get_one(Person, rows.person)).first_name = "Changed"
        assert (await reader.exec(select(Person.first_name))).all() == ["Ana"]


async def test_a_reading_session_can_write_nothing(database: Database) -> None:
    rows = await written(database)
    change = text("UPDATE person SET first_name = 'Changed'")
    with pytest.raises(DBAPIError, match=r"read.?only"):
        async with database.read() as session:
            await session.exec(change)  # type: ignore[call-overload]  # nor does it fit
    with pytest.raises(DBAPIError, match=r"read.?only"):
        async with database.read() as session:
            (await session.get_one(Person, rows.person)).first_name = "Changed"
    assert await names(database) == ["Ana"]


async def test_a_query_finds_what_was_changed_just_now(database: Database) -> None:
    rows = await written(database)
    async with database.write() as session:
        (await session.get_one(Person, rows.person)).first_name = "Changed"
        query = select(Person.first_name)
        assert (await session.exec(query)).one() == "Changed"
        (await session.get_one(Person, rows.person)).first_name = "Again"
        assert (await session.exec(plain(query))).one() == "Again"
        assert [found.first_name for found in await profile(session, rows.person)] == ["Again"]


async def test_an_answer_takes_the_place_of_an_earlier_one(database: Database) -> None:
    rows = await written(database)
    async with database.write() as session:
        await put(session, rows.person, Given(0, "D1", "rated", 2, "1"))
        await put(session, rows.person, Given(0, "D1", "skipped", None, "1"))
        await put(session, rows.person, Given(1, "D1", "rated", 5, "1"))
    async with database.read() as session:
        found = await session.exec(select(Rating.week, Rating.response, Rating.value))
        assert sorted(found.all()) == [(0, "skipped", None), (1, "rated", 5)]


async def test_questions_put_to_a_person_at_once_leave_one_open(database: Database) -> None:
    rows = await written(database)

    async def ask(number: int) -> None:
        async with database.write() as session:
            await conversation.put(session, rows.person, "practice", practice=number)

    await asyncio.gather(*(ask(number) for number in range(8)))
    async with database.read() as session:
        found = await conversation.where(session, rows.person)
    assert found is not None
    assert found[0] == "practice"
    assert found[1]["practice"] in range(8)


async def test_closing_a_question_leaves_another_one_and_the_draft_open(
    database: Database,
) -> None:
    rows = await written(database)
    async with database.write() as session:
        await conversation.put(session, rows.person, "practice", practice=1)
        await conversation.put(session, rows.person, "schedule", conversation.DRAFT, at="09:30")
        await conversation.clear(session, rows.person, "checkin")
    async with database.read() as session:
        assert await conversation.where(session, rows.person) == ("practice", {"practice": 1})
    async with database.write() as session:
        await conversation.clear(session, rows.person, "practice")
    async with database.read() as session:
        assert await conversation.where(session, rows.person) is None
        draft = await conversation.where(session, rows.person, conversation.DRAFT)
        assert draft == ("schedule", {"at": "09:30"})


async def test_a_day_claimed_by_several_is_claimed_by_one(database: Database) -> None:
    rows = await written(database)

    async def claim() -> int | None:
        async with database.write() as session:
            day = MONDAY + timedelta(days=1)
            return await deliveries.claim(session, rows.schedule, day, 0, NOW)

    claimed = await asyncio.gather(*(claim() for _ in range(5)))
    assert len([occurrence for occurrence in claimed if occurrence is not None]) == 1


async def test_a_week_claimed_by_several_is_claimed_by_one(database: Database) -> None:
    rows = await written(database)

    async def claim() -> bool:
        async with database.write() as session:
            return await points.claim_week(session, rows.organisation, 0, NOW)

    assert sorted(await asyncio.gather(*(claim() for _ in range(5)))) == [False] * 4 + [True]


async def many_deliveries(database: Database, rows: Rows, number: int) -> None:
    async with database.write() as session:
        people = [
            Person(organisation_id=rows.organisation, telegram_id=n, first_name=str(n))
            for n in range(1, number)
        ]
        session.add_all(people)
        await session.flush()
        promise = Promise(DeliveryState.PLANNED, NOW, NOW + timedelta(hours=4))
        planned = {promise: [person.id for person in people]}
        await deliveries.plan(session, rows.occurrence, planned, {}, number)


async def test_two_senders_never_get_the_same_delivery(database: Database) -> None:
    rows = await written(database)
    await many_deliveries(database, rows, 40)

    async def take() -> list[int]:
        async with database.write() as session:
            taken = await deliveries.lease(session, NOW, NOW + timedelta(minutes=2), 10)
            return [delivery.id for delivery, _, _ in taken]

    batches = await asyncio.gather(*(take() for _ in range(6)))
    taken = [delivery for batch in batches for delivery in batch]
    assert len(taken) == len(set(taken))
    rest = [delivery for _ in range(4) for delivery in await take()]
    assert len(set(taken + rest)) == 40


async def test_a_settled_delivery_stays_settled(database: Database) -> None:
    rows = await written(database)
    async with database.write() as session:
        await deliveries.settle(session, [rows.delivery], DeliveryState.SENT, sent_at=NOW)
        await deliveries.settle(session, [rows.delivery], DeliveryState.FAILED)
        await deliveries.postpone(session, rows.delivery, NOW + timedelta(hours=1), 1)
    async with database.read() as session:
        row = (await session.exec(select(Delivery).where(col(Delivery.id) == rows.delivery))).one()
    assert (row.state, row.sent_at, row.not_before) == (DeliveryState.SENT, NOW, NOW)
