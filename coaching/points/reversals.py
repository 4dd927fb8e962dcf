"""Taking points back: what a withdrawn card earned is reversed by an entry of its own."""

from datetime import datetime

from coaching.rules.points import Component, Reason
from storage import learnings, points
from storage.database import Writer
from storage.learnings import Learning
from storage.points import PointsEntry


async def take_back_shared(session: Writer, card: Learning, now: datetime) -> None:
    """Reverse what the card earned, unless another card of its team counts in the same week.

    Only the author's team loses the points: which teams were counted together that week is not
    kept, and a small team shall not lose what it cannot help.
    """
    if card.week is None or await learnings.counting(session, card.team_id, card.week) != [
        card.id
    ]:
        return
    entry = await points.earned(session, card.team_id, Component.SHARED, card.week)
    if entry is not None:
        session.add(
            PointsEntry(
                team_id=entry.team_id,
                week=entry.week,
                component=entry.component,
                points=-entry.points,
                rule_version=entry.rule_version,
                created_at=now,
                reverses_id=entry.id,
                reason=Reason.WITHDRAWN,
            )
        )
