"""Looking what is due, many times a minute: no table that grows is read through for it."""

from typing import Any

import pytest
from sqlalchemy import Engine, event

from coaching.deliveries.sending import lease, next_attempt
from coaching.schedules.planning import next_due, plan_due
from tests.organisation import Programme

SMALL = (
    "CONSTANT",
    "schedule",
    "planning_failure",
    "trusted_time",
    "organisation",
    "unit",
    "challenge",
)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_no_table_that_grows_is_read_through(programme: Programme) -> None:
    asked: list[tuple[str, Any]] = []

    def hear(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        await plan_due(programme.database, programme.now)
        await next_due(programme.database)
        await lease(programme.database, programme.now, 32)
        await next_attempt(programme.database, programme.now)
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
    read_through = []
    async with programme.database.connect(write=False) as connection:
        for statement, parameters in asked:
            if statement.startswith(("SELECT", "UPDATE", "WITH")):
                plan = await connection.exec_driver_sql(
                    f"EXPLAIN QUERY PLAN {statement}", parameters
                )
                steps = [str(step.detail) for step in plan]
                read_through += [step for step in steps if step.startswith("SCAN ")]
    assert asked
    assert [s for s in read_through if s.split()[1] not in SMALL and "INDEX" not in s] == []
