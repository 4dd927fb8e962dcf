"""The exit review: two quarters of points, then what HR decided, or recognition only."""

import json

import pytest
from sqlmodel import select

from coaching.errors import Code
from coaching.points.scheme import Review
from coaching.points.summary import points_to_see
from coaching.programme import exit_review
from coaching.rules.exit_review import Decision
from storage.audit import AuditEntry
from storage.database import Database
from storage.points import PointsEntry
from tests.organisation import Programme, founded
from tests.refusal import refused

LAST = 25


async def earns_in(programme: Programme, team: int, *weeks: int) -> None:
    """Let five of a team take part in weeks, each closed in its turn."""
    people = await programme.join(team, *(f"P{n}{weeks[0]}" for n in range(5)))
    for week in weeks:
        programme.is_now(week)
        await programme.checks_in(*people)
    programme.is_now(weeks[-1] + 1)
    await programme.closes_weeks()


async def weeks_with_points(programme: Programme) -> set[int]:
    async with programme.database.read() as session:
        return set((await session.exec(select(PointsEntry.week))).all())


async def decided(programme: Programme, decision: Decision) -> Review:
    hanna = await programme.again(programme.hanna)
    return await exit_review.decide(programme.database, hanna, decision, programme.now)


async def are_used(programme: Programme) -> bool:
    return (await programme.again(programme.hanna)).points_used


async def test_without_a_decision_recognition_follows_two_quarters(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await earns_in(programme, desk, 0, 24)
    assert await are_used(programme)
    programme.is_now(LAST + 1)
    await programme.closes_weeks()
    assert not await are_used(programme)
    found = await exit_review.review(programme.database, await programme.again(programme.hanna))
    assert (found.points_used, found.recognition_used, found.until) == (False, True, None)
    before = await weeks_with_points(programme)
    programme.is_now(LAST + 3)
    await programme.closes_weeks()
    assert await weeks_with_points(programme) == before == {0, 24}
    ana = await programme.joins("Ana", desk)
    with refused(Code.POINTS_NOT_USED):
        await points_to_see(programme.database, ana, programme.now)


async def test_hr_lets_them_go_on(programme: Programme) -> None:
    found = await decided(programme, Decision.CONTINUE)
    assert found.decision is Decision.CONTINUE
    first = found.until
    programme.is_now(LAST + 1)
    await programme.closes_weeks()
    assert await are_used(programme)
    found = await exit_review.review(programme.database, programme.hanna)
    assert found.decision is None, "the next period is decided anew"
    assert found.until is not None
    assert first is not None
    assert (found.until - first).days == 26 * 7
    programme.is_now(LAST + 27)
    await programme.closes_weeks()
    assert not await are_used(programme)


async def test_ended_means_not_even_thanks(programme: Programme) -> None:
    await decided(programme, Decision.END)
    assert await are_used(programme), "until the period is over"
    programme.is_now(LAST + 1)
    await programme.closes_weeks()
    found = await exit_review.review(programme.database, await programme.again(programme.hanna))
    assert (found.points_used, found.recognition_used) == (False, False)


async def test_they_can_begin_again_and_nothing_between_counts(programme: Programme) -> None:
    desk = await programme.team("Desk")
    programme.is_now(LAST + 1)
    await programme.closes_weeks()
    await earns_in(programme, desk, 27, 28)
    assert await weeks_with_points(programme) == set()
    programme.is_now(29)
    found = await decided(programme, Decision.CONTINUE)
    assert found.points_used
    await earns_in(programme, desk, 31, 32)
    assert await weeks_with_points(programme) == {31, 32}


async def test_where_points_were_never_used_nothing_is_asked(database: Database) -> None:
    programme = await founded(database, points_used=False)
    with refused(Code.POINTS_NOT_USED):
        await exit_review.review(programme.database, programme.hanna)


async def test_the_trail_holds_who_decided_and_what_happened(programme: Programme) -> None:
    await decided(programme, Decision.END)
    programme.is_now(LAST + 1)
    await programme.closes_weeks()
    await programme.closes_weeks()
    async with programme.database.read() as session:
        query = select(AuditEntry).where(AuditEntry.action.like("points %"))  # type: ignore[attr-defined]
        trail = (await session.exec(query)).all()
    assert [(e.action, e.person_id, json.loads(e.after)) for e in trail] == [
        ("points decided", programme.hanna.person_id, {"decision": "end"}),
        ("points reviewed", None, {"then": "end"}),
    ]


@pytest.mark.parametrize("decision", list(Decision))
async def test_nobody_but_hr_decides(programme: Programme, decision: Decision) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    with refused(Code.NOT_ALLOWED):
        await exit_review.decide(programme.database, ana, decision, programme.now)
