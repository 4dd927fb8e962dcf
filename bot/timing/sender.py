"""The sender: takes what is waiting under a lease, says it in the person's language, notes it."""

import asyncio
from datetime import timedelta
from functools import partial

import structlog
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.chat.context import Bot, Services
from bot.chat.showing import send
from bot.client.limiter import Lane, told
from bot.i18n import Translator
from bot.logs import kind_of, places_of
from bot.screen import Screen
from bot.timing.trusted_time import TrustedTime
from bot.timing.worker import sign_of_life
from bot.views.checkin import week
from bot.views.deliveries import contents
from bot.views.leading import team
from bot.views.points import moments, summary
from bot.views.practice import follow_ups, talks
from bot.views.results import blocks
from coaching.checkin.week import CheckIn
from coaching.content import FALLBACK
from coaching.deliveries.contents import LeadSummary, LeasedDelivery, PointsPost, Reminder
from coaching.deliveries.sending import Parcel, broke, failed, lease, prepare, refused, sent
from coaching.points.moments import TeamMoment
from coaching.practice.follow_ups import Return
from coaching.practice.prompts import Offer
from coaching.results.blocks import BlockResults

log = structlog.get_logger()
AT_ONCE = 16  # enough for 30 a second; what is in hand at a crash may arrive twice


class Sender:
    """Keeps a few deliveries in hand at a time, and never the same one twice."""

    def __init__(self, bot: Bot, services: Services, time: TrustedTime) -> None:
        self._bot = bot
        self._services = services
        self._time = time
        self._in_hand: dict[int, asyncio.Task[None]] = {}
        self._unsettled = services.unsettled
        self._settling = asyncio.Lock()
        self._stopping = False
        self._told: set[tuple[str, str]] = set()

    async def send_waiting(self) -> None:
        """Send everything that waits now, or what is in hand when it is time to stop."""
        await self._settle()
        try:
            while True:
                taken = await self._take()
                if not self._in_hand:
                    return
                full = len(self._in_hand) >= AT_ONCE
                if full or not taken:
                    await self._until_room(AT_ONCE // 2 if full else len(self._in_hand) - 1)
        finally:
            self._told.clear()

    def stop(self) -> None:
        """Take nothing more in hand; the next start sends the rest."""
        self._stopping = True

    async def let_go(self) -> None:
        """Cancel what is still in hand: nothing may be sent when somebody else is at work."""
        for task in (tasks := list(self._in_hand.values())):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _take(self) -> int:
        sign_of_life()
        now = self._time.now()
        if self._stopping or now is None:
            return 0
        room = AT_ONCE - len(self._in_hand)
        held = [*self._in_hand, *self._unsettled]
        batch = await lease(self._services.database, now, room, held)
        for waiting in batch:
            task = asyncio.create_task(self._guarded(waiting))
            self._in_hand[waiting.delivery_id] = task
            task.add_done_callback(partial(self._out_of_hand, waiting.delivery_id))
        return len(batch)

    def _out_of_hand(self, delivery_id: int, _: asyncio.Task[None]) -> None:
        del self._in_hand[delivery_id]

    async def _until_room(self, at_most: int) -> None:
        while len(self._in_hand) > at_most:
            sign_of_life()
            await asyncio.wait(self._in_hand.values(), return_when=asyncio.FIRST_COMPLETED)

    async def _guarded(self, waiting: LeasedDelivery) -> None:
        """Let one delivery's unforeseen error stop no other; it is tried again after its lease."""
        try:
            await self._deliver(waiting)
        except Exception as error:  # noqa: BLE001 - nothing may stop the others
            if self._is_first("delivery broke", kind_of(error)):
                places = places_of(error)
                log.error(  # noqa: TRY400
                    "delivery broke",
                    kind=kind_of(error),
                    at=places,
                )
            if waiting.delivery_id not in self._unsettled:  # it did not go out
                await self._note_broken(waiting)

    async def _deliver(self, waiting: LeasedDelivery) -> None:
        """Commit what is said before it is sent, and how it went after.

        With the clock in doubt it is left alone; once that is over, it is taken in hand again.
        """
        now, database = self._time.now(), self._services.database
        parcel = await prepare(database, waiting, now) if now else None
        if parcel is None:
            return
        try:
            screen = await screen_of(parcel, self._services)
            chat_id = parcel.addressee.telegram_id
            await send(self._bot, chat_id, screen, lane=Lane.BROADCAST)
        except RetryAfter as refusal:
            await self._note_attempt(parcel, told(refusal))
        except (Forbidden, BadRequest) as refusal:
            if isinstance(refusal, Forbidden) or "chat not found" in str(refusal).lower():
                await refused(database, parcel, self._services.now())
            else:
                await self._note_failure(parcel, refusal)
        except TelegramError as error:
            await self._note_failure(parcel, error)
        else:
            self._unsettled.append(parcel.delivery_id)
            await self._settle()

    async def _settle(self) -> None:
        """Note together what went out while the last note was being written.

        What cannot be noted (the disk is full) stays in hand: it is sent and must not be again.
        """
        async with self._settling:
            if batch := self._unsettled[:]:
                await sent(self._services.database, batch, self._services.now())
                del self._unsettled[: len(batch)]

    async def _note_broken(self, waiting: LeasedDelivery) -> None:
        """Count the attempt; what cannot even be noted is tried again after its lease."""
        now = self._time.now()
        if now is None:
            return
        try:
            await broke(self._services.database, waiting, now)
        except Exception as error:  # noqa: BLE001 - nothing may stop the others
            kind = kind_of(error)
            if self._is_first("delivery not noted", kind):
                log.error("delivery not noted", kind=kind)  # noqa: TRY400

    async def _note_failure(self, parcel: Parcel, error: TelegramError) -> None:
        """Count the attempt; that a reminder was due with anybody not even the log may say."""
        kind = type(error).__name__
        by_answers = isinstance(parcel.content, Reminder | Return)
        if not by_answers and self._is_first("delivery failed", kind):
            log.warning("delivery failed", kind=kind)
        await self._note_attempt(parcel)

    async def _note_attempt(self, parcel: Parcel, wait: timedelta | None = None) -> None:
        """Let it wait for its next attempt; a clock in doubt could let it wait for ever."""
        now = self._time.now()
        if now is not None:
            await failed(self._services.database, parcel, now, wait)

    def _is_first(self, event: str, kind: str) -> bool:
        """Tell whether it went wrong for the first time in this round.

        A full disk meets every delivery; with how many it went wrong would tell who answered.
        """
        is_first = (event, kind) not in self._told
        self._told.add((event, kind))
        return is_first


async def screen_of(parcel: Parcel, services: Services) -> Screen:
    """Return what the addressee sees."""
    t = Translator(parcel.addressee.language or FALLBACK)
    if isinstance(parcel.content, LeadSummary):
        return await team.weekly(parcel.content.teams, services.pictures, t)
    if isinstance(parcel.content, TeamMoment):
        return await moments.message(parcel.content, services.pictures, t)
    if isinstance(parcel.content, BlockResults):
        word = parcel.addressee.customer_word
        return await blocks.news(parcel.content, services.pictures, word, t)
    zone = parcel.addressee.own_zone
    match parcel.content:
        case Offer() as offer:
            screen = talks.prompt(offer, t)
        case Return() as found:
            screen = follow_ups.returned(found, t)
        case CheckIn() as shown:
            screen = week.checkin(shown, zone, t)
        case Reminder(shown):
            screen = week.reminder(shown, zone, t)
        case PointsPost(teams):
            screen = summary.post(teams, t)
        case other:
            screen = contents.message(other, t)
    return screen
