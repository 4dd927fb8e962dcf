"""The local Telegram over real HTTP, on this computer only."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from email.utils import format_datetime

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.bot_api.bodies import read_body
from bot.sandbox.bot_api.pictures import media_type_of
from bot.sandbox.bot_api.refusals import RefusedError, no_such_file, unauthorized
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.bot_api.trouble import ConnectionDroppedError
from bot.sandbox.page.endpoints import ChatPage
from bot.sandbox.page.stage import Stage

HOST = "127.0.0.1"
OWN_NAMES = {HOST, "localhost"}
PATIENCE = 2  # seconds a request may still take when the server stops
LOOK_AGAIN = 0.002  # seconds until the stopping server looks whether all have their answers
KEEP_ALIVE = 75  # seconds, longer than clients keep a connection: none meets a closing one


@dataclass(frozen=True, slots=True)
class Server:
    """Where the local Telegram can be reached."""

    port: int

    @property
    def base_url(self) -> str:
        """The Bot API, to be followed by token and method."""
        return f"http://{HOST}:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        """The downloads, to be followed by token and path."""
        return f"http://{HOST}:{self.port}/file/bot"

    @property
    def page_url(self) -> str:
        """The chat page."""
        return f"http://{HOST}:{self.port}/"


@contextlib.asynccontextmanager
async def serve(
    telegram: LocalTelegram, stage: Stage | None = None, port: int = 0
) -> AsyncIterator[Server]:
    """Serve the local Telegram in the running event loop; port 0 takes a free one."""
    page = ChatPage(telegram, stage)
    app = Starlette()
    config = uvicorn.Config(
        _OwnHostOnly(app),
        lifespan="off",
        access_log=False,
        log_config=None,
        log_level="warning",
        ws="none",
        server_header=False,
        date_header=False,
        timeout_keep_alive=KEEP_ALIVE,
    )
    listener = _listener(port)
    config.load()
    server = uvicorn.Server(config)
    app.routes.extend((*_BotApi(telegram, server).routes(), *page.routes()))
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[listener])
    try:
        yield Server(listener.getsockname()[1])
    finally:
        page.end_streams()
        telegram.end_polls()
        await _stop(server)


async def _stop(server: uvicorn.Server) -> None:
    """Close when what is under way was answered; uvicorn's own way waits in tenths of a second."""
    for listening in server.servers:
        for door in listening.sockets:
            asyncio.get_running_loop().remove_reader(door)
    await asyncio.sleep(LOOK_AGAIN)  # a closed asyncio server forgets whoever is at the door
    for listening in server.servers:
        listening.close()
    state = server.server_state
    for connection in tuple(state.connections):
        connection.shutdown()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while state.connections or state.tasks:  # noqa: ASYNC110 - uvicorn has no event
                await asyncio.sleep(LOOK_AGAIN)
    for task in tuple(state.tasks):
        task.cancel()
    for connection in tuple(state.connections):
        connection.transport.abort()  # whoever waits for an answer there shall not wait for long


def _listener(port: int) -> socket.socket:
    # asyncio switches Nagle's delay (40 ms an answer) off only where TCP is named outright.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
    except OSError:
        listener.close()
        raise
    return listener


class _OwnHostOnly:
    """Refuses requests that another website sent here under its own name (DNS rebinding)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        host = next((value for name, value in scope["headers"] if name == b"host"), b"")
        if host.decode("latin-1").partition(":")[0].lower() in OWN_NAMES:
            await self._app(scope, receive, send)
        else:
            await PlainTextResponse("Unknown host", 403)(scope, receive, send)


class _BotApi:
    """The endpoints that the bot calls."""

    def __init__(self, telegram: LocalTelegram, server: uvicorn.Server) -> None:
        self._telegram = telegram
        self._server = server

    def routes(self) -> list[Route]:
        return [
            Route("/bot{token}/{method}", self._call, methods=["GET", "POST"]),
            Route("/file/bot{token}/files/{file_id}", self._download),
        ]

    async def _call(self, request: Request) -> Response:
        try:
            self._check_token(request)
            params, uploads = await read_body(request)
            method = request.path_params["method"]
            reply = await self._telegram.call(method, params, uploads)
        except RefusedError as refusal:
            reply = refusal.reply()
        except ConnectionDroppedError:
            self._drop(request)
            return Response()
        # Telegram tells its time by the way, and so does the local one: that of its own clock.
        date = format_datetime(self._telegram.clock.now(), usegmt=True)
        return JSONResponse(reply.body, reply.status, {"Date": date})

    async def _download(self, request: Request) -> Response:
        try:
            self._check_token(request)
            file = self._telegram.file(request.path_params["file_id"])
            if file is None:
                raise no_such_file()
        except RefusedError as refusal:
            reply = refusal.reply()
            return JSONResponse(reply.body, reply.status)
        return Response(file.content, media_type=media_type_of(file.content))

    def _check_token(self, request: Request) -> None:
        if request.path_params["token"] != self._telegram.token:
            raise unauthorized()

    def _drop(self, request: Request) -> None:
        for connection in tuple(self._server.server_state.connections):
            if getattr(connection, "client", None) == request.scope["client"]:
                connection.transport.abort()
