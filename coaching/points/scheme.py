"""The end of a period of points: what HR decided, and without a decision recognition only."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coaching.people.identity import Viewer
from coaching.rules.exit_review import DEFAULT, WEEKS, Decision
from coaching.rules.programme import monday_of
from coaching.rules.schedules import WITH_POINTS
from storage import audit, schedules
from storage.database import Writer
from storage.programme import Organisation

TIME_TO_DECIDE = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Review:
    """What holds now, until which day, and what was decided for then.

    Without a decision, recognition only follows. `until` is None once points have ended.
    """

    points_used: bool
    recognition_used: bool
    until: date | None
    decision: Decision | None

    def is_due(self, today: date) -> bool:
        """Tell whether it is time to decide: the last four weeks, and nothing decided yet."""
        soon = self.until is not None and today > self.until - TIME_TO_DECIDE
        return soon and self.decision is None


def review_of(viewer: Viewer, organisation: Organisation) -> Review:
    """Return how the points of the viewer's organisation stand."""
    ends = organisation.points_review_week
    sunday = None if ends is None else monday_of(viewer.programme_start, ends) + timedelta(days=6)
    return Review(
        organisation.points_used,
        organisation.recognition_used,
        sunday if organisation.points_used else None,
        Decision(organisation.points_decision) if organisation.points_decision else None,
    )


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
