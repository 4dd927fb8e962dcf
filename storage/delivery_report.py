"""How deliveries went, occurrence by occurrence: numbers of people, never who."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sqlmodel import col, func, select
from sqlmodel.sql.expression import Select

from storage.database import Session
from storage.deliveries import Delivery, DeliveryCount, LeftOutCount, Occurrence
from storage.schedules import Schedule

NOT_COACHING = ("close", "alert")


@dataclass(slots=True)
class Account:
    """One occurrence: what became of its people."""

    occurrence: Occurrence
    schedule: Schedule
    states: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)


async def accounts(session: Session, organisation_id: int, since: date) -> Sequence[Account]:
    """Return the occurrences from a day on with their counts, the newest first.

    Closings of weeks and alerts to HR are not among them.
    """
    return await _counted(session, _occurrences(organisation_id, since))


async def some_accounts(
    session: Session, organisation_id: int, since: date, first: int, most: int
) -> Sequence[Account]:
    """Return so many of those that were for anybody, from the n-th on, the newest first."""
    query = _occurrences(organisation_id, since).where(Occurrence.audience > 0)
    return await _counted(session, query.offset(first).limit(most))


async def number_of_accounts(session: Session, organisation_id: int, since: date) -> int:
    """Return how many occurrences from a day on were for anybody."""
    found = _occurrences(organisation_id, since).where(Occurrence.audience > 0).subquery()
    return (await session.exec(select(func.count()).select_from(found))).one()


async def account(
    session: Session, organisation_id: int, occurrence_id: int, since: date
) -> Account | None:
    """Return one of them."""
    query = _occurrences(organisation_id, since).where(Occurrence.id == occurrence_id)
    return next(iter(await _counted(session, query)), None)


async def account_of(session: Session, organisation_id: int, delivery_id: int) -> Account | None:
    """Return the one of a delivery, unless it is no message of coaching."""
    mine = select(Delivery.occurrence_id).where(Delivery.id == delivery_id)
    query = _occurrences(organisation_id).where(col(Occurrence.id).in_(mine))
    return next(iter(await _counted(session, query)), None)


def _occurrences(organisation_id: int, since: date = date.min) -> Select[Occurrence, Schedule]:
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


async def _counted(session: Session, query: Select[Occurrence, Schedule]) -> Sequence[Account]:
    found = {o.id: Account(o, s) for o, s in (await session.exec(query)).all()}
    states = (
        select(
            col(Delivery.occurrence_id), col(Delivery.state), col(Delivery.reason), func.count()
        )
        .where(col(Delivery.occurrence_id).in_(found))
        .group_by(col(Delivery.occurrence_id), col(Delivery.state), col(Delivery.reason))
    )
    for occurrence, state, reason, people in (await session.exec(states)).all():
        account = found[occurrence]
        if reason is None:
            account.states[state] = people
        else:  # called off before it was sent, for what leaves others out from the start
            account.left_out[reason] = account.left_out.get(reason, 0) + people
    counted = select(DeliveryCount).where(col(DeliveryCount.occurrence_id).in_(found))
    for row in (await session.exec(counted)).all():
        found[row.occurrence_id].states[row.state] = row.people
    left_out = select(LeftOutCount).where(col(LeftOutCount.occurrence_id).in_(found))
    for counted_out in (await session.exec(left_out)).all():
        reasons = found[counted_out.occurrence_id].left_out
        reasons[counted_out.reason] = reasons.get(counted_out.reason, 0) + counted_out.people
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
