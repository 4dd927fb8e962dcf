"""What was published of a block: frozen rows that tell of groups, with no person in them."""

import asyncio
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import CheckConstraint, UniqueConstraint, insert
from sqlmodel import Field, col, func, select

from storage.checkin import Rating
from storage.database import Session, Writer, short
from storage.people import Person
from storage.types import DIMENSIONS, Table, insert_for, one_of, table_of

NODES = ("organisation", "unit", "team", "leads", "group")
FORMS = ("band", "figure")
BANDS = ("first_steps", "under_way", "regular", "regular_up", "strong")
ALL_THEMES = "all"
RELIABILITIES = ("good", "fair", "low")
PLACES = ("below", "within", "above")


class BlockPublication(Table, table=True):
    """One publication for all groups at once; its key makes it happen once."""

    __tablename__ = "block_publication"
    __table_args__ = (UniqueConstraint("organisation_id", "block"),)

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id")
    block: int
    instrument: str = Field(max_length=28)
    published_at: datetime


class BlockResult(Table, table=True):
    """What is shown of one group and dimension; a group that is hidden has no row.

    A group that is too small for most dimensions may have one row over all of them instead.
    `node_id` is the unit, team or group of teams, 0 for the organisation and for its leads.
    `tenths` is a rounded and coded mean, only for a figure. `people` is a class, never a number.
    `place` is where a team's figure stands among the other teams, if there are enough of them.
    """

    __tablename__ = "block_result"
    __table_args__ = (
        UniqueConstraint("publication_id", "node", "node_id", "dimension"),
        one_of("node", NODES),
        one_of("dimension", (*DIMENSIONS, ALL_THEMES)),
        one_of("form", FORMS),
        one_of("band", BANDS),
        one_of("reliability", RELIABILITIES),
        one_of("place", PLACES),
        CheckConstraint("(form = 'figure') = (tenths IS NOT NULL)", name="tenths"),
    )

    id: int = Field(default=None, primary_key=True)
    publication_id: int = Field(foreign_key="block_publication.id")
    node: str = Field(max_length=12)
    node_id: int
    dimension: str = Field(max_length=3)
    form: str = Field(max_length=6)
    band: str = Field(max_length=11)
    tenths: int | None = None
    people: str = Field(max_length=5)
    reliability: str = Field(max_length=4)
    place: str | None = Field(default=None, max_length=6)


class NewResult(NamedTuple):
    """What is to be shown of one group and dimension; the columns of `BlockResult`."""

    node: str
    node_id: int
    dimension: str
    form: str
    band: str
    tenths: int | None
    people: str
    reliability: str
    place: str | None = None


class BlockRating(NamedTuple):
    """One answer of a block: `value` is None for a skip; `instrument` is the wording asked."""

    person_id: int
    dimension: str
    week: int
    response: str
    value: int | None
    instrument: str


class ResultOfBlock(NamedTuple):
    """What is shown of a group in one block."""

    block: int
    result: BlockResult


async def put(session: Writer, publication_id: int, rows: Iterable[NewResult]) -> None:
    """Write what a publication shows, all at once: there may be tens of thousands."""
    values = [{"publication_id": publication_id, **row._asdict()} for row in rows]
    if values:
        await session.exec(insert(table_of(BlockResult)), params=values)


async def claim(
    session: Writer, organisation_id: int, block: int, instrument: str, now: datetime
) -> int | None:
    """Begin the publication of a block; None if it was published before."""
    statement = (
        insert_for(session, BlockPublication)
        .values(
            organisation_id=organisation_id, block=block, instrument=instrument, published_at=now
        )
        .on_conflict_do_nothing()
        .returning(col(BlockPublication.id))
    )
    return (await session.exec(short(statement))).scalar_one_or_none()


async def groups_shown(session: Session, publication_id: int) -> set[tuple[str, int]]:
    """Return the groups of which something is shown: what each is, and its id."""
    query = select(BlockResult.node, BlockResult.node_id).where(
        BlockResult.publication_id == publication_id
    )
    return set((await session.exec(query.distinct())).all())


async def newest(session: Session, organisation_id: int) -> BlockPublication | None:
    """Return the last publication."""
    query = (
        select(BlockPublication)
        .where(BlockPublication.organisation_id == organisation_id)
        .order_by(col(BlockPublication.block).desc())
        .limit(1)
    )
    return (await session.exec(short(query))).first()


async def of_node(
    session: Session, published: BlockPublication, node: str, node_id: int, blocks: int
) -> list[ResultOfBlock]:
    """Return what is shown of a group in so many blocks up to one of them, the oldest first.

    Only blocks with the same wording: answers to two of them are never one series.
    """
    query = (
        select(BlockPublication.block, BlockResult)
        .where(
            col(BlockResult.publication_id) == col(BlockPublication.id),
            BlockPublication.organisation_id == published.organisation_id,
            BlockPublication.instrument == published.instrument,
            BlockPublication.block <= published.block,
            BlockPublication.block > published.block - blocks,
            BlockResult.node == node,
            BlockResult.node_id == node_id,
        )
        .order_by(col(BlockPublication.block))
    )
    return [ResultOfBlock(*row) for row in (await session.exec(short(query))).all()]


async def ratings(
    session: Session, organisation_id: int, first: int, last: int
) -> list[BlockRating]:
    """Return the organisation's answers from a week to another, the earliest first."""
    query = (
        select(  # type: ignore[call-overload]  # SQLModel types up to four columns
            Rating.person_id,
            Rating.dimension,
            Rating.week,
            Rating.response,
            Rating.value,
            Rating.instrument,
        )
        .join(Person, col(Rating.person_id) == col(Person.id))
        .where(
            Person.organisation_id == organisation_id,
            col(Rating.week) >= first,
            col(Rating.week) <= last,
        )
        .order_by(col(Rating.week))
    )
    found = (await session.exec(query)).all()
    return await asyncio.to_thread(lambda: [BlockRating(*row) for row in found])


async def number_of_ratings(session: Session, organisation_id: int, first: int, last: int) -> int:
    """Return how many answers there are from a week to another."""
    query = (
        select(func.count())
        .select_from(Rating)
        .join(Person, col(Rating.person_id) == col(Person.id))
        .where(
            Person.organisation_id == organisation_id,
            col(Rating.week) >= first,
            col(Rating.week) <= last,
        )
    )
    return (await session.exec(query)).one()
