"""The weekly check-in: two items, answered, skipped or changed while the week is open.

In the fourth week of a block an open question may stand in the place of an item, and once a block
somebody may say what their latest customer would have chosen.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from coaching.content import CustomerWord, load_instrument
from coaching.errors import CoachingError, Code
from coaching.guarding import guard
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.choosing import own_focus
from coaching.rules.instrument import (
    SCALE,
    Dimension,
    Form,
    asks_openly,
    items,
    week_of_customer_view,
)
from coaching.rules.programme import block_begins, position, week_bounds, week_of
from storage import checkin, conversation
from storage.database import Database, Session, Writer
from storage.people import Person

QUESTION = "checkin"
QUESTION_OPEN = "open_question"
QUESTION_CUSTOMER = "customer_view"
OPEN_LIMIT = 300
HIGH = 4


class Response(StrEnum):
    """The ways to respond to an item, all of them taking part."""

    RATED = "rated"
    NO_ENCOUNTERS = "no_encounters"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class AskedItem:
    """One item of the week with the person's own response, if there is one.

    `named` tells whether a situation came to mind for a high value, None if it was not said;
    `wording` is the version that was answered.
    """

    dimension: Dimension
    response: Response | None = None
    value: int | None = None
    wording: str = ""
    named: bool | None = None

    @property
    def is_high(self) -> bool:
        """Tell whether the value is one for which a situation can be named."""
        return self.value is not None and self.value >= HIGH


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """The open question of a block, with the person's own answer; skipped, it has no text."""

    answered: bool = False
    text: str | None = None


@dataclass(frozen=True, slots=True)
class CustomerView:
    """An item that was rated, and what the latest customer would have chosen there."""

    dimension: Dimension
    own: int
    customer: int | None = None


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A person's check-in of one week; `asked` is the item to answer next, None when all are.

    `wording` is the version in which it is shown;
    `named_next` is a high value for which a situation may be named, once all is answered.
    """

    week: int
    wording: str
    closes_at: datetime
    items: tuple[AskedItem, ...]
    asked: Dimension | None
    open_question: OpenQuestion | None = None
    customer_view: CustomerView | None = None
    named_next: Dimension | None = None
    customer_word: str = CustomerWord.CUSTOMER

    @property
    def number(self) -> int:
        """Return which item is asked, from 1."""
        return next(n for n, item in enumerate(self.items, 1) if item.dimension == self.asked)

    @property
    def count(self) -> int:
        """Return how many questions the week has."""
        return len(self.items) + (self.open_question is not None)

    @property
    def asks_openly(self) -> bool:
        """Tell whether the open question comes now."""
        waits = self.open_question is not None and not self.open_question.answered
        return self.asked is None and waits


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
    message_id: int | None = None,
    *,
    wording: str | None = None,
) -> CheckIn:
    """Keep a response in place of an earlier one; the same typed message counts once.

    `wording` is the version that was read, None if it was read just now. Raises QUESTION_CLOSED
    outside its week, REWORDED for an item shown in other words than now, NOT_FOUND for an item or
    value that is not asked for.
    """
    require(viewer, Action.CHECK_IN)
    allowed = SCALE if response is Response.RATED else (None,)
    if value not in allowed:
        raise CoachingError(Code.NOT_FOUND)
    _require_open(viewer, week, now)
    if wording not in (None, _wording(viewer)):
        raise CoachingError(Code.REWORDED)
    async with database.write() as session:
        shown = await _items_of(session, viewer, week)
        if dimension not in [item.dimension for item in shown.items]:
            raise CoachingError(Code.NOT_FOUND)
        if await _was_heard(session, viewer, message_id):
            shown = await week_as_it_stands(session, viewer, week)
            return await _asking(session, viewer, shown, dimension, message_id)
        item = AskedItem(dimension, response, value, _wording(viewer))
        await _put(session, viewer, week, response, item)
        shown = await _with(session, viewer, shown, item)
        return await _asking(session, viewer, _with_naming(shown), None, message_id)


async def name_situation(
    database: Database,
    viewer: Viewer,
    week: int,
    dimension: Dimension,
    now: datetime,
    *,
    named: bool,
) -> CheckIn:
    """Keep whether a situation came to mind for a high value; raises NOT_FOUND without one."""
    require(viewer, Action.CHECK_IN)
    _require_open(viewer, week, now)
    async with database.write() as session:
        shown = await week_as_it_stands(session, viewer, week)
        item = next((i for i in shown.items if i.dimension is dimension and i.is_high), None)
        if item is None or item.response is None:
            raise CoachingError(Code.NOT_FOUND)
        answered = replace(item, named=named)
        await _put(session, viewer, week, item.response, answered)
        shown = await _with(session, viewer, shown, answered)
        return await _asking(session, viewer, _with_naming(shown), None)


async def answer_openly(
    database: Database,
    viewer: Viewer,
    week: int,
    text: str | None,
    now: datetime,
    message_id: int | None = None,
    *,
    anyway: bool = False,
) -> CheckIn:
    """Keep the answer to the week's open question, or that it was skipped.

    A message that answered an item already is no answer to this question when it comes again.
    Raises TEXT_TOO_LONG, TEXT_PRIVATE, QUESTION_CLOSED outside its week, NOT_FOUND without one.
    """
    require(viewer, Action.CHECK_IN)
    _require_open(viewer, week, now)
    if text is not None and len(text) > OPEN_LIMIT:
        raise CoachingError(Code.TEXT_TOO_LONG, limit=OPEN_LIMIT, length=len(text))
    if text is not None:
        guard(text, anyway=anyway)
    async with database.write() as session:
        shown = await week_as_it_stands(session, viewer, week)
        if shown.open_question is None:
            raise CoachingError(Code.NOT_FOUND)
        if await _was_heard(session, viewer, message_id):
            return await _asking(session, viewer, shown, None, message_id)
        await checkin.put_open_answer(session, viewer.person_id, week, text)
        shown = replace(shown, open_question=OpenQuestion(answered=True, text=text))
        return await _asking(session, viewer, _with_naming(shown), None)


async def ask_openly(database: Database, viewer: Viewer, week: int, now: datetime) -> CheckIn:
    """Let the next typed text answer the week's open question (again); raises NOT_FOUND."""
    require(viewer, Action.CHECK_IN)
    _require_open(viewer, week, now)
    async with database.write() as session:
        shown = await week_as_it_stands(session, viewer, week)
        if shown.open_question is None:
            raise CoachingError(Code.NOT_FOUND)
        await conversation.put(session, viewer.person_id, QUESTION_OPEN, week=week)
        return shown


async def ask_customer_view(
    database: Database, viewer: Viewer, week: int, now: datetime
) -> CheckIn:
    """Let the next typed digit be what the latest customer would choose; raises NOT_FOUND."""
    require(viewer, Action.CHECK_IN)
    _require_open(viewer, week, now)
    async with database.write() as session:
        shown = await week_as_it_stands(session, viewer, week)
        if shown.customer_view is None:
            raise CoachingError(Code.NOT_FOUND)
        await conversation.put(session, viewer.person_id, QUESTION_CUSTOMER, week=week)
        return shown


async def choose_for_customer(
    database: Database, viewer: Viewer, week: int, value: int, now: datetime
) -> CheckIn:
    """Keep what the latest customer would have chosen; nobody else ever sees it."""
    require(viewer, Action.CHECK_IN)
    _require_open(viewer, week, now)
    async with database.write() as session:
        shown = await week_as_it_stands(session, viewer, week)
        view = shown.customer_view
        if view is None or value not in SCALE:
            raise CoachingError(Code.NOT_FOUND)
        await checkin.put_customer_view(session, viewer.person_id, week, view.dimension, value)
        await conversation.clear(session, viewer.person_id, QUESTION_CUSTOMER)
        return replace(shown, customer_view=replace(view, customer=value))


def _require_open(viewer: Viewer, week: int, now: datetime) -> None:
    """Raise QUESTION_CLOSED outside the week."""
    if week != current_week(viewer, now):
        raise CoachingError(Code.QUESTION_CLOSED)


def current_week(viewer: Viewer, now: datetime) -> int:
    """Return the week of the programme; raises BEFORE_START or REST_WEEK."""
    today = viewer.local_day(now)
    if today < viewer.programme_start:
        raise CoachingError(Code.BEFORE_START, day=viewer.programme_start)
    week = week_of(viewer.programme_start, today)
    if position(week).rest:
        raise CoachingError(Code.REST_WEEK)
    return week


def _wording(viewer: Viewer) -> str:
    """Return the version of the wording that somebody reads now."""
    return load_instrument().version_in(viewer.customer_word)


async def _put(
    session: Writer, viewer: Viewer, week: int, response: Response, item: AskedItem
) -> None:
    """Keep a response with the version of the wording to which it was given."""
    given = checkin.Given(week, item.dimension, response, item.value, item.wording, item.named)
    await checkin.put(session, viewer.person_id, given)


async def week_as_it_stands(session: Session, viewer: Viewer, week: int) -> CheckIn:
    """Return the check-in of a week without asking anything."""
    shown = await _items_of(session, viewer, week)
    view = await _customer_view(session, viewer, week, shown.items)
    return replace(shown, customer_view=view)


async def _items_of(session: Session, viewer: Viewer, week: int) -> CheckIn:
    """Return the week's items and open question as they stand, without the customer's view."""
    first = block_begins(week)
    block = await checkin.of_weeks(session, viewer.person_id, first, week)
    earlier = {Dimension(rating.dimension) for rating in block if rating.week < week}
    given = {rating.dimension: rating for rating in block if rating.week == week}
    dimensions = items(
        Form(viewer.form or Form.A),
        position(week),
        earlier,
        f"{viewer.person_id}:{week}",
        await _focus(session, viewer, week, earlier),
    )
    asked = tuple(_item(d, given.get(d)) for d in dimensions)
    _, closes = week_bounds(viewer.programme_start, week, viewer.zone)
    return CheckIn(
        week,
        _wording(viewer),
        closes,
        asked,
        _first_open(asked),
        await _open_question(session, viewer, week, earlier),
        customer_word=viewer.customer_word,
    )


async def _with(session: Session, viewer: Viewer, shown: CheckIn, given: AskedItem) -> CheckIn:
    """Return the check-in with one item answered otherwise, without reading it all again."""
    asked = tuple(given if item.dimension is given.dimension else item for item in shown.items)
    view = await _customer_view(session, viewer, shown.week, asked)
    return replace(shown, items=asked, asked=_first_open(asked), customer_view=view)


def _with_naming(shown: CheckIn) -> CheckIn:
    """Ask for a situation behind a high value, once nothing else of the week is asked."""
    if shown.asked is not None or shown.asks_openly:
        return shown
    unsaid = (i.dimension for i in shown.items if i.is_high and i.named is None)
    return replace(shown, named_next=next(unsaid, None))


def _first_open(asked: Sequence[AskedItem]) -> Dimension | None:
    return next((item.dimension for item in asked if item.response is None), None)


def _item(dimension: Dimension, given: checkin.Given | None) -> AskedItem:
    if given is None:
        return AskedItem(dimension)
    response = Response(given.response)
    return AskedItem(dimension, response, given.value, given.instrument, given.named)


async def _focus(
    session: Session, viewer: Viewer, week: int, earlier: Collection[Dimension]
) -> Dimension | None:
    """Return the own focus of the block, where the week may ask for it."""
    if not asks_openly(position(week), frozenset(earlier)):
        return None
    person = await session.get_one(Person, viewer.person_id)
    return own_focus(person.focus, person.focus_block, position(week).block)


async def _open_question(
    session: Session, viewer: Viewer, week: int, earlier: Collection[Dimension]
) -> OpenQuestion | None:
    if not asks_openly(position(week), frozenset(earlier)):
        return None
    answer = await checkin.open_answer(session, viewer.person_id, week)
    return OpenQuestion(answer is not None, answer.text if answer else None)


async def _customer_view(
    session: Session, viewer: Viewer, week: int, asked: Sequence[AskedItem]
) -> CustomerView | None:
    """Return the customer's view if it is due: once a block, about an item that was rated."""
    where = position(week)
    if where.week_of_block != week_of_customer_view(f"{viewer.person_id}:{where.block}"):
        return None
    # Two numbers beside each other are answers to the same sentences.
    now_read = (item for item in asked if item.wording == _wording(viewer))
    rated = next((item for item in now_read if item.value is not None), None)
    if rated is None or rated.value is None or any(item.response is None for item in asked):
        return None
    chosen = await checkin.customer_view(session, viewer.person_id, week)
    same = chosen is not None and chosen[0] == rated.dimension
    return CustomerView(rated.dimension, rated.value, chosen[1] if chosen and same else None)


async def _asking(
    session: Writer,
    viewer: Viewer,
    shown: CheckIn,
    ask: Dimension | None,
    heard: int | None = None,
) -> CheckIn:
    """Return the check-in and keep what a typed digit or sentence answers.

    `heard` is the message that answered the question before it, for it may come again.
    """
    if ask in [item.dimension for item in shown.items]:
        shown = replace(shown, asked=ask)
    who, week = viewer.person_id, shown.week
    if shown.asks_openly:
        await conversation.put(session, who, QUESTION_OPEN, week=week, heard=heard)
    elif shown.asked is None:
        await conversation.clear(session, who, QUESTION, QUESTION_OPEN)
    else:
        await let_digit(session, viewer, shown, heard)
    return shown


async def let_digit(
    session: Writer, viewer: Viewer, shown: CheckIn, heard: int | None = None
) -> None:
    """Let the next typed digit answer the item that is asked, in the words that are shown."""
    await conversation.put(
        session,
        viewer.person_id,
        QUESTION,
        week=shown.week,
        heard=heard,
        dimension=shown.asked,
        wording=shown.wording,
    )


async def _was_heard(session: Session, viewer: Viewer, message_id: int | None) -> bool:
    """Tell whether a typed message answered an earlier question; Telegram may bring it twice."""
    if message_id is None:  # a button: there is nothing to look for
        return False
    question = await conversation.where(session, viewer.person_id)
    heard: int = (question[1].get("heard") if question else None) or 0
    return message_id <= heard
