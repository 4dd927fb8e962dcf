"""Reporting groups: HR lets small teams of a unit report together, so that they see something."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.results.blocks import name_together
from coaching.results.thresholds import thresholds_of
from coaching.rules.access import Action, Role
from coaching.rules.confidentiality import Thresholds
from coaching.rules.small_teams import TeamSize, Together, people_in
from coaching.rules.team_groups import SHARES, USUAL, seeing_nothing, suggested
from storage import audit, programme, results, rosters, team_groups
from storage.database import Database, Session, Writer
from storage.programme import Team


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is published as one: a team, or several that report together; `id` is a team of it."""

    id: int
    name: str
    unit_id: int
    unit_name: str
    people: int
    teams: frozenset[int]

    @property
    def together(self) -> bool:
        """Tell whether several teams report as one."""
        return len(self.teams) > 1


@dataclass(frozen=True, slots=True)
class Reporting:
    """All leaves, and from how many people a theme will probably be hidden.

    `forecast` has it for each number of ten that may answer, `if_merged` for the usual one after
    the suggestion.
    """

    leaves: Sequence[Leaf]
    people: int
    forecast: Mapping[int, int]
    if_merged: int

    @property
    def seeing_nothing(self) -> int:
        """Return the forecast if as many answer as usual."""
        return self.forecast[USUAL]

    @property
    def small(self) -> bool:
        """Tell whether merging small teams lets more people see something."""
        return self.if_merged < self.seeing_nothing

    def leaf(self, team_id: int) -> Leaf:
        """Return a leaf by any of its teams; raises NOT_FOUND."""
        for each in self.leaves:
            if team_id in each.teams:
                return each
        raise CoachingError(Code.NOT_FOUND)

    def siblings(self, leaf: Leaf) -> list[Leaf]:
        """Return the other leaves of the unit."""
        return [each for each in self.leaves if each.unit_id == leaf.unit_id and each != leaf]


@dataclass(frozen=True, slots=True)
class _Teams:
    """The teams of an organisation with their staff and the groups that hold from a block on."""

    rows: Mapping[int, Team]
    unit_names: Mapping[int, str]
    groups: Mapping[int, TeamSize]
    together: Mapping[int, int]
    from_block: int

    def leaves(self) -> list[Together]:
        """Return the teams as they are published, each group as one."""
        found: dict[tuple[str, int], list[TeamSize]] = {}
        for team, group in self.groups.items():
            key = ("group", self.together[team]) if team in self.together else ("team", team)
            found.setdefault(key, []).append(group)
        return [tuple(leaf) for leaf in found.values()]

    def leaf_with(self, team_id: int) -> Together:
        """Return the leaf that a team is in; raises NOT_FOUND."""
        for leaf in self.leaves():
            if team_id in [team.id for team in leaf]:
                return leaf
        raise CoachingError(Code.NOT_FOUND)

    def names(self, leaf: Together) -> list[str]:
        """Return the names of a leaf's teams."""
        return [self.rows[team.id].name for team in leaf]


async def reporting_groups(database: Database, viewer: Viewer) -> Reporting:
    """Return what is published as one, with the forecast of who will see nothing."""
    require(viewer, Action.SET_REPORTING)
    async with database.read() as session:
        return await reporting_of(session, viewer)


async def reporting_of(session: Session, viewer: Viewer) -> Reporting:
    """Return the same inside a transaction that is open already and only reads."""
    return await _reporting(*await _as_it_is(session, viewer))


async def _as_it_is(session: Session, viewer: Viewer) -> tuple[_Teams, Thresholds]:
    organisation = await programme.organisation(session, viewer.organisation_id)
    return await _teams(session, viewer), thresholds_of(organisation)


async def _reporting(teams: _Teams, thresholds: Thresholds) -> Reporting:
    """Forecast in a thread; whoever wrote has committed before, so that nobody waits for it."""
    now = teams.leaves()
    forecast, if_merged = await asyncio.to_thread(_forecast, teams, thresholds)
    return Reporting(
        [_leaf(teams, leaf) for leaf in now],
        sum(people_in(leaf) for leaf in now),
        forecast,
        if_merged,
    )


def _forecast(teams: _Teams, thresholds: Thresholds) -> tuple[dict[int, int], int]:
    """Return the forecast for each share, and for the usual one if small teams are merged."""
    now, merged = teams.leaves(), suggested(list(teams.groups.values()))
    forecast = {of_ten: seeing_nothing(now, of_ten, thresholds) for of_ten in SHARES}
    if {frozenset(leaf) for leaf in now} == {frozenset(leaf) for leaf in merged}:
        return forecast, forecast[USUAL]
    return forecast, seeing_nothing(merged, USUAL, thresholds)


async def merge_small(database: Database, viewer: Viewer, now: datetime) -> Reporting:
    """Let all teams report together as suggested, from the next block that is published."""
    require(viewer, Action.SET_REPORTING)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        teams = await _teams(session, viewer)
        before = {frozenset(team.id for team in leaf) for leaf in teams.leaves()}
        for leaf in suggested(list(teams.groups.values())):
            if frozenset(team.id for team in leaf) not in before:
                await _put(session, viewer, teams, leaf, now)
        found = await _as_it_is(session, viewer)
    return await _reporting(*found)


async def merge(
    database: Database, viewer: Viewer, team_id: int, other_id: int, now: datetime
) -> Reporting:
    """Let two leaves of a unit report together; raises NOT_FOUND for one of another unit."""
    require(viewer, Action.SET_REPORTING)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        teams = await _teams(session, viewer)
        one, other = teams.leaf_with(team_id), teams.leaf_with(other_id)
        if one[0].unit_id != other[0].unit_id:
            raise CoachingError(Code.NOT_FOUND)
        if one != other:
            await _put(session, viewer, teams, one + other, now)
        found = await _as_it_is(session, viewer)
    return await _reporting(*found)


async def separate(database: Database, viewer: Viewer, team_id: int, now: datetime) -> Reporting:
    """Let the teams of a group report by themselves again."""
    require(viewer, Action.SET_REPORTING)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        teams = await _teams(session, viewer)
        leaf = teams.leaf_with(team_id)
        if len(leaf) > 1:
            await team_groups.set_apart(session, [team.id for team in leaf], teams.from_block)
            _record(session, viewer, now, [leaf], [(team,) for team in leaf])
        found = await _as_it_is(session, viewer)
    return await _reporting(*found)


async def _teams(session: Session, viewer: Viewer) -> _Teams:
    organisation = viewer.organisation_id
    newest = await results.newest(session, organisation)
    from_block = newest.block + 1 if newest else 0
    found = await programme.teams(session, organisation)
    staff = await rosters.count_by_team(session, organisation, Role.STAFF)
    return _Teams(
        {team.id: team for team, _ in found},
        {unit.id: unit.name for _, unit in found},
        {team.id: TeamSize(team.id, unit.id, staff.get(team.id, 0)) for team, unit in found},
        await team_groups.groups_in(session, organisation, from_block),
        from_block,
    )


async def _put(
    session: Writer, viewer: Viewer, teams: _Teams, leaf: Together, now: datetime
) -> None:
    """Make one leaf of teams."""
    chosen = [team.id for team in leaf]
    before = [each for each in teams.leaves() if any(team.id in chosen for team in each)]
    if len(leaf) == 1:
        await team_groups.set_apart(session, chosen, teams.from_block)
    else:
        await team_groups.put_together(session, leaf[0].unit_id, chosen, teams.from_block)
    _record(session, viewer, now, before, [leaf])


def _record(
    session: Writer,
    viewer: Viewer,
    now: datetime,
    before: Sequence[Together],
    after: Sequence[Together],
) -> None:
    audit.record(
        session,
        viewer.organisation_id,
        viewer.person_id,
        now,
        "reporting groups changed",
        {"teams": [[team.id for team in leaf] for leaf in before]},
        {"teams": [[team.id for team in leaf] for leaf in after]},
    )


def _leaf(teams: _Teams, leaf: Together) -> Leaf:
    unit = leaf[0].unit_id
    return Leaf(
        leaf[0].id,
        name_together(teams.names(leaf)),
        unit,
        teams.unit_names[unit],
        people_in(leaf),
        frozenset(team.id for team in leaf),
    )
