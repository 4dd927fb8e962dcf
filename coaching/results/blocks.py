"""What was published of the last block, for those whose group it is: the same for every viewer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import NamedTuple

from coaching.content import Prompt, load_prompts
from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action, Role, teams_for
from coaching.rules.comparison import Comparison
from coaching.rules.confidentiality import Band, Disclosure, Reliability
from coaching.rules.figures import Stretch, bands_of, stretch, uncertainty
from coaching.rules.formats import PromptFormat
from coaching.rules.instrument import Dimension
from coaching.rules.run_charts import Trend, trend
from storage import programme, results, team_groups
from storage.database import Database, Session
from storage.programme import Team
from storage.results import BlockPublication, BlockResult

ORGANISATION, UNIT, TEAM, LEADS, TOGETHER = results.NODES
LONGEST_NAME = 100
BLOCKS_FOR_TREND = 24  # two years
BLOCKS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """A group of which something may have been published, from its first block on."""

    node: str
    id: int
    name: str | None
    first_block: int = 0


@dataclass(frozen=True, slots=True)
class DimensionResult:
    """What is shown of a dimension; without a form nothing is, whatever the reason.

    Without a dimension it is over all of them at once.
    """

    dimension: Dimension | None
    form: Disclosure | None = None
    band: Band | None = None
    tenths: int | None = None
    people: str | None = None
    reliability: Reliability | None = None
    place: Comparison | None = None

    @property
    def means(self) -> Stretch | None:
        """Return the means that a figure stands for."""
        if self.tenths is None or self.people is None:
            return None
        return stretch(self.tenths, self.people)

    @property
    def bands(self) -> Sequence[Band]:
        """Return the bands that are named: both where a figure's step straddles their border."""
        if self.means is not None:
            return bands_of(self.means)
        return [] if self.band is None else [self.band]

    @property
    def uncertainty(self) -> float | None:
        """Return what is printed beside a figure, from a fixed table."""
        return None if self.tenths is None or self.people is None else uncertainty(self.people)


@dataclass(frozen=True, slots=True)
class BlockResults:
    """A group's results of a block, with a prompt for its next meeting if anything is shown.

    `trends` says of each dimension what its figures show over the blocks so far. `over_all` is
    there instead of all rows, of a group that is too small for most dimensions one by one.
    """

    group: ResultGroup
    block: int
    rows: Sequence[DimensionResult]
    suggestion: Prompt | None
    trends: Mapping[Dimension, Trend]
    below: Sequence[ResultGroup] = ()
    over_all: DimensionResult | None = None


@dataclass(frozen=True, slots=True)
class BlockByBlock:
    """A group's last blocks side by side, the oldest first."""

    group: ResultGroup
    blocks: Sequence[int]
    rows: Mapping[Dimension, Sequence[DimensionResult]]
    trends: Mapping[Dimension, Trend]
    over_all: Sequence[DimensionResult] = ()


async def groups_to_see(database: Database, viewer: Viewer) -> list[ResultGroup]:
    """Return the groups whose results the viewer may open, the widest first."""
    require(viewer, Action.SEE_RESULTS)
    async with database.read() as session:
        return (await _reach(session, viewer)).groups


async def results_to_see(
    database: Database, viewer: Viewer
) -> BlockResults | list[ResultGroup] | None:
    """Return what was published last of one's own group, or the groups to choose from.

    None before any block. Who has the leads' group beside one's own need not choose.
    """
    require(viewer, Action.SEE_RESULTS)
    async with database.read() as session:
        reach = await _reach(session, viewer)
        nodes = [group.node for group in reach.groups]
        if len(nodes) != 1 and nodes[1:] != [LEADS]:
            return reach.groups
        published = await _published(session, reach, nodes[0], reach.groups[0].id)
    return _results(published) if published else None


async def block_results(
    database: Database, viewer: Viewer, node: str, node_id: int
) -> BlockResults | None:
    """Return what was published last of a group, None before any block; raises NOT_FOUND."""
    require(viewer, Action.SEE_RESULTS)
    async with database.read() as session:
        return await block_results_in(session, viewer, node, node_id)


async def block_results_in(
    session: Session, viewer: Viewer, node: str, node_id: int
) -> BlockResults | None:
    """Return the same inside a transaction that is open already."""
    published = await _published(session, await _reach(session, viewer), node, node_id)
    return _results(published) if published else None


async def block_by_block(
    database: Database, viewer: Viewer, node: str, node_id: int
) -> BlockByBlock | None:
    """Return what was published of a group lately, None before any block; raises NOT_FOUND."""
    require(viewer, Action.SEE_RESULTS)
    async with database.read() as session:
        published = await _published(session, await _reach(session, viewer), node, node_id)
    if published is None:
        return None
    group, _, newest, series, over_all = published
    blocks = range(max(newest - BLOCKS_SHOWN + 1, group.first_block), newest + 1)
    rows = {
        dimension: [series[dimension].get(block, DimensionResult(dimension)) for block in blocks]
        for dimension in Dimension
    }
    return BlockByBlock(
        group,
        [block + 1 for block in blocks],
        rows,
        _trends(series, newest),
        [over_all.get(block, DimensionResult(None)) for block in blocks] if over_all else (),
    )


Series = Mapping[Dimension, Mapping[int, DimensionResult]]


class _Reach(NamedTuple):
    """What was published last, the groups that the viewer may open, and who is together."""

    publication: BlockPublication | None
    groups: list[ResultGroup]
    together: Mapping[int, int]


class _Published(NamedTuple):
    """A group, all within reach, the newest block, and what is shown per dimension and at once."""

    group: ResultGroup
    allowed: Sequence[ResultGroup]
    newest: int
    series: Series
    over_all: Mapping[int, DimensionResult]


async def _reach(session: Session, viewer: Viewer) -> _Reach:
    publication = await results.newest(session, viewer.organisation_id)
    together = await _together(session, viewer, publication)
    return _Reach(publication, await _groups(session, viewer, together), together)


async def _published(
    session: Session, reach: _Reach, node: str, node_id: int
) -> _Published | None:
    """Return what was published of a group, None before any block; raises NOT_FOUND."""
    if node == TEAM and node_id in reach.together:  # as the button of a team's points has it
        node, node_id = TOGETHER, reach.together[node_id]
    group = next((g for g in reach.groups if (g.node, g.id) == (node, node_id)), None)
    if group is None:
        raise CoachingError(Code.NOT_FOUND)
    if reach.publication is None or reach.publication.block < group.first_block:
        return None
    blocks = min(BLOCKS_FOR_TREND, reach.publication.block - group.first_block + 1)
    rows = await results.of_node(session, reach.publication, node, node_id, blocks)
    series: dict[Dimension, dict[int, DimensionResult]] = {
        dimension: {} for dimension in Dimension
    }
    over_all: dict[int, DimensionResult] = {}
    for block, row in rows:
        if row.dimension == results.ALL_THEMES:
            over_all[block] = _shown(row, None)
        else:
            series[Dimension(row.dimension)][block] = _shown(row, Dimension(row.dimension))
    return _Published(group, reach.groups, reach.publication.block, series, over_all)


def _results(published: _Published) -> BlockResults:
    group, allowed, newest, series, over_all = published
    rows = [series[dimension].get(newest, DimensionResult(dimension)) for dimension in Dimension]
    below = [other for other in allowed if other != group]
    at_once = over_all.get(newest)
    suggestion = _suggested(rows, newest if at_once else None)
    trends = _trends(series, newest)
    return BlockResults(group, newest + 1, rows, suggestion, trends, below, at_once)


def _trends(series: Series, newest: int) -> dict[Dimension, Trend]:
    """Judge the published figures alone: a trend tells nobody more than they do."""
    blocks = range(max(newest - BLOCKS_FOR_TREND + 1, 0), newest + 1)
    return {
        dimension: trend([shown[n].means if n in shown else None for n in blocks])
        for dimension, shown in series.items()
    }


async def _together(
    session: Session, viewer: Viewer, published: BlockPublication | None
) -> Mapping[int, int]:
    """Return the group of each team that reported together with others in the newest block."""
    block = published.block if published else 0
    return await team_groups.groups_in(session, viewer.organisation_id, block)


async def _groups(
    session: Session, viewer: Viewer, together: Mapping[int, int]
) -> list[ResultGroup]:
    """Return the groups within the viewer's reach: all for HR, else one's own and those one leads.

    Leads answer as a group of their own, which they see too.
    """
    organisation = viewer.organisation_id
    if Role.HR in viewer.standing.roles:
        units = await programme.units(session, organisation)
        teams = [team for team, _ in await programme.teams(session, organisation)]
        return [
            ResultGroup(ORGANISATION, 0, viewer.organisation_name),
            ResultGroup(LEADS, 0, None),
            *(ResultGroup(UNIT, unit.id, unit.name) for unit in units),
            *_leaves(teams, together, teams),
        ]
    reach = teams_for(viewer.standing, Action.SEE_RESULTS)
    mine = {together[team] for team in reach if team in together}
    beside = {team for team, group in together.items() if group in mine}
    named = await programme.teams_named(session, organisation, reach | beside)
    among_leads = [ResultGroup(LEADS, 0, None)] if Role.LEAD in viewer.standing.roles else []
    return [*_leaves([team for team in named if team.id in reach], together, named), *among_leads]


def _leaves(
    teams: Sequence[Team], together: Mapping[int, int], named: Sequence[Team]
) -> list[ResultGroup]:
    """Return what the teams' results are shown as, each once."""
    groups: dict[int, list[Team]] = {}
    for team in named:
        if team.id in together:
            groups.setdefault(together[team.id], []).append(team)
    found = [
        _as_one(together[team.id], groups[together[team.id]])
        if team.id in together
        else ResultGroup(TEAM, team.id, team.name, team.first_block)
        for team in teams
    ]
    return list(dict.fromkeys(found))


def _as_one(group: int, teams: Sequence[Team]) -> ResultGroup:
    """Return teams that report together; a merger in one of them makes all of it another group."""
    first_block = max(team.first_block for team in teams)
    return ResultGroup(TOGETHER, group, name_together([team.name for team in teams]), first_block)


def name_together(names: Sequence[str]) -> str:
    """Return the name of several teams that report together."""
    return shorten(" + ".join(names), LONGEST_NAME, placeholder=" …")


def _shown(row: BlockResult, dimension: Dimension | None) -> DimensionResult:
    return DimensionResult(
        dimension,
        Disclosure(row.form),
        Band(row.band),
        row.tenths,
        row.people,
        Reliability(row.reliability),
        Comparison(row.place) if row.place else None,
    )


def _suggested(rows: Sequence[DimensionResult], in_turn: int | None) -> Prompt | None:
    """Suggest a look back together on what is least of a habit, of what is shown to all.

    Where no dimension is shown by itself, each has its turn, block by block.
    """
    shown = [row for row in rows if row.bands]
    if in_turn is not None:
        about: Dimension | None = list(Dimension)[in_turn % len(Dimension)]
    elif shown:
        order = list(Band)
        least = min(shown, key=lambda row: (order.index(row.bands[0]), row.tenths or 0))
        about = least.dimension
    else:
        return None
    return next(
        prompt
        for prompt in load_prompts()
        if prompt.dimension is about
        and prompt.format is PromptFormat.DEBRIEF
        and prompt.level == 1
    )
