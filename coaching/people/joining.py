"""Joining by an invite: a link for one person, a language, the privacy notice, enrolment."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require, viewer_of
from coaching.rules.access import NEEDS_APPROVAL, Action, Role
from coaching.rules.instrument import form_for
from storage import audit, invites, people, programme, rosters
from storage.database import Database, Session, Writer
from storage.invites import Invite
from storage.people import Membership, Person

INVITE_LASTS = timedelta(days=7)
TOKEN_BYTES = 18


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link's secret, shown once, with what it is for; it may wait for a second HR person."""

    token: str
    role: Role
    team_name: str | None
    expires_at: datetime
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """The place that an opened link gives; `leaves` is the team that one would leave for it."""

    role: Role
    team_name: str | None
    leaves: str | None


@dataclass(frozen=True, slots=True)
class Joining:
    """Who joins, and the place that their link gives; None for who opened no link."""

    viewer: Viewer
    offered: Offered | None


async def offered_place(database: Database, viewer: Viewer) -> Offered | None:
    """Return what the link gives that the person opened and has not accepted yet."""
    async with database.read() as session:
        return await _offered(session, viewer)


async def _offered(session: Session, viewer: Viewer) -> Offered | None:
    opened = await invites.opened_by(session, viewer.person_id)
    if opened is None:
        return None
    given_up = await _given_up(session, viewer.person_id, opened)
    leaving = [p for p in given_up if p.team_id != opened.team_id]
    ids = [id_ for id_ in (opened.team_id, leaving[0].team_id if leaving else None) if id_]
    named = await programme.teams_named(session, viewer.organisation_id, ids)
    teams = {team.id: team.name for team in named}
    return Offered(
        Role(opened.role),
        teams.get(opened.team_id) if opened.team_id else None,
        teams.get(leaving[0].team_id) if leaving and leaving[0].team_id else None,
    )


async def first_invitation(
    database: Database, organisation_id: int, now: datetime, asked_in: str
) -> Invitation:
    """Return an invitation for an HR person, asked for by whoever runs the installation."""
    async with database.write() as session:
        await programme.organisation_to_change(session, organisation_id)
        audit.record(
            session,
            organisation_id,
            None,
            now,
            "invite made",
            {},
            {"role": Role.HR, "by": asked_in},
        )
        return await _invitation(session, organisation_id, Role.HR, None, now, asked_in)


async def invite(
    database: Database,
    viewer: Viewer,
    role: Role,
    team_id: int | None,
    now: datetime,
    asked_in: str,
) -> Invitation:
    """Return a new invitation; `asked_in` names the request, which makes one invitation only.

    What lets somebody see more than a member waits for a second HR person. Raises HR_IS_ALONE for
    an HR invitation where there is none: technical administration makes that one.
    """
    require(viewer, Action.INVITE)
    if (team_id is None) != (role is Role.HR):
        raise CoachingError(Code.NOT_FOUND)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        others = await rosters.hr_persons(session, viewer.organisation_id) - {viewer.person_id}
        if role is Role.HR and not others:
            raise CoachingError(Code.HR_IS_ALONE)
        waits = bool(others) and role in NEEDS_APPROVAL
        made = await _invitation(
            session,
            viewer.organisation_id,
            role,
            team_id,
            now,
            asked_in,
            asked_by=viewer.person_id,
            waits=waits,
        )
        after = {"role": role, "team": made.team_name, "waits": waits}
        audit.record(
            session, viewer.organisation_id, viewer.person_id, now, "invite made", {}, after
        )
        return made


async def renew(database: Database, viewer: Viewer, now: datetime, asked_in: str) -> Invitation:
    """Return a new link in place of the one that the same request made; that one opens nothing.

    Raises NOT_FOUND for a request of somebody else's, INVITE_USED where the link was opened.
    """
    require(viewer, Action.INVITE)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        made = await invites.asked_for(session, viewer.person_id, asked_in)
        if made is None:
            raise CoachingError(Code.NOT_FOUND)
        if made.opened_by is not None or made.accepted_at is not None:
            raise CoachingError(Code.INVITE_USED)
        token = secrets.token_urlsafe(TOKEN_BYTES)
        made.token_digest, made.expires_at = _digest(token), now + INVITE_LASTS
        team = None
        if made.team_id is not None:
            team = await programme.team(session, viewer.organisation_id, made.team_id)
        after = {"role": made.role, "team": team.name if team else None, "waits": made.waits}
        audit.record(
            session, viewer.organisation_id, viewer.person_id, now, "invite renewed", {}, after
        )
        return Invitation(
            token, Role(made.role), team.name if team else None, made.expires_at, made.waits
        )


async def open_invite(
    database: Database,
    token: str,
    telegram_id: int,
    first_name: str,
    now: datetime,
    language: str | None = None,
) -> Joining:
    """Let the holder of a link in, as far as the privacy notice; the link is theirs from now on.

    `language` is their Telegram's, spoken with them if the organisation speaks it.
    Another link that they opened and did not accept is free again.
    Raises INVITE_UNKNOWN, INVITE_USED, INVITE_EXPIRED, INVITE_WAITS, or ALREADY_MEMBER for
    somebody who has the place that the link gives.
    """
    async with database.write() as session:
        row = await invites.to_open(session, _digest(token))
        if row is None:
            raise CoachingError(Code.INVITE_UNKNOWN)
        person = await people.by_telegram_id(session, telegram_id)
        _check_usable(row, person, now)
        if person is None:
            person = Person(
                organisation_id=row.organisation_id,
                telegram_id=telegram_id,
                first_name=first_name[:64],
            )
            session.add(person)
            await session.flush()
        await _check_new_place(session, person, row)
        await invites.release(session, person.id)
        row.opened_by = person.id
        viewer = await viewer_of(session, person.id)
        if viewer.language is None:
            person.language = language if language in viewer.languages else viewer.languages[0]
            viewer = replace(viewer, language=person.language)
        return Joining(viewer, await _offered(session, viewer))


async def refusal_of(database: Database, token: str, now: datetime) -> Code | None:
    """Return why a link lets no stranger in; None if it lets one in."""
    async with database.read() as session:
        found = await invites.by_digest(session, _digest(token))
    if found is None:
        return Code.INVITE_UNKNOWN
    try:
        _check_usable(found, None, now)
    except CoachingError as error:
        return error.code
    return None


async def choose_language(database: Database, viewer: Viewer, language: str) -> Joining:
    """Keep the language in which the person wants to be spoken to."""
    if language not in viewer.languages:
        raise CoachingError(Code.NOT_FOUND)
    async with database.write() as session:
        person = await session.get_one(Person, viewer.person_id)
        person.language = language
        viewer = await viewer_of(session, person.id)
        return Joining(viewer, await _offered(session, viewer))


async def accept_notice(database: Database, viewer: Viewer, now: datetime) -> Joining:
    """Enrol somebody who has read who sees what, in the place that is then theirs.

    A second press changes nothing.
    """
    async with database.write() as session:
        return await accept(session, viewer, now)


async def accept(session: Writer, viewer: Viewer, now: datetime) -> Joining:
    """Enrol them the same way inside a transaction that is open already."""
    # A press that comes at the same time finds the invite accepted, a merger everybody in.
    await programme.organisation_to_change(session, viewer.organisation_id)
    person = await session.get_one(Person, viewer.person_id)
    opened = await invites.opened_by(session, person.id)
    offered = await _offered(session, viewer)
    if opened is not None:
        opened.accepted_at = now
        person.enrolled_at = person.enrolled_at or now
        await take_place(session, person, opened, viewer.local_day(now))
        await session.flush()
    found = await viewer_of(session, person.id)
    if not (found.enrolled and found.standing.roles):
        raise CoachingError(Code.INVITE_UNKNOWN)
    return Joining(found, offered)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def _invitation(
    session: Writer,
    organisation_id: int,
    role: Role,
    team_id: int | None,
    now: datetime,
    asked_in: str,
    *,
    asked_by: int | None = None,
    waits: bool = False,
) -> Invitation:
    team = await programme.team(session, organisation_id, team_id) if team_id else None
    if team_id and team is None:
        raise CoachingError(Code.NOT_FOUND)
    if await invites.was_asked_in(session, asked_in):
        raise CoachingError(Code.INVITE_ALREADY_MADE)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    made = Invite(
        organisation_id=organisation_id,
        token_digest=_digest(token),
        asked_in=asked_in,
        role=role,
        team_id=team_id,
        expires_at=now + INVITE_LASTS,
        asked_by=asked_by,
        waits=waits,
    )
    session.add(made)
    return Invitation(token, role, team.name if team else None, made.expires_at, waits)


def _check_usable(found: Invite, person: Person | None, now: datetime) -> None:
    opened_by_other = found.opened_by is not None and (
        person is None or found.opened_by != person.id
    )
    if opened_by_other:
        raise CoachingError(Code.INVITE_USED)
    if found.accepted_at is not None:
        raise CoachingError(Code.ALREADY_MEMBER)
    if found.expires_at <= now:
        raise CoachingError(Code.INVITE_EXPIRED)
    if found.waits:
        raise CoachingError(Code.INVITE_WAITS)
    if person is not None and person.organisation_id != found.organisation_id:
        raise CoachingError(Code.INVITE_UNKNOWN)


async def _check_new_place(session: Session, person: Person, found: Invite) -> None:
    """Raise ALREADY_MEMBER for the same place, and for a lead who would join the led team."""
    places = await people.memberships(session, person.id)
    in_team = {p.role for p in places if p.team_id == found.team_id}
    if found.role in in_team or (found.role == Role.STAFF and Role.LEAD in in_team):
        raise CoachingError(Code.ALREADY_MEMBER)


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place to take without a link, and who of HR made it."""

    role: Role
    team_id: int | None
    asked_by: int | None


async def take_place(
    session: Writer, person: Person, found: Invite | NewPlace, today: date
) -> None:
    """Begin the membership; what cannot stand beside it ends."""
    _end_all(await _given_up(session, person.id, found), today)
    await session.flush()
    if found.team_id is not None and person.form is None:
        nth = await people.ever_in_team(session, found.team_id)
        person.form = form_for(nth, found.team_id)
    session.add(
        Membership(
            person_id=person.id,
            team_id=found.team_id,
            role=found.role,
            since=today,
            made_by=found.asked_by,
            unconfirmed=found.role == Role.STAFF and found.asked_by is not None,
        )
    )
    person.newly_placed = True


async def _given_up(
    session: Session, person_id: int, found: Invite | NewPlace
) -> list[Membership]:
    """Return what a new place ends: one is staff in one team, and not staff where one leads."""
    places = await people.memberships(session, person_id)
    staff = [place for place in places if place.role == Role.STAFF]
    if found.role == Role.STAFF:
        return staff
    return [place for place in staff if place.team_id == found.team_id and found.team_id]


def _end_all(places: Sequence[Membership], today: date) -> None:
    for place in places:
        place.until = today
