"""Getting to know somebody bit by bit: one question after some of the first prompts."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from coaching.practice.records import Talk, outcome_so_far
from coaching.rules.formats import COMPLETES
from storage import practice
from storage.database import Session


class Aside(StrEnum):
    """What shapes somebody's prompts and is asked beside them."""

    PROFILE = "profile"
    MOTIVATION = "motivation"
    FOCUS = "focus"


AFTER: Mapping[int, Aside] = {2: Aside.PROFILE, 4: Aside.MOTIVATION, 6: Aside.FOCUS}  # prompts


async def aside_after(session: Session, talk: Talk, now: datetime) -> Aside | None:
    """Return what to ask after a talk that has just been completed, unless it was said already."""
    if talk.row.completed_at != now:
        return None
    past = await practice.history(session, talk.viewer.person_id)
    aside = AFTER.get(sum(outcome_so_far(row) in COMPLETES for row in past))
    if aside is None or _said(talk, aside, now):
        return None
    return aside


def _said(talk: Talk, aside: Aside, now: datetime) -> bool:
    match aside:
        case Aside.PROFILE:
            return talk.who.profile is not None
        case Aside.MOTIVATION:
            return talk.who.motivation is not None
        case Aside.FOCUS:
            return talk.who.focus(now) is not None
