"""What people have been sent or are about to be sent in a week, and how long they were silent."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import and_, update
from sqlmodel import case, col, func, select

from storage.database import Session, Writer
from storage.deliveries import Delivery, DeliveryState, Occurrence
from storage.people import Person
from storage.schedules import Schedule

COUNTED = (DeliveryState.PLANNED, DeliveryState.SENT)


class WeekLoad(NamedTuple):
    """How many messages somebody has from a week, of which kinds, and how many on one day."""

    person_id: int
    today: int
    this_week: int
    prompts: int
    checkins: int
    reminders: int
    follow_ups: int


class Turns(NamedTuple):
    """Whose turn the week's check-in was and on which day, and who was not asked by it."""

    asked: dict[int, date]
    not_asked: set[int]


async def of_week(
    session: Session, organisation_id: int, week: int, day: date, person_id: int | None = None
) -> list[WeekLoad]:
    """Return person, messages of the day and the week, and of it those of each limited kind.

    Only for those who have any (or for one person); failed, missed and cancelled ones
    do not count.
    """
    found = await session.exec(
        select(col(Occurrence.id), col(Occurrence.day), col(Schedule.kind))
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(
            Schedule.organisation_id == organisation_id,
            Occurrence.week == week,
            Occurrence.audience > 0,
        )
    )
    # The occurrences of a week are few: naming them keeps the query on one index.
    occurrences = found.all()
    if not occurrences:
        return []

    def among(*ids: int) -> object:
        return func.sum(case((col(Delivery.occurrence_id).in_(ids), 1), else_=0))

    def of_kind(kind: str) -> list[int]:
        return [i for i, _, k in occurrences if k == kind]

    query = (
        select(  # type: ignore[call-overload]  # SQLModel types up to four columns
            col(Delivery.person_id),
            among(*(i for i, at, _ in occurrences if at == day)),
            func.count(),
            among(*of_kind("prompt")),
            among(*of_kind("checkin")),
            among(*of_kind("reminder")),
            among(*of_kind("follow_up")),
        )
        .where(
            col(Delivery.occurrence_id).in_([i for i, _, _ in occurrences]),
            col(Delivery.state).in_(COUNTED),
            col(Delivery.reason).is_(None),
        )
        .group_by(Delivery.person_id)
    )
    if person_id is not None:
        query = query.where(Delivery.person_id == person_id)
    return [WeekLoad(*row) for row in (await session.exec(query)).all()]


async def anybody_asked_in(session: Session, organisation_id: int, week: int) -> bool:
    """Tell whether the week's check-in was planned for anybody."""
    query = (
        select(Occurrence.id)
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(
            Schedule.organisation_id == organisation_id,
            Schedule.kind == "checkin",
            Occurrence.week == week,
            Occurrence.audience > 0,
        )
    )
    return (await session.exec(query.limit(1))).first() is not None


async def turns_in(session: Session, organisation_id: int, week: int) -> Turns:
    """Return whose turn the week's check-in was.

    Whoever answered before they were asked, and who got nothing since they were silent, is among
    them: if they were missing from a reminder's audience, its number would tell who answered.
    """
    query = (
        select(
            col(Delivery.person_id),
            col(Occurrence.day),
            and_(
                col(Delivery.state).in_(COUNTED),
                col(Delivery.reason).is_(None),
                col(Delivery.asks_pause).is_(False),
            ),
        )
        .join(Occurrence, col(Delivery.occurrence_id) == col(Occurrence.id))
        .join(Schedule, col(Occurrence.schedule_id) == col(Schedule.id))
        .where(
            Schedule.organisation_id == organisation_id,
            Schedule.kind == "checkin",
            Occurrence.week == week,
            Delivery.state != DeliveryState.MISSED,
        )
        .order_by(col(Occurrence.day).desc())
    )
    rows = (await session.exec(query)).all()
    asked = {person for person, _, was_asked in rows if was_asked}
    turns = {person: day for person, day, _ in rows}  # the first day of the week counts
    return Turns(turns, turns.keys() - asked)


async def silent_weeks(
    session: Session, organisation_id: int, week: int, at_least: int, rests: Sequence[int] = ()
) -> dict[int, int]:
    """Return how many earlier weeks brought messages since somebody was last heard of.

    Only for those with so many of them; who was never heard of counts from the first message.
    Weeks of rest do not count: nothing is asked in them.
    """
    weeks = func.count(func.distinct(Occurrence.week))
    heard = func.coalesce(Person.heard_week, -1)
    query = (
        select(col(Delivery.person_id), weeks)
        .join(Person, col(Delivery.person_id) == col(Person.id))
        .join(Occurrence, col(Delivery.occurrence_id) == col(Occurrence.id))
        .where(
            Person.organisation_id == organisation_id,
            heard < week - at_least,
            Occurrence.week > heard,
            Occurrence.week < week,
            col(Occurrence.week).not_in(rests),
            Delivery.state == DeliveryState.SENT,
        )
        .group_by(col(Delivery.person_id))
        .having(weeks >= at_least)
    )
    return dict((await session.exec(query)).all())


async def pause_asked(session: Session, organisation_id: int) -> set[int]:
    """Return who was asked whether to pause and has not been heard of since."""
    query = select(Person.id).where(
        Person.organisation_id == organisation_id, col(Person.pause_asked).is_(True)
    )
    return set((await session.exec(query)).all())


async def note_pause_asked(session: Writer, occurrence_id: int) -> None:
    """Note who is asked by an occurrence whether to pause: it is asked only once.

    Whoever could not be asked, since it came too late, is asked another time.
    """
    asked = select(Delivery.person_id).where(
        Delivery.occurrence_id == occurrence_id,
        Delivery.state == DeliveryState.PLANNED,
        col(Delivery.asks_pause).is_(True),
    )
    await session.exec(update(Person).where(col(Person.id).in_(asked)).values(pause_asked=True))
