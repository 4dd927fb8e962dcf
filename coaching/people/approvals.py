"""Approving by a second HR person: invites into wider roles, and whose place in HR shall end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.errors import CoachingError, Code
from coaching.people.directory import PER_PAGE, PageOfTeams, places_in
from coaching.people.identity import Viewer, require
from coaching.people.places import AskedEnding, asked_endings
from coaching.rules.access import Action, Role
from storage import audit, invites, programme, rosters
from storage.database import Database, Session, Writer
from storage.invites import Invite


@dataclass(frozen=True, slots=True)
class WaitingInvite:
    """An invite that waits; `asked_by` is gone with whoever asked, `own` is one's own request."""

    id: int
    role: Role
    team_name: str | None
    asked_by: str | None
    own: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """All that waits for a second HR person, the oldest invites first; of many a page."""

    invites: Sequence[WaitingInvite]
    endings: Sequence[AskedEnding]


async def waiting(database: Database, viewer: Viewer, now: datetime) -> Waiting:
    """Return what waits for a second HR person."""
    require(viewer, Action.INVITE)
    async with database.read() as session:
        return await _waiting(session, viewer, now)


async def places_and_waiting(
    database: Database, viewer: Viewer, now: datetime, page: int = 0
) -> tuple[PageOfTeams, int]:
    """Return a page of the teams to which an invite can lead, and how much waits."""
    require(viewer, Action.INVITE)
    async with database.read() as session:
        waits = await invites.number_waiting(session, viewer.organisation_id, now)
        waits += len(await asked_endings(session, viewer))
        return await places_in(session, viewer, page), waits


async def _waiting(session: Session, viewer: Viewer, now: datetime) -> Waiting:
    rows = await invites.all_waiting(session, viewer.organisation_id, now, PER_PAGE)
    found = [
        WaitingInvite(
            invite.id,
            Role(invite.role),
            team.name if team else None,
            person.first_name if person else None,
            own=invite.asked_by == viewer.person_id,
        )
        for invite, person, team in rows
    ]
    return Waiting(found, await asked_endings(session, viewer))


async def approve(database: Database, viewer: Viewer, invite_id: int, now: datetime) -> Waiting:
    """Let an invite work; return what waits still.

    Raises NOT_FOUND once it ran out, was declined, or who asked is no longer in HR, and
    SECOND_PERSON for one's own request.
    """
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        row = await _requested(session, viewer, invite_id, now)
        if row.asked_by == viewer.person_id:
            raise CoachingError(Code.SECOND_PERSON)
        if row.asked_by not in await rosters.hr_persons(session, viewer.organisation_id):
            raise CoachingError(Code.NOT_FOUND)
        row.waits = False
        record_invite(session, viewer, "invite approved", row, now)
        return await _waiting(session, viewer, now)


async def decline(database: Database, viewer: Viewer, invite_id: int, now: datetime) -> Waiting:
    """Take an invite back before it ever worked, also one's own; return what waits still.

    Raises NOT_FOUND.
    """
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        row = await _requested(session, viewer, invite_id, now)
        record_invite(session, viewer, "invite declined", row, now)
        await session.delete(row)
        return await _waiting(session, viewer, now)


async def _requested(session: Writer, viewer: Viewer, invite_id: int, now: datetime) -> Invite:
    require(viewer, Action.INVITE)
    row = await invites.waiting(session, viewer.organisation_id, invite_id, now)
    if row is None:
        raise CoachingError(Code.NOT_FOUND)
    return row


def record_invite(session: Writer, viewer: Viewer, action: str, of: Invite, now: datetime) -> None:
    """Note in the trail what became of an invite."""
    before = {"role": of.role, "team": of.team_id, "asked_by": of.asked_by}
    audit.record(session, viewer.organisation_id, viewer.person_id, now, action, before, {})
