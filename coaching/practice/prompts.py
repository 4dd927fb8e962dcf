"""Prompts in front of people: the one that is open, or the next one chosen for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from coaching.content import Prompt, load_stories
from coaching.errors import CoachingError, Code
from coaching.learnings import cards
from coaching.learnings.cards import LearningDraft
from coaching.people.audience import working_day_after
from coaching.people.identity import Viewer, require
from coaching.practice.library import (
    card_of,
    challenge_parts,
    library_with,
    parts_of,
    prompts_of,
    tells_a_story,
)
from coaching.practice.records import (
    Part,
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
from coaching.rules.instrument import Dimension
from coaching.rules.scripts import IS_A_PLAN, SCRIPTS, Asks, Step, is_asked, outcome_of, step_at
from coaching.rules.stories import chosen as chosen_story
from coaching.rules.stories import may_come
from coaching.stories.telling import OwnStory, news
from storage import practice, programme, stories
from storage.database import Database, Session, Writer
from storage.practice import Practice
from storage.programme import Challenge
from storage.types import read_json

LAPSES_AFTER = timedelta(days=28)
# Asked from memory, for others, or about somebody else's moment.
NOTHING_RECALLED = (PromptFormat.RECALL, PromptFormat.SHARE, PromptFormat.STORY)


@dataclass(frozen=True, slots=True)
class Note:
    """One answered step: the code of a button, own words, or both."""

    code: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A prompt in front of a person, with the answers so far and what frames it.

    `turn_on` is the day on which it comes back, or its next turn comes; `why` is the sentence of
    the organisation where the talk comes to it; `draft` is what would be shared. `profile` is the
    person's kind of work, `last_time` what they wrote last on the theme, `part` the place in a
    series; `card` tells whether the card of a recall is open. `story` is what a colleague tells,
    `news` what came of a story of one's own.
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
    profile: RoleProfile | None = None
    last_time: str | None = None
    part: Part | None = None
    card: bool = False
    story: str | None = None
    news: tuple[OwnStory, ...] = ()

    @property
    def is_gone(self) -> bool:
        """Tell whether the story was taken back meanwhile: then there is nothing to ask about."""
        return self.prompt.format is PromptFormat.STORY and self.story is None

    @property
    def is_open(self) -> bool:
        """Tell whether an answer is still awaited."""
        return is_open(self.outcome)

    @property
    def step(self) -> Step | None:
        """Return the step that waits for its answer, None at the end of the talk.

        A customer's answer counts at once, and the talk may go on to what follows from it.
        """
        if self.is_gone or (not self.is_open and self.outcome is not Outcome.HEARD):
            return None
        step = step_at(self.prompt.format, len(self.notes))
        return (
            step
            if step is None or is_asked(step, [note.text for note in self.notes], self.why)
            else None
        )

    def outcome_with(self, note: Note) -> Outcome | None:
        """Return what comes of the prompt by an answer to the step that waits, None so far."""
        outcome = outcome_of(self.step, note.code or "") if self.step else self.outcome
        if self.outcome is Outcome.HEARD:  # it counted when it was heard
            return Outcome.HEARD
        said = [each.text for each in (*self.notes, note)]
        following = step_at(self.prompt.format, len(said))
        goes_on = following is not None and is_asked(following, said, self.why)
        in_between = goes_on and outcome not in (Outcome.HEARD, Outcome.NOT_YET)
        return None if in_between else outcome

    @property
    def plan(self) -> str | None:
        """Return the plan that was written, if there is one."""
        script = zip(SCRIPTS[self.prompt.format], self.notes, strict=False)
        return next((note.text for step, note in script if step.asks in IS_A_PLAN), None)

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
        talk = await _waiting(session, who, past[-1:], now)
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


async def bring_part(
    session: Writer, who: Practitioner, prompt_id: str, now: datetime
) -> Offer | None:
    """Bring a part of a series now, the open one if there is one; None if it is not there."""
    past = await practice.history(session, who.viewer.person_id)
    library = await library_with(session, who.organisation.id, prompt_id)
    had = [row for row in past if row.prompt_id == prompt_id]
    if prompt_id not in library:
        return None
    if (talk := await _waiting(session, who, had[-1:], now)) is not None:
        return await go_on(session, talk)
    return await _offer(session, who, library[prompt_id], None, now)


async def bring(session: Writer, viewer: Viewer, delivery_id: int, now: datetime) -> Offer:
    """Offer what a delivery brings, the same prompt when it is prepared twice."""
    who = await practitioner(session, viewer)
    row = await practice.of_delivery(session, delivery_id)
    if row is not None:
        talk = await talk_about(session, who, row)
        if not offer_of(talk).is_gone:
            return await go_on(session, talk)
        row.delivery_id = None  # its story was taken back before it was sent: another prompt comes
        await session.flush()
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


async def open_card(database: Database, viewer: Viewer, practice_id: int) -> Offer:
    """Show the card of one's own recall: a typed number counts the answers below it by now."""
    require(viewer, Action.PRACTISE)
    async with database.write() as session:
        row = await own_practice(session, viewer, practice_id)
        talk = await talk_about(session, await practitioner(session, viewer), row)
        if talk.in_front:
            await let_type(session, talk, heard=talk.heard, again=talk.again, card=True)
        return replace(await offer_with_draft_kept(session, talk), card=True)


async def offer_with_draft_kept(session: Writer, talk: Talk) -> Offer:
    """Return the prompt as it stands; answers that wait to be shared are kept as a draft."""
    await _remember(session, talk)
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
        talk.who.profile,
        talk.last_time,
        talk.part,
        talk.card and talk.in_front,
        talk.story,
        talk.news,
    )


async def _remember(session: Session, talk: Talk) -> None:
    """Recall what frames the talk: what was written last on the theme, and the series it is in."""
    viewer = talk.viewer
    talk.part = _part(parts_of(talk.who.person.series), talk.row.prompt_id, is_challenge=False)
    if talk.part is None and talk.row.prompt_id in challenge_parts():
        running = await challenge_for(session, viewer, viewer.local_day(talk.row.offered_at))
        parts = parts_of(running.series) if running else ()
        talk.part = _part(parts, talk.row.prompt_id, is_challenge=True)
    if talk.who.organisation.stories_used and not talk.notes:
        talk.news = await news(session, viewer.person_id, viewer.local_day(talk.row.offered_at))
    if not talk.notes and talk.prompt.format not in NOTHING_RECALLED:
        talk.last_time = await practice.last_text(session, talk.row)


def _part(parts: Sequence[str], prompt_id: str, *, is_challenge: bool) -> Part | None:
    if prompt_id not in parts:
        return None
    return Part(parts.index(prompt_id) + 1, len(parts), is_challenge)


async def _waiting(
    session: Session,
    who: Practitioner,
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
    talks = await talks_of(session, who, waiting) if waiting else []
    offers = [(talk, offer_of(talk)) for talk in talks]
    return next(
        (t for t, o in offers if not o.is_gone and (o.next_turn_on or today) <= today), None
    )


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
    wishes = await _wishes(session, who, past, now)
    if (story := await _story_for(session, who, past, wishes, now)) is not None:
        return await _offer(session, who, *story, now, delivery_id)
    speaking = [prompt for prompt in library.values() if viewer.language in prompt.texts]
    candidates = [card_of(prompt) for prompt in speaking]
    history, today = past_of(viewer, past), viewer.local_day(now)
    chosen = choose(candidates, history, wishes, today, str(viewer.person_id))
    if chosen is None:
        raise CoachingError(Code.NO_PROMPT_LEFT)
    return await _offer(session, who, library[chosen.id], None, now, delivery_id)


async def _story_for(
    session: Session,
    who: Practitioner,
    past: Sequence[Practice],
    wishes: Wishes,
    now: datetime,
) -> tuple[Prompt, int] | None:
    """Return the story that comes in the place of the usual prompt, with what it comes in."""
    viewer, today = who.viewer, who.viewer.local_day(now)
    days = [viewer.local_day(row.offered_at) for row in past if tells_a_story(row.prompt_id)]
    in_series = not {row.prompt_id for row in past}.issuperset(wishes.series)
    history, last = past_of(viewer, past), max(days, default=None)
    used = who.organisation.stories_used and viewer.language is not None
    if not used or not may_come(history, last, today, in_series=in_series):
        return None
    found = await stories.unread(
        session, viewer.organisation_id, viewer.person_id, viewer.language or ""
    )
    story = chosen_story(found, str(viewer.person_id))
    return None if story is None else (load_stories()[Dimension(found[story])], story)


async def _offer(
    session: Writer,
    who: Practitioner,
    prompt: Prompt,
    story_id: int | None,
    now: datetime,
    delivery_id: int | None = None,
) -> Offer:
    viewer = who.viewer
    row = Practice(
        person_id=viewer.person_id,
        delivery_id=delivery_id,
        prompt_id=prompt.id,
        prompt_version=prompt.version,
        dimension=prompt.dimension,
        offered_at=now,
        story_id=story_id,
    )
    session.add(row)
    await session.flush()
    talk = Talk(who, row, prompt, notes=[], later=[], follow_ups=[])
    if story_id is not None:
        talk.story = (await stories.texts_of(session, [story_id])).get(story_id)
    await let_type(session, talk)
    if who.organisation.stories_used:  # an author hears with a prompt, as others get one, too
        await stories.tell(session, viewer.person_id, viewer.local_day(now))
    await _remember(session, talk)
    return offer_of(talk)


async def _wishes(
    session: Session, who: Practitioner, past: Sequence[Practice], now: datetime
) -> Wishes:
    series = parts_of(who.person.series)
    if {row.prompt_id for row in past}.issuperset(series):
        # It is over, or there is none: then the team's challenge has its turn.
        running = await challenge_for(session, who.viewer, who.viewer.local_day(now))
        series = parts_of(running.series) if running else ()
    leads = bool(who.viewer.standing.leads)
    role = who.profile or (RoleProfile.LEAD if leads else None)
    return Wishes(who.focus(now), who.theme, role, series)


async def challenge_for(session: Session, viewer: Viewer, day: date) -> Challenge | None:
    """Return the challenge that somebody is in; a lead is in it one working day earlier."""
    running = await programme.challenge_of(session, viewer.standing.staff_in, day)
    if running is None and viewer.standing.leads:
        tomorrow = await working_day_after(session, viewer.person_id, day, 1)
        running = await programme.challenge_of(session, viewer.standing.leads, tomorrow)
    return running


def _why(who: Practitioner) -> str | None:
    """Return why customer experience matters here, in the person's language if it was written."""
    written: dict[str, str] = read_json(who.organisation.why) or {}
    return written.get(who.viewer.language or "")
