"""`cxcoach people`: who is called so, and ending a place that HR cannot end alone."""

from collections.abc import Sequence

from bot.clock import SystemClock
from bot.installation.readiness import ready
from bot.settings import load_settings
from bot.trouble import Trouble
from coaching.errors import CoachingError, Code
from coaching.people.places import Called, called, end_by_administration
from coaching.programme.setup import organisation_and_zone


async def listed(part: str) -> Sequence[str]:
    """Return a line for each place of whoever is called so; Trouble if nobody is."""
    async with ready(load_settings()) as database:
        organisation_id, _ = await organisation_and_zone(database)
        found = await called(database, organisation_id, part)
    if not found:
        raise Trouble("Nobody with a place is called so.", "Try a shorter part of the name.")
    return [_line(each) for each in found]


async def end(person_id: int) -> str:
    """End all places of somebody and say so; Trouble if that cannot be."""
    async with ready(load_settings()) as database:
        organisation_id, _ = await organisation_and_zone(database)
        try:
            args = (database, organisation_id, person_id, SystemClock().now())
            who = await end_by_administration(*args)
        except CoachingError as error:
            if error.code is Code.LAST_HR:
                raise Trouble(
                    "Nobody would be left in HR; nothing changed.",
                    "Let somebody else in first: `cxcoach invite-hr`.",
                ) from None
            raise Trouble(
                f"Nobody with a place has the number {person_id}.",
                "`cxcoach people list NAME` shows the numbers.",
            ) from None
    return f"The place of {who.first_name} has ended. They were not told."


def _line(each: Called) -> str:
    place = f"{each.unit_name} / {each.team_name}" if each.team_name else "the whole organisation"
    return f"{each.person_id}: {each.first_name}, {each.role}, {place}"
