"""`cxcoach deliveries`: HR's account of deliveries, for technical administration."""

from datetime import timedelta

from rich.table import Table

from bot.clock import SystemClock
from bot.i18n import Translator
from bot.installation.readiness import ready
from bot.settings import load_settings
from bot.views.deliveries.report import parts_of
from coaching.deliveries.report import AccountLine, lines_since
from coaching.programme.setup import organisation_and_zone

ENGLISH = Translator("en")


async def account(weeks: int) -> list[AccountLine]:
    """Return the lines of the last weeks, the newest first; Trouble without a database of ours."""
    now = SystemClock().now()
    async with ready(load_settings()) as database:
        organisation_id, zone = await organisation_and_zone(database)
        since = now.astimezone(zone).date() - timedelta(weeks=weeks)
        return await lines_since(database, organisation_id, since)


def as_table(account: list[AccountLine]) -> Table:
    """Return the lines as they are printed, in the words that HR sees."""
    table = Table("Day", "Message", "For", "What became of them", "Together", box=None)
    for line in account:
        kind = ENGLISH.plain(f"schedules.kind.{line.kind}")
        became = "\n".join(part.removeprefix("• ") for part in parts_of(line, ENGLISH))
        together = f"{line.total}" if line.adds_up else f"{line.total} (WRONG)"
        table.add_row(f"{line.day}", kind, f"{line.audience}", became, together)
    return table


def in_a_word(account: list[AccountLine]) -> str:
    """Say whether everybody is accounted for."""
    wrong = sum(not line.adds_up for line in account)
    people = sum(line.audience for line in account)
    if wrong:
        return f"{wrong} of {len(account)} lines DO NOT ADD UP: somebody got lost."
    return f"Everything adds up: {len(account)} lines for {people} messages."
