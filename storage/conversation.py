"""Where a conversation stands: rows instead of memory, so that a question survives a restart."""

import json
from typing import Any

from sqlalchemy import bindparam, delete
from sqlmodel import Field

from storage.database import Session, Writer, plain, short
from storage.types import Table, one_of, put_for, read_json, table_of

TALK = "talk"
DRAFT = "draft"
CARD = "card"


class Position(Table, table=True):
    """What is open with a person: the question that a typed text answers, a draft, or a card.

    `data` is what the question is about, like `{"week": 3, "dimension": "D2"}`.
    """

    __table_args__ = (one_of("topic", (TALK, DRAFT, CARD)),)

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    topic: str = Field(primary_key=True, max_length=5)
    question: str = Field(max_length=32)
    data: str = Field(max_length=4000)


async def where(
    session: Session, person_id: int, topic: str = TALK
) -> tuple[str, dict[str, Any]] | None:
    """Return the open question and its data, if there is one."""
    row = await session.get(Position, (person_id, topic))
    data = read_json(row.data) if row else None
    return (row.question, data) if row and data is not None else None


async def card(session: Session, person_id: int, question: str) -> dict[str, Any]:
    """Return what the person's card is about, nothing if theirs is another one or none."""
    held = await where(session, person_id, CARD)
    return held[1] if held and held[0] == question else {}


async def put(
    session: Writer, person_id: int, question: str, topic: str = TALK, **data: object
) -> None:
    """Open a question for the person in place of another one of the topic."""
    held = {"question": question, "data": json.dumps(data, default=str, ensure_ascii=False)}
    statement = put_for(session, Position, "person_id", "topic", values=("question", "data"))
    await session.exec(statement, params={"person_id": person_id, "topic": topic, **held})


_POSITIONS = table_of(Position).c
_CLEAR = plain(
    delete(table_of(Position)).where(
        _POSITIONS.person_id == bindparam("person_id"),
        _POSITIONS.question.in_(bindparam("questions", expanding=True)),
    )
)


async def clear(session: Writer, person_id: int, *questions: str) -> None:
    """Close those of the questions that are open with the person."""
    await session.exec(_CLEAR, params={"person_id": person_id, "questions": questions})


async def drop(session: Writer, person_id: int, topic: str) -> None:
    """Forget what is open with the person on a topic."""
    mine = (_POSITIONS.person_id == person_id) & (_POSITIONS.topic == topic)
    await session.exec(short(delete(table_of(Position)).where(mine)))


async def drop_all(session: Writer, person_id: int) -> None:
    """Forget all that is open with the person."""
    mine = _POSITIONS.person_id == person_id
    await session.exec(short(delete(table_of(Position)).where(mine)))
