"""Who somebody is to the programme, as every use case needs to know it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from coaching.content import FALLBACK, LANGUAGES
from coaching.errors import CoachingError, Code
from coaching.people.audience import home_of
from coaching.people.known import zone_of
from coaching.rules.access import Action, Role, Standing, may
from coaching.rules.programme import position, week_of
from storage import people
from storage.database import Database, Session
from storage.people import Profile


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person who acts, with the roles held now and the organisation's frame.

    Weeks and days of the programme are counted in `zone`; clocks are read in `own_zone`.
    `in_shifts` tells whether the unit works in shifts, `asked` what a typed text would answer.
    """

    person_id: int
    telegram_id: int
    first_name: str
    name_corrected: bool
    language: str | None
    enrolled: bool
    unreachable: bool
    form: str | None
    standing: Standing
    organisation_id: int
    organisation_name: str
    languages: tuple[str, ...]
    zone: ZoneInfo
    own_zone: ZoneInfo
    programme_start: date
    points_used: bool
    stories_used: bool
    customer_word: str
    heard_week: int | None
    in_shifts: bool
    asked: str | None = field(compare=False)  # who somebody is does not change with it

    def local_day(self, now: datetime) -> date:
        """Return the calendar day that it is for the programme."""
        return now.astimezone(self.zone).date()

    def block(self, now: datetime) -> int | None:
        """Return the current block of the programme; None before its start and in a rest week."""
        today = self.local_day(now)
        if today < self.programme_start:
            return None
        return position(week_of(self.programme_start, today)).block


async def identify(database: Database, telegram_id: int) -> Viewer | None:
    """Return who is behind the Telegram account, or None for a stranger."""
    async with database.read() as session:
        rows = await people.profile_by_account(session, telegram_id)
    return _viewer(rows) if rows else None


async def known_accounts(database: Database, telegram_ids: Sequence[int]) -> frozenset[int]:
    """Return those of the Telegram accounts that are not strangers'."""
    async with database.read() as session:
        return await people.known_accounts(session, telegram_ids)


async def viewer_of(session: Session, person_id: int) -> Viewer:
    """Return the person as the use cases see them; LookupError if there is none."""
    rows = await people.profile(session, person_id)
    if not rows:
        raise LookupError("person")
    return _viewer(rows)


def _viewer(rows: Sequence[Profile]) -> Viewer:
    first = rows[0]
    unit = home_of(rows)
    languages = tuple(each for each in first.languages.split(",") if each in LANGUAGES) or (
        FALLBACK,
    )
    zone = zone_of(first.timezone, first.known_timezone)
    in_unit = (unit.unit_timezone, unit.known_unit_timezone) if unit and unit.unit_timezone else ()
    return Viewer(
        person_id=first.person_id,
        telegram_id=first.telegram_id,
        first_name=first.first_name,
        name_corrected=first.name_corrected,
        language=_language(first.language, languages),
        enrolled=first.enrolled_at is not None,
        unreachable=first.unreachable_since is not None,
        form=first.form,
        standing=_standing(rows),
        organisation_id=first.organisation_id,
        organisation_name=first.organisation_name,
        languages=languages,
        zone=zone,
        own_zone=zone_of(first.own_timezone, *in_unit, zone.key),
        programme_start=first.programme_start,
        points_used=first.points_used,
        stories_used=first.stories_used,
        customer_word=first.customer_word,
        heard_week=first.heard_week,
        in_shifts=bool(unit and unit.in_shifts),
        asked=first.asked,
    )


def _language(chosen: str | None, languages: Sequence[str]) -> str | None:
    """Return the chosen language, another one in place of one that nobody speaks (any more)."""
    return chosen if chosen is None or chosen in LANGUAGES else languages[0]


def require(viewer: Viewer, action: Action) -> None:
    """Raise NOT_ALLOWED unless the viewer is enrolled and the action is open to them."""
    if not (viewer.enrolled and may(viewer.standing, action)):
        raise CoachingError(Code.NOT_ALLOWED)


def _standing(rows: Sequence[Profile]) -> Standing:
    return Standing(
        staff_in=frozenset(m.team_id for m in rows if m.role == Role.STAFF and m.team_id),
        leads=frozenset(m.team_id for m in rows if m.role == Role.LEAD and m.team_id),
        hr=any(m.role == Role.HR for m in rows),
    )
