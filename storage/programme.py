"""The organisation, its programme, and the units and teams that take part."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, col, select

from storage.database import Session
from storage.types import Table


class Organisation(Table, table=True):
    """Who runs the programme, since when, and whether points are used (a recorded decision)."""

    id: int = Field(default=None, primary_key=True)
    name: str = Field(max_length=100)
    timezone: str = Field(max_length=64)
    languages: str = Field(max_length=32)
    programme_start: date
    points_used: bool
    points_decided_by: str = Field(max_length=100)
    points_decided_at: datetime


class Unit(Table, table=True):
    """A part of the organisation that holds teams."""

    __table_args__ = (UniqueConstraint("organisation_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    name: str = Field(max_length=100)


class Team(Table, table=True):
    """The people who work, practise and earn points together."""

    __table_args__ = (UniqueConstraint("unit_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id", index=True)
    name: str = Field(max_length=100)


async def the_organisation(session: Session) -> Organisation | None:
    """Return the organisation of this installation, if it was set up."""
    return (await session.exec(select(Organisation).order_by(col(Organisation.id)))).first()


async def organisation(session: Session, organisation_id: int) -> Organisation:
    """Return the organisation; NoResultFound if there is none."""
    return await session.get_one(Organisation, organisation_id)


async def units(session: Session, organisation_id: int) -> Sequence[Unit]:
    """Return the organisation's units by name."""
    query = select(Unit).where(Unit.organisation_id == organisation_id).order_by(Unit.name)
    return (await session.exec(query)).all()


async def teams(session: Session, organisation_id: int) -> Sequence[tuple[Team, Unit]]:
    """Return the organisation's teams with their units, by unit and name."""
    query = (
        select(Team, Unit)
        .where(col(Team.unit_id) == col(Unit.id), Unit.organisation_id == organisation_id)
        .order_by(Unit.name, Team.name)
    )
    return (await session.exec(query)).all()


async def team(session: Session, organisation_id: int, team_id: int) -> Team | None:
    """Return the team if it belongs to the organisation."""
    query = (
        select(Team)
        .join(Unit, col(Team.unit_id) == col(Unit.id))
        .where(Team.id == team_id, Unit.organisation_id == organisation_id)
    )
    return (await session.exec(query)).first()
