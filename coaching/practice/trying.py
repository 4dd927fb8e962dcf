"""Trying a prompt of a draft as a talk: nothing that is said in it is kept or counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coaching.content import Prompt
from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.practice.desk import waiting_prompts
from coaching.practice.prompts import Note, Offer
from coaching.practice.records import Labels
from coaching.practice.talks import CARD, pressed_by
from coaching.rules.access import Action
from coaching.rules.formats import WAYS_OUT, Outcome, PromptFormat
from coaching.rules.scripts import ANEW, BLANK, Asks, codes, step_at
from coaching.rules.undone import tried
from storage import conversation, programme
from storage.database import Database, Session, Writer

QUESTION_TRIAL = "trial"
Said = Sequence[Sequence[Any]]  # per answer its code and whether words stood with it


@dataclass(frozen=True, slots=True)
class Trial:
    """The talk about a changed prompt, the number-th of so many, counted from 0."""

    draft_id: int
    number: int
    of: int
    offer: Offer


async def try_prompt(
    database: Database,
    viewer: Viewer,
    draft_id: int,
    number: int,
    *,
    again: bool = False,
    card: bool = False,
) -> Trial:
    """Show a prompt of the draft as people will see it; raises RELEASE_SETTLED for a past one."""
    require(viewer, Action.WRITE_PROMPTS)
    async with database.write() as session:
        said = [] if again else await _said(session, viewer, draft_id, number)
        trial = await _trial(session, viewer, draft_id, number, said)
        trial = replace(trial, offer=replace(trial.offer, card=card))
        if again or card:
            await _remember(session, viewer, trial, said)
        return trial


async def answer_trial(
    database: Database, viewer: Viewer, draft_id: int, number: int, step: int, code: str
) -> Trial:
    """Go on by a button; one of an earlier step changes nothing."""
    require(viewer, Action.WRITE_PROMPTS)
    async with database.write() as session:
        said = await _said(session, viewer, draft_id, number)
        trial = await _trial(session, viewer, draft_id, number, said)
        asked = step_at(trial.offer.prompt.format, step)
        offered = (*codes(asked, trial.offer.choices), *WAYS_OUT) if asked else ()
        if code not in offered:
            raise CoachingError(Code.NOT_FOUND)
        if step != len(trial.offer.notes):
            return trial
        return await _go_on(session, viewer, trial, said, Note(code))


async def answer_trial_typed(
    database: Database, viewer: Viewer, data: Mapping[str, Any], text: str, labels: Labels
) -> Trial:
    """Go on by what was typed: a button's number or words, or an answer that only this shows."""
    require(viewer, Action.WRITE_PROMPTS)
    async with database.write() as session:
        said: Said = data["said"]
        trial = await _trial(session, viewer, data["draft"], data["number"], said)
        trial = replace(trial, offer=replace(trial.offer, card=data["card"]))
        step = trial.offer.step
        if step is None:
            return await _add_words(session, viewer, trial, text)
        code = pressed_by(trial.offer, step, text, labels)
        if code == CARD or (step.asks is Asks.RECALLED and code is None):
            trial = replace(trial, offer=replace(trial.offer, card=True))
            await _remember(session, viewer, trial, said)
            return trial
        if code is not None:
            return await _go_on(session, viewer, trial, said, Note(code))
        if step.asks in (Asks.BASIS, Asks.NUMBER, Asks.CODED, Asks.AGREED):
            return trial
        came = tried(text) if step.asks is Asks.TRIED else None
        words = None if came is Outcome.NOT_YET else text
        return await _go_on(session, viewer, trial, said, Note(came, words))


async def _go_on(session: Writer, viewer: Viewer, trial: Trial, said: Said, note: Note) -> Trial:
    following = replace(trial, offer=_with(trial.offer, note))
    if following.offer.step is None and not _welcomes_words(following.offer):
        await conversation.clear(session, viewer.person_id, QUESTION_TRIAL)
    else:
        await _remember(session, viewer, trial, [*said, [note.code, note.text is not None]])
    return following


def _welcomes_words(offer: Offer) -> bool:
    """Tell whether the end of a talk invites a sentence about what was tried."""
    tried = offer.prompt.format is PromptFormat.TRY and offer.outcome not in WAYS_OUT
    return tried and bool(offer.notes) and not offer.notes[0].text


async def _add_words(session: Writer, viewer: Viewer, trial: Trial, text: str) -> Trial:
    """Take the sentence to which the end of the talk invited."""
    if not _welcomes_words(trial.offer):
        return trial
    await conversation.clear(session, viewer.person_id, QUESTION_TRIAL)
    said = replace(trial.offer.notes[0], text=text)
    return replace(trial, offer=replace(trial.offer, notes=(said,)))


async def _remember(session: Writer, viewer: Viewer, trial: Trial, said: Said) -> None:
    """Keep where the trial stands: which buttons, and that there were words, not which."""
    await conversation.put(
        session,
        viewer.person_id,
        QUESTION_TRIAL,
        draft=trial.draft_id,
        number=trial.number,
        said=said,
        card=trial.offer.card,
    )


async def _said(session: Session, viewer: Viewer, draft_id: int, number: int) -> Said:
    position = await conversation.where(session, viewer.person_id)
    if position is None or position[0] != QUESTION_TRIAL:
        return []
    data = position[1]
    same = (data.get("draft"), data.get("number")) == (draft_id, number)
    said: Said = data["said"] if same else []
    return said


async def _trial(
    session: Session, viewer: Viewer, draft_id: int, number: int, said: Said
) -> Trial:
    prompts = await waiting_prompts(session, viewer.organisation_id, draft_id)
    if number >= len(prompts):
        raise CoachingError(Code.QUESTION_CLOSED)
    organisation = await programme.organisation(session, viewer.organisation_id)
    offer = _begun(prompts[number], organisation.customer_word)
    for code, in_words in said:
        offer = _with(offer, Note(code, BLANK if in_words else None))
    return Trial(draft_id, number, len(prompts), offer)


def _begun(prompt: Prompt, word: str) -> Offer:
    return Offer(practice_id=0, prompt=prompt, customer_word=word)


def _with(offer: Offer, note: Note) -> Offer:
    """Return the talk after an answer to the step that waits."""
    if note.code in WAYS_OUT:
        return replace(offer, outcome=Outcome(note.code or ""))
    if note.code == ANEW:
        return replace(offer, notes=offer.notes[:-1])
    outcome = offer.outcome_with(note)
    notes = offer.notes if outcome is Outcome.NOT_YET else (*offer.notes, note)
    return replace(offer, outcome=outcome, notes=notes)
