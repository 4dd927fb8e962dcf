"""The account of deliveries for HR: each person of a day in exactly one state, never who.

Nothing of it depends on whether somebody answered. What does is part of one number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coaching.errors import CoachingError, Code
from coaching.people.directory import pages_of
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.planning import ANSWERS_CHOOSE, LeftOut
from coaching.rules.schedules import Kind
from storage import audit, deliveries, delivery_report, programme
from storage.database import Database, Session
from storage.deliveries import UNDELIVERED, DeliveryState
from storage.delivery_report import Account

LOOKS_BACK = timedelta(weeks=4)
PER_PAGE = 10  # days of schedules, each behind a button that names it
SMALLEST_GROUP = 5
BEFORE_ANSWERS = (DeliveryState.UNREACHABLE, DeliveryState.MISSED, DeliveryState.EXPIRED)
OF_FEW = (DeliveryState.MISSED, DeliveryState.EXPIRED)
BY_ANSWERS = (LeftOut.NOT_NEEDED, LeftOut.SILENT, LeftOut.CAP)


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One day of one schedule: for how many people, and what became of them.

    `done` are those who got it or are to get it, or did not need it, or were spared: apart, these
    would show who answered, now or lately. A reminder or a follow-up has no other number. `states`
    are all others by state, `left_out` those by reason. For fewer than five people only what holds
    for everybody is named, and `undisclosed` are all others. `total` is everybody found somewhere:
    where it is not the audience, somebody got lost. On its day what failed can be tried again.
    """

    id: int
    kind: Kind
    day: date
    audience: int
    total: int
    states: Mapping[DeliveryState, int]
    left_out: Mapping[LeftOut, int]
    done: int = 0
    undisclosed: int = 0
    small: bool = False
    is_today: bool = False

    @property
    def adds_up(self) -> bool:
        """Tell whether everybody is accounted for."""
        return self.total == self.audience

    @property
    def answers_choose(self) -> bool:
        """Tell whether who gets it follows from what was answered."""
        return self.kind in ANSWERS_CHOOSE

    @property
    def went_wrong(self) -> bool:
        """Tell whether HR should look at it first."""
        return bool(self.undelivered) or not self.adds_up

    @property
    def undelivered(self) -> int:
        """Return how many people technical trouble kept it from, as far as that may be told."""
        return sum(self.states.get(state, 0) for state in UNDELIVERED)


@dataclass(frozen=True, slots=True)
class PageOfLines:
    """A page of the account, counted from 0, and how many pages there are."""

    here: Sequence[AccountLine]
    page: int
    pages: int


async def lines(database: Database, viewer: Viewer, now: datetime) -> list[AccountLine]:
    """Return the accounts of the last four weeks, the newest first."""
    require(viewer, Action.SEE_DELIVERIES)
    since = viewer.local_day(now) - LOOKS_BACK
    return await lines_since(database, viewer.organisation_id, since)


async def page_of_lines(
    database: Database, viewer: Viewer, now: datetime, page: int
) -> PageOfLines:
    """Return a page of them, counted for its days alone; beyond the end it is the last one."""
    require(viewer, Action.SEE_DELIVERIES)
    since = viewer.local_day(now) - LOOKS_BACK
    of = (viewer.organisation_id, since)
    async with database.read() as session:
        pages = pages_of(await delivery_report.number_of_accounts(session, *of), PER_PAGE)
        here = min(page, pages - 1)
        accounts = await delivery_report.some_accounts(session, *of, here * PER_PAGE, PER_PAGE)
    return PageOfLines([line_of(each) for each in accounts], here, pages)


async def lines_since(database: Database, organisation_id: int, since: date) -> list[AccountLine]:
    """Return the accounts from a day on, for technical administration, the newest first.

    Days on which a schedule was for nobody are not among them.
    """
    async with database.read() as session:
        return await lines_in(session, organisation_id, since)


async def lines_in(session: Session, organisation_id: int, since: date) -> list[AccountLine]:
    """Return them within somebody else's transaction."""
    found = await delivery_report.accounts(session, organisation_id, since)
    return [line for line in map(line_of, found) if _is_told(line)]


@dataclass(frozen=True, slots=True)
class Totals:
    """Everybody that schedules were ever for, once per message: deliveries and the left out."""

    audience: int
    states: Mapping[DeliveryState, int]
    left_out: int


async def totals(database: Database, organisation_id: int) -> Totals:
    """Return the sums over all occurrences, all states named."""
    async with database.read() as session:
        sums = await delivery_report.totals(session, organisation_id)
    named = {state: sums.states.get(state, 0) for state in DeliveryState}
    return Totals(sums.audience, named, sums.left_out)


async def look_at(
    database: Database, viewer: Viewer, occurrence_id: int, now: datetime
) -> AccountLine:
    """Return one account; raises NOT_FOUND."""
    require(viewer, Action.SEE_DELIVERIES)
    async with database.read() as session:
        return await _one(session, viewer, occurrence_id, now)


async def resend(
    database: Database, viewer: Viewer, occurrence_id: int, now: datetime
) -> AccountLine:
    """Try again whatever failed of a message of today and is of use; return how it stands.

    Whether anything had failed is not told. Raises NOT_FOUND, EVERYTHING_PAUSED in a crisis, or
    NOTHING_TO_RESEND for a message of another day.
    """
    require(viewer, Action.SEE_DELIVERIES)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        line = await _one(session, viewer, occurrence_id, now)
        if not line.is_today:
            raise CoachingError(Code.NOTHING_TO_RESEND)
        if await programme.crisis(session, viewer.organisation_id) is not None:
            raise CoachingError(Code.EVERYTHING_PAUSED)
        await deliveries.revive_failed(session, occurrence_id, now)
        after = {"occurrence": occurrence_id}
        audit.record(
            session, viewer.organisation_id, viewer.person_id, now, "failed sent again", {}, after
        )
        return await _one(session, viewer, occurrence_id, now)


async def _one(session: Session, viewer: Viewer, occurrence_id: int, now: datetime) -> AccountLine:
    today = viewer.local_day(now)
    of = (viewer.organisation_id, occurrence_id, today - LOOKS_BACK)
    found = await delivery_report.account(session, *of)
    if found is None or not _is_told(line := line_of(found, today)):
        raise CoachingError(Code.NOT_FOUND)
    return line


def _is_told(line: AccountLine) -> bool:
    """Leave out days on which a schedule was for nobody."""
    return bool(line.audience or line.total)


def line_of(account: Account, today: date | None = None) -> AccountLine:
    """Return what HR may see of an account."""
    kind, audience = Kind(account.schedule.kind), account.occurrence.audience
    states = {DeliveryState(state): n for state, n in account.states.items() if n}
    left_out = {LeftOut(reason): n for reason, n in account.left_out.items() if n}
    total = sum(states.values()) + sum(left_out.values())
    small = audience < SMALLEST_GROUP
    told_states, told_left_out = _told(kind, states, left_out, small=small)
    rest = total - sum(told_states.values()) - sum(told_left_out.values())
    few = small and kind not in ANSWERS_CHOOSE
    return AccountLine(
        id=account.occurrence.id,
        kind=kind,
        day=account.occurrence.day,
        audience=audience,
        total=total,
        states=told_states,
        left_out=told_left_out,
        done=0 if few else rest,
        undisclosed=rest if few else 0,
        small=small,
        is_today=account.occurrence.day == today,
    )


def _told(
    kind: Kind,
    states: Mapping[DeliveryState, int],
    left_out: Mapping[LeftOut, int],
    *,
    small: bool,
) -> tuple[dict[DeliveryState, int], dict[LeftOut, int]]:
    """Return the numbers that stay the same whoever answers; all others are one."""
    if kind in ANSWERS_CHOOSE:
        return {}, {}
    if small:
        return {state: states[state] for state in OF_FEW if state in states}, {}
    reasons = {r: left_out[r] for r in LeftOut if r in left_out and r not in BY_ANSWERS}
    told = {state: states[state] for state in BEFORE_ANSWERS if state in states}
    everybody = sum(states.values()) + sum(left_out.values())
    rest = everybody - sum(told.values()) - sum(reasons.values())
    if failed := _failed(states, rest):
        told = {DeliveryState.FAILED: failed, **told}
    return told, reasons


def _failed(states: Mapping[DeliveryState, int], rest: int) -> int:
    """Return with how many it failed: all if it reached nobody, else rounded down to fives.

    An attempt is made only with those who need the message, so few failures would tell of these.
    """
    failed = states.get(DeliveryState.FAILED, 0)
    others = states.get(DeliveryState.SENT, 0) + states.get(DeliveryState.PLANNED, 0)
    return rest if failed and not others else failed // SMALLEST_GROUP * SMALLEST_GROUP
