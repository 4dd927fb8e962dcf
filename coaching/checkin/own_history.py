"""One's own history: answers that outlast their block, for the one who gave them alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.instrument import Dimension
from coaching.rules.programme import block_begins, position, week_of
from storage import checkin
from storage.checkin import Given
from storage.database import Database, Session
from storage.people import Person

WEEKS_KEPT = 56  # thirteen months


@dataclass(frozen=True, slots=True)
class OwnHistory:
    """Whether answers are kept, and per dimension the own ones as they are, block by block.

    `blocks` are the blocks with an answer, from 1; what was not answered in one is None.
    `reworded` are those in which answers begin to be about another wording than before.
    """

    keeps: bool
    blocks: Sequence[int]
    values: Mapping[Dimension, Sequence[int | None]]
    reworded: Sequence[int] = ()


async def own_history(database: Database, viewer: Viewer) -> OwnHistory:
    """Return the own answers that are held, the first of a block where there are several."""
    require(viewer, Action.CHECK_IN)
    async with database.read() as session:
        return await _history_of(session, viewer)


async def keep_history(database: Database, viewer: Viewer) -> OwnHistory:
    """Keep the own answers from this block on; return what is held."""
    require(viewer, Action.CHECK_IN)
    async with database.write() as session:
        (await session.get_one(Person, viewer.person_id)).keeps_history = True
        return await _history_of(session, viewer)


async def drop_history(database: Database, viewer: Viewer, now: datetime) -> OwnHistory:
    """Erase the own answers of closed blocks at once, and keep no more; return what is held."""
    require(viewer, Action.CHECK_IN)
    async with database.write() as session:
        (await session.get_one(Person, viewer.person_id)).keeps_history = False
        await checkin.delete_own(session, viewer.person_id, _open_since(viewer, now))
        held = await _history_of(session, viewer)
    await database.forget()
    return held


async def _history_of(session: Session, viewer: Viewer) -> OwnHistory:
    person = await session.get_one(Person, viewer.person_id)
    given = await checkin.of_person(session, viewer.person_id)
    return _history(given, keeps=person.keeps_history)


def _open_since(viewer: Viewer, now: datetime) -> int:
    """Return the first week whose answers still wait for their block to close."""
    today = viewer.local_day(now)
    if today < viewer.programme_start:
        return 0
    return block_begins(week_of(viewer.programme_start, today))


def _history(given: Sequence[Given], *, keeps: bool) -> OwnHistory:
    first: dict[tuple[str, int], int] = {}
    wordings: list[tuple[str, int]] = []
    for answer in given:
        block = position(answer.week).block
        if answer.value is not None and block is not None:
            first.setdefault((answer.dimension, block + 1), answer.value)
            wordings.append((answer.instrument, block + 1))
    blocks = sorted({block for _, block in first})
    values = {each: [first.get((each, block)) for block in blocks] for each in Dimension}
    reworded = {block for (old, _), (new, block) in pairwise(wordings) if new != old}
    return OwnHistory(keeps, blocks, values, sorted(reworded))
