"""What was published of the last block, for those whose group it is: the same for every viewer."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.content import Prompt, load_prompts
from coaching.errors import CoachingError, Code
from coaching.identity import Viewer, require
from coaching.rules.access import Action, Role, teams_for
from coaching.rules.confidentiality import Band, Form, Reliability, uncertainty_of_class
from coaching.rules.formats import PromptFormat
from coaching.rules.instrument import Dimension
from storage import programme, results
from storage.database import Database, Session
from storage.results import BlockResult

ORGANISATION, UNIT, TEAM, LEADS = results.NODES


@dataclass(frozen=True, slots=True)
class Group:
    """A group of which something may have been published."""

    node: str
    id: int
    name: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a dimension; without a form nothing is, whatever the reason."""

    dimension: Dimension
    form: Form | None = None
    band: Band | None = None
    tenths: int | None = None
    people: str | None = None
    reliability: Reliability | None = None

    @property
    def uncertainty(self) -> float | None:
        """Return what is printed beside a figure, from a fixed table."""
        is_figure = self.form is Form.FIGURE and self.people is not None
        return uncertainty_of_class(self.people) if is_figure and self.people else None


@dataclass(frozen=True, slots=True)
class BlockResults:
    """A group's results of a block, with a prompt for its next meeting if anything is shown."""

    group: Group
    block: int
    rows: Sequence[Shown]
    suggestion: Prompt | None
    below: Sequence[Group] = ()


async def groups_to_see(database: Database, viewer: Viewer) -> list[Group]:
    """Return the groups whose results the viewer may open, the widest first."""
    require(viewer, Action.SEE_RESULTS)
    async with database.read() as session:
        return await _groups(session, viewer)


async def block_results(
    database: Database, viewer: Viewer, node: str, node_id: int
) -> BlockResults | None:
    """Return what was published last of a group, None before any block; raises NOT_FOUND."""
    require(viewer, Action.SEE_RESULTS)
    async with database.read() as session:
        allowed = await _groups(session, viewer)
        group = next((g for g in allowed if (g.node, g.id) == (node, node_id)), None)
        if group is None:
            raise CoachingError(Code.NOT_FOUND)
        published = await results.newest(session, viewer.organisation_id)
        if published is None:
            return None
        found = await results.of_node(session, published.id, node, node_id)
    rows = [_shown(dimension, found) for dimension in Dimension]
    return BlockResults(group, published.block + 1, rows, _suggested(rows), _below(group, allowed))


async def _groups(session: Session, viewer: Viewer) -> list[Group]:
    """Return the groups within the viewer's reach: all for HR, else the own and the led teams."""
    teams = await programme.teams(session, viewer.organisation_id)
    if Role.HR in viewer.standing.roles:
        units = await programme.units(session, viewer.organisation_id)
        return [
            Group(ORGANISATION, 0, viewer.organisation_name),
            Group(LEADS, 0, None),
            *(Group(UNIT, unit.id, unit.name) for unit in units),
            *(Group(TEAM, team.id, team.name) for team, _ in teams),
        ]
    reach = teams_for(viewer.standing, Action.SEE_RESULTS)
    return [Group(TEAM, team.id, team.name) for team, _ in teams if team.id in reach]


def _below(group: Group, allowed: Sequence[Group]) -> list[Group]:
    return [g for g in allowed if g != group]


def _shown(dimension: Dimension, found: Sequence[BlockResult]) -> Shown:
    row = next((each for each in found if each.dimension == dimension), None)
    if row is None:
        return Shown(dimension)
    return Shown(
        dimension,
        Form(row.form),
        Band(row.band),
        row.tenths,
        row.people,
        Reliability(row.reliability),
    )


def _suggested(rows: Sequence[Shown]) -> Prompt | None:
    """Suggest a look back together on what is least of a habit, of what is shown to all."""
    shown = [row for row in rows if row.band is not None]
    if not shown:
        return None
    order = list(Band)
    least = min(shown, key=lambda row: (order.index(row.band or Band.STRONG), row.tenths or 0))
    return next(
        prompt
        for prompt in load_prompts()
        if prompt.dimension is least.dimension
        and prompt.format is PromptFormat.DEBRIEF
        and prompt.level == 1
    )
