"""Reporting groups: small teams see something together, from the next results on, and audited."""

import json
from collections.abc import Awaitable, Callable

import pytest
from sqlmodel import select

from coaching.errors import Code
from coaching.results import team_groups
from coaching.results.blocks import block_results, groups_to_see
from coaching.results.team_groups import Reporting
from coaching.rules.access import Role
from coaching.rules.confidentiality import Disclosure
from storage.audit import AuditEntry
from tests.coaching.results.test_publication import answers, closes_the_block, members, shown
from tests.organisation import Programme
from tests.refusal import refused


async def small_teams(programme: Programme) -> tuple[int, int]:
    """Return two teams of four, each too small to see anything alone."""
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    for team in (desk, phone):
        await answers(programme, await members(programme, team, 4))
    return desk, phone


async def overview(programme: Programme) -> Reporting:
    return await team_groups.reporting_groups(programme.database, programme.hanna)


async def merge_small(programme: Programme) -> None:
    await team_groups.merge_small(programme.database, programme.hanna, programme.now)


async def test_hr_sees_how_many_would_see_nothing(programme: Programme) -> None:
    await small_teams(programme)
    found = await overview(programme)
    assert (found.people, found.seeing_nothing, found.if_merged, found.small) == (8, 8, 2, True)
    await merge_small(programme)
    found = await overview(programme)
    assert [(leaf.name, leaf.people, leaf.together) for leaf in found.leaves] == [
        ("Desk + Phone", 8, True)
    ]
    assert (found.seeing_nothing, found.small) == (2, False)


async def test_together_they_are_published_as_one(programme: Programme) -> None:
    desk, phone = await small_teams(programme)
    await merge_small(programme)
    forms = shown(await closes_the_block(programme))
    assert {node for node, _ in forms} == {"organisation", "unit", "group"}
    assert set(forms.values()) == {Disclosure.BAND}
    mia = await programme.joins("Mia", desk)
    lea = await programme.joins("Lea", phone, Role.LEAD)
    for who in (mia, lea):
        group, *_ = await groups_to_see(programme.database, who)
        assert (group.node, group.name) == ("group", "Desk + Phone")
    from_the_teams_button = await block_results(programme.database, lea, "team", phone)
    assert from_the_teams_button is not None
    assert from_the_teams_button.group.name == "Desk + Phone"
    assert from_the_teams_button.rows[0].form is Disclosure.BAND


async def test_what_was_published_before_stays_as_it_was_shown(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    await answers(programme, await members(programme, desk, 6))
    await answers(programme, await members(programme, phone, 6))
    await closes_the_block(programme)
    mia = await programme.joins("Mia", desk)
    before = await block_results(programme.database, mia, "team", desk)
    now = programme.now
    await team_groups.merge(programme.database, programme.hanna, desk, phone, now)
    assert await block_results(programme.database, mia, "team", desk) == before
    programme.is_now(8)
    await programme.closes_weeks()
    (group,) = await groups_to_see(programme.database, mia)
    assert group.node == "group"
    found = await block_results(programme.database, mia, "group", group.id)
    assert found is not None
    assert [row.form for row in found.rows] == [None] * 6, "it begins without history"


async def test_apart_again(programme: Programme) -> None:
    desk, phone = await small_teams(programme)
    await merge_small(programme)
    await team_groups.separate(programme.database, programme.hanna, phone, programme.now)
    assert [leaf.name for leaf in (await overview(programme)).leaves] == ["Desk", "Phone"]
    assert shown(await closes_the_block(programme)).keys() == {
        ("organisation", 0),
        ("unit", await programme.unit()),
    }
    mia = await programme.joins("Mia", desk)
    assert [(g.node, g.id) for g in await groups_to_see(programme.database, mia)] == [
        ("team", desk)
    ]


async def test_only_teams_of_one_unit(programme: Programme) -> None:
    desk, calls = await programme.team("Desk"), await programme.team("Phone", "Calls")
    args = (programme.database, programme.hanna)
    with refused(Code.NOT_FOUND):
        await team_groups.merge(*args, desk, calls, programme.now)
    with refused(Code.NOT_FOUND):
        await team_groups.merge(*args, desk, 999, programme.now)
    with refused(Code.NOT_FOUND):
        await team_groups.separate(*args, 999, programme.now)


async def test_three_teams_one_after_the_other(programme: Programme) -> None:
    teams = [await programme.team(name) for name in ("Aa", "Bb", "Cc")]
    args = (programme.database, programme.hanna)
    await team_groups.merge(*args, teams[0], teams[1], programme.now)
    await team_groups.merge(*args, teams[2], teams[1], programme.now)
    assert [leaf.name for leaf in (await overview(programme)).leaves] == ["Aa + Bb + Cc"]
    await team_groups.merge(*args, teams[0], teams[2], programme.now)
    assert len((await overview(programme)).leaves) == 1


async def test_every_change_is_in_the_trail_once(programme: Programme) -> None:
    desk, phone = await small_teams(programme)
    await merge_small(programme)
    await merge_small(programme)
    await team_groups.separate(programme.database, programme.hanna, desk, programme.now)
    async with programme.database.read() as session:
        query = select(AuditEntry).where(AuditEntry.action == "reporting groups changed")
        trail = (await session.exec(query)).all()
    together, alone = {"teams": [[desk, phone]]}, {"teams": [[desk], [phone]]}
    assert [(json.loads(e.before), json.loads(e.after)) for e in trail] == [
        (alone, together),
        (together, alone),
    ]


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEAD])
async def test_nobody_but_hr(programme: Programme, role: Role) -> None:
    desk = await programme.team("Desk")
    mia = await programme.joins("Mia", desk, role)
    args = (programme.database, mia)
    attempts: list[Callable[[], Awaitable[Reporting]]] = [
        lambda: team_groups.reporting_groups(*args),
        lambda: team_groups.merge_small(*args, programme.now),
        lambda: team_groups.merge(*args, desk, desk, programme.now),
        lambda: team_groups.separate(*args, desk, programme.now),
    ]
    for attempt in attempts:
        with refused(Code.NOT_ALLOWED):
            await attempt()
