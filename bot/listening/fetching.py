"""Fetching updates: one long poll after the other, with growing pauses while it fails."""

import asyncio
import json
from enum import Enum
from typing import Any
from urllib.parse import urlencode, urlsplit

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.chat.context import Bot
from bot.client.limiter import told
from bot.client.transport import AiohttpRequest
from bot.listening.heard import KINDS, Raw

log = structlog.get_logger()
POLL_SECONDS = 30
TRAVEL = 10  # seconds more until an answer counts as lost
NEWCOMER = 60.0  # seconds for which a bot counts as the newer one of two
PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds


class Conflicting(Enum):
    """What keeps the bot from fetching updates (409)."""

    ANOTHER = "another process fetches"
    WEBHOOK = "a webhook is set"


class Fetcher:
    """Asks Telegram for updates, and goes on asking whatever happens."""

    def __init__(self, bot: Bot, polls: AiohttpRequest) -> None:
        self._bot = bot
        self._polls = polls
        self._confirmed: int | None = None
        self._since = _now()
        self._failing: str | None = None
        self._pause = PAUSE

    async def fetch(self, offset: int) -> list[Raw]:
        """Return what came from an update on, at once or after a while, as it came.

        Raises InvalidToken for a refused token, and Conflict if another process fetches already.
        """
        while True:
            try:
                found = await self._poll(offset, POLL_SECONDS)
            except TelegramError as error:
                if is_token_refused(error):
                    raise
                await self._cope(error)
            else:
                self._note_success()
                return found

    async def confirm(self, offset: int) -> None:
        """Let Telegram forget everything before an update; nothing came yet where that is 0."""
        if offset and offset != self._confirmed:
            await self._poll(offset, 0)

    async def _poll(self, offset: int, seconds: int) -> list[Raw]:
        wanted: dict[str, Any] = {"timeout": seconds, "allowed_updates": json.dumps(KINDS)}
        # After a quiet week Telegram begins with another number, maybe a lower one; so an offset
        # is given once only.
        if offset != self._confirmed:
            wanted["offset"] = offset
        if not seconds:
            wanted["limit"] = 1
        url = f"{self._bot.base_url}/getUpdates?{urlencode(wanted)}"
        found = await self._polls.post(url, read_timeout=seconds + TRAVEL)
        self._confirmed = offset
        return (
            [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
        )

    async def _cope(self, error: TelegramError) -> None:
        """Say once what is wrong, mend what can be mended, and wait."""
        reason = type(error).__name__
        if isinstance(error, Conflict):
            conflicting = conflict_in(error)
            if conflicting is Conflicting.ANOTHER and _now() < self._since + NEWCOMER:
                raise error
            reason = conflicting.value
            if conflicting is Conflicting.WEBHOOK:
                await self._remove_webhook()
        if reason != self._failing:
            self._failing = reason
            log.warning("hears nothing", because=reason)
        pause = told(error).total_seconds() if isinstance(error, RetryAfter) else self._pause
        self._pause = min(self._pause * 1.5, LONGEST_PAUSE)
        await asyncio.sleep(pause)

    async def _remove_webhook(self) -> None:
        """Take back the updates that another tool lets go elsewhere; those that wait are kept."""
        try:
            webhook = await self._bot.get_webhook_info()
            await self._bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            log.warning("webhook not removed", kind=type(error).__name__)
        else:
            log.error("webhook removed", host=urlsplit(webhook.url).hostname)

    def _note_success(self) -> None:
        if self._failing is not None:
            log.info("hears again", after=self._failing)
        self._failing, self._pause = None, PAUSE


def is_token_refused(error: TelegramError) -> bool:
    """Tell whether Telegram itself refused the token, not a proxy with a page of its own."""
    cause: BaseException = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    return isinstance(error, InvalidToken) and isinstance(cause, InvalidToken)


def conflict_in(error: Conflict) -> Conflicting:
    """Return what the 409 is about."""
    return Conflicting.WEBHOOK if "webhook" in str(error).lower() else Conflicting.ANOTHER


def _now() -> float:
    return asyncio.get_running_loop().time()
