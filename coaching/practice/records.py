"""What is held of somebody's practice: loaded once for each use case, and handed on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coaching.content import Prompt
from coaching.errors import CoachingError, Code
from coaching.guarding import guard
from coaching.learnings.cards import LearningDraft
from coaching.people.identity import Viewer
from coaching.practice.library import prompts_of_rows
from coaching.rules.choosing import Motivation, Past, RoleProfile, own_focus
from coaching.rules.formats import Outcome
from coaching.rules.instrument import Dimension
from coaching.rules.returns import time_of
from coaching.stories.telling import OwnStory
from storage import conversation, follow_ups, practice, stories
from storage.database import Session, Writer
from storage.follow_ups import FollowUp
from storage.people import Person
from storage.practice import Practice, PracticeNote
from storage.programme import Organisation

QUESTION = "practice"
Labels = Mapping[str, str]
NO_LABELS: Labels = {}


class Taken(StrEnum):
    """How a press or a typed text was taken; only an answer was kept."""

    ANSWER = "answer"
    TOO_LATE = "too_late"  # the step was answered, and others after it
    NO_BUTTON = "no_button"  # a number that counts none
    NO_WORDS = "no_words"  # where only a button answers
    NO_PLAN = "no_plan"  # a polite word where a plan was asked for
    POLITE = "polite"  # a nod where nothing was to be agreed to
    CARD = "card"  # what was remembered in words: now the card is open


@dataclass(frozen=True, slots=True)
class Practitioner:
    """Somebody who practises, with what their prompts follow.

    `asked` is the prompt that a typed text would be about, `heard` the last message taken as an
    answer to it; `again` tells whether it is being answered anew, `card` whether its card is open.
    """

    viewer: Viewer
    person: Person
    organisation: Organisation
    asked: int | None = None
    heard: int = 0
    again: bool = False
    card: bool = False

    def focus(self, now: datetime) -> Dimension | None:
        """Return the own focus of the block."""
        return own_focus(self.person.focus, self.person.focus_block, self.viewer.block(now))

    @property
    def theme(self) -> Dimension | None:
        """Return the theme of the quarter."""
        return Dimension(self.organisation.theme) if self.organisation.theme else None

    @property
    def profile(self) -> RoleProfile | None:
        """Return where they mostly work."""
        return RoleProfile(self.person.profile) if self.person.profile else None

    @property
    def motivation(self) -> Motivation | None:
        """Return what helps them keep going."""
        return Motivation(self.person.motivation) if self.person.motivation else None


@dataclass(frozen=True, slots=True)
class Part:
    """The place of a prompt in a series, from 1 on; a challenge is the team's."""

    number: int
    of: int
    is_challenge: bool


@dataclass(slots=True)
class Talk:
    """The talk about a prompt: its row, the answers so far, and when it comes back.

    `later` is what was said when it came back. `in_front` tells whether what is typed now is about
    it; `heard`, `again` and `card` are as with the person. `draft` is the learning that it led to,
    once that is kept; `last_time` is what the person wrote last on the theme, `part` its place in
    a series, `story` what it tells if it is one, `news` what an author is told beside it.
    """

    who: Practitioner
    row: Practice
    prompt: Prompt
    notes: list[PracticeNote]
    later: list[PracticeNote]
    follow_ups: list[FollowUp]
    in_front: bool = False
    heard: int = 0
    again: bool = False
    card: bool = False
    draft: LearningDraft | None = None
    last_time: str | None = None
    part: Part | None = None
    story: str | None = None
    news: tuple[OwnStory, ...] = ()

    @property
    def viewer(self) -> Viewer:
        """Return whose talk it is."""
        return self.who.viewer

    @property
    def to_come(self) -> list[FollowUp]:
        """Return when it is still to come back, the earliest first."""
        waiting = [each for each in self.follow_ups if each.result is None]
        return sorted(waiting, key=lambda each: (each.due_on, each.number))


async def practitioner(session: Session, viewer: Viewer) -> Practitioner:
    """Return the viewer as somebody who practises."""
    person, organisation, question, data = await practice.practitioner(session, viewer.person_id)
    if question != QUESTION or "practice" not in data:
        return Practitioner(viewer, person, organisation)
    heard, again, card = data.get("heard", 0), data.get("again", False), data.get("card", False)
    return Practitioner(viewer, person, organisation, data["practice"], heard, again, card)


async def talks_of(session: Session, who: Practitioner, rows: Sequence[Practice]) -> list[Talk]:
    """Return the talks about the prompts, each on its version, without those that are lost."""
    prompts = await prompts_of_rows(session, who.organisation.id, rows)
    ids = [row.id for row in rows]
    notes = await practice.notes_of(session, *ids)
    told = await stories.texts_of(session, [row.story_id for row in rows if row.story_id])
    back = await follow_ups.of_practice(session, *ids)
    talks = [
        Talk(
            who,
            row,
            prompts[row.id],
            [n for n in notes if n.practice_id == row.id and time_of(n.number) is None],
            [n for n in notes if n.practice_id == row.id and time_of(n.number) is not None],
            [each for each in back if each.practice_id == row.id],
            *((True, who.heard, who.again, who.card) if who.asked == row.id else ()),
        )
        for row in rows
        if row.id in prompts
    ]
    for talk in talks:
        talk.story = told.get(talk.row.story_id or 0)
    return talks


async def talk_about(session: Session, who: Practitioner, row: Practice) -> Talk:
    """Return the talk about a prompt; raises QUESTION_CLOSED if the library has lost it."""
    for talk in await talks_of(session, who, [row]):
        return talk
    raise CoachingError(Code.QUESTION_CLOSED)


async def own_practice(session: Session, viewer: Viewer, practice_id: int) -> Practice:
    """Return the row of one's own prompt; raises NOT_FOUND for anybody else's."""
    row = await practice.own(session, viewer.person_id, practice_id)
    if row is None:
        raise CoachingError(Code.NOT_FOUND)
    return row


async def let_type(
    session: Writer, talk: Talk, *, heard: int = 0, again: bool = False, card: bool = False
) -> None:
    """Let what is typed now be about this prompt, perhaps answered anew, perhaps with its card.

    `heard` is the last message that was taken as an answer: one that comes twice counts once.
    """
    talk.in_front, talk.heard, talk.again, talk.card = True, heard, again, card
    who, about = talk.viewer.person_id, talk.row.id
    what = {"heard": heard, "again": again, "card": card}
    await conversation.put(session, who, QUESTION, conversation.TALK, practice=about, **what)


async def close_question(session: Writer, talk: Talk) -> None:
    """Close the question that a text would answer, unless it is about another prompt by now."""
    if talk.in_front:
        talk.in_front = False
        await conversation.clear(session, talk.viewer.person_id, QUESTION)


def check_text(text: str, limit: int, *, anyway: bool) -> None:
    """Raise TEXT_TOO_LONG, or TEXT_PRIVATE with what must not be kept."""
    if len(text) > limit:
        raise CoachingError(Code.TEXT_TOO_LONG, limit=limit, length=len(text))
    guard(text, anyway=anyway)


async def forget_notes(session: Writer, talk: Talk) -> None:
    """Delete what was answered."""
    if talk.notes or talk.later:
        talk.notes.clear()
        talk.later.clear()
        await practice.forget_notes(session, talk.row.id)


async def forget_follow_ups(session: Writer, talk: Talk) -> None:
    """Let the prompt come back no more; what was answered to it then stays."""
    if talk.to_come:
        talk.follow_ups = [each for each in talk.follow_ups if each.result is not None]
        await follow_ups.forget_open(session, talk.row.id)


def past_of(viewer: Viewer, rows: Iterable[Practice]) -> list[Past]:
    """Return what choosing has to know of what somebody was offered."""
    return [
        Past(
            row.prompt_id,
            Dimension(row.dimension),
            outcome_so_far(row),
            viewer.local_day(row.offered_at),
        )
        for row in rows
    ]


def outcome_so_far(row: Practice) -> Outcome | None:
    """Return what came of a prompt so far."""
    return Outcome(row.outcome) if row.outcome else None
