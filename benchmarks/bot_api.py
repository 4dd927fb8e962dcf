"""A Bot API that only measures: it lets chats press buttons and counts what comes back.

It runs in a process of its own and does as little as it can: one asyncio protocol that understands
the requests of our bot and its peers, and answers from prepared bytes. Each chat presses its next
button as soon as its press was answered and its screen edited. What happens is told on standard
output, a JSON object a line.
"""

import asyncio
import json
import re
import sys
from collections import Counter, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

UPDATES_AT_ONCE = 100  # what Telegram gives in one answer
LONGEST_POLL = 10.0  # seconds
LONGEST_DRAIN = 20.0
LONGEST_START = 30.0
CONTENT_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
CHAT_ID = re.compile(rb"chat_id\D{1,8}(\d+)")
QUERY_ID = re.compile(rb"callback_query_id\D{1,8}(\d+)")
OFFSET = re.compile(rb"offset\D{1,8}(\d+)")
ALERT = re.compile(rb"show_alert\W{1,8}true", re.IGNORECASE)

BOT = {"id": 1, "is_bot": True, "first_name": "Measured", "username": "measured_bot"}
TEXT = (
    "Your answers this week\n\n" + "Listening: 3\nEmpathy: 4\n" * 3 + "\nOpen until Sunday 23.59."
)
BUTTONS = [[{"text": f"Change {n}", "callback_data": f"item:0:D{n}"}] for n in (1, 2)]


@dataclass(slots=True)
class Chat:
    """A person with a screen, and what they press one after the other, over and over."""

    id: int
    data: list[str]
    presses: int = 0
    waits_for: int = 0  # of the answer and the edit, those that did not come yet


@dataclass
class Play:
    """What is asked of the server: who presses what for how long, and how far away it is."""

    chats: list[Chat]
    latency: float = 0.0
    warm_up: float = 0.0
    seconds: float = 0.0  # without any, each chat presses once
    calls: Counter[str] = field(default_factory=Counter)
    done: int = 0
    alerts: int = 0
    first_done_at: float | None = None


class Telegram:
    """The chats, the updates that are not confirmed, and the one poll that may wait for more."""

    def __init__(self, play: Play) -> None:
        self._play = play
        self._chats = {chat.id: chat for chat in play.chats}
        self._waiting: deque[tuple[int, bytes]] = deque()  # in the order of their ids
        self._poll: Callable[[bytes], None] | None = None
        self._update_id = 0
        self._pressing = bool(play.chats)
        self._drained = asyncio.Event()

    def give_up(self) -> None:
        """End the process, and with it the measurement, if no bot has come."""
        if not self._play.calls["getUpdates"]:
            sys.exit("no bot asked for updates")

    def call(self, method: str, body: bytes, reply: Callable[[bytes], None]) -> None:
        """Answer one call, after the latency."""
        self._play.calls[method] += 1
        loop = asyncio.get_running_loop()
        if method == "getUpdates":
            loop.call_later(self._play.latency, self._on_poll, body, reply)
        elif method in ("answerCallbackQuery", "editMessageText"):
            loop.call_later(self._play.latency, self._on_screen, method, body, reply)
        else:
            answer = BOT if method == "getMe" else True
            loop.call_later(self._play.latency, reply, _result(answer))

    def _on_poll(self, wanted: bytes, reply: Callable[[bytes], None]) -> None:
        """Forget what is confirmed, and give what is not, the same again if need be."""
        if self._play.calls["getUpdates"] == 1:
            self._begin()
        offset = OFFSET.search(wanted)
        while offset and self._waiting and self._waiting[0][0] < int(offset[1]):
            self._waiting.popleft()
        self._poll = reply
        if self._waiting:
            self._give()
        else:
            asyncio.get_running_loop().call_later(LONGEST_POLL, self._end_poll, reply)

    def _end_poll(self, reply: Callable[[bytes], None]) -> None:
        if self._poll is reply:
            self._give()

    def _give(self) -> None:
        if self._poll is None:
            return
        count = min(len(self._waiting), UPDATES_AT_ONCE)
        updates = b",".join(self._waiting[index][1] for index in range(count))
        reply, self._poll = self._poll, None
        reply(b'{"ok":true,"result":[%b]}' % updates)

    def _on_screen(self, method: str, body: bytes, reply: Callable[[bytes], None]) -> None:
        if method == "answerCallbackQuery":
            chat = self._chats[_number(QUERY_ID, body) >> 32]
            self._play.alerts += ALERT.search(body) is not None
            reply(_result(True))  # noqa: FBT003 - this is what Telegram says
        else:
            chat = self._chats[_number(CHAT_ID, body)]
            reply(_result(_message(chat.id)))
        chat.waits_for -= 1
        if chat.waits_for == 0:
            self._on_done(chat)

    def _on_done(self, chat: Chat) -> None:
        play = self._play
        play.done += 1
        if play.first_done_at is None:
            play.first_done_at = monotonic()
        if self._pressing and play.seconds:
            self._press(chat)
            # Give what comes in one turn of the loop together, as a server with many chats does.
            asyncio.get_running_loop().call_soon(self._give_if_any)
        elif all(other.waits_for == 0 for other in play.chats):
            self._drained.set()

    def _give_if_any(self) -> None:
        if self._waiting:
            self._give()

    def _press(self, chat: Chat) -> None:
        self._update_id += 1
        data = chat.data[chat.presses % len(chat.data)]
        chat.presses += 1
        chat.waits_for = 2
        self._waiting.append((self._update_id, _press_of(chat, data, self._update_id)))

    def _begin(self) -> None:
        for chat in self._play.chats:
            self._press(chat)
        self._playing = asyncio.create_task(self._measure())

    async def _measure(self) -> None:
        play = self._play
        await asyncio.sleep(play.warm_up)
        before, began = play.done, monotonic()
        say({"event": "begin"})
        await asyncio.sleep(play.seconds)
        count, seconds = play.done - before, monotonic() - began
        say({"event": "end", "count": count, "seconds": seconds})
        self._pressing = False
        with suppress(TimeoutError):  # then the numbers tell that presses were lost
            await asyncio.wait_for(self._drained.wait(), LONGEST_DRAIN)
        say(
            {
                "event": "drained",
                "first_done_at": play.first_done_at,
                "alerts": play.alerts,
                "calls": play.calls,
                "presses": {chat.id: chat.presses for chat in play.chats},
            }
        )


class Connection(asyncio.Protocol):
    """One kept-alive HTTP/1.1 connection, one request at a time."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep where the answers go."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Hand over each request that is complete."""
        self._buffer += data
        head, found, rest = self._buffer.partition(b"\r\n\r\n")
        if not found:
            return
        length = CONTENT_LENGTH.search(head)
        if length and len(rest) < int(length[1]):
            return
        self._buffer = b""
        path, _, query = head.split(b" ", 2)[1].partition(b"?")
        method = path.rpartition(b"/")[2].decode()
        self._telegram.call(method, query + rest, self._reply)

    def _reply(self, body: bytes) -> None:
        if not self._transport.is_closing():
            head = (
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            )
            self._transport.write(head % len(body) + body)


def say(event: dict[str, Any]) -> None:
    """Tell whoever measures what happened."""
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


def _number(pattern: re.Pattern[bytes], body: bytes) -> int:
    found = pattern.search(body)
    assert found is not None, body
    return int(found[1])


def _result(value: object) -> bytes:
    return b'{"ok":true,"result":%b}' % json.dumps(value).encode()


def _message(chat_id: int) -> dict[str, Any]:
    return {
        "message_id": 10,
        "from": BOT,
        "chat": {"id": chat_id, "first_name": "Ana", "type": "private"},
        "date": 1_768_200_000,
        "edit_date": 1_768_200_100,
        "text": TEXT,
        "reply_markup": {"inline_keyboard": BUTTONS},
    }


def _press_of(chat: Chat, data: str, update_id: int) -> bytes:
    person = {"id": chat.id, "is_bot": False, "first_name": "Ana", "language_code": "en"}
    query = {
        "id": str(chat.id << 32 | update_id),
        "from": person,
        "message": _message(chat.id),
        "chat_instance": str(chat.id),
        "data": data,
    }
    return json.dumps({"update_id": update_id, "callback_query": query}).encode()


async def main() -> None:
    """Read what to play from standard input, and serve until the process is ended."""
    wanted = json.loads(sys.stdin.readline())
    chats = [Chat(id_, data) for id_, data in wanted.pop("chats")]
    telegram = Telegram(Play(chats, **wanted))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(telegram), "127.0.0.1", 0)
    say({"event": "listening", "port": server.sockets[0].getsockname()[1]})
    loop.call_later(LONGEST_START, telegram.give_up)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
