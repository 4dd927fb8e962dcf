"""The timetable: wakes at the instant at which something is due, and to be safe every half minute.

APScheduler (through PTB's JobQueue) only wakes us; what is due is decided by the calendar rules
and claimed in the database, so waking too often, too late or twice does no harm.
"""

from datetime import date, datetime, timedelta

import structlog
from telegram.ext import Job

from bot.chat.context import App, Context
from bot.logs import kind_of, places_of
from bot.timing.sender import Sender
from bot.timing.worker import Worker
from coaching.deliveries.sending import next_attempt
from coaching.own_data.retention import purge
from coaching.schedules.planning import Failure, next_due, plan_due

log = structlog.get_logger()
SAFETY_TICK = timedelta(seconds=30)


class Timetable:
    """Plans what is due, and sends what waits; a long broadcast does not hold up the planning."""

    def __init__(self, application: App) -> None:
        self._application = application
        self._services = application.bot_data
        self._sender = Sender(application.bot, self._services)
        self._planning = Worker("planning", self._plan)
        self._purging = Worker("purging", self._purge)
        self._purged: date | None = None
        self._sending = Worker("sending", self._send)

    def start(self) -> None:
        """Begin to work; what became due meanwhile comes first."""
        jobs = self._application.job_queue
        if jobs is None:
            raise RuntimeError("the job queue is not installed")
        jobs.run_repeating(self._on_wake, SAFETY_TICK)
        self._services.clock.on_change(self.wake)
        self._sending.start()
        self._planning.start()
        self._purging.start()

    async def stop(self) -> None:
        """Finish the messages that are under way, then stop; the next start sends the others."""
        self._sender.stop()
        await self._planning.stop()
        await self._purging.stop()
        await self._sending.stop()

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

    async def _plan(self) -> None:
        try:
            await plan_due(self._services.database, self._services.clock.now(), _log)
        finally:  # what was planned before waits, whatever went wrong now
            self._sending.wake()
        due = await next_due(self._services.database)
        self._set_alarm("next due", due.at if due else None)

    async def _send(self) -> None:
        await self._sender.send_waiting()
        now = self._services.clock.now()
        self._set_alarm("next attempt", await next_attempt(self._services.database, now))

    async def _purge(self) -> None:
        """Delete what was kept long enough, once a day and after a start."""
        now = self._services.clock.now()
        if self._purged != now.date():
            await purge(self._services.database, now)
            self._purged = now.date()

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
