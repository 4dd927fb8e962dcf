"""Prompts in front of people: the one that is open, or the next one chosen for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coaching.content import Prompt
from coaching.errors import CoachingError, Code
from coaching.learnings import cards
from coaching.learnings.cards import LearningDraft
from coaching.people.audience import working_day_after
from coaching.people.identity import Viewer, require
from coaching.practice.library import card_of, parts_of, prompts_of
from coaching.practice.records import (
    Practitioner,
    Talk,
    let_type,
    outcome_so_far,
    own_practice,
    past_of,
    practitioner,
    talk_about,
    talks_of,
)
from coaching.rules.access import Action
from coaching.rules.choosing import Motivation, RoleProfile, Wishes, choose
from coaching.rules.formats import Outcome, PromptFormat, is_open
from coaching.rules.scripts import Asks, Step, step_at
from storage import practice, programme
from storage.database import Database, Session, Writer
from storage.practice import Practice
from storage.types import read_json

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
    def asks_to_share(self) -> bool:
        """Tell whether the answers wait to be shared as a learning."""
        return self.step is not None and self.step.asks is Asks.SHARED

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the codes of the prompt's own choices."""
        return tuple(next(iter(self.prompt.texts.values())).choices or ())


async def next_prompt(database: Database, viewer: Viewer, now: datetime) -> Offer:
    """Put the open prompt in front of the person, or a new one, and let them type about it.

    Raises NO_PROMPT_LEFT when none suits.
    """
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        who = await practitioner(session, viewer)
        library = await prompts_of(session, viewer.organisation_id)
        past = await practice.history(session, viewer.person_id)
        talk = await _waiting(session, who, library, past[-1:], now)
        if talk is not None:
            return await go_on(session, talk)
        return await _offer_new(session, who, library, past, now)


async def first_prompt(session: Writer, viewer: Viewer, now: datetime) -> Offer | None:
    """Offer what takes twenty seconds and has an answer; None if there was a prompt before."""
    past = await practice.history(session, viewer.person_id)
    library = await prompts_of(session, viewer.organisation_id)
    quick = {each.id: each for each in library.values() if is_quick(each)}
    if past or not quick:
        return None
    return await _offer_new(session, await practitioner(session, viewer), quick, past, now)


def is_quick(prompt: Prompt) -> bool:
    """Tell whether a prompt is a question whose answer is one press away, for everybody."""
    return (prompt.format, prompt.level) == (PromptFormat.RECALL, 1)


async def bring(session: Writer, viewer: Viewer, delivery_id: int, now: datetime) -> Offer:
    """Offer what a delivery brings, the same prompt when it is prepared twice."""
    who = await practitioner(session, viewer)
    row = await practice.of_delivery(session, delivery_id)
    if row is not None:
        return await go_on(session, await talk_about(session, who, row))
    library = await prompts_of(session, viewer.organisation_id)
    past = await practice.history(session, viewer.person_id)
    return await _offer_new(session, who, library, past, now, delivery_id)


async def look_at(database: Database, viewer: Viewer, practice_id: int) -> Offer:
    """Show one's own prompt as it stands, its draft kept once more; raises NOT_FOUND."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        row = await own_practice(session, viewer, practice_id)
        talk = await talk_about(session, await practitioner(session, viewer), row)
        return await offer_with_draft_kept(session, talk)


async def go_on(session: Writer, talk: Talk) -> Offer:
    """Take the next turn of a talk now, with what is typed about it."""
    if talk.row.outcome is None:
        for each in talk.to_come:  # its next turn need not be brought
            each.result = "taken_up"
    if is_open(outcome_so_far(talk.row)):
        await let_type(session, talk)
    return await offer_with_draft_kept(session, talk)


async def offer_with_draft_kept(session: Writer, talk: Talk) -> Offer:
    """Return the prompt as it stands; answers that wait to be shared are kept as a draft."""
    if offer_of(talk).asks_to_share:
        text = "\n".join(note.text or "" for note in talk.notes)
        talk.draft = await cards.keep_draft(session, talk.viewer, text, talk.row.id)
    return offer_of(talk)


def offer_of(talk: Talk) -> Offer:
    """Return the prompt of a talk as it stands."""
    why = talk.prompt.format is PromptFormat.WHY
    return Offer(
        talk.row.id,
        talk.prompt,
        outcome_so_far(talk.row),
        tuple(Note(note.code, note.text) for note in talk.notes),
        talk.to_come[0].due_on if talk.to_come else None,
        talk.who.motivation,
        talk.who.organisation.customer_word,
        _why(talk.who) if why else None,
        talk.draft,
    )


async def _waiting(
    session: Session,
    who: Practitioner,
    library: Mapping[str, Prompt],
    newest: Sequence[Practice],
    now: datetime,
) -> Talk | None:
    """Return the talk about the newest prompt if a step of it waits for its person now.

    What left the library cannot be answered any more, so it is not waited for.
    """
    today = who.viewer.local_day(now)
    waiting = [
        row
        for row in newest
        if is_open(outcome_so_far(row)) and now - row.offered_at <= LAPSES_AFTER
    ]
    talks = await talks_of(session, who, library, waiting) if waiting else []
    return next((t for t in talks if (offer_of(t).next_turn_on or today) <= today), None)


async def _offer_new(
    session: Writer,
    who: Practitioner,
    library: Mapping[str, Prompt],
    past: Sequence[Practice],
    now: datetime,
    delivery_id: int | None = None,
) -> Offer:
    """Choose and offer the prompt that comes after those of the past."""
    viewer = who.viewer
    speaking = [prompt for prompt in library.values() if viewer.language in prompt.texts]
    candidates = [card_of(prompt) for prompt in speaking]
    wishes = await _wishes(session, who, past, now)
    history, today = past_of(viewer, past), viewer.local_day(now)
    chosen = choose(candidates, history, wishes, today, str(viewer.person_id))
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
    talk = Talk(who, row, prompt, notes=[], follow_ups=[])
    await let_type(session, talk)
    return offer_of(talk)


async def _wishes(
    session: Session, who: Practitioner, past: Sequence[Practice], now: datetime
) -> Wishes:
    series = parts_of(who.person.series)
    if {row.prompt_id for row in past}.issuperset(series):
        # It is over, or there is none: then the team's challenge has its turn.
        series = parts_of(await _challenge(session, who.viewer, now))
    leads = bool(who.viewer.standing.leads)
    role = who.profile or (RoleProfile.LEAD if leads else None)
    return Wishes(who.focus(now), who.theme, role, series)


async def _challenge(session: Session, viewer: Viewer, now: datetime) -> str | None:
    """Return the series of the team's challenge; a lead is in it one working day earlier."""
    today = viewer.local_day(now)
    running = await programme.challenge_of(session, viewer.standing.staff_in, today)
    if running is None and viewer.standing.leads:
        tomorrow = await working_day_after(session, viewer.person_id, today, 1)
        running = await programme.challenge_of(session, viewer.standing.leads, tomorrow)
    return running.series if running else None


def _why(who: Practitioner) -> str | None:
    """Return why customer experience matters here, in the person's language if it was written."""
    written: dict[str, str] = read_json(who.organisation.why) or {}
    return written.get(who.viewer.language or "")
