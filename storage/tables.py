"""All tables in one metadata: importing this module makes the schema complete."""

from sqlmodel import SQLModel

from storage import (
    access_log,
    audit,
    checkin,
    conversation,
    deliveries,
    follow_ups,
    invites,
    learnings,
    people,
    points,
    practice,
    programme,
    results,
    rewards,
    schedules,
    shifts,
    team_groups,
)

METADATA = SQLModel.metadata
ROOMS = (
    access_log,
    audit,
    checkin,
    deliveries,
    follow_ups,
    invites,
    learnings,
    people,
    points,
    conversation,
    practice,
    programme,
    team_groups,
    results,
    rewards,
    schedules,
    shifts,
)
