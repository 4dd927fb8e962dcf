"""The newest time that could be trusted, so that a wrong clock is known after a start too."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, col, func, select

from storage.audit import AuditEntry
from storage.database import Session, Writer
from storage.deliveries import Occurrence
from storage.types import Table

ONLY = 1


class TrustedTime(Table, table=True):
    """One row: when the clock was last right, and whether it is in doubt now.

    `telegram_off` are the seconds by which Telegram's time is ahead although the clock is right,
    as technical administration confirmed. `told` holds once HR was told of the doubt.
    """

    __tablename__ = "trusted_time"
    __table_args__ = (CheckConstraint(f"id = {ONLY}", name="one"),)

    id: int = Field(default=ONLY, primary_key=True)
    at: datetime
    telegram_off: int = 0
    in_doubt: bool = False
    told: bool = False


async def trusted(session: Session) -> TrustedTime | None:
    """Return the row, None before the first look at a clock."""
    return await session.get(TrustedTime, ONLY)


async def newest_instant(session: Session) -> datetime | None:
    """Return the newest instant of which something is kept: a change, or what was due."""
    newest = [
        (await session.exec(select(func.max(column)))).one()
        for column in (col(AuditEntry.at), col(Occurrence.due))
    ]
    return max((instant for instant in newest if instant is not None), default=None)


async def keep(session: Writer, at: datetime) -> TrustedTime:
    """Let the instant be the newest that can be trusted; whatever was in doubt is over."""
    row = await trusted(session)
    if row is None:
        row = TrustedTime(at=at)
        session.add(row)
    row.at, row.in_doubt, row.told = at, False, False
    return row


async def note_doubt(session: Writer) -> None:
    """Note that the clock is in doubt."""
    row = await trusted(session)
    if row is not None:
        row.in_doubt = True


async def note_told(session: Writer) -> None:
    """Note that HR was told of the doubt."""
    row = await trusted(session)
    if row is not None:
        row.told = True
