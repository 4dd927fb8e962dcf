"""A schedule as HR is about to have it: kept between two screens, and turned into a row."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, time
from typing import Any

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import Kind
from storage import conversation, programme
from storage.database import Session, Writer
from storage.schedules import Schedule
from storage.types import read_json

QUESTION = "schedule"
QUESTION_TIME = "schedule_time"
QUESTION_DAY = "schedule_day"
QUESTION_FIRST = "schedule_first"
QUESTION_LAST = "schedule_last"
QUESTION_TEXT = "schedule_text"
QUESTION_WHO = "schedule_who"
QUESTIONS = (
    QUESTION_TIME,
    QUESTION_DAY,
    QUESTION_FIRST,
    QUESTION_LAST,
    QUESTION_TEXT,
    QUESTION_WHO,
)
NOTED = 30  # characters; whole messages are too long for the trail
NOT_SAVED = 2**31 - 1  # as the newest of all, a new schedule is planned after the others


@dataclass(frozen=True, slots=True)
class ScheduleDraft:
    """A schedule as HR is about to have it, on one screen; no id for a new one.

    `texts` is a champion's message by language; `first` and `last` are its outermost days.
    """

    kind: Kind
    weekdays: tuple[Weekday, ...]
    at: time
    own_slot: bool = False
    every_weeks: int = 1
    first: date | None = None
    last: date | None = None
    unit_id: int | None = None
    team_id: int | None = None
    role: Role | None = None
    window_minutes: int = 240
    texts: dict[str, str] = field(default_factory=dict)
    schedule_id: int | None = None
    version: int = 0
    screen: int = 0

    @property
    def once(self) -> date | None:
        """Return its only day, None for one that comes again."""
        day = self.first
        alone = day is not None and day == self.last and self.every_weeks == 1
        return day if alone and day and self.weekdays == (Weekday.of(day),) else None

    def on_one(self, day: date) -> "ScheduleDraft":
        """Return the same for one day alone."""
        return replace(self, weekdays=(Weekday.of(day),), every_weeks=1, first=day, last=day)

    @property
    def for_whom(self) -> tuple[object, ...]:
        """Return what no two schedules of one kind may have in common."""
        return self.kind, self.unit_id, self.team_id, self.role


async def keep(
    session: Writer, viewer: Viewer, draft: ScheduleDraft, answered: Sequence[str]
) -> None:
    """Keep the draft in place of the one before, and close the questions that it answers."""
    if answered:
        await conversation.clear(session, viewer.person_id, *answered)
    await conversation.put(
        session, viewer.person_id, QUESTION, conversation.DRAFT, **packed(draft)
    )


async def kept(session: Session, viewer: Viewer) -> ScheduleDraft:
    """Return the draft that is being worked on; raises QUESTION_CLOSED when there is none.

    One for a team that was merged meanwhile is for the team that it is part of now.
    """
    found = await conversation.where(session, viewer.person_id, conversation.DRAFT)
    if found is None:
        raise CoachingError(Code.QUESTION_CLOSED)
    try:
        draft = unpacked(found[1])
    except (KeyError, TypeError, ValueError) as error:  # as no version keeps it
        raise CoachingError(Code.QUESTION_CLOSED) from error
    if draft.team_id is None:
        return draft
    return replace(draft, team_id=await programme.part_of(session, draft.team_id))


async def kept_on(session: Session, viewer: Viewer, screen: int | None) -> ScheduleDraft:
    """Return the draft if the screen works on it; whoever types has no other one."""
    draft = await kept(session, viewer)
    if screen not in (None, draft.screen):
        raise CoachingError(Code.DRAFT_OUTDATED)
    return draft


def unwritten(viewer: Viewer, draft: ScheduleDraft) -> str | None:
    """Return the first language in which the champion's message is not written yet."""
    return next((each for each in viewer.languages if each not in draft.texts), None)


def packed(draft: ScheduleDraft) -> dict[str, object]:
    """Return the draft as a position keeps it."""
    return {**asdict(draft), "at": draft.at.isoformat("minutes")}


def unpacked(data: dict[str, Any]) -> ScheduleDraft:
    """Return the draft that `packed` made."""
    return ScheduleDraft(
        **{
            **data,
            "kind": Kind(data["kind"]),
            "weekdays": tuple(Weekday(day) for day in data["weekdays"]),
            "at": time.fromisoformat(data["at"]),
            "first": _day(data.get("first")),
            "last": _day(data.get("last")),
            "role": Role(data["role"]) if data.get("role") else None,
        }
    )


def draft_of(row: Schedule) -> ScheduleDraft:
    """Return a schedule's row as a draft of itself."""
    return ScheduleDraft(
        kind=Kind(row.kind),
        weekdays=tuple(day for day in Weekday if day in row.weekdays.split(",")),
        at=row.at,
        own_slot=row.own_slot,
        every_weeks=row.every_weeks,
        first=row.first,
        last=row.last,
        unit_id=row.unit_id,
        team_id=row.team_id,
        role=Role(row.role) if row.role else None,
        window_minutes=row.window_minutes,
        texts=read_json(row.texts) or {},
        schedule_id=row.id,
        version=row.version,
    )


def row_of(viewer: Viewer, draft: ScheduleDraft) -> Schedule:
    """Return the row that the draft would be, apart from the database."""
    return Schedule(
        id=draft.schedule_id or NOT_SAVED,
        organisation_id=viewer.organisation_id,
        anchor=viewer.programme_start,
        **values_of(draft),
    )


def values_of(draft: ScheduleDraft) -> dict[str, Any]:
    """Return the columns of a schedule as the draft has them."""
    return {
        "kind": draft.kind.value,
        "weekdays": ",".join(draft.weekdays),
        "at": draft.at,
        "own_slot": draft.own_slot,
        "every_weeks": draft.every_weeks,
        "first": draft.first,
        "last": draft.last,
        "unit_id": draft.unit_id,
        "team_id": draft.team_id,
        "role": draft.role.value if draft.role else None,
        "window_minutes": draft.window_minutes,
        "texts": json.dumps(draft.texts, ensure_ascii=False) if draft.texts else None,
    }


def noted(draft: ScheduleDraft) -> dict[str, Any]:
    """Return the columns as the trail keeps them: of a message only how it begins."""
    beginnings = {language: text[:NOTED] for language, text in draft.texts.items()}
    return {**values_of(draft), "texts": beginnings}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
