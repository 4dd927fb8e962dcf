"""What a database remembers, so that it is known what an older copy in its place does not."""

from dataclasses import dataclass
from datetime import datetime

from coaching.own_data.erasure import erase_again
from storage import retention
from storage.database import Database, erasures
from storage.programme import organisation_to_change, the_organisation


@dataclass(frozen=True, slots=True)
class Memory:
    """The key of a database's erasures, and when the last thing happened that it knows of."""

    erasure_key: str
    until: datetime | None


async def memory(database: Database) -> Memory | None:
    """Return what a database remembers; None where no programme is set up."""
    async with database.read() as session:
        organisation = await the_organisation(session)
        if organisation is None:
            return None
        return Memory(organisation.erasure_key, await retention.last_activity(session))


async def erase_since(database: Database, present: Memory | None) -> int:
    """Erase from a copy whoever was erased from the present database since; return how many.

    A copy that is older than the keys gets the present one.
    """
    if present is not None:
        async with database.write() as session:
            organisation = await the_organisation(session)
            if organisation is not None:
                found = await organisation_to_change(session, organisation.id)
                found.erasure_key = present.erasure_key
    return await erase_again(database)


def any_noted(database: Database) -> bool:
    """Tell whether anybody's erasure is on the list."""
    return database.erased is not None and bool(erasures.noted(database.erased))
