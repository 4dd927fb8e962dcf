"""Who looked at what kind of data about persons: a line for each day, role and kind, no person."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Field, col, select

from storage.database import Session, Writer, short
from storage.types import Table, insert_for, one_of

KINDS = ("people",)


class AccessEntry(Table, table=True):
    """On a day somebody of a role looked at this kind of data, about everybody of a programme."""

    __tablename__ = "access_entry"
    __table_args__ = (one_of("role", ("staff", "lead", "hr")), one_of("kind", KINDS))

    organisation_id: int = Field(primary_key=True, foreign_key="organisation.id")
    day: date = Field(primary_key=True)
    role: str = Field(primary_key=True, max_length=5)
    kind: str = Field(primary_key=True, max_length=10)


async def note(session: Writer, entry: AccessEntry) -> None:
    """Add the line, once a day."""
    statement = insert_for(session, AccessEntry).values(**entry.model_dump())
    await session.exec(short(statement.on_conflict_do_nothing()))


async def days(session: Session, organisation_id: int) -> Sequence[AccessEntry]:
    """Return all lines, the newest first."""
    query = (
        select(AccessEntry)
        .where(AccessEntry.organisation_id == organisation_id)
        .order_by(col(AccessEntry.day).desc(), col(AccessEntry.kind))
    )
    return (await session.exec(query)).all()
