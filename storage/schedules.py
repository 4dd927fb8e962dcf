"""Schedules that HR configures, each with the instant at which it is due next."""

from collections.abc import Sequence
from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, delete, exists, update
from sqlmodel import Field, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.database import Session, Writer, short
from storage.types import NOON, Table, one_of, time_of_day

KINDS = (
    "prompt",
    "checkin",
    "reminder",
    "follow_up",
    "close",
    "points_post",
    "lead_summary",
    "champion",
    "alert",
    "moment",
)
ROLES = ("staff", "lead")


class Schedule(Table, table=True):
    """What is sent to whom on which weekdays, and how many minutes it stays useful.

    `weekdays` are like `tue,thu`; `first` and `last` are its outermost days; `texts` is a
    champion's message by language, like `{"en": "Well done."}`.
    `next_day` is the first day that has yet to be planned; `next_due` is found from it.
    One that was `merged_into` another, as its team was, or `deleted`, which is paused as well,
    stays for the account of what it sent.
    """

    __table_args__ = (
        one_of("kind", KINDS),
        one_of("role", ROLES),
        CheckConstraint("every_weeks BETWEEN 1 AND 4", name="every_weeks"),
        CheckConstraint("window_minutes BETWEEN 15 AND 10080", name="window_minutes"),
        CheckConstraint("unit_id IS NULL OR team_id IS NULL", name="one_audience"),
        CheckConstraint("first IS NULL OR last IS NULL OR first <= last", name="days"),
        CheckConstraint("(kind = 'champion') = (texts IS NOT NULL)", name="texts"),
    )

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    kind: str = Field(max_length=12)
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    team_id: int | None = Field(default=None, foreign_key="team.id")
    role: str | None = Field(default=None, max_length=5)
    weekdays: str = Field(max_length=27)
    at: time = Field(sa_type=time_of_day(NOON))
    own_slot: bool = False
    every_weeks: int = 1
    anchor: date
    first: date | None = None
    last: date | None = None
    window_minutes: int
    texts: str | None = Field(default=None, max_length=4000)
    paused: bool = False
    next_day: date | None = None
    next_due: datetime | None = Field(default=None, index=True)
    version: int = 1
    merged_into: int | None = Field(default=None, foreign_key="schedule.id")
    deleted: bool = False


class PlanningFailure(Table, table=True):
    """A day of a schedule that could not be planned and is tried again; nothing says why.

    `told` holds once HR was told of it. A schedule whose days cannot be found stays due at `due`.
    """

    __tablename__ = "planning_failure"

    schedule_id: int = Field(primary_key=True, foreign_key="schedule.id")
    due: datetime = Field(primary_key=True)
    day: date
    attempts: int
    retry_at: datetime
    told: bool = False


async def all_of(session: Session, organisation_id: int) -> Sequence[Schedule]:
    """Return the organisation's schedules in the order in which they were made."""
    query = (
        select(Schedule)
        .where(
            Schedule.organisation_id == organisation_id,
            col(Schedule.merged_into).is_(None),
            col(Schedule.deleted).is_(False),
            col(Schedule.kind).in_(KINDS),
        )
        .order_by(col(Schedule.id))
    )
    return (await session.exec(query)).all()


async def leaving_the_time(session: Session, organisation_id: int) -> Sequence[Schedule]:
    """Return the running schedules that come at each person's own time."""
    found = await all_of(session, organisation_id)
    return [row for row in found if row.own_slot and not row.paused]


async def of_kind(session: Session, organisation_id: int, kind: str) -> Sequence[Schedule]:
    """Return the organisation's schedules of a kind in the order in which they were made."""
    return [row for row in await all_of(session, organisation_id) if row.kind == kind]


async def one(session: Session, organisation_id: int, schedule_id: int) -> Schedule | None:
    """Return the schedule if it belongs to the organisation."""
    return (await session.exec(short(_one(organisation_id, schedule_id)))).first()


async def one_to_change(
    session: Session, organisation_id: int, schedule_id: int
) -> Schedule | None:
    """Return the schedule if it belongs to the organisation, locked for a change."""
    return (
        await session.exec(short(_one(organisation_id, schedule_id).with_for_update()))
    ).first()


def _one(organisation_id: int, schedule_id: int) -> SelectOfScalar[Schedule]:
    return select(Schedule).where(
        Schedule.id == schedule_id,
        Schedule.organisation_id == organisation_id,
        col(Schedule.merged_into).is_(None),
        col(Schedule.deleted).is_(False),
    )


async def due(session: Session, now: datetime) -> Sequence[Schedule]:
    """Return the running schedules that are due, the earliest first."""
    query = (
        select(Schedule)
        .where(
            col(Schedule.paused).is_(False),
            col(Schedule.next_due) <= now,
            col(Schedule.kind).in_(KINDS),
        )
        .order_by(col(Schedule.next_due), col(Schedule.id))
    )
    return (await session.exec(query)).all()


async def in_force(session: Session, schedule_id: int) -> Schedule:
    """Return the schedule, or the one that it went into with its team."""
    found = await session.get_one(Schedule, schedule_id)
    while found.merged_into is not None:
        found = await session.get_one(Schedule, found.merged_into)
    return found


async def running_of_kind(session: Session, organisation_id: int, kind: str) -> Sequence[Schedule]:
    """Return the organisation's schedules of a kind that are not paused."""
    query = select(Schedule).where(
        Schedule.organisation_id == organisation_id,
        Schedule.kind == kind,
        col(Schedule.paused).is_(False),
        col(Schedule.merged_into).is_(None),
    )
    return (await session.exec(short(query))).all()


async def running(session: Session, organisation_id: int) -> Sequence[Schedule]:
    """Return the organisation's schedules that are not paused."""
    return [row for row in await all_of(session, organisation_id) if not row.paused]


async def agenda(session: Session, at_most: int | None) -> Sequence[tuple[datetime, str]]:
    """Return when the running schedules are due next and their kinds, the earliest first.

    Those that stay due because their days cannot be found are not among them.
    """
    stays = exists().where(
        col(PlanningFailure.schedule_id) == col(Schedule.id),
        col(PlanningFailure.due) == col(Schedule.next_due),
    )
    query = (
        select(Schedule.next_due, Schedule.kind)
        .where(
            col(Schedule.paused).is_(False),
            col(Schedule.next_due).is_not(None),
            col(Schedule.kind).in_(KINDS),
            ~stays,
        )
        .order_by(col(Schedule.next_due), col(Schedule.id))
        .limit(at_most)
    )
    return [(due, kind) for due, kind in (await session.exec(query)).all() if due]


async def of_team_to_change(session: Session, team_id: int) -> Sequence[Schedule]:
    """Return the schedules that are for one team, locked for a change."""
    query = (
        select(Schedule)
        .where(
            Schedule.team_id == team_id,
            col(Schedule.merged_into).is_(None),
            col(Schedule.deleted).is_(False),
        )
        .order_by(col(Schedule.id))
        .with_for_update()
    )
    return (await session.exec(query)).all()


async def failures(session: Session) -> Sequence[tuple[PlanningFailure, Schedule]]:
    """Return what could not be planned, the earliest first."""
    query = (
        select(PlanningFailure, Schedule)
        .join(Schedule, col(PlanningFailure.schedule_id) == col(Schedule.id))
        .where(col(Schedule.kind).in_(KINDS))
        .order_by(col(PlanningFailure.due), col(PlanningFailure.schedule_id))
    )
    return (await session.exec(query)).all()


async def failures_of(session: Session, organisation_id: int) -> Sequence[tuple[str, date]]:
    """Return kind and day of what the organisation could not plan, the oldest first.

    A paused schedule whose days cannot be found is not tried again.
    """
    rests = col(Schedule.paused) & (col(PlanningFailure.due) == col(Schedule.next_due))
    query = (
        select(col(Schedule.kind), col(PlanningFailure.day))
        .join(Schedule, col(PlanningFailure.schedule_id) == col(Schedule.id))
        .where(Schedule.organisation_id == organisation_id, ~rests)
        .order_by(col(PlanningFailure.due), col(PlanningFailure.schedule_id))
    )
    return (await session.exec(query)).all()


async def note_failure(
    session: Writer, schedule_id: int, due: datetime, day: date
) -> PlanningFailure:
    """Note one more attempt at planning a day that failed, to be tried again at once."""
    row = await session.get(PlanningFailure, (schedule_id, due))
    if row is None:
        row = PlanningFailure(schedule_id=schedule_id, due=due, day=day, attempts=0, retry_at=due)
        session.add(row)
    row.attempts += 1
    return row


async def note_told(session: Writer, organisation_id: int) -> None:
    """Note that HR is told of all that the organisation cannot plan now."""
    own = select(Schedule.id).where(Schedule.organisation_id == organisation_id)
    mine = col(PlanningFailure.schedule_id).in_(own)
    await session.exec(update(PlanningFailure).where(mine).values(told=True))


async def forget_failures(session: Writer, schedule_id: int) -> None:
    """Forget what could not be planned of a schedule that is no more."""
    mine = col(PlanningFailure.schedule_id) == schedule_id
    await session.exec(delete(PlanningFailure).where(mine))


async def forget_failure(session: Writer, schedule_id: int, due: datetime) -> None:
    """Forget that something could not be planned: now it is."""
    await session.exec(
        delete(PlanningFailure).where(
            col(PlanningFailure.schedule_id) == schedule_id, col(PlanningFailure.due) == due
        )
    )
