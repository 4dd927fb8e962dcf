"""What a scheduled message says, found at the moment at which it is sent."""

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from coaching.checkin import week
from coaching.checkin.week import CheckIn
from coaching.deliveries.alerts import Undelivered, Unplanned, undelivered, unplanned
from coaching.deliveries.unknown_values import unknown_values
from coaching.errors import CoachingError
from coaching.leading.minute import TeamMinute, minute_of
from coaching.people.identity import Viewer
from coaching.people.known import UnknownValue
from coaching.points.moments import TeamMoment, moment_of
from coaching.points.summary import TeamPoints, quarter_of
from coaching.practice.follow_ups import Return, next_return
from coaching.practice.prompts import Offer, bring
from coaching.results.blocks import BlockResults
from coaching.rules.planning import LeftOut
from coaching.rules.schedules import Kind
from coaching.stories.allowing import number_waiting
from storage import programme, schedules
from storage.database import Session, Writer


@dataclass(frozen=True, slots=True)
class Reminder:
    """A kind word about a check-in that waits."""

    checkin: CheckIn


@dataclass(frozen=True, slots=True)
class PointsPost:
    """What a member's team, and what each of a lead's teams, has earned."""

    teams: Sequence[TeamPoints]


@dataclass(frozen=True, slots=True)
class LeadSummary:
    """How the teams that somebody leads are doing."""

    teams: Sequence[TeamMinute]


@dataclass(frozen=True, slots=True)
class ChampionMessage:
    """What the champion of customer experience has to say, in the addressee's language."""

    text: str


@dataclass(frozen=True, slots=True)
class PauseQuestion:
    """The one question after weeks of silence."""


@dataclass(frozen=True, slots=True)
class Alert:
    """What did not arrive, could not be planned, or is set and known to nobody, for HR.

    `stories` is how many wait for HR's word.
    """

    undelivered: Sequence[Undelivered]
    unplanned: Sequence[Unplanned] = ()
    unknown: Sequence[UnknownValue] = ()
    stories: int = 0


Content = (
    Offer
    | Return
    | CheckIn
    | Reminder
    | PointsPost
    | LeadSummary
    | ChampionMessage
    | PauseQuestion
    | Alert
    | TeamMoment
    | BlockResults
)


@dataclass(frozen=True, slots=True)
class LeasedDelivery:
    """A delivery that was leased to the sender."""

    delivery_id: int
    person_id: int
    attempts: int
    kind: Kind
    useful_until: datetime
    schedule_id: int
    day: date
    asks_pause: bool = False
    held: LeftOut | None = None
    moment_id: int | None = None


Saying = Callable[[Writer, Viewer, LeasedDelivery, datetime], Awaitable[Content | None]]


async def content_of(
    session: Writer, viewer: Viewer, waiting: LeasedDelivery, now: datetime
) -> Content | None:
    """Return what the delivery says now, or None if there is nothing to say any more."""
    if waiting.asks_pause:
        return PauseQuestion()
    try:
        return await SAYING[waiting.kind](session, viewer, waiting, now)
    except CoachingError:
        return None


async def _prompt(
    session: Writer, viewer: Viewer, waiting: LeasedDelivery, now: datetime
) -> Offer:
    return await bring(session, viewer, waiting.delivery_id, now)


async def _follow_up(
    session: Writer, viewer: Viewer, waiting: LeasedDelivery, now: datetime
) -> Return | None:
    return await next_return(session, viewer, waiting.delivery_id, viewer.local_day(now))


async def _checkin(
    session: Writer, viewer: Viewer, waiting: LeasedDelivery, now: datetime
) -> CheckIn | Reminder | None:
    checkin = await week.week_as_it_stands(session, viewer, week.current_week(viewer, now))
    if any(item.response for item in checkin.items) or checkin.asked is None:
        return None
    await week.let_digit(session, viewer, checkin)
    return Reminder(checkin) if waiting.kind is Kind.REMINDER else checkin


async def _champion(
    session: Session, viewer: Viewer, waiting: LeasedDelivery, _now: datetime
) -> ChampionMessage:
    schedule = await schedules.in_force(session, waiting.schedule_id)  # as it reads now
    texts: dict[str, str] = json.loads(schedule.texts or "{}")
    known = [*([viewer.language] if viewer.language else []), *viewer.languages]
    return ChampionMessage(next(texts[language] for language in known if language in texts))


async def _alert(
    session: Session, viewer: Viewer, _waiting: LeasedDelivery, now: datetime
) -> Alert | None:
    lost = await undelivered(session, viewer.organisation_id, viewer.local_day(now))
    stuck = await unplanned(session, viewer.organisation_id)
    unknown = await unknown_values(session, viewer.organisation_id)
    waiting = await number_waiting(session, viewer, now)
    found = Alert(lost, stuck, unknown, waiting)
    return found if lost or stuck or unknown or waiting else None


async def _points(
    session: Session, viewer: Viewer, waiting: LeasedDelivery, now: datetime
) -> PointsPost | LeadSummary | None:
    if not viewer.points_used:
        return None
    leads = waiting.kind is Kind.LEAD_SUMMARY
    mine = viewer.standing.leads if leads else viewer.standing.staff_in
    named = await programme.teams_named(session, viewer.organisation_id, mine)
    if leads:
        return LeadSummary([await minute_of(session, viewer, team, now) for team in named])
    return PointsPost([await quarter_of(session, viewer, team, now) for team in named])


async def _moment(
    session: Session, viewer: Viewer, waiting: LeasedDelivery, now: datetime
) -> TeamMoment | BlockResults | None:
    return await moment_of(session, viewer, waiting.moment_id or 0, now)


SAYING: dict[Kind, Saying] = {
    Kind.PROMPT: _prompt,
    Kind.CHECKIN: _checkin,
    Kind.REMINDER: _checkin,
    Kind.FOLLOW_UP: _follow_up,
    Kind.POINTS_POST: _points,
    Kind.LEAD_SUMMARY: _points,
    Kind.CHAMPION: _champion,
    Kind.ALERT: _alert,
    Kind.MOMENT: _moment,
}
