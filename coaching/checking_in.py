"""The weekly check-in: two items, answered, skipped or changed while the week is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coaching.errors import CoachingError, Code
from coaching.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.instrument import Dimension, Form, items
from coaching.rules.programme import block_begins, position, week_bounds, week_of
from storage import checkins, positions
from storage.checkins import Rating
from storage.database import Database, Session

QUESTION = "checkin"


class Response(StrEnum):
    """The ways to respond to an item, all of them taking part."""

    RATED = "rated"
    NO_ENCOUNTERS = "no_encounters"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the week with the person's own response, if there is one."""

    dimension: Dimension
    response: Response | None = None
    value: int | None = None


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A person's check-in of one week; `asked` is the item to answer next, None when complete."""

    week: int
    closes_at: datetime
    items: tuple[Item, ...]
    asked: Dimension | None

    @property
    def number(self) -> int:
        """Return which item is asked, from 1."""
        return next(n for n, item in enumerate(self.items, 1) if item.dimension == self.asked)


async def open_checkin(
    database: Database, viewer: Viewer, now: datetime, ask: Dimension | None = None
) -> CheckIn:
    """Return this week's check-in, asking the given item or the first one without a response.

    Raises REST_WEEK or BEFORE_START when there is none.
    """
    require(viewer, Action.CHECK_IN)
    week = current_week(viewer, now)
    async with database.write() as session:
        return await _asking(session, viewer, week, ask)


async def respond(
    database: Database,
    viewer: Viewer,
    week: int,
    dimension: Dimension,
    response: Response,
    now: datetime,
    value: int | None = None,
) -> CheckIn:
    """Keep a response in place of an earlier one; raises QUESTION_CLOSED outside its week."""
    require(viewer, Action.CHECK_IN)
    allowed = range(1, 6) if response is Response.RATED else (None,)
    if value not in allowed:
        raise CoachingError(Code.NOT_FOUND)
    if week != current_week(viewer, now):
        raise CoachingError(Code.QUESTION_CLOSED)
    async with database.write() as session:
        earlier = await checkins.of_weeks(session, viewer.person_id, block_begins(week), week - 1)
        if dimension not in _dimensions(viewer, week, earlier):
            raise CoachingError(Code.NOT_FOUND)
        await checkins.put(session, viewer.person_id, week, dimension, response, value)
        return await _asking(session, viewer, week, None)


def current_week(viewer: Viewer, now: datetime) -> int:
    """Return the week of the programme; raises BEFORE_START or REST_WEEK."""
    today = viewer.local_day(now)
    if today < viewer.programme_start:
        raise CoachingError(Code.BEFORE_START, day=viewer.programme_start)
    week = week_of(viewer.programme_start, today)
    if position(week).rest:
        raise CoachingError(Code.REST_WEEK)
    return week


async def week_as_it_stands(session: Session, viewer: Viewer, week: int) -> CheckIn:
    """Return the check-in of a week without asking anything."""
    block = await checkins.of_weeks(session, viewer.person_id, block_begins(week), week)
    given = {rating.dimension: rating for rating in block if rating.week == week}
    dimensions = _dimensions(viewer, week, [r for r in block if r.week < week])
    found = tuple(
        Item(d, Response(given[d].response), given[d].value) if d in given else Item(d)
        for d in dimensions
    )
    _, closes = week_bounds(viewer.programme_start, week, viewer.zone)
    first_open = next((item.dimension for item in found if item.response is None), None)
    return CheckIn(week, closes, found, first_open)


async def _asking(session: Session, viewer: Viewer, week: int, ask: Dimension | None) -> CheckIn:
    """Return the check-in and keep which item a typed digit answers."""
    checkin = await week_as_it_stands(session, viewer, week)
    if ask in [item.dimension for item in checkin.items]:
        checkin = CheckIn(week, checkin.closes_at, checkin.items, ask)
    if checkin.asked is None:
        await positions.clear(session, viewer.person_id, QUESTION)
    else:
        await positions.put(
            session, viewer.person_id, QUESTION, week=week, dimension=checkin.asked
        )
    return checkin


def _dimensions(viewer: Viewer, week: int, earlier: Sequence[Rating]) -> tuple[Dimension, ...]:
    """Return the week's items, given the responses of the block's earlier weeks."""
    answered = {Dimension(rating.dimension) for rating in earlier}
    form = Form(viewer.form or Form.A)
    return items(form, position(week), answered, f"{viewer.person_id}:{week}")
