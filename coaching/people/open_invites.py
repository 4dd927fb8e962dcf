"""The links that nobody has used yet, and taking one back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.errors import CoachingError, Code
from coaching.people.approvals import record_invite
from coaching.people.directory import PER_PAGE, pages_of
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action, Role
from storage import invites, programme
from storage.database import Database, Session


@dataclass(frozen=True, slots=True)
class OpenInvite:
    """A link that can be used; `made_by` goes with its maker, `opened` says it is somebody's."""

    id: int
    role: Role
    team_name: str | None
    made_by: str | None
    expires_at: datetime
    opened: bool


@dataclass(frozen=True, slots=True)
class PageOfInvites:
    """A page of the open invites, counted from 0, and how many pages there are."""

    here: Sequence[OpenInvite]
    page: int
    pages: int


async def open_invites(
    database: Database, viewer: Viewer, now: datetime, page: int = 0
) -> PageOfInvites:
    """Return a page of the links that nobody has used yet, the oldest first."""
    require(viewer, Action.INVITE)
    async with database.read() as session:
        return await _page(session, viewer, now, page)


async def take_back(
    database: Database, viewer: Viewer, invite_id: int, now: datetime
) -> PageOfInvites:
    """Let a link open nothing any more; return what is open still. Raises NOT_FOUND."""
    require(viewer, Action.INVITE)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        row = await invites.open_one(session, viewer.organisation_id, invite_id, now)
        if row is None:
            raise CoachingError(Code.NOT_FOUND)
        record_invite(session, viewer, "invite taken back", row, now)
        await session.delete(row)
        await session.flush()
        return await _page(session, viewer, now, 0)


async def _page(session: Session, viewer: Viewer, now: datetime, page: int) -> PageOfInvites:
    pages = pages_of(await invites.number_open(session, viewer.organisation_id, now))
    here = min(page, pages - 1)
    rows = await invites.all_open(session, viewer.organisation_id, now, here * PER_PAGE, PER_PAGE)
    found = [
        OpenInvite(
            invite.id,
            Role(invite.role),
            team.name if team else None,
            maker.first_name if maker else None,
            invite.expires_at,
            opened=invite.opened_by is not None,
        )
        for invite, maker, team in rows
    ]
    return PageOfInvites(found, here, pages)
