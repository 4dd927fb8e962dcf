"""The exit review: after two quarters of points, HR decides whether they go on."""

from datetime import datetime

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.points.scheme import Review, review_of, stop
from coaching.rules.access import Action
from coaching.rules.exit_review import Decision, last_week
from coaching.rules.programme import week_of
from coaching.rules.schedules import WITH_POINTS
from coaching.schedules.days import let_come, reschedule
from storage import audit, programme, schedules
from storage.database import Database, Writer
from storage.programme import Organisation


async def review(database: Database, viewer: Viewer) -> Review:
    """Return how the points stand; raises POINTS_NOT_USED where they never were."""
    require(viewer, Action.DECIDE_POINTS)
    async with database.read() as session:
        organisation = await programme.organisation(session, viewer.organisation_id)
        _check_used(organisation)
        return review_of(viewer, organisation)


async def decide(database: Database, viewer: Viewer, decision: Decision, now: datetime) -> Review:
    """Keep what is to follow the period; where points have ended already, it holds at once."""
    require(viewer, Action.DECIDE_POINTS)
    async with database.write() as session:
        organisation = await programme.organisation_to_change(session, viewer.organisation_id)
        _check_used(organisation)
        before = review_of(viewer, organisation)
        if organisation.points_used:
            organisation.points_decision = decision
        elif decision is Decision.CONTINUE:
            await _begin_again(session, organisation, viewer, now)
        else:
            await stop(session, organisation, decision)
        organisation.points_decided_by = viewer.first_name
        organisation.points_decided_at = now
        await session.flush()
        audit.record(
            session,
            viewer.organisation_id,
            viewer.person_id,
            now,
            "points decided",
            {"points_used": before.points_used, "decision": before.decision},
            {"decision": decision},
        )
        return review_of(viewer, organisation)


def _check_used(organisation: Organisation) -> None:
    if organisation.points_review_week is None:
        raise CoachingError(Code.POINTS_NOT_USED)


async def _begin_again(
    session: Writer, organisation: Organisation, viewer: Viewer, now: datetime
) -> None:
    """Let points begin anew with this week; nothing of the time between counts."""
    this_week = week_of(viewer.programme_start, viewer.local_day(now))
    organisation.points_used = organisation.recognition_used = True
    organisation.points_review_week = last_week(this_week)
    for kind in WITH_POINTS:
        for schedule in await schedules.of_kind(session, organisation.id, kind):
            schedule.paused = False
            let_come(schedule, None)
    await session.flush()
    await reschedule(session, organisation, now)
