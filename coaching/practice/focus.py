"""What a person's prompts follow: own focus of the block, work, motivation, a series begun."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coaching.content import load_series
from coaching.errors import CoachingError, Code
from coaching.people.audience import working_day_after
from coaching.people.identity import Viewer, require
from coaching.practice.library import parts_of
from coaching.practice.prompts import Offer, bring_part
from coaching.practice.records import Practitioner, past_of, practitioner
from coaching.rules.access import Action
from coaching.rules.choosing import Motivation, RoleProfile, suggested_focus
from coaching.rules.instrument import Dimension
from coaching.rules.moments import MomentKind
from storage import moments, practice, programme
from storage.database import Database, Session, Writer
from storage.programme import Challenge, Team

CHALLENGE_LASTS = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Focus:
    """What somebody chose, what is suggested to them, and how far they are in a series.

    `offered` are the series that they can begin.
    """

    dimension: Dimension | None
    suggested: Dimension
    profile: RoleProfile | None
    motivation: Motivation | None
    series: str | None = None
    parts_done: int = 0
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamChallenge:
    """A team that somebody leads, and the days of the challenge that it is in, or is to begin.

    It is the `day`th of so many days, 0 before it begins; `last` is its last day.
    """

    id: int
    name: str
    begins: date | None = None
    last: date | None = None
    day: int = 0
    of: int = 0


async def focus_of(database: Database, viewer: Viewer, now: datetime) -> Focus:
    """Return what the person's prompts follow now."""
    require(viewer, Action.PRACTISE)
    async with database.read() as session:
        return await _focus(session, await practitioner(session, viewer), now)


async def choose_focus(
    database: Database, viewer: Viewer, dimension: Dimension | None, now: datetime
) -> Focus:
    """Keep the focus for this block; None leaves the choice to the bot."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        who = await practitioner(session, viewer)
        who.person.focus, who.person.focus_block = dimension, viewer.block(now)
        return await _focus(session, who, now)


async def choose_profile(
    database: Database, viewer: Viewer, profile: RoleProfile | None, now: datetime
) -> Focus:
    """Keep where the person mostly works; None brings prompts for everybody."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        who = await practitioner(session, viewer)
        who.person.profile = profile
        return await _focus(session, who, now)


async def choose_motivation(
    database: Database, viewer: Viewer, motivation: Motivation | None, now: datetime
) -> Focus:
    """Keep what helps the person keep going; None says rather nothing."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        who = await practitioner(session, viewer)
        who.person.motivation = motivation
        return await _focus(session, who, now)


async def begin_series(
    database: Database, viewer: Viewer, series: str | None, now: datetime
) -> Focus:
    """Let the next prompts be the parts of a series; None leaves it. Raises NOT_FOUND."""
    require(viewer, Action.PRACTISE)
    if series is not None and series not in own_series(viewer):
        raise CoachingError(Code.NOT_FOUND)
    async with database.write() as session:
        who = await practitioner(session, viewer)
        who.person.series = series
        return await _focus(session, who, now)


async def begin_challenge(
    database: Database, viewer: Viewer, team_id: int, series: str, now: datetime
) -> tuple[list[TeamChallenge], Offer | None]:
    """Begin a challenge for a team that the viewer leads; one that goes on is not begun again.

    Returns all teams that the viewer leads, and the first part: the lead goes first. For the team
    it begins on the lead's next working day, and the team is told.
    """
    require(viewer, Action.CHALLENGE)
    known = {each.id: each.prompts for each in load_series() if each.challenge}
    if team_id not in viewer.standing.leads or series not in known:
        raise CoachingError(Code.NOT_FOUND)
    today = viewer.local_day(now)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        begins = await working_day_after(session, viewer.person_id, today, 1)
        first = None
        if await programme.challenge_of(session, [team_id], begins) is None:
            await _begin(session, team_id, series, begins, today)
            first = await bring_part(
                session, await practitioner(session, viewer), known[series][0], now
            )
        return await _challenges(session, viewer, begins, today), first


async def _begin(session: Writer, team_id: int, series: str, begins: date, today: date) -> None:
    begun = Challenge(team_id=team_id, series=series, begins=begins, ends=begins + CHALLENGE_LASTS)
    session.add(begun)
    await session.flush()
    await moments.note(session, MomentKind.CHALLENGE_BEGUN, team_id, today, challenge_id=begun.id)


async def challenges(database: Database, viewer: Viewer, now: datetime) -> list[TeamChallenge]:
    """Return the teams that the viewer leads, each with the challenge that it is in."""
    require(viewer, Action.CHALLENGE)
    today = viewer.local_day(now)
    async with database.read() as session:
        tomorrow = await working_day_after(session, viewer.person_id, today, 1)
        return await _challenges(session, viewer, tomorrow, today)


def own_series(viewer: Viewer) -> tuple[str, ...]:
    """Return the ids of the series that a person can begin alone."""
    leads = bool(viewer.standing.leads)
    own = [each for each in load_series() if not each.challenge and (leads or not each.leads)]
    return tuple(each.id for each in own)


async def _challenges(
    session: Session, viewer: Viewer, day: date, today: date
) -> list[TeamChallenge]:
    teams = await programme.teams(session, viewer.organisation_id)
    led = [team for team, _ in teams if team.id in viewer.standing.leads]
    return [await _challenged(session, team, day, today) for team in led]


async def _challenged(session: Session, team: Team, day: date, today: date) -> TeamChallenge:
    running = await programme.challenge_of(session, [team.id], day)
    if running is None:
        return TeamChallenge(team.id, team.name)
    last, number = running.ends - timedelta(days=1), (today - running.begins).days + 1
    days = (running.ends - running.begins).days
    return TeamChallenge(team.id, team.name, running.begins, last, max(number, 0), days)


async def _focus(session: Session, who: Practitioner, now: datetime) -> Focus:
    offered = await practice.history(session, who.viewer.person_id)
    parts = parts_of(who.person.series)
    return Focus(
        who.focus(now),
        suggested_focus(past_of(who.viewer, offered), who.theme),
        who.profile,
        who.motivation,
        who.person.series,
        len({row.prompt_id for row in offered}.intersection(parts)),
        own_series(who.viewer),
    )
