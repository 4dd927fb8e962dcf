"""Where the conversation with a person stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coaching.configuring import QUESTION_TIME
from coaching.directory import QUESTION_TEAM, QUESTION_UNIT
from coaching.identity import Viewer
from storage import positions
from storage.database import Database

TYPED_BY_HR = (QUESTION_TIME, QUESTION_TEAM, QUESTION_UNIT)


@dataclass(frozen=True, slots=True)
class Question:
    """The question that a typed text answers now."""

    name: str
    data: Mapping[str, Any]


async def stop_typing(database: Database, viewer: Viewer) -> None:
    """Close HR's open question for a name or a time: they went on to something else."""
    if viewer.standing.hr:
        async with database.write() as session:
            await positions.clear(session, viewer.person_id, *TYPED_BY_HR)


async def open_question(database: Database, viewer: Viewer) -> Question | None:
    """Return the open question, if there is one."""
    async with database.read() as session:
        found = await positions.where(session, viewer.person_id)
    return Question(*found) if found else None
