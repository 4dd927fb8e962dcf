"""The trail: whatever HR changes is in it, with who and when, and without anybody's words."""

import json

from sqlmodel import select

from bot.callbacks.points import NewReward, OfferReward, ShowRewards
from coaching.rules.access import MATRIX, Role
from storage.audit import AuditEntry
from tests.bot.chat.test_access import PRESSES, mine, somebody
from tests.bot.chat.test_foreign_scope import everything
from tests.bot.dialogue import Office

OF_HR = [action for action, roles in MATRIX.items() if set(roles) == {Role.HR}]
# What changes without being a setting: that HR looked, and a shipped catalogue that is filled.
NO_SETTING = {"audit_entry", "access_entry"}
FILLS_THE_CATALOGUE = (ShowRewards, NewReward, OfferReward)


async def test_every_change_by_hr_is_in_the_trail(office: Office) -> None:
    hanna = await somebody(office, Role.HR)
    changed = 0
    for action in OF_HR:
        for press in PRESSES[action]:
            before, trail = await settings(office), await entries(office)
            await hanna.forges(await mine(office, hanna, press))
            if await settings(office) != before and not isinstance(press, FILLS_THE_CATALOGUE):
                changed += 1
                assert len(await entries(office)) > len(trail), press
    assert changed > 10, "there was something to be found"
    for entry in await entries(office):
        assert entry.at <= office.clock.now()
        for side in (json.loads(entry.before), json.loads(entry.after)):
            assert not {"text", "token", "value", "rating"} & set(side), entry.action


async def settings(office: Office) -> dict[str, list[tuple[object, ...]]]:
    found = await everything(office)
    return {table: rows for table, rows in found.items() if table not in NO_SETTING}


async def entries(office: Office) -> list[AuditEntry]:
    async with office.programme.database.read() as session:
        return list(await session.exec(select(AuditEntry)))
