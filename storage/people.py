"""People, where they belong, when they pause, and the invites through which they come."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ColumnElement, Index, and_, or_, text, update
from sqlmodel import Field, col, select

from storage.database import Session
from storage.programme import Organisation
from storage.types import Table, one_of

ROLES = ("staff", "lead", "hr")
STILL_OPEN = text("until IS NULL")
OPEN_WITHOUT_TEAM = text("until IS NULL AND team_id IS NULL")


class Person(Table, table=True):
    """Somebody who pressed Start with an invite; enrolled once the privacy notice was read."""

    __table_args__ = (one_of("language", ("en", "fi", "sv")), one_of("form", ("A", "B", "C")))

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    telegram_id: int = Field(sa_type=BigInteger, unique=True)
    first_name: str = Field(max_length=64)
    language: str | None = Field(default=None, max_length=2)
    form: str | None = Field(default=None, max_length=1)
    enrolled_at: datetime | None = None
    unreachable_since: datetime | None = None


class Membership(Table, table=True):
    """A role from one day until another (the day after the last); HR belongs to no team."""

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


class Invite(Table, table=True):
    """A link for one person into one role; the token itself is never kept, only its digest."""

    __table_args__ = (one_of("role", ROLES),)

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    token_digest: str = Field(max_length=64, unique=True)
    asked_in: str = Field(max_length=64, unique=True)
    role: str = Field(max_length=5)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    expires_at: datetime
    opened_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    accepted_at: datetime | None = None


Profile = tuple[Person, Organisation, Membership | None, Pause | None]
PROFILE = (
    select(Person, Organisation, Membership, Pause)
    .join(Organisation, col(Person.organisation_id) == col(Organisation.id))
    .outerjoin(
        Membership,
        and_(col(Membership.person_id) == col(Person.id), col(Membership.until).is_(None)),
    )
    .outerjoin(Pause, and_(col(Pause.person_id) == col(Person.id), col(Pause.until).is_(None)))
)


async def by_telegram_id(session: Session, telegram_id: int) -> Person | None:
    """Return the person behind a Telegram account."""
    return (await session.exec(select(Person).where(Person.telegram_id == telegram_id))).first()


async def profile(session: Session, *which: ColumnElement[bool]) -> Sequence[Profile]:
    """Return a person with the organisation and the current pause, once per current membership.

    One query for everything that each update has to know; no row if there is no such person.
    """
    return (await session.exec(PROFILE.where(*which))).all()


async def memberships(session: Session, person_id: int) -> Sequence[Membership]:
    """Return the person's current memberships."""
    query = select(Membership).where(
        Membership.person_id == person_id, col(Membership.until).is_(None)
    )
    return (await session.exec(query)).all()


async def current_pause(session: Session, person_id: int) -> Pause | None:
    """Return the pause that the person is in, if any."""
    query = select(Pause).where(Pause.person_id == person_id, col(Pause.until).is_(None))
    return (await session.exec(query)).first()


async def invite_by_digest(session: Session, digest: str) -> Invite | None:
    """Return the invite with this token digest, locked against a second opener."""
    query = select(Invite).where(Invite.token_digest == digest).with_for_update()
    return (await session.exec(query)).first()


async def invite_asked_in(session: Session, asked_in: str) -> bool:
    """Tell whether the request was answered with an invite before."""
    query = select(Invite.id).where(Invite.asked_in == asked_in)
    return (await session.exec(query)).first() is not None


async def opened_invite(session: Session, person_id: int) -> Invite | None:
    """Return the invite that the person opened and has not accepted yet."""
    query = select(Invite).where(Invite.opened_by == person_id, col(Invite.accepted_at).is_(None))
    return (await session.exec(query)).first()


async def release_invites(session: Session, person_id: int) -> None:
    """Give back the invites that the person opened and has not accepted."""
    await session.exec(
        update(Invite)
        .where(col(Invite.opened_by) == person_id, col(Invite.accepted_at).is_(None))
        .values(opened_by=None)
    )


async def ever_in_team(session: Session, team_id: int) -> int:
    """Return how many people have ever joined the team."""
    query = select(Membership.person_id).where(Membership.team_id == team_id).distinct()
    return len((await session.exec(query)).all())


async def roster(session: Session, organisation_id: int) -> Sequence[tuple[Person, Membership]]:
    """Return everybody enrolled with a current membership, by first name."""
    query = (
        select(Person, Membership)
        .where(
            col(Membership.person_id) == col(Person.id),
            Person.organisation_id == organisation_id,
            col(Membership.until).is_(None),
            col(Person.enrolled_at).is_not(None),
        )
        .order_by(Person.first_name, col(Person.id))
    )
    return (await session.exec(query)).all()


async def members_between(
    session: Session, organisation_id: int, role: str, first: date, after_last: date
) -> Sequence[tuple[Membership, Person]]:
    """Return who held the role in a team on some day of the half-open span."""
    query = select(Membership, Person).where(
        col(Membership.person_id) == col(Person.id),
        Person.organisation_id == organisation_id,
        Membership.role == role,
        col(Membership.team_id).is_not(None),
        Membership.since < after_last,
        or_(col(Membership.until).is_(None), col(Membership.until) > first),
    )
    return (await session.exec(query)).all()


async def pauses_between(
    session: Session, organisation_id: int, first: date, after_last: date
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


async def addressees(
    session: Session, organisation_id: int
) -> Sequence[tuple[Person, Membership]]:
    """Return the current team memberships of everybody who is enrolled and not paused."""
    paused = select(Pause.person_id).where(col(Pause.until).is_(None))
    query = (
        select(Person, Membership)
        .where(
            col(Membership.person_id) == col(Person.id),
            Person.organisation_id == organisation_id,
            col(Membership.until).is_(None),
            col(Membership.team_id).is_not(None),
            col(Person.enrolled_at).is_not(None),
            col(Person.id).not_in(paused),
        )
        .order_by(col(Person.id))
    )
    return (await session.exec(query)).all()
