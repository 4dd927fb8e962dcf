"""Where a conversation stands: rows instead of memory, so that a question survives a restart."""

import json
from typing import Any

from sqlalchemy import delete
from sqlmodel import Field, col

from storage.database import Session
from storage.types import Table, insert_for, one_of

TALK = "talk"
DRAFT = "draft"
CARD = "card"


class Position(Table, table=True):
    """What is open with a person: the question that a typed text answers, a draft, or a card."""

    __table_args__ = (one_of("topic", (TALK, DRAFT, CARD)),)

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    topic: str = Field(primary_key=True, max_length=5)
    question: str = Field(max_length=32)
    data: str = Field(max_length=2000)


async def where(
    session: Session, person_id: int, topic: str = TALK
) -> tuple[str, dict[str, Any]] | None:
    """Return the open question and its data, if there is one."""
    row = await session.get(Position, (person_id, topic))
    return (row.question, json.loads(row.data)) if row else None


async def put(
    session: Session, person_id: int, question: str, topic: str = TALK, **data: object
) -> None:
    """Open a question for the person in place of another one of the topic."""
    held = {"question": question, "data": json.dumps(data, default=str, ensure_ascii=False)}
    await session.exec(
        insert_for(session, Position)
        .values(person_id=person_id, topic=topic, **held)
        .on_conflict_do_update(index_elements=["person_id", "topic"], set_=held)
    )


async def clear(session: Session, person_id: int, *questions: str) -> None:
    """Close those of the questions that are open with the person."""
    await session.exec(
        delete(Position).where(
            col(Position.person_id) == person_id, col(Position.question).in_(questions)
        )
    )
