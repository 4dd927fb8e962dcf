"""What a press at the editor of schedules asks of the database: one transaction, bounded."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine

from coaching.people.identity import Viewer
from coaching.rules.access import Role
from coaching.rules.schedules import Kind
from coaching.schedules.planning import plan_due
from tests.bot.dialogue import Office, Someone
from tests.bot.editor import drafts

MOST, MOST_TO_SAVE = 24, 36  # statements: who it is, the draft, all that its preview depends on
TRANSACTIONS = 2  # who it is, and the one use case


@dataclass
class Work:
    """What the database was asked for."""

    statements: list[str] = field(default_factory=list)
    transactions: int = 0


@contextmanager
def watched() -> Iterator[Work]:
    """Note what any database is asked for meanwhile."""
    seen = Work()

    def note(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        seen.statements.append(statement)

    def begins(_connection: Connection) -> None:
        seen.transactions += 1

    event.listen(Engine, "before_cursor_execute", note)
    event.listen(Engine, "begin", begins)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)
        event.remove(Engine, "begin", begins)


PRESSES = (
    ("Days", "Mon", "Back"),
    ("Time", "10:00"),
    ("Time", "People's own time, else 10:00", "Back"),
    ("For whom", "team Desk", "Leads only"),
    ("From – until", "First day", "Starts at once", "Back"),
    ("How often", "every 2 weeks"),
    ("Useful for", "2 hours"),
    ("Save",),
)


async def test_a_press_is_one_transaction_of_few_statements(
    office: Office, hanna: Someone
) -> None:
    desk = await office.programme.team("Desk")
    await office.member("Ana", desk)
    await office.member("Leo", desk, Role.LEAD)
    await plan_due(office.programme.database, office.clock.now())  # who came is welcomed
    await drafts(hanna, Kind.PROMPT)
    for page in PRESSES:
        for label in page:
            known = await hanna_as_known(office)
            with watched() as seen:
                await hanna.presses(label)
            most = MOST_TO_SAVE if label == "Save" else MOST
            assert len(seen.statements) <= most, label
            closes = known.asked is not None  # what could have been typed is not asked any more
            catches_up = label == "Save"  # first looks for what is due with the old values
            assert seen.transactions <= TRANSACTIONS + closes + catches_up, label
    assert "✓ Saved" in hanna.screen


async def hanna_as_known(office: Office) -> Viewer:
    return await office.programme.again(office.programme.hanna)
