"""The network layer: errors without the token in their words."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from telegram.error import NetworkError, TimedOut

from bot.client.transport import AiohttpRequest
from tests.bot.dialogue import TOKEN

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@contextlib.asynccontextmanager
async def server(answer: Answer) -> AsyncIterator[str]:
    """Serve one answer to everything; give the address with the token in it."""
    app = web.Application()
    app.router.add_route("*", "/{any:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/bot{TOKEN}/getMe"
    finally:
        await runner.cleanup()


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest() as opened:
        yield opened


def tells_nothing(error: BaseException) -> None:
    """See that neither the words nor what they came from hold the address or the token."""
    told = f"{error!r} {error} {error.__cause__!r} {error.__suppress_context__}"
    assert TOKEN not in told
    assert "127.0.0.1" not in told
    assert error.__suppress_context__


async def test_an_answer_comes_back_with_its_status(request_: AiohttpRequest) -> None:
    async def teapot(_: web.Request) -> web.StreamResponse:
        return web.Response(status=418, body=b"short and stout")

    async with server(teapot) as url:
        assert await request_.do_request(url, "POST") == (418, b"short and stout")


async def test_no_answer_in_time_is_a_timeout(request_: AiohttpRequest) -> None:
    ended = asyncio.Event()

    async def silent(_: web.Request) -> web.StreamResponse:
        await ended.wait()
        return web.Response()

    async with server(silent) as url:
        try:
            with pytest.raises(TimedOut) as caught:
                await request_.do_request(url, "POST", read_timeout=0.01)
        finally:
            ended.set()
    tells_nothing(caught.value)


async def test_a_dropped_connection_is_a_network_error(request_: AiohttpRequest) -> None:
    async def drops(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    async with server(drops) as url:
        with pytest.raises(NetworkError) as caught:
            await request_.do_request(url, "POST")
    assert not isinstance(caught.value, TimedOut)
    tells_nothing(caught.value)


async def test_nobody_listening_is_a_network_error(request_: AiohttpRequest) -> None:
    async def unused(_: web.Request) -> web.StreamResponse:
        return web.Response()

    async with server(unused) as url:
        pass
    with pytest.raises(NetworkError) as caught:
        await request_.do_request(url, "POST")
    tells_nothing(caught.value)


async def test_an_address_that_is_none_is_a_network_error(request_: AiohttpRequest) -> None:
    with pytest.raises(NetworkError) as caught:
        await request_.do_request(f"http://127.0.0.1:99999/bot{TOKEN}/getMe", "POST")
    tells_nothing(caught.value)
