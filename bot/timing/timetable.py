"""The timetable: wakes at the instant at which something is due, and to be safe every half minute.

APScheduler (through PTB's JobQueue) only wakes us; what is due is decided by the calendar rules
and claimed in the database, so waking too often, too late or twice does no harm. It goes by the
clock, which may be set; the half minute is measured by a clock that nobody can set.
"""

import asyncio
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import structlog
from telegram.ext import Job

from bot.chat.context import App, Context
from bot.logs import kind_of, places_of
from bot.timing.sender import Sender
from bot.timing.trusted_time import TrustedTime
from bot.timing.worker import FINISHED_WITHIN, Worker
from coaching.deliveries.sending import next_attempt, try_anew
from coaching.own_data.retention import purge
from coaching.schedules.days import renew
from coaching.schedules.planning import Failure, next_due, plan_due

log = structlog.get_logger()
SAFETY_TICK = timedelta(seconds=30)
TOLD_AFTER = 600.0  # seconds in which deleted answers could not leave the database's log


class Timetable:
    """Plans what is due, and sends what waits; a long broadcast does not hold up the planning."""

    def __init__(self, application: App) -> None:
        self._application = application
        self._services = application.bot_data
        self._time = TrustedTime(application.bot, self._services)
        self._sender = Sender(application.bot, self._services, self._time)
        self._ticking: asyncio.Task[None] | None = None
        self._looked: datetime | None = None
        self._planning = Worker("planning", self._plan)
        self._purging = Worker("purging", self._purge)
        self._purged: date | None = None
        self._unforgotten: float | None = None  # since when, or told last
        self._sending = Worker("sending", self._send)

    def start(self) -> None:
        """Begin to work; what became due meanwhile comes first."""
        self._ticking = asyncio.create_task(self._tick())
        self._services.clock.on_change(self.wake)
        self._sending.start()
        self._planning.start()
        self._purging.start()

    async def stop(self, within: float = FINISHED_WITHIN) -> None:
        """Finish the messages that are under way, then stop; the next start sends the others."""
        self._sender.stop()
        if self._ticking is not None:
            self._ticking.cancel()
        workers = (self._planning, self._purging, self._sending)
        await asyncio.gather(*(worker.stop(within) for worker in workers))
        await self._sender.let_go()

    def wake(self) -> None:
        """Look at what is due now."""
        self._planning.wake()
        self._purging.wake()

    async def at_rest(self) -> None:
        """Wait until everything that is due was dealt with."""
        await self._planning.at_rest()
        await self._purging.at_rest()
        await self._sending.at_rest()

    async def _on_wake(self, _: Context) -> None:
        self.wake()

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(SAFETY_TICK.total_seconds())
            self.wake()

    async def _plan(self) -> None:
        now = await self._time.look()
        if now is None:
            return
        try:
            await self._renew(now)
            await plan_due(self._services.database, now, _log)
        finally:  # what was planned before waits, whatever went wrong now
            self._sending.wake()
        due = await next_due(self._services.database)
        self._set_alarm("next due", due.at if due else None)

    async def _renew(self, now: datetime) -> None:
        """Find anew what was derived from a clock: at a start, each day, and when it went back."""
        before, database = self._looked, self._services.database
        if before is None or before > now or before.date() != now.date():
            ZoneInfo.clear_cache()  # the zone data may have been renewed
            try:
                await try_anew(database, now)
                await renew(database, now)
            except Exception as error:  # noqa: BLE001 - what is known serves until the next round
                log.error("renewal failed", kind=kind_of(error), at=places_of(error))  # noqa: TRY400
                return
        self._looked = now

    async def _send(self) -> None:
        await self._sender.send_waiting()
        now = self._services.clock.now()
        self._set_alarm("next attempt", await next_attempt(self._services.database, now))

    async def _purge(self) -> None:
        """Delete what was kept long enough, once a day and after a start."""
        await self._forget_again()
        now = await self._time.look()
        if now is not None and self._purged != now.date():
            await purge(self._services.database, now)
            self._purged = now.date()

    async def _forget_again(self) -> None:
        """Try again to empty the database's log; tell technical administration if it takes long.

        It takes as long as another program reads what is in it.
        """
        now = asyncio.get_running_loop().time()
        if await self._services.database.forget_again():
            self._unforgotten = None
        elif self._unforgotten is None:
            self._unforgotten = now
        elif now - self._unforgotten >= TOLD_AFTER:
            self._unforgotten = now
            log.error("deleted answers still in the database's log", because="it is being read")

    def _set_alarm(self, name: str, at: datetime | None) -> None:
        """Wake at an instant that matters, if it comes before the safety tick."""
        jobs = self._application.job_queue
        wait = at - self._services.clock.now() if at is not None else SAFETY_TICK
        if jobs is None or wait >= SAFETY_TICK:
            return
        earlier: tuple[Job[Context], ...] = jobs.get_jobs_by_name(name)
        for job in earlier:
            job.schedule_removal()
        jobs.run_once(
            self._on_wake,
            max(wait, timedelta(0)),
            name=name,
            job_kwargs={"misfire_grace_time": None},
        )


def _log(failure: Failure) -> None:
    """Log what could not be planned: it is tried again."""
    log.error(
        "planning failed",
        what=failure.kind.value,
        schedule=failure.schedule_id,
        due=failure.due.isoformat(),
        kind=kind_of(failure.error),
        at=places_of(failure.error),
    )
