"""From how many answers a group's results are shown: HR raises it for what is yet to come."""

from dataclasses import dataclass
from datetime import datetime

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from coaching.rules.confidentiality import Thresholds
from storage import audit, programme
from storage.database import Database
from storage.programme import Organisation

CHOICES = (Thresholds(), Thresholds(6, 12), Thresholds(8, 15), Thresholds(10, 20))


@dataclass(frozen=True, slots=True)
class Raising:
    """The thresholds of the next publication, and those to which they can be raised."""

    now: Thresholds
    higher: tuple[Thresholds, ...]


async def raising(database: Database, viewer: Viewer) -> Raising:
    """Return what holds, and what it can be raised to; no way leads back."""
    require(viewer, Action.RAISE_THRESHOLDS)
    async with database.read() as session:
        organisation = await programme.organisation(session, viewer.organisation_id)
    return _raising(thresholds_of(organisation))


def _raising(now: Thresholds) -> Raising:
    return Raising(now, tuple(each for each in CHOICES if _is_higher(each, now)))


async def raise_to(
    database: Database, viewer: Viewer, wanted: Thresholds, now: datetime
) -> Raising:
    """Raise the thresholds for all blocks that are yet to be published; return what holds then.

    Raises THRESHOLDS_ONLY_RISE for what would lower one of them.
    """
    require(viewer, Action.RAISE_THRESHOLDS)
    async with database.write() as session:
        organisation = await programme.organisation_to_change(session, viewer.organisation_id)
        before = thresholds_of(organisation)
        if wanted == before:
            return _raising(before)
        if not _is_higher(wanted, before):
            raise CoachingError(Code.THRESHOLDS_ONLY_RISE)
        organisation.band_from, organisation.figure_from = wanted.band, wanted.figure
        audit.record(
            session,
            viewer.organisation_id,
            viewer.person_id,
            now,
            "raise thresholds",
            {"band": before.band, "figure": before.figure},
            {"band": wanted.band, "figure": wanted.figure},
        )
    return _raising(wanted)


def thresholds_of(organisation: Organisation) -> Thresholds:
    """Return the thresholds of the next publication."""
    return Thresholds(organisation.band_from, organisation.figure_from)


def _is_higher(wanted: Thresholds, than: Thresholds) -> bool:
    return wanted != than and wanted.band >= than.band and wanted.figure >= than.figure
