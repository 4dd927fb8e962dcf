"""`cxcoach people`: technical administration ends a place, also one in HR."""

from bot.sandbox.clock import WindableClock
from coaching.people.joining import first_invitation
from coaching.programme.setup import organisation_and_zone
from storage.database import Database
from tests.bot.command_line.conftest import TOKEN, Installation
from tests.bot.command_line.test_setup import ALL_OPTIONS
from tests.organisation import FIRST_MORNING, joins_with


async def in_hr(installation: Installation, *names: str) -> None:
    now = WindableClock(FIRST_MORNING).now()
    database = Database(f"sqlite:///{installation.database}")
    organisation_id, _ = await organisation_and_zone(database)
    for name in names:
        made = await first_invitation(database, organisation_id, now, f"test {name}")
        await joins_with(database, made.token, name, now)
    await database.close()


async def test_administration_ends_a_place_in_hr(installation: Installation) -> None:
    await installation.runs("init", *ALL_OPTIONS, CXCOACH_TELEGRAM_TOKEN=TOKEN)
    await in_hr(installation, "Hanna", "Heidi")
    listed = await installation.anew.runs("people", "list", "hei")
    assert listed.out.splitlines() == ["2: Heidi, hr, the whole organisation"]
    ended = await installation.runs("people", "end", "2")
    assert ended.out.splitlines() == ["The place of Heidi has ended. They were not told."]
    again = await installation.runs("people", "end", "2")
    assert "Nobody with a place has the number 2." in again.complaint
    last = await installation.runs("people", "end", "1")
    assert "Nobody would be left in HR; nothing changed." in last.complaint
    assert (
        "Nobody with a place is called so."
        in (await installation.runs("people", "list", "Heidi")).complaint
    )
