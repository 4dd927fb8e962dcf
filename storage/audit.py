"""The trail of decisions and settings: who changed what, when, from what to what."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Field

from storage.database import Writer
from storage.types import Table


class AuditEntry(Table, table=True):
    """One change of a setting or of somebody's place, never of an answer.

    `before` and `after` are like `{"id": 4, "paused": false}`.
    """

    __tablename__ = "audit_entry"

    id: int = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    at: datetime
    action: str = Field(max_length=40)
    before: str = Field(default="{}", max_length=2000)
    after: str = Field(default="{}", max_length=2000)


def record(
    session: Writer,
    organisation_id: int,
    person_id: int | None,
    at: datetime,
    action: str,
    before: Mapping[str, object],
    after: Mapping[str, object],
) -> None:
    """Add an entry to the trail in the same transaction as the change itself."""
    session.add(
        AuditEntry(
            organisation_id=organisation_id,
            person_id=person_id,
            at=at,
            action=action,
            before=json.dumps(before, default=str, sort_keys=True),
            after=json.dumps(after, default=str, sort_keys=True),
        )
    )
