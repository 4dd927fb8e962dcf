"""Who is in no schedule of a kind, counted from places and reaches alone."""

import pytest

from coaching.rules.access import Role
from coaching.rules.schedules import Kind, Reach, Seat, left_without

STAFF, LEAD, HR = Role.STAFF, Role.LEAD, Role.HR
PEOPLE = [
    (Seat(STAFF, 1, 10),),
    (Seat(STAFF, 1, 10),),
    (Seat(LEAD, 1, 10), Seat(STAFF, 2, 10)),
    (Seat(LEAD, 3, 20),),
    (Seat(HR),),
]


@pytest.mark.parametrize(
    ("kind", "reaches", "without"),
    [
        (Kind.PROMPT, [], 4),
        (Kind.PROMPT, [Reach()], 0),
        (Kind.PROMPT, [Reach(unit_id=10)], 1),
        (Kind.PROMPT, [Reach(team_id=1)], 1),
        (Kind.PROMPT, [Reach(team_id=2)], 3),
        (Kind.PROMPT, [Reach(team_id=2), Reach(unit_id=20)], 2),
        (Kind.PROMPT, [Reach(role=LEAD)], 2),
        (Kind.PROMPT, [Reach(role=LEAD), Reach(role=STAFF)], 0),
        (Kind.PROMPT, [Reach(team_id=3, role=STAFF)], 4),
        (Kind.POINTS_POST, [], 3),
        (Kind.LEAD_SUMMARY, [], 2),
        (Kind.LEAD_SUMMARY, [Reach(team_id=1)], 1),
        (Kind.ALERT, [], 1),
    ],
)
def test_whoever_no_schedule_reaches_is_counted(
    kind: Kind, reaches: list[Reach], without: int
) -> None:
    assert left_without(kind, reaches, PEOPLE) == without


def test_nobody_is_without_where_nobody_is() -> None:
    assert left_without(Kind.PROMPT, [], []) == 0
