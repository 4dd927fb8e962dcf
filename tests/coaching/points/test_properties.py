"""Properties of team points that hold through the whole product, not by the rule alone."""

import asyncio
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import select

from coaching.learnings.cards import withdraw
from coaching.people import preferences
from coaching.people.identity import Viewer
from storage.database import Database
from storage.points import PointsEntry
from tests.organisation import Begun, Programme, a_copy_of, founded

SIZE = 6
FEW = settings(max_examples=12)
somebody = st.integers(0, SIZE - 1)
some = st.sets(somebody)


@dataclass(frozen=True)
class Acts:
    """Who of the team did what in the first week."""

    rated: frozenset[int]
    practised: frozenset[int]


acts = st.builds(Acts, st.frozensets(somebody), st.frozensets(somebody))


@pytest.fixture(scope="module")
def begun(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Begun:
    path = tmp_path_factory.mktemp("team") / "team.db"
    shutil.copy(migrated_file, path)
    return asyncio.run(_begin(path))


async def _begin(path: Path) -> Begun:
    database = Database(f"sqlite:///{path}")
    programme = await founded(database)
    people = await programme.join(await programme.team("Desk"), *(f"P{n}" for n in range(SIZE)))
    await database.close()
    return Begun(path, programme, people)


async def live(
    programme: Programme, people: Sequence[Viewer], done: Acts, values: Sequence[int] = ()
) -> None:
    """Let the team do it, with the given values or three for everybody."""
    for n in sorted(done.rated):
        await programme.checks_in(people[n], value=values[n] if values else 3)
    await programme.practises(*(people[n] for n in sorted(done.practised)))


async def closed(programme: Programme) -> int:
    """Close the first week and return the sum of the ledger."""
    programme.is_now(1)
    await programme.closes_weeks()
    return await total(programme)


async def total(programme: Programme) -> int:
    async with programme.database.read() as session:
        return sum(await session.exec(select(PointsEntry.points)))


async def points_of(begun: Begun, done: Acts, values: Sequence[int] = ()) -> int:
    async with a_copy_of(begun) as programme:
        await live(programme, begun.people, done, values)
        return await closed(programme)


@FEW
@given(acts, st.lists(st.integers(1, 5), min_size=SIZE, max_size=SIZE))
async def test_permuting_and_changing_rating_values_changes_nothing(
    begun: Begun, done: Acts, values: list[int]
) -> None:
    permuted = sorted(values, reverse=True)
    found = {await points_of(begun, done, each) for each in ((), values, permuted)}
    assert len(found) == 1


@FEW
@given(acts, st.lists(somebody, max_size=5))
async def test_more_acts_by_a_counted_person_change_nothing(
    begun: Begun, done: Acts, again: list[int]
) -> None:
    async with a_copy_of(begun) as programme:
        await live(programme, begun.people, done)
        for n in again:
            if n in done.practised:
                await programme.practises(begun.people[n])
            if n in done.rated:
                await programme.checks_in(begun.people[n], value=5)
        assert await closed(programme) == await points_of(begun, done)


@FEW
@given(acts, some)
async def test_pausing_never_lowers_points_of_a_team_that_stays_large_enough(
    begun: Begun, done: Acts, pausing: set[int]
) -> None:
    """Below five active members a team is counted with a sibling; this one has none."""
    if SIZE - len(pausing) < 5:
        return
    async with a_copy_of(begun) as programme:
        for n in pausing:
            await preferences.pause(programme.database, begun.people[n], programme.now)
        await live(programme, begun.people, done)
        assert await closed(programme) >= await points_of(begun, done)


@FEW
@given(acts, st.integers(1, 3))
async def test_a_reversal_restores_and_a_week_has_0_to_100_points(
    begun: Begun, done: Acts, cards: int
) -> None:
    before = await points_of(begun, done)
    async with a_copy_of(begun) as programme:
        await live(programme, begun.people, done)
        shared = [
            await programme.shares(begun.people[0], f"I asked first, and it helped: {n}.")
            for n in range(cards)
        ]
        assert await closed(programme) == before + 10
        assert 0 <= before <= before + 10 <= 100
        for card in shared:
            await withdraw(programme.database, begun.people[0], card, programme.now)
            await withdraw(programme.database, begun.people[0], card, programme.now)
        assert await total(programme) == before
