"""New names of units and teams: as clean as any, once in their place, and in the trail."""

import json

import pytest
from sqlmodel import col, select

from coaching.errors import Code
from coaching.people import renaming
from coaching.rules.access import Role
from storage.audit import AuditEntry
from tests.organisation import Programme, founded
from tests.refusal import refused


async def test_a_new_name_is_kept_and_stands_in_the_trail(programme: Programme) -> None:
    desk = await programme.team("Desk")
    args = (programme.database, programme.hanna, desk)
    place = await renaming.rename_team(*args, " Front\u200b  desk ", programme.now)
    assert (place.team_name, place.unit_name) == ("Front desk", "Services")
    async with programme.database.read() as session:
        rows = await session.exec(select(AuditEntry).order_by(col(AuditEntry.id)))
        last = rows.all()[-1]
    assert last.action == "team renamed"
    assert json.loads(last.before) == {"id": desk, "name": "Desk"}
    assert json.loads(last.after) == {"name": "Front desk"}


async def test_capitals_of_ones_own_name_can_change(programme: Programme) -> None:
    desk, unit = await programme.team("desk"), await programme.unit()
    args = (programme.database, programme.hanna)
    assert (await renaming.rename_team(*args, desk, "Desk", programme.now)).team_name == "Desk"
    assert (await renaming.rename_unit(*args, unit, "SERVICES", programme.now)).name == "SERVICES"


async def test_no_name_is_given_twice(programme: Programme) -> None:
    desk, _ = await programme.team("Desk"), await programme.team("Phone")
    await programme.team("Ships", unit="Harbours")
    args = (programme.database, programme.hanna)
    with refused(Code.NAME_TAKEN):
        await renaming.rename_team(*args, desk, "phone", programme.now)
    with refused(Code.NAME_TAKEN):
        await renaming.rename_unit(*args, await programme.unit(), "harbours", programme.now)
    with refused(Code.NAME_INVALID):
        await renaming.rename_team(*args, desk, "x", programme.now)


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEAD])
async def test_only_hr_renames(programme: Programme, role: Role) -> None:
    desk = await programme.team("Desk")
    eve = await programme.joins("Eve", desk, role)
    with refused(Code.NOT_ALLOWED):
        await renaming.rename_team(programme.database, eve, desk, "Mine", programme.now)
    with refused(Code.NOT_ALLOWED):
        unit = await programme.unit()
        await renaming.rename_unit(programme.database, eve, unit, "Mine", programme.now)


async def test_what_is_elsewhere_does_not_exist(programme: Programme) -> None:
    elsewhere = await founded(programme.database, name="Elsewhere", now=programme.now)
    desk = await elsewhere.team("Desk")
    with refused(Code.NOT_FOUND):
        args = (programme.database, programme.hanna, desk)
        await renaming.rename_team(*args, "Ours", programme.now)
    with refused(Code.NOT_FOUND):
        args = (programme.database, programme.hanna, await elsewhere.unit())
        await renaming.rename_unit(*args, "Ours", programme.now)
