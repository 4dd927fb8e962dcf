"""Responses to the weekly check-in, without any time of day."""

from collections.abc import Sequence

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy import delete as delete_rows
from sqlmodel import Field, col, select

from storage.database import Session
from storage.people import Person
from storage.types import Table, insert_for, one_of

DIMENSIONS = ("D1", "D2", "D3", "D4", "D5", "D6")
RESPONSES = ("rated", "no_encounters", "skipped")


class Rating(Table, table=True):
    """One person's response to one item in one week; a value of 1 to 5 if rated."""

    __table_args__ = (
        UniqueConstraint("person_id", "week", "dimension"),
        one_of("dimension", DIMENSIONS),
        one_of("response", RESPONSES),
        CheckConstraint("week >= 0", name="week"),
        CheckConstraint(
            "(response = 'rated') = (value IS NOT NULL)"
            " AND (value IS NULL OR value BETWEEN 1 AND 5)",
            name="value",
        ),
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    week: int = Field(index=True)
    dimension: str = Field(max_length=2)
    response: str = Field(max_length=13)
    value: int | None = None


async def of_weeks(session: Session, person_id: int, first: int, last: int) -> Sequence[Rating]:
    """Return the person's responses of the weeks, both ends included, the oldest first."""
    query = (
        select(Rating)
        .where(Rating.person_id == person_id, Rating.week >= first, Rating.week <= last)
        .order_by(col(Rating.week), col(Rating.id))
    )
    return (await session.exec(query)).all()


async def put(
    session: Session, person_id: int, week: int, dimension: str, response: str, value: int | None
) -> None:
    """Keep the person's response to one item of one week in place of an earlier one."""
    answer = {"response": response, "value": value}
    await session.exec(
        insert_for(session, Rating)
        .values(person_id=person_id, week=week, dimension=dimension, **answer)
        .on_conflict_do_update(index_elements=["person_id", "week", "dimension"], set_=answer)
    )


async def answered_items(session: Session, organisation_id: int, week: int) -> dict[int, set[str]]:
    """Return which items each person responded to in the week; never what they responded."""
    query = (
        select(Rating.person_id, Rating.dimension)
        .join(Person, col(Rating.person_id) == col(Person.id))
        .where(Person.organisation_id == organisation_id, Rating.week == week)
    )
    answered: dict[int, set[str]] = {}
    for person_id, dimension in (await session.exec(query)).all():
        answered.setdefault(person_id, set()).add(dimension)
    return answered


async def delete(session: Session, organisation_id: int, first: int, last: int) -> None:
    """Delete all responses of the organisation's people in the weeks, both ends included."""
    people = select(Person.id).where(Person.organisation_id == organisation_id)
    await session.exec(
        delete_rows(Rating).where(
            col(Rating.person_id).in_(people),
            col(Rating.week) >= first,
            col(Rating.week) <= last,
        )
    )
