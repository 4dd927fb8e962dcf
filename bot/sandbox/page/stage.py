"""What the chat page needs from whoever directs the play."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

Role = Literal["staff", "lead", "hr", "newcomer"]


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody whom a visitor may play."""

    user_id: int
    name: str
    role: Role
    team: str  # empty for somebody without a team
    language: str


@dataclass(frozen=True, slots=True)
class NextEvent:
    """What happens next by itself: the kind of a schedule, such as "prompt" or "close"."""

    at: datetime
    kind: str


class Stage(Protocol):
    """The people to play, and the time in which they live."""

    @property
    def zone(self) -> ZoneInfo:
        """The organisation's time zone."""
        ...

    def seats(self) -> Sequence[Seat]:
        """Return everybody a visitor may play."""
        ...

    async def next_event(self) -> NextEvent | None:
        """Return what happens next, None if nothing is planned."""
        ...

    async def wind(self) -> None:
        """Wind the clock to the next event; return when the bot has settled."""
        ...

    def played(self, user_id: int) -> None:
        """Learn that a visitor acts for this person."""
        ...

    def new_seat(self) -> Seat:
        """Let a new colleague come in, who has not pressed Start yet."""
        ...
