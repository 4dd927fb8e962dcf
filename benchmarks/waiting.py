"""How long somebody else waits meanwhile: a small read and a small write, over and over."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter

from benchmarks.office import FIRST_STAFF
from coaching.people import identity, preferences
from storage.database import Database

PAUSE = 0.002


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """How long the work took, and how long somebody else waited at most, in seconds."""

    took: float
    longest_wait: float


async def meanwhile(database: Database, now: datetime, work: Awaitable[object]) -> Meanwhile:
    """Do the work while one of the staff presses and presses."""
    viewer = await identity.identify(database, FIRST_STAFF)
    assert viewer is not None
    waits = [0.0]
    person = viewer.person_id

    async def presses() -> None:
        while True:
            began = perf_counter()
            await identity.identify(database, FIRST_STAFF)
            await preferences.set_reachable(database, person, now, reachable=True)
            waits.append(perf_counter() - began)
            await asyncio.sleep(PAUSE)

    other = asyncio.create_task(presses())
    await asyncio.sleep(20 * PAUSE)
    began = perf_counter()
    await work
    took = perf_counter() - began
    await asyncio.sleep(20 * PAUSE)
    other.cancel()
    await asyncio.gather(other, return_exceptions=True)
    return Meanwhile(took, max(waits))
