"""Proxies: the Bot API is reached as the environment says, and no password is shown."""

import asyncio
import os
import ssl
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import telegram_bot
from bot.client.proxies import proxy_for, without_password
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.clock import WindableClock
from bot.sandbox.server import Server, serve
from bot.settings import Settings
from bot.trouble import Trouble
from tests.bot.dialogue import TOKEN
from tests.certificates import certificate_for
from tests.forked import ROOT
from tests.organisation import FIRST_MORNING

ELSEWHERE = "http://telegram.example/bot"
NAMES = ("http_proxy", "https_proxy", "no_proxy", "all_proxy")


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@dataclass
class ForwardProxy:
    """Passes every request on to the local Telegram, whatever host it names."""

    to: int
    port: int = 0
    asked: list[bytes] = field(default_factory=list)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def accepted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self.accept(reader, writer))
        self.tasks.add(task)

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        self.asked.append(head)
        line, rest = head.split(b"\r\n", 1)
        method, target, version = line.split(b" ")
        path = b"/" + target.split(b"/", 3)[3]
        there, back = await asyncio.open_connection("127.0.0.1", self.to)
        fields = [each for each in rest.split(b"\r\n") if not each.lower().startswith(b"host:")]
        back.write(b" ".join([method, path, version]) + b"\r\nHost: localhost\r\n")
        back.write(b"\r\n".join(fields))
        await asyncio.gather(_pass_on(reader, back), _pass_on(there, writer))


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while part := await reader.read(65536):
        writer.write(part)
        await writer.drain()
    writer.close()
    await writer.wait_closed()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serve(LocalTelegram(WindableClock(FIRST_MORNING), TOKEN)) as running:
        yield running


@pytest.fixture
async def proxy(server: Server) -> AsyncIterator[ForwardProxy]:
    proxy = ForwardProxy(server.port)
    listening = await asyncio.start_server(proxy.accepted, "127.0.0.1", 0)
    proxy.port = listening.sockets[0].getsockname()[1]
    async with listening:
        yield proxy
        await asyncio.gather(*proxy.tasks)  # the client has gone, so both ways end


async def own_name(base_url: str) -> str:
    settings = Settings(
        _env_file=None, telegram_token=SecretStr(TOKEN), telegram_base_url=base_url
    )
    async with telegram_bot(settings) as bot:
        return bot.username


async def test_the_bot_api_is_reached_through_the_proxy(
    proxy: ForwardProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://anna:hidden@127.0.0.1:{proxy.port}")
    assert await own_name(ELSEWHERE) == "cxcoach_demo_bot"
    assert proxy.asked[0].startswith(b"POST http://telegram.example/bot")
    assert b"Proxy-Authorization: Basic" in proxy.asked[0]


async def test_a_bot_api_of_ones_own_is_reached_directly(
    server: Server, proxy: ForwardProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.port}")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    assert await own_name(server.base_url) == "cxcoach_demo_bot"
    assert proxy.asked == []


async def test_an_encrypted_bot_api_is_reached_through_a_tunnel(
    server: Server, tmp_path: Path
) -> None:
    """A process of its own: what it trusts is read from the environment when it begins."""
    key, certificate = certificate_for("localhost", tmp_path)
    encrypted = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    encrypted.load_cert_chain(certificate, key)
    async with tunnel_to(server.port, encrypted) as (proxy, asked):
        named = {
            "HTTPS_PROXY": f"http://anna:hidden@127.0.0.1:{proxy}",
            "SSL_CERT_FILE": str(certificate),
            "CXCOACH_TELEGRAM_TOKEN": TOKEN,
            "CXCOACH_TELEGRAM_BASE_URL": "https://localhost/bot",
        }
        said = await program(SAY_ITS_NAME, tmp_path, named)
        assert said == "cxcoach_demo_bot\n"
        assert asked[0].startswith(b"CONNECT localhost:443")
        assert b"Proxy-Authorization: Basic" in asked[0]
        refused = await program(SAY_ITS_NAME, tmp_path, named | {"SSL_CERT_FILE": "/dev/null"})
        assert refused == "NetworkError\n"  # whoever cannot prove to be Telegram is not


SAY_ITS_NAME = """
import asyncio
from telegram.error import TelegramError
from bot.app import telegram_bot
from bot.settings import Settings

async def own_name() -> str:
    try:
        async with telegram_bot(Settings(_env_file=None)) as bot:
            return bot.username
    except TelegramError as error:
        return type(error).__name__

print(asyncio.run(own_name()))
"""


async def program(code: str, folder: Path, variables: dict[str, str]) -> str:
    """Return what a Python program prints that is started with nothing but some variables."""
    run = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", code),
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **variables},
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await run.communicate()
    return said.decode()


@asynccontextmanager
async def tunnel_to(
    port: int, encrypted: ssl.SSLContext
) -> AsyncIterator[tuple[int, list[bytes]]]:
    """Run a proxy that leads every CONNECT to a port, which speaks TLS before it.

    Gives the proxy's port, and what was asked of it.
    """
    asked: list[bytes] = []

    async def decrypt(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _join(reader, writer, port)

    async with await asyncio.start_server(decrypt, "127.0.0.1", 0, ssl=encrypted) as behind:
        there = behind.sockets[0].getsockname()[1]

        async def lead(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            asked.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            await _join(reader, writer, there)

        async with await asyncio.start_server(lead, "127.0.0.1", 0) as proxy:
            yield proxy.sockets[0].getsockname()[1], asked


async def _join(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int) -> None:
    there, back = await asyncio.open_connection("127.0.0.1", port)
    with suppress(ConnectionError, ssl.SSLError):
        await asyncio.gather(_pass_on(reader, back), _pass_on(there, writer))


@pytest.mark.parametrize(
    ("named", "url", "found"),
    [
        ({}, "https://api.telegram.org/bot", None),
        (
            {"HTTPS_PROXY": "proxy.town:3128"},
            "https://api.telegram.org/bot",
            "http://proxy.town:3128",
        ),
        ({"HTTP_PROXY": "http://proxy.town"}, "https://api.telegram.org/bot", None),
        (
            {"HTTPS_PROXY": "http://proxy.town", "NO_PROXY": ".telegram.org"},
            "https://api.telegram.org/bot",
            None,
        ),
        ({"HTTPS_PROXY": "http://proxy.town", "NO_PROXY": "*"}, "https://a.example/bot", None),
    ],
)
def test_the_environment_names_the_proxy(
    named: dict[str, str], url: str, found: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in named.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(url) == found


def test_another_kind_of_proxy_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://anna:hidden@proxy.town")
    with pytest.raises(Trouble) as caught:
        proxy_for("https://api.telegram.org/bot")
    assert "HTTPS_PROXY" in str(caught.value)
    assert "hidden" not in str(caught.value)


def test_a_password_is_not_shown() -> None:
    assert without_password("http://anna:hid@den@proxy.town:3128") == "proxy.town:3128"
