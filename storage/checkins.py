"""Responses to the weekly check-in, without any time of day."""

from typing import NamedTuple

from sqlalchemy import CheckConstraint, UniqueConstraint, bindparam
from sqlalchemy import delete as delete_rows
from sqlmodel import Field, col, select

from storage.database import Session
from storage.people import Person
from storage.types import Table, one_of, put_for, table_of

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


class Given(NamedTuple):
    """What a person responded to an item."""

    week: int
    dimension: str
    response: str
    value: int | None


# Built once: every press asks for this, and putting the statement together takes longer.
_RATINGS = table_of(Rating).c
_OF_WEEKS = (
    select(_RATINGS.week, _RATINGS.dimension, _RATINGS.response, _RATINGS.value)
    .where(_RATINGS.person_id == bindparam("person_id"))
    .where(_RATINGS.week.between(bindparam("first"), bindparam("last")))
    .order_by(_RATINGS.week, _RATINGS.id)
    .execution_options(plain=True)
)


async def of_weeks(session: Session, person_id: int, first: int, last: int) -> list[Given]:
    """Return the person's responses of the weeks, both ends included, the oldest first."""
    which = {"person_id": person_id, "first": first, "last": last}
    return [Given(*row) for row in await session.exec(_OF_WEEKS, params=which)]


async def put(session: Session, person_id: int, given: Given) -> None:
    """Keep the person's response to one item of one week in place of an earlier one."""
    statement = put_for(
        session, Rating, "person_id", "week", "dimension", values=("response", "value")
    )
    await session.exec(statement, params={"person_id": person_id, **given._asdict()})


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
