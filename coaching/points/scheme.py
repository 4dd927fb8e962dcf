"""The end of a period of points: what HR decided, and without a decision recognition only."""

from datetime import datetime

from coaching.rules.exit_review import DEFAULT, WEEKS, Decision
from coaching.rules.schedules import WITH_POINTS
from storage import audit, schedules
from storage.database import Writer
from storage.programme import Organisation


async def end_period(
    session: Writer, organisation: Organisation, week: int, now: datetime
) -> None:
    """Let points go on or end once the last week of their period is closed; once for a period."""
    ends = organisation.points_review_week
    if not organisation.points_used or ends is None or week < ends:
        return
    decision = Decision(organisation.points_decision or DEFAULT)
    organisation.points_decision = None
    if decision is Decision.CONTINUE:
        organisation.points_review_week = ends + WEEKS
    else:
        await stop(session, organisation, decision)
    audit.record(
        session, organisation.id, None, now, "points reviewed", {"week": ends}, {"then": decision}
    )


async def stop(session: Writer, organisation: Organisation, decision: Decision) -> None:
    """Enter no more points, and say no more of them; what is in the ledger stays."""
    organisation.points_used = False
    organisation.recognition_used = decision is Decision.RECOGNITION
    for kind in WITH_POINTS:
        for schedule in await schedules.of_kind(session, organisation.id, kind):
            schedule.paused = True
