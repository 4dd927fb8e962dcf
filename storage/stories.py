"""Stories of people who were helped, told by colleagues and read with HR's permission."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from secrets import randbelow

from sqlalchemy import CheckConstraint, delete, exists, update
from sqlmodel import Field, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.database import Session, Writer, short
from storage.practice import Practice
from storage.types import DIMENSIONS, Table, one_of

REASONS = ("recognisable", "unkind", "nobody_helped", "unclear")
MOST_KEYS = 999_999_999  # what a button can carry


def _any_key() -> int:
    """Return a key that tells nothing of when a story came, nor of which came before."""
    return 1 + randbelow(MOST_KEYS)


class Story(Table, table=True):
    """A story that waits for HR's word, or was allowed and has a dimension, or was declined.

    No time tells when it was written: HR sees it from a Monday on, with all others of its week.
    `told_on` is the day on which its author was told what was decided.
    """

    __table_args__ = (
        one_of("dimension", DIMENSIONS),
        one_of("declined_for", REASONS),
        CheckConstraint("(declined_for IS NULL) = (text IS NOT NULL)", name="declined"),
        CheckConstraint(
            "(decided_on IS NOT NULL) = (dimension IS NOT NULL OR declined_for IS NOT NULL)"
            " AND (dimension IS NULL OR declined_for IS NULL)",
            name="decided",
        ),
    )

    id: int = Field(default_factory=_any_key, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    language: str = Field(max_length=8)
    text: str | None = Field(default=None, max_length=500)
    shown_from: date
    decided_on: date | None = None
    dimension: str | None = Field(default=None, max_length=2)
    declined_for: str | None = Field(default=None, max_length=16)
    told_on: date | None = None


async def all_own(session: Session, person_id: int) -> Sequence[Story]:
    """Return what a person has told, in no order that tells anything."""
    query = select(Story).where(Story.person_id == person_id).order_by(col(Story.id))
    return (await session.exec(short(query))).all()


async def own(session: Session, person_id: int, story_id: int) -> Story | None:
    """Return a story if it is the person's own."""
    query = select(Story).where(Story.id == story_id, Story.person_id == person_id)
    return (await session.exec(short(query))).first()


def _for_hr(
    organisation_id: int, reader: int, today: date, *, allowed: bool
) -> SelectOfScalar[Story]:
    """Select what somebody of HR decides on: what is shown by now, and never what is their own."""
    has_theme = col(Story.dimension).is_not(None)
    return select(Story).where(
        Story.organisation_id == organisation_id,
        Story.person_id != reader,
        Story.shown_from <= today,
        col(Story.text).is_not(None),
        has_theme if allowed else ~has_theme,
    )


async def number_for_hr(
    session: Session, organisation_id: int, reader: int, today: date, *, allowed: bool
) -> int:
    """Return how many wait, or how many were allowed."""
    found = _for_hr(organisation_id, reader, today, allowed=allowed).subquery()
    return (await session.exec(select(func.count()).select_from(found))).one()


async def nth_for_hr(
    session: Session,
    organisation_id: int,
    reader: int,
    today: date,
    number: int,
    *,
    allowed: bool,
) -> Story | None:
    """Return one that waits, or was allowed, by its place in the order of their random keys."""
    query = _for_hr(organisation_id, reader, today, allowed=allowed)
    return (await session.exec(query.order_by(col(Story.id)).offset(number).limit(1))).first()


def _one_for_hr(
    organisation_id: int, reader: int, today: date, story_id: int
) -> SelectOfScalar[Story]:
    return select(Story).where(
        Story.id == story_id,
        Story.organisation_id == organisation_id,
        Story.person_id != reader,
        Story.shown_from <= today,
    )


async def one_for_hr(
    session: Session, organisation_id: int, reader: int, today: date, story_id: int
) -> Story | None:
    """Return a story that somebody of HR may read."""
    query = _one_for_hr(organisation_id, reader, today, story_id)
    return (await session.exec(query.where(col(Story.text).is_not(None)))).first()


async def to_decide(
    session: Writer, organisation_id: int, reader: int, today: date, story_id: int
) -> Story | None:
    """Return a story that somebody of HR may decide on, or has; locked until the end."""
    query = _one_for_hr(organisation_id, reader, today, story_id)
    return (await session.exec(query.with_for_update())).first()


async def any_waiting(session: Session, organisation_id: int, today: date) -> bool:
    """Tell whether any story waits for HR's word."""
    nobody = 0
    query = _for_hr(organisation_id, nobody, today, allowed=False)
    return (await session.exec(select(query.exists()))).one()


async def unread(
    session: Session, organisation_id: int, person_id: int, language: str
) -> Mapping[int, str]:
    """Return the dimensions of the allowed stories that a person has not had, by their keys."""
    had = exists().where(
        col(Practice.person_id) == person_id, col(Practice.story_id) == col(Story.id)
    )
    query = select(Story.id, Story.dimension).where(
        Story.organisation_id == organisation_id,
        Story.person_id != person_id,
        Story.language == language,
        col(Story.dimension).is_not(None),
        ~had,
    )
    return {key: dimension or "" for key, dimension in await session.exec(query)}


async def texts_of(session: Session, keys: Collection[int]) -> Mapping[int, str]:
    """Return the texts of those of the stories that are still allowed."""
    if not keys:
        return {}
    query = select(Story.id, Story.text).where(
        col(Story.id).in_(keys), col(Story.dimension).is_not(None)
    )
    return {key: text or "" for key, text in await session.exec(query)}


async def tell(session: Writer, person_id: int, today: date) -> None:
    """Note that an author is told today of what was decided and not told before."""
    news = update(Story).where(
        col(Story.person_id) == person_id,
        col(Story.decided_on).is_not(None),
        col(Story.told_on).is_(None),
    )
    await session.exec(news.values(told_on=today))


async def told(session: Session, person_id: int, day: date) -> Sequence[Story]:
    """Return the stories of which an author was told on a day."""
    query = select(Story).where(Story.person_id == person_id, Story.told_on == day)
    return (await session.exec(query.order_by(col(Story.id)))).all()


async def forget(session: Writer, story_id: int) -> None:
    """Delete a story; whoever had it keeps the own answer alone."""
    await _delete(session, col(Story.id) == story_id)


async def forget_of(session: Writer, person_id: int) -> None:
    """Delete all that a person has told, also what was allowed."""
    await _delete(session, col(Story.person_id) == person_id)


async def forget_old(session: Writer, undecided: date, declined: date, allowed: date) -> None:
    """Delete what waits, was declined or was allowed since before these days."""
    waits, is_allowed = col(Story.decided_on).is_(None), col(Story.dimension).is_not(None)
    was_declined = col(Story.declined_for).is_not(None)
    await _delete(session, waits & (col(Story.shown_from) < undecided))
    await _delete(session, was_declined & (col(Story.decided_on) < declined))
    await _delete(session, is_allowed & (col(Story.decided_on) < allowed))


async def _delete(session: Writer, which: object) -> None:
    keys = select(Story.id).where(which)  # type: ignore[arg-type]
    linked = update(Practice).where(col(Practice.story_id).in_(keys))
    await session.exec(linked.values(story_id=None))
    await session.exec(delete(Story).where(which))  # type: ignore[arg-type]
