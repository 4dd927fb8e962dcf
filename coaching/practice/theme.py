"""What HR sets for all prompts: the theme, the Why, the word for customer."""

import json
from dataclasses import dataclass
from datetime import datetime

from coaching.content import CustomerWord
from coaching.errors import CoachingError, Code
from coaching.guarding import guard
from coaching.people.identity import Viewer, require
from coaching.practice.library import flagged
from coaching.rules.access import Action
from coaching.rules.instrument import Dimension
from storage import audit, conversation, programme
from storage.database import Database, Session, Writer
from storage.types import read_json

QUESTION_WHY = "why"
WHY_LIMIT = 280


@dataclass(frozen=True, slots=True)
class Steering:
    """What the prompts of an organisation follow, and the prompts that many wave away."""

    theme: Dimension | None
    why: dict[str, str]
    word: CustomerWord
    flagged: tuple[str, ...] = ()


async def steering_of(database: Database, viewer: Viewer) -> Steering:
    """Return what HR has set."""
    require(viewer, Action.SET_THEME)
    async with database.read() as session:
        return await _steering(session, viewer)


async def set_theme(
    database: Database, viewer: Viewer, theme: Dimension | None, now: datetime
) -> Steering:
    """Set the theme of the quarter; None for none."""
    require(viewer, Action.SET_THEME)
    async with database.write() as session:
        organisation = await programme.organisation_to_change(session, viewer.organisation_id)
        _record(session, viewer, now, "theme", organisation.theme, theme)
        organisation.theme = theme
        return await _steering(session, viewer)


async def set_word(
    database: Database, viewer: Viewer, word: CustomerWord, now: datetime
) -> Steering:
    """Set what those who are served are called."""
    require(viewer, Action.SET_THEME)
    async with database.write() as session:
        organisation = await programme.organisation_to_change(session, viewer.organisation_id)
        _record(session, viewer, now, "customer_word", organisation.customer_word, word)
        organisation.customer_word = word
        return await _steering(session, viewer)


async def ask_why(database: Database, viewer: Viewer, language: str) -> None:
    """Let the next typed text be the organisation's Why in a language; raises NOT_FOUND."""
    require(viewer, Action.SET_THEME)
    if language not in viewer.languages:
        raise CoachingError(Code.NOT_FOUND)
    async with database.write() as session:
        await conversation.put(session, viewer.person_id, QUESTION_WHY, language=language)


async def set_why(
    database: Database,
    viewer: Viewer,
    language: str,
    text: str,
    now: datetime,
    *,
    anyway: bool = False,
) -> Steering:
    """Keep the organisation's Why in a language; raises TEXT_TOO_LONG or TEXT_PRIVATE."""
    require(viewer, Action.SET_THEME)
    if len(text) > WHY_LIMIT:
        raise CoachingError(Code.TEXT_TOO_LONG, limit=WHY_LIMIT, length=len(text))
    guard(text, anyway=anyway)
    async with database.write() as session:
        organisation = await programme.organisation_to_change(session, viewer.organisation_id)
        written: dict[str, str] = read_json(organisation.why) or {}
        _record(session, viewer, now, f"why in {language}", written.get(language), text)
        organisation.why = json.dumps(written | {language: text}, ensure_ascii=False)
        await conversation.clear(session, viewer.person_id, QUESTION_WHY)
        return await _steering(session, viewer)


async def _steering(session: Session, viewer: Viewer) -> Steering:
    organisation = await programme.organisation(session, viewer.organisation_id)
    waved_away = await flagged(session, viewer.organisation_id)
    return Steering(
        Dimension(organisation.theme) if organisation.theme else None,
        read_json(organisation.why) or {},
        CustomerWord(organisation.customer_word),
        tuple(sorted(waved_away)),
    )


def _record(
    session: Writer, viewer: Viewer, now: datetime, what: str, before: object, after: object
) -> None:
    audit.record(
        session,
        viewer.organisation_id,
        viewer.person_id,
        now,
        "set steering",
        {what: before},
        {what: after},
    )
