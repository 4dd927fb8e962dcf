"""The record of one's own data: everything that is held about oneself, as it is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from coaching.people.access_log import looks_in
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from storage import own_data
from storage.database import Database

# What is the same for everybody, or only serves to find rows.
KEYS = {
    "id",
    "person_id",
    "organisation_id",
    "practice_id",
    "delivery_id",
    "occurrence_id",
    "story_id",
}


@dataclass(frozen=True, slots=True)
class OwnData:
    """All rows about somebody, table by table, without the keys that only serve to find them.

    `looks` are the days on which HR looked at who is where, the newest first.
    """

    rows: Mapping[str, list[Mapping[str, Any]]]
    looks: Sequence[date]

    @property
    def counts(self) -> Mapping[str, int]:
        """Return how many rows there are of each kind."""
        return {table: len(rows) for table, rows in self.rows.items()}


async def held(database: Database, viewer: Viewer) -> OwnData:
    """Return everything that is held about the person."""
    require(viewer, Action.OWN_DATA)
    async with database.read() as session:
        rows = await own_data.rows_of(session, viewer.person_id)
        looks = await looks_in(session, viewer)
    readable = {table: [_readable(row) for row in each] for table, each in rows.items()}
    return OwnData(readable, looks)


def _readable(row: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in row.items() if name not in KEYS and value is not None}
