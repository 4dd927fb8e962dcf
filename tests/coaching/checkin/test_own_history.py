"""One's own history: kept for oneself alone, never too long, the same results either way."""

from pathlib import Path

import pytest
from sqlmodel import col, select

from coaching.checkin.own_history import WEEKS_KEPT, drop_history, keep_history, own_history
from coaching.errors import Code
from coaching.people.identity import Viewer
from coaching.rules.instrument import Dimension
from storage import checkin
from storage.checkin import Rating
from storage.results import BlockResult
from tests.coaching.own_data.test_record import raw
from tests.coaching.results.test_publication import D1, answers, closes_the_block, members
from tests.organisation import Programme
from tests.refusal import refused


@pytest.fixture
async def ana(programme: Programme) -> Viewer:
    """Keeps her answers, in a team of ten; nobody else does."""
    ana, *_ = await members(programme, await programme.team("Desk"), 10)
    await keep_history(programme.database, ana)
    return ana


async def held(programme: Programme) -> set[tuple[int, int]]:
    """Return whose answers of which week are held."""
    async with programme.database.read() as session:
        rows = await session.exec(select(Rating.person_id, Rating.week))
        return set(rows.all())


async def test_only_what_somebody_keeps_outlasts_the_block(
    programme: Programme, ana: Viewer
) -> None:
    bo = await programme.joins("Bo", await programme.team("Phone"))
    await answers(programme, {ana: 4, bo: 2})
    await closes_the_block(programme)
    assert await held(programme) == {(ana.person_id, 0)}
    own = await own_history(programme.database, ana)
    assert (own.keeps, own.blocks, own.values[D1]) == (True, [1], [4])
    assert own.values[Dimension.CLARITY] == [None]
    assert (await own_history(programme.database, bo)).blocks == []


async def test_answers_to_another_wording_are_told_apart(
    programme: Programme, ana: Viewer
) -> None:
    for week, wording in ((0, "1"), (4, "1"), (8, "2"), (17, "2")):
        async with programme.database.write() as session:
            given = checkin.Given(week, D1, "rated", 3, wording)
            await checkin.put(session, ana.person_id, given)
    own = await own_history(programme.database, ana)
    assert (own.blocks, own.reworded) == ([1, 2, 3, 5], [3])


async def test_results_are_the_same_whoever_keeps_what(programme: Programme) -> None:
    people = await members(programme, await programme.team("Desk"), 11)
    await answers(programme, dict(zip(people[:10], [1, 2, 3, 4, 5] * 2, strict=True)))
    for who in people[:4]:
        await keep_history(programme.database, who)
    with_history = [row.model_dump() for row in await closes_the_block(programme)]
    programme.is_now(8)
    await programme.closes_weeks()
    async with programme.database.read() as session:
        rows = (await session.exec(select(BlockResult).order_by(col(BlockResult.id)))).all()
    assert [row.model_dump() for row in rows] == with_history, "kept answers count once"
    assert {(row["people"], row["form"]) for row in with_history} == {("10+", "figure")}


async def test_who_thinks_again_leaves_nothing_behind(programme: Programme, ana: Viewer) -> None:
    await answers(programme, {ana: 4})
    await closes_the_block(programme)
    await answers(programme, {ana: 5}, week=4)
    await drop_history(programme.database, ana, programme.now)
    assert await held(programme) == {(ana.person_id, 4)}, "the open block still waits for its end"
    own = await own_history(programme.database, ana)
    assert (own.keeps, own.blocks) == (False, [2])
    programme.is_now(8)
    await programme.closes_weeks()
    assert await held(programme) == set()


async def test_nothing_is_kept_longer_than_thirteen_months(
    programme: Programme, ana: Viewer
) -> None:
    await answers(programme, {ana: 4})
    await answers(programme, {ana: 3}, week=4)
    last_of_a_block = next(n for n in range(WEEKS_KEPT, WEEKS_KEPT + 13) if n % 13 == 3)
    programme.is_now(last_of_a_block + 1)
    await programme.closes_weeks()
    first_kept = last_of_a_block + 1 - WEEKS_KEPT
    assert await held(programme) == {(ana.person_id, n) for n in (0, 4) if n >= first_kept}
    assert first_kept > 0


async def test_the_marks_of_a_block_are_gone_from_the_file(
    programme: Programme, ana: Viewer
) -> None:
    if not programme.database.is_sqlite:
        return
    file = Path(programme.database.url.database or "")
    async with programme.database.write() as session:
        await checkin.put_open_answer(session, ana.person_id, 3, "Archaeopteryx")
        await checkin.put_open_answer(session, ana.person_id, 7, "Micropachycephalo")
    await closes_the_block(programme)
    assert b"Archaeopteryx" in raw(file)
    await drop_history(programme.database, ana, programme.now)
    assert b"Archaeopteryx" not in raw(file)
    assert b"Micropachycephalo" in raw(file), "the open block's answer stays"


async def test_hr_has_no_answers_to_keep(programme: Programme) -> None:
    with refused(Code.NOT_ALLOWED):
        await keep_history(programme.database, programme.hanna)
