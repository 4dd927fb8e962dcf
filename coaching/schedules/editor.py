"""HR's schedules: looked at, drafted and previewed; a draft is kept until it is saved or dropped.

What is done to a draft names the screen on which it was pressed: a draft is worked on by one.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from coaching.errors import CoachingError, Code
from coaching.guarding import guard
from coaching.people.identity import Viewer, require
from coaching.people.search import part_of
from coaching.rules.access import Action, Role
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import ROLES_FOR, WITH_POINTS, Kind
from coaching.rules.working_times import Hours
from coaching.schedules.drafts import (
    QUESTION_DAY,
    QUESTION_TEXT,
    QUESTION_TIME,
    QUESTION_WHO,
    QUESTIONS,
    ScheduleDraft,
    draft_of,
    keep,
    kept,
    kept_on,
    unwritten,
)
from coaching.schedules.shown import (
    EDITABLE,
    Audience,
    Look,
    PreviewedSchedule,
    ScheduleLine,
    audiences,
    audiences_called,
    editable,
    lines_of,
    look,
)
from storage import conversation, programme, schedules
from storage.database import Database, Session, Writer
from storage.programme import Organisation

WINDOWS = (60, 120, 240, 480)
ONCE, EVERY_WEEKS = 0, (1, 2, 4)
LONGEST_TEXT = 400
FARTHEST, A_DAY = timedelta(days=3653), timedelta(days=1)

Change = Callable[[ScheduleDraft, Organisation], ScheduleDraft]


async def overview(database: Database, viewer: Viewer) -> list[ScheduleLine]:
    """Return all schedules that HR may change."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read() as session:
        return await lines_of(session, viewer)


async def look_at(
    database: Database, viewer: Viewer, schedule_id: int, now: datetime
) -> PreviewedSchedule:
    """Return one schedule with its preview; raises NOT_FOUND."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read() as session:
        row = editable(await schedules.one(session, viewer.organisation_id, schedule_id))
        found = await _look(session, viewer, draft_of(row), now)
    return await found.previewed()


async def draft_change(
    database: Database, viewer: Viewer, schedule_id: int, now: datetime, screen: int = 0
) -> PreviewedSchedule:
    """Begin to change a schedule on a screen."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        row = editable(await schedules.one(session, viewer.organisation_id, schedule_id))
        draft = replace(draft_of(row), screen=screen)
        await keep(session, viewer, draft, QUESTIONS)
        found = await _look(session, viewer, draft, now)
    return await found.previewed()


async def draft_new(
    database: Database, viewer: Viewer, kind: Kind, now: datetime, screen: int = 0
) -> PreviewedSchedule:
    """Begin a new schedule of a kind on a screen, with usual values to start from.

    A champion's message is for one day, unless HR lets it come again.
    """
    require(viewer, Action.CONFIGURE_SCHEDULES)
    if kind not in EDITABLE or (kind in WITH_POINTS and not viewer.points_used):
        raise CoachingError(Code.NOT_FOUND)
    async with database.write() as session:
        draft = ScheduleDraft(kind, (Weekday.TUE,), time(9, 30), screen=screen)
        if kind is Kind.CHAMPION:  # words for one occasion
            draft = draft.on_one(_next(Weekday.TUE, viewer.local_day(now) + A_DAY))
        await keep(session, viewer, draft, QUESTIONS)
        found = await _look(session, viewer, draft, now)
    return await found.previewed()


async def current_draft(
    database: Database, viewer: Viewer, now: datetime, screen: int | None = None
) -> PreviewedSchedule:
    """Return the draft that is being worked on.

    Raises QUESTION_CLOSED when there is none, DRAFT_OUTDATED if another screen works on it: its
    preview would lie.
    """
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read() as session:
        draft = await kept_on(session, viewer, screen)
        found = await _look(session, viewer, draft, now)
    return await found.previewed()


async def choices(
    database: Database, viewer: Viewer, now: datetime, screen: int | None = None
) -> tuple[PreviewedSchedule, list[Audience]]:
    """Return the draft with everything that it can be for: all, each unit, each team.

    The next text that HR types is a part of a name to be sought among them.
    """
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        draft = await kept_on(session, viewer, screen)
        await conversation.put(session, viewer.person_id, QUESTION_WHO)
        found = await _look(session, viewer, draft, now)
        names = await audiences(session, viewer)
    return await found.previewed(), names


async def choices_called(
    database: Database, viewer: Viewer, typed: str, now: datetime
) -> tuple[PreviewedSchedule, list[Audience]]:
    """Return the draft with the first units and teams whose names hold what was typed."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read() as session:
        found = await _look(session, viewer, await kept(session, viewer), now)
        names = await audiences_called(session, viewer, part_of(typed))
    return await found.previewed(), names


async def move_to_screen(database: Database, viewer: Viewer, screen: int) -> None:
    """Go on with the draft on another screen; a question that is open stays open."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        draft = await kept(session, viewer)
        await keep(session, viewer, replace(draft, screen=screen), ())


async def ask(
    database: Database, viewer: Viewer, question: str, now: datetime, screen: int | None = None
) -> PreviewedSchedule:
    """Let the next text that HR types be the draft's time or one of its days."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        draft = await kept_on(session, viewer, screen)
        await conversation.put(session, viewer.person_id, question)
        found = await _look(session, viewer, draft, now)
    return await found.previewed()


async def ask_days(
    database: Database, viewer: Viewer, now: datetime, screen: int | None = None
) -> PreviewedSchedule:
    """Return the draft; of one that comes once, the next text that HR types is its day."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        draft = await kept_on(session, viewer, screen)
        if draft.once:
            await conversation.put(session, viewer.person_id, QUESTION_DAY)
        found = await _look(session, viewer, draft, now)
    return await found.previewed()


async def ask_text(
    database: Database,
    viewer: Viewer,
    language: str | None,
    now: datetime,
    screen: int | None = None,
) -> PreviewedSchedule:
    """Let the next text that HR types be the champion's message, in the first language without.

    Or in the one that is named.
    """
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        draft = await kept_on(session, viewer, screen)
        _one_of(draft.kind, (Kind.CHAMPION,))
        wanted = unwritten(viewer, draft) if language is None else language
        await _ask_text(session, viewer, wanted)
        found = await _look(session, viewer, draft, now)
    return await found.previewed()


async def toggle_day(
    database: Database, viewer: Viewer, day: Weekday, now: datetime, screen: int | None = None
) -> PreviewedSchedule:
    """Put a weekday into the draft or take it out; raises LAST_DAY for the only one.

    What comes once comes on the next such day instead.
    """

    def toggled(draft: ScheduleDraft, _: Organisation) -> ScheduleDraft:
        if draft.once:
            return draft.on_one(_next(day, viewer.local_day(now)))
        days = set(draft.weekdays) ^ {day}
        if not days:
            raise CoachingError(Code.LAST_DAY)
        return replace(draft, weekdays=tuple(weekday for weekday in Weekday if weekday in days))

    return await _change(database, viewer, toggled, now, screen)


async def set_day(
    database: Database, viewer: Viewer, day: date, now: datetime, screen: int | None = None
) -> PreviewedSchedule:
    """Let the draft come on this one day; raises the same as for its last day."""

    def changed(draft: ScheduleDraft, _: Organisation) -> ScheduleDraft:
        return _with_days(draft.on_one(day), day, day, viewer.local_day(now))

    return await _change(database, viewer, changed, now, screen)


async def set_time(
    database: Database, viewer: Viewer, at: time, now: datetime, screen: int | None = None
) -> PreviewedSchedule:
    """Give the draft a local time; raises TIME_OUTSIDE_HOURS beyond the organisation's hours."""

    def timed(draft: ScheduleDraft, organisation: Organisation) -> ScheduleDraft:
        hours = Hours(organisation.opens, organisation.closes)
        if not hours.includes(at):
            raise CoachingError(Code.TIME_OUTSIDE_HOURS, earliest=hours.opens, latest=hours.closes)
        return replace(draft, at=at)

    return await _change(database, viewer, timed, now, screen)


async def set_own_slot(
    database: Database,
    viewer: Viewer,
    own: bool,  # noqa: FBT001
    now: datetime,
    screen: int | None = None,
) -> PreviewedSchedule:
    """Let people's own time of day take the place of the draft's, or not.

    The next text that HR types is the draft's time.
    """

    def changed(draft: ScheduleDraft, _: Organisation) -> ScheduleDraft:
        return replace(draft, own_slot=own)

    return await _change(database, viewer, changed, now, screen, QUESTION_TIME)


async def set_window(
    database: Database, viewer: Viewer, minutes: int, now: datetime, screen: int | None = None
) -> PreviewedSchedule:
    """Say how long the draft's message stays useful."""
    _one_of(minutes, WINDOWS)
    return await _change(
        database, viewer, lambda draft, _: replace(draft, window_minutes=minutes), now, screen
    )


async def set_every_weeks(
    database: Database, viewer: Viewer, weeks: int, now: datetime, screen: int | None = None
) -> PreviewedSchedule:
    """Let the draft come every so many weeks, or once: on the first of its days from today."""
    _one_of(weeks, (ONCE, *EVERY_WEEKS))

    def changed(draft: ScheduleDraft, _: Organisation) -> ScheduleDraft:
        if weeks == ONCE:
            begin = max(draft.first or date.min, viewer.local_day(now))
            return draft.on_one(min(_next(day, begin) for day in draft.weekdays))
        if draft.once:
            draft = replace(draft, first=None, last=None)
        return replace(draft, every_weeks=weeks)

    return await _change(database, viewer, changed, now, screen)


async def set_audience(
    database: Database,
    viewer: Viewer,
    unit_id: int | None,
    team_id: int | None,
    now: datetime,
    screen: int | None = None,
) -> PreviewedSchedule:
    """Say whom the draft is for; raises NOT_FOUND."""
    _one_of(None, (unit_id, team_id))

    def changed(draft: ScheduleDraft, _: Organisation) -> ScheduleDraft:
        return replace(draft, unit_id=unit_id, team_id=team_id)

    return await _change(database, viewer, changed, now, screen)


async def set_role(
    database: Database,
    viewer: Viewer,
    role: Role | None,
    now: datetime,
    screen: int | None = None,
) -> PreviewedSchedule:
    """Say for which role the draft is; kinds that are for one role only leave no choice."""

    def changed(draft: ScheduleDraft, _: Organisation) -> ScheduleDraft:
        _one_of(role, roles_of(draft.kind))
        return replace(draft, role=role)

    return await _change(database, viewer, changed, now, screen)


def roles_of(kind: Kind) -> tuple[Role | None, ...]:
    """Return the roles that a schedule of the kind can be narrowed to, None for all."""
    return (None,) if kind in ROLES_FOR else (None, Role.STAFF, Role.LEAD)


async def set_first_day(
    database: Database,
    viewer: Viewer,
    day: date | None,
    now: datetime,
    screen: int | None = None,
) -> PreviewedSchedule:
    """Say from which day on the draft holds; raises the same as for its last day."""

    def changed(draft: ScheduleDraft, _: Organisation) -> ScheduleDraft:
        return _with_days(draft, day, draft.last, viewer.local_day(now))

    return await _change(database, viewer, changed, now, screen)


async def set_last_day(
    database: Database,
    viewer: Viewer,
    day: date | None,
    now: datetime,
    screen: int | None = None,
) -> PreviewedSchedule:
    """Say until which day the draft holds.

    Raises DATE_INVALID for a day many years away, DAYS_INVALID if no day is left.
    """

    def changed(draft: ScheduleDraft, _: Organisation) -> ScheduleDraft:
        return _with_days(draft, draft.first, day, viewer.local_day(now))

    return await _change(database, viewer, changed, now, screen)


async def set_text(
    database: Database,
    viewer: Viewer,
    language: str,
    text: str,
    now: datetime,
    *,
    anyway: bool = False,
) -> PreviewedSchedule:
    """Keep the champion's message in a language, and ask for the next one that is missing.

    What the guard found is kept if HR says so. Raises TEXT_TOO_LONG, TEXT_PRIVATE, or TEXT_MISSING
    if it says nothing.
    """
    require(viewer, Action.CONFIGURE_SCHEDULES)
    _one_of(language, viewer.languages)
    if not text.strip():
        raise CoachingError(Code.TEXT_MISSING)
    if len(text) > LONGEST_TEXT:
        raise CoachingError(Code.TEXT_TOO_LONG, limit=LONGEST_TEXT, length=len(text))
    guard(text, anyway=anyway)
    async with database.write() as session:
        draft = await kept(session, viewer)
        _one_of(draft.kind, (Kind.CHAMPION,))
        draft = replace(draft, texts={**draft.texts, language: text})
        await keep(session, viewer, draft, QUESTIONS)
        await _ask_text(session, viewer, unwritten(viewer, draft))
        found = await _look(session, viewer, draft, now)
    return await found.previewed()


async def _change(
    database: Database,
    viewer: Viewer,
    changed: Change,
    now: datetime,
    screen: int | None,
    question: str | None = None,
) -> PreviewedSchedule:
    """Change the draft, perhaps ask for more, and return it with its new preview."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        draft = await kept_on(session, viewer, screen)
        organisation = await programme.organisation(session, viewer.organisation_id)
        draft = changed(draft, organisation)
        await keep(session, viewer, draft, QUESTIONS)
        if question is not None:
            await conversation.put(session, viewer.person_id, question)
        found = await look(session, viewer, organisation, draft, now)
    return await found.previewed()


async def _look(session: Session, viewer: Viewer, draft: ScheduleDraft, now: datetime) -> Look:
    organisation = await programme.organisation(session, viewer.organisation_id)
    return await look(session, viewer, organisation, draft, now)


async def _ask_text(session: Writer, viewer: Viewer, language: str | None) -> None:
    if language is not None:
        _one_of(language, viewer.languages)
        await conversation.put(session, viewer.person_id, QUESTION_TEXT, language=language)


def _with_days(
    draft: ScheduleDraft, first: date | None, last: date | None, today: date
) -> ScheduleDraft:
    if any(day is not None and abs(day - today) > FARTHEST for day in (first, last)):
        raise CoachingError(Code.DATE_INVALID)
    if last is not None and last < max(first or today, today):
        raise CoachingError(Code.DAYS_INVALID)
    return replace(draft, first=first, last=last)


def _next(wanted: Weekday, begin: date) -> date:
    """Return the first such day from a day on."""
    return next(day for day in (begin + n * A_DAY for n in range(7)) if Weekday.of(day) is wanted)


def _one_of(value: object, allowed: Sequence[object]) -> None:
    if value not in allowed:
        raise CoachingError(Code.NOT_FOUND)
