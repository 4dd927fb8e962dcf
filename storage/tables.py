"""All tables in one metadata: importing this module makes the schema complete."""

from sqlmodel import SQLModel

from storage import (
    access_log,
    audit,
    checkins,
    deliveries,
    follow_ups,
    invites,
    learning,
    people,
    points,
    positions,
    practice,
    programme,
    reporting,
    results,
    rewards,
    schedules,
    shifts,
)

METADATA = SQLModel.metadata
ROOMS = (
    access_log,
    audit,
    checkins,
    deliveries,
    follow_ups,
    invites,
    learning,
    people,
    points,
    positions,
    practice,
    programme,
    reporting,
    results,
    rewards,
    schedules,
    shifts,
)
