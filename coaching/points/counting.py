"""Who counts in a week, and what that earns: shares of those who could take part."""

import asyncio
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coaching.people.known import office_zone
from coaching.rules.access import Role
from coaching.rules.formats import Outcome
from coaching.rules.points import (
    NAMED_FROM,
    UNREACHABLE_FOR,
    WEEKS_TO_SETTLE_IN,
    Activity,
    Completion,
    Component,
    Mark,
    counted,
    counted_together,
    is_active,
    score,
    tried_across,
    veiled,
)
from coaching.rules.programme import block_begins, monday_of, position, week_bounds, week_of
from coaching.rules.small_teams import TeamSize
from storage import checkin, learnings, people, points, practice, programme, shifts
from storage.database import Session
from storage.people import TimeInTeam
from storage.programme import Organisation


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the programme with its days and instants, both half-open."""

    number: int
    first: date
    after_last: date
    opens: datetime
    closes: datetime


def week_at(organisation: Organisation, number: int) -> Week:
    """Return a week of the organisation's programme."""
    first = monday_of(organisation.programme_start, number)
    zone = office_zone(organisation)
    opens, closes = week_bounds(organisation.programme_start, number, zone)
    return Week(number, first, first + timedelta(days=7), opens, closes)


@dataclass(frozen=True, slots=True)
class _Done:
    """What was done in a week: who took part, practised and heard a customer; who shared."""

    took_part: AbstractSet[int]
    practised: AbstractSet[int]
    voices: AbstractSet[int]
    sharing: AbstractSet[int]
    marks: Sequence[Mark]
    earlier_marks: Sequence[Mark]


@dataclass(frozen=True, slots=True)
class TeamsWeek:
    """What a team earned in a week, and whether so many were there that it may be said by what."""

    points: Mapping[Component, int]
    of_many: bool


async def points_of_week(
    session: Session, organisation: Organisation, week: Week
) -> Mapping[int, TeamsWeek]:
    """Return what each team earned in the week, found in a thread: there may be many people.

    A team is absent if nobody in it could take part, or fewer than five in all with whom it is
    counted: such a week is not counted for it.
    """
    if not organisation.points_used or position(week.number).rest:
        return {}
    merged = await programme.merged(session, organisation.id)
    done = await _done(session, organisation, week, merged)
    span = (week.first, week.after_last)
    staff = await people.places_between(session, organisation.id, Role.STAFF, *span)
    who = (organisation, week, staff, await _absent(session, organisation, week))
    active = await asyncio.to_thread(_active_members, *who, done.took_part | done.practised)
    there = await asyncio.to_thread(_active_members, *who)  # whoever acted
    for members in (active, there):
        for team in members.keys() & merged.keys():  # who left it before it was merged
            members.setdefault(merged[team], set()).update(members.pop(team))
    units = {team.id: unit.id for team, unit in await programme.teams(session, organisation.id)}
    had_voice = {
        team for team in units if done.voices and await _voice_counted(session, team, week)
    }
    return await asyncio.to_thread(_scores, units, active, there, done, had_voice)


def _scores(
    units: Mapping[int, int],
    active: Mapping[int, AbstractSet[int]],
    there: Mapping[int, AbstractSet[int]],
    done: _Done,
    had_voice: AbstractSet[int],
) -> dict[int, TeamsWeek]:
    # Who is counted together must not tell whether somebody on a break has answered.
    groups = [TeamSize(team, unit, len(there.get(team, ()))) for team, unit in units.items()]
    found: dict[int, TeamsWeek] = {}
    for team, together in counted_together(groups).items():
        members = set[int]().union(*(active.get(other, set()) for other in together))
        if not members:
            continue
        activity = Activity(
            active=len(members),
            took_part=len(members & done.took_part),
            practised=len(members & done.practised),
            shared=bool(together & done.sharing),
            tried_across=tried_across(together, done.marks, done.earlier_marks),
            customer_voice=bool(members & done.voices) and team not in had_voice,
        )
        present = sum(len(there.get(other, ())) for other in together)
        found[team] = TeamsWeek(score(veiled(activity)), of_many=present >= NAMED_FROM)
    return found


async def _done(
    session: Session, organisation: Organisation, week: Week, merged: Mapping[int, int]
) -> _Done:
    took_part = await checkin.who_answered(session, organisation.id, week.number)
    practised, voices = await _practice(session, organisation, week)
    sharing = await learnings.teams_sharing(session, organisation.id, week.number)
    marks = await _marks(session, organisation, week.number, merged)
    return _Done(took_part, practised, voices, sharing, *marks)


@dataclass(frozen=True, slots=True)
class _Absent:
    """Who cannot take part in a week: on a break, without a chat, or not on shift all week."""

    paused: Mapping[int, AbstractSet[date]]
    closed: AbstractSet[date]
    gone: AbstractSet[int]
    in_shifts: AbstractSet[int]
    on_shift: AbstractSet[int]

    def days(self, place: TimeInTeam, enrolled: AbstractSet[date]) -> int:
        """Count the days of a week in a place on which somebody could not take part."""
        who = place.person_id
        off_shift = place.team_id in self.in_shifts and who not in self.on_shift
        if who in self.gone or off_shift:
            return len(enrolled)
        return len(enrolled & (self.paused.get(who, set()) | self.closed))


def _active_members(
    organisation: Organisation,
    week: Week,
    staff: Sequence[TimeInTeam],
    absent: _Absent | None,
    acted: AbstractSet[int] = frozenset(),
) -> dict[int, set[int]]:
    """Return the members who count this week by team, those who acted although they are absent."""
    frames: dict[tuple[date, date | None], tuple[set[date], int]] = {}  # mostly a few
    active: dict[int, set[int]] = {}
    for place in staff:
        frame = (place.since, place.until)
        if frame not in frames:
            settled = _weeks_since_joining(organisation, place.since, week)
            frames[frame] = _days(*frame, week), settled
        enrolled, settled = frames[frame]
        # Whoever acted stays counted: nobody's pause may take back what was done.
        away = absent.days(place, enrolled) if absent and place.person_id not in acted else 0
        if is_active(len(enrolled), away, settled):
            active.setdefault(place.team_id, set()).add(place.person_id)
    return active


async def _absent(session: Session, organisation: Organisation, week: Week) -> _Absent:
    span = (week.first, week.after_last)
    paused: dict[int, set[date]] = {}
    for pause in await people.pauses_between(session, organisation.id, *span):
        days = _days(pause.since, pause.until, week)
        paused[pause.person_id] = paused.get(pause.person_id, set()) | days
    zone = office_zone(organisation)
    closed = set[date]()
    for crisis in await programme.crises_between(
        session, organisation.id, week.opens, week.closes
    ):
        until = crisis.until.astimezone(zone).date() if crisis.until else None
        closed |= _days(crisis.since.astimezone(zone).date(), until, week)
    teams = await programme.teams(session, organisation.id)
    in_shifts = {team.id for team, unit in teams if unit.in_shifts}
    on_shift = await shifts.who_works(session, organisation.id, *span) if in_shifts else set()
    long_ago = week.closes - UNREACHABLE_FOR
    gone = await people.unreachable_before(session, organisation.id, long_ago)
    return _Absent(paused, closed, gone, in_shifts, on_shift)


def _days(since: date, until: date | None, week: Week) -> set[date]:
    first, end = max(since, week.first), min(until or week.after_last, week.after_last)
    return {first + timedelta(days=n) for n in range((end - first).days)}


def _weeks_since_joining(organisation: Organisation, since: date, week: Week) -> int:
    """Count the weeks since somebody came; founders have nothing to settle into."""
    start = organisation.programme_start
    joined = week_of(start, since) if since >= start else 0
    return week.number - joined if joined > 0 else week.number + WEEKS_TO_SETTLE_IN


async def _practice(
    session: Session, organisation: Organisation, week: Week
) -> tuple[set[int], set[int]]:
    """Return who completed a practice step in the week, and who brought a customer's voice."""
    steps = await practice.completed_between(session, organisation.id, week.opens, week.closes)

    def found() -> tuple[set[int], set[int]]:
        completions = [
            Completion(step.person_id, step.offered_at, step.completed_at) for step in steps
        ]
        voices = {step.person_id for step in steps if step.outcome == Outcome.HEARD}
        return counted(completions), voices

    return await asyncio.to_thread(found)


async def _voice_counted(session: Session, team: int, week: Week) -> bool:
    """Tell whether a customer's voice earned points earlier in this block."""
    first = block_begins(week.number)
    return await points.has_component(
        session, team, Component.CUSTOMER_VOICE, first, week.number - 1
    )


async def _marks(
    session: Session, organisation: Organisation, week: int, merged: Mapping[int, int]
) -> tuple[list[Mark], list[Mark]]:
    """Return the marks of the week by the teams of today, and those of the block before it.

    Which teams a merged one has tried with is not held against the team that it is part of now.
    """
    found = await learnings.trials_between(session, organisation.id, block_begins(week), week)
    now, earlier = list[Mark](), list[Mark]()
    for trial, card in found:
        teams, counts = (trial.team_id, card.team_id), card.week is not None
        if trial.week == week:
            teams = (merged.get(teams[0], teams[0]), merged.get(teams[1], teams[1]))
            now.append(Mark(*teams, card_counts=counts))
        else:
            earlier.append(Mark(*teams, card_counts=counts))
    return now, earlier


async def week_that_counts(
    session: Session, organisation_id: int, person_id: int, team_id: int, now: datetime
) -> int | None:
    """Return the week in which what the person does now counts for the team, if in any."""
    organisation = await programme.organisation(session, organisation_id)
    today = now.astimezone(office_zone(organisation)).date()
    if today < organisation.programme_start:
        return None
    week = week_at(organisation, week_of(organisation.programme_start, today))
    span = (week.first, week.after_last)
    places = await people.places_between(session, organisation.id, Role.STAFF, *span, person_id)
    active = _active_members(organisation, week, places, None)  # who acts is not absent
    counts = person_id in active.get(team_id, ()) and not position(week.number).rest
    return week.number if counts else None
