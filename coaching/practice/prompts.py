"""Prompts in front of people: the one that is open, or the next one chosen for them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from coaching.content import Prompt, load_series
from coaching.errors import CoachingError, Code
from coaching.learnings import cards as sharing
from coaching.learnings.cards import LearningDraft
from coaching.people.audience import working_day_after
from coaching.people.identity import Viewer, require
from coaching.practice.library import card_of, prompts_of
from coaching.rules.access import Action
from coaching.rules.choosing import Motivation, Past, RoleProfile, Wishes, choose
from coaching.rules.formats import Outcome, PromptFormat, is_open
from coaching.rules.instrument import Dimension
from coaching.rules.scripts import Asks, Step, step_at
from storage import conversation, follow_ups, practice, programme
from storage.database import Database, Session
from storage.people import Person
from storage.practice import Practice
from storage.programme import Organisation

QUESTION = "practice"
LAPSES_AFTER = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Note:
    """One answered step: the code of a button, own words, or both."""

    code: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A prompt in front of a person, with the answers so far and what frames it.

    `turn_on` is the day on which it comes back, or its next turn comes; `why` is the sentence of
    the organisation where the talk comes to it; `draft` is what would be shared.
    """

    practice_id: int
    prompt: Prompt
    outcome: Outcome | None = None
    notes: tuple[Note, ...] = ()
    turn_on: date | None = None
    motivation: Motivation | None = None
    customer_word: str = "customer"
    why: str | None = None
    draft: LearningDraft | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether an answer is still awaited."""
        return is_open(self.outcome)

    @property
    def step(self) -> Step | None:
        """Return the step that waits for its answer, None at the end of the talk."""
        return step_at(self.prompt.format, len(self.notes)) if self.is_open else None

    @property
    def next_turn_on(self) -> date | None:
        """Return the day of the next turn of a talk over several days, unless it is now."""
        over_days = self.is_open and self.prompt.format is PromptFormat.GROW
        return self.turn_on if over_days else None

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the codes of the prompt's own choices."""
        return tuple(self.prompt.texts["en"].choices or ())


async def next_prompt(database: Database, viewer: Viewer, now: datetime) -> Offer:
    """Return the person's open prompt, or a new one; raises NO_PROMPT_LEFT when none suits."""
    require(viewer, Action.PRACTISE)
    today = viewer.local_day(now)
    async with database.write() as session:
        library = await prompts_of(session, viewer.organisation_id)
        past = await practice.history(session, viewer.person_id)
        # What left the library cannot be answered any more, so it is not waited for.
        last = past[-1] if past and past[-1].prompt_id in library else None
        if last is not None and now - last.offered_at <= LAPSES_AFTER:
            offer = await offer_of(session, viewer, last)
            if offer.is_open and (offer.next_turn_on or today) <= today:
                return await go_on(session, viewer, last)
        return await offer_new(session, viewer, now, None)


async def offer_new(
    session: Session, viewer: Viewer, now: datetime, delivery_id: int | None
) -> Offer:
    """Choose the person's next prompt inside an open transaction."""
    library = await prompts_of(session, viewer.organisation_id)
    past = [
        Past(
            p.prompt_id,
            Dimension(p.dimension),
            Outcome(p.outcome) if p.outcome else None,
            viewer.local_day(p.offered_at),
        )
        for p in await practice.history(session, viewer.person_id)
    ]
    wishes = await _wishes(session, viewer, now)
    cards = [card_of(prompt) for prompt in library.values()]
    chosen = choose(cards, past, wishes, viewer.local_day(now), str(viewer.person_id))
    if chosen is None:
        raise CoachingError(Code.NO_PROMPT_LEFT)
    prompt = library[chosen.id]
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
    await let_type(session, viewer.person_id, row.id)
    return await offer_of(session, viewer, row)


async def look_at(database: Database, viewer: Viewer, practice_id: int) -> Offer:
    """Return one's own prompt as it stands; raises NOT_FOUND for anybody else's."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        return await offer_of(session, viewer, await own_practice(session, viewer, practice_id))


async def offer_of(session: Session, viewer: Viewer, row: Practice) -> Offer:
    """Return the prompt of a row as it stands; raises QUESTION_CLOSED if the library lost it."""
    library = await prompts_of(session, viewer.organisation_id)
    prompt = prompt_of(library, row)
    person = await session.get_one(Person, viewer.person_id)
    organisation = await programme.organisation(session, viewer.organisation_id)
    back = [f for f in await follow_ups.of_practice(session, row.id) if f.result is None]
    offer = Offer(
        row.id,
        prompt,
        Outcome(row.outcome) if row.outcome else None,
        tuple(Note(n.code, n.text) for n in await practice.notes_of(session, row.id)),
        back[0].due_on if back else None,
        Motivation(person.motivation) if person.motivation else None,
        organisation.customer_word,
        _why(organisation, viewer) if prompt.format is PromptFormat.WHY else None,
    )
    if offer.step is None or offer.step.asks is not Asks.SHARED:
        return offer
    text = "\n".join(note.text or "" for note in offer.notes)
    return replace(offer, draft=await sharing.keep_draft(session, viewer, text, row.id))


async def _wishes(session: Session, viewer: Viewer, now: datetime) -> Wishes:
    person = await session.get_one(Person, viewer.person_id)
    organisation = await programme.organisation(session, viewer.organisation_id)
    focus = person.focus if person.focus_block == viewer.block(now) else None
    offered = {row.prompt_id for row in await practice.history(session, viewer.person_id)}
    series = _parts(person.series)
    if offered.issuperset(series):  # over, or none: then the team's challenge has its turn
        series = _parts(await _challenge(session, viewer, viewer.local_day(now)))
    return Wishes(
        Dimension(focus) if focus else None,
        Dimension(organisation.theme) if organisation.theme else None,
        RoleProfile(person.profile) if person.profile else None,
        series,
    )


def _parts(series: str | None) -> tuple[str, ...]:
    """Return the prompts of a series, none without one."""
    return next((each.prompts for each in load_series() if each.id == series), ())


async def _challenge(session: Session, viewer: Viewer, today: date) -> str | None:
    """Return the series of the team's challenge; a lead is in it one working day earlier."""
    tomorrow = await working_day_after(session, viewer.person_id, today, 1)
    mine = await programme.challenge_of(session, viewer.standing.staff_in, today)
    led = await programme.challenge_of(session, viewer.standing.leads, tomorrow)
    found = mine or led
    return found.series if found else None


async def go_on(session: Session, viewer: Viewer, row: Practice) -> Offer:
    """Take the next turn of a talk now, with what is typed about it."""
    if row.outcome is None:
        await follow_ups.take_up(session, row.id)
    if is_open(Outcome(row.outcome) if row.outcome else None):
        await let_type(session, viewer.person_id, row.id)
    return await offer_of(session, viewer, row)


async def let_type(
    session: Session, person_id: int, practice_id: int, *, heard: int = 0, again: bool = False
) -> None:
    """Let what is typed now be about this prompt, perhaps answered anew.

    `heard` is the last message that was taken as an answer: one that comes twice counts once.
    """
    await conversation.put(
        session, person_id, QUESTION, practice=practice_id, heard=heard, again=again
    )


async def own_practice(session: Session, viewer: Viewer, practice_id: int) -> Practice:
    """Return the row of one's own prompt; raises NOT_FOUND for anybody else's."""
    row = await practice.own(session, viewer.person_id, practice_id)
    if row is None:
        raise CoachingError(Code.NOT_FOUND)
    return row


def prompt_of(library: Mapping[str, Prompt], row: Practice) -> Prompt:
    """Return the prompt of a row; raises QUESTION_CLOSED if the library has it no longer."""
    if row.prompt_id not in library:
        raise CoachingError(Code.QUESTION_CLOSED)
    return library[row.prompt_id]


def _why(organisation: Organisation, viewer: Viewer) -> str | None:
    """Return why customer experience matters here, in the person's language if it was written."""
    written: dict[str, str] = json.loads(organisation.why or "{}")
    return written.get(viewer.language or "")
