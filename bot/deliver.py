"""The sender: takes what is waiting under a lease, says it in the person's language, notes it."""

import asyncio
from collections.abc import AsyncIterator

import structlog
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.context import Bot, Services
from bot.i18n import Translator
from bot.limiter import Lane, told
from bot.screen import Screen, send
from bot.views import checkin, points, prompt
from coaching.checking_in import CheckIn
from coaching.delivering import (
    Parcel,
    Reminder,
    Waiting,
    failed,
    lease,
    prepare,
    refused,
    sent,
)
from coaching.practising import Offer

log = structlog.get_logger()
AT_ONCE = 30


async def send_waiting(bot: Bot, services: Services, stopping: asyncio.Event) -> None:
    """Send what waits now, so many at once all the time, until nothing waits or we stop."""
    under_way: set[int] = set()
    leased, turn = _leased(services, under_way, stopping), asyncio.Lock()

    async def work() -> None:
        while True:
            async with turn:
                waiting = await anext(leased, None)
            if waiting is None:
                return
            under_way.add(waiting.delivery_id)
            await _guarded(bot, services, waiting)
            under_way.remove(waiting.delivery_id)

    for ended in await asyncio.gather(*(work() for _ in range(AT_ONCE)), return_exceptions=True):
        if ended is not None:
            raise ended


async def _leased(
    services: Services, under_way: set[int], stopping: asyncio.Event
) -> AsyncIterator[Waiting]:
    """Lease more whenever all are taken; what is under way is not doubled."""
    while not stopping.is_set():
        batch = await lease(services.database, services.clock.now(), AT_ONCE)
        if not batch:
            return
        for waiting in batch:
            if waiting.delivery_id not in under_way:
                yield waiting


async def _guarded(bot: Bot, services: Services, waiting: Waiting) -> None:
    """Let one delivery's unforeseen error stop no other; it is tried again when its lease ends."""
    try:
        await _deliver(bot, services, waiting)
    except Exception as error:  # noqa: BLE001 - nothing may stop the others
        kind = type(error).__name__
        log.error("delivery broke", delivery=waiting.delivery_id, kind=kind)  # noqa: TRY400


async def _deliver(bot: Bot, services: Services, waiting: Waiting) -> None:
    """Commit what is said before it is sent, and how it went after."""
    database, now = services.database, services.clock.now
    parcel = await prepare(database, waiting, now())
    if parcel is None:
        return
    try:
        await send(bot, parcel.addressee.telegram_id, screen_of(parcel), lane=Lane.BROADCAST)
    except RetryAfter as refusal:
        await failed(database, parcel, now(), told(refusal))
    except (Forbidden, BadRequest) as refusal:
        if isinstance(refusal, Forbidden) or "chat not found" in str(refusal).lower():
            await refused(database, parcel, now())
        else:
            await _note_failure(services, parcel, refusal)
    except TelegramError as error:
        await _note_failure(services, parcel, error)
    else:
        await sent(database, parcel, now())


async def _note_failure(services: Services, parcel: Parcel, error: TelegramError) -> None:
    log.warning("delivery failed", delivery=parcel.delivery_id, kind=type(error).__name__)
    await failed(services.database, parcel, services.clock.now())


def screen_of(parcel: Parcel) -> Screen:
    """Return what the addressee sees."""
    t = Translator(parcel.addressee.language or "en")
    zone = parcel.addressee.zone
    match parcel.content:
        case Offer() as offer:
            return prompt.prompt(offer, t)
        case CheckIn() as shown:
            return checkin.checkin(shown, zone, t)
        case Reminder(shown):
            return checkin.reminder(shown, zone, t)
        case teams:
            return points.post(teams, t)
