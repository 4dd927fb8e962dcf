"""Rows to begin with, written directly, for tests that look at the tables alone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from storage.database import Database
from storage.deliveries import Delivery, Occurrence
from storage.people import Person
from storage.programme import Organisation, Team, Unit
from storage.schedules import Schedule

NOW = datetime(2026, 1, 14, 11, 30, tzinfo=UTC)
MONDAY = date(2026, 1, 12)


@dataclass(frozen=True)
class Rows:
    """The ids of one row of each kind that others refer to."""

    organisation: int
    unit: int
    team: int
    person: int
    schedule: int
    occurrence: int
    delivery: int


async def written(database: Database) -> Rows:
    """Write one row into each of the tables that others refer to."""
    async with database.write() as session:
        organisation = Organisation(
            name="City of Tests",
            timezone="Europe/Helsinki",
            languages="en",
            programme_start=MONDAY,
            points_used=True,
            points_decided_by="Steering group",
            points_decided_at=NOW,
        )
        session.add(organisation)
        await session.flush()
        unit = Unit(organisation_id=organisation.id, name="Services")
        person = Person(organisation_id=organisation.id, telegram_id=2**40, first_name="Ana")
        schedule = Schedule(
            organisation_id=organisation.id,
            kind="prompt",
            weekdays="tue",
            at=time(9, 30),
            anchor=MONDAY,
            window_minutes=240,
            next_due=NOW,
        )
        session.add_all([unit, person, schedule])
        await session.flush()
        team = Team(unit_id=unit.id, name="Desk")
        occurrence = Occurrence(schedule_id=schedule.id, day=MONDAY, week=0, due=NOW)
        session.add_all([team, occurrence])
        await session.flush()
        delivery = Delivery(
            occurrence_id=occurrence.id,
            person_id=person.id,
            not_before=NOW,
            useful_until=NOW + timedelta(hours=4),
        )
        session.add(delivery)
        await session.flush()
        return Rows(
            organisation.id,
            unit.id,
            team.id,
            person.id,
            schedule.id,
            occurrence.id,
            delivery.id,
        )
