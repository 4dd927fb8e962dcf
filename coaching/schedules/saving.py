"""What holds from now on: a draft is saved or dropped, a schedule paused, resumed or deleted."""

from datetime import datetime

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.planning import LeftOut
from coaching.rules.schedules import SEVERAL, Kind
from coaching.schedules.days import follow, let_come
from coaching.schedules.drafts import (
    QUESTION,
    QUESTIONS,
    ScheduleDraft,
    draft_of,
    kept_on,
    noted,
    row_of,
    unwritten,
    values_of,
)
from coaching.schedules.planning import catch_up
from coaching.schedules.shown import (
    PreviewedSchedule,
    ScheduleLine,
    editable,
    is_deletable,
    lines_of,
    look,
)
from storage import audit, conversation, deliveries, programme, schedules
from storage.database import Database, Session
from storage.schedules import Schedule


async def save(
    database: Database, viewer: Viewer, now: datetime, screen: int | None = None
) -> PreviewedSchedule:
    """Make the draft the schedule, from its next occurrence on.

    Raises SCHEDULE_CHANGED if a colleague changed the schedule since the draft was begun,
    SCHEDULE_EXISTS if the same people have one of the kind already (only prompts and champion's
    messages may be several), TEXT_MISSING if a champion's message lacks a language.
    """
    require(viewer, Action.CONFIGURE_SCHEDULES)
    await catch_up(database, now)
    async with database.write() as session:
        organisation = await programme.organisation_to_change(session, viewer.organisation_id)
        draft = await kept_on(session, viewer, screen)
        row, before = await _target(session, viewer, draft)
        await _check_only_one(session, viewer, draft)
        if draft.kind is Kind.CHAMPION and unwritten(viewer, draft):
            raise CoachingError(Code.TEXT_MISSING)
        row.sqlmodel_update(values_of(draft))
        session.add(row)
        await follow(session, row, organisation, now)
        row.version = draft.version + 1
        await session.flush()
        await deliveries.look_again(session, now, schedule_id=row.id)
        await conversation.clear(session, viewer.person_id, QUESTION, *QUESTIONS)
        await session.flush()
        after = {"id": row.id, **noted(draft)}
        audit.record(
            session, row.organisation_id, viewer.person_id, now, "schedule saved", before, after
        )
        shown = await look(session, viewer, organisation, draft_of(row), now)
    return await shown.previewed()


async def drop(
    database: Database, viewer: Viewer, screen: int | None = None
) -> list[ScheduleLine]:
    """Throw the draft away; return all schedules."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        await kept_on(session, viewer, screen)
        await conversation.clear(session, viewer.person_id, QUESTION, *QUESTIONS)
        return await lines_of(session, viewer)


async def set_paused(
    database: Database, viewer: Viewer, schedule_id: int, now: datetime, *, paused: bool
) -> PreviewedSchedule:
    """Stop a schedule or let it run again from its next occurrence, without a backlog."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    await catch_up(database, now)
    async with database.write() as session:
        organisation = await programme.organisation_to_change(session, viewer.organisation_id)
        row = await _row_to_change(session, viewer, schedule_id)
        before = {"id": row.id, "paused": row.paused}
        if row.paused:
            let_come(row, None)  # what a pause let go by is over
        row.paused = paused
        await follow(session, row, organisation, now)
        row.version += 1
        if paused:
            theirs = (row.organisation_id, LeftOut.PAUSED, row.id)
            await deliveries.cancel_all(session, *theirs)
        after = {"id": row.id, "paused": paused}
        ids = (row.organisation_id, viewer.person_id)
        audit.record(session, *ids, now, "schedule paused or resumed", before, after)
        shown = await look(session, viewer, organisation, draft_of(row), now)
    return await shown.previewed()


async def delete(
    database: Database, viewer: Viewer, schedule_id: int, now: datetime
) -> list[ScheduleLine]:
    """Let a schedule be no more, nor what it has on its way; return all others.

    What it sent stays in the account. Raises NOT_FOUND, or SCHEDULE_NEEDED for the last of its
    kind for everybody.
    """
    require(viewer, Action.CONFIGURE_SCHEDULES)
    await catch_up(database, now)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        row = await _row_to_change(session, viewer, schedule_id)
        draft = draft_of(row)
        every = await schedules.all_of(session, viewer.organisation_id)
        if not is_deletable(draft, every):
            raise CoachingError(Code.SCHEDULE_NEEDED)
        row.deleted = row.paused = True
        row.version += 1
        let_come(row, None)
        await deliveries.cancel_all(session, row.organisation_id, LeftOut.CHANGED, row.id)
        await schedules.forget_failures(session, row.id)
        ids = (row.organisation_id, viewer.person_id)
        before = {"id": row.id, **noted(draft)}
        audit.record(session, *ids, now, "schedule deleted", before, {"id": row.id})
        await session.flush()
        return await lines_of(session, viewer)


async def _check_only_one(session: Session, viewer: Viewer, draft: ScheduleDraft) -> None:
    """Two schedules of a kind for the same people would say the same thing twice."""
    for row in await schedules.all_of(session, viewer.organisation_id):
        other = draft_of(row)
        same = other.for_whom == draft.for_whom and row.id != draft.schedule_id
        if same and draft.kind not in SEVERAL:
            raise CoachingError(Code.SCHEDULE_EXISTS)


async def _row_to_change(session: Session, viewer: Viewer, schedule_id: int) -> Schedule:
    found = await schedules.one_to_change(session, viewer.organisation_id, schedule_id)
    return editable(found)


async def _target(
    session: Session, viewer: Viewer, draft: ScheduleDraft
) -> tuple[Schedule, dict[str, object]]:
    """Return the row that the draft becomes, with its values before."""
    if draft.schedule_id is None:
        new = row_of(viewer, draft)
        new.id = None  # type: ignore[assignment]  # the database numbers it
        return new, {}
    row = await schedules.one_to_change(session, viewer.organisation_id, draft.schedule_id)
    if row is None or row.version != draft.version:
        raise CoachingError(Code.SCHEDULE_CHANGED)
    return row, {"id": row.id, **noted(draft_of(row))}
