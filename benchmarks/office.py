"""A programme to measure with: set up and joined through the use cases, then grown in bulk."""

import random
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import update
from sqlmodel import col, insert, select

from coaching.checkin.week import open_checkin
from coaching.content import load_instrument
from coaching.people import directory, identity, joining
from coaching.people.identity import Viewer
from coaching.programme import setup
from coaching.programme.setup import SetUp
from coaching.rules.access import Role
from coaching.rules.instrument import FORMS
from storage.database import Database, Session
from storage.migrations import upgrade
from storage.people import Membership, Person, memberships
from storage.schedules import Schedule

TIMEZONE = "Europe/Helsinki"
HR, FIRST_STAFF = 1000, 1001  # Telegram accounts
TEAM_SIZE, MOST_TEAMS = 8, 50
# Two items in each of the first three weeks, and two of them once more in the fourth.
ASKED = [(week, f"D{week * 2 + n}") for week in range(3) for n in (1, 2)] + [(3, "D1"), (3, "D4")]
FIRST_SPREAD = 1000  # the id of the first unit and team that staff are spread over


@dataclass(frozen=True, slots=True)
class Office:
    """An organisation in which a number of staff are enrolled, in English."""

    organisation_id: int
    staff: range  # their Telegram accounts


async def staffed(database: Database, number: int, now: datetime | None = None) -> Office:
    """Migrate an empty database and enrol the staff; every schedule is paused."""
    now = now or datetime.now(UTC)
    await upgrade(database)
    wanted = SetUp("Measured", TIMEZONE, ("en", "fi", "sv"), True, "Steering group")  # noqa: FBT003
    organisation_id = await setup.set_up(database, wanted, now)
    link = await joining.first_invitation(database, organisation_id, now, "hr")
    hr = await _joins(database, link.token, HR, now)
    unit = await directory.add_unit(database, hr, "Services", now)
    teams = [
        (await directory.add_team(database, hr, unit.id, f"Team {n}", now)).team_id
        for n in range(min(-(-number // TEAM_SIZE), MOST_TEAMS))
    ]
    link = await joining.invite(database, hr, Role.STAFF, teams[0], now, "first of staff")
    first = await _joins(database, link.token, FIRST_STAFF, now)
    await _grow(database, first, teams, number)
    return Office(organisation_id, range(FIRST_STAFF, FIRST_STAFF + number))


async def presses(
    database: Database, office: Office, now: datetime
) -> list[tuple[int, list[str]]]:
    """Return for each person the buttons to press over and over: both items, all values."""
    found = []
    for account in office.staff:
        viewer = await identity.identify(database, account)
        assert viewer is not None
        checkin = await open_checkin(database, viewer, now)
        data = [
            f"ci:{checkin.week}:{item.dimension}:rated:{value}"
            for value in range(1, 6)
            for item in checkin.items
        ]
        found.append((account, data))
    return found


def spread(raw: sqlite3.Connection, office: Office, units: int, teams: int) -> None:
    """Give the staff as many units and teams, each team in one of the units."""
    raw.executemany(
        "INSERT INTO unit"
        " (id, organisation_id, name, works_holidays, in_shifts, told_unknown)"
        " VALUES (?, ?, ?, 0, 0, 0)",
        ((FIRST_SPREAD + n, office.organisation_id, f"Unit {n}") for n in range(units)),
    )
    raw.executemany(
        "INSERT INTO team (id, unit_id, name) VALUES (?, ?, ?)",
        ((FIRST_SPREAD + n, FIRST_SPREAD + n % units, f"Team {n}") for n in range(teams)),
    )
    raw.execute(
        "UPDATE membership SET team_id = ? + person_id % ? WHERE role = 'staff'",
        (FIRST_SPREAD, teams),
    )


def let_answer(raw: sqlite3.Connection) -> None:
    """Let seven of ten answer everything asked in a block, by values drawn from a seed."""
    wording, lot = load_instrument().version, random.Random(1)
    raw.executemany(
        "INSERT INTO rating (person_id, week, dimension, response, value, instrument)"
        " VALUES (?, ?, ?, 'rated', ?, ?)",
        (
            (person, week, dimension, lot.randint(1, 5), wording)
            for (person,) in raw.execute("SELECT id FROM person").fetchall()
            if lot.random() < 0.7
            for week, dimension in ASKED
        ),
    )


async def _joins(database: Database, token: str, account: int, now: datetime) -> Viewer:
    viewer = (await joining.open_invite(database, token, account, "Ana", now)).viewer
    viewer = (await joining.choose_language(database, viewer, "en")).viewer
    return (await joining.accept_notice(database, viewer, now)).viewer


async def _grow(database: Database, first: Viewer, teams: list[int], number: int) -> None:
    """Let others join as the first one did, by rows: the use cases would take minutes."""
    async with database.write() as session:
        await session.exec(update(Schedule).values(paused=True))
        if number == 1:
            return
        person = await session.get_one(Person, first.person_id)
        like = person.model_dump(exclude={"id", "telegram_id", "form", "newly_placed"})
        people = [
            like | {"telegram_id": FIRST_STAFF + n, "form": FORMS[n % len(FORMS)]}
            for n in range(1, number)
        ]
        await session.exec(insert(Person), params=people)
        place = (await memberships(session, person.id))[0]
        like = place.model_dump(exclude={"id", "person_id", "team_id"})
        places = [
            like | {"person_id": id_, "team_id": teams[n % len(teams)]}
            for n, id_ in enumerate(await _others(session), 1)
        ]
        await session.exec(insert(Membership), params=places)


async def _others(session: Session) -> Sequence[int]:
    account = col(Person.telegram_id)
    return (
        await session.exec(select(Person.id).where(account > FIRST_STAFF).order_by(account))
    ).all()
