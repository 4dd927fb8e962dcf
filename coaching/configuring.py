"""HR's schedules: looked at, drafted, previewed, saved; a draft is kept until saved or dropped."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, time
from itertools import islice
from typing import Any

from coaching.errors import CoachingError, Code
from coaching.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.calendar import OUTER_HOURS, Weekday
from coaching.rules.sendings import Kind, sendings
from coaching.scheduling import following, recurrence_of
from storage import audit, positions, programme, schedules
from storage.database import Database, Session
from storage.schedules import Schedule

QUESTION = "schedule"
QUESTION_TIME = "schedule_time"
EDITABLE = (Kind.PROMPT, Kind.CHECKIN, Kind.REMINDER, Kind.POINTS_POST)
WINDOWS = (60, 120, 240, 480)
EVERY_WEEKS = (1, 2, 4)
PREVIEWED = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """A schedule as HR is about to have it, on one screen; no id for a new one."""

    kind: Kind
    weekdays: tuple[Weekday, ...]
    at: time
    every_weeks: int = 1
    unit_id: int | None = None
    team_id: int | None = None
    window_minutes: int = 240
    schedule_id: int | None = None
    version: int = 0
    screen: int = 0


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a schedule is for, by name; both empty for the whole organisation."""

    unit_id: int | None = None
    team_id: int | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A schedule or a draft with its audience's name and its next sendings in local time."""

    draft: Draft
    audience: Audience
    next_sendings: Sequence[datetime]
    paused: bool = False


async def overview(database: Database, viewer: Viewer, now: datetime) -> list[Shown]:
    """Return all schedules that HR may change."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read() as session:
        rows = await schedules.all_of(session, viewer.organisation_id)
        return [
            await _shown_row(session, viewer, row, now) for row in rows if row.kind in EDITABLE
        ]


async def audiences(database: Database, viewer: Viewer) -> list[Audience]:
    """Return everything that a schedule can be for: all, each unit, each team."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read() as session:
        return await _audiences(session, viewer)


async def look_at(database: Database, viewer: Viewer, schedule_id: int, now: datetime) -> Shown:
    """Return one schedule; raises NOT_FOUND."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read() as session:
        return await _shown_row(session, viewer, await _row(session, viewer, schedule_id), now)


async def draft_change(
    database: Database, viewer: Viewer, schedule_id: int, now: datetime, screen: int = 0
) -> Shown:
    """Begin to change a schedule on a screen."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        draft = replace(_draft(await _row(session, viewer, schedule_id)), screen=screen)
        return await _keep(session, viewer, draft, now)


async def draft_new(
    database: Database, viewer: Viewer, kind: Kind, now: datetime, screen: int = 0
) -> Shown:
    """Begin a new schedule of a kind on a screen, with usual values to start from."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    if kind not in EDITABLE or (kind is Kind.POINTS_POST and not viewer.points_used):
        raise CoachingError(Code.NOT_FOUND)
    async with database.write() as session:
        draft = Draft(kind, (Weekday.TUE,), time(9, 30), screen=screen)
        return await _keep(session, viewer, draft, now)


async def check_screen(database: Database, viewer: Viewer, screen: int) -> None:
    """Raise DRAFT_OUTDATED if the draft is worked on by another screen: its preview would lie."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read() as session:
        if (await _kept(session, viewer)).screen != screen:
            raise CoachingError(Code.DRAFT_OUTDATED)


async def move_to_screen(database: Database, viewer: Viewer, screen: int, now: datetime) -> Shown:
    """Go on with the draft on another screen."""
    return await _change(database, viewer, lambda draft: replace(draft, screen=screen), now)


async def current_draft(database: Database, viewer: Viewer, now: datetime) -> Shown:
    """Return the draft that is being worked on; raises QUESTION_CLOSED when there is none."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.read() as session:
        return await _shown(session, viewer, await _kept(session, viewer), now)


async def toggle_day(database: Database, viewer: Viewer, day: Weekday, now: datetime) -> Shown:
    """Put a weekday into the draft or take it out; raises LAST_DAY for the only one."""

    def toggled(draft: Draft) -> Draft:
        days = set(draft.weekdays) ^ {day}
        if not days:
            raise CoachingError(Code.LAST_DAY)
        return replace(draft, weekdays=tuple(weekday for weekday in Weekday if weekday in days))

    return await _change(database, viewer, toggled, now)


async def set_time(database: Database, viewer: Viewer, at: time, now: datetime) -> Shown:
    """Give the draft a local time; raises TIME_OUTSIDE_HOURS beyond the outer limits."""
    earliest, latest = OUTER_HOURS
    if not earliest <= at < latest:
        raise CoachingError(Code.TIME_OUTSIDE_HOURS, earliest=earliest, latest=latest)
    return await _change(database, viewer, lambda draft: replace(draft, at=at), now)


async def set_window(database: Database, viewer: Viewer, minutes: int, now: datetime) -> Shown:
    """Say how long the draft's message stays useful."""
    _one_of(minutes, WINDOWS)
    return await _change(
        database, viewer, lambda draft: replace(draft, window_minutes=minutes), now
    )


async def set_every_weeks(database: Database, viewer: Viewer, weeks: int, now: datetime) -> Shown:
    """Let the draft come every so many weeks."""
    _one_of(weeks, EVERY_WEEKS)
    return await _change(database, viewer, lambda draft: replace(draft, every_weeks=weeks), now)


async def set_audience(
    database: Database, viewer: Viewer, unit_id: int | None, team_id: int | None, now: datetime
) -> Shown:
    """Say whom the draft is for."""
    choices = await audiences(database, viewer)
    _one_of((unit_id, team_id), [(a.unit_id, a.team_id) for a in choices])
    return await _change(
        database, viewer, lambda draft: replace(draft, unit_id=unit_id, team_id=team_id), now
    )


async def ask_time(database: Database, viewer: Viewer) -> None:
    """Let the next text that HR types be the draft's time."""
    async with database.write() as session:
        await _kept(session, viewer)
        await positions.put(session, viewer.person_id, QUESTION_TIME)


async def save(database: Database, viewer: Viewer, now: datetime) -> Shown:
    """Make the draft the schedule, from its next occurrence on.

    Raises SCHEDULE_CHANGED if a colleague changed the schedule since the draft was begun, and
    SCHEDULE_EXISTS if the same people have one of the kind already (only prompts may have more).
    """
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        draft = await _kept(session, viewer)
        await _check_only_one(session, viewer, draft)
        row, before = await _target(session, viewer, draft)
        values = _values(draft)
        row.sqlmodel_update(values)
        session.add(row)
        organisation = await programme.organisation(session, viewer.organisation_id)
        row.next_due = following(row, organisation, now)
        row.version = draft.version + 1
        await positions.clear(session, viewer.person_id, QUESTION, QUESTION_TIME)
        await session.flush()
        _record(session, viewer, now, "schedule saved", before, {"id": row.id, **values})
        return await _shown_row(session, viewer, row, now)


async def drop(database: Database, viewer: Viewer) -> None:
    """Throw the draft away."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        await positions.clear(session, viewer.person_id, QUESTION, QUESTION_TIME)


async def set_paused(
    database: Database, viewer: Viewer, schedule_id: int, now: datetime, *, paused: bool
) -> Shown:
    """Stop a schedule or let it run again from its next occurrence, without a backlog."""
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        row = await _row(session, viewer, schedule_id)
        organisation = await programme.organisation(session, viewer.organisation_id)
        before = {"id": row.id, "paused": row.paused}
        row.paused = paused
        row.next_due = following(row, organisation, now)
        row.version += 1
        after = {"id": row.id, "paused": paused}
        _record(session, viewer, now, "schedule paused or resumed", before, after)
        return await _shown_row(session, viewer, row, now)


async def _check_only_one(session: Session, viewer: Viewer, draft: Draft) -> None:
    """Two schedules of a kind for the same people would say the same thing twice."""
    for row in await schedules.all_of(session, viewer.organisation_id):
        other = _draft(row)
        same = (other.kind, other.unit_id, other.team_id) == (
            draft.kind,
            draft.unit_id,
            draft.team_id,
        )
        if same and draft.kind is not Kind.PROMPT and row.id != draft.schedule_id:
            raise CoachingError(Code.SCHEDULE_EXISTS)


def _one_of(value: object, allowed: Sequence[object]) -> None:
    if value not in allowed:
        raise CoachingError(Code.NOT_FOUND)


def _record(
    session: Session,
    viewer: Viewer,
    now: datetime,
    action: str,
    before: Mapping[str, object],
    after: Mapping[str, object],
) -> None:
    audit.record(session, viewer.organisation_id, viewer.person_id, now, action, before, after)


async def _change(
    database: Database, viewer: Viewer, change: Callable[[Draft], Draft], now: datetime
) -> Shown:
    require(viewer, Action.CONFIGURE_SCHEDULES)
    async with database.write() as session:
        return await _keep(session, viewer, change(await _kept(session, viewer)), now)


async def _keep(session: Session, viewer: Viewer, draft: Draft, now: datetime) -> Shown:
    await positions.clear(session, viewer.person_id, QUESTION_TIME)
    await positions.put(session, viewer.person_id, QUESTION, positions.DRAFT, **_packed(draft))
    return await _shown(session, viewer, draft, now)


async def _kept(session: Session, viewer: Viewer) -> Draft:
    found = await positions.where(session, viewer.person_id, positions.DRAFT)
    if found is None:
        raise CoachingError(Code.QUESTION_CLOSED)
    return _unpacked(found[1])


def _packed(draft: Draft) -> dict[str, object]:
    return {**asdict(draft), "at": draft.at.isoformat("minutes")}


def _unpacked(data: dict[str, Any]) -> Draft:
    return Draft(
        **{
            **data,
            "kind": Kind(data["kind"]),
            "weekdays": tuple(Weekday(day) for day in data["weekdays"]),
            "at": time.fromisoformat(data["at"]),
        }
    )


async def _row(session: Session, viewer: Viewer, schedule_id: int) -> Schedule:
    row = await schedules.one(session, viewer.organisation_id, schedule_id)
    if row is None or row.kind not in EDITABLE:
        raise CoachingError(Code.NOT_FOUND)
    return row


async def _target(
    session: Session, viewer: Viewer, draft: Draft
) -> tuple[Schedule, dict[str, object]]:
    """Return the row that the draft becomes, with its values before."""
    if draft.schedule_id is None:
        return _new_row(viewer, draft), {}
    row = await _row(session, viewer, draft.schedule_id)
    if row.version != draft.version:
        raise CoachingError(Code.SCHEDULE_CHANGED)
    return row, {"id": row.id, **_values(_draft(row))}


def _draft(row: Schedule) -> Draft:
    return Draft(
        kind=Kind(row.kind),
        weekdays=tuple(Weekday(day) for day in row.weekdays.split(",")),
        at=row.at,
        every_weeks=row.every_weeks,
        unit_id=row.unit_id,
        team_id=row.team_id,
        window_minutes=row.window_minutes,
        schedule_id=row.id,
        version=row.version,
    )


def _new_row(viewer: Viewer, draft: Draft) -> Schedule:
    return Schedule(
        organisation_id=viewer.organisation_id,
        kind=draft.kind,
        weekdays=",".join(draft.weekdays),
        at=draft.at,
        every_weeks=draft.every_weeks,
        anchor=viewer.programme_start,
        unit_id=draft.unit_id,
        team_id=draft.team_id,
        window_minutes=draft.window_minutes,
    )


def _values(draft: Draft) -> dict[str, object]:
    """Return the columns of a schedule as the draft has them."""
    return {
        "kind": draft.kind.value,
        "weekdays": ",".join(draft.weekdays),
        "at": draft.at,
        "every_weeks": draft.every_weeks,
        "unit_id": draft.unit_id,
        "team_id": draft.team_id,
        "window_minutes": draft.window_minutes,
    }


async def _audiences(session: Session, viewer: Viewer) -> list[Audience]:
    found = await programme.teams(session, viewer.organisation_id)
    units = {unit.id: Audience(unit_id=unit.id, name=unit.name) for _, unit in found}
    teams = [Audience(team_id=team.id, name=team.name) for team, _ in found]
    return [Audience(), *units.values(), *teams]


async def _shown_row(session: Session, viewer: Viewer, row: Schedule, now: datetime) -> Shown:
    return replace(await _shown(session, viewer, _draft(row), now), paused=row.paused)


async def _shown(session: Session, viewer: Viewer, draft: Draft, now: datetime) -> Shown:
    """Preview by the very function that later decides what is due."""
    recurrence = recurrence_of(_new_row(viewer, draft))
    coming = sendings(draft.kind, recurrence, viewer.zone, viewer.programme_start, now)
    local = [o.due.astimezone(viewer.zone) for o in islice(coming, PREVIEWED)]
    audience = next(
        (
            a
            for a in await _audiences(session, viewer)
            if (a.unit_id, a.team_id) == (draft.unit_id, draft.team_id)
        ),
        Audience(),
    )
    return Shown(draft, audience, local)
