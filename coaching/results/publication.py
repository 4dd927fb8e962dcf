"""Publishing a block: one frozen result for all groups at once, by the confidentiality rules."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from coaching.content import load_instrument
from coaching.results.confirmed_places import without_unconfirmed
from coaching.results.thresholds import thresholds_of
from coaching.results.what_is_shown import Belonging, GroupKey, roster_of, what_is_shown
from coaching.rules.access import Role
from coaching.rules.instrument import Dimension
from coaching.rules.programme import WEEKS_IN_BLOCK, monday_of
from storage import people, programme, results, team_groups
from storage.database import Session, Writer
from storage.people import Pause, TimeInTeam
from storage.programme import Organisation
from storage.results import BlockRating, NewResult


@dataclass(frozen=True, slots=True)
class Publication:
    """What is shown of a block, and the wording that it was asked in."""

    wording: str
    shown: Sequence[NewResult]


async def look_ahead(
    session: Session, organisation: Organisation, block: int, first_week: int
) -> Publication:
    """Return what is to be published of a block, found in a thread: answers may be many."""
    last_week = first_week + WEEKS_IN_BLOCK - 1
    rows = await results.ratings(session, organisation.id, first_week, last_week)
    usual = load_instrument().version_in(organisation.customer_word)
    places = await _places(session, organisation, block, first_week)
    thresholds = thresholds_of(organisation)

    def found() -> Publication:
        wording = _wording(rows) or usual
        valid = first_valid(rows, wording, last_week)
        roster = roster_of(places, set[int]().union(*valid.values()))
        return Publication(wording, what_is_shown(valid, places, roster, thresholds))

    return await asyncio.to_thread(found)


async def publish(
    session: Writer,
    organisation: Organisation,
    block: int,
    first_week: int,
    now: datetime,
    known: Publication | None = None,
) -> bool:
    """Publish a block, once, as it was found before if it was; raw answers can go then."""
    known = known or await look_ahead(session, organisation, block, first_week)
    publication = await results.claim(session, organisation.id, block, known.wording, now)
    if publication is None:
        return False
    await results.put(session, publication, known.shown)
    return True


def _wording(rows: Sequence[BlockRating]) -> str | None:
    """Return the wording that most answers were given to: two of them are never one result."""
    versions = Counter(row.instrument for row in rows if row.value is not None)
    return versions.most_common(1)[0][0] if versions else None


def first_valid(
    rows: Sequence[BlockRating], wording: str, last_week: int
) -> dict[Dimension, dict[int, int]]:
    """Return the first valid answer per dimension and person; rows run from the first week on.

    What the last week asks once more, because it was asked before, is for the person alone.
    """
    valid: dict[Dimension, dict[int, int]] = defaultdict(dict)
    asked: set[tuple[int, str]] = set()
    for row in rows:
        item = (row.person_id, row.dimension)
        again = row.week == last_week and item in asked
        asked.add(item)
        if row.value is not None and row.instrument == wording and not again:
            valid[Dimension(row.dimension)].setdefault(row.person_id, row.value)
    return valid


async def _places(
    session: Session, organisation: Organisation, block: int, first_week: int
) -> Belonging:
    """Return where people were most days of the block; of two alike, where they were later."""
    first = monday_of(organisation.programme_start, first_week)
    after_last = first + timedelta(weeks=WEEKS_IN_BLOCK)
    leaf_of, unit_of = await _leaves(session, organisation.id, block)
    span = (first, after_last)
    staffed = await people.places_between(session, organisation.id, Role.STAFF, *span)
    led = await people.places_between(session, organisation.id, Role.LEAD, *span)
    pauses = await people.pauses_between(session, organisation.id, *span)
    leads = {place.person_id for place in led}

    def found() -> Belonging:
        away = _away(pauses, [*staffed, *led], *span)
        days: dict[int, dict[GroupKey, tuple[int, date]]] = defaultdict(dict)
        for place in staffed:
            leaf, begins = leaf_of[place.team_id], max(place.since, first)
            before = days[place.person_id].get(leaf, (0, begins))[0]
            ends = min(place.until or after_last, after_last)
            days[place.person_id][leaf] = (before + (ends - begins).days, begins)
        staff = {
            person: max(leaves, key=lambda leaf: leaves[leaf])
            for person, leaves in days.items()
            if person not in leads
        }
        return Belonging(staff, unit_of, leads, away)

    places = await asyncio.to_thread(found)
    known = await without_unconfirmed(session, organisation.id, span, places.leaf_of, leaf_of)
    return replace(places, leaf_of=known)


def _away(
    pauses: Sequence[Pause], places: Sequence[TimeInTeam], first: date, after_last: date
) -> set[int]:
    """Return who was on a break on every day of the block on which they were somewhere."""
    paused: dict[int, set[date]] = defaultdict(set)
    for pause in pauses:
        paused[pause.person_id] |= _days(pause.since, pause.until, first, after_last)
    away = set(paused)
    for place in places:
        if place.person_id in away:
            days = _days(place.since, place.until, first, after_last)
            if not days <= paused[place.person_id]:
                away.remove(place.person_id)
    return away


def _days(since: date, until: date | None, first: date, after_last: date) -> set[date]:
    begins, ends = max(since, first), min(until or after_last, after_last)
    return {begins + timedelta(days=n) for n in range((ends - begins).days)}


async def _leaves(
    session: Session, organisation_id: int, block: int
) -> tuple[dict[int, GroupKey], dict[GroupKey, int]]:
    """Return the leaf of each team in a block, and the unit of each leaf."""
    groups = await team_groups.groups_in(session, organisation_id, block)
    leaf_of: dict[int, GroupKey] = {}
    unit_of: dict[GroupKey, int] = {}
    for team, unit in await programme.teams(session, organisation_id):
        together = groups.get(team.id)
        leaf = GroupKey("team", team.id) if together is None else GroupKey("group", together)
        leaf_of[team.id] = leaf
        unit_of[leaf] = unit.id
    for team_id, into in (await programme.merged(session, organisation_id)).items():
        leaf_of[team_id] = leaf_of[into]
    return leaf_of, unit_of
