"""One real person among accounts that one of HR made: their team publishes nothing."""

import pytest
from sqlmodel import select

from coaching.errors import Code
from coaching.people import confirming, directory
from coaching.people.identity import Viewer
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from storage.results import BlockResult
from tests.organisation import Programme
from tests.refusal import refused

TEAM = "Desk"


async def four_weeks(programme: Programme, *people: Viewer) -> None:
    """Let everybody answer for a block, and close it."""
    for week in range(4):
        programme.is_now(week, Weekday.TUE)
        await programme.checks_in(*people)
    programme.is_now(4)
    await programme.closes_weeks()


async def published(programme: Programme) -> set[tuple[str, int]]:
    """Return the groups of which something is shown."""
    async with programme.database.read() as session:
        rows = (await session.exec(select(BlockResult))).all()
    return {(row.node, row.node_id) for row in rows}


async def invented(programme: Programme, real: int, invented: int) -> tuple[int, list[Viewer]]:
    """Let Hanna put people together, nobody else knows whom."""
    team = await programme.team(TEAM)
    names = [f"N{n}" for n in range(real + invented)]
    return team, [
        await programme.joins(name, team, confirmed=n < real) for n, name in enumerate(names)
    ]


async def test_a_team_of_one_hand_publishes_nothing_not_even_in_wider_groups(
    programme: Programme,
) -> None:
    _, people = await invented(programme, 1, 5)
    await four_weeks(programme, *people)
    assert await published(programme) == set()


async def test_half_of_a_team_is_not_most_of_it(programme: Programme) -> None:
    team, people = await invented(programme, 3, 3)
    await four_weeks(programme, *people)
    assert ("team", team) in await published(programme)


async def test_a_leads_word_lets_it_publish(programme: Programme) -> None:
    team, people = await invented(programme, 1, 5)
    lena = await programme.joins("Lena", team, Role.LEAD, confirmed=False)
    (waiting,) = await confirming.waiting(programme.database, lena)
    assert waiting.first_names == [f"N{n}" for n in range(1, 6)]
    assert await confirming.confirm(programme.database, lena, team, programme.now) == []
    with refused(Code.NOT_FOUND):
        await confirming.confirm(programme.database, lena, team, programme.now)
    await four_weeks(programme, *people)
    assert ("team", team) in await published(programme)


async def test_who_invited_confirms_nobody_but_a_second_one_of_hr_does(
    programme: Programme,
) -> None:
    team, _ = await invented(programme, 1, 5)
    args = (programme.database, programme.hanna)
    assert await confirming.waiting(*args) == []
    with refused(Code.NOT_FOUND):
        await confirming.confirm(*args, team, programme.now)
    assert (await directory.people_of(*args, team, programme.now)).unconfirmed
    heidi = await programme.joins("Heidi", None, Role.HR)
    await confirming.confirm(programme.database, heidi, team, programme.now)
    assert not (await directory.people_of(*args, team, programme.now)).unconfirmed


async def test_a_lead_confirms_in_no_other_team(programme: Programme) -> None:
    team, (ana, *_) = await invented(programme, 1, 5)
    other = await programme.joins("Otto", await programme.team("Phone"), Role.LEAD)
    assert await confirming.waiting(programme.database, other) == []
    with refused(Code.NOT_FOUND):
        await confirming.confirm(programme.database, other, team, programme.now)
    with refused(Code.NOT_ALLOWED):
        await confirming.waiting(programme.database, ana)


@pytest.mark.parametrize(("weeks", "hidden"), [(0, True), (3, True), (4, False)])
async def test_most_within_a_block_is_what_counts(
    programme: Programme, weeks: int, hidden: bool
) -> None:
    team = await programme.team(TEAM)
    await programme.join(team, "Ana", "Bo")
    for name in ("C", "D"):
        await programme.joins(name, team, confirmed=False)
    programme.is_now(weeks, Weekday.MON)
    await programme.joins("E", team, confirmed=False)
    args = (programme.database, programme.hanna, team, programme.now)
    assert (await directory.people_of(*args)).unconfirmed == hidden
