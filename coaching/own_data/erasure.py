"""Erasure: everything held about somebody is deleted, and stays so when an old copy comes back."""

import hmac
from datetime import datetime

from coaching.people.identity import Viewer, require
from coaching.people.own_place import check_hr_remains
from coaching.rules.access import Action
from storage import own_data
from storage.database import Database, Session, Writer, erasures
from storage.people import Person
from storage.programme import the_organisation


async def erase(database: Database, viewer: Viewer, now: datetime) -> None:
    """Delete everything that is held about the person, also from the file's free pages.

    Raises LAST_HR for HR's last person: nobody else could let anybody in.
    """
    require(viewer, Action.OWN_DATA)
    async with database.write() as session:
        await check_hr_remains(session, viewer)
        await erase_person(database, session, viewer.person_id, now)
    await database.forget()


async def erase_person(database: Database, session: Writer, person_id: int, now: datetime) -> None:
    """Delete all rows of a person, and note whom, so that a restored copy is erased again.

    It is noted first: OSError leaves everything as it was.
    """
    person = await session.get(Person, person_id)
    if person is not None and database.erased is not None:
        key = await _key(session)
        # An older copy may hold the same person before the privacy notice was read.
        lives = {person.enrolled_at, None}
        marks = [_mark(key, person.id, person.telegram_id, since) for since in lives]
        erasures.note(database.erased, marks, now)
    await own_data.erase(session, person_id)


async def erase_again(database: Database) -> int:
    """Erase whoever was erased before and is there again, out of an older copy; return how many.

    Whoever joined anew after an erasure is somebody else. OSError if the list cannot be read.
    """
    gone = erasures.noted(database.erased) if database.erased is not None else frozenset()
    if not gone:
        return 0
    async with database.read() as session:
        key, people = await _key(session), await own_data.lives(session)
    back = [life[0] for life in people if _mark(key, *life) in gone]
    for person_id in back:
        async with database.write() as session:
            await own_data.erase(session, person_id)
    if back:
        await database.forget()
    return len(back)


async def _key(session: Session) -> bytes:
    organisation = await the_organisation(session)
    return bytes.fromhex(organisation.erasure_key) if organisation is not None else b""


def _mark(key: bytes, person_id: int, telegram_id: int, enrolled_at: datetime | None) -> str:
    """Return the hash of one life of a person in the database."""
    since = enrolled_at.isoformat() if enrolled_at is not None else ""
    return hmac.digest(key, f"{person_id} {telegram_id} {since}".encode(), "sha256").hex()
