"""HR ends the places of others; of one in HR only two of HR, or technical administration."""

import json

import pytest
from sqlmodel import select

from coaching.errors import Code
from coaching.own_data.erasure import erase
from coaching.own_data.record import held
from coaching.people import joining, places
from coaching.people.approvals import waiting
from coaching.people.identity import Viewer
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from storage.audit import AuditEntry
from tests.organisation import Programme, founded, joins_with, names
from tests.refusal import refused


async def trail(programme: Programme) -> list[tuple[str, dict[str, object], int | None]]:
    async with programme.database.read() as session:
        rows = (await session.exec(select(AuditEntry).order_by(AuditEntry.id))).all()  # type: ignore[arg-type]
    return [(row.action, json.loads(row.before), row.person_id) for row in rows]


async def ends(programme: Programme, whom: Viewer, who: Viewer | None = None) -> places.Ending:
    args = (programme.database, who or programme.hanna, whom.person_id, programme.now)
    return await places.end(*args)


async def test_a_members_place_ends_at_once(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ana = await programme.joins("Ana", desk)
    ending = await ends(programme, ana)
    assert not ending.waits
    assert (ending.who.person_id, ending.who.standing.roles) == (ana.person_id, frozenset())
    assert desk not in await programme.names_by_team()
    before = {"person": ana.person_id, "places": [["staff", desk]]}
    assert (await trail(programme))[-1] == ("place ended", before, programme.hanna.person_id)
    written = await trail(programme)
    assert (await ends(programme, ana)).before
    assert await trail(programme) == written


async def test_what_is_planned_for_them_is_not_sent(programme: Programme) -> None:
    desk = await programme.team("Desk")
    ana, _ = await programme.join(desk, "Ana", "Bo")
    programme.is_now(0, Weekday.TUE, "09:30")
    await ends(programme, ana)
    assert "Ana" not in names(await programme.deliver())
    programme.is_now(1, Weekday.TUE, "09:30")
    assert "Bo" in names(await programme.deliver())


async def test_they_keep_what_is_theirs(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    gone = (await ends(programme, ana)).who
    assert await held(programme.database, gone)
    await erase(programme.database, gone, programme.now)


async def test_a_lead_goes_by_one_of_hr_with_all_places(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    lea = await programme.joins("Lea", desk, Role.LEAD)
    await joins_with(
        programme.database,
        await programme.link(Role.STAFF, phone),
        "Lea",
        programme.now,
        lea.telegram_id,
    )
    assert not (await ends(programme, lea)).who.standing.roles


async def test_it_takes_two_of_hr_to_end_a_place_in_hr(programme: Programme) -> None:
    heidi, helga = [await programme.joins(name, None, Role.HR) for name in ("Heidi", "Helga")]
    assert (await ends(programme, heidi)).waits
    assert (await programme.again(heidi)).standing.hr
    with refused(Code.SECOND_PERSON):
        await ends(programme, heidi)
    (asked,) = (await waiting(programme.database, helga, programme.now)).endings
    assert (asked.first_name, asked.asked_by) == ("Heidi", "Hanna")
    ending = await ends(programme, heidi, helga)
    assert (ending.waits, ending.who.standing.hr) == (False, False)
    assert (await waiting(programme.database, helga, programme.now)).endings == []


async def test_whom_it_is_about_neither_reads_nor_calls_off(programme: Programme) -> None:
    heidi = await programme.joins("Heidi", None, Role.HR)
    await ends(programme, heidi)
    assert (await waiting(programme.database, heidi, programme.now)).endings == []
    args = (programme.database, heidi, heidi.person_id, programme.now)
    assert not (await places.somebody(*args)).asked
    for use in (places.keep, places.end):
        with refused(Code.OWN_PLACE):
            await use(*args)


async def test_another_one_calls_it_off(programme: Programme) -> None:
    heidi, helga = [await programme.joins(name, None, Role.HR) for name in ("Heidi", "Helga")]
    await ends(programme, heidi)
    args = (programme.database, helga, heidi.person_id, programme.now)
    assert not (await places.keep(*args)).asked
    with refused(Code.NOT_FOUND):
        await places.keep(*args)
    assert (await ends(programme, heidi, helga)).waits, "it begins anew"


async def test_a_wish_ends_with_the_place_of_whoever_had_it(programme: Programme) -> None:
    heidi, helga = [await programme.joins(name, None, Role.HR) for name in ("Heidi", "Helga")]
    await ends(programme, heidi, helga)
    args = (programme.database, programme.id, helga.person_id, programme.now)
    await places.end_by_administration(*args)
    assert (await ends(programme, heidi)).waits


async def test_administration_ends_any_place_but_the_last_in_hr(programme: Programme) -> None:
    heidi = await programme.joins("Heidi", None, Role.HR)
    args = (programme.database, programme.id)
    await places.end_by_administration(*args, heidi.person_id, programme.now)
    action, _, by = (await trail(programme))[-1]
    assert (action, by) == ("place ended", None)
    with refused(Code.LAST_HR):
        await places.end_by_administration(*args, programme.hanna.person_id, programme.now)


async def test_links_of_a_hijacked_account_open_nothing(programme: Programme) -> None:
    desk = await programme.team("Desk")
    heidi, helga = [await programme.joins(name, None, Role.HR) for name in ("Heidi", "Helga")]
    made = await joining.invite(
        programme.database, heidi, Role.STAFF, desk, programme.now, "asked in"
    )
    await ends(programme, heidi)
    await ends(programme, heidi, helga)
    with refused(Code.INVITE_UNKNOWN):
        await joins_with(programme.database, made.token, "Eve", programme.now)


async def test_a_link_they_opened_brings_nobody_back(programme: Programme) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    ana = await programme.joins("Ana", desk)
    token = await programme.link(Role.LEAD, phone)
    args = (programme.database, token, ana.telegram_id, "Ana", programme.now)
    await joining.open_invite(*args)
    await ends(programme, ana)
    with refused(Code.INVITE_UNKNOWN):
        await joining.accept_notice(programme.database, ana, programme.now)


@pytest.mark.parametrize("role", [Role.STAFF, Role.LEAD])
async def test_only_hr_ends_a_place(programme: Programme, role: Role) -> None:
    desk = await programme.team("Desk")
    eve, ana = await programme.joins("Eve", desk, role), await programme.joins("Ana", desk)
    for use in (places.end, places.keep, places.somebody):
        with refused(Code.NOT_ALLOWED):
            await use(programme.database, eve, ana.person_id, programme.now)


async def test_people_elsewhere_do_not_exist(programme: Programme) -> None:
    elsewhere = await founded(programme.database, name="Elsewhere", now=programme.now)
    ana = await elsewhere.joins("Ana", await elsewhere.team("Desk"))
    for use in (places.end, places.keep, places.somebody):
        with refused(Code.NOT_FOUND):
            await use(programme.database, programme.hanna, ana.person_id, programme.now)
    with refused(Code.NOT_FOUND):
        await places.end_by_administration(
            programme.database, programme.id, ana.person_id, programme.now
        )


async def test_a_wish_outlasts_the_erasure_of_nobody(programme: Programme) -> None:
    heidi, helga = [await programme.joins(name, None, Role.HR) for name in ("Heidi", "Helga")]
    await ends(programme, heidi, helga)
    await erase(programme.database, helga, programme.now)
    args = (programme.database, programme.hanna, heidi.person_id, programme.now)
    assert not (await places.somebody(*args)).asked
