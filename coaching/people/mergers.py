"""Re-organisation: one team is merged into another, with its people and its share of points."""

from dataclasses import dataclass
from datetime import datetime

from coaching.errors import CoachingError, Code
from coaching.people.directory import PageOfTeams, TeamInUnit, place_of, places_in
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action, Role
from coaching.rules.points import RULE_VERSION, carried
from coaching.rules.programme import WEEKS_IN_CYCLE
from coaching.rules.schedules import SEVERAL
from storage import (
    audit,
    invites,
    learnings,
    people,
    points,
    programme,
    results,
    rewards,
    rosters,
    schedules,
    team_groups,
)
from storage.database import Database, Session, Writer
from storage.people import Membership
from storage.points import CARRIED, PointsEntry
from storage.programme import Team


@dataclass(frozen=True, slots=True)
class Merger:
    """A team that is to be merged into another, and how many people that moves."""

    team_id: int
    team_name: str
    into_id: int
    into_name: str
    people: int


async def candidates(
    database: Database, viewer: Viewer, team_id: int, page: int = 0
) -> tuple[TeamInUnit, PageOfTeams]:
    """Return a team with a page of all others, those of its unit first; raises NOT_FOUND."""
    require(viewer, Action.REORGANISE)
    async with database.read() as session:
        team = await place_of(session, viewer, team_id)
        return team, await places_in(session, viewer, page, beside=team)


async def merger(database: Database, viewer: Viewer, team_id: int, into_id: int) -> Merger:
    """Return what a merger would do; raises NOT_FOUND."""
    require(viewer, Action.REORGANISE)
    async with database.read() as session:
        team, into = await _two(session, viewer, team_id, into_id)
        moved = await people.members_of(session, team.id)
    return Merger(team.id, team.name, into.id, into.name, len(moved))


async def merge(
    session: Writer, viewer: Viewer, team_id: int, into_id: int, now: datetime
) -> None:
    """Merge a team into another; raises NOT_FOUND, also for a team that was merged before.

    People keep the day on which they came, so nobody has to settle in again. What was published
    of either team stays as it is, and is not shown as the other team's past: its results begin
    with the next block that is published.
    """
    require(viewer, Action.REORGANISE)
    await programme.organisation_to_change(session, viewer.organisation_id)
    team, into = await _two(session, viewer, team_id, into_id)
    await _carry_points(session, viewer, team, into, now)
    await _move_rewards(session, team, into)
    await _move_people(session, viewer, team, into, now)
    await _leave_reporting_group(session, viewer, team)
    await invites.move_to(session, team.id, into.id)
    ended = await _move_schedules(session, team, into)
    team.merged_into, into.first_block = into.id, await _next_block(session, viewer)
    audit.record(
        session,
        viewer.organisation_id,
        viewer.person_id,
        now,
        "teams merged",
        {"team": team.id},
        {"into": into.id, "schedules_ended": ended},
    )


async def _two(session: Session, viewer: Viewer, team_id: int, into_id: int) -> tuple[Team, Team]:
    found = [
        await programme.team(session, viewer.organisation_id, id_) for id_ in (team_id, into_id)
    ]
    if found[0] is None or found[1] is None or team_id == into_id:
        raise CoachingError(Code.NOT_FOUND)
    return found[0], found[1]


async def _carry_points(
    session: Writer, viewer: Viewer, team: Team, into: Team, now: datetime
) -> None:
    """Enter what the merged team's points bring to the other one in the quarter that is counted.

    That is the quarter of the first week that is still open, whatever the calendar says: a week
    that nobody has closed yet shall find them, and no other quarter.
    """
    last_closed = await points.last_closed(session, viewer.organisation_id)
    week = 0 if last_closed is None else last_closed + 1
    await learnings.move_to(session, team.id, into.id, week)
    if not viewer.points_used:
        return
    first = week - week % WEEKS_IN_CYCLE
    totals = await points.totals(
        session, viewer.organisation_id, first, first + WEEKS_IN_CYCLE - 1
    )
    staff = await rosters.count_by_team(session, viewer.organisation_id, Role.STAFF)
    own = totals.get(into.id, 0)
    with_both = carried(totals.get(team.id, 0), staff.get(team.id, 0), own, staff.get(into.id, 0))
    if with_both > own:
        session.add(
            PointsEntry(
                team_id=into.id,
                week=week,
                component=CARRIED,
                points=with_both - own,
                rule_version=RULE_VERSION,
                created_at=now,
                carried_from=team.id,
            )
        )


async def _move_rewards(session: Writer, team: Team, into: Team) -> None:
    """Let what a team has reached go with its people: its open vote, and what it is still owed.

    Together they vote once, at the higher of both levels, and what each has chosen stays chosen.
    """
    voting = next((v for v in await rewards.owed(session, into.id) if v.reward_id is None), None)
    for theirs in await rewards.owed(session, team.id):
        if theirs.reward_id is None and voting is not None:
            higher = theirs.level > voting.level
            kept, ended = (theirs, voting) if higher else (voting, theirs)
            await rewards.move_ballots(session, ended.id, kept.id)
            await session.delete(ended)
            await session.flush()
            kept.team_id = into.id
        else:
            theirs.team_id = into.id
    await session.flush()


async def _move_people(
    session: Writer, viewer: Viewer, team: Team, into: Team, now: datetime
) -> None:
    """Let everybody's place be in the other team, unless they lead or have it there already."""
    there = {(p.person_id, p.role) for p in await people.members_of(session, into.id)}
    for place in await people.members_of(session, team.id):
        if _stands_beside(place, there):
            place.team_id = into.id
            there.add((place.person_id, place.role))
        else:
            place.until = viewer.local_day(now)
    await session.flush()


def _stands_beside(place: Membership, there: set[tuple[int, str]]) -> bool:
    """Tell whether a place can be in a team: once in a role, and not as staff where one leads."""
    leads = (place.person_id, Role.LEAD) in there
    return (place.person_id, place.role) not in there and not (place.role == Role.STAFF and leads)


async def _move_schedules(session: Session, team: Team, into: Team) -> list[int]:
    """Let what was for the one team be for the other; return what ended.

    Where both have one of a kind for the same people, the other team's stays: they would be told
    the same thing twice.
    """
    there = {
        (row.kind, row.role): row.id
        for row in await schedules.of_team_to_change(session, into.id)
        if row.kind not in SEVERAL
    }
    ended = []
    for row in await schedules.of_team_to_change(session, team.id):
        row.merged_into = there.get((row.kind, row.role))
        if row.merged_into is None:
            row.team_id = into.id
        else:
            row.paused, row.next_day, row.next_due = True, None, None
            ended.append(row.id)
        row.version += 1  # a draft of how it was is outdated
    return ended


async def _leave_reporting_group(session: Writer, viewer: Viewer, team: Team) -> None:
    """Let the others of its reporting group stand as a new group, or alone."""
    from_block = await _next_block(session, viewer)
    together = await team_groups.groups_in(session, viewer.organisation_id, from_block)
    if team.id not in together:
        return
    group = together[team.id]
    others = [other for other, its in together.items() if its == group and other != team.id]
    await team_groups.set_apart(session, [team.id, *others], from_block)
    if len(others) > 1:
        await team_groups.put_together(session, team.unit_id, others, from_block)


async def _next_block(session: Session, viewer: Viewer) -> int:
    """Return the next block that is published."""
    newest = await results.newest(session, viewer.organisation_id)
    return newest.block + 1 if newest else 0
