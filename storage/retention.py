"""Deleting what has been kept long enough; what adds up stays as numbers without persons."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Select, and_, delete, exists, func, insert, or_, select, update

from storage.access_log import AccessEntry
from storage.audit import AuditEntry
from storage.conversation import Position
from storage.database import Session, Writer
from storage.deliveries import Delivery, DeliveryCount, DeliveryState, Occurrence
from storage.follow_ups import FollowUp
from storage.invites import Invite
from storage.people import Membership, Pause, Person
from storage.points import WeekClose
from storage.practice import Practice, PracticeNote
from storage.results import BlockPublication, BlockResult
from storage.types import table_of

_DELIVERY, _COUNT, _OCCURRENCE = (table_of(t) for t in (Delivery, DeliveryCount, Occurrence))
_PRACTICE, _NOTE, _FOLLOW_UP = (table_of(t) for t in (Practice, PracticeNote, FollowUp))
_PERSON, _PLACE, _PAUSE, _INVITE = (table_of(t) for t in (Person, Membership, Pause, Invite))
_POSITION = table_of(Position)
_PUBLICATION, _RESULT = table_of(BlockPublication), table_of(BlockResult)


async def old_occurrences(session: Session, before: date, at_most: int) -> Sequence[int]:
    """Return occurrences from before a day that still have deliveries, all of them final."""
    of_it = _DELIVERY.c.occurrence_id == _OCCURRENCE.c.id
    waits = exists().where(of_it, _DELIVERY.c.state == DeliveryState.PLANNED)
    query = (
        select(_OCCURRENCE.c.id)
        .where(_OCCURRENCE.c.day < before, exists().where(of_it), ~waits)
        .order_by(_OCCURRENCE.c.day)
        .limit(at_most)
    )
    return (await session.exec(query)).scalars().all()  # type: ignore[call-overload, no-any-return]


async def count_deliveries(session: Writer, occurrence_id: int) -> None:
    """Put numbers in the place of an occurrence's deliveries."""
    states = (
        select(_DELIVERY.c.occurrence_id, _DELIVERY.c.state, func.count())
        .where(_DELIVERY.c.occurrence_id == occurrence_id)
        .group_by(_DELIVERY.c.occurrence_id, _DELIVERY.c.state)
    )
    columns = ["occurrence_id", "state", "people"]
    await session.exec(insert(_COUNT).from_select(columns, states))
    mine = select(_DELIVERY.c.id).where(_DELIVERY.c.occurrence_id == occurrence_id)
    for table in (_PRACTICE, _FOLLOW_UP):
        linked = table.c.delivery_id.in_(mine)
        await session.exec(update(table).where(linked).values(delivery_id=None))
    await session.exec(delete(_DELIVERY).where(_DELIVERY.c.occurrence_id == occurrence_id))


async def forget_completion_times(session: Writer, before: datetime) -> None:
    """Keep that a prompt was completed, but not when."""
    old = _PRACTICE.c.completed_at < before
    await session.exec(update(_PRACTICE).where(old).values(completed_at=None))


async def forget_texts(session: Writer, before: datetime) -> None:
    """Delete what was answered to prompts that were offered before."""
    old = exists().where(_PRACTICE.c.id == _NOTE.c.practice_id, _PRACTICE.c.offered_at < before)
    await session.exec(delete(_NOTE).where(old))
    await session.exec(delete(_FOLLOW_UP).where(_FOLLOW_UP.c.due_on < before.date()))


async def forget_practice(session: Writer, before: datetime) -> None:
    """Delete which prompts were offered before."""
    old = select(_PRACTICE.c.id).where(_PRACTICE.c.offered_at < before)
    for table in (_NOTE, _FOLLOW_UP):
        await session.exec(delete(table).where(table.c.practice_id.in_(old)))
    await session.exec(delete(_PRACTICE).where(_PRACTICE.c.offered_at < before))


async def forget_places(session: Writer, before: date) -> None:
    """Delete memberships and pauses that ended before a day."""
    for table in (_PLACE, _PAUSE):
        await session.exec(delete(table).where(table.c.until < before))


async def forget_invites(session: Writer, before: datetime) -> None:
    """Delete invites that were used or ran out before."""
    old = or_(_INVITE.c.accepted_at < before, _INVITE.c.expires_at < before)
    await session.exec(delete(_INVITE).where(old))


async def forget_audit(session: Writer, before: datetime) -> None:
    """Delete entries of the trail from before."""
    await session.exec(delete(table_of(AuditEntry)).where(table_of(AuditEntry).c.at < before))


async def forget_looks(session: Writer, before: date) -> None:
    """Delete who looked at what before a day."""
    log = table_of(AccessEntry)
    await session.exec(delete(log).where(log.c.day < before))


async def forget_positions(session: Writer, organisation_id: int, before_week: int) -> None:
    """Delete what is open with people who gave no sign of life since a week, drafts included."""
    silent = exists().where(
        _PERSON.c.id == _POSITION.c.person_id,
        _PERSON.c.organisation_id == organisation_id,
        _PERSON.c.heard_week < before_week,
    )
    await session.exec(delete(_POSITION).where(silent))


async def forget_results(session: Writer, before: datetime) -> None:
    """Delete what was published before."""
    old = select(_PUBLICATION.c.id).where(_PUBLICATION.c.published_at < before)
    await session.exec(delete(_RESULT).where(_RESULT.c.publication_id.in_(old)))
    await session.exec(delete(_PUBLICATION).where(_PUBLICATION.c.published_at < before))


async def last_activity(session: Session) -> datetime | None:
    """Return the instant of the last thing that is known to have happened."""
    happened = (
        _DELIVERY.c.sent_at,
        _PRACTICE.c.offered_at,
        _PRACTICE.c.completed_at,
        _PERSON.c.enrolled_at,
        table_of(AuditEntry).c.at,
        table_of(WeekClose).c.closed_at,
    )
    found = [(await session.exec(select(func.max(each)))).scalars().one() for each in happened]  # type: ignore[call-overload]
    return max((at for at in found if at is not None), default=None)


async def gone(session: Session, before: date, now: datetime) -> Sequence[int]:
    """Return who has no place since before a day, and no invite that could still be accepted."""
    return (await session.exec(_gone(before, now))).scalars().all()  # type: ignore[call-overload, no-any-return]


async def is_gone(session: Session, person_id: int, before: date, now: datetime) -> bool:
    """Tell whether that holds of somebody, who cannot come back until the end."""
    mine = _PERSON.c.id == person_id
    await session.exec(select(_PERSON.c.id).where(mine).with_for_update())  # type: ignore[call-overload]
    found = await session.exec(_gone(before, now).where(mine))  # type: ignore[call-overload]
    return found.first() is not None


def _gone(before: date, now: datetime) -> Select[tuple[int]]:
    holds = exists().where(
        _PLACE.c.person_id == _PERSON.c.id,
        or_(_PLACE.c.until.is_(None), _PLACE.c.until > before),
    )
    invited = exists().where(and_(_INVITE.c.opened_by == _PERSON.c.id, _INVITE.c.expires_at > now))
    return select(_PERSON.c.id).where(~holds, ~invited)
