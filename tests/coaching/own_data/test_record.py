"""One's own data: all of it shown, all of it erased, down to the bytes of the file."""

import random
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select as select_rows
from sqlmodel import col, select

from coaching.content import load_instrument
from coaching.deliveries import report
from coaching.learnings import cards
from coaching.own_data import record
from coaching.own_data.erasure import erase
from coaching.people import identity, preferences
from coaching.people.identity import Viewer
from coaching.practice.talks import answer_typed
from coaching.rules.calendar import Weekday
from coaching.rules.formats import PromptFormat
from storage.checkin import Rating
from storage.database import backups
from storage.own_data import UNNAMED, personal_tables
from storage.results import BlockResult
from storage.tables import METADATA
from tests.organisation import NUMBERS, Programme

VERSION = load_instrument().version
MARKER = "Quetzalcoatlus"
NOT_IN_EXPORT = {"ballot", "own_shift", "open_answer", "customer_view"}  # had by few; see `lives`


async def lives(programme: Programme, ana: Viewer) -> None:
    """Leave traces in most tables that hold anything about a person."""
    plan = await programme.offered(ana, PromptFormat.PLAN)
    for typed in (f"If I see {MARKER}, I wait", "yes"):
        await answer_typed(
            programme.database, ana, plan.practice_id, typed, programme.now, next(NUMBERS)
        )
    await programme.checks_in(ana)
    await programme.shares(ana, f"{MARKER} asked first and listened.")
    await programme.opens_stories()
    await programme.tells(ana, f"{MARKER} came back to say that it had been worth the wait.")
    await cards.begin(programme.database, ana)
    holiday = programme.now.date() + timedelta(days=30)
    await preferences.pause(
        programme.database, ana, programme.now, holiday, holiday + timedelta(days=7)
    )
    programme.is_now(0, Weekday.TUE, "09:30")
    await programme.deliver()


def test_every_table_that_leads_to_a_person_is_shown_and_erased() -> None:
    covered = {table.name for table in personal_tables()}
    for table in METADATA.sorted_tables:
        for column in table.columns:
            leads_to = {key.column.table.name for key in column.foreign_keys}
            if "person" in leads_to:
                assert table.name in covered or column in UNNAMED, f"{table.name}.{column.name}"
            if leads_to & covered and not column.nullable:
                assert table.name in covered or table.name == "trial", table.name


async def test_everything_held_about_oneself_is_shown(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    await lives(programme, ana)
    own = await record.held(programme.database, ana)
    assert set(own.rows) == {table.name for table in personal_tables()} - NOT_IN_EXPORT
    assert own.rows["person"][0]["first_name"] == "Ana"
    assert MARKER in str(own.rows["practice_note"])
    assert own.counts["rating"] == 2
    assert not {"id", "person_id"} & own.rows["rating"][0].keys()


async def test_nobody_elses_rows_are_among_them(programme: Programme) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await lives(programme, ana)
    assert MARKER not in str((await record.held(programme.database, bo)).rows)


async def test_erasing_leaves_no_row_and_no_wrong_sum(programme: Programme) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await lives(programme, ana)
    await erase(programme.database, ana, programme.now)
    assert await identity.identify(programme.database, ana.telegram_id) is None
    async with programme.database.read() as session:
        for table in METADATA.sorted_tables:
            for column in table.columns:
                if any(key.column.table.name == "person" for key in column.foreign_keys):
                    query = select_rows(table).where(column == ana.person_id)
                    rows = await session.exec(query)  # type: ignore[call-overload]
                    assert rows.all() == [], table.name
    for line in await report.lines(programme.database, programme.hanna, programme.now):
        assert line.adds_up
    assert await identity.identify(programme.database, bo.telegram_id) is not None


async def test_erasing_reaches_the_bytes_of_file_and_log(
    programme: Programme,
) -> None:
    if not programme.database.is_sqlite:
        return
    file = Path(programme.database.url.database or "")
    ana = await programme.joins(f"Ana{MARKER}", await programme.team("Desk"))
    await lives(programme, ana)
    assert MARKER.encode() in raw(file), "the search finds what is there"
    await erase(programme.database, ana, programme.now)
    assert MARKER.encode() not in raw(file)


async def test_what_was_answered_is_in_no_byte_after_the_block_is_published(
    programme: Programme,
) -> None:
    if not programme.database.is_sqlite:
        return
    file = Path(programme.database.url.database or "")
    ana = await programme.joins("Ana", await programme.team("Desk"))
    async with programme.database.connect(write=True) as connection:
        await connection.exec_driver_sql(
            f"INSERT INTO open_answer VALUES ({ana.person_id}, 3, '{MARKER}')"
        )
    await programme.database.forget()
    assert MARKER.encode() in raw(file)
    programme.is_now(4)
    await programme.deliver()
    assert MARKER.encode() not in raw(file)


async def test_no_byte_ties_an_answer_to_a_person_after_the_block_is_published(
    programme: Programme,
) -> None:
    """Planted: a wording for each person in their ratings, which came in any order."""
    if not programme.database.is_sqlite:
        return
    file = Path(programme.database.url.database or "")
    people = await programme.join(await programme.team("Desk"), *(f"P{n}" for n in range(10)))
    lot = random.Random(1)
    async with programme.database.write() as session:
        for who in lot.sample(people, len(people)):
            for week, wording in ((0, VERSION), (1, f"{MARKER}-{who.person_id}")):
                session.add(
                    Rating(
                        person_id=who.person_id,
                        week=week,
                        dimension=f"D{week + 1}",
                        response="rated",
                        value=lot.randint(1, 5),
                        instrument=wording,
                    )
                )
                await session.flush()
    await programme.database.forget()
    assert MARKER.encode() in raw(file)
    programme.is_now(4)
    await programme.deliver()
    copied = backups.copy(file, file.parent, programme.now)
    for each in (raw(file), raw(copied)):
        assert MARKER.encode() not in each
    async with programme.database.read() as session:
        rows = (await session.exec(select(BlockResult).order_by(col(BlockResult.id)))).all()
    assert rows
    order = [(row.dimension, row.node, row.node_id) for row in rows]
    assert order == sorted(order), "rows lie in the order of the groups, not of the answers"
    personal = {table.name for table in personal_tables()}
    for table in ("block_publication", "block_result"):
        leads_to = {k.column.table.name for k in METADATA.tables[table].foreign_keys}
        assert not leads_to & personal


def raw(file: Path) -> bytes:
    """Return every byte of the database's files."""
    beside = [file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-journal")]
    return b"".join(each.read_bytes() for each in beside if each.exists())
