"""Where the conversation with a person stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coaching.identity import Viewer
from storage import positions
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Question:
    """The question that a typed text answers now."""

    name: str
    data: Mapping[str, Any]


async def open_question(database: Database, viewer: Viewer) -> Question | None:
    """Return the open question, if there is one."""
    async with database.read() as session:
        found = await positions.where(session, viewer.person_id)
    return Question(*found) if found else None
