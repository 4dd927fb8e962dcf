"""A schedule as HR is shown it: whom it is for by name, and what it will send next."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from coaching.deliveries.occurrences import reach_of
from coaching.errors import CoachingError, Code
from coaching.people.directory import PER_PAGE
from coaching.people.identity import Viewer
from coaching.rules.schedules import WHEN_IT_HAPPENS, WITH_POINTS, Kind, Reach, can_be_deleted
from coaching.schedules.drafts import ScheduleDraft, draft_of, row_of
from coaching.schedules.preview import Forecast, Known, ahead, read
from storage import programme, schedules
from storage.database import Session
from storage.programme import Organisation
from storage.schedules import Schedule

EDITABLE = tuple(kind for kind in Kind if kind not in (Kind.CLOSE, *WHEN_IT_HAPPENS))


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a schedule is for, by name; both empty for the whole organisation."""

    unit_id: int | None = None
    team_id: int | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """A schedule in the list of all, without a preview; one that is over has no day left."""

    draft: ScheduleDraft
    audience: Audience
    paused: bool
    crisis: bool = False
    over: bool = False


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
    over: bool = False
    deletable: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What was read to show a schedule; without `known` it is paused and sends nothing."""

    draft: ScheduleDraft
    audience: Audience
    crisis: bool
    known: Known | None = field(repr=False)
    deletable: bool = False

    async def previewed(self) -> PreviewedSchedule:
        """Find what it will send, by the very function that later decides; needs no session."""
        if self.known is None:
            return PreviewedSchedule(
                self.draft,
                self.audience,
                [],
                paused=True,
                crisis=self.crisis,
                deletable=self.deletable,
            )
        coming, without = await ahead(self.known)
        last = self.draft.last
        over = not coming and last is not None and last <= self.known.today
        return PreviewedSchedule(
            self.draft,
            self.audience,
            coming,
            crisis=self.crisis,
            without=without,
            over=over,
            deletable=self.deletable,
        )


async def look(
    session: Session,
    viewer: Viewer,
    organisation: Organisation,
    draft: ScheduleDraft,
    now: datetime,
) -> Look:
    """Read all that showing a schedule or a draft takes; raises NOT_FOUND for its audience."""
    every = await schedules.all_of(session, organisation.id)
    audience = await _audience(session, viewer, draft)
    deletable = is_deletable(draft, every)
    if any(row.paused for row in every if row.id == draft.schedule_id):
        crisis = await programme.crisis(session, organisation.id) is not None
        return Look(draft, audience, crisis, None, deletable)
    running = [row for row in every if not row.paused]
    known = await read(session, organisation, row_of(viewer, draft), running, now)
    return Look(draft, audience, known.now.crisis, known, deletable)


def is_deletable(draft: ScheduleDraft, every: Sequence[Schedule]) -> bool:
    """Tell whether a schedule can be deleted, with all that the organisation has."""
    others = [
        reach_of(row) for row in every if row.kind == draft.kind and row.id != draft.schedule_id
    ]
    reach = Reach(draft.unit_id, draft.team_id, draft.role)
    return draft.schedule_id is not None and can_be_deleted(draft.kind, reach, others)


async def audiences(session: Session, viewer: Viewer) -> list[Audience]:
    """Return everything that a schedule can be for: all, each unit, each team."""
    found = await programme.teams(session, viewer.organisation_id)
    units = {unit.id: Audience(unit_id=unit.id, name=unit.name) for _, unit in found}
    teams = [Audience(team_id=team.id, name=team.name) for team, _ in found]
    return [Audience(), *units.values(), *teams]


async def audiences_called(session: Session, viewer: Viewer, part: str) -> list[Audience]:
    """Return the first units, and the first teams, whose names hold a part."""
    units = await programme.units_called(session, viewer.organisation_id, part, PER_PAGE)
    teams = await programme.teams_called(session, viewer.organisation_id, part, PER_PAGE)
    named = [Audience(team_id=team.id, name=team.name) for team, _ in teams]
    return [*(Audience(unit_id=unit.id, name=unit.name) for unit in units), *named][:PER_PAGE]


async def lines_of(session: Session, viewer: Viewer) -> list[ScheduleLine]:
    """Return all schedules that HR may change, without a preview."""
    names = await audiences(session, viewer)
    crisis = await programme.crisis(session, viewer.organisation_id) is not None
    drafts = [
        (draft_of(row), row.paused, row.last is not None and row.next_day is None)
        for row in await schedules.all_of(session, viewer.organisation_id)
        if row.kind in EDITABLE and (viewer.points_used or row.kind not in WITH_POINTS)
    ]
    return [
        ScheduleLine(draft, _audience_of(draft, names), paused, crisis, over)
        for draft, paused, over in drafts
    ]


def editable(row: Schedule | None) -> Schedule:
    """Return the schedule if HR may change it; raises NOT_FOUND."""
    if row is None or row.kind not in EDITABLE:
        raise CoachingError(Code.NOT_FOUND)
    return row


def _audience_of(draft: ScheduleDraft, names: Sequence[Audience]) -> Audience:
    wanted = (draft.unit_id, draft.team_id)
    return next((a for a in names if (a.unit_id, a.team_id) == wanted), Audience())


async def _audience(session: Session, viewer: Viewer, draft: ScheduleDraft) -> Audience:
    """Return whom a schedule is for, found by its key."""
    if draft.team_id is not None:
        if team := await programme.team(session, viewer.organisation_id, draft.team_id):
            return Audience(team_id=team.id, name=team.name)
    elif draft.unit_id is not None:
        if unit := await programme.unit(session, viewer.organisation_id, draft.unit_id):
            return Audience(unit_id=unit.id, name=unit.name)
    else:
        return Audience()
    raise CoachingError(Code.NOT_FOUND)
