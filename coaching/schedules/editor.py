"""HR's schedules: looked at, drafted, previewed, saved; a draft is kept until saved or dropped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from coaching.errors import CoachingError, Code
from coaching.guarding import guard
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action, Role
from coaching.rules.calendar import Weekday
from coaching.rules.schedules import ROLES_FOR, SEVERAL, WITH_POINTS, Kind
from coaching.rules.working_times import Hours
from coaching.schedules.drafts import (
    QUESTION,
    ScheduleDraft,
    draft_of,
    keep,
    kept,
    noted,
    row_of,
    values_of,
)
from coaching.schedules.planning import catch_up, following
from coaching.schedules.preview import Forecast, forecast, without_schedule
from storage import audit, conversation, programme, schedules
from storage.database import Database, Session
from storage.schedules import Schedule

QUESTION_TIME = "schedule_time"
QUESTION_FIRST = "schedule_first"
QUESTION_LAST = "schedule_last"
QUESTION_TEXT = "schedule_text"
QUESTIONS = (QUESTION_TIME, QUESTION_FIRST, QUESTION_LAST, QUESTION_TEXT)
EDITABLE = tuple(kind for kind in Kind if kind not in (Kind.CLOSE, Kind.ALERT))
WINDOWS = (60, 120, 240, 480)
EVERY_WEEKS = (1, 2, 4)
LONGEST_TEXT = 400
FARTHEST = timedelta(days=3653)

Change = Callable[[ScheduleDraft], ScheduleDraft]


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a schedule is for, by name; both empty for the whole organisation."""

    unit_id: int | None = None
    team_id: int | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """A schedule in the list of all, without a preview."""

    draft: ScheduleDraft
    audience: Audience
    paused: bool


@dataclass(frozen=True, slots=True)
class PreviewedSchedule:
    """A schedule or a draft with its audience's name and what it will send next.

    `without` people are in no schedule of the kind as long as this one is as it is.
    """

    draft: ScheduleDraft
    audience: Audience
    coming: Sequence[Forecast]
    paused: bool = False
    crisis: bool = False
    without: int = 0


async def overview(database: Database, viewer: Viewer) -> list[ScheduleLine]:
    """Return all schedules that HR may change."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read() as session:
        names = await _audiences(session, viewer)
        rows = await schedules.all_of(session, viewer.organisation_id)
        return [
            ScheduleLine(draft_of(row), _audience_of(draft_of(row), names), row.paused)
            for row in rows
            if row.kind in EDITABLE and (viewer.points_used or row.kind not in WITH_POINTS)
        ]


async def audiences(database: Database, viewer: Viewer) -> list[Audience]:
    """Return everything that a schedule can be for: all, each unit, each team."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read() as session:
        return await _audiences(session, viewer)


async def look_at(
    database: Database, viewer: Viewer, schedule_id: int, now: datetime
) -> PreviewedSchedule:
    """Return one schedule with its preview; raises NOT_FOUND."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read(long=True) as session:
        row = _editable(await schedules.one(session, viewer.organisation_id, schedule_id))
        return await _shown(session, viewer, draft_of(row), now, paused=row.paused)


async def draft_change(
    database: Database, viewer: Viewer, schedule_id: int, now: datetime, screen: int = 0
) -> PreviewedSchedule:
    """Begin to change a schedule on a screen."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        row = _editable(await schedules.one(session, viewer.organisation_id, schedule_id))
        draft = replace(draft_of(row), screen=screen)
        await keep(session, viewer, draft, QUESTIONS)
    return await current_draft(database, viewer, now)


async def draft_new(
    database: Database, viewer: Viewer, kind: Kind, now: datetime, screen: int = 0
) -> PreviewedSchedule:
    """Begin a new schedule of a kind on a screen, with usual values to start from."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    if kind not in EDITABLE or (kind in WITH_POINTS and not viewer.points_used):
        raise CoachingError(Code.NOT_FOUND)
    async with database.write() as session:
        draft = ScheduleDraft(kind, (Weekday.TUE,), time(9, 30), screen=screen)
        await keep(session, viewer, draft, QUESTIONS)
    return await current_draft(database, viewer, now)


async def check_screen(database: Database, viewer: Viewer, screen: int) -> None:
    """Raise DRAFT_OUTDATED if the draft is worked on by another screen: its preview would lie."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read() as session:
        if (await kept(session, viewer)).screen != screen:
            raise CoachingError(Code.DRAFT_OUTDATED)


async def move_to_screen(
    database: Database, viewer: Viewer, screen: int, now: datetime
) -> PreviewedSchedule:
    """Go on with the draft on another screen."""
    return await change(database, viewer, lambda draft: replace(draft, screen=screen), now)


async def current_draft(database: Database, viewer: Viewer, now: datetime) -> PreviewedSchedule:
    """Return the draft that is being worked on; raises QUESTION_CLOSED when there is none."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read(long=True) as session:
        draft = await kept(session, viewer)
        row = await schedules.one(session, viewer.organisation_id, draft.schedule_id or 0)
        return await _shown(session, viewer, draft, now, paused=bool(row and row.paused))


async def change(
    database: Database, viewer: Viewer, changed: Change, now: datetime
) -> PreviewedSchedule:
    """Change the draft and return it with its new preview."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        await keep(session, viewer, changed(await kept(session, viewer)), QUESTIONS)
    return await current_draft(database, viewer, now)


async def toggle_day(
    database: Database, viewer: Viewer, day: Weekday, now: datetime
) -> PreviewedSchedule:
    """Put a weekday into the draft or take it out; raises LAST_DAY for the only one."""

    def toggled(draft: ScheduleDraft) -> ScheduleDraft:
        days = set(draft.weekdays) ^ {day}
        if not days:
            raise CoachingError(Code.LAST_DAY)
        return replace(draft, weekdays=tuple(weekday for weekday in Weekday if weekday in days))

    return await change(database, viewer, toggled, now)


async def set_time(
    database: Database, viewer: Viewer, at: time, now: datetime
) -> PreviewedSchedule:
    """Give the draft a local time; raises TIME_OUTSIDE_HOURS beyond the organisation's hours."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read() as session:
        organisation = await programme.organisation(session, viewer.organisation_id)
    hours = Hours(organisation.opens, organisation.closes)
    if not hours.includes(at):
        raise CoachingError(Code.TIME_OUTSIDE_HOURS, earliest=hours.opens, latest=hours.closes)
    return await change(database, viewer, lambda draft: replace(draft, at=at), now)


async def set_own_slot(
    database: Database, viewer: Viewer, *, own: bool, now: datetime
) -> PreviewedSchedule:
    """Let people's own time of day take the place of the draft's, or not."""
    return await change(database, viewer, lambda draft: replace(draft, own_slot=own), now)


async def set_window(
    database: Database, viewer: Viewer, minutes: int, now: datetime
) -> PreviewedSchedule:
    """Say how long the draft's message stays useful."""
    _one_of(minutes, WINDOWS)
    return await change(
        database, viewer, lambda draft: replace(draft, window_minutes=minutes), now
    )


async def set_every_weeks(
    database: Database, viewer: Viewer, weeks: int, now: datetime
) -> PreviewedSchedule:
    """Let the draft come every so many weeks."""
    _one_of(weeks, EVERY_WEEKS)
    return await change(database, viewer, lambda draft: replace(draft, every_weeks=weeks), now)


async def set_audience(
    database: Database, viewer: Viewer, unit_id: int | None, team_id: int | None, now: datetime
) -> PreviewedSchedule:
    """Say whom the draft is for."""
    choices = await audiences(database, viewer)
    _one_of((unit_id, team_id), [(a.unit_id, a.team_id) for a in choices])
    return await change(
        database, viewer, lambda draft: replace(draft, unit_id=unit_id, team_id=team_id), now
    )


async def set_role(
    database: Database, viewer: Viewer, role: Role | None, now: datetime
) -> PreviewedSchedule:
    """Say for which role the draft is; kinds that are for one role only leave no choice."""

    def changed(draft: ScheduleDraft) -> ScheduleDraft:
        _one_of(role, roles_of(draft.kind))
        return replace(draft, role=role)

    return await change(database, viewer, changed, now)


def roles_of(kind: Kind) -> tuple[Role | None, ...]:
    """Return the roles that a schedule of the kind can be narrowed to, None for all."""
    return (None,) if kind in ROLES_FOR else (None, Role.STAFF, Role.LEAD)


async def set_days(
    database: Database, viewer: Viewer, first: date | None, last: date | None, now: datetime
) -> PreviewedSchedule:
    """Say from which day until which the draft holds.

    Raises DATE_INVALID for a day many years away, DAYS_INVALID if no day is left.
    """
    today = viewer.local_day(now)
    if any(day is not None and abs(day - today) > FARTHEST for day in (first, last)):
        raise CoachingError(Code.DATE_INVALID)
    if last is not None and last < max(first or today, today):
        raise CoachingError(Code.DAYS_INVALID)
    return await change(
        database, viewer, lambda draft: replace(draft, first=first, last=last), now
    )


async def set_text(
    database: Database,
    viewer: Viewer,
    language: str,
    text: str,
    now: datetime,
    *,
    anyway: bool = False,
) -> PreviewedSchedule:
    """Keep the champion's message in a language, with what the guard found if HR says so.

    Raises TEXT_TOO_LONG, TEXT_PRIVATE, or TEXT_MISSING if it says nothing.
    """
    _one_of(language, viewer.languages)
    if not text.strip():
        raise CoachingError(Code.TEXT_MISSING)
    if len(text) > LONGEST_TEXT:
        raise CoachingError(Code.TEXT_TOO_LONG, limit=LONGEST_TEXT, length=len(text))
    guard(text, anyway=anyway)

    def changed(draft: ScheduleDraft) -> ScheduleDraft:
        _one_of(draft.kind, (Kind.CHAMPION,))
        return replace(draft, texts={**draft.texts, language: text})

    return await change(database, viewer, changed, now)


async def ask(database: Database, viewer: Viewer, question: str, **data: str) -> None:
    """Let the next text that HR types be the draft's time, a day or a message."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        draft = await kept(session, viewer)
        if question == QUESTION_TEXT:
            _one_of(draft.kind, (Kind.CHAMPION,))
            _one_of(data.get("language"), viewer.languages)
        await conversation.put(session, viewer.person_id, question, **data)


async def save(database: Database, viewer: Viewer, now: datetime) -> PreviewedSchedule:
    """Make the draft the schedule, from its next occurrence on.

    Raises SCHEDULE_CHANGED if a colleague changed the schedule since the draft was begun,
    SCHEDULE_EXISTS if the same people have one of the kind already (only prompts and champion's
    messages may be several), TEXT_MISSING if a champion's message lacks a language.
    """
    require(viewer, Action.CONFIGURE_SCHEDULES)
    await catch_up(database, now)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        draft = await kept(session, viewer)
        row, before = await _target(session, viewer, draft)
        await _check_only_one(session, viewer, draft)
        if draft.kind is Kind.CHAMPION and not set(viewer.languages) <= set(draft.texts):
            raise CoachingError(Code.TEXT_MISSING)
        row.sqlmodel_update(values_of(draft))
        session.add(row)
        await _run_from(session, viewer, row, now)
        row.version = draft.version + 1
        await conversation.clear(session, viewer.person_id, QUESTION, *QUESTIONS)
        await session.flush()
        after = {"id": row.id, **noted(draft)}
        audit.record(
            session, row.organisation_id, viewer.person_id, now, "schedule saved", before, after
        )
        saved = row.id
    return await look_at(database, viewer, saved, now)


async def drop(database: Database, viewer: Viewer) -> None:
    """Throw the draft away."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        await conversation.clear(session, viewer.person_id, QUESTION, *QUESTIONS)


async def set_paused(
    database: Database, viewer: Viewer, schedule_id: int, now: datetime, *, paused: bool
) -> PreviewedSchedule:
    """Stop a schedule or let it run again from its next occurrence, without a backlog."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    await catch_up(database, now)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        row = await _row_to_change(session, viewer, schedule_id)
        before = {"id": row.id, "paused": row.paused}
        row.next_due = None if row.paused else row.next_due  # what a pause let go by is over
        row.paused = paused
        await _run_from(session, viewer, row, now)
        row.version += 1
        after = {"id": row.id, "paused": paused}
        audit.record(
            session,
            row.organisation_id,
            viewer.person_id,
            now,
            "schedule paused or resumed",
            before,
            after,
        )
    return await look_at(database, viewer, schedule_id, now)


async def _run_from(session: Session, viewer: Viewer, row: Schedule, now: datetime) -> None:
    organisation = await programme.organisation(session, viewer.organisation_id)
    row.next_due = await following(session, row, organisation, now)


async def _check_only_one(session: Session, viewer: Viewer, draft: ScheduleDraft) -> None:
    """Two schedules of a kind for the same people would say the same thing twice."""
    for row in await schedules.all_of(session, viewer.organisation_id):
        other = draft_of(row)
        same = other.for_whom == draft.for_whom and row.id != draft.schedule_id
        if same and draft.kind not in SEVERAL:
            raise CoachingError(Code.SCHEDULE_EXISTS)


def _one_of(value: object, allowed: Sequence[object]) -> None:
    if value not in allowed:
        raise CoachingError(Code.NOT_FOUND)


async def _row_to_change(session: Session, viewer: Viewer, schedule_id: int) -> Schedule:
    found = await schedules.one_to_change(session, viewer.organisation_id, schedule_id)
    return _editable(found)


def _editable(row: Schedule | None) -> Schedule:
    if row is None or row.kind not in EDITABLE:
        raise CoachingError(Code.NOT_FOUND)
    return row


async def _target(
    session: Session, viewer: Viewer, draft: ScheduleDraft
) -> tuple[Schedule, dict[str, object]]:
    """Return the row that the draft becomes, with its values before."""
    if draft.schedule_id is None:
        new = row_of(viewer, draft)
        new.id = None  # type: ignore[assignment]  # the database numbers it
        return new, {}
    row = await schedules.one_to_change(session, viewer.organisation_id, draft.schedule_id)
    if row is None or row.version != draft.version:
        raise CoachingError(Code.SCHEDULE_CHANGED)
    return row, {"id": row.id, **noted(draft_of(row))}


async def _audiences(session: Session, viewer: Viewer) -> list[Audience]:
    found = await programme.teams(session, viewer.organisation_id)
    units = {unit.id: Audience(unit_id=unit.id, name=unit.name) for _, unit in found}
    teams = [Audience(team_id=team.id, name=team.name) for team, _ in found]
    return [Audience(), *units.values(), *teams]


def _audience_of(draft: ScheduleDraft, names: Sequence[Audience]) -> Audience:
    wanted = (draft.unit_id, draft.team_id)
    return next((a for a in names if (a.unit_id, a.team_id) == wanted), Audience())


async def _shown(
    session: Session, viewer: Viewer, draft: ScheduleDraft, now: datetime, *, paused: bool = False
) -> PreviewedSchedule:
    """Preview by the very function that later decides what is sent to whom."""
    organisation = await programme.organisation(session, viewer.organisation_id)
    crisis = await programme.crisis(session, organisation.id) is not None
    row = row_of(viewer, draft)
    ahead = [] if paused else await forecast(session, organisation, row, now)
    without = 0 if paused else await without_schedule(session, organisation, row, now)
    names = await _audiences(session, viewer)
    return PreviewedSchedule(draft, _audience_of(draft, names), ahead, paused, crisis, without)
