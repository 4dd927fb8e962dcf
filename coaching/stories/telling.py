"""Telling a story: typed, looked at as colleagues would read it, handed in, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from coaching.content import LANGUAGES
from coaching.errors import CoachingError, Code
from coaching.guarding import checked_text
from coaching.learnings.cards import KEY_LENGTH, digest_of
from coaching.people.colleagues import namings_in
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.language_of import language_of
from coaching.rules.stories import MOST, Reason, bundle_of, welcome_from
from storage import conversation, programme, stories
from storage.database import Database, Session, Writer
from storage.people import Person
from storage.stories import Story

QUESTION = "story"
DRAFT = "story_draft"
TEXT_LEAST, TEXT_LIMIT = 40, 500


class Stands(StrEnum):
    """How a story stands."""

    WAITING = "waiting"
    ALLOWED = "allowed"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class OwnStory:
    """A story as its author may know of it; one that was declined has no text any more."""

    id: int
    stands: Stands
    text: str | None = None
    decided_on: date | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class StoryDraft:
    """A story that waits for its author's word, in the language of those who would read it.

    `namings` are the words in it that may show who somebody is.
    """

    key: str
    text: str
    language: str
    namings: tuple[str, ...] = ()


async def begin(database: Database, viewer: Viewer, now: datetime) -> Sequence[OwnStory]:
    """Let the next text that the person types be a story; return what they have told before.

    Raises STORIES_OFF, or STORIES_ENOUGH with the day from which another one is welcome.
    """
    require(viewer, Action.TELL_STORIES)
    async with database.write() as session:
        await _check_welcome(session, viewer, now)
        await conversation.put(session, viewer.person_id, QUESTION)
        return await own_stories(session, viewer)


async def preview(
    database: Database, viewer: Viewer, text: str, now: datetime, *, anyway: bool = False
) -> StoryDraft:
    """Keep the text for its author alone until they say what shall become of it.

    `anyway` says that its author wants it although something private was found. Raises
    TEXT_TOO_SHORT, TEXT_TOO_LONG, or TEXT_PRIVATE with what was found.
    """
    require(viewer, Action.TELL_STORIES)
    text = checked_text(text, TEXT_LEAST, TEXT_LIMIT, anyway=anyway)
    key = digest_of(text)[:KEY_LENGTH]
    async with database.write() as session:
        await _check_welcome(session, viewer, now)
        held = {"key": key, "text": text}
        await conversation.put(session, viewer.person_id, DRAFT, conversation.CARD, **held)
        found = await namings_in(session, viewer, text)
        return StoryDraft(key, text, _language(viewer, text), found)


async def hand_in(database: Database, viewer: Viewer, key: str, now: datetime) -> None:
    """Give the previewed text to HR, without a name; pressed twice, it is handed in once.

    Raises QUESTION_CLOSED if the draft is another one by now.
    """
    require(viewer, Action.TELL_STORIES)
    async with database.write() as session:
        draft = await _draft(session, viewer)
        if draft.get("key") != key:
            raise CoachingError(Code.QUESTION_CLOSED)
        if "text" not in draft:
            return
        await session.get_one(Person, viewer.person_id, with_for_update=True)
        await _check_welcome(session, viewer, now)
        story = Story(
            organisation_id=viewer.organisation_id,
            person_id=viewer.person_id,
            language=_language(viewer, draft["text"]),
            text=draft["text"],
            shown_from=bundle_of(viewer.local_day(now)),
        )
        session.add(story)
        await conversation.put(session, viewer.person_id, DRAFT, conversation.CARD, key=key)
        await conversation.clear(session, viewer.person_id, QUESTION)


async def drop(database: Database, viewer: Viewer, key: str) -> None:
    """Forget the previewed text; raises QUESTION_CLOSED once it was handed in."""
    require(viewer, Action.TELL_STORIES)
    async with database.write() as session:
        draft = await _draft(session, viewer)
        if draft.get("key") != key:
            return
        if "text" not in draft:
            raise CoachingError(Code.QUESTION_CLOSED)
        await conversation.clear(session, viewer.person_id, QUESTION, DRAFT)


async def own_stories(session: Session, viewer: Viewer) -> Sequence[OwnStory]:
    """Return what the person has told."""
    return [seen_by_author(each) for each in await stories.all_own(session, viewer.person_id)]


async def news(session: Session, person_id: int, day: date) -> tuple[OwnStory, ...]:
    """Return what an author is told on a day of what HR decided."""
    return tuple(seen_by_author(each) for each in await stories.told(session, person_id, day))


def seen_by_author(story: Story) -> OwnStory:
    """Return how a story stands."""
    if story.declined_for is not None:
        reason = Reason(story.declined_for)
        return OwnStory(story.id, Stands.DECLINED, None, story.decided_on, reason)
    stands = Stands.WAITING if story.dimension is None else Stands.ALLOWED
    return OwnStory(story.id, stands, story.text, story.decided_on)


async def _check_welcome(session: Writer, viewer: Viewer, now: datetime) -> None:
    organisation = await programme.organisation(session, viewer.organisation_id)
    if not organisation.stories_used:
        raise CoachingError(Code.STORIES_OFF)
    before = [each.shown_from for each in await stories.all_own(session, viewer.person_id)]
    if (day := welcome_from(before, viewer.local_day(now))) is not None:
        raise CoachingError(Code.STORIES_ENOUGH, most=MOST, day=day)


async def _draft(session: Session, viewer: Viewer) -> dict[str, Any]:
    """Return the newest draft with its key, and with its text until that was handed in."""
    return await conversation.card(session, viewer.person_id, DRAFT)


def _language(viewer: Viewer, text: str) -> str:
    """Return the language of those who would read it: that of its words, else of its author."""
    found = language_of(text)
    return found if found in LANGUAGES else viewer.language or viewer.languages[0]
