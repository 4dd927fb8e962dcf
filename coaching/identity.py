"""Who somebody is to the programme, as every use case needs to know it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import col

from coaching.errors import CoachingError, Code
from coaching.rules.access import Action, Role, Standing, may
from storage import people
from storage.database import Database, Session
from storage.people import Membership, Person, Profile
from storage.programme import Organisation


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person who acts, with the roles held now and the organisation's frame."""

    person_id: int
    telegram_id: int
    first_name: str
    language: str | None
    enrolled: bool
    paused: bool
    unreachable: bool
    form: str | None
    standing: Standing
    organisation_id: int
    organisation_name: str
    languages: tuple[str, ...]
    zone: ZoneInfo
    programme_start: date
    points_used: bool

    def local_day(self, now: datetime) -> date:
        """Return the calendar day that it is for the person."""
        return now.astimezone(self.zone).date()


async def identify(database: Database, telegram_id: int) -> Viewer | None:
    """Return who is behind the Telegram account, or None for a stranger."""
    async with database.read() as session:
        rows = await people.profile(session, col(Person.telegram_id) == telegram_id)
    return _viewer(rows) if rows else None


async def viewer_of(session: Session, person_id: int) -> Viewer:
    """Return the person as the use cases see them; LookupError if there is none."""
    rows = await people.profile(session, col(Person.id) == person_id)
    if not rows:
        raise LookupError("person")
    return _viewer(rows)


def _viewer(rows: Sequence[Profile]) -> Viewer:
    person, organisation, _, pause = rows[0]
    return Viewer(
        person_id=person.id,
        telegram_id=person.telegram_id,
        first_name=person.first_name,
        language=person.language,
        enrolled=person.enrolled_at is not None,
        paused=pause is not None,
        unreachable=person.unreachable_since is not None,
        form=person.form,
        standing=_standing([place for _, _, place, _ in rows if place is not None]),
        organisation_id=person.organisation_id,
        organisation_name=organisation.name,
        languages=languages_of(organisation),
        zone=ZoneInfo(organisation.timezone),
        programme_start=organisation.programme_start,
        points_used=organisation.points_used,
    )


def require(viewer: Viewer, action: Action) -> None:
    """Raise NOT_ALLOWED unless the viewer is enrolled and the action is open to them."""
    if not (viewer.enrolled and may(viewer.standing, action)):
        raise CoachingError(Code.NOT_ALLOWED)


def languages_of(organisation: Organisation) -> tuple[str, ...]:
    """Return the languages that the organisation uses, in its own order."""
    return tuple(organisation.languages.split(","))


def _standing(rows: Sequence[Membership]) -> Standing:
    return Standing(
        staff_in=frozenset(m.team_id for m in rows if m.role == Role.STAFF and m.team_id),
        leads=frozenset(m.team_id for m in rows if m.role == Role.LEAD and m.team_id),
        hr=any(m.role == Role.HR for m in rows),
    )
