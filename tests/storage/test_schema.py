import sqlite3
from enum import Enum
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from coaching.checkin.week import Response
from coaching.rules.access import Role
from coaching.rules.formats import Outcome
from coaching.rules.instrument import Dimension, Form
from coaching.rules.moments import RESULTS, MomentKind
from coaching.rules.points import Component, Reason
from coaching.rules.schedules import Kind
from storage.database import Database
from storage.deliveries import DeliveryState
from storage.migrations import HEAD, HERE, SchemaState, alembic, schema_state, upgrade
from storage.points import CARRIED
from storage.tables import METADATA


async def state_after(url: str, *statements: str) -> SchemaState:
    database = Database(url)
    try:
        async with database.connect(write=True) as connection:
            for statement in statements:
                await connection.run_sync(Connection.exec_driver_sql, statement)
        return await schema_state(database)
    finally:
        await database.close()


async def test_a_database_without_tables_is_empty(empty_url: str) -> None:
    assert await state_after(empty_url) is SchemaState.EMPTY


async def test_a_migrated_database_is_current(url: str) -> None:
    assert await state_after(url) is SchemaState.CURRENT


async def test_a_database_of_an_earlier_version_is_behind(url: str) -> None:
    earlier = "UPDATE alembic_version SET version_num = '0000'"
    assert await state_after(url, earlier) is SchemaState.BEHIND


async def test_a_database_of_a_later_version_is_newer(url: str) -> None:
    later = "UPDATE alembic_version SET version_num = '9999'"
    assert await state_after(url, later) is SchemaState.NEWER


async def test_a_database_with_other_tables_is_foreign(empty_url: str) -> None:
    assert await state_after(empty_url, "CREATE TABLE cats (name TEXT)") is SchemaState.FOREIGN


async def test_the_tables_of_another_project_with_alembic_are_foreign(empty_url: str) -> None:
    theirs = ("CREATE TABLE alembic_version (version_num TEXT)", "CREATE TABLE person (id INT)")
    assert await state_after(empty_url, *theirs) is SchemaState.FOREIGN


async def test_a_file_that_is_no_database_is_foreign_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    letter = "Dear colleagues, this is a letter and no database.\n" * 100
    path.write_text(letter)
    assert await state_after_looking(path) is SchemaState.FOREIGN
    assert path.read_text() == letter


async def test_looking_at_somebody_elses_file_changes_nothing_in_it(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with sqlite3.connect(path) as theirs:
        theirs.execute("CREATE TABLE cats (name TEXT)")
    theirs.close()
    before = path.read_bytes()
    assert await state_after_looking(path) is SchemaState.FOREIGN
    assert path.read_bytes() == before


async def state_after_looking(path: Path) -> SchemaState:
    database = Database(f"sqlite:///{path}")
    try:
        return await schema_state(database)
    finally:
        await database.close()


async def test_migrations_lead_up_down_and_up_again(empty_url: str) -> None:
    database = Database(empty_url)
    try:
        await upgrade(database)
        async with database.connect(write=True) as connection:
            await connection.run_sync(alembic, "downgrade", revision="base")
        assert await schema_state(database) is SchemaState.EMPTY
        await upgrade(database)
        assert await schema_state(database) is SchemaState.CURRENT
    finally:
        await database.close()


async def test_migrations_make_the_very_tables_of_the_code(database: Database) -> None:
    async with database.connect(write=True) as connection:
        await connection.run_sync(alembic, "check")  # raises if they differ


async def test_upgrading_twice_changes_nothing(database: Database) -> None:
    await upgrade(database)
    assert await schema_state(database) is SchemaState.CURRENT


def test_the_newest_migration_is_the_head() -> None:
    assert ScriptDirectory(str(HERE)).get_heads() == [HEAD]


@pytest.mark.parametrize(
    ("constraint", "words"),
    [
        ("ck_person_form", Form),
        ("ck_membership_role", Role),
        ("ck_invite_role", Role),
        ("ck_schedule_kind", Kind),
        ("ck_delivery_state", DeliveryState),
        ("ck_rating_dimension", Dimension),
        ("ck_rating_response", Response),
        ("ck_practice_dimension", Dimension),
        ("ck_practice_outcome", Outcome),
        ("ck_points_entry_reason", Reason),
    ],
)
def test_columns_hold_the_words_of_coaching(constraint: str, words: type[Enum]) -> None:
    assert allowed(constraint) == {word.value for word in words}


def test_moments_are_of_a_team_or_its_results() -> None:
    assert allowed("ck_moment_kind") == {kind.value for kind in MomentKind} | {RESULTS}


def test_the_ledger_holds_what_is_earned_and_what_is_carried_over() -> None:
    words = {component.value for component in Component} | {CARRIED}
    assert allowed("ck_points_entry_component") == words


def allowed(constraint: str) -> set[str]:
    found = [
        str(rule.sqltext)  # type: ignore[attr-defined]
        for table in METADATA.tables.values()
        for rule in table.constraints
        if rule.name == constraint
    ]
    assert len(found) == 1
    return set(found[0].split("'")[1::2])
