"""Prompts that were offered to people, and what came of them."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import CheckConstraint, UniqueConstraint, and_, case, delete, func
from sqlmodel import Field, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.conversation import TALK, Position
from storage.database import Session, Writer, short
from storage.people import Person
from storage.programme import Organisation
from storage.types import DIMENSIONS, Table, one_of, read_json

OUTCOMES = (
    "done",
    "not_yet",
    "did_not_fit",
    "not_relevant",
    "too_much",
    "knew",
    "partly",
    "did_not_know",
    "heard",
)


class Practice(Table, table=True):
    """One prompt offered to one person, like `d2-plan-3`, with its outcome once there is one.

    `story_id` is the story that it told, until that is gone.
    """

    __table_args__ = (one_of("outcome", OUTCOMES), one_of("dimension", DIMENSIONS))

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    delivery_id: int | None = Field(default=None, foreign_key="delivery.id", unique=True)
    prompt_id: str = Field(max_length=40)
    prompt_version: int
    dimension: str = Field(max_length=2)
    offered_at: datetime = Field(index=True)
    outcome: str | None = Field(default=None, max_length=12)
    completed_at: datetime | None = Field(default=None, index=True)
    story_id: int | None = Field(default=None, foreign_key="story.id", index=True)


class PracticeNote(Table, table=True):
    """One answered step of a prompt, counted from 0: the code of a button, own words, or both."""

    __tablename__ = "practice_note"
    __table_args__ = (CheckConstraint("number >= 0", name="number"),)

    practice_id: int = Field(primary_key=True, foreign_key="practice.id")
    number: int = Field(primary_key=True)
    code: str | None = Field(default=None, max_length=20)
    text: str | None = Field(default=None, max_length=500)


class PromptRelease(Table, table=True):
    """An organisation's own prompts from then on; without a number it is a draft.

    `content` is like `{"prompts": [{"id": "own-d1-plan-1", …}], "older": {"…/text": ["…"]}}`.
    """

    __tablename__ = "prompt_release"
    __table_args__ = (
        UniqueConstraint("organisation_id", "number"),
        CheckConstraint("number >= 1", name="number"),
    )

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id")
    number: int | None = None
    at: datetime
    content: str


async def practitioner(
    session: Session, person_id: int
) -> tuple[Person, Organisation, str | None, dict[str, Any]]:
    """Return the person, their organisation and the open question with its data.

    NoResultFound if there is nobody.
    """
    query = (
        select(Person, Organisation, Position.question, Position.data)
        .join(Organisation, col(Organisation.id) == col(Person.organisation_id))
        .outerjoin(
            Position, and_(col(Position.person_id) == col(Person.id), col(Position.topic) == TALK)
        )
        .where(Person.id == person_id)
    )
    person, organisation, question, data = (await session.exec(short(query))).one()
    known = read_json(data or "{}")
    return person, organisation, None if known is None else question, known or {}


async def history(session: Session, person_id: int) -> Sequence[Practice]:
    """Return what the person was offered, the oldest first."""
    query = select(Practice).where(Practice.person_id == person_id).order_by(col(Practice.id))
    return (await session.exec(short(query))).all()


async def own(session: Session, person_id: int, practice_id: int) -> Practice | None:
    """Return the practice if it is the person's own."""
    query = select(Practice).where(Practice.id == practice_id, Practice.person_id == person_id)
    return (await session.exec(short(query))).first()


async def of_delivery(session: Session, delivery_id: int) -> Practice | None:
    """Return what was offered by a delivery, if it was prepared before."""
    return (
        await session.exec(short(select(Practice).where(Practice.delivery_id == delivery_id)))
    ).first()


class Completed(NamedTuple):
    """A practice step that somebody completed, and how it went."""

    person_id: int
    offered_at: datetime
    completed_at: datetime
    outcome: str | None


async def completed_between(
    session: Session, organisation_id: int, first: datetime, after_last: datetime
) -> list[Completed]:
    """Return what the organisation's people completed in the half-open span."""
    query = (
        select(Practice.person_id, Practice.offered_at, Practice.completed_at, Practice.outcome)
        .join(Person, col(Practice.person_id) == col(Person.id))
        .where(
            Person.organisation_id == organisation_id,
            col(Practice.completed_at) >= first,
            col(Practice.completed_at) < after_last,
        )
    )
    found = (await session.exec(query)).all()
    return await asyncio.to_thread(lambda: [Completed(*row) for row in found])


async def notes_of(session: Session, *practice_ids: int) -> Sequence[PracticeNote]:
    """Return the answered steps of prompts, prompt by prompt in their order."""
    query = (
        select(PracticeNote)
        .where(col(PracticeNote.practice_id).in_(practice_ids))
        .order_by(col(PracticeNote.practice_id), col(PracticeNote.number))
    )
    return (await session.exec(short(query))).all()


async def texts_of(
    session: Session, person_id: int, practice_id: int | None = None
) -> Sequence[tuple[Practice, str]]:
    """Return what the person wrote to prompts (or to one) in own words, step by step."""
    query = (
        select(Practice, PracticeNote.text)
        .join(PracticeNote, col(PracticeNote.practice_id) == col(Practice.id))
        .where(Practice.person_id == person_id, col(PracticeNote.text).is_not(None))
        .order_by(col(Practice.id), col(PracticeNote.number))
    )
    if practice_id is not None:
        query = query.where(Practice.id == practice_id)
    return [(row, text) for row, text in await session.exec(query) if text is not None]


async def last_text(session: Session, row: Practice) -> str | None:
    """Return what the person wrote last to an earlier prompt on the same theme."""
    query = (
        select(PracticeNote.text)
        .join(Practice, col(PracticeNote.practice_id) == col(Practice.id))
        .where(
            Practice.person_id == row.person_id,
            Practice.dimension == row.dimension,
            Practice.id < row.id,
            col(PracticeNote.text).is_not(None),
        )
        .order_by(col(Practice.id).desc(), col(PracticeNote.number).desc())
        .limit(1)
    )
    return (await session.exec(short(query))).first()


async def drop_notes(session: Writer, practice_id: int, *numbers: int) -> None:
    """Delete some of what was answered to a prompt."""
    of_those = col(PracticeNote.number).in_(numbers)
    await session.exec(
        delete(PracticeNote).where(col(PracticeNote.practice_id) == practice_id, of_those)
    )


async def is_begun(session: Session, row: Practice) -> bool:
    """Tell whether anything was answered to the prompt."""
    return row.outcome is not None or bool(await notes_of(session, row.id))


async def forget_notes(session: Writer, practice_id: int) -> None:
    """Delete what was answered to a prompt."""
    await session.exec(
        short(delete(PracticeNote).where(col(PracticeNote.practice_id) == practice_id))
    )


def _releases(organisation_id: int) -> SelectOfScalar[PromptRelease]:
    return (
        select(PromptRelease)
        .where(
            PromptRelease.organisation_id == organisation_id,
            col(PromptRelease.number).is_not(None),
        )
        .order_by(col(PromptRelease.number).desc())
    )


async def newest_release(session: Session, organisation_id: int) -> PromptRelease | None:
    """Return the release of own prompts that serves now."""
    return (await session.exec(short(_releases(organisation_id).limit(1)))).first()


async def releases(session: Session, organisation_id: int) -> Sequence[PromptRelease]:
    """Return every release of own prompts, the newest first."""
    return (await session.exec(_releases(organisation_id))).all()


async def prompt_draft(session: Session, organisation_id: int) -> PromptRelease | None:
    """Return what waits to be released."""
    query = select(PromptRelease).where(
        PromptRelease.organisation_id == organisation_id, col(PromptRelease.number).is_(None)
    )
    return (await session.exec(short(query))).first()


async def drop_prompt_drafts(session: Writer, organisation_id: int) -> None:
    """Forget what waits to be released."""
    await session.exec(
        delete(PromptRelease).where(
            col(PromptRelease.organisation_id) == organisation_id,
            col(PromptRelease.number).is_(None),
        )
    )


async def answers_by_prompt(session: Session, organisation_id: int) -> dict[str, tuple[int, int]]:
    """Return per prompt how often it was answered, and how often as not relevant."""
    query = (
        select(
            Practice.prompt_id,
            func.count(),
            func.sum(case((col(Practice.outcome) == "not_relevant", 1), else_=0)),
        )
        .join(Person, col(Practice.person_id) == col(Person.id))
        .where(
            Person.organisation_id == organisation_id,
            col(Practice.outcome).is_not(None),
            col(Practice.outcome) != "not_yet",
        )
        .group_by(Practice.prompt_id)
    )
    return {prompt: (answers, against) for prompt, answers, against in await session.exec(query)}
