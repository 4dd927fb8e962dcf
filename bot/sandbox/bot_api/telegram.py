"""The local Telegram: the Bot API on one side, people with their chats on the other."""

import asyncio
import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.sandbox.bot_api import requests
from bot.sandbox.bot_api.chats import StoredFile, Upload
from bot.sandbox.bot_api.methods import METHODS_BY_NAME, Method
from bot.sandbox.bot_api.people import People
from bot.sandbox.bot_api.refusals import (
    RefusedError,
    Reply,
    bad_request,
    bot_blocked,
    no_such_method,
    server_error,
    too_many,
)
from bot.sandbox.bot_api.trouble import ConnectionDroppedError, Fault, Faults, Limits, Meter
from bot.sandbox.bot_api.world import World

HTTP_OK = 200
SENDING = ("sendMessage", "sendPhoto", "sendDocument")


@dataclass(frozen=True, slots=True)
class ApiCall:
    """A line of the transcript: what the bot asked and how it went; never the token."""

    at: datetime
    method: str
    chat_id: int | None
    status: int

    @property
    def sent_a_message(self) -> bool:
        """Tell whether a message came into a chat by this call."""
        return self.status == HTTP_OK and self.method in SENDING


class LocalTelegram(People):
    """One bot with its private chats and groups, in memory."""

    def __init__(
        self,
        clock: Clock,
        token: str,
        username: str = "cxcoach_demo_bot",
        *,
        limits: Limits | None = None,
    ) -> None:
        self.token = token
        self.username = username
        self.clock = clock
        self.faults = Faults()
        self.transcript: list[ApiCall] = []
        super().__init__(World(clock, int(token.partition(":")[0]), username))
        clock.on_change(self._world.changes.bump)
        self._meter = Meter(limits) if limits else None

    # The bot's side

    async def call(
        self, method: str, params: Mapping[str, object], files: Mapping[str, Upload]
    ) -> Reply:
        """Carry out one call of the Bot API; a dropped connection is an exception."""
        chat_id = _number(params.get("chat_id"))
        status = 0
        try:
            reply = await self._answer(method, chat_id, params, files)
            status = reply.status
        finally:
            self.transcript.append(ApiCall(self.clock.now(), method, chat_id, status))
        return reply

    async def _answer(
        self,
        name: str,
        chat_id: int | None,
        params: Mapping[str, object],
        files: Mapping[str, Upload],
    ) -> Reply:
        try:
            method = _method(name)
            fault = self.faults.take(name, chat_id)
            if fault:
                await _strike(fault)
            request = requests.read(method.parameters, params)
            if method.metered and self._meter and chat_id is not None:
                self._meter.count(chat_id)
            outcome = method.carry_out(self._world, request, files)
            result = await outcome if inspect.isawaitable(outcome) else outcome
        except RefusedError as refusal:
            return refusal.reply()
        if fault and fault.kind == "unanswered":
            raise ConnectionDroppedError
        return Reply(200, {"ok": True, "result": result})

    def file(self, file_id: str) -> StoredFile | None:
        """Return a file for download."""
        return self._world.files.find(file_id)

    def end_polls(self) -> None:
        """Answer open polls and streams at once; the server is about to stop."""
        self._world.updates.end_poll()
        self._world.changes.bump()


def _method(name: str) -> Method[Any]:
    known = METHODS_BY_NAME.get(name.lower())
    if known is None:
        raise no_such_method()
    return known


def _number(chat_id: object) -> int | None:
    try:
        return int(str(chat_id))
    except ValueError:
        return None


async def _strike(fault: Fault) -> None:
    match fault.kind:
        case "too_many":
            raise too_many(fault.retry_after)
        case "forbidden":
            raise bot_blocked()
        case "bad_request":
            raise bad_request("refused on demand")
        case "server_error":
            raise server_error()
        case "dropped":
            raise ConnectionDroppedError
        case "slow":
            await asyncio.sleep(fault.seconds)
        case "unanswered":
            pass  # strikes when the method was carried out
