"""What stands in the bot's database: every query of the fault runs, and nothing else.

It is read by plain SQL from another process, so nothing of the bot's own code vouches for itself.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from tests.chaos.account import Message, Question

# A lead's summary stands for the points post: which of the two it is, is not what is tried here.
KIND = "replace(schedule.kind, 'lead_summary', 'points_post')"
OWED = """
    FROM delivery JOIN occurrence ON occurrence.id = delivery.occurrence_id
    JOIN schedule ON schedule.id = occurrence.schedule_id AND schedule.kind <> 'alert'
    JOIN person ON person.id = delivery.person_id
"""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A row of the delivery table, with the message that it stands for."""

    message: Message
    state: str
    attempts: int


class Entry(NamedTuple):
    """A row of the ledger."""

    team: int
    week: int
    component: str
    points: int


class Answered(NamedTuple):
    """Who took part, who practised and who heard a customer."""

    took_part: set[int]
    practised: set[int]
    heard: set[int]


class Rows:
    """Reads one SQLite file, also while a bot writes to it or after it was killed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def deliveries(self) -> list[Delivery]:
        """Return every delivery."""
        wanted = f"person.telegram_id, {KIND}, occurrence.day"
        return [
            Delivery(_message(*who), state, attempts)
            for *who, state, attempts in self._all(
                f"SELECT {wanted}, delivery.state, delivery.attempts {OWED}"
            )
        ]

    def taken(self) -> Counter[Message]:
        """Return how often the sender has taken what is not settled yet."""
        wanted = f"person.telegram_id, {KIND}, occurrence.day, delivery.attempts"
        found = self._all(f"SELECT {wanted} {OWED} WHERE delivery.state = 'planned'")
        return Counter({_message(*who): attempts for *who, attempts in found})

    def waiting(self) -> int:
        """Return how many deliveries are in no final state; an alert may wait for HR's morning."""
        return self._number(f"SELECT count(*) {OWED} WHERE delivery.state = 'planned'")

    def occurrences(self) -> list[tuple[str, date]]:
        """Return kind and day of everything that the timetable has claimed."""
        query = (
            f"SELECT DISTINCT {KIND}, occurrence.day FROM occurrence"
            " JOIN schedule ON schedule.id = occurrence.schedule_id WHERE schedule.kind = 'close'"
            " OR schedule.kind <> 'alert' AND EXISTS"
            " (SELECT 1 FROM delivery WHERE delivery.occurrence_id = occurrence.id)"
            " ORDER BY occurrence.due"
        )
        return [(kind, date.fromisoformat(day)) for kind, day in self._all(query)]

    def answers(self) -> dict[Question, str]:
        """Return everything that people answered, in the words of the account."""
        items = self._all(
            "SELECT telegram_id, week, dimension, response, value"
            " FROM rating JOIN person ON person.id = rating.person_id"
        )
        prompts = self._all(
            "SELECT telegram_id, practice.id, number, code FROM practice_note"
            " JOIN practice ON practice.id = practice_id"
            " JOIN person ON person.id = practice.person_id WHERE code IS NOT NULL"
        )
        given = {
            Question(user, f"{week} {dimension}"): _words(response, value)
            for user, week, dimension, response, value in items
        }
        return given | {
            Question(user, f"practice {practice} {number}"): code
            for user, practice, number, code in prompts
        }

    def answered(self) -> Answered:
        """Return who did so far what counts; a step within 5 seconds is a slip."""
        took_part = self._all(
            "SELECT telegram_id FROM rating JOIN person ON person.id = person_id"
        )
        steps = self._all(
            "SELECT telegram_id, outcome,"
            " (julianday(completed_at) - julianday(offered_at)) * 86400 > 5"
            " FROM practice JOIN person ON person.id = person_id WHERE completed_at IS NOT NULL"
        )
        return Answered(
            {user for (user,) in took_part},
            {user for user, _, slowly in steps if slowly},
            {user for user, outcome, _ in steps if outcome == "heard"},
        )

    def ledger(self) -> list[Entry]:
        """Return the ledger's entries."""
        return [
            Entry(*row)
            for row in self._all("SELECT team_id, week, component, points FROM points_entry")
        ]

    def closed_weeks(self) -> list[int]:
        """Return the weeks that were closed."""
        return [week for (week,) in self._all("SELECT week FROM week_close ORDER BY week")]

    def pages(self) -> int:
        """Return how many pages the database has."""
        return self._number("PRAGMA page_count")

    def is_whole(self) -> bool:
        """Tell whether SQLite finds its own file in order."""
        return self._all("PRAGMA integrity_check") == [("ok",)]

    def _number(self, query: str) -> int:
        return int(self._all(query)[0][0])

    def _all(self, query: str, *values: object) -> Sequence[tuple[Any, ...]]:
        with self._open() as connection:
            return connection.execute(query, values).fetchall()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=10)) as connection:
            connection.execute("PRAGMA query_only=ON")
            yield connection


def _message(user_id: int, kind: str, day: str) -> Message:
    return Message(user_id, kind, date.fromisoformat(day))


def _words(response: str, detail: object) -> str:
    return response if detail is None else f"{response} {detail}"
