"""Where the conversation with a person stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coaching.errors import CoachingError, Code
from coaching.people.directory import QUESTION_TEAM, QUESTION_UNIT
from coaching.people.identity import Viewer
from coaching.people.own_place import QUESTION_NAME
from coaching.people.preferences import QUESTION_BREAK
from coaching.people.search import QUESTION_SEARCH
from coaching.points.catalogue import QUESTION_REWARD
from coaching.practice.theme import QUESTION_WHY
from coaching.schedules.drafts import QUESTIONS
from coaching.schedules.own_times import QUESTION_SHIFT, QUESTION_SLOT, QUESTION_ZONE
from coaching.schedules.working_times import QUESTIONS as QUESTIONS_OF_WORKING_TIMES
from storage import conversation
from storage.database import Database

SPECIFIES = ("practice", "week", "language")
FILL_IN = (
    *QUESTIONS,
    *QUESTIONS_OF_WORKING_TIMES,
    QUESTION_BREAK,
    QUESTION_NAME,
    QUESTION_REWARD,
    QUESTION_SEARCH,
    QUESTION_SHIFT,
    QUESTION_SLOT,
    QUESTION_TEAM,
    QUESTION_UNIT,
    QUESTION_WHY,
    QUESTION_ZONE,
)


@dataclass(frozen=True, slots=True)
class Question:
    """The question that a typed text answers now."""

    name: str
    data: Mapping[str, Any]

    @property
    def key(self) -> str:
        """Tell this question from every other one that can be open."""
        about = [str(self.data[name]) for name in SPECIFIES if name in self.data]
        return "-".join([self.name, *about])

    @property
    def fills_in(self) -> bool:
        """Say whether it fills in a form, a name or a time rather than talks with the person."""
        return self.name in FILL_IN


async def stop_typing(database: Database, viewer: Viewer) -> None:
    """Close an open question for a name, a time or days: they went on to something else."""
    if viewer.asked in FILL_IN:
        async with database.write() as session:
            await conversation.clear(session, viewer.person_id, viewer.asked)


async def leave_question(database: Database, viewer: Viewer, key: str) -> None:
    """Ask this question no more, if it is the open one; raises QUESTION_CLOSED if it is not."""
    async with database.write() as session:
        position = await conversation.where(session, viewer.person_id)
        if position is None or Question(*position).key != key:
            raise CoachingError(Code.QUESTION_CLOSED)
        await conversation.clear(session, viewer.person_id, position[0])


async def open_question(database: Database, viewer: Viewer) -> Question | None:
    """Return the open question, if there is one."""
    async with database.read() as session:
        position = await conversation.where(session, viewer.person_id)
    return Question(*position) if position else None
