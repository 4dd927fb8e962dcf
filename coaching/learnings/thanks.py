"""The champion's thanks: unannounced, at most once a month, for a learning, never for a total."""

from dataclasses import dataclass
from datetime import date, datetime

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from storage import audit, learnings, programme
from storage.database import Database, Session, Writer
from storage.learnings import Learning


@dataclass(frozen=True, slots=True)
class Thankable:
    """A shared card as everybody sees it, whether it was thanked for, and from when one can be."""

    id: int
    text: str
    author: str | None
    thanked: bool
    not_before: date | None


async def card_to_thank(
    database: Database, viewer: Viewer, number: int, now: datetime
) -> Thankable | None:
    """Return a shared card, 0 for the newest; None after the last one."""
    require(viewer, Action.THANK)
    async with database.read() as session:
        return await _nth(session, viewer, number, now)


async def _nth(session: Session, viewer: Viewer, number: int, now: datetime) -> Thankable | None:
    shared = await learnings.nth(session, viewer.organisation_id, number)
    last = await learnings.last_thanks(session, viewer.organisation_id)
    if shared is None:
        return None
    card, author, team = shared
    name = f"{author.first_name}, {team.name}" if card.named else None
    not_before = _next_month(last) if last and not _may_thank(last, viewer, now) else None
    return Thankable(card.id, card.text or "", name, card.thanked_on is not None, not_before)


async def thank(
    database: Database, viewer: Viewer, learning_id: int, now: datetime, number: int = 0
) -> Thankable | None:
    """Thank for a card, for everybody to see; return the card at a place, 0 for the newest.

    Raises NOT_FOUND, THANKED_LATELY in a month that had its thanks, or THANKS_ENDED where HR ended
    the scheme with everything in it.
    """
    require(viewer, Action.THANK)
    async with database.write() as session:
        organisation = await programme.organisation_to_change(session, viewer.organisation_id)
        if not organisation.recognition_used:
            raise CoachingError(Code.THANKS_ENDED)
        card = await learnings.shown(session, viewer.organisation_id, learning_id)
        if card is None:
            raise CoachingError(Code.NOT_FOUND)
        if card.thanked_on is None:
            await _thank(session, viewer, card, now)
        return await _nth(session, viewer, number, now)


async def _thank(session: Writer, viewer: Viewer, card: Learning, now: datetime) -> None:
    last = await learnings.last_thanks(session, viewer.organisation_id)
    if last is not None and not _may_thank(last, viewer, now):
        raise CoachingError(Code.THANKED_LATELY)
    card.thanked_on = viewer.local_day(now)
    after = {"learning": card.id}
    audit.record(
        session, viewer.organisation_id, viewer.person_id, now, "champion thanked", {}, after
    )


def _may_thank(last: date, viewer: Viewer, now: datetime) -> bool:
    return viewer.local_day(now) >= _next_month(last)


def _next_month(day: date) -> date:
    """Return the first day of the month that follows."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
