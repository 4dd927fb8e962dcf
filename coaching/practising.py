"""Practising with prompts: one is offered, answered by a button or a sentence, and counts."""

from dataclasses import dataclass
from datetime import datetime

from coaching.content import Prompt, load_prompts
from coaching.errors import CoachingError, Code
from coaching.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.instrument import Dimension
from coaching.rules.library import (
    COMPLETES,
    Card,
    Outcome,
    Past,
    PromptFormat,
    choose,
    outcomes_for,
)
from coaching.rules.textguard import findings
from storage import positions, practice
from storage.database import Database, Session
from storage.practice import Practice

QUESTION = "practice"
TEXT_LIMIT = 500
TEXT_COMPLETES = {PromptFormat.DEBRIEF, PromptFormat.TRY}


@dataclass(frozen=True, slots=True)
class Offer:
    """A prompt in front of a person, with what came of it so far."""

    practice_id: int
    prompt: Prompt
    outcome: Outcome | None = None
    choice: str | None = None
    has_text: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether an answer is still awaited."""
        return self.outcome in (None, Outcome.NOT_YET)


async def next_prompt(database: Database, viewer: Viewer, now: datetime) -> Offer:
    """Return the person's open prompt, or a new one; raises NO_PROMPT_LEFT when none suits."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        past = await practice.history(session, viewer.person_id)
        # What left the library cannot be answered any more, so it is not waited for.
        last = offer_of(past[-1]) if past and _in_library(past[-1]) else None
        if last is not None and last.is_open:
            offer = last
        else:
            offer = await offer_new(session, viewer, now, None)
        await positions.put(session, viewer.person_id, QUESTION, practice=offer.practice_id)
        return offer


async def offer_new(
    session: Session, viewer: Viewer, now: datetime, delivery_id: int | None
) -> Offer:
    """Choose the person's next prompt inside an open transaction."""
    prompts = {prompt.id: prompt for prompt in load_prompts()}
    past = [
        Past(p.prompt_id, Dimension(p.dimension), Outcome(p.outcome) if p.outcome else None)
        for p in await practice.history(session, viewer.person_id)
    ]
    cards = [Card(p.id, p.dimension, p.format, p.level) for p in prompts.values()]
    chosen = choose(cards, past, str(viewer.person_id))
    if chosen is None:
        raise CoachingError(Code.NO_PROMPT_LEFT)
    prompt = prompts[chosen.id]
    row = Practice(
        person_id=viewer.person_id,
        delivery_id=delivery_id,
        prompt_id=prompt.id,
        prompt_version=prompt.version,
        dimension=prompt.dimension,
        offered_at=now,
    )
    session.add(row)
    await session.flush()
    return Offer(row.id, prompt)


async def look_at(database: Database, viewer: Viewer, practice_id: int) -> Offer:
    """Return one's own prompt as it stands; raises NOT_FOUND for anybody else's."""
    require(viewer, Action.PRACTISE)
    async with database.read() as session:
        return offer_of(await _own(session, viewer, practice_id))


async def answer(
    database: Database,
    viewer: Viewer,
    practice_id: int,
    outcome: Outcome,
    now: datetime,
    choice: str | None = None,
) -> Offer:
    """Keep what came of a prompt, in place of an earlier answer."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        row = await _own(session, viewer, practice_id)
        prompt = _prompt(row)
        choices = (prompt.texts["en"].choices or {}) if outcome is Outcome.HEARD else (None,)
        if outcome not in outcomes_for(prompt.format) or choice not in choices:
            raise CoachingError(Code.NOT_FOUND)
        _complete(row, outcome, now)
        row.choice = choice
        # After "done" a sentence is still welcome; it is the prompt's last question.
        if not offer_of(row).is_open and prompt.format not in TEXT_COMPLETES:
            await _close_question(session, row)
        return offer_of(row)


async def answer_in_words(
    database: Database, viewer: Viewer, practice_id: int, text: str, now: datetime
) -> Offer:
    """Keep a sentence as the answer; a recall or a question to a customer still needs its button.

    Raises TEXT_TOO_LONG, or TEXT_PRIVATE with what was found; then nothing is kept.
    """
    require(viewer, Action.PRACTISE)
    if len(text) > TEXT_LIMIT:
        raise CoachingError(Code.TEXT_TOO_LONG, limit=TEXT_LIMIT, length=len(text))
    if found := findings(text):
        raise CoachingError(Code.TEXT_PRIVATE, found=sorted(found))
    async with database.write() as session:
        row = await _own(session, viewer, practice_id)
        prompt_format = _prompt(row).format
        if prompt_format is not PromptFormat.ASK:
            row.text = text
        if prompt_format in TEXT_COMPLETES:
            if offer_of(row).is_open:
                _complete(row, Outcome.DONE, now)
            await _close_question(session, row)
        return offer_of(row)


def _complete(row: Practice, outcome: Outcome, now: datetime) -> None:
    row.outcome = outcome
    if outcome in COMPLETES:  # a step once completed stays so: it counts in one week only
        row.completed_at = row.completed_at or now


async def _close_question(session: Session, row: Practice) -> None:
    """Close the question that a text would answer, unless it is about another prompt by now."""
    if await positions.where(session, row.person_id) == (QUESTION, {"practice": row.id}):
        await positions.clear(session, row.person_id, QUESTION)


async def _own(session: Session, viewer: Viewer, practice_id: int) -> Practice:
    row = await practice.own(session, viewer.person_id, practice_id)
    if row is None:
        raise CoachingError(Code.NOT_FOUND)
    return row


def offer_of(row: Practice) -> Offer:
    """Return the prompt of a row as it stands in front of its person."""
    outcome = Outcome(row.outcome) if row.outcome else None
    return Offer(row.id, _prompt(row), outcome, row.choice, has_text=row.text is not None)


def _prompt(row: Practice) -> Prompt:
    """Return the prompt of a row; raises QUESTION_CLOSED if the library has it no longer."""
    found = _in_library(row)
    if found is None:
        raise CoachingError(Code.QUESTION_CLOSED)
    return found


def _in_library(row: Practice) -> Prompt | None:
    return next((prompt for prompt in load_prompts() if prompt.id == row.prompt_id), None)
