"""The catalogue of rewards, what teams chose from it, and the ballots while a vote is open."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, case, delete, text, update
from sqlmodel import Field, col, select
from sqlmodel.sql.expression import Select

from storage.database import Session, Writer, short
from storage.programme import Team, Unit
from storage.types import Table, insert_for, one_of, put_for

KINDS = ("time", "learning", "visit", "recognition", "donation")
OPEN = text("reward_id IS NULL")


class Reward(Table, table=True):
    """A reward that teams can choose from a level on: a shipped one by its id, or one of HR's own.

    `cost` is in whole euros.
    """

    __table_args__ = (
        UniqueConstraint("organisation_id", "content_id"),
        one_of("kind", KINDS),
        CheckConstraint("level BETWEEN 1 AND 3", name="level"),
        CheckConstraint("cost >= 0", name="cost"),
        CheckConstraint("(content_id IS NULL) = (title IS NOT NULL)", name="title"),
    )

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id")
    content_id: str | None = Field(default=None, max_length=32)
    title: str | None = Field(default=None, max_length=80)
    kind: str = Field(max_length=11)
    level: int
    cost: int = 0
    needs_tax_review: bool = False
    offered: bool = True


class TeamReward(Table, table=True):
    """What a team gets for a quarter: open to a vote until `reward_id` is known.

    `won_by` is the team that reached the level; once that is merged, `team_id` is where it is now.
    """

    __tablename__ = "team_reward"
    __table_args__ = (
        UniqueConstraint("won_by", "quarter"),
        Index(
            "uq_team_reward_open",
            "team_id",
            unique=True,
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        ),
        CheckConstraint("level BETWEEN 1 AND 3", name="level"),
        CheckConstraint("reward_id IS NOT NULL OR approved_at IS NULL", name="approved"),
        CheckConstraint("approved_at IS NOT NULL OR handed_out_on IS NULL", name="handed_out"),
    )

    id: int = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id", index=True)
    won_by: int = Field(foreign_key="team.id")
    quarter: int
    level: int
    reward_id: int | None = Field(default=None, foreign_key="reward.id")
    tax_reviewed_at: datetime | None = None
    approved_at: datetime | None = None
    approved_by: int | None = Field(default=None, foreign_key="person.id")
    handed_out_on: date | None = None


class Ballot(Table, table=True):
    """What somebody chose for the team, until the vote closes; nobody else sees it."""

    team_reward_id: int = Field(primary_key=True, foreign_key="team_reward.id")
    person_id: int = Field(primary_key=True, foreign_key="person.id")
    reward_id: int = Field(foreign_key="reward.id")


async def catalogue(session: Session, organisation_id: int) -> Sequence[Reward]:
    """Return all rewards of the organisation, offered or not, by level and age."""
    query = (
        select(Reward)
        .where(Reward.organisation_id == organisation_id)
        .order_by(col(Reward.level), col(Reward.id))
    )
    return (await session.exec(query)).all()


async def ship(
    session: Writer, organisation_id: int, content_id: str, kind: str, level: int
) -> None:
    """Put a shipped reward into the catalogue, once."""
    statement = insert_for(session, Reward).values(
        organisation_id=organisation_id,
        content_id=content_id,
        kind=kind,
        level=level,
        cost=0,
        needs_tax_review=False,
        offered=True,
    )
    await session.exec(statement.on_conflict_do_nothing())


async def open_vote(session: Writer, team_id: int, quarter: int, level: int) -> int | None:
    """Let a team choose for a quarter; return the vote's id, None if there was one before."""
    statement = insert_for(session, TeamReward).values(
        team_id=team_id, won_by=team_id, quarter=quarter, level=level
    )
    opened = statement.on_conflict_do_nothing().returning(col(TeamReward.id))
    return (await session.exec(short(opened))).scalar_one_or_none()


async def of_team(session: Session, team_id: int) -> TeamReward | None:
    """Return the team's newest reward or open vote; its own before one that came by a merger."""
    query = (
        select(TeamReward)
        .where(TeamReward.team_id == team_id)
        .order_by(
            col(TeamReward.quarter).desc(),
            case((col(TeamReward.reward_id).is_(None), 0), else_=1),
            case((col(TeamReward.won_by) == col(TeamReward.team_id), 0), else_=1),
            col(TeamReward.id),
        )
    )
    return (await session.exec(short(query.limit(1)))).first()


async def owed(session: Session, team_id: int) -> Sequence[TeamReward]:
    """Return what a team votes on or has not got yet, locked for a change."""
    query = (
        select(TeamReward)
        .where(TeamReward.team_id == team_id, col(TeamReward.handed_out_on).is_(None))
        .order_by(col(TeamReward.id))
        .with_for_update()
    )
    return (await session.exec(query)).all()


async def move_ballots(session: Writer, team_reward_id: int, to_id: int) -> None:
    """Let the ballots of one vote count in another, but for those who have voted there too."""
    there = select(Ballot.person_id).where(Ballot.team_reward_id == to_id)
    of_vote = col(Ballot.team_reward_id) == team_reward_id
    await session.exec(delete(Ballot).where(of_vote, col(Ballot.person_id).in_(there)))
    await session.exec(update(Ballot).where(of_vote).values(team_reward_id=to_id))


async def own(
    session: Session, organisation_id: int, team_reward_id: int
) -> tuple[TeamReward, Team] | None:
    """Return a team's reward if the team belongs to the organisation."""
    return (await session.exec(short(_own(organisation_id, team_reward_id)))).first()


async def own_to_change(
    session: Session, organisation_id: int, team_reward_id: int
) -> tuple[TeamReward, Team] | None:
    """Return a team's reward if the team belongs to the organisation, locked for a change."""
    query = _own(organisation_id, team_reward_id).with_for_update(of=TeamReward)
    return (await session.exec(short(query))).first()


def _own(organisation_id: int, team_reward_id: int) -> Select[TeamReward, Team]:
    return select(TeamReward, Team).where(
        col(TeamReward.team_id) == col(Team.id),
        col(Team.unit_id) == col(Unit.id),
        Unit.organisation_id == organisation_id,
        TeamReward.id == team_reward_id,
    )


async def of_organisation(
    session: Session, organisation_id: int, since_quarter: int
) -> Sequence[tuple[TeamReward, Team]]:
    """Return the rewards of all teams since a quarter, the newest quarter first."""
    query = (
        select(TeamReward, Team)
        .where(
            col(TeamReward.team_id) == col(Team.id),
            col(Team.unit_id) == col(Unit.id),
            Unit.organisation_id == organisation_id,
            TeamReward.quarter >= since_quarter,
        )
        .order_by(col(TeamReward.quarter).desc(), Team.name, col(Team.id))
    )
    return (await session.exec(query)).all()


async def open_votes(session: Session, organisation_id: int) -> Sequence[TeamReward]:
    """Return what is being voted on, locked until the end: no ballot comes after the count."""
    query = (
        select(TeamReward)
        .join(Team, col(TeamReward.team_id) == col(Team.id))
        .join(Unit, col(Team.unit_id) == col(Unit.id))
        .where(Unit.organisation_id == organisation_id, col(TeamReward.reward_id).is_(None))
        .order_by(col(TeamReward.id))
        .with_for_update(of=TeamReward)
    )
    return (await session.exec(query)).all()


async def vote(session: Writer, team_reward_id: int, person_id: int, reward_id: int) -> None:
    """Keep somebody's choice in place of an earlier one."""
    key = ("team_reward_id", "person_id")
    statement = put_for(session, Ballot, *key, values=("reward_id",))
    values = {
        "team_reward_id": team_reward_id,
        "person_id": person_id,
        "reward_id": reward_id,
    }
    await session.exec(statement, params=values)


async def ballot(session: Session, team_reward_id: int, person_id: int) -> int | None:
    """Return what the person chose."""
    found = await session.get(Ballot, (team_reward_id, person_id))
    return found.reward_id if found else None


async def take_ballots(session: Writer, team_reward_id: int) -> Sequence[int]:
    """Return all choices of a vote, without persons, and delete the ballots."""
    of_vote = col(Ballot.team_reward_id) == team_reward_id
    found = (await session.exec(select(Ballot.reward_id).where(of_vote))).all()
    await session.exec(delete(Ballot).where(of_vote))
    return found
