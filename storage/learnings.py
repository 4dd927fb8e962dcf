"""Learnings that people shared with the other teams, and which teams tried them too."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint, update
from sqlmodel import Field, col, func, select

from storage.database import Session, Writer, short
from storage.people import Person
from storage.programme import Team
from storage.types import Table, insert_for


class Learning(Table, table=True):
    """A card that a person shared, with or without a name; once withdrawn its text is gone.

    `week` is the one in which it counts for the team, null if it counts in none; `thanked_on` is
    the day of the champion's thanks.
    """

    __table_args__ = (
        UniqueConstraint("organisation_id", "digest"),
        CheckConstraint("week >= 0", name="week"),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (text IS NOT NULL)"
            " AND (withdrawn_at IS NULL) = (digest IS NOT NULL)",
            name="withdrawn",
        ),
    )

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id")
    team_id: int = Field(foreign_key="team.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    named: bool
    text: str | None = Field(default=None, max_length=500)
    digest: str | None = Field(default=None, max_length=64)
    week: int | None = Field(default=None, index=True)
    withdrawn_at: datetime | None = None
    thanked_on: date | None = None


class Trial(Table, table=True):
    """A team tried a learning too, in a week in which it counts, if in any; no person in it."""

    __table_args__ = (
        UniqueConstraint("learning_id", "team_id"),
        CheckConstraint("week >= 0", name="week"),
    )

    id: int = Field(default=None, primary_key=True)
    learning_id: int = Field(foreign_key="learning.id")
    team_id: int = Field(foreign_key="team.id", index=True)
    week: int | None = Field(default=None, index=True)


async def add(session: Writer, card: Learning) -> int | None:
    """Keep the card; return its id, or None if its text was shared before."""
    values = card.model_dump(exclude={"id"})
    statement = (
        insert_for(session, Learning)
        .values(**values)
        .on_conflict_do_nothing(index_elements=["organisation_id", "digest"])
        .returning(col(Learning.id))
    )
    return (await session.exec(short(statement))).scalar_one_or_none()


async def shown(session: Session, organisation_id: int, learning_id: int) -> Learning | None:
    """Return the organisation's card unless it was withdrawn."""
    query = select(Learning).where(
        Learning.id == learning_id,
        Learning.organisation_id == organisation_id,
        col(Learning.withdrawn_at).is_(None),
    )
    return (await session.exec(short(query))).first()


async def own(session: Session, person_id: int, learning_id: int) -> Learning | None:
    """Return the card if it is the person's own, withdrawn or not."""
    query = select(Learning).where(Learning.id == learning_id, Learning.person_id == person_id)
    return (await session.exec(short(query))).first()


async def all_own(session: Session, person_id: int) -> Sequence[Learning]:
    """Return the person's own cards, withdrawn or not."""
    return (
        await session.exec(short(select(Learning).where(Learning.person_id == person_id)))
    ).all()


async def nth(
    session: Session, organisation_id: int, number: int
) -> tuple[Learning, Person, Team] | None:
    """Return a card that was not withdrawn with its author and team; 0 is the newest."""
    query = (
        select(Learning, Person, Team)
        .where(
            col(Learning.person_id) == col(Person.id),
            col(Learning.team_id) == col(Team.id),
            Learning.organisation_id == organisation_id,
            col(Learning.withdrawn_at).is_(None),
        )
        .order_by(col(Learning.id).desc())
        .offset(number)
        .limit(1)
    )
    return (await session.exec(query)).first()


async def last_thanks(session: Session, organisation_id: int) -> date | None:
    """Return the day of the champion's last thanks, also for a card that is withdrawn by now."""
    query = select(func.max(Learning.thanked_on)).where(
        Learning.organisation_id == organisation_id
    )
    return (await session.exec(query)).one()


async def counting(session: Writer, team_id: int, week: int) -> Sequence[int]:
    """Return the ids of the cards that count for the team in the week, locked until the end.

    Two who withdraw at once would otherwise each see the other's card and leave the points.
    """
    query = (
        select(Learning.id)
        .where(
            Learning.team_id == team_id,
            Learning.week == week,
            col(Learning.withdrawn_at).is_(None),
        )
        .order_by(col(Learning.id))
        .with_for_update()
    )
    return (await session.exec(query)).all()


async def move_to(session: Writer, team_id: int, into_id: int, week: int) -> None:
    """Let the cards that count in a week or later count for another team."""
    mine = update(Learning).where(col(Learning.team_id) == team_id, col(Learning.week) >= week)
    await session.exec(mine.values(team_id=into_id))


async def teams_sharing(session: Session, organisation_id: int, week: int) -> set[int]:
    """Return the teams for which a card counts in the week."""
    query = select(Learning.team_id).where(
        Learning.organisation_id == organisation_id,
        Learning.week == week,
        col(Learning.withdrawn_at).is_(None),
    )
    return set((await session.exec(query)).all())


async def mark(session: Writer, learning_id: int, team_id: int, week: int | None) -> None:
    """Keep that the team tried the card, once; a week takes the place of none."""
    statement = insert_for(session, Trial).values(
        learning_id=learning_id, team_id=team_id, week=week
    )
    await session.exec(
        short(
            statement.on_conflict_do_update(
                index_elements=["learning_id", "team_id"],
                set_={"week": week},
                where=col(Trial.week).is_(None),
            )
        )
    )


async def trials(session: Session, learning_id: int) -> Sequence[Trial]:
    """Return which teams tried the card."""
    return (await session.exec(select(Trial).where(Trial.learning_id == learning_id))).all()


async def trials_between(
    session: Session, organisation_id: int, first: int, last: int
) -> Sequence[tuple[Trial, Learning]]:
    """Return the trials that count in the weeks, both ends included, with what was tried."""
    query = select(Trial, Learning).where(
        col(Trial.learning_id) == col(Learning.id),
        Learning.organisation_id == organisation_id,
        col(Trial.week) >= first,
        col(Trial.week) <= last,
    )
    return (await session.exec(query)).all()
