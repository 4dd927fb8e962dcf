"""Links that nobody has used yet: seen by HR alone, and taken back for good."""

import pytest

from coaching.errors import Code
from coaching.people.open_invites import open_invites, take_back
from coaching.rules.access import Role
from tests.organisation import Programme, founded, joins_with
from tests.refusal import refused


async def test_a_link_that_is_taken_back_opens_nothing(programme: Programme) -> None:
    token = await programme.link(Role.LEAD, await programme.team("Desk"))
    args = (programme.database, programme.hanna)
    (found,) = (await open_invites(*args, programme.now)).here
    assert (found.role, found.team_name, found.made_by) == (Role.LEAD, "Desk", "Hanna")
    assert (await take_back(*args, found.id, programme.now)).here == []
    with refused(Code.NOT_FOUND):
        await take_back(*args, found.id, programme.now)
    with refused(Code.INVITE_UNKNOWN):
        await joins_with(programme.database, token, "Eve", programme.now)


async def test_what_was_used_or_ran_out_is_not_open(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await programme.joins("Ana", desk)
    await programme.link(Role.STAFF, desk)
    later = programme.is_now(2)
    assert (await open_invites(programme.database, programme.hanna, later)).here == []


async def test_links_elsewhere_do_not_exist(programme: Programme) -> None:
    elsewhere = await founded(programme.database, name="Elsewhere", now=programme.now)
    await elsewhere.link(Role.STAFF, await elsewhere.team("Desk"))
    (theirs,) = (await open_invites(programme.database, elsewhere.hanna, programme.now)).here
    assert (await open_invites(programme.database, programme.hanna, programme.now)).here == []
    with refused(Code.NOT_FOUND):
        await take_back(programme.database, programme.hanna, theirs.id, programme.now)


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEAD])
async def test_only_hr_sees_them(programme: Programme, role: Role) -> None:
    eve = await programme.joins("Eve", await programme.team("Desk"), role)
    with refused(Code.NOT_ALLOWED):
        await open_invites(programme.database, eve, programme.now)
    with refused(Code.NOT_ALLOWED):
        await take_back(programme.database, eve, 1, programme.now)
