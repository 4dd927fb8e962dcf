"""Invites: a link for one person into one role, used once, perhaps approved by a second one."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, or_, update
from sqlmodel import Field, col, func, select

from storage.database import Session, Writer, short
from storage.people import ROLES, Person
from storage.programme import Team
from storage.types import Table, one_of


class Invite(Table, table=True):
    """A link for one person into one role; the token itself is never kept, only its digest.

    While it `waits`, somebody else of HR than `asked_by` has to approve it first.
    """

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
    asked_by: int | None = Field(default=None, foreign_key="person.id")
    waits: bool = False


async def by_digest(session: Session, digest: str) -> Invite | None:
    """Return the invite with this token digest."""
    query = select(Invite).where(Invite.token_digest == digest)
    return (await session.exec(short(query))).first()


async def to_open(session: Writer, digest: str) -> Invite | None:
    """Return the invite with this token digest, locked against a second opener."""
    query = select(Invite).where(Invite.token_digest == digest).with_for_update()
    return (await session.exec(short(query))).first()


async def was_asked_in(session: Session, asked_in: str) -> bool:
    """Tell whether the request was answered with an invite before."""
    query = select(Invite.id).where(Invite.asked_in == asked_in)
    return (await session.exec(short(query))).first() is not None


async def asked_for(session: Writer, person_id: int, asked_in: str) -> Invite | None:
    """Return the invite that the person's request made, locked for a change."""
    query = (
        select(Invite)
        .where(Invite.asked_in == asked_in, Invite.asked_by == person_id)
        .with_for_update()
    )
    return (await session.exec(short(query))).first()


async def all_waiting(
    session: Session, organisation_id: int, now: datetime, most: int | None = None
) -> Sequence[tuple[Invite, Person | None, Team | None]]:
    """Return (so many of) the invites that wait for a second HR person, the oldest first.

    With them come who asked and for which team.
    """
    query = (
        select(Invite, Person, Team)
        .outerjoin(Person, col(Invite.asked_by) == col(Person.id))
        .outerjoin(Team, col(Invite.team_id) == col(Team.id))
        .where(
            Invite.organisation_id == organisation_id,
            col(Invite.waits),
            Invite.expires_at > now,
        )
        .order_by(col(Invite.id))
        .limit(most)
    )
    return (await session.exec(query)).all()


async def number_waiting(session: Session, organisation_id: int, now: datetime) -> int:
    """Return how many invites wait for a second HR person."""
    query = select(func.count()).where(
        Invite.organisation_id == organisation_id, col(Invite.waits), Invite.expires_at > now
    )
    return (await session.exec(query)).one()


async def waiting(
    session: Writer, organisation_id: int, invite_id: int, now: datetime
) -> Invite | None:
    """Return the invite if it waits for a second HR person, locked for a change."""
    query = (
        select(Invite)
        .where(
            Invite.id == invite_id,
            Invite.organisation_id == organisation_id,
            col(Invite.waits),
            Invite.expires_at > now,
        )
        .with_for_update()
    )
    return (await session.exec(short(query))).first()


async def all_open(
    session: Session, organisation_id: int, now: datetime, first: int, most: int
) -> Sequence[tuple[Invite, Person | None, Team | None]]:
    """Return so many from the n-th on of the invites that can be accepted yet, oldest first.

    With them come who made them and for which team.
    """
    query = (
        select(Invite, Person, Team)
        .outerjoin(Person, col(Invite.asked_by) == col(Person.id))
        .outerjoin(Team, col(Invite.team_id) == col(Team.id))
        .where(*_open(organisation_id, now))
        .order_by(col(Invite.id))
        .offset(first)
        .limit(most)
    )
    return (await session.exec(query)).all()


async def number_open(session: Session, organisation_id: int, now: datetime) -> int:
    """Return how many invites can be accepted yet."""
    query = select(func.count()).select_from(Invite).where(*_open(organisation_id, now))
    return (await session.exec(query)).one()


async def open_one(
    session: Writer, organisation_id: int, invite_id: int, now: datetime
) -> Invite | None:
    """Return the invite if it can be accepted yet, locked for a change."""
    query = select(Invite).where(Invite.id == invite_id, *_open(organisation_id, now))
    return (await session.exec(short(query.with_for_update()))).first()


def _open(organisation_id: int, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Invite.organisation_id) == organisation_id,
        col(Invite.accepted_at).is_(None),
        col(Invite.expires_at) > now,
    )


async def opened_by(session: Session, person_id: int) -> Invite | None:
    """Return the invite that the person opened and has not accepted yet."""
    query = select(Invite).where(Invite.opened_by == person_id, col(Invite.accepted_at).is_(None))
    return (await session.exec(short(query))).first()


async def release(session: Writer, person_id: int) -> None:
    """Give back the invites that the person opened and has not accepted."""
    await session.exec(
        short(
            update(Invite)
            .where(col(Invite.opened_by) == person_id, col(Invite.accepted_at).is_(None))
            .values(opened_by=None)
        )
    )


async def withdraw_of(session: Writer, person_id: int) -> None:
    """Delete the invites that a person made or opened and that nobody has accepted."""
    theirs = or_(col(Invite.asked_by) == person_id, col(Invite.opened_by) == person_id)
    await session.exec(short(delete(Invite).where(theirs, col(Invite.accepted_at).is_(None))))


async def move_to(session: Writer, team_id: int, into_id: int) -> None:
    """Let invites to a team that were not accepted yet lead to another one."""
    open_ = (col(Invite.team_id) == team_id) & col(Invite.accepted_at).is_(None)
    await session.exec(update(Invite).where(open_).values(team_id=into_id))
