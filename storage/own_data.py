"""Everything that is held about one person, found by the schema itself: shown, and erased."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Table as SqlTable
from sqlalchemy import delete, select, update
from sqlmodel import select as select_columns

from storage import stories
from storage.audit import AuditEntry
from storage.database import Session, Writer
from storage.deliveries import Delivery, Occurrence
from storage.invites import Invite
from storage.learnings import Learning, Trial
from storage.people import Membership, Person
from storage.practice import Practice
from storage.rewards import TeamReward
from storage.tables import METADATA
from storage.types import table_of

PERSON = "person"
# What outlasts a person: the trail of settings and used invites stay without whose they were.
UNNAMED = {
    table_of(AuditEntry).c.person_id,
    table_of(Invite).c.opened_by,
    table_of(Invite).c.asked_by,
    table_of(TeamReward).c.approved_by,
    table_of(Membership).c.made_by,
    table_of(Membership).c.end_asked_by,
}


def personal_tables() -> list[SqlTable]:
    """Return every table whose rows belong to a person, straight or through a row of theirs.

    The last of them refer to the earlier ones.
    """
    found = {PERSON}
    for table in METADATA.sorted_tables:
        owners = {
            key.column.table.name for column in _owning(table) for key in column.foreign_keys
        }
        if owners & found:
            found.add(table.name)
    return [table for table in METADATA.sorted_tables if table.name in found]


async def rows_of(session: Session, person_id: int) -> dict[str, list[Mapping[str, Any]]]:
    """Return all rows of a person, table by table."""
    held: dict[str, list[Mapping[str, Any]]] = {}
    for table in personal_tables():
        query = select(table).where(_belongs_to(table, person_id))
        found = await session.exec(query)  # type: ignore[call-overload]  # a table, no model
        if rows := found.mappings().all():
            held[table.name] = [dict(row) for row in rows]
    return held


async def lives(session: Session) -> Sequence[tuple[int, int, datetime | None]]:
    """Return everybody's key, account at Telegram and the instant of their enrolment."""
    return (
        await session.exec(select_columns(Person.id, Person.telegram_id, Person.enrolled_at))
    ).all()


async def erase(session: Writer, person_id: int) -> None:
    """Delete all rows of a person; counts of days gone by stay right without them."""
    deliveries = table_of(Delivery).c
    occurrences = table_of(Occurrence).c
    mine = select(deliveries.occurrence_id).where(deliveries.person_id == person_id)
    await session.exec(
        update(table_of(Occurrence))
        .where(occurrences.id.in_(mine))
        .values(audience=occurrences.audience - 1)
    )
    cards = select(table_of(Learning).c.id).where(table_of(Learning).c.person_id == person_id)
    trials = table_of(Trial)
    await session.exec(delete(trials).where(trials.c.learning_id.in_(cards)))
    await stories.forget_of(session, person_id)
    for column in UNNAMED:
        table = column.table
        await session.exec(update(table).where(column == person_id).values({column: None}))
    for table in reversed(personal_tables()):
        await session.exec(delete(table).where(_belongs_to(table, person_id)))


def _owning(table: SqlTable) -> Sequence[Any]:
    """Return the columns by which a row belongs to somebody: never null, and to a person's row."""
    owners = (table_of(Person), table_of(Practice))
    return [
        column
        for column in table.columns
        if not column.nullable and any(key.column.table in owners for key in column.foreign_keys)
    ]


def _belongs_to(table: SqlTable, person_id: int) -> Any:  # noqa: ANN401 - an SQL condition
    if table.name == PERSON:
        return table.c.id == person_id
    column = _owning(table)[0]
    (key,) = column.foreign_keys
    if key.column.table.name == PERSON:
        return column == person_id
    above = key.column.table
    return column.in_(select(above.c.id).where(above.c.person_id == person_id))
