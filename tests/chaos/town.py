"""Many people in teams, written straight into the database: they joined before the trouble."""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from coaching.content import LANGUAGES
from coaching.rules.access import Role
from coaching.rules.instrument import FORMS
from coaching.rules.schedules import Kind
from coaching.schedules import editor, saving
from storage.database import Database
from storage.migrations import upgrade
from storage.people import Membership, Person
from storage.programme import Team, Unit
from tests.organisation import FIRST_MORNING, Programme, founded

TEAM_SIZES = (7, 10, 13)  # a lead and members, never too few to be counted alone
TEAMS_IN_UNIT = 10
FIRST_USER_ID = 100_001


@dataclass(frozen=True, slots=True)
class Citizen:
    """Somebody in a team, as the parent knows them."""

    user_id: int
    language: str
    team: int
    role: Role


async def settle(path: Path, page_size: int, people: int, seed: int) -> list[Citizen]:
    """Make the schema, the programme, and as many people in teams as are wanted."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA page_size={page_size}; VACUUM;")
    database = Database(f"sqlite:///{path}")
    try:
        await upgrade(database)
        programme = await founded(database, now=FIRST_MORNING)
        await _nothing_comes_back(programme)
        return await _people(programme, list(_sizes(people)), random.Random(seed))
    finally:
        await database.close()


async def _nothing_comes_back(programme: Programme) -> None:
    """Stop the follow-ups: whom they are for depends on what people write, which is not kept."""
    args = (programme.database, programme.hanna)
    for listed in await editor.overview(*args):
        if listed.draft.kind is Kind.FOLLOW_UP and listed.draft.schedule_id:
            schedule = listed.draft.schedule_id
            await saving.set_paused(*args, schedule, programme.now, paused=True)


def _sizes(people: int) -> Iterator[int]:
    """Cut the people into teams; the last one takes what is left over."""
    number = 0
    while people >= 2 * TEAM_SIZES[-1]:
        yield TEAM_SIZES[number % len(TEAM_SIZES)]
        people -= TEAM_SIZES[number % len(TEAM_SIZES)]
        number += 1
    yield people


async def _people(programme: Programme, sizes: Sequence[int], lot: random.Random) -> list[Citizen]:
    citizens: list[Citizen] = []
    async with programme.database.write() as session:
        for number, size in enumerate(sizes):
            if number % TEAMS_IN_UNIT == 0:
                unit = Unit(organisation_id=programme.id, name=f"Unit {number // TEAMS_IN_UNIT}")
                session.add(unit)
                await session.flush()
            team = Team(unit_id=unit.id, name=f"Team {number}")
            session.add(team)
            await session.flush()
            first = FIRST_USER_ID + len(citizens)
            for seat in range(size):
                role = Role.STAFF if seat else Role.LEAD
                citizens.append(Citizen(first + seat, lot.choice(LANGUAGES), team.id, role))
        rows = [_row(citizen, programme) for citizen in citizens]
        session.add_all(rows)
        await session.flush()
        session.add_all(
            Membership(
                person_id=row.id,
                team_id=citizen.team,
                role=citizen.role,
                since=programme.hanna.programme_start,
            )
            for row, citizen in zip(rows, citizens, strict=True)
        )
    return citizens


def _row(citizen: Citizen, programme: Programme) -> Person:
    return Person(
        organisation_id=programme.id,
        telegram_id=citizen.user_id,
        first_name=f"P{citizen.user_id}",
        language=citizen.language,
        form=FORMS[citizen.user_id % len(FORMS)],
        enrolled_at=programme.now,
    )
