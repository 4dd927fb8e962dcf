"""Sharing a learning with the other teams: asked, previewed, shared, read, tried, withdrawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from unicodedata import normalize

from coaching.errors import CoachingError, Code
from coaching.guarding import checked_text
from coaching.people.colleagues import namings_in, team_of
from coaching.people.identity import Viewer, require
from coaching.points.counting import week_that_counts
from coaching.points.reversals import take_back_shared
from coaching.rules.access import Action
from coaching.rules.formats import Outcome, is_open
from coaching.rules.language_of import language_of
from storage import conversation, learnings, practice, programme
from storage.database import Database, Session, Writer
from storage.learnings import Learning

QUESTION = "learning"
DRAFT = "learning_draft"
TEXT_LEAST, TEXT_LIMIT = 10, 500
KEY_LENGTH = 16


@dataclass(frozen=True, slots=True)
class LearningDraft:
    """A text that waits for its author's word; the key tells it from an earlier one.

    `namings` are the words in it that may show who somebody is.
    """

    key: str
    text: str
    first_name: str
    team_name: str
    points_used: bool = False
    namings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LearningCard:
    """A learning as the viewer may see it; without a name nothing tells person or team.

    `language` is the one it is written in, where that is clear and not the viewer's.
    """

    id: int
    text: str
    first_name: str | None
    team_name: str | None
    own: bool
    tried: bool
    tried_elsewhere: bool
    thanked: bool = False
    language: str | None = None


async def begin(database: Database, viewer: Viewer) -> None:
    """Let the next text that the person types be a learning."""
    require(viewer, Action.SHARE)
    async with database.write() as session:
        await conversation.put(session, viewer.person_id, QUESTION)


async def preview(
    database: Database, viewer: Viewer, text: str, *, anyway: bool = False
) -> LearningDraft:
    """Keep the text for its author alone until they say what shall become of it.

    `anyway` says that its author wants it although something private was found. Raises
    TEXT_TOO_SHORT, TEXT_TOO_LONG, or TEXT_PRIVATE with what was found.
    """
    require(viewer, Action.SHARE)
    text = checked_text(text, TEXT_LEAST, TEXT_LIMIT, anyway=anyway)
    async with database.write() as session:
        return await keep_draft(session, viewer, text)


async def keep_draft(
    session: Writer, viewer: Viewer, text: str, practice_id: int | None = None
) -> LearningDraft:
    """Keep a text that waits for its author's word, perhaps as the end of a prompt's talk."""
    key = digest_of(text)[:KEY_LENGTH]
    held = {"key": key, "text": text, "practice": practice_id}
    await conversation.put(session, viewer.person_id, DRAFT, conversation.CARD, **held)
    team = await programme.team(session, viewer.organisation_id, team_of(viewer))
    named = (viewer.first_name, team.name if team else "")
    found = await namings_in(session, viewer, text)
    return LearningDraft(key, text, *named, viewer.points_used, found)


async def share(
    database: Database, viewer: Viewer, key: str, now: datetime, *, named: bool
) -> None:
    """Show the previewed text to the other teams; pressed twice, it is shared once.

    Raises QUESTION_CLOSED if the draft is another one by now, DUPLICATE if the text was shared.
    """
    require(viewer, Action.SHARE)
    async with database.write() as session:
        draft = await _draft(session, viewer)
        if draft.get("key") != key:
            raise CoachingError(Code.QUESTION_CLOSED)
        if "text" not in draft:
            return
        card = await _card(session, viewer, draft["text"], now, named=named)
        if await learnings.add(session, card) is None:
            raise CoachingError(Code.DUPLICATE)
        await conversation.put(session, viewer.person_id, DRAFT, conversation.CARD, key=key)
        await conversation.clear(session, viewer.person_id, QUESTION)
        await _end_talk(session, viewer, draft, now)


async def drop(database: Database, viewer: Viewer, key: str, now: datetime) -> None:
    """Forget the previewed text, if it is still this one; raises QUESTION_CLOSED once shared."""
    require(viewer, Action.SHARE)
    async with database.write() as session:
        draft = await _draft(session, viewer)
        if draft.get("key") != key:
            return
        if "text" not in draft:
            raise CoachingError(Code.QUESTION_CLOSED)
        await conversation.clear(session, viewer.person_id, QUESTION, DRAFT)
        await _end_talk(session, viewer, draft, now)


async def browse(
    database: Database, viewer: Viewer, number: int, now: datetime
) -> LearningCard | None:
    """Return one card of the organisation, 0 for the newest; None after the last one."""
    require(viewer, Action.SHARE)
    async with database.read() as session:
        return await _nth(session, viewer, number, now)


async def _nth(
    session: Session, viewer: Viewer, number: int, now: datetime
) -> LearningCard | None:
    newest = await learnings.nth(session, viewer.organisation_id, number)
    if newest is None:
        return None
    card, author, team = newest
    tried, tried_elsewhere = await _tried(session, viewer, card, now)
    return LearningCard(
        id=card.id,
        text=card.text or "",
        first_name=author.first_name if card.named else None,
        team_name=team.name if card.named else None,
        own=card.person_id == viewer.person_id,
        tried=tried,
        tried_elsewhere=tried_elsewhere,
        thanked=card.thanked_on is not None,
        language=_foreign(card.text or "", viewer),
    )


def _foreign(text: str, viewer: Viewer) -> str | None:
    language = language_of(text)
    return None if language == viewer.language else language


async def tried(
    database: Database, viewer: Viewer, learning_id: int, now: datetime, number: int = 0
) -> LearningCard | None:
    """Mark somebody else's card as tried by the viewer's team; raises NOT_FOUND.

    Returns the card at a place, 0 for the newest, as `browse` does.
    A card of one's own team takes the mark too, and it counts for nothing: a refusal would tell
    from which team a card without a name came. Nor does the mark of a card without a name count:
    whether points follow would tell the same.
    """
    require(viewer, Action.SHARE)
    async with database.write() as session:
        card = await learnings.shown(session, viewer.organisation_id, learning_id)
        if card is None or card.person_id == viewer.person_id:
            raise CoachingError(Code.NOT_FOUND)
        week = await _week_that_counts(session, viewer, now) if card.named else None
        await learnings.mark(session, card.id, team_of(viewer), week)
        return await _nth(session, viewer, number, now)


async def withdraw(
    database: Database, viewer: Viewer, learning_id: int, now: datetime, number: int = 0
) -> LearningCard | None:
    """Take one's own card back with its text and what it earned; raises NOT_FOUND.

    Returns the card that has moved to a place, 0 for the newest, as `browse` does.
    """
    require(viewer, Action.SHARE)
    async with database.write() as session:
        card = await learnings.own(session, viewer.person_id, learning_id)
        if card is None:
            raise CoachingError(Code.NOT_FOUND)
        await take_back(session, card, now)
        return await _nth(session, viewer, number, now)


async def take_back(session: Writer, card: Learning, now: datetime) -> None:
    """Withdraw a card with its text and what it earned, unless that was done before."""
    if card.withdrawn_at is None:
        await take_back_shared(session, card, now)
        card.withdrawn_at, card.text, card.digest = now, None, None
        await session.flush()


async def _end_talk(
    session: Writer, viewer: Viewer, draft: Mapping[str, Any], now: datetime
) -> None:
    """Close the prompt whose talk led to the draft; its lines are kept nowhere else."""
    row = await practice.own(session, viewer.person_id, draft.get("practice") or 0)
    if row is not None and is_open(Outcome(row.outcome) if row.outcome else None):
        row.outcome, row.completed_at = Outcome.DONE, row.completed_at or now
        await practice.forget_notes(session, row.id)


def digest_of(text: str) -> str:
    """Return what texts that differ in case and white space alone have in common."""
    folded = normalize("NFKC", text).casefold()
    return sha256(" ".join(folded.split()).encode()).hexdigest()


async def _draft(session: Session, viewer: Viewer) -> dict[str, Any]:
    """Return the newest draft with its key, and with its text until that was shared."""
    return await conversation.card(session, viewer.person_id, DRAFT)


async def _card(
    session: Session, viewer: Viewer, text: str, now: datetime, *, named: bool
) -> Learning:
    return Learning(
        organisation_id=viewer.organisation_id,
        team_id=team_of(viewer),
        person_id=viewer.person_id,
        named=named,
        text=text,
        digest=digest_of(text),
        # Points for a card without a name would tell the whole team that it came from there.
        week=await _week_that_counts(session, viewer, now) if named else None,
    )


async def _tried(
    session: Session, viewer: Viewer, card: Learning, now: datetime
) -> tuple[bool, bool]:
    """Tell whether the viewer's team tried the card, and whether one of the others did.

    A mark that does not count, such as a lead's, leaves room for one that does.
    """
    team = team_of(viewer)
    marks = {trial.team_id: trial.week for trial in await learnings.trials(session, card.id)}
    done = team in marks and (
        marks[team] is not None
        or not card.named
        or await _week_that_counts(session, viewer, now) is None
    )
    return done, bool(marks.keys() - {team, card.team_id})


async def _week_that_counts(session: Session, viewer: Viewer, now: datetime) -> int | None:
    return await week_that_counts(
        session, viewer.organisation_id, viewer.person_id, team_of(viewer), now
    )
