"""Responses to the weekly check-in, without any time of day."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import CheckConstraint, UniqueConstraint, bindparam
from sqlalchemy import delete as delete_rows
from sqlmodel import Field, col, func, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from storage.database import Session, Writer, plain, short
from storage.people import Person
from storage.types import DIMENSIONS, Table, one_of, put_for, table_of

MAX_WEEK = 2**31 - 1
RESPONSES = ("rated", "no_encounters", "skipped")


class Rating(Table, table=True):
    """One person's response to one item in one week; a value of 1 to 5 if rated.

    `instrument` is the version of the wording; `named` tells whether a high value had a situation.
    """

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
        CheckConstraint("named IS NULL OR value >= 4", name="named"),
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    week: int = Field(index=True)
    dimension: str = Field(max_length=2)
    response: str = Field(max_length=13)
    value: int | None = None
    instrument: str = Field(max_length=28)
    named: bool | None = None


class OpenAnswer(Table, table=True):
    """One person's answer to the open question of a block; no text if it was skipped."""

    __tablename__ = "open_answer"
    __table_args__ = (CheckConstraint("week >= 0", name="week"),)

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    week: int = Field(primary_key=True)
    text: str | None = Field(default=None, max_length=500)


class CustomerView(Table, table=True):
    """What somebody thinks that their latest customer would have chosen, for them alone."""

    __tablename__ = "customer_view"
    __table_args__ = (
        one_of("dimension", DIMENSIONS),
        CheckConstraint("week >= 0", name="week"),
        CheckConstraint("value BETWEEN 1 AND 5", name="value"),
    )

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    week: int = Field(primary_key=True)
    dimension: str = Field(max_length=2)
    value: int


class Given(NamedTuple):
    """What a person responded to an item, in which version of its wording."""

    week: int
    dimension: str
    response: str
    value: int | None
    instrument: str
    named: bool | None = None


# Built once: every press asks for this, and putting the statement together takes longer.
_RATINGS = table_of(Rating).c
_OF_WEEKS: Select[*tuple[Any, ...]] = plain(
    Select(*(_RATINGS[name] for name in Given._fields))
    .where(_RATINGS.person_id == bindparam("person_id"))
    .where(_RATINGS.week.between(bindparam("first"), bindparam("last")))
    .order_by(_RATINGS.week, _RATINGS.id)
)


async def of_weeks(session: Session, person_id: int, first: int, last: int) -> list[Given]:
    """Return the person's responses of the weeks, both ends included, the oldest first."""
    which = {"person_id": person_id, "first": first, "last": last}
    return [Given(*row) for row in await session.exec(_OF_WEEKS, params=which)]


async def of_person(session: Session, person_id: int) -> list[Given]:
    """Return all of the person's responses that are held, the oldest first."""
    return await of_weeks(session, person_id, 0, MAX_WEEK)


async def put(session: Writer, person_id: int, given: Given) -> None:
    """Keep the person's response to one item of one week in place of an earlier one."""
    kept = ("response", "value", "named", "instrument")
    statement = put_for(session, Rating, "person_id", "week", "dimension", values=kept)
    await session.exec(statement, params={"person_id": person_id, **given._asdict()})


async def open_answer(session: Session, person_id: int, week: int) -> OpenAnswer | None:
    """Return what the person answered to the week's open question."""
    return await session.get(OpenAnswer, (person_id, week))


async def open_answers(session: Session, person_id: int) -> Sequence[OpenAnswer]:
    """Return what the person answered to open questions and is still held."""
    query = select(OpenAnswer).where(OpenAnswer.person_id == person_id)
    return (await session.exec(short(query))).all()


async def put_open_answer(session: Writer, person_id: int, week: int, text: str | None) -> None:
    """Keep the answer to the open question in place of an earlier one."""
    statement = put_for(session, OpenAnswer, "person_id", "week", values=("text",))
    await session.exec(statement, params={"person_id": person_id, "week": week, "text": text})


_VIEWS = table_of(CustomerView).c
_VIEW: Select[*tuple[Any, ...]] = plain(
    Select(_VIEWS.dimension, _VIEWS.value).where(
        _VIEWS.person_id == bindparam("person_id"), _VIEWS.week == bindparam("week")
    )
)


async def customer_view(session: Session, person_id: int, week: int) -> tuple[str, int] | None:
    """Return the item and the value that the person chose for their latest customer in a week."""
    found = await session.exec(_VIEW, params={"person_id": person_id, "week": week})
    row = found.first()
    return None if row is None else (row[0], row[1])


async def put_customer_view(
    session: Writer, person_id: int, week: int, dimension: str, value: int
) -> None:
    """Keep what the person chose for their latest customer in place of an earlier choice."""
    kept = ("dimension", "value")
    statement = put_for(session, CustomerView, "person_id", "week", values=kept)
    held = {"person_id": person_id, "week": week, "dimension": dimension, "value": value}
    await session.exec(statement, params=held)


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


async def who_answered(session: Session, organisation_id: int, week: int) -> set[int]:
    """Return who responded to an item of the week; never to which, or what."""
    query = (
        select(Rating.person_id)
        .join(Person, col(Rating.person_id) == col(Person.id))
        .where(Person.organisation_id == organisation_id, Rating.week == week)
        .distinct()
    )
    return set((await session.exec(query)).all())


async def last_person_with_answers(session: Session) -> int | None:
    """Return the highest id of a person with answers that are held."""
    found = [
        (await session.exec(short(select(func.max(table.person_id))))).one()
        for table in (Rating, OpenAnswer, CustomerView)
    ]
    return max((each for each in found if each is not None), default=None)


async def delete(session: Writer, organisation_id: int, before: int, some: range) -> None:
    """Delete what some people answered before a week who do not keep it for themselves."""
    people = _some(organisation_id, some).where(col(Person.keeps_history).is_(False))
    await _delete(session, people, before)


async def delete_kept(session: Writer, organisation_id: int, before: int, some: range) -> None:
    """Delete what some people answered before a week, whoever they are."""
    await _delete(session, _some(organisation_id, some), before)


def _some(organisation_id: int, some: range) -> SelectOfScalar[int]:
    return select(Person.id).where(
        Person.organisation_id == organisation_id,
        col(Person.id) >= some.start,
        col(Person.id) < some.stop,
    )


async def delete_own(session: Writer, person_id: int, before: int) -> None:
    """Delete what one person answered before a week."""
    await _delete(session, select(Person.id).where(Person.id == person_id), before)


async def _delete(session: Writer, people: SelectOfScalar[int], before: int) -> None:
    for table in (Rating, OpenAnswer, CustomerView):
        columns = table_of(table).c
        await session.exec(
            delete_rows(table).where(columns.person_id.in_(people), columns.week < before)
        )
