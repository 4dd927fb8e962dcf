"""Reporting groups: small teams of a unit whose results are shown together, from a block on."""

from collections.abc import Iterable

from sqlalchemy import CheckConstraint, exists
from sqlmodel import Field, col, select

from storage.database import Session, Writer
from storage.programme import Team, Unit
from storage.types import Table, put_for


class ReportingGroup(Table, table=True):
    """Several teams of one unit; it has no history from before it was made."""

    __tablename__ = "reporting_group"

    id: int = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id", index=True)


class ReportingPlace(Table, table=True):
    """From a block on a team's results are shown with its group's, or again by themselves."""

    __tablename__ = "reporting_place"
    __table_args__ = (CheckConstraint("from_block >= 0", name="from_block"),)

    team_id: int = Field(primary_key=True, foreign_key="team.id")
    from_block: int = Field(primary_key=True)
    group_id: int | None = Field(default=None, foreign_key="reporting_group.id")


async def groups_in(session: Session, organisation_id: int, block: int) -> dict[int, int]:
    """Return the group of each team that is in one in a block."""
    of_organisation = (
        exists()
        .where(col(Team.id) == col(ReportingPlace.team_id), col(Team.unit_id) == col(Unit.id))
        .where(col(Unit.organisation_id) == organisation_id)
    )
    query = (
        select(ReportingPlace.team_id, ReportingPlace.group_id)
        .where(ReportingPlace.from_block <= block, of_organisation)
        .order_by(col(ReportingPlace.from_block))
    )
    latest = dict((await session.exec(query)).all())
    return {team: group for team, group in latest.items() if group is not None}


async def put_together(
    session: Writer, unit_id: int, team_ids: Iterable[int], from_block: int
) -> int:
    """Make a group of the teams from a block on; return its id."""
    group = ReportingGroup(unit_id=unit_id)
    session.add(group)
    await session.flush()
    for team in team_ids:
        await _put(session, team, from_block, group.id)
    return group.id


async def set_apart(session: Writer, team_ids: Iterable[int], from_block: int) -> None:
    """Let each of the teams stand by itself again, from a block on."""
    for team in team_ids:
        await _put(session, team, from_block, None)


async def _put(session: Writer, team_id: int, from_block: int, group_id: int | None) -> None:
    statement = put_for(session, ReportingPlace, "team_id", "from_block", values=("group_id",))
    values = {"team_id": team_id, "from_block": from_block, "group_id": group_id}
    await session.exec(statement, params=values)
