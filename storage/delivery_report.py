"""How deliveries went, occurrence by occurrence: numbers of people, never who."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from sqlmodel import col, func, or_, select
from sqlmodel.sql.expression import Select

from storage.database import Session
from storage.deliveries import (
    UNDELIVERED,
    Delivery,
    DeliveryCount,
    DeliveryState,
    LeftOutCount,
    Occurrence,
)
from storage.schedules import Schedule

NOT_COACHING = ("close", "alert")
ANSWERS_CHOOSE = ("reminder", "follow_up")


@dataclass(slots=True)
class Account:
    """One occurrence: what became of its people; `can_resend` failed and is still of use."""

    occurrence: Occurrence
    schedule: Schedule
    states: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    can_resend: int = 0


async def accounts(
    session: Session, organisation_id: int, since: date, now: datetime
) -> Sequence[Account]:
    """Return the occurrences from a day on with their counts, the newest first.

    Closings of weeks and alerts to HR are not among them.
    """
    return await _counted(session, _occurrences(organisation_id, since), now)


async def account(
    session: Session, organisation_id: int, occurrence_id: int, since: date, now: datetime
) -> Account | None:
    """Return one of them."""
    query = _occurrences(organisation_id, since).where(Occurrence.id == occurrence_id)
    return next(iter(await _counted(session, query, now)), None)


def _occurrences(organisation_id: int, since: date) -> Select[Occurrence, Schedule]:
    return (
        select(Occurrence, Schedule)
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(
            Schedule.organisation_id == organisation_id,
            col(Schedule.kind).not_in(NOT_COACHING),
            Occurrence.day >= since,
        )
        .order_by(col(Occurrence.due).desc(), col(Occurrence.id).desc())
    )


async def _counted(
    session: Session, query: Select[Occurrence, Schedule], now: datetime
) -> Sequence[Account]:
    found = {o.id: Account(o, s) for o, s in (await session.exec(query)).all()}
    states = (
        select(col(Delivery.occurrence_id), col(Delivery.state), func.count())
        .where(col(Delivery.occurrence_id).in_(found))
        .group_by(col(Delivery.occurrence_id), col(Delivery.state))
    )
    for occurrence, state, people in (await session.exec(states)).all():
        found[occurrence].states[state] = people
    counted = select(DeliveryCount).where(col(DeliveryCount.occurrence_id).in_(found))
    for row in (await session.exec(counted)).all():
        found[row.occurrence_id].states[row.state] = row.people
    useful = (
        select(col(Delivery.occurrence_id), func.count())
        .where(
            col(Delivery.occurrence_id).in_(found),
            Delivery.state == DeliveryState.FAILED,
            Delivery.useful_until > now,
        )
        .group_by(col(Delivery.occurrence_id))
    )
    for occurrence, people in (await session.exec(useful)).all():
        found[occurrence].can_resend = people
    left_out = select(LeftOutCount).where(col(LeftOutCount.occurrence_id).in_(found))
    for reason in (await session.exec(left_out)).all():
        found[reason.occurrence_id].left_out[reason.reason] = reason.people
    return list(found.values())


class Totals(NamedTuple):
    """The audience of all occurrences, their deliveries by state, and how many were left out."""

    audience: int
    states: dict[str, int]
    left_out: int


async def totals(session: Session, organisation_id: int) -> Totals:
    """Return the sums over all of an organisation's occurrences."""
    of_organisation = (
        select(Occurrence.id)
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(
            Schedule.organisation_id == organisation_id,
            col(Schedule.kind).not_in(NOT_COACHING),
        )
    )
    audience = select(func.coalesce(func.sum(Occurrence.audience), 0)).where(
        col(Occurrence.id).in_(of_organisation)
    )
    states = (
        select(col(Delivery.state), func.count())
        .where(col(Delivery.occurrence_id).in_(of_organisation))
        .group_by(col(Delivery.state))
    )
    left_out = select(func.coalesce(func.sum(LeftOutCount.people), 0)).where(
        col(LeftOutCount.occurrence_id).in_(of_organisation)
    )
    counted = (
        select(col(DeliveryCount.state), func.sum(DeliveryCount.people))
        .where(col(DeliveryCount.occurrence_id).in_(of_organisation))
        .group_by(col(DeliveryCount.state))
    )
    by_state = Counter(dict((await session.exec(states)).all()))
    by_state.update(dict((await session.exec(counted)).all()))
    return Totals(
        audience=(await session.exec(audience)).one(),
        states=dict(by_state),
        left_out=(await session.exec(left_out)).one(),
    )


class Undelivered(NamedTuple):
    """How many people a day's message did not reach, and in which state it ended."""

    kind: str
    day: date
    state: str
    people: int


async def undelivered_since(
    session: Session, organisation_id: int, since: date, smallest: int
) -> list[Undelivered]:
    """Return what did not arrive, the oldest first.

    What goes to fewer than `smallest` by their answers is not among them: it would show these.
    """
    query = (
        select(col(Schedule.kind), col(Occurrence.day), col(Delivery.state), func.count())
        .join(Occurrence, col(Delivery.occurrence_id) == col(Occurrence.id))
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(
            Schedule.organisation_id == organisation_id,
            col(Schedule.kind).not_in(NOT_COACHING),
            Occurrence.day >= since,
            col(Delivery.state).in_(UNDELIVERED),
            or_(col(Schedule.kind).not_in(ANSWERS_CHOOSE), Occurrence.audience >= smallest),
        )
        .group_by(col(Schedule.kind), col(Occurrence.day), col(Delivery.state))
        .order_by(col(Occurrence.day), col(Schedule.kind), col(Delivery.state))
    )
    return [Undelivered(*row) for row in (await session.exec(query)).all()]
