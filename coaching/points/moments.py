"""What a team is told once when it happens: a level, a vote, a challenge, results."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coaching.people.identity import Viewer
from coaching.points.catalogue import RewardName, name_of
from coaching.results.blocks import TEAM, TOGETHER, BlockResults, block_results_in
from coaching.rules.access import Action, Role, teams_for
from coaching.rules.moments import RESULTS, MomentKind
from coaching.rules.points import level_reached
from coaching.rules.programme import WEEKS_IN_CYCLE, last_week_of, monday_of, position
from coaching.rules.rewards import hand_out_before, vote_over
from storage import moments, points, programme, results, rosters, team_groups
from storage.database import Session, Writer
from storage.moments import Moment
from storage.programme import Challenge, Organisation, Team
from storage.rewards import Reward, TeamReward

A_DAY = timedelta(days=1)
TOLD_WITHIN = timedelta(days=7)  # what happened longer ago is no news any more


@dataclass(frozen=True, slots=True)
class TeamMoment:
    """What happened to a team, and on which day; nobody of it is named.

    `level` is what was reached; `won_by` names a merged team that reached it. `vote_id` is the
    vote that has opened and `closes` its last day. `reward` is what the team gets, by the day
    `due`. A challenge went on from `begins` to `day`; one that begins goes on from `begins` until
    it `closes`, with the parts of its `series`.
    """

    kind: MomentKind
    team_name: str
    day: date
    level: int | None = None
    won_by: str | None = None
    vote_id: int | None = None
    closes: date | None = None
    reward: RewardName | None = None
    due: date | None = None
    begins: date | None = None
    series: str | None = None


async def note_levels(session: Writer, organisation: Organisation, week: int) -> None:
    """Note which teams have reached a level, or a further one, with a week that was closed."""
    if not organisation.points_used or position(week).rest:
        return
    quarter = week // WEEKS_IN_CYCLE
    totals = await points.totals(session, organisation.id, quarter * WEEKS_IN_CYCLE, week)
    told = await moments.highest_levels(session, organisation.id, quarter)
    people = await rosters.count_by_team(session, organisation.id, Role.STAFF)
    day = monday_of(organisation.programme_start, week + 1)
    for team, total in totals.items():
        level = level_reached(total)
        if level > told.get(team, 0) and team in people:
            what = {"quarter": quarter, "level": level}
            await moments.note(session, MomentKind.LEVEL, team, day, **what)


async def note_challenges(session: Writer, organisation: Organisation, today: date) -> None:
    """Note which challenges have ended in the last days."""
    since = today - TOLD_WITHIN
    for over in await moments.challenges_over(session, organisation.id, since, today):
        what = {"challenge_id": over.id}
        await moments.note(session, MomentKind.CHALLENGE_ENDED, over.team_id, over.ends, **what)


async def note_results(session: Writer, organisation: Organisation, block: int) -> None:
    """Note of which teams something was published, of some with others that they report with."""
    publication = await results.newest(session, organisation.id)
    if publication is None or publication.block != block:
        return
    shown = await results.groups_shown(session, publication.id)
    together = await team_groups.groups_in(session, organisation.id, block)
    day = monday_of(organisation.programme_start, last_week_of(block) + 1)
    for team in await rosters.count_by_team(session, organisation.id, Role.STAFF):
        leaf = (TOGETHER, together[team]) if team in together else (TEAM, team)
        if leaf in shown:
            await moments.note(session, RESULTS, team, day, block=block)


async def moment_of(
    session: Session, viewer: Viewer, moment_id: int, now: datetime
) -> TeamMoment | BlockResults | None:
    """Return what a member is told of a moment, None if it does not hold (any more)."""
    moment = await session.get_one(Moment, moment_id)
    team = await programme.team(session, viewer.organisation_id, moment.team_id)
    if team is None or team.id not in viewer.standing.staff_in | viewer.standing.leads:
        return None
    if moment.kind == RESULTS:
        return await _results(session, viewer, moment, team)
    match MomentKind(moment.kind):
        case MomentKind.LEVEL:
            return await _level(session, viewer, moment, team)
        case MomentKind.CHALLENGE_BEGUN:
            return await _challenge_begun(session, moment, team, viewer.local_day(now))
        case MomentKind.CHALLENGE_ENDED:
            return await _challenge(session, moment, team)
        case _:
            return await _vote(session, viewer, moment, team, viewer.local_day(now))


async def _level(
    session: Session, viewer: Viewer, moment: Moment, team: Team
) -> TeamMoment | None:
    """A card that was withdrawn meanwhile may have taken the level back."""
    first = (moment.quarter or 0) * WEEKS_IN_CYCLE
    entries = await points.entries(session, team.id, first, first + WEEKS_IN_CYCLE - 1)
    level = moment.level or 0
    if not viewer.points_used or level_reached(sum(e.points for e in entries)) < level:
        return None
    return TeamMoment(MomentKind.LEVEL, team.name, moment.day, level=level)


async def _challenge(session: Session, moment: Moment, team: Team) -> TeamMoment:
    over = await session.get_one(Challenge, moment.challenge_id)
    last = over.ends - A_DAY
    return TeamMoment(MomentKind.CHALLENGE_ENDED, team.name, last, begins=over.begins)


async def _challenge_begun(
    session: Session, moment: Moment, team: Team, today: date
) -> TeamMoment | None:
    begun = await session.get_one(Challenge, moment.challenge_id)
    if begun.ends <= today:
        return None
    return TeamMoment(
        MomentKind.CHALLENGE_BEGUN,
        team.name,
        moment.day,
        begins=begun.begins,
        closes=begun.ends - A_DAY,
        series=begun.series,
    )


async def _results(
    session: Session, viewer: Viewer, moment: Moment, team: Team
) -> BlockResults | None:
    """Since a merger the team may have none, and after a week away there may be newer ones."""
    shown = await block_results_in(session, viewer, TEAM, team.id)
    if shown is None or shown.suggestion is None or shown.block - 1 != moment.block:
        return None
    return shown


async def _vote(
    session: Session, viewer: Viewer, moment: Moment, team: Team, today: date
) -> TeamMoment | None:
    given = await session.get(TeamReward, moment.team_reward_id or 0)
    if given is None or given.team_id != team.id:
        return None
    won_by = None if given.won_by == team.id else (await session.get_one(Team, given.won_by)).name
    start = viewer.programme_start
    if moment.kind == MomentKind.VOTE_CLOSED and given.reward_id is not None:
        reward = name_of(await session.get_one(Reward, given.reward_id))
        due = monday_of(start, hand_out_before(given.quarter))
        return TeamMoment(MomentKind.VOTE_CLOSED, team.name, moment.day, reward=reward, due=due)
    closes = monday_of(start, vote_over(given.quarter)) - A_DAY
    still_open = given.reward_id is None and today <= closes and viewer.points_used
    if moment.kind == MomentKind.VOTE_CLOSED or not still_open:
        return None
    mine = team.id in teams_for(viewer.standing, Action.VOTE_REWARD)
    return TeamMoment(
        MomentKind.VOTE_OPENED,
        team.name,
        moment.day,
        level=given.level,
        won_by=won_by,
        vote_id=given.id if mine else None,
        closes=closes,
    )
