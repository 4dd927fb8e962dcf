"""Settings that nobody knows (any more): kept while they are good, told to HR once."""

from collections.abc import Sequence
from datetime import datetime

from coaching.deliveries.alerts import warn_hr
from coaching.people.known import Place, UnknownValue, note_known, unknown_in
from storage import programme
from storage.database import Database, Session
from storage.programme import Organisation


async def unknown_values(session: Session, organisation_id: int) -> Sequence[UnknownValue]:
    """Return what is set for the organisation and its units and known to nobody."""
    organisation, places = await _places(session, organisation_id)
    return [each for place in places for each in unknown_in(place, organisation)]


async def organisation_with_news(session: Session) -> int | None:
    """Return the organisation if a value of it or its units is newly known, or known no more."""
    found = await programme.the_organisation(session)
    if found is None:
        return None
    organisation, places = await _places(session, found.id)
    return found.id if any(_is_news(place, organisation) for place in places) else None


async def look_at_settings(database: Database, organisation_id: int, now: datetime) -> None:
    """Keep the values that are known now, and let HR be told once of those that are not."""
    async with database.write() as session:
        await programme.organisation_to_change(session, organisation_id)
        organisation, places = await _places(session, organisation_id)
        for place in places:
            note_known(place, organisation)
            session.add(place)
        untold = [place for place in places if _is_untold(place, organisation)]
        if untold and await warn_hr(session, organisation.id, now):
            for place in untold:
                place.told_unknown = True


def _is_news(place: Place, organisation: Organisation) -> bool:
    copy = type(place)(**place.model_dump())
    return note_known(copy, organisation) or _is_untold(copy, organisation)


def _is_untold(place: Place, organisation: Organisation) -> bool:
    return not place.told_unknown and any(unknown_in(place, organisation))


async def _places(session: Session, organisation_id: int) -> tuple[Organisation, Sequence[Place]]:
    organisation = await programme.organisation(session, organisation_id)
    return organisation, [organisation, *await programme.units(session, organisation_id)]
