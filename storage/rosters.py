"""Who is where now: listed page by page, and counted."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, func, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from storage.database import Session, Writer
from storage.people import ROLES, Membership, Person
from storage.programme import Team, Unit
from storage.searching import holds


class Named(NamedTuple):
    """Somebody by name and role."""

    person_id: int
    first_name: str
    role: str


async def number_of_staff(session: Session, team_id: int) -> int:
    """Return how many members a team has now."""
    query = (
        select(func.count())
        .select_from(Membership)
        .where(
            Membership.team_id == team_id,
            Membership.role == "staff",
            col(Membership.until).is_(None),
        )
    )
    return (await session.exec(query)).one()


async def roster(
    session: Session, organisation_id: int, team_id: int | None, first: int, most: int
) -> list[Named]:
    """Return so many from the n-th on in a team, or in none (HR): leads first, by name."""
    query = (
        _placed(Person.id, Person.first_name, Membership.role)
        .where(Person.organisation_id == organisation_id, _in_team(team_id))
        .order_by(col(Membership.role), Person.first_name, col(Person.id))
    )
    found = await session.exec(query.offset(first).limit(most))
    return [Named(*row) for row in found.all()]


async def number_in(session: Session, organisation_id: int, team_id: int | None) -> int:
    """Return how many are in a team, or in none (HR)."""
    query = _placed(func.count()).where(
        Person.organisation_id == organisation_id, _in_team(team_id)
    )
    return int((await session.exec(query)).one()[0])


async def numbers_in(session: Session, team_ids: Sequence[int]) -> dict[int, int]:
    """Return how many are in each of some teams; those with nobody are absent."""
    query = _placed(Membership.team_id, func.count()).where(col(Membership.team_id).in_(team_ids))
    return dict((await session.exec(query.group_by(col(Membership.team_id)))).all())


class Placed(NamedTuple):
    """Somebody by name and role, with the team and its unit, if any."""

    person_id: int
    first_name: str
    role: str
    team: Team | None
    unit: Unit | None


async def named(session: Session, organisation_id: int, part: str, most: int) -> list[Placed]:
    """Return so many people whose names hold a part, with each place that they have."""
    query = (
        _placed(Person.id, Person.first_name, Membership.role, Team, Unit)
        .join(Team, col(Membership.team_id) == col(Team.id), isouter=True)
        .join(Unit, col(Team.unit_id) == col(Unit.id), isouter=True)
        .where(Person.organisation_id == organisation_id, holds(col(Person.first_name), part))
        .order_by(Person.first_name, Unit.name, Team.name, col(Membership.role), col(Person.id))
    )
    return [Placed(*row) for row in (await session.exec(query.limit(most))).all()]


def _placed(*columns: Any) -> Select[*tuple[Any, ...]]:  # noqa: ANN401 - whatever is asked
    """Return the query of everybody enrolled with a place now."""
    return Select(*columns).where(
        col(Membership.person_id) == col(Person.id),
        col(Membership.until).is_(None),
        col(Membership.role).in_(ROLES),
        col(Person.enrolled_at).is_not(None),
    )


def _in_team(team_id: int | None) -> ColumnElement[bool]:
    team = col(Membership.team_id)
    return team.is_(None) if team_id is None else team == team_id


class Held(NamedTuple):
    """A place that somebody has now, with its team and unit, if any, and who invited them."""

    place: Membership
    team: Team | None
    unit: Unit | None
    made_by: str | None


async def places_of(session: Session, organisation_id: int, person_id: int) -> list[Held]:
    """Return the places that somebody enrolled has now, HR's first."""
    maker = aliased(Person)
    query = (
        _placed(Membership, Team, Unit, maker.first_name)
        .join(Team, col(Membership.team_id) == col(Team.id), isouter=True)
        .join(Unit, col(Team.unit_id) == col(Unit.id), isouter=True)
        .join(maker, col(Membership.made_by) == col(maker.id), isouter=True)
        .where(Person.organisation_id == organisation_id, col(Person.id) == person_id)
        .order_by(col(Membership.role), col(Membership.id))
    )
    return [Held(*row) for row in (await session.exec(query)).all()]


async def endings_asked(
    session: Session, organisation_id: int, but_for: int
) -> Sequence[tuple[int, str, str | None]]:
    """Return who shall leave HR (id and name) and who asked for it, but for what is about one."""
    asking = aliased(Person)
    query = (
        _placed(Person.id, Person.first_name, asking.first_name)
        .where(
            Person.organisation_id == organisation_id,
            col(Person.id) != but_for,
            col(Membership.end_asked_by) == col(asking.id),
        )
        .distinct()
        .order_by(col(Person.id))
    )
    return [tuple(row) for row in (await session.exec(query)).all()]


async def count_by_team(session: Session, organisation_id: int, role: str) -> dict[int, int]:
    """Return how many people hold the role now, team by team; teams with nobody are absent."""
    query = (
        select(Membership.team_id, func.count())
        .join(Person, col(Membership.person_id) == col(Person.id))
        .where(
            Person.organisation_id == organisation_id,
            Membership.role == role,
            col(Membership.until).is_(None),
            col(Membership.team_id).is_not(None),
            col(Person.enrolled_at).is_not(None),
        )
        .group_by(col(Membership.team_id))
    )
    return {team: number for team, number in await session.exec(query) if team is not None}


async def hr_persons(session: Session, organisation_id: int) -> set[int]:
    """Return who is enrolled in HR now."""
    query = (
        select(Membership.person_id)
        .join(Person, col(Membership.person_id) == col(Person.id))
        .where(
            Person.organisation_id == organisation_id,
            Membership.role == "hr",
            col(Membership.until).is_(None),
            col(Person.enrolled_at).is_not(None),
        )
    )
    return set((await session.exec(query)).all())


class Unconfirmed(NamedTuple):
    """A member's place that nobody but its maker knows of."""

    person_id: int
    team_id: int
    made_by: int | None
    since: date


async def unconfirmed_between(
    session: Session, organisation_id: int, first: date, after_last: date
) -> list[Unconfirmed]:
    """Return the unconfirmed places of members on some day of the half-open span."""
    query = (
        select(
            col(Membership.person_id),
            col(Membership.team_id),
            col(Membership.made_by),
            col(Membership.since),
        )
        .join(Person, col(Membership.person_id) == col(Person.id))
        .where(
            Person.organisation_id == organisation_id,
            col(Membership.unconfirmed).is_(True),
            Membership.since < after_last,
            or_(col(Membership.until).is_(None), col(Membership.until) > first),
        )
        .order_by(col(Membership.id))
    )
    return [Unconfirmed(*row) for row in (await session.exec(query)).all()]  # type: ignore[arg-type]


async def unconfirmed_in(session: Session, team_id: int) -> Sequence[tuple[int | None, date]]:
    """Return who made the unconfirmed places of a team that are held now, and when."""
    query = select(col(Membership.made_by), col(Membership.since)).where(
        Membership.team_id == team_id,
        col(Membership.unconfirmed).is_(True),
        col(Membership.until).is_(None),
    )
    return (await session.exec(query)).all()


async def to_confirm(
    session: Session, organisation_id: int, person_id: int, teams: AbstractSet[int] | None
) -> Sequence[tuple[int, str, str]]:
    """Return team, its name and first name for each place that waits for this person's word.

    Those of some teams, or of the whole organisation; whom they invited themselves is not theirs.
    """
    query = (
        select(col(Team.id), col(Team.name), col(Person.first_name))
        .join(Membership, col(Membership.team_id) == col(Team.id))
        .join(Person, col(Membership.person_id) == col(Person.id))
        .where(
            Person.organisation_id == organisation_id,
            col(Membership.unconfirmed).is_(True),
            col(Membership.until).is_(None),
            or_(col(Membership.made_by).is_(None), col(Membership.made_by) != person_id),
        )
        .order_by(col(Team.name), col(Team.id), col(Person.first_name))
    )
    if teams is not None:
        query = query.where(col(Team.id).in_(teams))
    return (await session.exec(query)).all()


async def confirm_places(session: Writer, team_id: int, person_id: int) -> None:
    """Confirm the places of a team but for those that this person made."""
    other = or_(col(Membership.made_by).is_(None), col(Membership.made_by) != person_id)
    mine = update(Membership).where(col(Membership.team_id) == team_id, other)
    await session.exec(mine.values(unconfirmed=False))
