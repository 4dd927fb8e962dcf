"""A local Telegram, served over HTTP, with one person who has pressed Start."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import aiohttp
import pytest

from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.clock import WindableClock
from bot.sandbox.server import Server, serve

TOKEN = "4242:sandbox-TOKEN"
START = datetime(2026, 1, 12, 6, 30, tzinfo=UTC)
ANA = 1001


@dataclass(frozen=True)
class Answer:
    """What came back over HTTP."""

    status: int
    body: dict[str, object]

    @property
    def result(self) -> object:
        assert self.status == 200, self.body
        return self.body["result"]

    @property
    def refusal(self) -> str:
        assert self.body["ok"] is False
        assert self.body["error_code"] == self.status
        return f"{self.status} {self.body['description']}"


class Api:
    """The Bot API as a bot without a library would call it."""

    token = TOKEN

    def __init__(self, session: aiohttp.ClientSession, server: Server) -> None:
        self.session = session
        self.server = server

    async def call(self, method: str, **params: object) -> Answer:
        url = f"{self.server.base_url}{self.token}/{method}"
        async with self.session.post(url, json=params) as response:
            return Answer(response.status, await response.json())

    async def send(self, text: str = "Hello", **params: object) -> int:
        message = (await self.call("sendMessage", chat_id=ANA, text=text, **params)).result
        assert isinstance(message, dict)
        message_id = message["message_id"]
        assert isinstance(message_id, int)
        return message_id

    async def updates(self, **params: object) -> list[dict[str, object]]:
        updates = (await self.call("getUpdates", **params)).result
        assert isinstance(updates, list)
        return updates


@pytest.fixture
def clock() -> WindableClock:
    return WindableClock(START)


@pytest.fixture
def telegram(clock: WindableClock) -> LocalTelegram:
    telegram = LocalTelegram(clock, TOKEN)
    telegram.add_user(ANA, "Ana", language_code="fi")
    telegram.say(ANA, "/start")
    return telegram


@pytest.fixture
async def server(telegram: LocalTelegram) -> AsyncIterator[Server]:
    async with serve(telegram) as server:
        yield server


@pytest.fixture
async def api(server: Server) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession() as session:
        yield Api(session, server)
