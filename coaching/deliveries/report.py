"""The account of deliveries for HR: each person of a day in exactly one state, never who."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.planning import LeftOut
from coaching.rules.schedules import Kind
from storage import audit, deliveries, delivery_report, programme
from storage.database import Database, Session
from storage.deliveries import UNDELIVERED, DeliveryState
from storage.delivery_report import Account

LOOKS_BACK = timedelta(weeks=4)
SMALLEST_GROUP = 5
ANSWERS_SHOW = (Kind.CHECKIN, Kind.REMINDER, Kind.FOLLOW_UP)
ANSWERS_CHOOSE = (Kind.REMINDER, Kind.FOLLOW_UP)  # who gets it follows from what was answered


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One day of one schedule: for how many people, and what became of them.

    `done` are those who got it or, for what is answered, did not need it any more: apart, they
    would show who answered. `states` are all others by state, `left_out` those by reason. For
    fewer than five people technical trouble alone is named, and `undisclosed` are all others; who
    gets a reminder or a follow-up depends on answers, so there even trouble would show them.
    `total` is everybody found somewhere: where it is not the audience, somebody got lost.
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
    can_resend: int = 0

    @property
    def adds_up(self) -> bool:
        """Tell whether everybody is accounted for."""
        return self.total == self.audience

    @property
    def answered_is_done(self) -> bool:
        """Tell whether `done` holds those who did not need the message any more."""
        return self.kind in ANSWERS_SHOW

    @property
    def is_too_late(self) -> bool:
        """Tell whether something failed that would be of no use any more."""
        return DeliveryState.FAILED in self.states and not self.can_resend

    @property
    def undelivered(self) -> int:
        """Return how many people technical trouble kept it from, as far as that may be told."""
        return sum(self.states.get(state, 0) for state in UNDELIVERED)


async def lines(database: Database, viewer: Viewer, now: datetime) -> list[AccountLine]:
    """Return the accounts of the last four weeks, the newest first."""
    require(viewer, Action.SEE_DELIVERIES)
    since = viewer.local_day(now) - LOOKS_BACK
    return await lines_since(database, viewer.organisation_id, since, now)


async def lines_since(
    database: Database, organisation_id: int, since: date, now: datetime
) -> list[AccountLine]:
    """Return the accounts from a day on, for technical administration, the newest first.

    Days on which a schedule was for nobody are not among them.
    """
    async with database.read() as session:
        accounts = [
            _line(each)
            for each in await delivery_report.accounts(session, organisation_id, since, now)
        ]
    return [line for line in accounts if _is_told(line)]


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
    """Try the failed ones again, as long as they are useful; return how it stands then.

    Raises NOT_FOUND, EVERYTHING_PAUSED in a crisis, or NOTHING_TO_RESEND when none of them is of
    use any more or may be told of.
    """
    require(viewer, Action.SEE_DELIVERIES)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        line = await _one(session, viewer, occurrence_id, now)
        if not line.can_resend:
            raise CoachingError(Code.NOTHING_TO_RESEND)
        if await programme.crisis(session, viewer.organisation_id) is not None:
            raise CoachingError(Code.EVERYTHING_PAUSED)
        number = await deliveries.revive_failed(session, occurrence_id, now)
        if not number:
            raise CoachingError(Code.NOTHING_TO_RESEND)
        after = {"occurrence": occurrence_id, "people": number}
        audit.record(
            session, viewer.organisation_id, viewer.person_id, now, "failed sent again", {}, after
        )
        return await _one(session, viewer, occurrence_id, now)


async def _one(session: Session, viewer: Viewer, occurrence_id: int, now: datetime) -> AccountLine:
    since = viewer.local_day(now) - LOOKS_BACK
    found = await delivery_report.account(
        session, viewer.organisation_id, occurrence_id, since, now
    )
    if found is None or not _is_told(line := _line(found)):
        raise CoachingError(Code.NOT_FOUND)
    return line


def _is_told(line: AccountLine) -> bool:
    """Leave out days on which a schedule was for nobody."""
    return bool(line.audience or line.total)


def _line(account: Account) -> AccountLine:
    states = {state: n for state in DeliveryState if (n := account.states.get(state))}
    left_out = {reason: n for reason in LeftOut if (n := account.left_out.get(reason))}
    line = AccountLine(
        id=account.occurrence.id,
        kind=Kind(account.schedule.kind),
        day=account.occurrence.day,
        audience=account.occurrence.audience,
        total=sum(states.values()) + sum(left_out.values()),
        states=states,
        left_out=left_out,
        can_resend=account.can_resend,
    )
    return _of_few(line) if line.audience < SMALLEST_GROUP else _of_many(line)


def _of_many(line: AccountLine) -> AccountLine:
    """Put together what would show apart who answered."""
    states, left_out = dict(line.states), dict(line.left_out)
    done = states.pop(DeliveryState.SENT, 0)
    if line.answered_is_done:
        done += states.pop(DeliveryState.CANCELLED, 0) + left_out.pop(LeftOut.NOT_NEEDED, 0)
    return replace(line, states=states, left_out=left_out, done=done)


def _of_few(line: AccountLine) -> AccountLine:
    """Leave technical trouble only, and nothing at all where answers choose who gets it."""
    told = () if line.kind in ANSWERS_CHOOSE else UNDELIVERED
    states = {state: n for state, n in line.states.items() if state in told}
    return replace(
        line,
        states=states,
        left_out={},
        undisclosed=line.total - sum(states.values()),
        small=True,
        can_resend=line.can_resend if told else 0,
    )
