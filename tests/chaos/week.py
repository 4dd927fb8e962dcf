"""The first week of a programme and the Monday after it, sending by sending."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any, Protocol

from coaching.rules.schedules import Kind
from tests.chaos.play import Play
from tests.chaos.telegram import ZONE, local
from tests.organisation import FIRST_MORNING

BEFORE = timedelta(minutes=5)
FIRST_DAY = local(FIRST_MORNING).date()


@dataclass(frozen=True, slots=True)
class Sending:
    """Something that the timetable does, and until when it is useful."""

    kind: Kind
    days: int  # after the first Monday
    at: time
    until: time

    @property
    def day(self) -> date:
        """Return the day on which it is due."""
        return FIRST_DAY + timedelta(days=self.days)

    @property
    def due(self) -> datetime:
        """Return the instant at which it begins."""
        return datetime.combine(self.day, self.at, ZONE)

    @property
    def end(self) -> datetime:
        """Return the instant from which it is of no use."""
        return datetime.combine(self.day, self.until, ZONE)


TUESDAY = Sending(Kind.PROMPT, 1, time(9, 30), time(13, 30))
WEDNESDAY = Sending(Kind.CHECKIN, 2, time(13), time(17))
THURSDAY = Sending(Kind.PROMPT, 3, time(9, 30), time(13, 30))
FRIDAY = Sending(Kind.REMINDER, 4, time(10), time(14))
CLOSE = Sending(Kind.CLOSE, 7, time(0, 5), time(0, 20))
POST = Sending(Kind.POINTS_POST, 7, time(9), time(17))
WEEK = (TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
MONDAY = (CLOSE, POST)


class Trouble(Protocol):
    """What goes wrong while something is sent."""

    def __call__(self, play: Play, sending: Sending) -> Coroutine[Any, Any, None]:
        """Make trouble from a little before the sending until at most its end."""
        ...


async def live(play: Play, sendings: Sequence[Sending], trouble: Trouble) -> None:
    """Live through the sendings, each with its trouble."""
    for sending in sendings:
        play.clock.wind_to(sending.due - BEFORE)
        if sending is FRIDAY:
            play.remember_who_answered()
        async with asyncio.TaskGroup() as group:
            under_way = group.create_task(trouble(play, sending))
            await play.live_until(sending.end, under_way, partial(_is_done, play, sending))


def _is_done(play: Play, sending: Sending) -> bool:
    """Tell whether it was claimed and nothing waits; the next day must not come in between."""
    return (sending.kind, sending.day) in play.rows.occurrences() and not play.rows.waiting()
