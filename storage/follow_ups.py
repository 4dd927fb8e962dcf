"""When a practised prompt is taken up again, and what came of it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint, delete
from sqlmodel import Field, col, select

from storage.database import Session, Writer, short
from storage.people import Person
from storage.practice import Practice
from storage.types import Table, one_of

RESULTS = (
    "came",
    "otherwise",
    "not_come",
    "knew",
    "partly",
    "did_not_know",
    "taken_up",
    "lapsed",
)


class FollowUp(Table, table=True):
    """One prompt comes back on one local day; `number` counts how often it came before."""

    __tablename__ = "follow_up"
    __table_args__ = (
        UniqueConstraint("practice_id", "number"),
        CheckConstraint("number >= 0", name="number"),
        one_of("result", RESULTS),
    )

    id: int = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    number: int
    due_on: date = Field(index=True)
    delivery_id: int | None = Field(default=None, foreign_key="delivery.id", unique=True)
    result: str | None = Field(default=None, max_length=12)


_WITH_PRACTICE = select(FollowUp, Practice).where(col(FollowUp.practice_id) == col(Practice.id))


async def of_practice(session: Session, *practice_ids: int) -> Sequence[FollowUp]:
    """Return when prompts come back, the earliest first."""
    query = (
        select(FollowUp)
        .where(col(FollowUp.practice_id).in_(practice_ids))
        .order_by(col(FollowUp.due_on), col(FollowUp.number))
    )
    return (await session.exec(short(query))).all()


async def open_of(session: Session, person_id: int) -> Sequence[tuple[FollowUp, Practice]]:
    """Return what is to come back to a person, the earliest first."""
    query = _WITH_PRACTICE.where(
        col(Practice.person_id) == person_id, col(FollowUp.result).is_(None)
    ).order_by(col(FollowUp.due_on), col(FollowUp.id))
    return (await session.exec(short(query))).all()


async def own(
    session: Session, person_id: int, follow_up_id: int
) -> tuple[FollowUp, Practice] | None:
    """Return the follow-up with its practice if that is the person's own."""
    query = _WITH_PRACTICE.where(
        col(FollowUp.id) == follow_up_id, col(Practice.person_id) == person_id
    )
    return (await session.exec(short(query))).first()


async def of_delivery(session: Session, delivery_id: int) -> tuple[FollowUp, Practice] | None:
    """Return what a delivery brings back with its practice, if it was prepared before."""
    query = _WITH_PRACTICE.where(col(FollowUp.delivery_id) == delivery_id)
    return (await session.exec(short(query))).first()


async def due(session: Session, organisation_id: int, first: date, last: date) -> set[int]:
    """Return to whom something is to come back that was due in the days and has not been sent."""
    query = (
        select(Practice.person_id)
        .join(FollowUp, col(FollowUp.practice_id) == col(Practice.id))
        .join(Person, col(Practice.person_id) == col(Person.id))
        .where(
            Person.organisation_id == organisation_id,
            col(FollowUp.result).is_(None),
            col(FollowUp.delivery_id).is_(None),
            FollowUp.due_on >= first,
            FollowUp.due_on <= last,
        )
        .distinct()
    )
    return set((await session.exec(query)).all())


async def forget_open(session: Writer, practice_id: int) -> None:
    """Let a prompt come back no more; what was answered stays."""
    await session.exec(
        short(
            delete(FollowUp).where(
                col(FollowUp.practice_id) == practice_id, col(FollowUp.result).is_(None)
            )
        )
    )
