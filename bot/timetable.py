"""The timetable: wakes at the instant at which something is due, and to be safe every half minute.

APScheduler (through PTB's JobQueue) only wakes us; what is due is decided by the calendar rules
and claimed in the database, so waking too often, too late or twice does no harm.
"""

import asyncio
from datetime import timedelta

import structlog
from telegram.ext import Job

from bot.context import App, Context
from bot.deliver import send_waiting
from coaching.delivering import next_attempt
from coaching.scheduling import next_due, plan_due

log = structlog.get_logger()
SAFETY_TICK = timedelta(seconds=30)
NEXT = "next due"


class Timetable:
    """Plans and sends what is due, one round at a time."""

    def __init__(self, application: App) -> None:
        self._application = application
        self._services = application.bot_data
        self._wanted = asyncio.Event()
        self._at_rest = asyncio.Event()
        self._stopping = asyncio.Event()
        self._worker: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to work; what became due meanwhile comes first."""
        jobs = self._application.job_queue
        if jobs is None:
            raise RuntimeError("the job queue is not installed")
        jobs.run_repeating(self._on_wake, SAFETY_TICK)
        self._services.clock.on_change(self.wake)
        self._worker = asyncio.create_task(self._work())
        self.wake()

    async def stop(self) -> None:
        """Finish the messages that are under way, then stop; the next start sends the others."""
        self._stopping.set()
        if self._worker is not None:
            await self.at_rest()
            self._worker.cancel()
            await asyncio.gather(self._worker, return_exceptions=True)
            self._worker = None

    def wake(self) -> None:
        """Look at what is due now."""
        self._at_rest.clear()
        self._wanted.set()

    async def at_rest(self) -> None:
        """Wait until everything that is due was dealt with."""
        await self._at_rest.wait()

    async def _on_wake(self, _: Context) -> None:
        self.wake()

    async def _work(self) -> None:
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            try:
                await self._round()
            except Exception as error:  # noqa: BLE001 - the next tick tries again
                log.error("round failed", kind=type(error).__name__)  # noqa: TRY400
            if not self._wanted.is_set():
                self._at_rest.set()

    async def _round(self) -> None:
        services = self._services
        await plan_due(services.database, services.clock.now())
        await send_waiting(self._application.bot, services, self._stopping)
        await self._set_alarm()

    async def _set_alarm(self) -> None:
        """Wake at the next instant that matters, if it comes before the safety tick."""
        due = await next_due(self._services.database)
        instants = [due.at if due else None, await next_attempt(self._services.database)]
        waits = [at - self._services.clock.now() for at in instants if at is not None]
        jobs = self._application.job_queue
        if jobs is None or not waits or min(waits) >= SAFETY_TICK:
            return
        earlier: tuple[Job[Context], ...] = jobs.get_jobs_by_name(NEXT)
        for job in earlier:
            job.schedule_removal()
        jobs.run_once(
            self._on_wake,
            max(min(waits), timedelta(0)),
            name=NEXT,
            job_kwargs={"misfire_grace_time": None},
        )
