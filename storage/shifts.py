"""The shifts of people in units that work in shifts: one a day, kept for as long as it matters."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint, delete
from sqlmodel import Field, col, select

from storage.database import Session, Writer, short
from storage.people import Person
from storage.types import Table, insert_for


class OwnShift(Table, table=True):
    """The shift that somebody begins on a local day, as instants in UTC."""

    __tablename__ = "own_shift"
    __table_args__ = (
        UniqueConstraint("person_id", "day"),
        CheckConstraint("begins < ends", name="span"),
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    day: date = Field(index=True)
    begins: datetime
    ends: datetime


async def of_person(
    session: Session, person_id: int, first: date, last: date
) -> Sequence[OwnShift]:
    """Return somebody's shifts of the days, both ends included, in order."""
    query = (
        select(OwnShift)
        .where(OwnShift.person_id == person_id, OwnShift.day >= first, OwnShift.day <= last)
        .order_by(col(OwnShift.day))
    )
    return (await session.exec(short(query))).all()


async def on_days(
    session: Session, organisation_id: int, first: date, last: date
) -> Sequence[OwnShift]:
    """Return everybody's shifts of the days, both ends included."""
    query = (
        select(OwnShift)
        .join(Person, col(OwnShift.person_id) == col(Person.id))
        .where(
            Person.organisation_id == organisation_id,
            OwnShift.day >= first,
            OwnShift.day <= last,
        )
    )
    return (await session.exec(query)).all()


async def who_works(
    session: Session, organisation_id: int, first: date, after_last: date
) -> set[int]:
    """Return who has a shift on some day of the half-open span."""
    query = (
        select(OwnShift.person_id)
        .join(Person, col(OwnShift.person_id) == col(Person.id))
        .where(
            Person.organisation_id == organisation_id,
            OwnShift.day >= first,
            OwnShift.day < after_last,
        )
        .distinct()
    )
    return set((await session.exec(query)).all())


async def put(
    session: Writer, person_id: int, day: date, span: tuple[datetime, datetime] | None
) -> None:
    """Keep somebody's shift of a day in place of an earlier one; None takes it away."""
    if span is None:
        await session.exec(
            short(
                delete(OwnShift).where(
                    col(OwnShift.person_id) == person_id, col(OwnShift.day) == day
                )
            )
        )
        return
    held = {"begins": span[0], "ends": span[1]}
    await session.exec(
        short(
            insert_for(session, OwnShift)
            .values(person_id=person_id, day=day, **held)
            .on_conflict_do_update(index_elements=["person_id", "day"], set_=held)
        )
    )


async def forget_before(session: Writer, day: date) -> None:
    """Delete the shifts of days that are over: they say where somebody was."""
    await session.exec(delete(OwnShift).where(col(OwnShift.day) < day))
