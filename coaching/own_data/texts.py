"""One's own texts: each of them shown to its author, and deleted on request, down to the bytes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from coaching.errors import CoachingError, Code
from coaching.learnings import cards
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.instrument import Dimension
from coaching.rules.programme import monday_of
from storage import checkin, conversation, follow_ups, learnings, practice, stories
from storage.checkin import OpenAnswer
from storage.database import Database, Session
from storage.learnings import Learning
from storage.practice import Practice
from storage.stories import Story


class TextKind(StrEnum):
    """Where somebody wrote a text."""

    PROMPT = "prompt"
    OPEN = "open"
    CARD = "card"
    DRAFT = "draft"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text of one's own: to a prompt of a dimension, to the open question, shared, or told."""

    kind: TextKind
    id: int
    text: str
    day: date | None = None
    dimension: Dimension | None = None


async def own_texts(database: Database, viewer: Viewer) -> list[OwnText]:
    """Return all of one's own texts that are held, drafts first, then the newest first."""
    require(viewer, Action.OWN_DATA)
    async with database.read() as session:
        return await _all(session, viewer)


async def own_text(database: Database, viewer: Viewer, kind: TextKind, id_: int) -> OwnText:
    """Return one of them; raises NOT_FOUND for what is not one's own, or gone."""
    require(viewer, Action.OWN_DATA)
    async with database.read() as session:
        return await _one(session, viewer, kind, id_)


async def delete_text(
    database: Database, viewer: Viewer, kind: TextKind, id_: int, now: datetime
) -> list[OwnText]:
    """Delete a text, also from the file's free pages; return what is left; raises NOT_FOUND.

    All that was answered to its prompt goes with it, and the prompt comes back no more. A card is
    withdrawn with what it earned.
    """
    require(viewer, Action.OWN_DATA)
    async with database.write() as session:
        await _one(session, viewer, kind, id_)
        match kind:
            case TextKind.CARD:
                card = await learnings.own(session, viewer.person_id, id_)
                if card is not None:
                    await cards.take_back(session, card, now)
            case TextKind.PROMPT:
                await follow_ups.forget_open(session, id_)
                await practice.forget_notes(session, id_)
            case TextKind.OPEN:
                await checkin.put_open_answer(session, viewer.person_id, id_, None)
            case TextKind.STORY:
                await stories.forget(session, id_)
            case TextKind.DRAFT:
                await conversation.drop(session, viewer.person_id, conversation.CARD)
        left = await _all(session, viewer)
    await database.forget()
    return left


async def _all(session: Session, viewer: Viewer) -> list[OwnText]:
    found = [
        *_to_prompts(viewer, await practice.texts_of(session, viewer.person_id)),
        *_to_open_questions(viewer, await checkin.open_answers(session, viewer.person_id)),
        *_cards(viewer, await learnings.all_own(session, viewer.person_id)),
        *_stories(await stories.all_own(session, viewer.person_id)),
        *await _draft(session, viewer),
    ]
    return sorted(found, key=lambda text: (text.day is None, text.day or date.min), reverse=True)


async def _one(session: Session, viewer: Viewer, kind: TextKind, id_: int) -> OwnText:
    """Return one text, found by its key among one's own; raises NOT_FOUND."""
    found: Sequence[OwnText]
    match kind:
        case TextKind.PROMPT:
            texts = await practice.texts_of(session, viewer.person_id, id_)
            found = _to_prompts(viewer, texts)
        case TextKind.OPEN:
            answer = await checkin.open_answer(session, viewer.person_id, id_)
            found = _to_open_questions(viewer, [answer] if answer else [])
        case TextKind.CARD:
            card = await learnings.own(session, viewer.person_id, id_)
            found = _cards(viewer, [card] if card else [])
        case TextKind.STORY:
            story = await stories.own(session, viewer.person_id, id_)
            found = _stories([story] if story else [])
        case TextKind.DRAFT:
            found = await _draft(session, viewer) if id_ == 0 else []
    if not found:
        raise CoachingError(Code.NOT_FOUND)
    return found[0]


def _to_prompts(viewer: Viewer, found: Iterable[tuple[Practice, str]]) -> list[OwnText]:
    texts: dict[int, tuple[Practice, list[str]]] = {}
    for row, note in found:
        texts.setdefault(row.id, (row, []))[1].append(note)
    return [
        OwnText(
            TextKind.PROMPT,
            row.id,
            "\n".join(notes),
            viewer.local_day(row.offered_at),
            Dimension(row.dimension),
        )
        for row, notes in texts.values()
    ]


def _to_open_questions(viewer: Viewer, found: Iterable[OpenAnswer]) -> list[OwnText]:
    return [
        OwnText(
            TextKind.OPEN, answer.week, answer.text, monday_of(viewer.programme_start, answer.week)
        )
        for answer in found
        if answer.text is not None
    ]


def _cards(viewer: Viewer, found: Iterable[Learning]) -> list[OwnText]:
    return [
        OwnText(TextKind.CARD, card.id, card.text, _monday(viewer, card.week))
        for card in found
        if card.text is not None
    ]


def _stories(found: Iterable[Story]) -> list[OwnText]:
    return [
        OwnText(TextKind.STORY, story.id, story.text) for story in found if story.text is not None
    ]


async def _draft(session: Session, viewer: Viewer) -> Sequence[OwnText]:
    position = await conversation.where(session, viewer.person_id, conversation.CARD)
    text = position[1].get("text") if position else None
    return [OwnText(TextKind.DRAFT, 0, text)] if text else []


def _monday(viewer: Viewer, week: int | None) -> date | None:
    return None if week is None else monday_of(viewer.programme_start, week)
