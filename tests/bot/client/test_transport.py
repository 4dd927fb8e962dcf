"""The network layer: errors without the token in their words, and updates in order."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from telegram import Chat, Message, Update
from telegram.error import NetworkError, TimedOut

from bot.client.ordering import ChatByChat
from bot.client.transport import AiohttpRequest
from tests.bot.dialogue import TOKEN
from tests.organisation import FIRST_MORNING

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


def update_in(chat_id: int, number: int) -> Update:
    """Return the numbered update of a chat."""
    message = Message(number, FIRST_MORNING, Chat(chat_id, Chat.PRIVATE))
    return Update(number, message=message)


async def test_updates_of_one_chat_wait_for_one_another_and_others_go_on() -> None:
    done: list[int] = []
    gates = {1: asyncio.Event(), 2: asyncio.Event(), 3: asyncio.Event()}

    async def handle(number: int) -> None:
        await gates[number].wait()
        done.append(number)

    async with ChatByChat(8) as order:
        chats = {1: 100, 2: 100, 3: 200}
        tasks = [
            asyncio.create_task(order.process_update(update_in(chat, number), handle(number)))
            for number, chat in chats.items()
        ]
        gates[2].set()
        gates[3].set()
        await tasks[2]
        assert done == [3], "the other chat went on, the second update waits for the first"
        gates[1].set()
        await asyncio.gather(*tasks)
    assert done == [3, 1, 2]


async def test_a_failing_update_lets_the_next_one_of_its_chat_in() -> None:
    done: list[int] = []

    async def fails() -> None:
        raise LookupError

    async def works() -> None:
        done.append(2)

    async with ChatByChat(8) as order:
        first = asyncio.create_task(order.process_update(update_in(100, 1), fails()))
        second = asyncio.create_task(order.process_update(update_in(100, 2), works()))
        await asyncio.gather(first, second, return_exceptions=True)
    assert isinstance(first.exception(), LookupError)
    assert done == [2]


async def test_many_updates_of_a_chat_keep_their_order() -> None:
    done: list[int] = []

    async def handle(number: int) -> None:
        for _ in range(number % 3):
            await asyncio.sleep(0)
        done.append(number)

    async with ChatByChat(64) as order:
        await asyncio.gather(
            *(order.process_update(update_in(100, n), handle(n)) for n in range(50))
        )
    assert done == list(range(50))
