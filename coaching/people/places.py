"""HR ends the places of others: at once, and of one in HR only if two of HR want it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from coaching.errors import CoachingError, Code
from coaching.people.access_log import PEOPLE, note_look
from coaching.people.directory import NAMES_A_PAGE
from coaching.people.identity import Viewer, require, viewer_of
from coaching.people.own_place import check_hr_remains, end_places
from coaching.rules.access import Action, Role
from storage import audit, invites, programme, rosters
from storage.database import Database, Session, Writer
from storage.rosters import Held


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """A place with the day on which it began and who invited; HR's is in no team.

    `others` is how many members the team has without them, None where that does not change.
    """

    id: int
    role: Role
    team_name: str | None
    since: date
    made_by: str | None
    others: int | None


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person with the places that they have now.

    `own` says that it is the viewer, `asked` that somebody of HR wants an end, `asked_here` that
    it was the viewer.
    """

    person_id: int
    first_name: str
    places: Sequence[HeldPlace]
    own: bool
    asked: bool
    asked_here: bool

    @property
    def works_in(self) -> HeldPlace | None:
        """Return the place as a member, if there is one: nobody has two."""
        return next((place for place in self.places if place.role is Role.STAFF), None)

    @property
    def in_hr(self) -> bool:
        """Tell whether it needs two of HR to end their places."""
        return any(place.role is Role.HR for place in self.places)


@dataclass(frozen=True, slots=True)
class Ending:
    """Whose places ended, as they are now; or they have to be wanted by a second HR person.

    `before` says that they had ended already: nobody is told twice.
    """

    who: Viewer
    waits: bool = False
    before: bool = False


@dataclass(frozen=True, slots=True)
class AskedEnding:
    """Somebody who shall leave HR, and who asked for it."""

    person_id: int
    first_name: str
    asked_by: str | None


async def somebody(database: Database, viewer: Viewer, person_id: int, now: datetime) -> Somebody:
    """Return the places of a person, and note that HR looked; raises NOT_FOUND."""
    require(viewer, Action.SEE_PEOPLE)
    async with database.write() as session:
        found = await somebody_in(session, viewer, person_id)
        await note_look(session, viewer, PEOPLE, now)
        return found


async def end(database: Database, viewer: Viewer, person_id: int, now: datetime) -> Ending:
    """End all places of somebody; of one in HR, note the wish until another one has it, too.

    A second press changes nothing. Raises NOT_FOUND, OWN_PLACE for the viewer, SECOND_PERSON for
    one's own wish and LAST_HR.
    """
    async with database.write() as session:
        await check_right(session, viewer, person_id)
        who = await person_of(session, viewer.organisation_id, person_id)
        if not who.standing.roles:
            return Ending(who, before=True)
        places = await _held(session, viewer.organisation_id, person_id)
        if who.standing.hr:
            await check_hr_remains(session, who)
            if not await _wanted_by_another(session, viewer, places):
                for each in places:
                    each.place.end_asked_by = viewer.person_id
                _record(session, viewer, "ending asked", places, now)
                return Ending(who, waits=True)
        await _end(session, who, now)
        _record(session, viewer, "place ended", places, now)
        return Ending(await viewer_of(session, person_id))


async def keep(database: Database, viewer: Viewer, person_id: int, now: datetime) -> Somebody:
    """Call off that somebody leaves HR; nobody does so for themselves. Raises NOT_FOUND."""
    async with database.write() as session:
        await check_right(session, viewer, person_id)
        places = await _held(session, viewer.organisation_id, person_id)
        if all(each.place.end_asked_by is None for each in places):
            raise CoachingError(Code.NOT_FOUND)
        _record(session, viewer, "ending declined", places, now)
        for each in places:
            each.place.end_asked_by = None
        await session.flush()
        return await somebody_in(session, viewer, person_id)


async def end_by_administration(
    database: Database, organisation_id: int, person_id: int, now: datetime
) -> Viewer:
    """End all places of somebody in the name of whoever runs the installation.

    Raises NOT_FOUND and LAST_HR.
    """
    async with database.write() as session:
        await programme.organisation_to_change(session, organisation_id)
        places = await _held(session, organisation_id, person_id)
        who = await viewer_of(session, person_id)
        await _end(session, who, now)
        before = _before(places)
        audit.record(session, organisation_id, None, now, "place ended", before, {})
        return await viewer_of(session, person_id)


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody who is called so, with a place."""

    person_id: int
    first_name: str
    role: Role
    team_name: str | None
    unit_name: str | None


async def called(database: Database, organisation_id: int, part: str) -> list[Called]:
    """Return the first of whoever is called so, for technical administration."""
    async with database.read() as session:
        found = await rosters.named(session, organisation_id, part, NAMES_A_PAGE)
    return [
        Called(
            each.person_id,
            each.first_name,
            Role(each.role),
            each.team.name if each.team else None,
            each.unit.name if each.unit else None,
        )
        for each in found
    ]


async def asked_endings(session: Session, viewer: Viewer) -> list[AskedEnding]:
    """Return who shall leave HR, as far as others want it; nothing that is about the viewer."""
    rows = await rosters.endings_asked(session, viewer.organisation_id, viewer.person_id)
    return [AskedEnding(*row) for row in rows]


async def _end(session: Writer, who: Viewer, now: datetime) -> None:
    """End the places the way one leaves; no link that they made or opened brings anybody in."""
    await end_places(session, who, now)
    await invites.withdraw_of(session, who.person_id)


async def check_right(session: Writer, viewer: Viewer, person_id: int) -> None:
    """Raise NOT_ALLOWED unless the viewer is in HR now that it is their turn; OWN_PLACE."""
    require(viewer, Action.CHANGE_PLACES)
    await programme.organisation_to_change(session, viewer.organisation_id)
    if viewer.person_id not in await rosters.hr_persons(session, viewer.organisation_id):
        raise CoachingError(Code.NOT_ALLOWED)
    if person_id == viewer.person_id:
        raise CoachingError(Code.OWN_PLACE)


async def person_of(session: Session, organisation_id: int, person_id: int) -> Viewer:
    """Return somebody who has, or had, a place in the organisation; raises NOT_FOUND."""
    try:
        who = await viewer_of(session, person_id)
    except LookupError:
        raise CoachingError(Code.NOT_FOUND) from None
    if who.organisation_id != organisation_id or not who.enrolled:
        raise CoachingError(Code.NOT_FOUND)
    return who


async def _held(session: Session, organisation_id: int, person_id: int) -> list[Held]:
    held = await rosters.places_of(session, organisation_id, person_id)
    if not held:
        raise CoachingError(Code.NOT_FOUND)
    return held


async def _wanted_by_another(session: Session, viewer: Viewer, places: Sequence[Held]) -> bool:
    """Tell whether another one who is still in HR wants it; SECOND_PERSON for one's own wish."""
    wanted_by = {each.place.end_asked_by for each in places} - {None}
    if viewer.person_id in wanted_by:
        raise CoachingError(Code.SECOND_PERSON)
    return bool(wanted_by & await rosters.hr_persons(session, viewer.organisation_id))


async def somebody_in(session: Session, viewer: Viewer, person_id: int) -> Somebody:
    """Return the places of a person inside a transaction that is open already."""
    held = await _held(session, viewer.organisation_id, person_id)
    who = await viewer_of(session, person_id)
    own = person_id == viewer.person_id
    wanted_by = {each.place.end_asked_by for each in held} - {None}
    return Somebody(
        person_id,
        who.first_name,
        [await _place(session, each) for each in held],
        own,
        asked=bool(wanted_by) and not own,
        asked_here=viewer.person_id in wanted_by,
    )


async def _place(session: Session, held: Held) -> HeldPlace:
    place, team = held.place, held.team
    others = None
    if team is not None and place.role == Role.STAFF:
        others = await rosters.number_of_staff(session, team.id) - 1
    name = team.name if team else None
    return HeldPlace(place.id, Role(place.role), name, place.since, held.made_by, others)


def _before(places: Sequence[Held]) -> dict[str, object]:
    return {
        "person": places[0].place.person_id,
        "places": [[each.place.role, each.place.team_id] for each in places],
    }


def _record(
    session: Writer, viewer: Viewer, action: str, places: Sequence[Held], now: datetime
) -> None:
    of = (viewer.organisation_id, viewer.person_id)
    audit.record(session, *of, now, action, _before(places), {})
