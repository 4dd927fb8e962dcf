"""People, where they belong, when they pause, and the invites through which they come."""

import asyncio
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Index,
    and_,
    bindparam,
    or_,
    text,
    update,
)
from sqlmodel import Field, col, select
from sqlmodel.sql.expression import Select

from storage.conversation import TALK, Position
from storage.database import Session, Writer, plain, short
from storage.programme import Organisation, Team, Unit
from storage.types import DIMENSIONS, Table, one_of, table_of, time_of_day

ROLES = ("staff", "lead", "hr")
NEWLY_PLACED = text("newly_placed")
STILL_OPEN = text("until IS NULL")
OPEN_WITHOUT_TEAM = text("until IS NULL AND team_id IS NULL")


class Person(Table, table=True):
    """Somebody who pressed Start with an invite; enrolled once the privacy notice was read.

    `slot` is the own time of day for messages. `heard_week` is the last week of the programme with
    a sign of life; it only serves to fall silent towards those who are. `focus` is the dimension
    chosen for the block `focus_block`, `profile` where somebody mostly works, `motivation` what
    keeps them going, `series` the prompts that they have begun. With `keeps_history` the own
    answers outlast their block, for that person alone. `newly_placed` holds until the day's
    messages that were planned before somebody came are planned for them too.
    """

    __table_args__ = (
        one_of("form", ("A", "B", "C")),
        one_of("focus", DIMENSIONS),
        one_of("profile", ("desk", "field", "lead", "backoffice")),
        one_of("motivation", ("meaning", "mastery", "team", "ease")),
        Index(
            "ix_person_newly_placed",
            "id",
            sqlite_where=NEWLY_PLACED,
            postgresql_where=NEWLY_PLACED,
        ),
    )

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    telegram_id: int = Field(sa_type=BigInteger, unique=True)
    first_name: str = Field(max_length=64)
    name_corrected: bool = False
    language: str | None = Field(default=None, max_length=2)
    form: str | None = Field(default=None, max_length=1)
    enrolled_at: datetime | None = None
    unreachable_since: datetime | None = None
    timezone: str | None = Field(default=None, max_length=64)
    slot: time | None = Field(default=None, sa_type=time_of_day())
    heard_week: int | None = None
    pause_asked: bool = False
    focus: str | None = Field(default=None, max_length=2)
    focus_block: int | None = None
    profile: str | None = Field(default=None, max_length=10)
    motivation: str | None = Field(default=None, max_length=7)
    series: str | None = Field(default=None, max_length=40)
    keeps_history: bool = False
    newly_placed: bool = False


class Membership(Table, table=True):
    """A role from one day until another (the day after the last); HR belongs to no team.

    A member's place is `unconfirmed` until somebody else than who made it confirms it. One in HR
    ends once a second HR person wants what `end_asked_by` wants.
    """

    __table_args__ = (
        one_of("role", ROLES),
        Index(
            "uq_membership_in_team",
            "person_id",
            "role",
            "team_id",
            unique=True,
            sqlite_where=STILL_OPEN,
            postgresql_where=STILL_OPEN,
        ),
        Index(
            "uq_membership_without_team",
            "person_id",
            "role",
            unique=True,
            sqlite_where=OPEN_WITHOUT_TEAM,
            postgresql_where=OPEN_WITHOUT_TEAM,
        ),
        CheckConstraint("(role = 'hr') = (team_id IS NULL)", name="team"),
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    team_id: int | None = Field(default=None, foreign_key="team.id", index=True)
    role: str = Field(max_length=5)
    since: date
    until: date | None = None
    made_by: int | None = Field(default=None, foreign_key="person.id")
    unconfirmed: bool = False
    end_asked_by: int | None = Field(default=None, foreign_key="person.id")


class Pause(Table, table=True):
    """Days without messages and without being counted; no reason is kept."""

    __table_args__ = (
        Index(
            "uq_pause_current",
            "person_id",
            unique=True,
            sqlite_where=STILL_OPEN,
            postgresql_where=STILL_OPEN,
        ),
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    since: date
    until: date | None = None


class Profile(NamedTuple):
    """A person with the organisation, one current membership, its unit, and what is asked now."""

    person_id: int
    telegram_id: int
    first_name: str
    name_corrected: bool
    language: str | None
    form: str | None
    enrolled_at: datetime | None
    unreachable_since: datetime | None
    organisation_id: int
    organisation_name: str
    languages: str
    timezone: str
    programme_start: date
    points_used: bool
    customer_word: str
    role: str | None
    team_id: int | None
    unit_id: int | None
    unit_timezone: str | None
    in_shifts: bool | None
    own_timezone: str | None
    heard_week: int | None
    asked: str | None
    known_unit_timezone: str | None
    known_timezone: str | None
    stories_used: bool


# Columns rather than objects, and put together once: every update asks for this.
_P, _O, _M, _T, _U, _Q = (
    table_of(t).c for t in (Person, Organisation, Membership, Team, Unit, Position)
)
PROFILE: Select[*tuple[Any, ...]] = plain(
    Select(
        *(_P.id, _P.telegram_id, _P.first_name, _P.name_corrected, _P.language, _P.form),
        *(_P.enrolled_at, _P.unreachable_since),
        *(_O.id, _O.name, _O.languages, _O.timezone, _O.programme_start, _O.points_used),
        _O.customer_word,
        *(_M.role, _M.team_id, _U.id, _U.timezone, _U.in_shifts),
        *(_P.timezone, _P.heard_week, _Q.question),
        *(_U.known_timezone, _O.known_timezone, _O.stories_used),
    )
    .join_from(table_of(Person), table_of(Organisation), _P.organisation_id == _O.id)
    .outerjoin(
        table_of(Membership),
        and_(_M.person_id == _P.id, _M.until.is_(None), _M.role.in_(ROLES)),
    )
    .outerjoin(table_of(Team), _T.id == _M.team_id)
    .outerjoin(table_of(Unit), _U.id == _T.unit_id)
    .outerjoin(table_of(Position), and_(_Q.person_id == _P.id, _Q.topic == TALK))
    .order_by(_M.id)
)
_PROFILE_BY_ACCOUNT = PROFILE.where(_P.telegram_id == bindparam("telegram_id"))
_PROFILE_BY_ID = PROFILE.where(_P.id == bindparam("person_id"))


async def by_telegram_id(session: Session, telegram_id: int) -> Person | None:
    """Return the person behind a Telegram account, locked so that nobody erases them meanwhile."""
    query = select(Person).where(Person.telegram_id == telegram_id).with_for_update()
    return (await session.exec(short(query))).first()


async def profile(session: Session, person_id: int) -> Sequence[Profile]:
    """Return a person with the organisation once per current membership with its unit.

    One query for everything that each update has to know; no row if there is no such person.
    """
    rows = await session.exec(_PROFILE_BY_ID, params={"person_id": person_id})
    return [Profile(*row) for row in rows]


async def known_accounts(session: Session, telegram_ids: Sequence[int]) -> frozenset[int]:
    """Return those of the Telegram accounts that belong to somebody in the database."""
    account = col(Person.telegram_id)
    rows = await session.exec(short(select(account).where(account.in_(telegram_ids))))
    return frozenset(rows.all())


async def profile_by_account(session: Session, telegram_id: int) -> Sequence[Profile]:
    """Return the same of the person behind a Telegram account."""
    rows = await session.exec(_PROFILE_BY_ACCOUNT, params={"telegram_id": telegram_id})
    return [Profile(*row) for row in rows]


async def memberships(session: Session, person_id: int) -> Sequence[Membership]:
    """Return the person's current memberships."""
    query = select(Membership).where(
        Membership.person_id == person_id, col(Membership.until).is_(None)
    )
    return (await session.exec(short(query))).all()


async def pauses(session: Session, person_id: int, day: date) -> Sequence[Pause]:
    """Return the person's pauses that last on a day or begin later, the earliest first."""
    query = (
        select(Pause)
        .where(
            Pause.person_id == person_id, or_(col(Pause.until).is_(None), col(Pause.until) > day)
        )
        .order_by(col(Pause.since), col(Pause.id))
    )
    return (await session.exec(short(query))).all()


async def ever_in_team(session: Session, team_id: int) -> int:
    """Return how many people have ever joined the team."""
    query = select(Membership.person_id).where(Membership.team_id == team_id).distinct()
    return len((await session.exec(query)).all())


async def members_of(session: Session, team_id: int) -> Sequence[Membership]:
    """Return the current memberships of a team, leads first."""
    query = (
        select(Membership)
        .where(Membership.team_id == team_id, col(Membership.until).is_(None))
        .order_by(col(Membership.role), col(Membership.id))
    )
    return (await session.exec(query)).all()


class TimeInTeam(NamedTuple):
    """From which day on somebody was in a team, and the day after the last one if it is over."""

    person_id: int
    team_id: int
    since: date
    until: date | None


async def places_between(
    session: Session,
    organisation_id: int,
    role: str,
    first: date,
    after_last: date,
    person_id: int | None = None,
) -> list[TimeInTeam]:
    """Return who (or whether somebody) held the role in a team on some day of the half-open span.

    They are plain values instead of objects, since they are many.
    """
    query: Select[*tuple[Any, ...]] = (
        Select(_M.person_id, _M.team_id, _M.since, _M.until)
        .join_from(table_of(Membership), table_of(Person), _M.person_id == _P.id)
        .where(
            _P.organisation_id == organisation_id,
            _M.role == role,
            _M.team_id.is_not(None),
            _M.since < after_last,
            or_(_M.until.is_(None), _M.until > first),
        )
        .order_by(_M.id)
    )
    if person_id is not None:
        query = short(query.where(_M.person_id == person_id))
    found = (await session.exec(query)).all()
    return await asyncio.to_thread(lambda: [TimeInTeam(*row) for row in found])


async def pauses_between(
    session: Session,
    organisation_id: int,
    first: date,
    after_last: date,
) -> Sequence[Pause]:
    """Return the organisation's pauses that touch the half-open span."""
    query = (
        select(Pause)
        .join(Person, col(Pause.person_id) == col(Person.id))
        .where(
            Person.organisation_id == organisation_id,
            Pause.since < after_last,
            or_(col(Pause.until).is_(None), col(Pause.until) > first),
        )
    )
    return (await session.exec(query)).all()


class EnrolledPlace(NamedTuple):
    """A current place of somebody enrolled; HR has neither team nor unit."""

    person_id: int
    reachable: bool
    own_zone: str | None
    slot: time | None
    role: str
    team_id: int | None
    unit_id: int | None


async def newly_placed(session: Session) -> Sequence[int]:
    """Return whom the messages that are planned already have to be planned for."""
    # In the words of its index: SQLite takes no other for them.
    query = select(Person.id).where(NEWLY_PLACED).order_by(col(Person.id))
    return (await session.exec(short(query))).all()


async def places_of(session: Session, person_id: int) -> Sequence[tuple[Membership, int | None]]:
    """Return every place that somebody has or had, each with its unit."""
    query = (
        select(Membership, Team.unit_id)
        .outerjoin(Team, col(Membership.team_id) == col(Team.id))
        .where(Membership.person_id == person_id)
        .order_by(col(Membership.id))
    )
    return (await session.exec(short(query))).all()


async def addressees(
    session: Session, organisation_id: int, role: str | None = None, *, settled: bool = False
) -> list[EnrolledPlace]:
    """Return the current places (of a role) of everybody enrolled, by person.

    Of those who are `settled` alone, whoever is newly placed is not among them.
    """
    query = (
        select(  # type: ignore[call-overload]  # SQLModel types up to four columns
            Person.id,
            col(Person.unreachable_since).is_(None),
            Person.timezone,
            Person.slot,
            Membership.role,
            Membership.team_id,
            Team.unit_id,
        )
        .join(Membership, col(Membership.person_id) == col(Person.id))
        .outerjoin(Team, col(Membership.team_id) == col(Team.id))
        .where(
            Person.organisation_id == organisation_id,
            col(Membership.until).is_(None),
            col(Membership.role).in_(ROLES),
            col(Person.enrolled_at).is_not(None),
        )
        .order_by(col(Person.id), col(Membership.id))
    )
    if role is not None:
        query = query.where(Membership.role == role)
    if settled:
        query = query.where(col(Person.newly_placed).is_(False))
    found = (await session.exec(query)).all()
    return await asyncio.to_thread(lambda: [EnrolledPlace(*row) for row in found])


async def own_zones(session: Session, organisation_id: int) -> Sequence[str]:
    """Return the time zones that people chose for themselves."""
    query = (
        select(Person.timezone)
        .where(Person.organisation_id == organisation_id, col(Person.timezone).is_not(None))
        .distinct()
    )
    return [zone for zone in (await session.exec(query)).all() if zone]


async def away_on(session: Session, organisation_id: int, day: date) -> set[int]:
    """Return who pauses on a day."""
    touching = await pauses_between(session, organisation_id, day, day + timedelta(days=1))
    return {pause.person_id for pause in touching}


async def unreachable_before(session: Session, organisation_id: int, moment: datetime) -> set[int]:
    """Return whose chat has refused every message since a moment or longer."""
    query = select(Person.id).where(
        Person.organisation_id == organisation_id, col(Person.unreachable_since) <= moment
    )
    return set((await session.exec(query)).all())


async def note_heard(session: Writer, person_id: int, week: int) -> None:
    """Note that somebody gave a sign of life in a week of the programme."""
    await session.exec(
        short(
            update(Person)
            .where(col(Person.id) == person_id)
            .values(heard_week=week, pause_asked=False)
        )
    )
