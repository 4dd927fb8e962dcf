"""Answers as real people give them go the whole way: closed, published, followed, compared.

They are spread by 1.3, J-shaped and lenient, with leanings of each person, for more than a year.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import pytest
from sqlmodel import select

from coaching.people.identity import Viewer
from coaching.results.blocks import block_by_block
from coaching.rules.comparison import Comparison
from coaching.rules.confidentiality import (
    Node,
    Thresholds,
    band_alone,
    band_of,
    count_class,
    forms,
    rounded,
)
from coaching.rules.counts_told import told_as
from coaching.rules.instrument import Dimension
from coaching.rules.programme import last_week_of
from coaching.rules.run_charts import Trend
from storage.checkin import Rating
from storage.results import BlockPublication, BlockResult
from tests.coaching.results.test_publication import VERSION, members
from tests.organisation import Programme
from tests.simulations.answers import FLAT, J_SHAPED, LENIENT, leaning

SIZES = (32, 15, 18, 21, 24, 15, 14)
BLOCKS = 15
CHANGES_IN = 7  # the block from which one team answers otherwise
ANSWERING = 0.8
FORMS = dict(zip(Dimension, (FLAT, J_SHAPED, LENIENT) * 2, strict=True))


@dataclass
class Organisation:
    """Teams with their members, each of whom leans to higher or lower grades."""

    teams: Mapping[int, list[Viewer]]
    lot: random.Random
    leans: dict[int, float] = field(default_factory=dict)
    given: dict[tuple[int, int, Dimension], list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def answers(self, block: int) -> Iterator[Rating]:
        """Yield what is answered in a block, each dimension in one of its first three weeks."""
        first = last_week_of(block) - 3
        changed = next(iter(self.teams))
        for team, people in self.teams.items():
            for who in people:
                by = self.leans.setdefault(who.person_id, self.lot.gauss(0, 0.25))
                by -= 1.2 * (team == changed and block >= CHANGES_IN)
                for n, (dimension, of) in enumerate(FORMS.items()):
                    if self.lot.random() < ANSWERING:
                        value = leaning(of, by).answers(self.lot, 1)[0]
                        self.given[block, team, dimension].append(value)
                        yield Rating(
                            person_id=who.person_id,
                            week=first + n // 2,
                            dimension=dimension,
                            response="rated",
                            value=value,
                            instrument=VERSION,
                        )


def test_the_answers_are_spread_as_real_ones_are() -> None:
    lot = random.Random(1)
    assert [round(of.spread, 1) for of in (FLAT, J_SHAPED, LENIENT)] == [1.3, 1.4, 1.0]
    many = FLAT.answers(lot, 5000)
    assert sum(many) / len(many) == pytest.approx(FLAT.mean, abs=0.1)
    assert J_SHAPED.five > 0.5 > J_SHAPED.one > J_SHAPED.two
    assert leaning(FLAT, 0.5).mean > FLAT.mean


async def test_real_ratings_go_the_whole_way(programme: Programme) -> None:
    teams = {
        team: await members(programme, team, size)
        for n, size in enumerate(SIZES)
        for team in [await programme.team(f"Team {n}", f"Unit {n % 2}")]
    }
    everybody = Organisation(teams, random.Random(13))
    for block in range(BLOCKS):
        async with programme.database.write() as session:
            session.add_all(everybody.answers(block))
        programme.is_now(last_week_of(block) + 1)
        await programme.closes_weeks()
    published = await rows(programme)
    figures_follow_from_the_answers(everybody, published)
    await shifts_are_told_where_there_is_one(programme, everybody)
    chance_flags_hardly_anybody(everybody, published)
    async with programme.database.read() as session:
        assert (await session.exec(select(Rating))).all() == []


async def rows(programme: Programme) -> dict[tuple[int, int, Dimension], BlockResult]:
    """Return what was published of teams, by block, team and dimension."""
    async with programme.database.read() as session:
        query = select(BlockPublication.block, BlockResult).where(
            BlockPublication.id == BlockResult.publication_id, BlockResult.node == "team"
        )
        found = (await session.exec(query)).all()
    return {(block, row.node_id, Dimension(row.dimension)): row for block, row in found}


def figures_follow_from_the_answers(
    everybody: Organisation, published: Mapping[tuple[int, int, Dimension], BlockResult]
) -> None:
    """Compute all of it once more."""
    for block in range(BLOCKS):
        for dimension in Dimension:
            answers = {team: everybody.given[block, team, dimension] for team in everybody.teams}
            units = {team: n % 2 for n, team in enumerate(answers)}
            told = {team: told_of(everybody, team, answers[team]) for team in answers}
            nodes = [
                Node(team, -1 - units[team], len(given), told[team])
                for team, given in answers.items()
            ]
            for unit in (0, 1):
                number = sum(len(given) for team, given in answers.items() if units[team] == unit)
                nodes.append(Node(-1 - unit, -3, number))
            nodes.append(Node(-3, None, sum(map(len, answers.values()))))
            shown = {node for node in forms(nodes) if node > 0}
            assert shown == {t for b, t, d in published if (b, d) == (block, dimension)}
            for team in shown:
                row, given = published[block, team, dimension], answers[team]
                mean = Fraction(sum(given), len(given))
                assert row.people == count_class(told[team])
                if row.tenths is None:
                    assert row.band == band_alone(mean)
                else:
                    assert row.tenths == rounded(mean, told[team]) * 10


def told_of(everybody: Organisation, team: int, given: Sequence[int]) -> int:
    return told_as(len(given), len(everybody.teams[team]), Thresholds())


async def shifts_are_told_where_there_is_one(
    programme: Programme, everybody: Organisation
) -> None:
    changed, *others = everybody.teams
    trends = {}
    for team in everybody.teams:
        found = await block_by_block(programme.database, programme.hanna, "team", team)
        assert found is not None
        trends[team] = found.trends
        for shown in found.rows.values():
            for block, row in zip(found.blocks, shown, strict=True):
                assert row.dimension is not None
                given = everybody.given[block - 1, team, row.dimension]
                assert not row.tenths or band_of(Fraction(sum(given), len(given))) in row.bands
    judged = [trend for team in others for trend in trends[team].values()]
    assert sum(trend in (Trend.STEADY, Trend.UP, Trend.DOWN) for trend in judged) > 20
    assert not {Trend.UP, Trend.DOWN} & set(judged)
    assert Trend.TOO_EARLY not in judged, "fifteen blocks have gone by"
    told = [trend for trend in trends[changed].values() if trend is not Trend.TOO_FEW]
    assert told
    assert set(told) == {Trend.DOWN}


def chance_flags_hardly_anybody(
    everybody: Organisation, published: Mapping[tuple[int, int, Dimension], BlockResult]
) -> None:
    changed, *_ = everybody.teams
    alike = [row.place for (_, team, _), row in published.items() if team != changed and row.place]
    assert len(alike) > 100
    assert sum(place != Comparison.WITHIN for place in alike) <= 0.05 * len(alike)
    later = {
        row.place
        for (block, team, _), row in published.items()
        if team == changed and block >= CHANGES_IN and row.place
    }
    assert Comparison.BELOW in later
    assert Comparison.ABOVE not in later
