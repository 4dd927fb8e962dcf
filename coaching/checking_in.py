"""The weekly check-in: two items, answered, skipped or changed while the week is open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from coaching.errors import CoachingError, Code
from coaching.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.instrument import Dimension, Form, items
from coaching.rules.programme import block_begins, position, week_bounds, week_of
from storage import checkins, positions
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
        return await _asking(session, viewer, await week_as_it_stands(session, viewer, week), ask)


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
        block = await _block(session, viewer, week)
        if dimension not in _dimensions(viewer, week, block):
            raise CoachingError(Code.NOT_FOUND)
        given = checkins.Given(week, dimension, response, value)
        await checkins.put(session, viewer.person_id, given)
        others = [r for r in block if (r.week, r.dimension) != (week, dimension)]
        return await _asking(session, viewer, _checkin(viewer, week, [*others, given]), None)


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
    return _checkin(viewer, week, await _block(session, viewer, week))


async def _block(session: Session, viewer: Viewer, week: int) -> list[checkins.Given]:
    return await checkins.of_weeks(session, viewer.person_id, block_begins(week), week)


def _checkin(viewer: Viewer, week: int, block: Sequence[checkins.Given]) -> CheckIn:
    given = {rating.dimension: rating for rating in block if rating.week == week}
    dimensions = _dimensions(viewer, week, block)
    found = tuple(
        Item(d, Response(given[d].response), given[d].value) if d in given else Item(d)
        for d in dimensions
    )
    _, closes = week_bounds(viewer.programme_start, week, viewer.zone)
    first_open = next((item.dimension for item in found if item.response is None), None)
    return CheckIn(week, closes, found, first_open)


async def _asking(
    session: Session, viewer: Viewer, checkin: CheckIn, ask: Dimension | None
) -> CheckIn:
    """Return the check-in and keep which item a typed digit answers."""
    if ask in [item.dimension for item in checkin.items]:
        checkin = replace(checkin, asked=ask)
    if checkin.asked is None:
        await positions.clear(session, viewer.person_id, QUESTION)
    else:
        await positions.put(
            session, viewer.person_id, QUESTION, week=checkin.week, dimension=checkin.asked
        )
    return checkin


def _dimensions(
    viewer: Viewer, week: int, block: Sequence[checkins.Given]
) -> tuple[Dimension, ...]:
    """Return the week's items, which depend on the responses of the block's earlier weeks."""
    answered = {Dimension(rating.dimension) for rating in block if rating.week < week}
    form = Form(viewer.form or Form.A)
    return items(form, position(week), answered, f"{viewer.person_id}:{week}")
