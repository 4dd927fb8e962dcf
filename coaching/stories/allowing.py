"""HR's word on stories: switched on, read without their authors, allowed or declined."""

from dataclasses import dataclass
from datetime import date, datetime

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.instrument import Dimension
from coaching.rules.stories import Reason
from storage import audit, programme, stories
from storage.database import Database, Session, Writer
from storage.programme import Organisation
from storage.stories import Story


@dataclass(frozen=True, slots=True)
class StoryDesk:
    """Whether stories are told here, and how many wait or were allowed."""

    used: bool
    waiting: int
    allowed: int


@dataclass(frozen=True, slots=True)
class SeenStory:
    """A story as HR reads it: nothing tells who wrote it or when; allowed, it has a dimension."""

    id: int
    text: str
    language: str
    dimension: Dimension | None


async def desk_of(database: Database, viewer: Viewer, now: datetime) -> StoryDesk:
    """Return how things stand with stories."""
    require(viewer, Action.ALLOW_STORIES)
    async with database.read() as session:
        return await _desk(session, viewer, viewer.local_day(now))


async def switch(database: Database, viewer: Viewer, now: datetime, *, used: bool) -> StoryDesk:
    """Let stories be told and come to colleagues, or not (any more)."""
    require(viewer, Action.ALLOW_STORIES)
    async with database.write() as session:
        organisation = await programme.organisation_to_change(session, viewer.organisation_id)
        if organisation.stories_used != used:
            _record(session, viewer, now, "set stories", used=used)
            organisation.stories_used = used
            await session.flush()
        return await _desk(session, viewer, viewer.local_day(now))


async def read(
    database: Database, viewer: Viewer, number: int, now: datetime, *, allowed: bool
) -> SeenStory | None:
    """Return one that waits, or was allowed, by its place; None after the last one."""
    require(viewer, Action.ALLOW_STORIES)
    async with database.read() as session:
        about = (viewer.organisation_id, viewer.person_id, viewer.local_day(now))
        story = await stories.nth_for_hr(session, *about, number, allowed=allowed)
    return _seen(story) if story is not None else None


async def look_at(database: Database, viewer: Viewer, story_id: int, now: datetime) -> SeenStory:
    """Return a story that HR may decide on; raises NOT_FOUND."""
    require(viewer, Action.ALLOW_STORIES)
    async with database.read() as session:
        about = (viewer.organisation_id, viewer.person_id, viewer.local_day(now))
        story = await stories.one_for_hr(session, *about, story_id)
    if story is None:
        raise CoachingError(Code.NOT_FOUND)
    return _seen(story)


async def allow(
    database: Database, viewer: Viewer, story_id: int, dimension: Dimension, now: datetime
) -> StoryDesk:
    """Let colleagues read a story, as one on a dimension; allowed before, it stays as it is.

    Raises NOT_FOUND for one that was taken back or declined.
    """
    require(viewer, Action.ALLOW_STORIES)
    today = viewer.local_day(now)
    async with database.write() as session:
        story = await _to_decide(session, viewer, story_id, today)
        if story.dimension is None:
            story.dimension, story.decided_on = dimension, today
            _record(session, viewer, now, "allowed story", story=story.id)
            await session.flush()
        return await _desk(session, viewer, today)


async def decline(
    database: Database, viewer: Viewer, story_id: int, reason: Reason, now: datetime
) -> StoryDesk:
    """Let nobody read a story (any more); its text is deleted at once, down to the bytes.

    Raises NOT_FOUND for one that was taken back.
    """
    require(viewer, Action.ALLOW_STORIES)
    today = viewer.local_day(now)
    async with database.write() as session:
        story = await _to_decide(session, viewer, story_id, today, declined=True)
        if story.text is not None:
            story.text, story.dimension, story.told_on = None, None, None
            story.declined_for, story.decided_on = reason, today
            _record(session, viewer, now, "declined story", story=story.id, reason=reason)
            await session.flush()
        desk = await _desk(session, viewer, today)
    await database.forget()
    return desk


async def waits_for_word(session: Session, organisation: Organisation, today: date) -> bool:
    """Tell whether HR has stories to read."""
    return organisation.stories_used and await stories.any_waiting(session, organisation.id, today)


async def number_waiting(session: Session, viewer: Viewer, now: datetime) -> int:
    """Return how many stories wait for somebody of HR."""
    organisation = await programme.organisation(session, viewer.organisation_id)
    if not organisation.stories_used:
        return 0
    about = (organisation.id, viewer.person_id, viewer.local_day(now))
    return await stories.number_for_hr(session, *about, allowed=False)


async def _desk(session: Session, viewer: Viewer, today: date) -> StoryDesk:
    organisation = await programme.organisation(session, viewer.organisation_id)
    about = (organisation.id, viewer.person_id, today)
    return StoryDesk(
        organisation.stories_used,
        await stories.number_for_hr(session, *about, allowed=False),
        await stories.number_for_hr(session, *about, allowed=True),
    )


async def _to_decide(
    session: Writer, viewer: Viewer, story_id: int, today: date, *, declined: bool = False
) -> Story:
    about = (viewer.organisation_id, viewer.person_id, today)
    story = await stories.to_decide(session, *about, story_id)
    if story is None or (story.text is None and not declined):
        raise CoachingError(Code.NOT_FOUND)
    return story


def _seen(story: Story) -> SeenStory:
    dimension = Dimension(story.dimension) if story.dimension else None
    return SeenStory(story.id, story.text or "", story.language, dimension)


def _record(session: Writer, viewer: Viewer, now: datetime, action: str, **after: object) -> None:
    audit.record(session, viewer.organisation_id, viewer.person_id, now, action, {}, after)
