"""The daily purge: what has been kept long enough goes, also from the file's free pages."""

from datetime import datetime

from coaching.own_data.erasure import erase_person
from coaching.people.known import office_zone
from coaching.points.week_close import forget_answers
from coaching.rules.programme import week_of
from coaching.rules.retention import (
    AFTER_LEAVING,
    AUDIT,
    BACKUPS,
    DELIVERIES,
    INVITES,
    PLACES,
    RESULTS,
    STORIES,
    TEXTS,
)
from storage import programme, retention, stories
from storage.database import Database, backups, erasures, sqlite_file

AT_ONCE = 20  # occurrences in one transaction: others get their turn in between


async def purge(database: Database, now: datetime) -> None:
    """Delete what is due to go; running it again or being cut off in between does no harm."""
    while await _count_deliveries(database, now):
        pass
    async with database.write() as session:
        await retention.forget_completion_times(session, now - DELIVERIES)
        await retention.forget_texts(session, now - TEXTS)
        await retention.forget_practice(session, now - PLACES)
        await retention.forget_places(session, (now - PLACES).date())
        await retention.forget_audit(session, now - AUDIT)
        await retention.forget_looks(session, (now - AUDIT).date())
        await retention.forget_results(session, now - RESULTS)
        old = (now - TEXTS).date()
        await stories.forget_old(session, old, old, (now - STORIES).date())
    await _forget_answers(database)
    await _forget_positions(database, now)
    await _erase_who_left(database, now)
    async with database.write() as session:
        await retention.forget_invites(session, now - INVITES)
    await database.forget()
    file = sqlite_file(database.url)
    if file is not None:
        backups.drop_older(file, file.parent, now - BACKUPS)
    if database.erased is not None:
        erasures.drop_older(database.erased, now - BACKUPS)  # no copy is left that holds them


async def _count_deliveries(database: Database, now: datetime) -> bool:
    """Count some old occurrences; tell whether there may be more."""
    async with database.write() as session:
        old = await retention.old_occurrences(session, (now - DELIVERIES).date(), AT_ONCE)
        for occurrence in old:
            await retention.count_deliveries(session, occurrence)
    return len(old) == AT_ONCE


async def _forget_answers(database: Database) -> None:
    """Go on where deleting the answers of a published block was cut off."""
    async with database.read() as session:
        organisation = await programme.the_organisation(session)
    if organisation is not None:
        await forget_answers(database, organisation.id)


async def _forget_positions(database: Database, now: datetime) -> None:
    """Forget drafts and open questions of those who have been silent for as long as texts stay."""
    async with database.write() as session:
        organisation = await programme.the_organisation(session)
        if organisation is not None:
            day = (now - TEXTS).astimezone(office_zone(organisation)).date()
            if day > organisation.programme_start:
                week = week_of(organisation.programme_start, day)
                await retention.forget_positions(session, organisation.id, week)


async def _erase_who_left(database: Database, now: datetime) -> None:
    """Erase everything of those whose last place ended long enough ago, one by one."""
    left = (now - AFTER_LEAVING).date()
    async with database.read() as session:
        leavers = await retention.gone(session, left, now)
    for person in leavers:
        async with database.write() as session:
            if await retention.is_gone(session, person, left, now):  # and has not come back
                await erase_person(database, session, person, now)
