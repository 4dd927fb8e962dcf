"""The first minute: somebody who has just joined gets a prompt with an answer at once."""

from dataclasses import dataclass
from datetime import datetime

from coaching.people.identity import Viewer
from coaching.people.joining import Joining, accept
from coaching.practice.prompts import Offer, first_prompt
from coaching.rules.access import Action, may
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Beginning:
    """Who has joined, in which place, and their first prompt if they practise and are new."""

    joining: Joining
    prompt: Offer | None


async def begin(database: Database, viewer: Viewer, now: datetime) -> Beginning:
    """Enrol somebody who has read who sees what, and offer the first prompt; once only.

    Raises INVITE_UNKNOWN for somebody who has no place and no invite.
    """
    async with database.write() as session:
        joining = await accept(session, viewer, now)
        new = not viewer.enrolled and may(joining.viewer.standing, Action.PRACTISE)
        prompt = await first_prompt(session, joining.viewer, now) if new else None
        return Beginning(joining, prompt)
