"""No bot: makes the calls of one as fast as raw sockets can, to see what the server bears."""

import asyncio
import re
import sys
from urllib.parse import urlencode, urlsplit

CONNECTIONS = 64
LENGTH = re.compile(rb"Content-Length: (\d+)")
QUERY = re.compile(rb'"id": "(\d+)"')


class Line:
    """One kept-alive connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def call(self, method: str, **values: object) -> bytes:
        """Make one call and return the answer's body."""
        body = urlencode(values).encode()
        self._writer.write(
            b"POST /bot42/%b HTTP/1.1\r\nContent-Length: %d\r\n\r\n%b"
            % (method.encode(), len(body), body)
        )
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = LENGTH.search(head)
        assert length is not None
        return await self._reader.readexactly(int(length[1]))


async def _answer(lines: "asyncio.Queue[Line]", query: int) -> None:
    line = await lines.get()
    await line.call("answerCallbackQuery", callback_query_id=query)
    await line.call("editMessageText", chat_id=query >> 32)
    lines.put_nowait(line)


async def main(address: str) -> None:
    """Poll and answer until the process is ended."""
    port = urlsplit(address).port
    poll = Line(*await asyncio.open_connection("127.0.0.1", port))
    lines: asyncio.Queue[Line] = asyncio.Queue()
    for _ in range(CONNECTIONS):
        lines.put_nowait(Line(*await asyncio.open_connection("127.0.0.1", port)))
    offset = 0
    async with asyncio.TaskGroup() as answers:
        while True:
            for found in QUERY.findall(await poll.call("getUpdates", offset=offset)):
                query = int(found)
                offset = (query & 0xFFFFFFFF) + 1  # the update's id is its lower half
                answers.create_task(_answer(lines, query))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
