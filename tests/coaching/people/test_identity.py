"""Who somebody is to the bot, and the switches that people have themselves."""

from dataclasses import replace

from coaching.content import LANGUAGES
from coaching.errors import Code
from coaching.people import identity, preferences
from coaching.people.preferences import Break
from coaching.programme import setup as programmes
from coaching.rules.access import Role, Standing
from storage.database import Database
from tests.organisation import Programme, founded
from tests.refusal import refused


async def test_a_stranger_is_nobody(programme: Programme) -> None:
    assert await identity.identify(programme.database, 4) is None


async def test_everybody_is_known_by_their_account_with_all_their_places(
    programme: Programme,
) -> None:
    desk, phone = await programme.team("Desk"), await programme.team("Phone")
    ana = await programme.joins("Ana", desk)
    ana = await programme.joins("Ana", phone, Role.LEAD, account=ana.telegram_id)
    ana = await programme.joins("Ana", None, Role.HR, account=ana.telegram_id)
    assert await programme.again(ana) == ana
    assert ana.standing == Standing(frozenset({desk}), frozenset({phone}), hr=True)
    assert (ana.organisation_name, ana.languages) == ("City of Tests", LANGUAGES)
    assert (ana.first_name, ana.enrolled) == ("Ana", True)


async def test_two_organisations_have_nobody_in_common(programme: Programme) -> None:
    other = await founded(programme.database, name="Another city")
    assert (await programme.again(other.hanna)).organisation_id == other.id != programme.id


async def test_a_database_is_set_up_or_not(database: Database) -> None:
    assert not await programmes.is_set_up(database)
    await founded(database)
    assert await programmes.is_set_up(database)


async def test_pausing_twice_is_one_pause_and_coming_back_ends_it(programme: Programme) -> None:
    ana = await programme.joins("Ana", await programme.team("Desk"))
    args = (programme.database, ana)
    today = ana.local_day(programme.now)
    for _ in range(2):
        await preferences.pause(*args, programme.now)
    assert await preferences.breaks(*args, programme.now) == [Break(today, None)]
    for _ in range(2):
        await preferences.resume(*args, programme.now)
    assert await preferences.breaks(*args, programme.now) == []
    next_week = programme.is_now(1)
    await preferences.pause(*args, next_week)
    assert len(await preferences.breaks(*args, next_week)) == 1


async def test_one_persons_pause_is_nobody_elses(programme: Programme) -> None:
    ana, bo = await programme.join(await programme.team("Desk"), "Ana", "Bo")
    await preferences.pause(programme.database, ana, programme.now)
    assert await preferences.breaks(programme.database, bo, programme.now) == []


async def test_being_unreachable_is_noted_and_undone(programme: Programme) -> None:
    args = (programme.database, programme.hanna.person_id, programme.now)
    await preferences.set_reachable(*args, reachable=False)
    assert (await programme.again(programme.hanna)).unreachable
    await preferences.set_reachable(*args, reachable=True)
    assert await programme.again(programme.hanna) == programme.hanna


async def test_whoever_is_not_enrolled_pauses_nothing(programme: Programme) -> None:
    with refused(Code.NOT_ALLOWED):
        await preferences.pause(
            programme.database, replace(programme.hanna, enrolled=False), programme.now
        )
