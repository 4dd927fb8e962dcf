"""The endpoints of the chat page: what it shows, and what its visitor does."""

import asyncio
import json
from base64 import b64decode
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.sandbox.bot_api.chats import ChatMessage, Media
from bot.sandbox.bot_api.pictures import media_type_of
from bot.sandbox.bot_api.refusals import JsonObject
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.page.stage import Seat, Stage

PAGE = Path(__file__).with_name("files")
PATIENCE = 15  # seconds until a pressed button gives up waiting for an answer
SAFE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}

Action = Callable[[JsonObject], Awaitable[JsonObject]]


class ChatPage:
    """Serves one page, on which a visitor plays the people of a stage."""

    def __init__(self, telegram: LocalTelegram, stage: Stage | None) -> None:
        self._telegram = telegram
        self._stage = stage
        self._ended = False
        self._winding = asyncio.Lock()

    def routes(self) -> list[BaseRoute]:
        """Return everything under / and /sandbox/."""
        return [
            Route("/", self._index),
            Route("/sandbox/state", self._state),
            Route("/sandbox/events", self._events),
            Route("/sandbox/files/{file_id}", self._file),
            self._action("say", self._say),
            self._action("send", self._send),
            self._action("press", self._press),
            self._action("wind", self._wind),
            self._action("newcomer", self._newcomer),
            Mount("/page", StaticFiles(directory=PAGE)),
        ]

    def end_streams(self) -> None:
        """Let no stream outlive the next change; the server is about to stop."""
        self._ended = True

    # What the page shows

    async def _index(self, _: Request) -> Response:
        return FileResponse(PAGE / "index.html", headers=SAFE)

    async def _state(self, request: Request) -> Response:
        state: JsonObject = {
            "bot": self._telegram.username,
            "now": self._telegram.clock.now().isoformat(),
            "seats": [],
        }
        if self._stage is not None:
            event = await self._stage.next_event()
            state["zone"] = self._stage.zone.key
            state["next"] = event and {"at": event.at.isoformat(), "kind": event.kind}
            state["seats"] = [self._seat(seat) for seat in self._stage.seats()]
            if request.query_params.get("seat"):
                state["chat"] = self._chat(self._played(request.query_params["seat"]))
        return JSONResponse(state)

    async def _events(self, _: Request) -> Response:
        return StreamingResponse(
            self._changes(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    async def _changes(self) -> AsyncIterator[str]:
        version = 0
        while not self._ended:
            yield f"data: {version}\n\n"
            version = await self._telegram.anything_changed(version)

    async def _file(self, request: Request) -> Response:
        file = self._telegram.file(request.path_params["file_id"])
        if file is None:
            raise HTTPException(404)
        kind = media_type_of(file.content)
        headers = {"X-Content-Type-Options": "nosniff"}
        return Response(file.content, media_type=kind, headers=headers)

    def _seat(self, seat: Seat) -> JsonObject:
        last = self._telegram.last_message(seat.user_id)
        return {
            "user_id": seat.user_id,
            "name": seat.name,
            "role": seat.role,
            "team": seat.team,
            "language": seat.language,
            "from_bot": self._telegram.from_bot(seat.user_id),
            "last": last and {"text": last.text or last.caption, "date": last.date.isoformat()},
        }

    def _chat(self, user_id: int) -> JsonObject:
        return {
            "user_id": user_id,
            "started": self._telegram.is_started(user_id),
            "description": self._telegram.description_for(user_id),
            "messages": [_message(message) for message in self._telegram.chat(user_id)],
            "commands": [
                {"name": line.name, "description": line.description}
                for line in self._telegram.commands_for(user_id)
            ],
            "reply_keyboard": self._telegram.reply_keyboard(user_id),
        }

    # What the visitor does

    def _action(self, name: str, act: Action) -> Route:
        async def endpoint(request: Request) -> Response:
            try:
                return JSONResponse(await act(await _own_json(request)))
            except (KeyError, ValueError) as error:
                raise HTTPException(409, str(error)) from error

        return Route(f"/sandbox/{name}", endpoint, methods=["POST"])

    async def _say(self, body: JsonObject) -> JsonObject:
        text = str(body["text"]).strip()
        if not text:
            raise ValueError("there is nothing to say")
        return {"message_id": self._telegram.say(self._played(body["seat"]), text)}

    async def _send(self, body: JsonObject) -> JsonObject:
        content = b64decode(str(body["content"]), validate=True)
        seat = self._played(body["seat"])
        return {"message_id": self._telegram.send_document(seat, str(body["name"]), content)}

    async def _press(self, body: JsonObject) -> JsonObject:
        user_id, message_id = self._played(body["seat"]), int(str(body["message_id"]))
        callback_id = self._telegram.press(user_id, message_id, str(body["data"]))
        try:
            async with asyncio.timeout(PATIENCE):
                answer = await self._telegram.answered(callback_id)
        except TimeoutError:
            return {"text": "", "alert": False}
        return {"text": answer.text, "alert": answer.show_alert}

    async def _wind(self, _: JsonObject) -> JsonObject:
        async with self._winding:
            await self._directed().wind()
        return {"now": self._telegram.clock.now().isoformat()}

    async def _newcomer(self, body: JsonObject) -> JsonObject:
        seat = self._directed().new_seat()
        if body.get("start"):
            self._telegram.say(seat.user_id, f"/start {body['start']}")
        return {"user_id": seat.user_id}

    def _directed(self) -> Stage:
        if self._stage is None:
            raise HTTPException(404, "nobody to play")
        return self._stage

    def _played(self, user_id: object) -> int:
        stage = self._directed()
        for seat in stage.seats():
            if str(seat.user_id) == str(user_id):
                stage.played(seat.user_id)
                return seat.user_id
        raise HTTPException(404, "no such seat")


async def _own_json(request: Request) -> JsonObject:
    """Read the body of a request that this page itself made."""
    if request.headers.get("origin") != f"http://{request.headers['host']}":
        raise HTTPException(403, "only this page may do that")
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        raise HTTPException(415, "JSON only")
    body = json.loads(await request.body())
    if not isinstance(body, dict):
        raise HTTPException(400, "a JSON object is needed")
    return body


def _message(message: ChatMessage) -> JsonObject:
    return {
        "id": message.message_id,
        "from_bot": message.from_bot,
        "date": message.date.isoformat(),
        "edited": message.edited,
        "text": message.text or message.caption,
        "entities": [entity.as_json() for entity in message.entities],
        "media": message.media and _media(message.media),
        "keyboard": [
            [{"text": button.text, "data": button.data, "url": button.url} for button in row]
            for row in message.keyboard
        ],
    }


def _media(media: Media) -> JsonObject:
    return {
        "kind": media.kind,
        "name": media.file.name,
        "url": f"/sandbox/files/{media.file.file_id}",
    }
