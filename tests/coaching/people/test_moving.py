"""HR moves a member to another team, as an invite would."""

import json

import pytest
from sqlmodel import col, select

from coaching.errors import Code
from coaching.people import moving
from coaching.people.confirming import waiting
from coaching.people.identity import Viewer
from coaching.rules.access import Role
from storage.audit import AuditEntry
from tests.organisation import Programme, founded
from tests.refusal import refused


async def moves(programme: Programme, whom: Viewer, team: int) -> moving.Moved:
    args = (programme.database, programme.hanna, whom.person_id, team, programme.now)
    return await moving.move(*args)


async def test_a_member_moves_once(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    ana = await programme.joins("Ana", desk)
    moved = await moves(programme, ana, phone)
    assert moved.who.standing.staff_in == {phone}
    assert not moved.before
    assert (await moves(programme, ana, phone)).before
    assert (await programme.names_by_team())[phone] == ["Ana"]
    async with programme.database.read() as session:
        rows = (await session.exec(select(AuditEntry).order_by(col(AuditEntry.id)))).all()
    trail = [row for row in rows if row.action == "member moved"]
    assert [json.loads(row.before) for row in trail] == [
        {"person": ana.person_id, "teams": [desk]}
    ]


async def test_somebody_else_confirms_whom_hr_moved(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    ana, lea = await programme.joins("Ana", desk), await programme.joins("Lea", phone, Role.LEAD)
    await moves(programme, ana, phone)
    assert await waiting(programme.database, programme.hanna) == []
    (team,) = await waiting(programme.database, lea)
    assert team.first_names == ["Ana"]


async def test_only_members_move(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    lea = await programme.joins("Lea", desk, Role.LEAD)
    with refused(Code.NOT_FOUND):
        await moves(programme, lea, phone)
    with refused(Code.OWN_PLACE):
        await moves(programme, programme.hanna, phone)


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEAD])
async def test_only_hr_moves_somebody(programme: Programme, role: Role) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    ana, eve = await programme.joins("Ana", desk), await programme.joins("Eve", desk, role)
    with refused(Code.NOT_ALLOWED):
        await moving.move(programme.database, eve, ana.person_id, phone, programme.now)


async def test_people_and_teams_elsewhere_do_not_exist(programme: Programme) -> None:
    elsewhere = await founded(programme.database, name="Elsewhere", now=programme.now)
    theirs, ours = await elsewhere.team("Theirs"), await programme.team("Ours")
    ana, bo = await programme.joins("Ana", ours), await elsewhere.joins("Bo", theirs)
    for whom, team in ((ana, theirs), (bo, ours)):
        with refused(Code.NOT_FOUND):
            await moves(programme, whom, team)
