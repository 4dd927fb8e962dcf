"""Prompts that were offered to people, and what came of them."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, col, select

from storage.checkins import DIMENSIONS
from storage.database import Session
from storage.people import Person
from storage.types import Table, one_of

OUTCOMES = (
    "done",
    "not_yet",
    "did_not_fit",
    "not_relevant",
    "knew",
    "partly",
    "did_not_know",
    "heard",
)


class Practice(Table, table=True):
    """One prompt offered to one person, with its outcome once there is one."""

    __table_args__ = (one_of("outcome", OUTCOMES), one_of("dimension", DIMENSIONS))

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    delivery_id: int | None = Field(default=None, foreign_key="delivery.id", unique=True)
    prompt_id: str = Field(max_length=40)
    prompt_version: int
    dimension: str = Field(max_length=2)
    offered_at: datetime
    outcome: str | None = Field(default=None, max_length=12)
    completed_at: datetime | None = Field(default=None, index=True)
    choice: str | None = Field(default=None, max_length=20)
    text: str | None = Field(default=None, max_length=500)


async def history(session: Session, person_id: int) -> Sequence[Practice]:
    """Return what the person was offered, the oldest first."""
    query = select(Practice).where(Practice.person_id == person_id).order_by(col(Practice.id))
    return (await session.exec(query)).all()


async def own(session: Session, person_id: int, practice_id: int) -> Practice | None:
    """Return the practice if it is the person's own."""
    query = select(Practice).where(Practice.id == practice_id, Practice.person_id == person_id)
    return (await session.exec(query)).first()


async def of_delivery(session: Session, delivery_id: int) -> Practice | None:
    """Return what was offered by a delivery, if it was prepared before."""
    return (
        await session.exec(select(Practice).where(Practice.delivery_id == delivery_id))
    ).first()


async def completed_between(
    session: Session, organisation_id: int, first: datetime, after_last: datetime
) -> Sequence[Practice]:
    """Return what the organisation's people completed in the half-open span."""
    query = (
        select(Practice)
        .join(Person, col(Practice.person_id) == col(Person.id))
        .where(
            Person.organisation_id == organisation_id,
            col(Practice.completed_at) >= first,
            col(Practice.completed_at) < after_last,
        )
    )
    return (await session.exec(query)).all()
