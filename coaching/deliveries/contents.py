"""What a scheduled message says, found at the moment at which it is sent."""

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.checkin import week
from coaching.checkin.week import CheckIn
from coaching.deliveries.alerts import Undelivered, Unplanned, undelivered, unplanned
from coaching.errors import CoachingError
from coaching.people.identity import Viewer
from coaching.points.summary import TeamPoints, quarter_of
from coaching.practice.follow_ups import Return, next_return
from coaching.practice.prompts import Offer, bring
from coaching.rules.schedules import Kind
from storage import conversation, programme
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

    teams: Sequence[TeamPoints]


@dataclass(frozen=True, slots=True)
class ChampionMessage:
    """What the champion of customer experience has to say, in the addressee's language."""

    text: str


@dataclass(frozen=True, slots=True)
class PauseQuestion:
    """The one question after weeks of silence."""


@dataclass(frozen=True, slots=True)
class Alert:
    """What did not arrive lately, and what could not be planned, for HR."""

    undelivered: Sequence[Undelivered]
    unplanned: Sequence[Unplanned] = ()


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
)


@dataclass(frozen=True, slots=True)
class LeasedDelivery:
    """A delivery that was leased to the sender."""

    delivery_id: int
    person_id: int
    attempts: int
    kind: Kind
    useful_until: datetime
    asks_pause: bool = False
    texts: str | None = None


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
    await conversation.put(
        session,
        viewer.person_id,
        week.QUESTION,
        week=checkin.week,
        dimension=checkin.asked,
    )
    return Reminder(checkin) if waiting.kind is Kind.REMINDER else checkin


async def _champion(
    _session: Session, viewer: Viewer, waiting: LeasedDelivery, _now: datetime
) -> ChampionMessage:
    texts: dict[str, str] = json.loads(waiting.texts or "{}")
    known = [*([viewer.language] if viewer.language else []), *viewer.languages]
    return ChampionMessage(next(texts[language] for language in known if language in texts))


async def _alert(
    session: Session, viewer: Viewer, _waiting: LeasedDelivery, now: datetime
) -> Alert | None:
    lost = await undelivered(session, viewer.organisation_id, viewer.local_day(now))
    stuck = await unplanned(session, viewer.organisation_id)
    return Alert(lost, stuck) if lost or stuck else None


async def _points(
    session: Session, viewer: Viewer, waiting: LeasedDelivery, now: datetime
) -> PointsPost | LeadSummary | None:
    if not viewer.points_used:
        return None
    leads = waiting.kind is Kind.LEAD_SUMMARY
    mine = viewer.standing.leads if leads else viewer.standing.staff_in
    named = await programme.teams_named(session, viewer.organisation_id, mine)
    teams = [await quarter_of(session, viewer, team, now) for team in named]
    return LeadSummary(teams) if leads else PointsPost(teams)


SAYING: dict[Kind, Saying] = {
    Kind.PROMPT: _prompt,
    Kind.CHECKIN: _checkin,
    Kind.REMINDER: _checkin,
    Kind.FOLLOW_UP: _follow_up,
    Kind.POINTS_POST: _points,
    Kind.LEAD_SUMMARY: _points,
    Kind.CHAMPION: _champion,
    Kind.ALERT: _alert,
}
